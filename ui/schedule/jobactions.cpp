// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/schedule/jobactions.h"

#include <QDateTime>
#include <QMenu>
#include <QWidget>

#include <algorithm>

namespace vestnik {
namespace {

constexpr int evening = 20; ///< hours
constexpr int morning = 8;

} // namespace

JobActions::JobActions(QWidget *page)
    : PageActions(page)
    , add(make("scheduleAdd", tr("&New job…"), "add", QKeySequence(Qt::Key_Insert)))
    , edit(make("scheduleEdit", tr("&Edit"), "rename", QKeySequence(Qt::Key_Return)))
    , run(make("scheduleRun", tr("&Run now"), "start", QKeySequence(Qt::Key_F8)))
    , dryRun(make("scheduleDryRun", tr("Dr&y run"), "views", QKeySequence(Qt::SHIFT | Qt::Key_F8)))
    , showRuns(make("scheduleShowRuns", tr("S&how runs"), "clock"))
    , pause(make("schedulePause", tr("&Pause", "job"), "pause"))
    , pauseMenu(new QMenu(tr("Pause &until"), page))
    , pauseHour(make("schedulePauseHour", tr("For an &hour"), "clock"))
    , pauseTonight(make("schedulePauseTonight", tr("Until to&night, 20:00"), "clock"))
    , pauseMorning(make("schedulePauseMorning", tr("Until to&morrow, 08:00"), "clock"))
    , pauseUntil(make("schedulePauseUntil", tr("Until a &day and time…"), "calendar"))
    , resume(make("scheduleResume", tr("Re&sume"), "start"))
    , toggle(make("scheduleToggle", tr("Switch &off"), "stop", QKeySequence(Qt::Key_Space)))
    , duplicate(make("scheduleDuplicate", tr("&Duplicate"), "album", QKeySequence(Qt::CTRL | Qt::Key_D)))
    , remove(make("scheduleRemove", tr("De&lete"), "remove", QKeySequence::Delete))
    , copy(make("scheduleCopy", tr("&Copy"), "copy", QKeySequence::Copy))
    , selectAll(make("scheduleSelectAll", tr("Select &all"), "check", QKeySequence::SelectAll))
{
    pauseMenu->setObjectName(QStringLiteral("schedulePauseMenu"));
    pauseMenu->setToolTipsVisible(true);
    pauseMenu->menuAction()->setObjectName(QStringLiteral("schedulePauseMenuAction"));
    pauseMenu->addActions({pauseHour, pauseTonight, pauseMorning, pauseUntil});
    update({});
}

void JobActions::attachTo(QWidget *table)
{
    auto *page = static_cast<QWidget *>(parent());
    // In the editor beside the table these keys are those of its fields and buttons.
    for (QAction *action : {edit, toggle, remove, copy, selectAll}) {
        page->removeAction(action);
        action->setShortcutContext(Qt::WidgetShortcut);
        table->addAction(action);
    }
}

QList<QAction *> JobActions::menu() const
{
    return {add, edit, duplicate, nullptr, run, dryRun, showRuns, nullptr, pause, pauseMenu->menuAction(), resume,
        toggle, nullptr, copy, selectAll, nullptr, remove};
}

qint64 JobActions::tonight(qint64 now)
{
    return QDateTime(QDateTime::fromMSecsSinceEpoch(now).date(), QTime(evening, 0)).toMSecsSinceEpoch();
}

qint64 JobActions::tomorrowMorning(qint64 now)
{
    return QDateTime(QDateTime::fromMSecsSinceEpoch(now).date().addDays(1), QTime(morning, 0)).toMSecsSinceEpoch();
}

void JobActions::update(const Situation &situation)
{
    const QList<JobRow> &selected = situation.selected;
    const bool any = !selected.isEmpty();
    const bool one = selected.size() == 1;
    const bool writable = situation.writable;
    const QString noWriting = tr("The database cannot be written.");
    const QString forMany = writable ? tr("Select jobs first.") : noWriting;
    const QString forOne = tr("Select one job.");
    const QString noJobs = tr("There are no jobs yet.");
    const auto some = [&](auto &&is) { return std::any_of(selected.cbegin(), selected.cend(), is); };
    const bool someOff = some([](const JobRow &row) { return !row.job.enabled; });
    const bool somePaused = some([](const JobRow &row) { return row.job.paused; });
    const bool allForGood = any && !some([](const JobRow &row) { return !row.job.paused || row.job.pausedUntil > 0; });

    toggle->setText(someOff ? tr("Switch &on") : tr("Switch &off"));
    setIcon(toggle, someOff ? QStringLiteral("check") : QStringLiteral("stop"));

    allow(add, writable, noWriting);
    allow(edit, one, forOne);
    allow(duplicate, any && writable, forMany);
    allow(run, any && writable, forMany);
    allow(dryRun, one, forOne);
    allow(showRuns, one, forOne);
    allow(pause, any && writable && !allForGood, any && writable ? tr("All of them are paused.") : forMany);
    pauseMenu->menuAction()->setEnabled(any && writable);
    for (QAction *action : {pauseHour, pauseMorning, pauseUntil}) {
        allow(action, any && writable, forMany);
    }
    allow(pauseTonight, any && writable && tonight(situation.now) > situation.now,
        any && writable ? tr("It is later than that.") : forMany);
    allow(resume, somePaused && writable, any && writable ? tr("None of them is paused.") : forMany);
    allow(toggle, any && writable, forMany);
    allow(copy, any, tr("Select jobs first."));
    allow(selectAll, situation.total > 0, noJobs);
    allow(remove, any && writable, forMany);
}

} // namespace vestnik
