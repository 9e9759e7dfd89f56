// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

// How the engine lets go of its store for a while, and of another one; opening it is in engine.cpp.

#include "core/engine/engine.h"

#include "core/store/reads.h"

namespace vestnik {

void Engine::closeStore(std::function<void(Result<void>)> closed)
{
    if (m_shuttingDown) {
        closed(failure(ErrorCode::EngineStopped));
        return;
    }
    if (m_storeAway) {
        closed(failure(ErrorCode::DatabaseBusy, m_setup.databaseFile));
        return;
    }
    m_storeAway = true;
    m_whenClosed = std::move(closed);
    if (m_collector) {
        m_collector->cancel(0, false);
    }
    if (!m_collector || m_collector->isIdle()) {
        closeStoreNow();
    }
}

void Engine::closeStoreNow()
{
    Q_EMIT storeClosed();
    m_news.flush();
    m_collector.reset();
    m_walKeeper.reset();
    m_savedCounts.reset();
    if (m_pool) {
        m_pool->close();
        m_pool.reset();
    }
    m_database.reset();
    statusSoon();
    const auto closed = std::exchange(m_whenClosed, {});
    closed({});
}

Result<void> Engine::reopenStore()
{
    m_storeAway = false;
    if (m_shuttingDown) {
        return failure(ErrorCode::EngineStopped);
    }
    const Result<void> opened = open();
    if (opened) {
        if (const Result<QList<ChannelRow>> rows = channels()) {
            Q_EMIT channelsChanged(*rows);
        }
        publishTags();
        Q_EMIT postsMarked({});
    }
    return opened;
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
