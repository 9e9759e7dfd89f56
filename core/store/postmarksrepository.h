// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/model/query.h"

#include <QStringList>

namespace vestnik {

class Database;

/// A tag that was removed, with what it takes to bring it back: changeTags(posts, {name}, {}).
struct RemovedTag {
    QString name;
    QList<PostId> posts;
};

/// What operators attach to posts: stars, notes, tags. Lives on the thread of its connection (the engine's); no state.
/// Posts that do not exist are passed over. `now`: ms UTC.
class PostMarksRepository final {
public:
    static constexpr qsizetype longestNote = 20'000; ///< UTF-16 code units
    static constexpr qsizetype longestTag = 64;

    explicit PostMarksRepository(Database &database)
        : m_database(database)
    {
    }

    /// Returns how many posts changed.
    [[nodiscard]] Result<qint64> setStarred(const QList<PostId> &posts, bool starred, qint64 now);
    /// An empty text (or blanks only) removes the note. InvalidArgument for one that is too long, NotFound without the
    /// post.
    [[nodiscard]] Result<void> setNote(PostId post, const QString &text, qint64 now);

    /// Adds tags, which are made where they do not exist, and takes others off. A name in both is taken off. Returns
    /// how many pairs of post and tag changed. InvalidArgument for a name that is empty or too long.
    [[nodiscard]] Result<qint64> changeTags(
        const QList<PostId> &posts, const QStringList &add, const QStringList &remove, qint64 now);
    /// InvalidArgument if another tag has the name, NotFound without such a tag.
    [[nodiscard]] Result<void> renameTag(TagId tag, const QString &name);
    /// Takes a tag off all posts and removes it. NotFound without such a tag.
    [[nodiscard]] Result<RemovedTag> removeTag(TagId tag);
    /// All tags by name, with the number of their posts.
    [[nodiscard]] Result<QList<TagRow>> tags();

    /// Gives what is attached to a post to another one, which keeps its own; two notes become one. For rows that are
    /// found to be the same post; needs a transaction of the caller.
    [[nodiscard]] Result<void> move(PostId from, PostId to);

private:
    [[nodiscard]] Result<TagId> tagNamed(const QString &name, qint64 now);

    Database &m_database;
};

} // namespace vestnik
