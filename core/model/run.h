// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/model/ids.h"

#include <QList>
#include <QMetaType>
#include <QString>

#include <optional>

namespace vestnik {

/// The life of a run. "Stopped" is the operator's wish and no failure.
enum class RunStatus {
    Queued,
    Running,
    Done,
    Partly, ///< some channels failed
    Failed, ///< all channels failed, or the run could not work
    Stopped,
    Interrupted, ///< the program ended while it was going
};

/// Who asked for a run.
enum class RunOrigin { Schedule, Window, CommandLine, Api, Bot };

/// How far back to read.
struct HistoryGoal {
    enum class Kind {
        Recent, ///< what is new; a channel's first run reads back as the settings say
        All, ///< to the first message
        Since, ///< to `since`
        Newest, ///< until `posts` posts are stored
    };
    Kind kind = Kind::Recent;
    qint64 since = 0; ///< ms UTC
    int posts = 0;

    [[nodiscard]] bool operator==(const HistoryGoal &) const = default;
};

/// Parses `all`, `30d` or `500` (the values of `--history`); nullopt for anything else. Days 1..36500,
/// posts 1..10,000,000. `now` (ms UTC) turns days into a date.
[[nodiscard]] std::optional<HistoryGoal> historyGoalFromText(const QString &text, qint64 now);

struct ParseRequest {
    QList<ChannelId> channels; ///< empty: all active ones
    HistoryGoal history;
    RunOrigin origin = RunOrigin::Window;
};

enum class RunChannelStatus { Queued, Running, Ok, Failed, Stopped };

/// One channel's part of a run.
struct RunChannel {
    RunId runId = 0;
    ChannelId channelId = 0;
    QString username;
    RunChannelStatus status = RunChannelStatus::Queued;
    int postsAdded = 0;
    int postsUpdated = 0;
    int pages = 0;
    qint64 bytes = 0; ///< on the wire
    qint64 startedAt = 0;
    qint64 finishedAt = 0;
    Error error;

    [[nodiscard]] bool operator==(const RunChannel &) const = default;
};

struct RunRecord {
    RunId id = 0;
    RunStatus status = RunStatus::Queued;
    RunOrigin origin = RunOrigin::Schedule;
    qint64 startedAt = 0; ///< ms UTC
    qint64 finishedAt = 0; ///< ms UTC, 0 while it is going
    int channelsTotal = 0;
    int channelsDone = 0;
    int channelsFailed = 0;
    int postsAdded = 0;
    int postsUpdated = 0;
    qint64 bytes = 0;
    Error error; ///< of the run as a whole

    [[nodiscard]] bool operator==(const RunRecord &) const = default;
};

/// What a going run reports, at most ten times a second.
struct RunProgress {
    RunRecord run;
    qint64 etaMs = -1; ///< time left, -1 unknown
    QString current; ///< a channel that is being read, for the status bar
    qint64 waitingUntil = 0; ///< ms UTC: the host holds everything until then; 0 not waiting
    qint64 historyDone = -1; ///< message ids read of `historyTotal` when history was asked for; -1 not asked
    qint64 historyTotal = -1; ///< estimate
};

/// Stable lower-case names, as in `parse --json` and `status --json`.
[[nodiscard]] QString runStatusName(RunStatus status);
[[nodiscard]] RunStatus runStatusFromName(const QString &name);
[[nodiscard]] QString runOriginName(RunOrigin origin);
[[nodiscard]] RunOrigin runOriginFromName(const QString &name);
[[nodiscard]] QString runChannelStatusName(RunChannelStatus status);
[[nodiscard]] RunChannelStatus runChannelStatusFromName(const QString &name);

} // namespace vestnik

Q_DECLARE_METATYPE(vestnik::RunRecord)
Q_DECLARE_METATYPE(vestnik::RunProgress)
