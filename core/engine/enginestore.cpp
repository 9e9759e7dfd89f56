// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

// How the engine lets go of its store for a while, and of another one; opening it is in engine.cpp.

#include "core/engine/engine.h"

#include "core/engine/storeaddress.h"
#include "core/store/reads.h"

#include <QFileInfo>
#include <QUrl>

namespace vestnik {
namespace {

constexpr qint64 retryMs = 15'000;

bool isFile(const QString &address)
{
    return !address.contains(QLatin1String("://")) || address.startsWith(QLatin1String("sqlite:"));
}

/// A server may be back in a moment, a damaged file will not.
bool mayComeBack(const QString &address, const Error &error)
{
    return !isFile(address) && error.code != ErrorCode::DatabaseTooNew && error.code != ErrorCode::DatabaseUnsupported;
}

/// A backup and a migration take their time; a server may not answer.
bool takesTime(const DatabaseConfig &config)
{
    if (!isFile(config.path)) {
        return true;
    }
    // A new one is made at once.
    const QString file = QUrl(config.path).scheme() == QLatin1String("sqlite") ? QUrl(config.path).path() : config.path;
    if (QFileInfo(file).size() == 0) {
        return false;
    }
    DatabaseConfig look = config;
    look.readOnly = true;
    // An older store cannot be opened for reading.
    const Result<std::unique_ptr<Database>> opened = Database::open(look);
    return !opened && opened.error().code == ErrorCode::DatabaseOpenFailed;
}

} // namespace

QString Engine::shownAddress() const
{
    return Database::shownAddress(databaseAddress());
}

void Engine::begin(bool startScheduler)
{
    m_schedulerWanted = startScheduler;
    if (m_secretRead || !wantsDatabaseSecret(m_setup.settings)) {
        openFirst();
        return;
    }
    m_preparing = true;
    statusSoon();
    m_secrets->read(databaseSecret(), [this](const QString &password) {
        m_secretRead = true;
        m_preparing = false;
        m_databasePassword = password;
        openFirst();
    });
}

void Engine::openFirst()
{
    openAside([this](const Result<void> &opened) {
        if (!opened) {
            noteNotOpened(opened.error());
        } else if (std::exchange(m_schedulerWanted, false)) {
            startScheduler();
        }
    });
}

void Engine::noteNotOpened(const Error &error)
{
    // While it is tried again the wish stands.
    if (m_retryAt == 0 && std::exchange(m_schedulerWanted, false)) {
        m_startError = error;
        statusSoon();
    }
}

void Engine::openAside(std::function<void(Result<void>)> done)
{
    // Whoever waits for the store goes on when all this is over.
    QMetaObject::invokeMethod(this, &Engine::settle, Qt::QueuedConnection);
    if (m_shuttingDown || m_preparing || m_database) {
        done(m_database ? Result<void>() : failure(ErrorCode::EngineStopped));
        return;
    }
    m_retryAlarm->cancel();
    m_retryAt = 0;
    DatabaseConfig config;
    config.path = databaseAddress();
    if (!takesTime(config)) {
        done(open());
        return;
    }
    m_preparing = true;
    statusSoon();
    // Opened and closed there: a connection belongs to the thread that made it. Afterwards it opens in no time.
    runAside<Result<void>>(
        [config, ending = m_ending]() -> Result<void> {
            const InterruptCheck check = [ending] { return *ending ? ErrorCode::Cancelled : ErrorCode::None; };
            const Result<std::unique_ptr<Database>> opened = Database::open(config, check);
            return opened ? Result<void>() : Result<void>(failure(opened.error()));
        },
        [this, done = std::move(done), address = config.path](const Result<void> &prepared) {
            m_preparing = false;
            statusSoon();
            QMetaObject::invokeMethod(this, &Engine::settle, Qt::QueuedConnection);
            if (m_shuttingDown) {
                done(failure(ErrorCode::EngineStopped));
                return;
            }
            // A store that may not be written is opened all the same, for reading.
            const bool readable = prepared || prepared.error().code == ErrorCode::DatabaseReadOnly
                || prepared.error().code == ErrorCode::DatabaseInUse;
            const Result<void> opened = readable ? open() : prepared;
            if (!opened) {
                if (!readable) {
                    onStoreFailed(opened.error());
                }
                if (mayComeBack(address, opened.error())) {
                    m_retryAt = m_clock.now() + retryMs;
                    m_retryAlarm->setIn(retryMs);
                }
            }
            done(opened);
        });
}

void Engine::whenSettled(std::function<void()> work)
{
    if (!isSettled() && !m_shuttingDown) {
        m_unsettled.append(std::move(work));
    } else {
        work();
    }
}

void Engine::settle()
{
    // One of them may take the store away again.
    while (!m_unsettled.isEmpty() && (isSettled() || m_shuttingDown)) {
        const std::function<void()> work = m_unsettled.takeFirst();
        work();
    }
}

void Engine::retryOpening()
{
    m_retryAt = 0;
    if (!m_storeAway) {
        begin(m_schedulerWanted);
    }
}

void Engine::closeStore(std::function<void(Result<void>)> closed)
{
    if (m_shuttingDown) {
        closed(failure(ErrorCode::EngineStopped));
        return;
    }
    if (!isSettled()) {
        closed(failure(ErrorCode::DatabaseBusy, shownAddress()));
        return;
    }
    m_storeAway = true;
    m_retryAlarm->cancel();
    m_retryAt = 0;
    m_whenClosed = std::move(closed);
    // Its fires wait, and what it cuts off goes on afterwards.
    m_scheduler.suspend();
    cancelByHand(false);
    if (!isWorking()) {
        closeStoreNow();
    }
}

void Engine::closeStoreNow()
{
    Q_EMIT storeClosed();
    releaseStore();
    statusSoon();
    const auto closed = std::exchange(m_whenClosed, {});
    closed({});
}

void Engine::releaseStore()
{
    m_news.flush();
    m_history.detach();
    m_scheduler.detach();
    m_collector.reset();
    m_walKeeper.reset();
    m_savedCounts.reset();
    if (m_pool) {
        m_pool->close();
        m_pool.reset();
    }
    m_database.reset();
}

void Engine::reopenStore(const std::function<void(Result<void>)> &done)
{
    m_storeAway = false;
    openAside([this, done](const Result<void> &opened) {
        if (opened) {
            noteReopened();
        } else if (!m_shuttingDown) {
            // It cannot run without a store, and says so.
            if (m_scheduler.state() == Scheduler::State::Running) {
                m_schedulerWanted = true;
                m_scheduler.stop(false);
            }
            noteNotOpened(opened.error());
        }
        done(opened);
    });
}

void Engine::noteReopened()
{
    if (const Result<QList<ChannelRow>> rows = channels()) {
        Q_EMIT channelsChanged(*rows);
    }
    publishTags();
    Q_EMIT postsMarked({});
    if (std::exchange(m_schedulerWanted, false)) {
        startScheduler();
    }
}

void Engine::publishTags()
{
    if (!m_database) {
        return;
    }
    if (const Result<QList<TagRow>> tags = readTags(*m_database)) {
        Q_EMIT tagsChanged(*tags);
    }
}

void Engine::publishSearches()
{
    if (!m_database) {
        return;
    }
    if (const Result<QList<SavedSearch>> searches = readSavedSearches(*m_database)) {
        m_savedCounts->setSearches(*searches);
        Q_EMIT savedSearchesChanged(*searches);
    }
}

void Engine::noteMarks(const QList<PostId> &posts)
{
    Q_EMIT postsMarked(posts);
    if (m_savedCounts) {
        m_savedCounts->noteChange();
    }
}

} // namespace vestnik
