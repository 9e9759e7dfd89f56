// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/runtexts.h"

#include "core/model/job.h"
#include "ui/widgets/texts.h"
#include "ui/widgets/theme.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <limits>

namespace vestnik::texts {
namespace {

QString translate(const char *context, const char *source, const char *comment = nullptr, int n = -1)
{
    return QCoreApplication::translate(context, source, comment, n);
}

int small(qint64 count)
{
    return int(std::clamp<qint64>(count, 0, std::numeric_limits<int>::max()));
}

// Groups of digits stand apart by the same narrow space as elsewhere.
QString narrow(QString text)
{
    return text.replace(QChar(QChar::Nbsp), QChar(0x202F));
}

QString clockOf(const QDateTime &at)
{
    return at.time().toString(QStringLiteral("HH:mm"));
}

QString dayAndClock(const QDateTime &at, const QDate &today)
{
    const bool sameYear = at.date().year() == today.year();
    return QLocale().toString(at.date(), sameYear ? QStringLiteral("d MMM") : QStringLiteral("d MMM yyyy"))
        + QLatin1Char(' ') + clockOf(at);
}

QString madeUp(qint64 ran)
{
    if (ran <= 0) {
        return translate("RunTexts", "none was made up for", "end of a sentence about missed runs");
    }
    if (ran == 1) {
        return translate("RunTexts", "ran once", "end of a sentence about missed runs");
    }
    return translate("RunTexts", "ran %Ln times", "end of a sentence about missed runs", small(ran));
}

QString missed(const RunReason &reason, qint64 now)
{
    const int count = small(reason.count);
    const QString time = period(reason.from, reason.to, now);
    QString pattern;
    switch (reason.kind) {
    case RunReasonKind::Asleep:
        pattern = translate("RunTexts", "Missed %Ln while asleep %1, %2.", "time, what was done about it", count);
        break;
    case RunReasonKind::ProgramClosed:
        pattern = translate(
            "RunTexts", "Missed %Ln while the program was closed %1, %2.", "time, what was done about it", count);
        break;
    case RunReasonKind::ClockSet:
        pattern = translate(
            "RunTexts", "Missed %Ln because the clock was set forward %1, %2.", "time, what was done about it", count);
        break;
    case RunReasonKind::StoreAway:
        pattern = translate(
            "RunTexts", "Missed %Ln while the database was away %1, %2.", "time, what was done about it", count);
        break;
    default:
        pattern = translate(
            "RunTexts", "Missed %Ln while the computer was too busy %1, %2.", "time, what was done about it", count);
        break;
    }
    return narrow(pattern.arg(time, madeUp(reason.ran)));
}

} // namespace

QString period(qint64 from, qint64 to, qint64 now)
{
    const QDate today = QDateTime::fromMSecsSinceEpoch(now).date();
    const QDateTime begin = QDateTime::fromMSecsSinceEpoch(from);
    const QDateTime end = QDateTime::fromMSecsSinceEpoch(to);
    if (begin.date() == end.date()) {
        return (begin.date() == today ? clockOf(begin) : dayAndClock(begin, today)) + QChar(0x2013) + clockOf(end);
    }
    // With a date at one end only, the bare hours of the other would be read as that day's.
    return dayAndClock(begin, today) + QStringLiteral(" – ") + dayAndClock(end, today);
}

QString runReason(const RunReason &reason)
{
    return runReason(reason, QDateTime::currentMSecsSinceEpoch());
}

QString runReason(const RunReason &reason, qint64 now)
{
    const QString run = QString::number(reason.run);
    switch (reason.kind) {
    case RunReasonKind::None:
        return {};
    case RunReasonKind::StillGoing:
        return translate("RunTexts", "Run %1 was still going.").arg(run);
    case RunReasonKind::OneWaits:
        return translate("RunTexts", "Run %1 was waiting already.").arg(run);
    case RunReasonKind::SameWork:
        return translate("RunTexts", "Run %1 was reading these channels already.").arg(run);
    case RunReasonKind::NothingToDo:
        return translate("RunTexts", "There was nothing to do.");
    case RunReasonKind::Asleep:
    case RunReasonKind::ProgramClosed:
    case RunReasonKind::ClockSet:
    case RunReasonKind::StoreAway:
    case RunReasonKind::Busy:
        return missed(reason, now);
    case RunReasonKind::CatchUp:
        return narrow(translate("RunTexts", "Catches up for %Ln missed.", "runs", small(reason.count)));
    case RunReasonKind::Retry:
        return translate("RunTexts", "Try %1 after run %2 failed.").arg(number(reason.count), run);
    case RunReasonKind::Resumed:
        return translate("RunTexts", "Goes on with run %1, which was interrupted.").arg(run);
    case RunReasonKind::FailedChannels:
        return translate("RunTexts", "Reads the failed channels of run %1 again.").arg(run);
    case RunReasonKind::TimedOut:
        return translate("RunTexts", "Stopped after %1: time limit.").arg(durationWords(reason.count));
    case RunReasonKind::Replaced:
        return translate("RunTexts", "Run %1 took its place.").arg(run);
    case RunReasonKind::SchedulerStopped:
        return translate("RunTexts", "The scheduler was stopped.");
    case RunReasonKind::JobRemoved:
        return translate("RunTexts", "The job was removed.");
    case RunReasonKind::JobPaused:
        break;
    }
    return translate("RunTexts", "The job was paused.");
}

QString runNote(const RunRecord &run, qint64 now)
{
    // What went wrong is the better answer, but who ended a run says more than that it was ended.
    const bool told = run.error.code == ErrorCode::None || run.error.code == ErrorCode::Cancelled;
    return told && run.reason.kind != RunReasonKind::None ? runReason(run.reason, now) : error(run.error);
}

QString jobKind(const QString &kind)
{
    if (kind == QLatin1String(jobkinds::parse)) {
        return translate("RunTexts", "Parse channels", "kind of job");
    }
    if (kind == QLatin1String(jobkinds::recheck)) {
        return translate("RunTexts", "Re-check edits", "kind of job");
    }
    if (kind == QLatin1String(jobkinds::retention)) {
        return translate("RunTexts", "Remove old posts", "kind of job");
    }
    if (kind == QLatin1String(jobkinds::backup)) {
        return translate("RunTexts", "Back up", "kind of job");
    }
    if (kind == QLatin1String(jobkinds::exportPosts)) {
        return translate("RunTexts", "Export posts", "kind of job");
    }
    return kind;
}

QString runName(const RunRecord &run)
{
    return run.jobName.isEmpty() ? jobKind(run.kind) : run.jobName;
}

QString whenWithClock(qint64 ms, qint64 now)
{
    const QString day = when(ms, now);
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(ms);
    const qint64 daysOff = QDateTime::fromMSecsSinceEpoch(now).date().daysTo(at.date());
    const bool hasClock = ms == 0 || daysOff == 0 || daysOff == 1;
    return hasClock ? day : day + QLatin1Char(' ') + clockOf(at);
}

QString runFailures(const RunRecord &run)
{
    return run.channelsFailed == 0 ? QString() : number(run.channelsFailed);
}

bool isOnlyNoted(RunStatus status)
{
    return status == RunStatus::Skipped || status == RunStatus::Missed;
}

QIcon runIcon(RunStatus status)
{
    switch (status) {
    case RunStatus::Queued:
        return Theme::icon(QStringLiteral("wait"), Theme::Role::Info);
    case RunStatus::Running:
        return Theme::icon(QStringLiteral("start"), Theme::Role::Info);
    case RunStatus::Done:
        return Theme::icon(QStringLiteral("good"), Theme::Role::Good);
    case RunStatus::Partly:
        return Theme::icon(QStringLiteral("warning"), Theme::Role::Warning);
    case RunStatus::Failed:
        return Theme::icon(QStringLiteral("bad"), Theme::Role::Bad);
    case RunStatus::Skipped:
        return Theme::icon(QStringLiteral("skip"), Theme::Role::Info);
    case RunStatus::Missed:
        return Theme::icon(QStringLiteral("clock"), Theme::Role::Warning);
    case RunStatus::Interrupted:
        return Theme::icon(QStringLiteral("stop"), Theme::Role::Warning);
    case RunStatus::Stopped:
        break;
    }
    return Theme::icon(QStringLiteral("stop"));
}

QIcon runChannelIcon(RunChannelStatus status)
{
    switch (status) {
    case RunChannelStatus::Queued:
        return Theme::icon(QStringLiteral("wait"));
    case RunChannelStatus::Running:
        return Theme::icon(QStringLiteral("start"), Theme::Role::Info);
    case RunChannelStatus::Ok:
        return Theme::icon(QStringLiteral("good"), Theme::Role::Good);
    case RunChannelStatus::Failed:
        return Theme::icon(QStringLiteral("bad"), Theme::Role::Bad);
    case RunChannelStatus::Stopped:
        break;
    }
    return Theme::icon(QStringLiteral("stop"));
}

} // namespace vestnik::texts
