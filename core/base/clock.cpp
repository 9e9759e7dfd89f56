// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/clock.h"

#include <QDateTime>
#include <QTimer>

#include <algorithm>
#include <chrono>

#ifdef Q_OS_LINUX
#include <QSocketNotifier>

#include <cerrno>
#include <ctime>
#include <sys/timerfd.h>
#include <unistd.h>
#endif

namespace vestnik {
namespace {

class TimerAlarm final : public ClockAlarm {
public:
    explicit TimerAlarm(std::function<void()> fired)
        : m_fired(std::move(fired))
    {
        m_timer.setSingleShot(true);
        m_timer.setTimerType(Qt::PreciseTimer);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
            if (m_rest > 0) {
                setIn(m_rest);
                return;
            }
            // A copy: the alarm may be destroyed by what it calls.
            const std::function<void()> call = m_fired;
            call();
        });
    }

    void setIn(qint64 ms) override
    {
        // QTimer counts in int milliseconds: a longer wait is made of several.
        constexpr qint64 longest = 24LL * 3600 * 1000;
        const qint64 piece = std::clamp<qint64>(ms, 0, longest);
        m_rest = ms - piece;
        m_timer.start(static_cast<int>(piece));
    }

    void cancel() override { m_timer.stop(); }

private:
    QTimer m_timer;
    std::function<void()> m_fired;
    qint64 m_rest = 0;
};

#ifdef Q_OS_LINUX

/// A timer of the kernel that never runs out, but is cancelled whenever the wall clock is set or the computer wakes.
class TimerWatch final : public ClockWatch {
    Q_DISABLE_COPY_MOVE(TimerWatch)

public:
    TimerWatch(int descriptor, std::function<void()> jumped)
        : m_descriptor(descriptor)
        , m_notifier(descriptor, QSocketNotifier::Read)
        , m_jumped(std::move(jumped))
    {
        QObject::connect(&m_notifier, &QSocketNotifier::activated, &m_notifier, [this] {
            quint64 expirations = 0;
            const bool failed = read(m_descriptor, &expirations, sizeof expirations) < 0;
            if (failed && errno != ECANCELED) {
                return; // nothing happened yet
            }
            arm(m_descriptor);
            const std::function<void()> call = m_jumped;
            call();
        });
    }
    ~TimerWatch() override { close(m_descriptor); }

    static bool arm(int descriptor)
    {
        itimerspec never{};
        never.it_value.tv_sec = 32'503'680'000; // the year 3000
        return timerfd_settime(descriptor, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &never, nullptr) == 0;
    }

private:
    int m_descriptor;
    QSocketNotifier m_notifier;
    std::function<void()> m_jumped;
};

#endif

} // namespace

qint64 SystemClock::now() const
{
    return QDateTime::currentMSecsSinceEpoch();
}

qint64 SystemClock::steady() const
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

qint64 SystemClock::sinceBoot() const
{
#ifdef Q_OS_LINUX
    timespec time{};
    if (clock_gettime(CLOCK_BOOTTIME, &time) == 0) {
        return static_cast<qint64>(time.tv_sec) * 1000 + time.tv_nsec / 1'000'000;
    }
#endif
    return steady();
}

std::unique_ptr<ClockAlarm> SystemClock::makeAlarm(std::function<void()> fired)
{
    return std::make_unique<TimerAlarm>(std::move(fired));
}

std::unique_ptr<ClockWatch> SystemClock::watchJumps(std::function<void()> jumped)
{
#ifdef Q_OS_LINUX
    const int descriptor = timerfd_create(CLOCK_REALTIME, TFD_CLOEXEC | TFD_NONBLOCK);
    if (descriptor >= 0 && TimerWatch::arm(descriptor)) {
        return std::make_unique<TimerWatch>(descriptor, std::move(jumped));
    }
    if (descriptor >= 0) {
        close(descriptor);
    }
#else
    Q_UNUSED(jumped)
#endif
    return nullptr;
}

} // namespace vestnik
