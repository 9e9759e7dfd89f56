// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/readpool.h"

#include <QDeadlineTimer>
#include <QMutexLocker>
#include <QThreadPool>

#include <algorithm>
#include <limits>

namespace vestnik {
namespace {

/// Hands a result to an object that may be destroyed at any moment on its own thread. That thread writes `m_context`
/// (when the object goes), a pool thread reads it: while the lock is held the object cannot finish dying, and a call
/// that was queued to it by then is thrown away with it.
class Receiver final {
public:
    static std::shared_ptr<Receiver> of(QObject *context)
    {
        auto receiver = std::make_shared<Receiver>();
        receiver->m_context = context;
        receiver->m_connection = QObject::connect(
            context, &QObject::destroyed, context, [receiver] { receiver->forget(); }, Qt::DirectConnection);
        return receiver;
    }

    void deliver(const std::function<void()> &call)
    {
        const QMutexLocker lock(&m_mutex);
        if (!m_context) {
            return;
        }
        QMetaObject::invokeMethod(
            m_context,
            [connection = m_connection, call] {
                QObject::disconnect(connection);
                call();
            },
            Qt::QueuedConnection);
    }

private:
    void forget()
    {
        const QMutexLocker lock(&m_mutex);
        m_context = nullptr;
    }

    QMutex m_mutex;
    QObject *m_context = nullptr;
    QMetaObject::Connection m_connection;
};

} // namespace

ReadPool::ReadPool(const ReadPoolConfig &config)
    : m_config(config)
    , m_threads(std::make_unique<QThreadPool>())
{
    m_threads->setObjectName(QStringLiteral("store-reads"));
    m_threads->setMaxThreadCount(std::max(1, config.threads));
    // A thread keeps its connection and what it has cached.
    m_threads->setExpiryTimeout(-1);
}

ReadPool::~ReadPool()
{
    close();
}

void ReadPool::close()
{
    m_closing = true;
    std::unique_ptr<QThreadPool> threads;
    {
        const QMutexLocker lock(&m_mutex);
        threads = std::move(m_threads);
    }
    // Its destructor lets queued reads run, which end at once now, and joins the threads; each closes its connection.
    threads.reset();
}

ReadTicket ReadPool::start(QObject *context, Work work, int deadlineMs)
{
    const ReadTicket ticket;
    const std::shared_ptr<Receiver> receiver = Receiver::of(context);
    const int limit = deadlineMs > 0 ? deadlineMs : m_config.deadlineMs;
    const QMutexLocker lock(&m_mutex);
    if (!m_threads) {
        receiver->deliver(work(nullptr, Error{ErrorCode::EngineStopped, {}, {}}));
        return ticket;
    }
    m_threads->start(
        [this, receiver, work = std::move(work), ticket, limit] { receiver->deliver(perform(work, ticket, limit)); });
    return ticket;
}

ReadPool::Delivery ReadPool::perform(const Work &work, const ReadTicket &ticket, int deadlineMs)
{
    if (m_closing || ticket.isCancelled()) {
        return work(nullptr, Error{ErrorCode::Cancelled, {}, {}});
    }
    if (!m_connections.hasLocalData() || !m_connections.localData()) {
        DatabaseConfig config = m_config.database;
        config.readOnly = true;
        // A server may take seconds to answer.
        Result<std::unique_ptr<Database>> opened = Database::open(config,
            [this, ticket] { return m_closing || ticket.isCancelled() ? ErrorCode::Cancelled : ErrorCode::None; });
        if (!opened) {
            return work(nullptr, opened.error());
        }
        m_connections.setLocalData(std::shared_ptr<Database>(std::move(*opened)));
    }
    // Counted from here: a read is not to blame for those before it in the queue.
    const QDeadlineTimer deadline(deadlineMs);
    const std::shared_ptr<Database> database = m_connections.localData();
    database->setInterruptCheck([this, ticket, deadline] {
        if (m_closing || ticket.isCancelled()) {
            return ErrorCode::Cancelled;
        }
        return deadline.hasExpired() ? ErrorCode::TimedOut : ErrorCode::None;
    });
    const Delivery delivery = work(database.get(), {});
    database->setInterruptCheck({});
    return delivery;
}

ReadTicket ReadPool::checkpoint(QObject *context, std::function<void(Result<qint64>)> done)
{
    const QString path = m_config.database.path;
    return run<qint64>([path](Database &) { return Database::checkpoint(path); }, context, std::move(done));
}

} // namespace vestnik
