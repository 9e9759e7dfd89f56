// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The archive's part of the facade; the rest is in enginelink.cpp.

#include "core/engine/enginelink.h"

#include "core/store/reads.h"

#include <algorithm>

namespace vestnik {
namespace {

constexpr qsizetype keptTasks = 50;
constexpr qint64 mostIds = 100'000'000; ///< all

} // namespace

// ---- what operators attach to posts ----

void EngineLink::setStarred(const QList<PostId> &posts, bool starred, QObject *context, Done<void> done)
{
    command<void>(
        context, std::move(done), [posts, starred](Engine &engine) { return engine.setStarred(posts, starred); });
}

void EngineLink::setNote(PostId post, const QString &text, QObject *context, Done<void> done)
{
    command<void>(context, std::move(done), [post, text](Engine &engine) { return engine.setNote(post, text); });
}

void EngineLink::changeTags(
    const QList<PostId> &posts, const QStringList &add, const QStringList &remove, QObject *context, Done<void> done)
{
    command<void>(context, std::move(done),
        [posts, add, remove](Engine &engine) { return engine.changeTags(posts, add, remove); });
}

void EngineLink::renameTag(TagId tag, const QString &name, QObject *context, Done<void> done)
{
    command<void>(context, std::move(done), [tag, name](Engine &engine) { return engine.renameTag(tag, name); });
}

void EngineLink::removeTag(TagId tag, QObject *context, Done<QList<PostId>> done)
{
    command<QList<PostId>>(context, std::move(done), [tag](Engine &engine) { return engine.removeTag(tag); });
}

void EngineLink::saveSearch(const SavedSearch &search, QObject *context, Done<SavedSearch> done)
{
    command<SavedSearch>(context, std::move(done), [search](Engine &engine) { return engine.saveSearch(search); });
}

void EngineLink::removeSavedSearch(qint64 id, QObject *context, Done<void> done)
{
    command<void>(context, std::move(done), [id](Engine &engine) { return engine.removeSavedSearch(id); });
}

// ---- long tasks ----

void EngineLink::startTask(const TaskSpec &spec, QObject *context, Done<TaskId> done)
{
    const Ticket ticket = expect<TaskId>(context, std::move(done));
    if (m_shuttingDown || !m_thread) {
        answer<TaskId>(ticket, failure(ErrorCode::EngineStopped));
        return;
    }
    // Not as other commands, which wait while a task has the store for itself: tasks have their own line.
    withEngine([this, ticket, spec](Engine &engine) { answer<TaskId>(ticket, engine.startTask(spec)); });
}

void EngineLink::cancelTask(TaskId task)
{
    withEngine([task](Engine &engine) { engine.cancelTask(task); });
}

void EngineLink::noteTask(const TaskRecord &task)
{
    const auto known =
        std::find_if(m_tasks.begin(), m_tasks.end(), [&](const TaskRecord &one) { return one.id == task.id; });
    if (known != m_tasks.end()) {
        *known = task;
        return;
    }
    m_tasks.append(task);
    if (m_tasks.size() > keptTasks) {
        m_tasks.removeFirst();
    }
}

// ---- how the archive is kept ----

void EngineLink::setRetention(const RetentionRule &rule, QObject *context, Done<void> done)
{
    command<void>(context, std::move(done), [rule](Engine &engine) { return engine.setRetention(rule); });
}

void EngineLink::setChannelRetention(
    const QList<ChannelId> &ids, const std::optional<RetentionRule> &rule, QObject *context, Done<void> done)
{
    command<void>(
        context, std::move(done), [ids, rule](Engine &engine) { return engine.setChannelRetention(ids, rule); });
}

void EngineLink::readRetention(QObject *context, Done<RetentionSettings> done)
{
    read<RetentionSettings>(context, std::move(done), &vestnik::readRetention);
}

void EngineLink::readStorage(QObject *context, Done<StorageFacts> done)
{
    read<StorageFacts>(context, std::move(done), &vestnik::readStorage);
}

void EngineLink::probeDatabase(const QString &address, QObject *context, Done<DatabaseProbe> done)
{
    const Ticket ticket = expect<DatabaseProbe>(context, std::move(done));
    withEngine([this, ticket, address](Engine &engine) {
        engine.probeDatabase(
            address, [this, ticket](const Result<DatabaseProbe> &probe) { answer<DatabaseProbe>(ticket, probe); });
    });
}

void EngineLink::switchDatabase(const QString &address, QObject *context, Done<void> done)
{
    const Ticket ticket = expect<void>(context, std::move(done));
    withEngine([this, ticket, address](Engine &engine) {
        engine.switchDatabase(
            address, [this, ticket](const Result<void> &switched) { answer<void>(ticket, switched); });
    });
}

// ---- reads ----

void EngineLink::cancelRead(ReadId read)
{
    if (const auto going = m_reads.constFind(read); going != m_reads.constEnd()) {
        going->cancel();
    } else if (const auto waiting = m_waitingReads.find(read); waiting != m_waitingReads.end()) {
        const auto giveUp = waiting->giveUp;
        m_waitingReads.erase(waiting);
        giveUp();
    }
}

ReadId EngineLink::listPosts(const PostQuery &query, QObject *context, Done<PostIdList> done)
{
    return read<PostIdList>(context, std::move(done),
        [query](Database &database) { return vestnik::readPostIds(database, query, mostIds); });
}

ReadId EngineLink::readSummaries(const QList<PostId> &ids, QObject *context, Done<QList<PostSummary>> done)
{
    return read<QList<PostSummary>>(
        context, std::move(done), [ids](Database &database) { return vestnik::readSummaries(database, ids); });
}

ReadId EngineLink::readPostDetails(PostId id, QObject *context, Done<PostDetails> done)
{
    return read<PostDetails>(
        context, std::move(done), [id](Database &database) { return vestnik::readPostDetails(database, id); });
}

void EngineLink::readTags(QObject *context, Done<QList<TagRow>> done)
{
    read<QList<TagRow>>(context, std::move(done), &vestnik::readTags);
}

void EngineLink::readSavedSearches(QObject *context, Done<QList<SavedSearch>> done)
{
    read<QList<SavedSearch>>(
        context, std::move(done), [](Database &database) { return vestnik::readSavedSearches(database); });
}

} // namespace vestnik
