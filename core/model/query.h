// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/ids.h"
#include "core/model/post.h"

#include <QList>
#include <QMetaType>
#include <QString>

#include <optional>

namespace vestnik {

enum class PostOrder {
    Newest, ///< by time, then by row id
    Relevance, ///< best first; only with words in `text`, otherwise as Newest
};

/// Which posts to list. Empty members do not filter.
struct PostQuery {
    QList<ChannelId> channels;
    QString folder;
    bool onlyUnread = false;
    QString text; ///< in the query language (searchquery.h)
    QString scope; ///< a second query that must hold as well, in the same language: a node of the tree
    qint64 postedFrom = 0; ///< ms UTC, included; 0 open
    qint64 postedTo = 0; ///< ms UTC, excluded; 0 open
    PostId before = 0; ///< keyset: only rows older than this one; 0 from the newest
    PostId after = 0; ///< keyset: only rows newer than this one; 0 open
    int limit = 200; ///< 1..1000
    PostOrder order = PostOrder::Newest;
    qint64 now = 0; ///< ms UTC: what "today" and "7d" in `text` and `scope` count from; 0 the present moment

    [[nodiscard]] bool operator==(const PostQuery &) const = default;
};

/// A list row: enough to paint it, without the heavy parts.
struct PostSummary {
    PostId id = 0;
    ChannelId channelId = 0;
    QString channel;
    QString channelTitle;
    MessageId messageId = 0;
    qint64 postedAt = 0;
    PostKind kind = PostKind::Text;
    QString excerpt; ///< first 200 characters of the text, one line
    qint64 views = -1;
    int mediaCount = 0;
    bool hasLink = false;
    bool edited = false;
    bool unread = false;
    bool starred = false;
    bool deleted = false; ///< gone from the channel, kept here
    int tagCount = 0; ///< tags of the operator
    bool hasNote = false;

    [[nodiscard]] bool operator==(const PostSummary &) const = default;
};

struct PostPage {
    QList<PostSummary> posts;
    bool hasMore = false; ///< older ones follow
};

/// All rows that a query selects, in its order: what a list of any length scrolls over. Row ids carry the time (see
/// postkey.h), so a date is found by bisection.
struct PostIdList {
    QList<PostId> ids;
    bool complete = true; ///< false: the search was ended by its time limit, or relevance ranks only the newest hits
    qint64 notIndexed = 0; ///< posts that wait for the index of texts and were too many to look through
};

/// A text that a post had before it was edited.
struct PostVersion {
    qint64 replacedAt = 0; ///< ms UTC: when the change was seen
    RichText body;
};

/// All that the reader pane shows of a post.
struct PostDetails {
    Post post;
    bool unread = false;
    bool starred = false;
    qint64 storedAt = 0; ///< ms UTC
    qint64 updatedAt = 0; ///< ms UTC, 0 never
    qint64 deletedAt = 0; ///< ms UTC: when it was found gone, 0 it is there
    QStringList tags;
    QString note;
    QList<PostVersion> versions; ///< newest first, without the present text
    PostId replyTo = 0; ///< the row of the post it answers, if that is stored
};

using TagId = qint64;

/// What makes two tags the same (tags.tag_key): the name without differences of case, of blanks and of the ways to
/// write a character.
[[nodiscard]] inline QString tagKey(const QString &name)
{
    return name.normalized(QString::NormalizationForm_C).simplified().toCaseFolded();
}

struct TagRow {
    TagId id = 0;
    QString name;
    qint64 posts = 0;

    [[nodiscard]] bool operator==(const TagRow &) const = default;
};

/// A search in the tree.
struct SavedSearch {
    qint64 id = 0; ///< 0: not stored yet
    QString name; ///< 1..100 characters
    QString text; ///< in the query language

    [[nodiscard]] bool operator==(const SavedSearch &) const = default;
};

/// How much a saved search finds; counted in quiet moments.
struct SavedSearchCount {
    qint64 id = 0;
    qint64 posts = 0;
    bool more = false; ///< counting stopped there

    [[nodiscard]] bool operator==(const SavedSearchCount &) const = default;
};

/// The numbers of the Overview page, all over one moment.
struct OverviewNumbers {
    qint64 postsTotal = 0;
    qint64 postsToday = 0; ///< since local midnight
    qint64 postsYesterday = 0; ///< same span of yesterday
    qint64 postsWeek = 0; ///< last 7 days
    QList<int> perHour; ///< 24 counts, oldest first, by time of posting
    qint64 databaseBytes = 0;
};

} // namespace vestnik

Q_DECLARE_METATYPE(vestnik::PostSummary)
Q_DECLARE_METATYPE(vestnik::PostPage)
Q_DECLARE_METATYPE(vestnik::OverviewNumbers)
Q_DECLARE_METATYPE(vestnik::PostIdList)
Q_DECLARE_METATYPE(vestnik::PostDetails)
