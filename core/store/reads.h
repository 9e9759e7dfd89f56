// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/operatorlog.h"
#include "core/base/result.h"
#include "core/model/channel.h"
#include "core/model/job.h"
#include "core/model/post.h"
#include "core/model/query.h"
#include "core/model/run.h"
#include "core/model/task.h"

#include <QStringList>

#include <functional>

namespace vestnik {

class Database;

// Reads that need only a connection: run them in the ReadPool, or on the engine's connection when they are small.
// Posts of removed channels are never listed. All times ms UTC.

/// The user's channels that are not removed, in the order they were added.
[[nodiscard]] Result<QList<ChannelRow>> readChannels(Database &database, UserId user = localUserId);
/// NotFound if the user has no such channel.
[[nodiscard]] Result<ChannelRow> readChannel(Database &database, ChannelId id, UserId user = localUserId);
/// Folder names in use, sorted without case.
[[nodiscard]] Result<QStringList> readFolders(Database &database, UserId user = localUserId);

// Texts of queries are in the language of searchquery.h; dates in them are days of the system's time zone. Searches see
// posts that wait for the index, too, but look through the newest few thousand of them only (PostIdList::notIndexed).

/// One page of the list, in the order of the query. A limit outside 1..1000 is brought into it. By relevance there is
/// one page only: before, after and hasMore are for the newest first.
[[nodiscard]] Result<PostPage> readPosts(Database &database, const PostQuery &query, UserId user = localUserId);
/// Row ids of all that the query selects (its limit does not count), at most `atMost`, 0: all. By relevance: of the
/// newest 50,000 hits the best 1,000 first, the others after them, newest first.
[[nodiscard]] Result<PostIdList> readPostIds(
    Database &database, const PostQuery &query, qint64 atMost = 0, UserId user = localUserId);
/// List rows of the given ids, in their order; ids that do not exist or belong to a removed channel are left out.
[[nodiscard]] Result<QList<PostSummary>> readSummaries(
    Database &database, const QList<PostId> &ids, UserId user = localUserId);
/// A complete post. NotFound without one.
[[nodiscard]] Result<Post> readPost(Database &database, PostId id);
/// All that the reader shows of a post. NotFound without one.
[[nodiscard]] Result<PostDetails> readPostDetails(Database &database, PostId id);
/// Number of posts that the query (without its keyset and limit) selects; counting stops at `atMost`.
[[nodiscard]] Result<qint64> countPosts(
    Database &database, const PostQuery &query, qint64 atMost, UserId user = localUserId);
/// Which of the posts the query (without its keyset and limit) selects, in the order given.
[[nodiscard]] Result<QList<PostId>> filterPosts(
    Database &database, const PostQuery &query, const QList<PostId> &posts, UserId user = localUserId);

/// Gets each post; false ends the reading without an error.
using PostVisitor = std::function<bool(const Post &)>;
/// Complete posts, newest first, at most `limit` (0: all), in constant memory. `query.limit` and the order are ignored.
/// Returns how many were visited.
[[nodiscard]] Result<qint64> readPostsFull(
    Database &database, const PostQuery &query, qint64 limit, const PostVisitor &visitor, UserId user = localUserId);

/// The operator's tags, by name.
[[nodiscard]] Result<QList<TagRow>> readTags(Database &database);
/// The user's saved searches, in the order of the tree.
[[nodiscard]] Result<QList<SavedSearch>> readSavedSearches(Database &database, UserId user = localUserId);
[[nodiscard]] Result<RetentionSettings> readRetention(Database &database);
[[nodiscard]] Result<StorageFacts> readStorage(Database &database);

/// `localMidnight`: start of today in the operator's time zone.
[[nodiscard]] Result<OverviewNumbers> readOverview(
    Database &database, qint64 localMidnight, qint64 now, UserId user = localUserId);

/// Newest first, older than `before` (0: from the newest); `limit` 1..1000.
[[nodiscard]] Result<QList<RunRecord>> readRuns(Database &database, int limit, RunId before = 0);
[[nodiscard]] Result<RunPage> findRuns(Database &database, const RunQuery &query);
/// Oldest first, the newest 5000 at most.
[[nodiscard]] Result<QList<LogEntry>> readRunLog(Database &database, RunId run);
[[nodiscard]] Result<RunCharts> readRunCharts(Database &database, const RunChartQuery &query);
/// The ids of the channels that a job's target names, without removed ones; those of Kind::All, User and Folder without
/// inactive ones.
[[nodiscard]] Result<QList<ChannelId>> channelsOfTarget(Database &database, const JobTarget &target);
[[nodiscard]] Result<QList<RunChannel>> readRunChannels(Database &database, RunId run);

} // namespace vestnik
