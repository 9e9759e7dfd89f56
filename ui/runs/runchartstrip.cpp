// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/runs/runchartstrip.h"

#include "ui/runs/barchart.h"
#include "ui/runs/chartdata.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/layoutkeeper.h"
#include "ui/widgets/texts.h"

#include <QComboBox>
#include <QDateTime>
#include <QEvent>
#include <QHBoxLayout>
#include <QLocale>
#include <QSettings>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <climits>
#include <numeric>

namespace vestnik {
namespace {

constexpr int soonMs = 500;
constexpr int minuteMs = 60'000;
constexpr int lines = 3; // above the ground; the strip is low

QString clockOf(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms).toString(QStringLiteral("HH:mm"));
}

QString dayOf(qint64 ms)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(ms).date(), QStringLiteral("d MMM"));
}

QString fullDayOf(qint64 ms)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(ms).date(), QStringLiteral("dddd, d MMMM"));
}

// From the newest back, so that today has its label.
QList<BarChartData::Label> dayLabels(const QList<qint64> &bounds)
{
    const int days = int(bounds.size()) - 1;
    const int every = days > 14 ? 7 : 4;
    QList<BarChartData::Label> labels;
    for (int day = (days - 1) % every; day < days; day += every) {
        labels.append({day, dayOf(bounds.at(day))});
    }
    return labels;
}

// By the hour for a day, by midnights for a week.
QList<BarChartData::Label> hourLabels(const QList<qint64> &bounds)
{
    const int hours = int(bounds.size()) - 1;
    QList<BarChartData::Label> labels;
    for (int hour = 0; hour < hours; ++hour) {
        const QTime clock = QDateTime::fromMSecsSinceEpoch(bounds.at(hour)).time();
        const bool isDay = hours > 24;
        const bool wanted = isDay ? clock.hour() == 0 : clock.hour() % 6 == 0;
        const QString text = isDay ? dayOf(bounds.at(hour)) : clockOf(bounds.at(hour));
        const bool known = std::any_of(
            labels.cbegin(), labels.cend(), [&](const BarChartData::Label &label) { return label.text == text; });
        if (wanted && !known) { // an hour comes twice when the clock is set back
            labels.append({hour, text});
        }
    }
    // Of seven midnights every second one has room.
    for (qsizetype i = labels.size() - 2; hours > 24 && i >= 0; i -= 2) {
        labels.removeAt(i);
    }
    return labels;
}

QString numberText(qint64 value)
{
    return texts::shortNumber(value);
}

} // namespace

RunChartStrip::RunChartStrip(EngineFacade &engine, QWidget *parent)
    : QWidget(parent)
    , m_engine(engine)
    , m_hoursChoice(makeChoice("runsChartHours", tr("Hours to show")))
    , m_daysChoice(makeChoice("runsChartDays", tr("Days to show")))
{
    setObjectName(QStringLiteral("runCharts"));
    m_hoursChoice->addItem(tr("24 hours", "chart"), 24);
    m_hoursChoice->addItem(tr("7 days", "chart"), 7 * 24);
    m_daysChoice->addItem(tr("14 days", "chart"), 14);
    m_daysChoice->addItem(tr("30 days", "chart"), 30);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Theme::group, Theme::gap, Theme::group, Theme::gap);
    row->setSpacing(Theme::section);
    m_hours = addCell(row, tr("Posts per hour"), "postsPerHour", m_hoursChoice, tr("No posts came in this time."));
    m_durations = addCell(row, tr("Durations"), "runDurations", nullptr, tr("No runs in this time."));
    m_results = addCell(row, tr("Runs per day"), "runsPerDay", m_daysChoice, tr("No runs in this time."));
    setFixedHeight(9 * fontMetrics().height() + Theme::section);

    m_soon.setSingleShot(true);
    m_soon.setInterval(soonMs);
    connect(&m_soon, &QTimer::timeout, this, &RunChartStrip::read);
    m_minute.setInterval(minuteMs);
    connect(&m_minute, &QTimer::timeout, this, &RunChartStrip::read);
    m_minute.start();
    for (QComboBox *choice : {m_hoursChoice, m_daysChoice}) {
        connect(choice, &QComboBox::currentIndexChanged, this, &RunChartStrip::read);
    }
    connect(&engine, &EngineFacade::runFinished, &m_soon, qOverload<>(&QTimer::start));
    connect(&engine, &EngineFacade::ready, this, &RunChartStrip::read);
}

QComboBox *RunChartStrip::makeChoice(const char *name, const QString &label)
{
    auto *choice = new QComboBox(this);
    choice->setObjectName(QLatin1String(name));
    choice->setAccessibleName(label);
    choice->setToolTip(label);
    return choice;
}

RunChartStrip::Cell RunChartStrip::addCell(
    QLayout *row, const QString &title, const char *name, QComboBox *choice, const QString &none)
{
    Cell cell;
    auto *part = new QWidget(this);
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    auto *head = new QHBoxLayout;
    head->setSpacing(Theme::gap);
    auto *heading = sectionLabel(title, part);
    head->addWidget(heading);
    head->addStretch(1);
    if (choice) {
        head->addWidget(choice);
    }
    // All headings are as high as the ones with a choice, so that the charts begin at one line.
    head->addStrut(m_daysChoice->sizeHint().height());
    column->addLayout(head);
    cell.legend = secondaryLabel(QStringLiteral(" "), part);
    cell.legend->setObjectName(QLatin1String(name) + QStringLiteral("Legend"));
    cell.legend->setTextFormat(Qt::RichText);
    cell.legend->setWordWrap(false);
    cell.legend->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    column->addWidget(cell.legend);
    cell.chart = new BarChart(part);
    cell.chart->setObjectName(QLatin1String(name));
    cell.chart->setAccessibleName(title);
    auto *empty = secondaryLabel(none, part);
    empty->setObjectName(QLatin1String(name) + QStringLiteral("None"));
    empty->setAlignment(Qt::AlignCenter);
    cell.stack = new QStackedLayout;
    cell.stack->addWidget(cell.chart);
    cell.stack->addWidget(empty);
    cell.stack->setCurrentIndex(1);
    column->addLayout(cell.stack, 1);
    static_cast<QHBoxLayout *>(row)->addWidget(part, 1);
    return cell;
}

void RunChartStrip::keepLayout(LayoutKeeper &keeper, const QSettings &settings, const QString &group)
{
    for (QComboBox *choice : {m_hoursChoice, m_daysChoice}) {
        const QVariant kept = settings.value(group + QLatin1Char('/') + choice->objectName());
        choice->setCurrentIndex(std::max(0, choice->findData(kept.toInt())));
        keeper.keep(choice->objectName(), [choice] { return choice->currentData(); });
        connect(choice, &QComboBox::currentIndexChanged, &keeper, &LayoutKeeper::changed);
    }
}

void RunChartStrip::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    read();
}

void RunChartStrip::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_results.chart) {
        for (const Cell &cell : {m_durations, m_results}) {
            cell.legend->setText(cell.chart->legend());
        }
    }
}

void RunChartStrip::read()
{
    if (!isVisible()) {
        return; // showEvent() reads
    }
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    RunChartQuery query;
    query.hours = chartdata::hours(m_hoursChoice->currentData().toInt(), now, QTimeZone::systemTimeZone());
    query.days = chartdata::days(m_daysChoice->currentData().toInt(), now, QTimeZone::systemTimeZone());
    m_engine.cancelRead(m_read);
    m_read = m_engine.readRunCharts(
        query, this, [this, query, generation = ++m_generation](const Result<RunCharts> &charts) {
            if (generation == m_generation && charts) {
                draw(query, *charts);
            }
        });
}

void RunChartStrip::draw(const RunChartQuery &query, const RunCharts &charts)
{
    showHours(query.hours, charts.postsPerHour);
    showDurations(query.days, charts.days);
    showResults(query.days, charts.days);
}

void RunChartStrip::fill(Cell &cell, const BarChartData &made)
{
    cell.chart->setData(made);
    cell.stack->setCurrentIndex(made.largest() > 0 ? 0 : 1);
    QStringList told;
    for (int slot = 0; slot < made.slotCount(); ++slot) {
        told.append(made.slotText(slot));
    }
    cell.chart->setAccessibleDescription(told.join(QLatin1Char('\n')));
}

void RunChartStrip::showHours(const QList<qint64> &bounds, const QList<qint64> &posts)
{
    BarChartData made;
    made.bars = {{tr("Posts"), Theme::Role::Accent, posts}};
    made.labels = hourLabels(bounds);
    made.step = chartdata::numberStep(made.largest(), lines);
    made.valueText = numberText;
    made.slotText = [bounds, posts](int slot) {
        return tr("%1, %2–%3: %Ln posts", "day, hours, number", int(posts.at(slot)))
            .arg(dayOf(bounds.at(slot)), clockOf(bounds.at(slot)), clockOf(bounds.at(slot + 1)));
    };
    fill(m_hours, made);
    const qint64 sum = std::accumulate(posts.cbegin(), posts.cend(), qint64(0));
    m_hours.legend->setText(tr("%Ln posts in all", nullptr, int(std::min<qint64>(sum, INT_MAX))));
}

void RunChartStrip::showDurations(const QList<qint64> &bounds, const QList<RunCharts::Day> &days)
{
    QList<qint64> mean;
    QList<qint64> longest;
    for (const RunCharts::Day &day : days) {
        mean.append(std::max<qint64>(0, day.meanMs));
        longest.append(std::max<qint64>(0, day.longestMs));
    }
    BarChartData made;
    made.bars = {{tr("Mean", "duration"), Theme::Role::Accent, mean}, {tr("Longest", "duration"), {}, longest}};
    made.labels = dayLabels(bounds);
    made.step = chartdata::timeStep(made.largest(), lines);
    made.valueText = [](qint64 ms) { return texts::duration(ms); };
    made.slotText = [bounds, days](int slot) {
        const RunCharts::Day &day = days.at(slot);
        if (day.longestMs < 0) {
            return tr("%1: no runs", "day").arg(fullDayOf(bounds.at(slot)));
        }
        return tr("%1: mean %2, longest %3", "day, durations")
            .arg(fullDayOf(bounds.at(slot)), texts::durationWords(day.meanMs), texts::durationWords(day.longestMs));
    };
    fill(m_durations, made);
    m_durations.legend->setText(m_durations.chart->legend());
}

void RunChartStrip::showResults(const QList<qint64> &bounds, const QList<RunCharts::Day> &days)
{
    BarChartData made;
    made.stacked = true;
    made.bars = {{tr("Done", "runs"), Theme::Role::Good, {}}, {tr("Failed", "runs"), Theme::Role::Bad, {}},
        {tr("Skipped", "runs"), Theme::Role::Warning, {}}, {tr("Stopped", "runs"), {}, {}}};
    for (const RunCharts::Day &day : days) {
        made.bars[0].values.append(day.done);
        made.bars[1].values.append(day.failed);
        made.bars[2].values.append(day.skipped);
        made.bars[3].values.append(day.stopped);
    }
    made.labels = dayLabels(bounds);
    made.step = chartdata::numberStep(made.largest(), lines);
    made.valueText = numberText;
    made.slotText = [bounds, days](int slot) {
        const RunCharts::Day &day = days.at(slot);
        return tr("%1: %2 done, %3 failed, %4 skipped or missed, %5 stopped", "day, numbers of runs")
            .arg(fullDayOf(bounds.at(slot)), texts::number(day.done), texts::number(day.failed),
                texts::number(day.skipped), texts::number(day.stopped));
    };
    fill(m_results, made);
    m_results.legend->setText(m_results.chart->legend());
}

} // namespace vestnik
