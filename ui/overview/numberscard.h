// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/enginefacade.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QVariant;

namespace vestnik {

class ElidedLabel;
class HoursChart;
class LinkButton;
class RunsSparkline;

/// "Last 24 hours": posts per hour, today against yesterday, this week, all; below it how the runs of these hours went.
class NumbersCard final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NumbersCard)

public:
    /// `engine` outlives it.
    explicit NumbersCard(EngineFacade &engine, QWidget *parent = nullptr);

    void read();
    void setNumbers(const OverviewNumbers &numbers);

Q_SIGNALS:
    void pageRequested(const QString &pageId, const QVariant &what);

private:
    void readRuns();

    EngineFacade &m_engine;
    QLabel *m_day = nullptr;
    ElidedLabel *m_compared = nullptr;
    QLabel *m_more = nullptr;
    HoursChart *m_chart = nullptr;
    LinkButton *m_runs = nullptr;
    RunsSparkline *m_line = nullptr;
    QTimer m_soon;
    QTimer m_minute;
};

} // namespace vestnik
