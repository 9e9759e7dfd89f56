// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/schedule/scheduler.h"

#include <QByteArray>
#include <QHash>
#include <QMap>
#include <QObject>
#include <QSet>

#include <memory>

namespace vestnik {

/// Tells the fronts about jobs, as rows and at most four times a second, and counts them. Lives on the engine thread,
/// owned by the engine.
class JobBoard final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JobBoard)

public:
    JobBoard(Clock &clock, Scheduler &scheduler, QObject *parent = nullptr);

    /// After the scheduler took the jobs of a store: tells them all, and which are gone.
    void reset();
    /// Tells what waits at once.
    void flush();
    [[nodiscard]] int count() const { return static_cast<int>(m_known.size()); }
    /// Ascending.
    [[nodiscard]] QList<JobId> ids() const;
    [[nodiscard]] int armed() const { return m_armedCount; }

Q_SIGNALS:
    void changed(const QList<vestnik::JobRow> &jobs);
    void removed(const QList<vestnik::JobId> &jobs);
    /// The time zones that jobs name, other ones than before.
    void zonesUsed(const QList<QByteArray> &zones);

private:
    void note(const Job &job);
    void forget(JobId job);
    void tellZones();

    Clock &m_clock;
    Scheduler &m_scheduler;
    std::unique_ptr<ClockAlarm> m_alarm;
    struct Known {
        bool armed = false;
        QByteArray zone;
    };
    QHash<JobId, Known> m_known; ///< all jobs that were told
    QMap<QByteArray, int> m_zones; ///< how many jobs name each
    QList<QByteArray> m_zonesTold;
    int m_armedCount = 0;
    QSet<JobId> m_waiting;
    bool m_alarmSet = false;
    qint64 m_toldAt = 0; ///< steady ms
};

} // namespace vestnik
