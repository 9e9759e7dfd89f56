// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/engine/jobboard.h"

#include <algorithm>
#include <utility>

namespace vestnik {
namespace {

constexpr qint64 tellEveryMs = 250;

} // namespace

JobBoard::JobBoard(Clock &clock, Scheduler &scheduler, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_scheduler(scheduler)
    , m_alarm(clock.makeAlarm([this] { flush(); }))
    , m_toldAt(clock.steady() - tellEveryMs)
{
    connect(&scheduler, &Scheduler::jobsChanged, this, [this](const QList<JobId> &jobs) {
        m_waiting.unite(QSet<JobId>(jobs.begin(), jobs.end()));
        if (!std::exchange(m_alarmSet, true)) {
            m_alarm->setIn(std::max<qint64>(0, tellEveryMs - (m_clock.steady() - m_toldAt)));
        }
    });
    connect(&scheduler, &Scheduler::jobsRemoved, this, [this](const QList<JobId> &jobs) {
        for (const JobId job : jobs) {
            m_waiting.remove(job);
            forget(job);
        }
        Q_EMIT removed(jobs);
        tellZones();
    });
}

void JobBoard::reset()
{
    const QList<JobRow> rows = m_scheduler.rows();
    QSet<JobId> gone(m_known.keyBegin(), m_known.keyEnd());
    for (const JobRow &row : rows) {
        gone.remove(row.job.id);
        note(row.job);
    }
    for (const JobId job : std::as_const(gone)) {
        forget(job);
    }
    m_waiting.clear();
    if (!gone.isEmpty()) {
        Q_EMIT removed(QList<JobId>(gone.begin(), gone.end()));
    }
    Q_EMIT changed(rows);
    tellZones();
}

void JobBoard::flush()
{
    m_alarmSet = false;
    m_alarm->cancel();
    if (m_waiting.isEmpty()) {
        return;
    }
    m_toldAt = m_clock.steady();
    QList<JobId> ids(m_waiting.begin(), m_waiting.end());
    m_waiting.clear();
    std::sort(ids.begin(), ids.end());
    QList<JobRow> rows;
    rows.reserve(ids.size());
    for (const JobId id : std::as_const(ids)) {
        if (const Result<JobRow> row = m_scheduler.row(id)) {
            note(row->job);
            rows.append(*row);
        }
    }
    if (!rows.isEmpty()) {
        Q_EMIT changed(rows);
    }
    tellZones();
}

QList<JobId> JobBoard::ids() const
{
    QList<JobId> ids = m_known.keys();
    std::sort(ids.begin(), ids.end());
    return ids;
}

void JobBoard::note(const Job &job)
{
    forget(job.id);
    m_known.insert(job.id, {job.isArmed(), job.trigger.zone});
    m_armedCount += job.isArmed() ? 1 : 0;
    if (!job.trigger.zone.isEmpty()) {
        ++m_zones[job.trigger.zone];
    }
}

void JobBoard::forget(JobId job)
{
    const Known known = m_known.take(job);
    m_armedCount -= known.armed ? 1 : 0;
    if (const auto zone = m_zones.find(known.zone); zone != m_zones.end() && --*zone == 0) {
        m_zones.erase(zone);
    }
}

void JobBoard::tellZones()
{
    if (const QList<QByteArray> zones = m_zones.keys(); zones != m_zonesTold) {
        m_zonesTold = zones;
        Q_EMIT zonesUsed(zones);
    }
}

} // namespace vestnik
