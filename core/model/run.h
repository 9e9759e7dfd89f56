// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/model/ids.h"

#include <QList>
#include <QMetaType>
#include <QString>
#include <QStringList>

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
    Skipped, ///< was due and did not begin; its reason says why
    Missed, ///< fires that could not be kept; its reason counts them
};

[[nodiscard]] inline bool isGoing(RunStatus status)
{
    return status == RunStatus::Queued || status == RunStatus::Running;
}

/// Who asked for a run.
enum class RunOrigin { Schedule, Window, CommandLine, Api, Bot };

/// Why a run is there, did not begin, or ended early. Kinds, not texts: the window and the command line have the words.
enum class RunReasonKind {
    None,
    // Skipped.
    StillGoing, ///< `run` of the same job still goes
    OneWaits, ///< `run` of the same job waits already
    SameWork, ///< `run` reads these channels already
    NothingToDo, ///< no channel is active, nothing to remove …
    // Missed: `count` fires between `from` and `to`, `ran` of them made up for.
    Asleep,
    ProgramClosed,
    ClockSet, ///< forward
    StoreAway, ///< the store was closed or lost
    Busy, ///< the loop or the machine was too busy to keep them
    // Why it began.
    CatchUp, ///< for `count` missed fires
    Retry, ///< the `count`th try after `run` failed
    Resumed, ///< goes on with `run`, which was interrupted
    FailedChannels, ///< the operator wants the failed channels of `run` again
    // Why it ended.
    TimedOut, ///< after `count` ms
    Replaced, ///< `run` took its place
    SchedulerStopped,
    JobRemoved,
    JobPaused,
};

struct RunReason {
    RunReasonKind kind = RunReasonKind::None;
    RunId run = 0;
    qint64 count = 0;
    qint64 ran = 0;
    qint64 from = 0; ///< ms UTC
    qint64 to = 0;

    [[nodiscard]] bool operator==(const RunReason &) const = default;
};

/// How a run that is cancelled is to end.
struct RunVerdict {
    RunStatus status = RunStatus::Stopped;
    Error error;
    RunReason reason;
};

/// How far back to read.
struct HistoryGoal {
    enum class Kind {
        Recent, ///< what is new; a channel's first run reads back as the settings say
        All, ///< to the first message
        Since, ///< to `since`
        Newest, ///< until `posts` posts are stored
        Recheck, ///< reads what is stored once more, back to `since`, for edits and deletions; nothing older
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
    RunReason reason;
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
    QString kind = QStringLiteral("parse"); ///< as of jobs
    JobId job = 0; ///< 0: of no job, or of one that is gone
    QString jobName; ///< as it was then
    qint64 dueAt = 0; ///< ms UTC: the fire that it is for; 0: by hand
    qint64 queuedAt = 0; ///< ms UTC
    int attempt = 1;
    RunReason reason;
    qint64 startedAt = 0; ///< ms UTC; of skipped and missed ones when that was found
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

/// Which runs to list, newest first. Empty members do not filter.
struct RunQuery {
    QList<RunStatus> statuses;
    QList<RunOrigin> origins;
    QStringList kinds;
    JobId job = 0;
    ChannelId channel = 0; ///< runs that read it
    qint64 from = 0; ///< startedAt, ms UTC, included; 0 open
    qint64 to = 0; ///< excluded; 0 open
    RunId before = 0; ///< keyset: older than this one; 0 from the newest
    int limit = 200; ///< 1..1000

    [[nodiscard]] bool operator==(const RunQuery &) const = default;
};

struct RunPage {
    QList<RunRecord> runs;
    bool hasMore = false;
};

/// What charts of runs are drawn of. Boundaries are the caller's, because days are local.
struct RunChartQuery {
    QList<qint64> hours; ///< ms UTC, ascending: n + 1 boundaries of n hours, at most 24 × 31
    QList<qint64> days; ///< likewise, at most 366
};

struct RunCharts {
    struct Day {
        int done = 0; ///< done and partly
        int failed = 0; ///< failed, partly excluded
        int stopped = 0; ///< stopped and interrupted
        int skipped = 0; ///< skipped and missed
        qint64 meanMs = -1; ///< of the runs that ended done, partly or failed; -1 none
        qint64 longestMs = -1;
        qint64 posts = 0; ///< added

        [[nodiscard]] bool operator==(const Day &) const = default;
    };
    QList<qint64> postsPerHour; ///< added by runs that began in the hour
    QList<Day> days;
};

/// Stable lower-case names, as in `parse --json` and `status --json`.
[[nodiscard]] QString runStatusName(RunStatus status);
[[nodiscard]] RunStatus runStatusFromName(const QString &name);
[[nodiscard]] QString runOriginName(RunOrigin origin);
[[nodiscard]] RunOrigin runOriginFromName(const QString &name);
[[nodiscard]] QString runReasonName(RunReasonKind kind);
[[nodiscard]] RunReasonKind runReasonFromName(const QString &name);
/// English sentence for logs, the command line and JSON ("missed 3 while asleep 02:10-07:45, ran once"); times in the
/// system's zone. Empty for None.
[[nodiscard]] QString runReasonEnglish(const RunReason &reason);
[[nodiscard]] QString runChannelStatusName(RunChannelStatus status);
[[nodiscard]] RunChannelStatus runChannelStatusFromName(const QString &name);

} // namespace vestnik

Q_DECLARE_METATYPE(vestnik::RunRecord)
Q_DECLARE_METATYPE(vestnik::RunProgress)
