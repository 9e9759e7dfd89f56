// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDate>
#include <QWidget>

class QComboBox;
class QDateEdit;
class QLabel;

namespace vestnik {

/// From when to when: any time, some days back, or between two local dates. GUI thread.
class PostDateFilter final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PostDateFilter)

public:
    explicit PostDateFilter(QWidget *parent = nullptr);

    /// ms UTC: included begin and excluded end of local days; 0 = open. `today` is the local date of this moment.
    [[nodiscard]] qint64 from(const QDate &today) const;
    [[nodiscard]] qint64 to(const QDate &today) const;
    [[nodiscard]] bool isFiltering() const;
    void clear();
    /// For saved state: "any", "today", "yesterday", "week", "month", "2026-05-01/2026-05-31".
    [[nodiscard]] QString toText() const;
    void setText(const QString &text);

Q_SIGNALS:
    void changed();

private:
    enum class Span { Any, Today, Yesterday, Week, Month, Between };
    [[nodiscard]] Span span() const;
    void updateFields();

    QComboBox *m_span;
    QDateEdit *m_from;
    QLabel *m_dash;
    QDateEdit *m_to;
};

} // namespace vestnik
