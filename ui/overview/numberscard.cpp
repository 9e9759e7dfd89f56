// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/overview/numberscard.h"

#include "ui/overview/hourschart.h"
#include "ui/overview/runssparkline.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/texts.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QVBoxLayout>
#include <QVariant>

#include <numeric>

namespace vestnik {
namespace {

constexpr int soonMs = 2'000; // posts come four times a second; the numbers are a query each

} // namespace

NumbersCard::NumbersCard(EngineFacade &engine, QWidget *parent)
    : QWidget(parent)
    , m_engine(engine)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::gap);
    auto *line = new QHBoxLayout;
    line->setSpacing(Theme::gap);
    m_day = titleLabel({}, this);
    m_day->setObjectName(QStringLiteral("postsDay"));
    m_compared = new ElidedLabel(this);
    m_compared->setObjectName(QStringLiteral("postsCompared"));
    m_compared->setForegroundRole(QPalette::PlaceholderText);
    line->addWidget(m_day, 0, Qt::AlignBaseline);
    line->addWidget(m_compared, 1, Qt::AlignBaseline);
    layout->addLayout(line);
    m_chart = new HoursChart(this);
    layout->addWidget(m_chart, 1);
    auto *runs = new QHBoxLayout;
    runs->setSpacing(Theme::gap);
    m_line = new RunsSparkline(this);
    m_runs = new LinkButton({}, this);
    m_runs->setObjectName(QStringLiteral("runsDay"));
    m_runs->setToolTip(tr("Show the history of runs"));
    connect(m_runs, &LinkButton::clicked, this, [this] { Q_EMIT pageRequested(QStringLiteral("runs"), {}); });
    runs->addWidget(m_line, 1);
    runs->addWidget(m_runs);
    layout->addLayout(runs);
    m_more = secondaryLabel({}, this);
    m_more->setObjectName(QStringLiteral("postsMore"));
    layout->addWidget(m_more);

    m_soon.setSingleShot(true);
    m_soon.setInterval(soonMs);
    connect(&m_soon, &QTimer::timeout, this, &NumbersCard::read);
    m_minute.setInterval(60'000); // the hours move on without new posts too
    connect(&m_minute, &QTimer::timeout, this, &NumbersCard::read);
    m_minute.start();
    connect(&engine, &EngineFacade::postsStored, this, [this] {
        if (!m_soon.isActive()) {
            m_soon.start();
        }
    });
    connect(&engine, &EngineFacade::runFinished, this, &NumbersCard::read);
    connect(&engine, &EngineFacade::ready, this, &NumbersCard::read);
    setNumbers({});
    read();
}

void NumbersCard::read()
{
    m_engine.readOverview(this, [this](const Result<OverviewNumbers> &numbers) {
        if (numbers) {
            setNumbers(*numbers);
        }
    });
    readRuns();
}

void NumbersCard::readRuns()
{
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    RunChartQuery query;
    query.days = RunsSparkline::bounds(now); // the store does not mind that these days last an hour
    m_engine.readRunCharts(query, this, [this, now](const Result<RunCharts> &charts) {
        if (!charts) {
            return;
        }
        m_line->setHours(charts->days, now);
        int runs = 0;
        int failed = 0;
        for (const RunCharts::Day &hour : charts->days) {
            runs += hour.done + hour.failed + hour.stopped;
            failed += hour.failed;
        }
        QString text = tr("%n runs", nullptr, runs);
        if (failed > 0) {
            text += QLatin1String(", ") + tr("%n failed", "runs", failed);
        }
        m_runs->setText(text);
        m_runs->updateGeometry();
    });
}

void NumbersCard::setNumbers(const OverviewNumbers &numbers)
{
    const int day = std::accumulate(numbers.perHour.cbegin(), numbers.perHour.cend(), 0);
    m_day->setText(tr("%n posts", nullptr, day));
    QString compared = tr("today %1", "posts").arg(texts::number(numbers.postsToday));
    if (numbers.postsYesterday > 0) {
        const double change =
            100.0 * double(numbers.postsToday - numbers.postsYesterday) / double(numbers.postsYesterday);
        const QString sign = change > 0 ? QStringLiteral("+") : change < 0 ? QStringLiteral("−") : QString();
        compared += QLatin1String(", ")
            + tr("%1 % against yesterday by this hour", "signed number")
                  .arg(sign + texts::number(qRound64(qAbs(change))));
    }
    m_compared->setFullText(compared);
    m_more->setText(
        tr("7 days: %1 · all: %2", "posts").arg(texts::number(numbers.postsWeek), texts::number(numbers.postsTotal)));
    QList<int> hours = numbers.perHour;
    hours.resize(24);
    m_chart->setCounts(hours, QDateTime::currentMSecsSinceEpoch());
}

} // namespace vestnik
