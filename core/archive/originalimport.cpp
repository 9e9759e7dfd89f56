// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/archive/originalimport.h"

#include <QHash>

#include "core/archive/importsink.h"
#include "core/store/database.h"
#include "core/store/originaldatabase.h"

namespace vestnik {
namespace {

constexpr int batchPosts = 200;

Result<void> takeUsers(OriginalDatabase &original, Database &database, qint64 now, ImportSink &sink)
{
    const Result<QList<OriginalUser>> users = original.users();
    if (!users) {
        return failure(users.error());
    }
    qint64 added = 0;
    const Result<void> written = sink.write([&]() -> Result<void> {
        added = 0;
        for (const OriginalUser &user : *users) {
            const Result<bool> one = ImportRepository(database).addUser(user.name.left(256), user.telegramId, now);
            if (!one) {
                return failure(one.error());
            }
            added += *one ? 1 : 0;
        }
        return {};
    });
    sink.count(QStringLiteral("users_added"), added);
    return written;
}

Result<QHash<qint64, ChannelId>> takeChannels(OriginalDatabase &original, ImportSink &sink)
{
    const Result<QList<OriginalChannel>> channels = original.channels();
    if (!channels) {
        return failure(channels.error());
    }
    QHash<qint64, ChannelId> rows;
    for (const OriginalChannel &channel : *channels) {
        const QString name = ImportSink::isKnownForm(channel.username) ? channel.username : QString();
        if (name.isEmpty() && channel.telegramId == 0) {
            sink.count(QStringLiteral("rows_skipped"), 1, QStringLiteral("channels"));
            continue;
        }
        const Result<ChannelId> row =
            sink.channel(ImportedChannel{name, channel.title.left(256), channel.telegramId, channel.active});
        if (!row) {
            return failure(row.error());
        }
        rows.insert(channel.id, *row);
    }
    return rows;
}

Post postOf(const OriginalPost &original)
{
    Post post;
    post.messageId = original.messageId;
    post.postedAt = original.postedAt;
    post.body.text = original.text;
    if (original.views >= 0) {
        post.views = Count{original.views, QString::number(original.views), false};
    }
    return post;
}

} // namespace

Result<void> importOriginal(OriginalDatabase &original, Database &database, qint64 now, ImportSink &sink)
{
    const Result<qint64> found = original.findPosts();
    if (!found) {
        return failure(found.error());
    }
    sink.setTotal(*found);
    if (Result<void> users = takeUsers(original, database, now, sink); !users) {
        return users;
    }
    const Result<QHash<qint64, ChannelId>> channels = takeChannels(original, sink);
    if (!channels) {
        return failure(channels.error());
    }
    while (true) {
        const Result<QList<OriginalPost>> posts = original.nextPosts(batchPosts);
        if (!posts) {
            return failure(posts.error());
        }
        if (posts->isEmpty()) {
            break;
        }
        for (const OriginalPost &one : *posts) {
            const ChannelId channel = channels->value(one.channel);
            if (channel == 0 || one.postedAt == 0) {
                sink.count(QStringLiteral("posts_skipped"), 1,
                    channel == 0 ? QStringLiteral("no channel") : QStringLiteral("no time"));
                continue;
            }
            if (one.enriched) {
                sink.count(QStringLiteral("articles_skipped"));
            }
            ArchivedPost archived{postOf(one), {}, {}};
            archived.extras.tags = one.tags;
            if (Result<void> added = sink.add(channel, archived); !added) {
                return added;
            }
        }
    }
    const Result<QList<OriginalCount>> others = original.otherTables();
    if (!others) {
        return failure(others.error());
    }
    for (const OriginalCount &other : *others) {
        sink.count(QStringLiteral("rows_skipped"), other.rows, other.table);
    }
    return {};
}

} // namespace vestnik
