// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/operatorlog.h"

#include <QTableView>

#include <functional>

namespace vestnik {

/// Lines of a LogModel, or of a proxy over one, as a table that stays at its end while the end is in sight. GUI thread.
class LogTable final : public QTableView {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LogTable)

public:
    explicit LogTable(QWidget *parent = nullptr);

    /// Widths of the columns; needs the model.
    void showModel(QAbstractItemModel *model);
    [[nodiscard]] bool isFollowing() const;
    /// Calls what adds lines; if the end was in sight it is again.
    void follow(const std::function<void()> &add);
    /// The selected lines, or all, as tab-separated text: time, level, subject, text.
    [[nodiscard]] QString selectedText() const;
    [[nodiscard]] QString allText() const;

private:
    [[nodiscard]] static QString line(const LogEntry &entry);
};

} // namespace vestnik
