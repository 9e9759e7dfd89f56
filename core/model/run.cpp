// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/run.h"

#include <QDateTime>

#include <array>

namespace vestnik {
namespace {

constexpr std::array<const char *, 9> statusNames{
    "queued", "running", "done", "partly", "failed", "stopped", "interrupted", "skipped", "missed"};
constexpr std::array<const char *, 5> originNames{"schedule", "window", "command_line", "api", "bot"};
constexpr std::array<const char *, 19> reasonNames{"none", "still_going", "one_waits", "same_work", "nothing_to_do",
    "asleep", "program_closed", "clock_set", "store_away", "busy", "catch_up", "retry", "resumed", "failed_channels",
    "timed_out", "replaced", "scheduler_stopped", "job_removed", "job_paused"};
constexpr std::array<const char *, 5> channelStatusNames{"queued", "running", "ok", "failed", "stopped"};

constexpr qint64 dayMs = 24LL * 3600 * 1000;

template<typename Enum, std::size_t N>
QString nameOf(const std::array<const char *, N> &names, Enum value)
{
    return QString::fromLatin1(names.at(static_cast<std::size_t>(value)));
}

template<typename Enum, std::size_t N>
Enum valueOf(const std::array<const char *, N> &names, const QString &name, Enum fallback)
{
    for (std::size_t i = 0; i < N; ++i) {
        if (name == QLatin1String(names[i])) {
            return static_cast<Enum>(i);
        }
    }
    return fallback;
}

/// "02:10–07:45", with the dates when it is not within one day.
QString spanEnglish(qint64 from, qint64 to)
{
    const QDateTime begin = QDateTime::fromMSecsSinceEpoch(from);
    const QDateTime end = QDateTime::fromMSecsSinceEpoch(to);
    const QString time = QStringLiteral("HH:mm");
    if (begin.date() != end.date()) {
        const QString whole = QStringLiteral("yyyy-MM-dd HH:mm");
        return begin.toString(whole) + QStringLiteral(" – ") + end.toString(whole);
    }
    const QString first = begin.toString(time);
    const QString last = end.toString(time);
    return first == last ? first : first + QStringLiteral("–") + last;
}

QString missedEnglish(const RunReason &reason, const QString &cause)
{
    QString text = QStringLiteral("missed %1 %2").arg(reason.count).arg(cause);
    if (reason.from > 0 && reason.to > 0) {
        text += QLatin1Char(' ') + spanEnglish(reason.from, reason.to);
    }
    if (reason.ran == 0) {
        return text + QStringLiteral(", not made up for");
    }
    if (reason.ran == 1) {
        return text + QStringLiteral(", ran once");
    }
    if (reason.ran >= reason.count) {
        return text + QStringLiteral(", all made up for");
    }
    return text + QStringLiteral(", %1 of %2 made up for").arg(reason.ran).arg(reason.count);
}

QString durationEnglish(qint64 ms)
{
    const qint64 seconds = ms / 1000;
    if (seconds > 0 && seconds % 3600 == 0) {
        return QStringLiteral("%1 h").arg(seconds / 3600);
    }
    return seconds > 0 && seconds % 60 == 0 ? QStringLiteral("%1 min").arg(seconds / 60)
                                            : QStringLiteral("%1 s").arg(seconds);
}

} // namespace

std::optional<HistoryGoal> historyGoalFromText(const QString &text, qint64 now)
{
    HistoryGoal goal;
    if (text == QLatin1String("all")) {
        goal.kind = HistoryGoal::Kind::All;
        return goal;
    }
    const bool days = text.endsWith(QLatin1Char('d'));
    bool ok = false;
    const int number = (days ? text.chopped(1) : text).toInt(&ok);
    if (!ok || number < 1 || number > (days ? 36500 : 10'000'000)) {
        return std::nullopt;
    }
    goal.kind = days ? HistoryGoal::Kind::Since : HistoryGoal::Kind::Newest;
    goal.since = days ? now - number * dayMs : 0;
    goal.posts = days ? 0 : number;
    return goal;
}

QString runStatusName(RunStatus status)
{
    return nameOf(statusNames, status);
}

RunStatus runStatusFromName(const QString &name)
{
    return valueOf(statusNames, name, RunStatus::Failed);
}

QString runOriginName(RunOrigin origin)
{
    return nameOf(originNames, origin);
}

RunOrigin runOriginFromName(const QString &name)
{
    return valueOf(originNames, name, RunOrigin::Schedule);
}

QString runReasonName(RunReasonKind kind)
{
    return nameOf(reasonNames, kind);
}

RunReasonKind runReasonFromName(const QString &name)
{
    return valueOf(reasonNames, name, RunReasonKind::None);
}

QString runReasonEnglish(const RunReason &reason)
{
    switch (reason.kind) {
    case RunReasonKind::None:
        break;
    case RunReasonKind::StillGoing:
        return QStringLiteral("run %1 still going").arg(reason.run);
    case RunReasonKind::OneWaits:
        return QStringLiteral("run %1 waits already").arg(reason.run);
    case RunReasonKind::SameWork:
        return QStringLiteral("run %1 reads these channels already").arg(reason.run);
    case RunReasonKind::NothingToDo:
        return QStringLiteral("nothing to do");
    case RunReasonKind::Asleep:
        return missedEnglish(reason, QStringLiteral("while asleep"));
    case RunReasonKind::ProgramClosed:
        return missedEnglish(reason, QStringLiteral("while the program was closed"));
    case RunReasonKind::ClockSet:
        return missedEnglish(reason, QStringLiteral("when the clock was set forward"));
    case RunReasonKind::StoreAway:
        return missedEnglish(reason, QStringLiteral("while the database was away"));
    case RunReasonKind::Busy:
        return missedEnglish(reason, QStringLiteral("while the computer was busy"));
    case RunReasonKind::CatchUp:
        return reason.count == 1 ? QStringLiteral("makes up for 1 missed run")
                                 : QStringLiteral("makes up for %1 missed runs").arg(reason.count);
    case RunReasonKind::Retry:
        return QStringLiteral("retry %1 after run %2 failed").arg(reason.count).arg(reason.run);
    case RunReasonKind::Resumed:
        return QStringLiteral("goes on with run %1").arg(reason.run);
    case RunReasonKind::FailedChannels:
        return QStringLiteral("failed channels of run %1 again").arg(reason.run);
    case RunReasonKind::TimedOut:
        return QStringLiteral("took longer than %1").arg(durationEnglish(reason.count));
    case RunReasonKind::Replaced:
        return QStringLiteral("run %1 took its place").arg(reason.run);
    case RunReasonKind::SchedulerStopped:
        return QStringLiteral("the scheduler was stopped");
    case RunReasonKind::JobRemoved:
        return QStringLiteral("the job was removed");
    case RunReasonKind::JobPaused:
        return QStringLiteral("the job was paused");
    }
    return {};
}

QString runChannelStatusName(RunChannelStatus status)
{
    return nameOf(channelStatusNames, status);
}

RunChannelStatus runChannelStatusFromName(const QString &name)
{
    return valueOf(channelStatusNames, name, RunChannelStatus::Failed);
}

} // namespace vestnik
