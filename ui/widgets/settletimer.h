// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QTimer>

class QTableView;

namespace vestnik {

/// Says when a table whose rows have changed may be sorted again: once it has been left alone for idleMs. Nothing
/// slides away under the pointer or between two keys. `table` outlives it or goes with it. GUI thread.
class SettleTimer final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SettleTimer)

public:
    static constexpr int idleMs = 3000;

    explicit SettleTimer(QTableView *table);

    /// Rows may stand where they do not belong any more.
    void rowsChanged();
    /// They stand where they belong; a wait that has begun goes on for the next change.
    void settled() { m_unsettled = false; }
    /// The same, and the next change waits its full time.
    void reset();

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void due();

private:
    void onTimeout();

    QTableView *const m_table;
    QTimer m_timer;
    bool m_unsettled = false;
};

} // namespace vestnik
