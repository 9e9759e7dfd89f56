// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/model/job.h"
#include "core/schedule/cron.h"

#include <QHash>
#include <QList>

#include <memory>
#include <optional>

namespace vestnik {

class WeekHours;

/// The zones in use, each loaded once. One thread.
class ZoneCache final {
public:
    /// `directory`: as of ZoneRules::load().
    explicit ZoneCache(const QString &directory = {});
    [[nodiscard]] Result<ZoneRules> zone(const QByteArray &id);
    /// After the time-zone data changed: everything is loaded anew.
    void clear() { m_zones.clear(); }

private:
    QString m_directory;
    QHash<QByteArray, ZoneRules> m_zones;
};

/// A trigger made ready for reckoning. All times ms UTC. A value; any thread.
class TriggerTimes final {
public:
    TriggerTimes() = default;
    /// InvalidArgument: subject "cron" (detail: the English text of the problem), "zone", "interval", "window", "at" or
    /// "jitter".
    [[nodiscard]] static Result<TriggerTimes> make(const Trigger &trigger, ZoneCache &zones);

    /// The first fire after `after` (excluded), inside of the windows, without jitter; nullopt: never, or not within
    /// nine years (but once is once, however far). `base`: the beginning of the run before, for intervals without an
    /// anchor; 0: there was none, then the first fire is the first moment after `after` that a window allows.
    ///
    /// Without an anchor, a fire that lies outside of the windows comes when the next one opens, and the following are
    /// counted from there. With an anchor (`n` may be negative, it is no beginning) and for cron, a fire outside does
    /// not exist. A clock that was set by its zone opens and closes windows by what it shows.
    [[nodiscard]] std::optional<qint64> next(qint64 after, qint64 base = 0) const;
    /// At most `count` fires after `after`.
    [[nodiscard]] QList<qint64> list(qint64 after, int count, qint64 base = 0) const;
    /// How many fires there are with after < fire <= until; stops at `atMost`. Quick for intervals without windows.
    [[nodiscard]] qint64 count(qint64 after, qint64 until, qint64 atMost, qint64 base = 0) const;
    /// How much later than `fire` a job begins: 0 .. jitterMs - 1, the same for the same job and fire.
    [[nodiscard]] qint64 jitterOf(JobId job, qint64 fire) const;
    /// Whether the windows allow a moment.
    [[nodiscard]] bool allows(qint64 at) const;
    [[nodiscard]] const CronFields &cron() const { return m_cron; }

private:
    struct Limit;
    struct Stretch;

    [[nodiscard]] Limit limitFrom(qint64 after) const;
    [[nodiscard]] std::optional<Stretch> stretchAfter(qint64 after, qint64 base, const Limit &limit) const;
    [[nodiscard]] std::optional<Stretch> ofAnchor(qint64 after, const Limit &limit) const;
    [[nodiscard]] std::optional<Stretch> ofBase(qint64 after, qint64 base, const Limit &limit) const;
    [[nodiscard]] std::optional<Stretch> ofCron(qint64 after, const Limit &limit) const;
    [[nodiscard]] std::optional<Stretch> ofCronInGaps(qint64 after, const Limit &limit) const;

    Trigger m_trigger;
    CronFields m_cron;
    ZoneRules m_zone;
    std::shared_ptr<const WeekHours> m_hours; ///< null: at any time
    bool m_meets = true; ///< some minute of the expression lies in a window
};

/// For the editor: fires and what is wrong. `now`: ms UTC. Takes at most a few milliseconds.
[[nodiscard]] TriggerPreview previewTrigger(const Trigger &trigger, int count, qint64 now, ZoneCache &zones);

} // namespace vestnik
