// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/trigger.h"
#include "core/schedule/zonerules.h"

#include <QList>

#include <array>
#include <optional>

namespace vestnik {

/// The minutes of a week, by the wall clock of a zone, that windows leave open. A value; all times ms UTC.
class WeekHours final {
public:
    /// A stretch of time that is open: from <= t < to.
    struct Opening {
        qint64 from = 0;
        qint64 to = 0;
    };

    explicit WeekHours(const QList<TimeWindow> &windows);

    [[nodiscard]] bool contains(const ZoneRules &zone, qint64 at) const;
    /// The open stretch that holds `at`, from `at` on, or the first one after it; a stretch may end where the zone
    /// changes its offset, and another begin there. nullopt: it would begin after `last`.
    [[nodiscard]] std::optional<Opening> next(const ZoneRules &zone, qint64 at, qint64 last) const;
    /// Whether any minute that an expression names can be open, by the clock and the days of the week alone.
    [[nodiscard]] bool meets(const CronFields &cron) const;

private:
    static constexpr int minutesOfWeek = 7 * 24 * 60;

    [[nodiscard]] bool isOpen(int minute) const;
    /// The first minute not before `minute` that is open or closed; minutesOfWeek: there is none.
    [[nodiscard]] int find(int minute, bool open) const;

    std::array<quint64, (minutesOfWeek + 63) / 64> m_open{}; ///< bit 0 is Monday 00:00
};

} // namespace vestnik
