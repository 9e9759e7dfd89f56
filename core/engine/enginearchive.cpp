// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

// What operators attach to posts, and how long posts are kept; long tasks are in enginetasks.cpp.

#include "core/engine/engine.h"

#include "core/store/postmarksrepository.h"
#include "core/store/retentionrepository.h"
#include "core/store/savedsearchrepository.h"

namespace vestnik {
Result<void> Engine::setStarred(const QList<PostId> &posts, bool starred)
{
    if (const Result<void> store = needStore(); !store) {
        return failure(store.error());
    }
    const Result<qint64> changed = PostMarksRepository(*m_database).setStarred(posts, starred, m_clock.now());
    if (changed) {
        noteMarks(posts);
    }
    return withoutValue(changed);
}

Result<void> Engine::setNote(PostId post, const QString &text)
{
    if (const Result<void> store = needStore(); !store) {
        return failure(store.error());
    }
    const Result<void> written = PostMarksRepository(*m_database).setNote(post, text, m_clock.now());
    if (written) {
        noteMarks({post});
    }
    return written;
}

Result<void> Engine::changeTags(const QList<PostId> &posts, const QStringList &add, const QStringList &remove)
{
    if (const Result<void> store = needStore(); !store) {
        return failure(store.error());
    }
    const Result<qint64> changed = PostMarksRepository(*m_database).changeTags(posts, add, remove, m_clock.now());
    if (changed) {
        noteMarks(posts);
        publishTags();
    }
    return withoutValue(changed);
}

Result<void> Engine::renameTag(TagId tag, const QString &name)
{
    if (const Result<void> store = needStore(); !store) {
        return failure(store.error());
    }
    const Result<void> renamed = PostMarksRepository(*m_database).renameTag(tag, name);
    if (renamed) {
        noteMarks({});
        publishTags();
    }
    return renamed;
}

Result<QList<PostId>> Engine::removeTag(TagId tag)
{
    if (const Result<void> store = needStore(); !store) {
        return failure(store.error());
    }
    const Result<RemovedTag> removed = PostMarksRepository(*m_database).removeTag(tag);
    if (!removed) {
        return failure(removed.error());
    }
    noteMarks(removed->posts);
    publishTags();
    return removed->posts;
}

Result<SavedSearch> Engine::saveSearch(const SavedSearch &search)
{
    if (const Result<void> store = needStore(); !store) {
        return failure(store.error());
    }
    const Result<SavedSearch> saved = SavedSearchRepository(*m_database).save(search, m_clock.now());
    if (saved) {
        publishSearches();
    }
    return saved;
}

Result<void> Engine::removeSavedSearch(qint64 id)
{
    if (const Result<void> store = needStore(); !store) {
        return failure(store.error());
    }
    const Result<SavedSearch> removed = SavedSearchRepository(*m_database).remove(id);
    if (removed) {
        publishSearches();
    }
    return withoutValue(removed);
}

Result<void> Engine::setRetention(const RetentionRule &rule)
{
    if (const Result<void> store = needStore(); !store) {
        return failure(store.error());
    }
    return RetentionRepository(*m_database).setRetention(rule);
}

Result<void> Engine::setChannelRetention(const QList<ChannelId> &ids, const std::optional<RetentionRule> &rule)
{
    if (const Result<void> store = needStore(); !store) {
        return failure(store.error());
    }
    return withoutValue(RetentionRepository(*m_database).setChannelRetention(ids, rule));
}

} // namespace vestnik
