// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/run.h"
#include "core/model/task.h"
#include "core/model/trigger.h"

#include <QJsonObject>
#include <QList>
#include <QMetaType>
#include <QString>

#include <optional>

namespace vestnik {

/// Names of the kinds of jobs that are built in. A kind is a name, so that a later one needs no change here.
namespace jobkinds {
inline constexpr const char *parse = "parse"; ///< reads new posts
inline constexpr const char *recheck = "recheck"; ///< reads old posts again for edits and deletions; {"days": 1..365}
inline constexpr const char *retention = "retention"; ///< applies the rules of retention
inline constexpr const char *backup = "backup"; ///< {"folder": "", "keep": 1..1000}; empty folder: the data directory's
/// {"format": "csv|ndjson|json|html|xlsx", "folder": "/…", "name": "posts-{date}", "query": "", "days": 0..36500};
/// `query` in the language of searches; `days` 0: all posts. {date} and {time} are those of the run.
inline constexpr const char *exportPosts = "export";
} // namespace jobkinds

/// Which channels a job works on; for kinds that work on channels (parse, recheck, export).
struct JobTarget {
    enum class Kind { All, User, Folder, Channels };
    Kind kind = Kind::All;
    UserId user = localUserId; ///< Kind::User
    QString folder; ///< Kind::Folder; empty: channels without a folder
    QList<ChannelId> channels; ///< Kind::Channels

    [[nodiscard]] bool operator==(const JobTarget &) const = default;
};

/// What becomes of fires that could not be kept: the computer slept, the program was closed, the clock was set, the
/// store was away.
enum class MissedPolicy {
    Skip, ///< none is made up for
    Once, ///< one run for all of them
    All, ///< one run for each, the newest `missedLimit` at most
};

/// What becomes of a fire while as many runs of the job as may go side by side are going.
enum class OverlapPolicy {
    Skip,
    Queue, ///< waits for its turn; one waits at most
    CancelOld, ///< the oldest going run is stopped, then the new one begins
};

struct JobPolicy {
    MissedPolicy missed = MissedPolicy::Once;
    int missedLimit = 3; ///< 1..1000, with MissedPolicy::All
    OverlapPolicy overlap = OverlapPolicy::Skip;
    int concurrency = 1; ///< runs of this job side by side, 1..16
    int priority = 0; ///< -10..10; of the runs that wait, the highest goes first
    qint64 timeoutMs = 0; ///< 0: none, otherwise 1 s .. 7 days
    int retries = 0; ///< after a failure, 0..20
    qint64 retryDelayMs = 60'000; ///< 1 s .. 24 h

    [[nodiscard]] bool operator==(const JobPolicy &) const = default;
};

/// Work that is done again and again. A value.
struct Job {
    JobId id = 0; ///< 0: not stored yet
    QString kind = QLatin1String(jobkinds::parse);
    QString name; ///< 1..100 characters
    bool enabled = true;
    bool paused = false;
    qint64 pausedUntil = 0; ///< ms UTC, with `paused`; 0: until it is resumed
    Trigger trigger;
    JobTarget target;
    QJsonObject arguments; ///< of the kind
    JobPolicy policy;
    qint64 createdAt = 0; ///< ms UTC

    /// Fires by itself while the scheduler runs.
    [[nodiscard]] bool isArmed() const { return enabled && !paused; }
    [[nodiscard]] bool operator==(const Job &) const = default;
};

/// A job as the window lists it.
struct JobRow {
    Job job;
    qint64 nextAt = 0; ///< ms UTC; what it would be, also while the scheduler is stopped; 0: never
    std::optional<RunRecord> last; ///< its newest run that ended (skipped and missed ones included)
    QList<RunId> going; ///< running and queued

    [[nodiscard]] bool operator==(const JobRow &) const = default;
};

/// A run that will come.
struct UpcomingRun {
    JobId job = 0;
    QString name;
    QString kind;
    qint64 at = 0; ///< ms UTC

    [[nodiscard]] bool operator==(const UpcomingRun &) const = default;
};

/// The fires of a job in a stretch of time.
struct JobFires {
    static constexpr int most = 300;

    JobId job = 0;
    QList<qint64> fires; ///< ms UTC, ascending, at most `most`
    bool dense = false; ///< there are more: fires every `everyMs` or so
    qint64 everyMs = 0;
    qint64 pausedUntil = 0; ///< none before, because the job is paused; -1: paused without an end
};

/// What a job would do now.
struct JobForecast {
    QList<TaskFact> facts; ///< "channels", "posts", "bytes", "file" …
    QList<qint64> fires; ///< the next five, ms UTC
    Error error; ///< why it could not work
};

/// Stable lower-case names, as in JSON.
[[nodiscard]] QString missedPolicyName(MissedPolicy policy);
[[nodiscard]] QString overlapPolicyName(OverlapPolicy policy);

/// What is stored and what later travels over the API. Members that are absent keep their defaults; a value that is
/// unknown or out of range is an InvalidArgument with the member's name as its subject.
[[nodiscard]] QJsonObject triggerToJson(const Trigger &trigger);
[[nodiscard]] Result<Trigger> triggerFromJson(const QJsonObject &json);
[[nodiscard]] QJsonObject jobTargetToJson(const JobTarget &target);
[[nodiscard]] Result<JobTarget> jobTargetFromJson(const QJsonObject &json);
[[nodiscard]] QJsonObject jobPolicyToJson(const JobPolicy &policy);
[[nodiscard]] Result<JobPolicy> jobPolicyFromJson(const QJsonObject &json);
/// With id, kind, name, enabled, paused, paused_until and the three objects above.
[[nodiscard]] QJsonObject jobToJson(const Job &job);

/// Ranges, names and lengths of everything but the kind's arguments and the cron expression. `job` as it is to be
/// stored; the subject of the error is the member's name.
[[nodiscard]] Result<void> checkJob(const Job &job);

} // namespace vestnik

Q_DECLARE_METATYPE(vestnik::JobRow)
