// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"

#include <QObject>

#include <memory>

namespace vestnik {

/// Says when it is time for a run. It starts none itself: the engine answers due() and reports the run's going and end.
/// Lives on the engine thread, owned by the engine.
class Scheduler final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Scheduler)

public:
    /// Stopping lasts from stop() until workEnded().
    enum class State { Stopped, Running, Stopping };

    explicit Scheduler(Clock &clock, QObject *parent = nullptr);
    ~Scheduler() override;

    [[nodiscard]] State state() const { return m_state; }
    /// Wall time of the next run, ms UTC; 0 unless Running.
    [[nodiscard]] qint64 nextRunAt() const { return m_nextAt; }

    /// Milliseconds between the beginnings of two runs, at least 1000. While running, the next run moves with it.
    void setInterval(qint64 ms);
    [[nodiscard]] qint64 interval() const { return m_interval; }

    /// The first run is due at once. Does nothing while Running; while Stopping, the wish is kept until workEnded().
    void start();
    /// No run is due from now on. Idempotent, in any state.
    void stop();
    /// The work that stop() interrupted is over: Stopping becomes Stopped (or Running, if start() was called
    /// meanwhile).
    void workEnded();

Q_SIGNALS:
    void stateChanged();
    /// A run is due now. At most one per interval: what was missed while the computer slept is one run.
    void due();
    void nextRunChanged();

private:
    void onAlarm();
    void setNext(qint64 at);
    void setState(State state);

    Clock &m_clock;
    std::unique_ptr<ClockAlarm> m_alarm;
    State m_state = State::Stopped;
    qint64 m_interval = 30 * 60'000;
    qint64 m_lastDue = 0; ///< ms UTC
    qint64 m_nextAt = 0; ///< ms UTC
    bool m_startAgain = false;
};

} // namespace vestnik
