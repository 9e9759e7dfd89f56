// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/enginefacade.h"

#include <QTimer>
#include <QWidget>

class QLabel;

namespace vestnik {

class ElidedLabel;
class HoursChart;

/// "Last 24 hours": posts per hour, today against yesterday, this week, all.
class NumbersCard final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NumbersCard)

public:
    /// `engine` outlives it.
    explicit NumbersCard(EngineFacade &engine, QWidget *parent = nullptr);

    void read();
    void setNumbers(const OverviewNumbers &numbers);

private:
    EngineFacade &m_engine;
    QLabel *m_day = nullptr;
    ElidedLabel *m_compared = nullptr;
    QLabel *m_more = nullptr;
    HoursChart *m_chart = nullptr;
    QTimer m_soon;
    QTimer m_minute;
};

} // namespace vestnik
