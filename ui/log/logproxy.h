// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/operatorlog.h"

#include <QSortFilterProxyModel>

namespace vestnik {

/// Lines from a level on that hold a text, in any letter case. GUI thread.
class LogProxy final : public QSortFilterProxyModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LogProxy)

public:
    explicit LogProxy(QObject *parent = nullptr);

    void setLowestLevel(LogLevel level);
    void setText(const QString &text);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    LogLevel m_lowest = LogLevel::Info;
    QString m_text;
};

} // namespace vestnik
