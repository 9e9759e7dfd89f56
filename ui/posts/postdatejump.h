// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDate>
#include <QFrame>

class QCalendarWidget;

namespace vestnik {

/// A calendar in a popup that closes with the choice of a day, and deletes itself then. GUI thread.
class PostDateJump final : public QFrame {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PostDateJump)

public:
    /// Days from `first` to `last` can be chosen.
    PostDateJump(const QDate &shown, const QDate &first, const QDate &last, QWidget *parent);

    void popup(const QWidget *anchor);

Q_SIGNALS:
    void chosen(const QDate &day);

private:
    /// In place of the calendar's own line, whose menu of months would run a loop of its own.
    [[nodiscard]] QLayout *buildNavigation();

    QCalendarWidget *m_calendar;
};

} // namespace vestnik
