// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/trigger.h"

#include <QList>
#include <QWidget>

class QTimeEdit;
class QToolButton;
class QVBoxLayout;

namespace vestnik {

class LinkButton;

/// The time windows of a trigger: days and from – to, as many as one wants. GUI thread.
class WindowsEditor final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WindowsEditor)

public:
    static constexpr int most = 50;

    explicit WindowsEditor(QWidget *parent);

    void setWindows(const QList<TimeWindow> &windows);
    [[nodiscard]] QList<TimeWindow> windows() const;

Q_SIGNALS:
    void edited();

private:
    struct Row {
        QWidget *widget = nullptr;
        QList<QToolButton *> days; ///< Monday first
        QTimeEdit *from = nullptr;
        QTimeEdit *to = nullptr; ///< 00:00 is the end of the day
    };
    void addRow(const TimeWindow &window);
    void removeRow(const QWidget *widget);
    void follow();

    QList<Row> m_rows;
    QVBoxLayout *m_column;
    LinkButton *m_add;
};

} // namespace vestnik
