// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/job.h"
#include "core/schedule/duequeue.h"
#include "core/schedule/triggertimes.h"

#include <map>
#include <optional>

namespace vestnik {

/// Why fires could not be kept, and between when.
struct MissedCause {
    RunReasonKind kind = RunReasonKind::Busy;
    qint64 from = 0; ///< ms UTC; 0: not known, then it is the first of them
    qint64 to = 0; ///< ms UTC; 0: not known, then it is now
};

/// A job with all that the scheduler knows of it.
struct JobEntry {
    /// ms: when the clock is set back by more, what was decided for later than now is decided anew; below, nothing is
    /// run twice.
    static constexpr qint64 setBackMs = 5 * 60'000;

    Job job;
    TriggerTimes times;
    bool usable = false; ///< its kind has a worker, and its trigger can be reckoned with
    qint64 handledUntil = 0; ///< ms UTC: all fires up to here were decided
    qint64 lastBeganAt = 0; ///< ms UTC, 0 never
    /// Interval without an anchor: its next fire is the first moment from here on that its windows allow; 0: counted
    /// from the beginning of the run before.
    qint64 freshFrom = 0;
    qint64 fireAt = 0; ///< ms UTC: the next fire without jitter; 0: none
    MissedCause cause; ///< why fires that are behind were not kept
    std::optional<RunRecord> last; ///< its newest run that ended

    /// Each fire is counted from the beginning of the run before.
    [[nodiscard]] bool isLoose() const { return job.trigger.kind == TriggerKind::Interval && job.trigger.anchor == 0; }
    /// What the fires of a loose job are counted from, ms UTC: its newest run, or a fire that came to none.
    [[nodiscard]] qint64 base() const { return lastBeganAt != 0 ? lastBeganAt : handledUntil; }
    [[nodiscard]] bool isArmed() const { return usable && job.isArmed(); }
    /// Something of it is to be decided already: a fire, or fires since its pause was over.
    [[nodiscard]] bool liesBehind(qint64 beginAt, qint64 now) const
    {
        return (beginAt != 0 && beginAt <= now) || (job.paused && job.pausedUntil != 0 && job.pausedUntil <= now);
    }
    /// The first fire after `after`, ms UTC; 0: none.
    [[nodiscard]] qint64 nextFire(qint64 after) const;
    /// When the job is to begin for a fire: never at or after the next fire, so that fires keep their order whatever
    /// the jitter is.
    [[nodiscard]] qint64 beginFor(qint64 fire) const;
};

/// The fires of a job that lie behind.
struct PastFires {
    /// Later than this a fire was missed.
    static constexpr qint64 graceMs = 60'000;

    qint64 handledUntil = 0; ///< ms UTC: all up to here are in this answer
    qint64 due = 0; ///< ms UTC: the newest, if it can still be kept; 0: it is missed, too
    qint64 missed = 0; ///< how many are missed, at most the limit that was given
    qint64 first = 0; ///< ms UTC: the oldest missed one
    QList<qint64> newest; ///< the newest missed ones, ascending; as many as the job may make up for

    /// Of a job whose next beginning is not after `now`. `countLimit`: fires beyond are not counted.
    [[nodiscard]] static PastFires of(const JobEntry &entry, qint64 now, qint64 countLimit);
};

/// The jobs that are known and their next fires. Reckons, decides nothing. A value of the engine thread.
class JobBook final {
public:
    void clear();
    JobEntry &insert(JobEntry entry);
    void remove(JobId job);
    [[nodiscard]] JobEntry *find(JobId job);
    [[nodiscard]] const JobEntry *find(JobId job) const;
    [[nodiscard]] std::map<JobId, JobEntry> &entries() { return m_entries; }
    [[nodiscard]] const std::map<JobId, JobEntry> &entries() const { return m_entries; }

    /// All fires up to now are decided: none of them is missed.
    static void settle(JobEntry &entry, qint64 now);
    /// Reckons the next fire of a job anew, and puts it into the queue; out of it unless armed.
    void reckon(JobEntry &entry);
    /// No fire is to come.
    void disarm();
    [[nodiscard]] const DueQueue &due() const { return m_due; }
    /// Paused jobs by the end of their pause.
    [[nodiscard]] const DueQueue &pauses() const { return m_pauses; }
    /// To be called after the pause of a job was changed.
    void watchPause(const JobEntry &entry);

private:
    std::map<JobId, JobEntry> m_entries;
    DueQueue m_due;
    DueQueue m_pauses;
};

} // namespace vestnik
