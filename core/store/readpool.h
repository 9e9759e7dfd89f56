// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/store/database.h"

#include <QMutex>
#include <QObject>
#include <QThreadStorage>

#include <atomic>
#include <functional>
#include <memory>

class QThreadPool;

namespace vestnik {

/// Lets whoever asked for a read give it up. A value; copies share one state; any thread.
class ReadTicket final {
public:
    ReadTicket()
        : m_cancelled(std::make_shared<std::atomic_bool>(false))
    {
    }
    /// The read ends soon; its `done` gets ErrorCode::Cancelled unless the answer was on its way already.
    void cancel() const { m_cancelled->store(true); }
    [[nodiscard]] bool isCancelled() const { return m_cancelled->load(); }

private:
    std::shared_ptr<std::atomic_bool> m_cancelled;
};

struct ReadPoolConfig {
    DatabaseConfig database; ///< always opened read-only
    int threads = 2;
    int deadlineMs = 15'000; ///< a read that takes longer ends with ErrorCode::TimedOut
};

/// Runs reads beside both event loops: a few threads without a loop, each with its own read-only connection that is
/// opened at its first read. Owned by the engine; run() may be called from any thread until the pool is destroyed.
class ReadPool final {
public:
    explicit ReadPool(const ReadPoolConfig &config);
    /// Closes.
    ~ReadPool();

    /// Runs `read` on a pool thread, then `done` by a queued call on the thread of `context`: exactly once, unless
    /// `context` is destroyed before. `context` must live when run() is called and may be destroyed at any time after,
    /// on its own thread. `read` and `done` take what they need by value: they may be destroyed on a pool thread.
    /// `deadlineMs` 0: the pool's.
    template<typename T>
    ReadTicket run(std::function<Result<T>(Database &)> read, QObject *context, std::function<void(Result<T>)> done,
        int deadlineMs = 0)
    {
        return start(
            context,
            [read = std::move(read), done = std::move(done)](Database *database, const Error &error) -> Delivery {
                std::shared_ptr<Result<T>> result =
                    std::make_unique<Result<T>>(database ? read(*database) : Result<T>(failure(error)));
                return [done, result = std::move(result)] { done(std::move(*result)); };
            },
            deadlineMs);
    }
    /// Moves the write-ahead log into the file from a pool thread (Database::checkpoint).
    ReadTicket checkpoint(QObject *context, std::function<void(Result<qint64>)> done);

    /// Gives up what is running (`done` gets Cancelled), refuses what comes later (EngineStopped) and waits for the
    /// threads, which takes milliseconds, or as long as a running checkpoint. No event loop is entered. Idempotent.
    void close();

private:
    using Delivery = std::function<void()>;
    using Work = std::function<Delivery(Database *, const Error &)>;

    ReadTicket start(QObject *context, Work work, int deadlineMs);
    [[nodiscard]] Delivery perform(const Work &work, const ReadTicket &ticket, int deadlineMs);

    Q_DISABLE_COPY_MOVE(ReadPool)

    const ReadPoolConfig m_config;
    std::atomic_bool m_closing = false;
    QThreadStorage<std::shared_ptr<Database>> m_connections;
    QMutex m_mutex; ///< guards m_threads: any thread starts work, the owner closes
    std::unique_ptr<QThreadPool> m_threads; ///< last: its threads use everything above
};

} // namespace vestnik
