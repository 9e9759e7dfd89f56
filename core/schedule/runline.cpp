// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/schedule/runline.h"

#include <algorithm>

namespace vestnik {

RunLine::Key RunLine::keyOf(const LinedRun &run)
{
    const bool hand = run.place == LinedRun::Place::Hand;
    const int place = run.place == LinedRun::Place::Replacement ? 0 : 1;
    return Key(hand ? 0 : 1, -run.job.policy.priority, place, run.orderAt, run.record.id);
}

LinedRun &RunLine::add(LinedRun run)
{
    const RunId id = run.record.id;
    LinedRun &kept = m_runs.insert_or_assign(id, std::move(run)).first->second;
    m_byJob[kept.record.job].append(id);
    if (kept.readyAt != 0) {
        m_unripe.emplace(kept.readyAt, id);
    } else {
        m_waiting.insert(keyOf(kept));
    }
    return kept;
}

LinedRun RunLine::take(RunId run)
{
    const auto found = m_runs.find(run);
    if (found == m_runs.end()) {
        return {};
    }
    LinedRun taken = std::move(found->second);
    m_runs.erase(found);
    if (taken.going) {
        count(taken, -1);
        m_deadlines.erase(Timed(taken.deadline, run));
    } else {
        m_waiting.erase(keyOf(taken));
        m_unripe.erase(Timed(taken.readyAt, run));
    }
    QList<RunId> &siblings = m_byJob[taken.record.job];
    siblings.removeOne(run);
    if (siblings.isEmpty()) {
        m_byJob.remove(taken.record.job);
    }
    return taken;
}

LinedRun *RunLine::find(RunId run)
{
    const auto found = m_runs.find(run);
    return found == m_runs.end() ? nullptr : &found->second;
}

const LinedRun *RunLine::find(RunId run) const
{
    const auto found = m_runs.find(run);
    return found == m_runs.end() ? nullptr : &found->second;
}

void RunLine::count(const LinedRun &run, int by)
{
    m_going += by;
    Going &going = m_goingByJob[run.record.job];
    going.all += by;
    going.catchingUp += run.place == LinedRun::Place::CatchUp ? by : 0;
    if (going.all == 0) {
        m_goingByJob.remove(run.record.job);
    }
}

bool RunLine::mayBegin(const LinedRun &run) const
{
    const Going going = m_goingByJob.value(run.record.job);
    return going.all < run.job.policy.concurrency && (going.catchingUp == 0 || run.place != LinedRun::Place::CatchUp);
}

RunId RunLine::next(bool handOnly) const
{
    if (m_going >= m_concurrency) {
        return 0;
    }
    for (const Key &key : m_waiting) {
        const RunId id = std::get<4>(key);
        const LinedRun &run = m_runs.at(id);
        if (handOnly && run.place != LinedRun::Place::Hand) {
            return 0; // those stand first
        }
        if (mayBegin(run)) {
            return id;
        }
    }
    return 0;
}

void RunLine::setJob(const Job &job)
{
    const QList<RunId> siblings = of(job.id);
    for (const RunId id : siblings) {
        LinedRun &run = m_runs.at(id);
        if (run.going) {
            continue;
        }
        const bool ripe = m_waiting.erase(keyOf(run)) != 0;
        run.job = job;
        if (ripe) {
            m_waiting.insert(keyOf(run));
        }
    }
}

void RunLine::began(RunId run, qint64 deadline)
{
    LinedRun *found = find(run);
    if (found == nullptr || found->going) {
        return;
    }
    m_waiting.erase(keyOf(*found));
    m_unripe.erase(Timed(found->readyAt, run));
    found->going = true;
    found->deadline = deadline;
    count(*found, 1);
    if (deadline != 0) {
        m_deadlines.emplace(deadline, run);
    }
}

void RunLine::ripen(qint64 steady)
{
    while (!m_unripe.empty() && m_unripe.begin()->first <= steady) {
        m_waiting.insert(keyOf(m_runs.at(m_unripe.begin()->second)));
        m_unripe.erase(m_unripe.begin());
    }
}

bool RunLine::hasRoom(const Job &job) const
{
    if (m_going >= m_concurrency) {
        return false;
    }
    LinedRun run;
    run.record.job = job.id;
    run.job = job;
    return mayBegin(run);
}

QList<RunId> RunLine::all() const
{
    QList<RunId> ids;
    for (const auto &[id, run] : m_runs) {
        ids.append(id);
    }
    return ids;
}

QList<RunId> RunLine::goingOf(JobId job) const
{
    QList<RunId> ids = of(job);
    ids.removeIf([this](RunId id) { return !m_runs.at(id).going; });
    return ids;
}

QList<RunId> RunLine::waitingOf(JobId job) const
{
    QList<RunId> ids = of(job);
    ids.removeIf([this](RunId id) {
        const LinedRun &run = m_runs.at(id);
        return run.going || run.place == LinedRun::Place::Retry;
    });
    return ids;
}

QList<RunId> RunLine::retriesOf(JobId job) const
{
    QList<RunId> ids = of(job);
    ids.removeIf([this](RunId id) {
        const LinedRun &run = m_runs.at(id);
        return run.going || run.place != LinedRun::Place::Retry;
    });
    return ids;
}

QList<RunId> RunLine::overdue(qint64 steady) const
{
    QList<RunId> ids;
    for (const Timed &deadline : m_deadlines) {
        if (deadline.first > steady) {
            break;
        }
        if (!m_runs.at(deadline.second).cancelled) {
            ids.append(deadline.second);
        }
    }
    return ids;
}

qint64 RunLine::nextSteady() const
{
    qint64 next = m_unripe.empty() ? 0 : m_unripe.begin()->first;
    for (const Timed &deadline : m_deadlines) {
        if (!m_runs.at(deadline.second).cancelled) {
            return next == 0 ? deadline.first : std::min(next, deadline.first);
        }
    }
    return next;
}

} // namespace vestnik
