// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/clock.h"

#include <QDateTime>
#include <QTimer>

#include <algorithm>
#include <chrono>

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

std::unique_ptr<ClockAlarm> SystemClock::makeAlarm(std::function<void()> fired)
{
    return std::make_unique<TimerAlarm>(std::move(fired));
}

} // namespace vestnik
