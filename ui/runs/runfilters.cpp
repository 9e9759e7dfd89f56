// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/runs/runfilters.h"

#include "ui/posts/flowlayout.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/layoutkeeper.h"
#include "ui/widgets/runtexts.h"
#include "ui/widgets/texts.h"

#include <QAction>
#include <QComboBox>
#include <QDateTime>
#include <QScopedValueRollback>
#include <QSettings>
#include <QSignalBlocker>
#include <QToolButton>

#include <algorithm>

namespace vestnik {
namespace {

constexpr int widest = 200; // pixels: names of jobs can be long

QList<RunStatus> statusesOf(const QString &name)
{
    static const QHash<QString, QList<RunStatus>> groups{
        {QStringLiteral("going"), {RunStatus::Queued, RunStatus::Running}},
        {QStringLiteral("done"), {RunStatus::Done}},
        {QStringLiteral("trouble"), {RunStatus::Partly, RunStatus::Failed}},
        {QStringLiteral("stopped"), {RunStatus::Stopped, RunStatus::Interrupted}},
        {QStringLiteral("notrun"), {RunStatus::Skipped, RunStatus::Missed}},
    };
    return groups.value(name);
}

} // namespace

RunFilters::RunFilters(EngineFacade &engine, QAction *reset, QWidget *parent)
    : QWidget(parent)
    , m_engine(engine)
{
    auto *line = new FlowLayout(this);
    line->setContentsMargins(Theme::group, Theme::gap, Theme::group, Theme::gap);
    line->setSpacing(Theme::gap);
    m_status = addCombo("runsStatusFilter", tr("Status"));
    m_origin = addCombo("runsOriginFilter", tr("Started by"));
    m_kind = addCombo("runsKindFilter", tr("Kind of work"));
    m_job = addCombo("runsJobFilter", tr("Job"));
    m_period = addCombo("runsPeriodFilter", tr("Period"));
    auto *button = new QToolButton(this);
    button->setObjectName(QStringLiteral("runsResetFilters"));
    button->setDefaultAction(reset);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setAutoRaise(true);
    m_reset = button;
    m_count = secondaryLabel({}, this);
    m_count->setObjectName(QStringLiteral("runsCount"));
    m_count->setWordWrap(false);
    m_count->setMinimumHeight(m_status->sizeHint().height());
    for (QWidget *part : {static_cast<QWidget *>(m_status), static_cast<QWidget *>(m_origin),
             static_cast<QWidget *>(m_kind), static_cast<QWidget *>(m_job), static_cast<QWidget *>(m_period), m_reset,
             static_cast<QWidget *>(m_count)}) {
        line->addWidget(part);
    }
    fill();
    fillKinds();
    fillJobs();
    for (QComboBox *combo : std::as_const(m_all)) {
        connect(combo, &QComboBox::currentIndexChanged, this, &RunFilters::onChosen);
    }
    const auto follow = [this] {
        fillKinds();
        fillJobs();
    };
    connect(&engine, &EngineFacade::jobsChanged, this, follow);
    connect(&engine, &EngineFacade::jobsRemoved, this, follow);
    connect(&engine, &EngineFacade::ready, this, follow);
    m_reset->hide();
}

QComboBox *RunFilters::addCombo(const char *name, const QString &label)
{
    auto *combo = new QComboBox(this);
    combo->setObjectName(QLatin1String(name));
    combo->setAccessibleName(label);
    combo->setToolTip(label);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    combo->setMaximumWidth(widest);
    m_all.append(combo);
    return combo;
}

void RunFilters::fill()
{
    m_status->addItem(tr("Any status", "runs"), QString());
    m_status->addItem(tr("Going", "runs"), QStringLiteral("going"));
    m_status->addItem(tr("Done", "runs"), QStringLiteral("done"));
    m_status->addItem(tr("With failures", "runs"), QStringLiteral("trouble"));
    m_status->addItem(tr("Stopped", "runs"), QStringLiteral("stopped"));
    m_status->addItem(tr("Did not run", "runs"), QStringLiteral("notrun"));
    m_origin->addItem(tr("Started by anyone", "runs"), QString());
    for (const RunOrigin origin :
        {RunOrigin::Schedule, RunOrigin::Window, RunOrigin::CommandLine, RunOrigin::Api, RunOrigin::Bot}) {
        m_origin->addItem(texts::runOrigin(origin), QString::number(int(origin)));
    }
    m_period->addItem(tr("All time", "runs"), QString());
    m_period->addItem(tr("Today", "runs"), QStringLiteral("1"));
    m_period->addItem(tr("7 days", "runs"), QStringLiteral("7"));
    m_period->addItem(tr("30 days", "runs"), QStringLiteral("30"));
}

void RunFilters::fillKinds()
{
    QStringList kinds{QLatin1String(jobkinds::parse), QLatin1String(jobkinds::recheck),
        QLatin1String(jobkinds::retention), QLatin1String(jobkinds::backup), QLatin1String(jobkinds::exportPosts)};
    const QList<JobRow> rows = m_engine.jobs();
    for (const JobRow &row : rows) {
        if (!kinds.contains(row.job.kind)) {
            kinds.append(row.job.kind);
        }
    }
    const QString chosen = m_kind->currentData().toString();
    if (!chosen.isEmpty() && !kinds.contains(chosen)) {
        kinds.append(chosen);
    }
    if (m_kind->count() == kinds.size() + 1) {
        return;
    }
    const QSignalBlocker quiet(m_kind);
    m_kind->clear();
    m_kind->addItem(tr("All kinds", "runs"), QString());
    for (const QString &kind : std::as_const(kinds)) {
        m_kind->addItem(texts::jobKind(kind), kind);
    }
    m_kind->setCurrentIndex(std::max(0, m_kind->findData(chosen)));
}

void RunFilters::fillJobs()
{
    const QList<JobRow> rows = m_engine.jobs();
    const QString chosen = m_job->currentData().toString();
    const QSignalBlocker quiet(m_job);
    m_job->clear();
    m_job->addItem(tr("All jobs", "runs"), QString());
    for (const JobRow &row : rows) {
        m_job->addItem(row.job.name, QString::number(row.job.id));
    }
    if (!chosen.isEmpty()) {
        addJob(chosen.toLongLong());
    }
}

// The history outlives its jobs.
void RunFilters::addJob(JobId job)
{
    const QString key = QString::number(job);
    if (m_job->findData(key) < 0) {
        m_job->addItem(tr("Job %1", "number").arg(job), key);
    }
    m_job->setCurrentIndex(m_job->findData(key));
}

void RunFilters::onChosen()
{
    if (!m_quiet) {
        m_reset->setVisible(isFiltering());
        Q_EMIT changed();
    }
}

RunQuery RunFilters::query() const
{
    RunQuery query;
    query.statuses = statusesOf(m_status->currentData().toString());
    if (const QString origin = m_origin->currentData().toString(); !origin.isEmpty()) {
        query.origins = {static_cast<RunOrigin>(origin.toInt())};
    }
    if (const QString kind = m_kind->currentData().toString(); !kind.isEmpty()) {
        query.kinds = QStringList{kind};
    }
    query.job = m_job->currentData().toLongLong();
    if (const int days = m_period->currentData().toInt(); days > 0) {
        query.from = QDate::currentDate().addDays(1 - days).startOfDay().toMSecsSinceEpoch();
    }
    return query;
}

bool RunFilters::isFiltering() const
{
    return std::any_of(m_all.cbegin(), m_all.cend(), [](const QComboBox *combo) { return combo->currentIndex() > 0; });
}

void RunFilters::reset()
{
    {
        const QScopedValueRollback quiet(m_quiet, true);
        for (QComboBox *combo : std::as_const(m_all)) {
            combo->setCurrentIndex(0);
        }
    }
    onChosen();
}

void RunFilters::showJob(JobId job)
{
    {
        const QScopedValueRollback quiet(m_quiet, true);
        for (QComboBox *combo : std::as_const(m_all)) {
            combo->setCurrentIndex(0);
        }
        if (job > 0) {
            addJob(job);
        }
    }
    onChosen();
}

void RunFilters::setCount(const QString &text)
{
    m_count->setText(text);
}

void RunFilters::keep(LayoutKeeper &keeper, const QSettings &settings, const QString &group)
{
    {
        const QScopedValueRollback quiet(m_quiet, true);
        for (QComboBox *combo : std::as_const(m_all)) {
            const QString kept = settings.value(group + QLatin1Char('/') + combo->objectName()).toString();
            if (combo == m_job && kept.toLongLong() > 0) {
                addJob(kept.toLongLong());
            } else {
                combo->setCurrentIndex(std::max(0, combo->findData(kept)));
            }
            keeper.keep(combo->objectName(), [combo] { return combo->currentData(); });
        }
    }
    connect(this, &RunFilters::changed, &keeper, &LayoutKeeper::changed);
    m_reset->setVisible(isFiltering());
}

} // namespace vestnik
