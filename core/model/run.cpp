// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/run.h"

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

QString runChannelStatusName(RunChannelStatus status)
{
    return nameOf(channelStatusNames, status);
}

RunChannelStatus runChannelStatusFromName(const QString &name)
{
    return valueOf(channelStatusNames, name, RunChannelStatus::Failed);
}

} // namespace vestnik
