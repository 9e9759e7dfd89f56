// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/schedule/jobbook.h"

#include <algorithm>

namespace vestnik {

qint64 JobEntry::nextFire(qint64 after) const
{
    if (isLoose() && freshFrom != 0) {
        return times.next(std::max(freshFrom - 1, after), 0).value_or(0);
    }
    return times.next(isLoose() ? std::max(after, base()) : after, isLoose() ? base() : 0).value_or(0);
}

qint64 JobEntry::beginFor(qint64 fire) const
{
    if (job.trigger.jitterMs == 0) {
        return fire;
    }
    const qint64 jitter = times.jitterOf(job.id, fire);
    const qint64 following =
        isLoose() ? fire + job.trigger.everyMs : times.next(fire, 0).value_or(fire + job.trigger.jitterMs + 1);
    return fire + std::min(jitter, following - fire - 1);
}

JobEntry &JobBook::insert(JobEntry entry)
{
    const JobId id = entry.job.id;
    JobEntry &kept = m_entries.insert_or_assign(id, std::move(entry)).first->second;
    watchPause(kept);
    return kept;
}

void JobBook::remove(JobId job)
{
    m_due.remove(job);
    m_pauses.remove(job);
    m_entries.erase(job);
}

void JobBook::clear()
{
    m_due.clear();
    m_pauses.clear();
    m_entries.clear();
}

JobEntry *JobBook::find(JobId job)
{
    const auto found = m_entries.find(job);
    return found == m_entries.end() ? nullptr : &found->second;
}

const JobEntry *JobBook::find(JobId job) const
{
    const auto found = m_entries.find(job);
    return found == m_entries.end() ? nullptr : &found->second;
}

void JobBook::settle(JobEntry &entry, qint64 now)
{
    if (entry.handledUntil > now + JobEntry::setBackMs) {
        entry.handledUntil = now;
    }
    // A loose job may be due at this very moment, unless it was already.
    entry.handledUntil = std::max(entry.handledUntil, entry.isLoose() ? now - 1 : now);
    entry.lastBeganAt = std::min(entry.lastBeganAt, now);
    entry.cause = {};
}

void JobBook::reckon(JobEntry &entry)
{
    entry.fireAt = entry.isArmed() ? entry.nextFire(entry.handledUntil) : 0;
    m_due.set(entry.job.id, entry.fireAt == 0 ? 0 : entry.beginFor(entry.fireAt));
}

void JobBook::disarm()
{
    m_due.clear();
    for (auto &[id, entry] : m_entries) {
        entry.fireAt = 0;
    }
}

void JobBook::watchPause(const JobEntry &entry)
{
    m_pauses.set(entry.job.id, entry.job.paused ? entry.job.pausedUntil : 0);
}

} // namespace vestnik
