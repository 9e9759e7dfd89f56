// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QSet>

#include <algorithm>

#include "core/store/database.h"
#include "core/store/postwalk.h"
#include "core/store/reads.h"

namespace vestnik {
namespace {

// Of a search that has to look at many texts what was found is kept when its time is over.
constexpr qint64 idsAtOnce = 2000;
// More than a store can hold and a list can show.
constexpr qint64 everything = 100'000'000;

/// The query without what belongs to a page.
PostQuery whole(const PostQuery &query)
{
    PostQuery all = query;
    all.before = 0;
    all.after = 0;
    return all;
}

/// Newest first; those that are `known` already are left out.
Result<void> appendNewest(PostWalk &walk, qint64 atMost, const QSet<PostId> &known, PostIdList &list)
{
    while (list.ids.size() < atMost) {
        const qint64 wanted = walk.isDirect() ? atMost : idsAtOnce;
        const Result<QList<PostId>> ids = walk.next(wanted);
        if (!ids) {
            if (ids.error().code == ErrorCode::TimedOut && !list.ids.isEmpty()) {
                list.complete = false;
                return {};
            }
            return failure(ids.error());
        }
        if (known.isEmpty() && list.ids.isEmpty()) {
            list.ids = *ids;
        } else {
            std::copy_if(ids->begin(), ids->end(), std::back_inserter(list.ids),
                [&known](PostId id) { return !known.contains(id); });
        }
        if (ids->size() < wanted) {
            break;
        }
    }
    if (list.ids.size() > atMost) {
        list.ids.resize(atMost);
    }
    return {};
}

} // namespace

Result<PostIdList> readPostIds(Database &database, const PostQuery &query, qint64 atMost, UserId user)
{
    PostIdList list;
    const qint64 most = atMost > 0 ? atMost : everything;
    const Result<void> read = database.snapshot([&]() -> Result<void> {
        PostWalk walk(database, query, user);
        if (Result<void> begun = walk.begin(most); !begun) {
            return begun;
        }
        list.notIndexed = walk.notIndexed();
        QSet<PostId> known;
        if (query.order == PostOrder::Relevance && walk.ranks()) {
            const Result<QList<PostId>> best = walk.best(most, list.complete);
            if (!best) {
                return failure(best.error());
            }
            list.ids = *best;
            known = QSet<PostId>(best->begin(), best->end());
        }
        return appendNewest(walk, most, known, list);
    });
    // Past the time limit even the end of the snapshot is refused.
    const bool cutShort = !read && read.error().code == ErrorCode::TimedOut && !list.complete && !list.ids.isEmpty();
    if (!read && !cutShort) {
        return failure(read.error());
    }
    return list;
}

Result<qint64> countPosts(Database &database, const PostQuery &query, qint64 atMost, UserId user)
{
    const qint64 most = std::max<qint64>(1, atMost);
    qint64 count = 0;
    const Result<void> read = database.snapshot([&]() -> Result<void> {
        PostWalk walk(database, whole(query), user);
        if (Result<void> begun = walk.begin(most); !begun) {
            return begun;
        }
        const Result<qint64> counted = walk.count(most);
        count = counted.value_or(0);
        return counted ? Result<void>() : Result<void>(failure(counted.error()));
    });
    if (!read) {
        return failure(read.error());
    }
    return count;
}

Result<QList<PostId>> filterPosts(Database &database, const PostQuery &query, const QList<PostId> &posts, UserId user)
{
    PostWalk walk(database, whole(query), user);
    if (const Result<void> begun = walk.begin(posts.size()); !begun) {
        return failure(begun.error());
    }
    return walk.filter(posts);
}

} // namespace vestnik
