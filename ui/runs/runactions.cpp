// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/runs/runactions.h"

#include "ui/widgets/controls.h"

#include <algorithm>

namespace vestnik {

RunActions::RunActions(QWidget *page)
    : PageActions(page)
    , cancel(make("runsCancel", tr("&Cancel run"), "stop", QKeySequence(Qt::CTRL | Qt::Key_Period)))
    , retryFailed(make("runsRetryFailed", tr("Re&try failed channels"), "retry", QKeySequence(Qt::CTRL | Qt::Key_R)))
    , runAgain(make("runsRunAgain", tr("&Run the job again"), "start"))
    , showJob(make("runsShowJob", tr("Show the &job"), "calendar"))
    , copy(make("runsCopy", tr("Cop&y"), "copy", QKeySequence::Copy))
    , copyLog(make("runsCopyLog", tr("Copy the &log"), "log", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C)))
    , selectAll(make("runsSelectAll", tr("Select &all"), "check", QKeySequence::SelectAll))
    , charts(make("runsCharts", tr("C&harts"), "overview"))
    , resetFilters(make("runsReset", tr("Reset filters"), "reset"))
{
    charts->setCheckable(true);
    update({});
}

QList<QAction *> RunActions::menu() const
{
    return {cancel, retryFailed, runAgain, showJob, nullptr, copy, copyLog, selectAll, nullptr, charts, resetFilters};
}

void RunActions::update(const Situation &situation)
{
    const QList<RunRecord> &selected = situation.selected;
    const bool any = !selected.isEmpty();
    const bool one = selected.size() == 1;
    const QString selectOne = tr("Select one run.");
    const QString selectSome = tr("Select runs first.");
    const auto going = [](const RunRecord &run) { return isGoing(run.status); };
    allow(cancel, std::any_of(selected.cbegin(), selected.cend(), going), any ? tr("This run has ended.") : selectSome);

    QString whyNot;
    if (!one) {
        whyNot = selectOne;
    } else if (isGoing(selected.first().status)) {
        whyNot = tr("This run is still going.");
    } else if (selected.first().channelsFailed == 0) {
        whyNot = tr("No channel of this run failed.");
    } else if (!situation.writable) {
        whyNot = tr("The database cannot be written.");
    }
    allow(retryFailed, whyNot.isEmpty(), whyNot);

    whyNot.clear();
    if (!one) {
        whyNot = selectOne;
    } else if (selected.first().job == 0) {
        whyNot = tr("This run belongs to no job.");
    } else if (!situation.jobExists) {
        whyNot = tr("Its job is not there any more.");
    }
    allow(showJob, whyNot.isEmpty(), whyNot);
    if (whyNot.isEmpty() && !situation.writable) {
        whyNot = tr("The database cannot be written.");
    }
    allow(runAgain, whyNot.isEmpty(), whyNot);
    allow(copy, any, selectSome);
    allow(copyLog, situation.hasLog, one ? tr("Nothing was logged of this run.") : selectOne);
    allow(resetFilters, situation.filtering, tr("No filter is set."));
    setActionTip(charts, tr("Charts of posts, durations and results"));
}

} // namespace vestnik
