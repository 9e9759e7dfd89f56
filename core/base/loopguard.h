// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMetaType>
#include <QString>
#include <QThread>

#include <array>
#include <atomic>
#include <memory>

class QObject;

namespace vestnik {

/// One event loop as seen from outside. A value.
struct LoopStats {
    QString name; ///< "gui" (headless: "main") or "engine"
    quint64 threadId = 0; ///< address-like id of the thread, the loop's identity
    int level = 0; ///< nesting depth of the loop now; 1 is right, more is a nested loop
    int highestLevel = 0; ///< the highest that was seen since start
    qint64 turns = 0; ///< turns of the loop that did something
    qint64 slowTurns = 0; ///< of these, longer than 16 ms
    qint64 longestGapUs = 0; ///< longest time between two turns since start or reset, microseconds
    qint64 recentGapUs = 0; ///< longest of the last minute
    int misplaced = 0; ///< engine objects that were found on another thread

    [[nodiscard]] bool operator==(const LoopStats &) const = default;
};

/// Measures one event loop. A turn is what the loop does between two looks for events; while it lasts nothing else on
/// that thread happens, so its length is the gap that a user feels. Begin and end come from
/// GuardedApplication::notify(), the border between turns from the dispatcher's awake/aboutToBlock signals, which works
/// with GLib's dispatcher too.
///
/// watch() is called on the thread to be measured; stats() and reset() on any.
class LoopGuard final {
public:
    /// Starts measuring the calling thread under `name`. The returned guard must be kept as long as the thread runs its
    /// loop and destroyed on that thread, or after the thread ended.
    [[nodiscard]] static std::shared_ptr<LoopGuard> watch(const QString &name);
    ~LoopGuard();
    LoopGuard(const LoopGuard &) = delete;
    LoopGuard &operator=(const LoopGuard &) = delete;

    [[nodiscard]] LoopStats stats() const;
    void reset();
    /// Counts objects of the list that do not live on the guarded thread, logs each; the count is in stats().
    int checkAffinity(const QList<const QObject *> &objects);

    /// Called around the delivery of each event, on the thread that delivers it. Cheap where no guard watches.
    static void eventBegins();
    static void eventEnds();

private:
    explicit LoopGuard(const QString &name);
    void turnEnds();

    const QString m_name;
    const quint64 m_threadId;
    std::unique_ptr<QObject> m_context; ///< receives the dispatcher's signals
    qint64 m_turnBegan = 0; ///< ns, steady; guarded thread only
    qint64 m_turnEnded = 0;
    int m_depth = 0;
    qint64 m_minuteBegan = 0;
    std::atomic<int> m_level{0};
    std::atomic<int> m_highestLevel{0};
    std::atomic<qint64> m_turns{0};
    std::atomic<qint64> m_slowTurns{0};
    std::atomic<qint64> m_longestGapUs{0};
    std::atomic<qint64> m_minuteGapUs{0};
    std::atomic<qint64> m_lastMinuteGapUs{0};
    std::atomic<int> m_misplaced{0};
};

} // namespace vestnik

Q_DECLARE_METATYPE(vestnik::LoopStats)
