// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"

namespace vestnik {

/// What became of the wall clock between two looks at it.
struct ClockShift {
    static constexpr qint64 least = 2000; ///< ms; less is a clock that is kept right

    qint64 slept = 0; ///< ms; 0: the computer was awake
    qint64 set = 0; ///< ms, forward or back; 0: nobody set the clock
    qint64 before = 0; ///< ms UTC: what the clock would show had it been left alone, at the moment of the look
    qint64 now = 0; ///< ms UTC

    [[nodiscard]] bool isNone() const { return slept == 0 && set == 0; }
};

/// Tells sleep, and a clock that was set, from time that passed. Wall, boot and steady time pass alike; sleep adds to
/// the first two, a clock that is set to the first alone. A value.
class ClockLooker final {
public:
    /// What happened since the look before; nothing at the first one.
    [[nodiscard]] ClockShift look(const Clock &clock)
    {
        const qint64 wall = clock.now();
        const qint64 boot = clock.sinceBoot();
        const qint64 steady = clock.steady();
        ClockShift shift;
        shift.now = wall;
        shift.before = wall;
        if (m_looked) {
            const qint64 slept = (boot - m_boot) - (steady - m_steady);
            const qint64 set = (wall - m_wall) - (boot - m_boot);
            shift.slept = slept >= ClockShift::least ? slept : 0;
            shift.set = set >= ClockShift::least || set <= -ClockShift::least ? set : 0;
            shift.before = wall - shift.set;
        }
        m_looked = true;
        m_wall = wall;
        m_boot = boot;
        m_steady = steady;
        return shift;
    }

private:
    bool m_looked = false;
    qint64 m_wall = 0;
    qint64 m_boot = 0;
    qint64 m_steady = 0;
};

} // namespace vestnik
