// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/loopguard.h"

#include "core/base/logging.h"

#include <QAbstractEventDispatcher>
#include <QObject>

#include <algorithm>
#include <chrono>

namespace vestnik {
namespace {

thread_local LoopGuard *guardOfThread = nullptr;

constexpr qint64 slowTurnUs = 16'000;
constexpr qint64 minuteNs = 60'000'000'000;

qint64 steadyNs()
{
    using namespace std::chrono;
    return duration_cast<nanoseconds>(steady_clock::now().time_since_epoch()).count();
}

void raiseTo(std::atomic<qint64> &maximum, qint64 value)
{
    // One writer (the guarded thread); a reset from elsewhere may be lost for one turn, which does no harm.
    if (value > maximum.load(std::memory_order_relaxed)) {
        maximum.store(value, std::memory_order_relaxed);
    }
}

} // namespace

std::shared_ptr<LoopGuard> LoopGuard::watch(const QString &name)
{
    return std::shared_ptr<LoopGuard>(new LoopGuard(name));
}

LoopGuard::LoopGuard(const QString &name)
    : m_name(name)
    , m_threadId(reinterpret_cast<quintptr>(QThread::currentThreadId()))
    , m_context(std::make_unique<QObject>())
    , m_minuteBegan(steadyNs())
    , m_level(QThread::currentThread()->loopLevel())
{
    Q_ASSERT_X(!guardOfThread, "LoopGuard", "one guard per thread");
    guardOfThread = this;
    auto *dispatcher = QThread::currentThread()->eventDispatcher();
    Q_ASSERT_X(dispatcher, "LoopGuard", "watch() is called on a thread that has an event dispatcher");
    QObject::connect(dispatcher, &QAbstractEventDispatcher::awake, m_context.get(), [this] { turnEnds(); });
    QObject::connect(dispatcher, &QAbstractEventDispatcher::aboutToBlock, m_context.get(), [this] { turnEnds(); });
}

LoopGuard::~LoopGuard()
{
    if (guardOfThread == this) {
        guardOfThread = nullptr;
    }
}

void LoopGuard::eventBegins()
{
    LoopGuard *guard = guardOfThread;
    if (guard && guard->m_depth++ == 0 && guard->m_turnBegan == 0) {
        guard->m_turnBegan = steadyNs();
    }
}

void LoopGuard::eventEnds()
{
    // A guard that was made inside an event sees the end of that event without its beginning.
    LoopGuard *guard = guardOfThread;
    if (guard && guard->m_depth > 0 && --guard->m_depth == 0) {
        guard->m_turnEnded = steadyNs();
    }
}

void LoopGuard::turnEnds()
{
    const int level = QThread::currentThread()->loopLevel();
    m_level.store(level, std::memory_order_relaxed);
    if (level > m_highestLevel.load(std::memory_order_relaxed)) {
        m_highestLevel.store(level, std::memory_order_relaxed);
        if (level > 1) {
            qCCritical(lcEngine) << "a nested event loop runs in the loop" << m_name << "level" << level;
        }
    }
    if (m_turnBegan == 0 || m_depth > 0) {
        return;
    }
    const qint64 lengthUs = (m_turnEnded - m_turnBegan) / 1000;
    m_turns.fetch_add(1, std::memory_order_relaxed);
    if (lengthUs > slowTurnUs) {
        m_slowTurns.fetch_add(1, std::memory_order_relaxed);
    }
    raiseTo(m_longestGapUs, lengthUs);
    if (m_turnEnded - m_minuteBegan > minuteNs) {
        m_minuteBegan = m_turnEnded;
        m_lastMinuteGapUs.store(m_minuteGapUs.exchange(0, std::memory_order_relaxed), std::memory_order_relaxed);
    }
    raiseTo(m_minuteGapUs, lengthUs);
    m_turnBegan = 0;
}

LoopStats LoopGuard::stats() const
{
    LoopStats stats;
    stats.name = m_name;
    stats.threadId = m_threadId;
    stats.level = m_level.load(std::memory_order_relaxed);
    stats.highestLevel = m_highestLevel.load(std::memory_order_relaxed);
    stats.turns = m_turns.load(std::memory_order_relaxed);
    stats.slowTurns = m_slowTurns.load(std::memory_order_relaxed);
    stats.longestGapUs = m_longestGapUs.load(std::memory_order_relaxed);
    stats.recentGapUs =
        std::max(m_minuteGapUs.load(std::memory_order_relaxed), m_lastMinuteGapUs.load(std::memory_order_relaxed));
    stats.misplaced = m_misplaced.load(std::memory_order_relaxed);
    return stats;
}

void LoopGuard::reset()
{
    m_turns.store(0, std::memory_order_relaxed);
    m_slowTurns.store(0, std::memory_order_relaxed);
    m_longestGapUs.store(0, std::memory_order_relaxed);
    m_minuteGapUs.store(0, std::memory_order_relaxed);
    m_lastMinuteGapUs.store(0, std::memory_order_relaxed);
}

int LoopGuard::checkAffinity(const QList<const QObject *> &objects)
{
    int misplaced = 0;
    for (const QObject *object : objects) {
        if (object && object->thread() != QThread::currentThread()) {
            ++misplaced;
            qCCritical(lcEngine) << "an engine object lives on another thread:" << object->metaObject()->className();
        }
    }
    m_misplaced.store(misplaced, std::memory_order_relaxed);
    return misplaced;
}

} // namespace vestnik
