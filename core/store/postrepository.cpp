// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/postrepository.h"

#include "core/model/postcolumns.h"
#include "core/store/database.h"
#include "core/store/pagewriter.h"
#include "core/store/textindex.h"

namespace vestnik {
namespace {

/// Counts again what is unread in these channels; an empty list means all.
Result<void> recount(Database &database, const QList<ChannelId> &channels)
{
    static const QString all = QStringLiteral(
        "UPDATE channels SET unread_count = (SELECT count(*) FROM unread u WHERE u.channel_id = channels.id)");
    const Result<qint64> counted = channels.isEmpty()
        ? database.execute(all)
        : database.execute(all + QLatin1String(" WHERE id IN ") + database.idsIn(), idsColumn(channels));
    if (!counted) {
        return failure(counted.error());
    }
    return {};
}

Result<QList<ChannelId>> channelsOfPosts(Database &database, const QString &ids)
{
    Result<Rows> rows =
        database.query(QLatin1String("SELECT DISTINCT channel_id FROM posts WHERE id IN ") + database.idsIn(), ids);
    if (!rows) {
        return failure(rows.error());
    }
    QList<ChannelId> channels;
    while (rows->next()) {
        channels.append(rows->integer(0));
    }
    if (const Result<void> status = rows->status(); !status) {
        return failure(status.error());
    }
    return channels;
}

} // namespace

Result<StoredPage> PostRepository::storePage(ChannelId channel, const QList<Post> &posts, IdRange covered, qint64 now)
{
    const Result<QList<StoredPage>> stored = storePages({PageToStore{channel, posts, covered}}, now);
    if (!stored) {
        return failure(stored.error());
    }
    return stored->first();
}

Result<QList<StoredPage>> PostRepository::storePages(const QList<PageToStore> &pages, qint64 now)
{
    QList<StoredPage> stored;
    stored.reserve(pages.size());
    const Result<void> written = m_database.transaction([&]() -> Result<void> {
        for (const PageToStore &page : pages) {
            const Result<StoredPage> one = PageWriter(m_database, page, now).store();
            if (!one) {
                return failure(one.error());
            }
            stored.append(*one);
        }
        return textindex::keepShort(m_database);
    });
    if (!written) {
        return failure(written.error());
    }
    return stored;
}

Result<qint64> PostRepository::indexWaiting(int atMost)
{
    qint64 left = 0;
    const Result<void> written = m_database.transaction([&]() -> Result<void> {
        const Result<qint64> waiting = textindex::indexNewest(m_database, atMost);
        left = waiting.value_or(0);
        return waiting ? Result<void>() : Result<void>(failure(waiting.error()));
    });
    if (!written) {
        return failure(written.error());
    }
    return left;
}

Result<qint64> PostRepository::markRead(const ReadMark &mark)
{
    qint64 marked = 0;
    const Result<void> written = m_database.transaction([&]() -> Result<void> {
        if (mark.everything) {
            const Result<qint64> all = m_database.execute(QStringLiteral("DELETE FROM unread"));
            marked = all.value_or(0);
            return all ? recount(m_database, {}) : Result<void>(failure(all.error()));
        }
        QList<ChannelId> touched = mark.channels;
        for (const ChannelId channel : mark.channels) {
            const Result<qint64> read =
                m_database.execute(QStringLiteral("DELETE FROM unread WHERE channel_id = ?"), channel);
            if (!read) {
                return failure(read.error());
            }
            marked += *read;
        }
        if (!mark.posts.isEmpty()) {
            const QString ids = idsColumn(mark.posts);
            const Result<QList<ChannelId>> channels = channelsOfPosts(m_database, ids);
            if (!channels) {
                return failure(channels.error());
            }
            const Result<qint64> read =
                m_database.execute(QLatin1String("DELETE FROM unread WHERE (channel_id, post_id) IN "
                                                 "(SELECT channel_id, id FROM posts WHERE id IN ")
                        + m_database.idsIn() + QLatin1Char(')'),
                    ids);
            if (!read) {
                return failure(read.error());
            }
            marked += *read;
            touched += *channels;
        }
        return touched.isEmpty() ? Result<void>() : recount(m_database, touched);
    });
    if (!written) {
        return failure(written.error());
    }
    return marked;
}

Result<qint64> PostRepository::markUnread(const QList<PostId> &posts)
{
    if (posts.isEmpty()) {
        return 0;
    }
    qint64 marked = 0;
    const Result<void> written = m_database.transaction([&]() -> Result<void> {
        const QString ids = idsColumn(posts);
        const Result<QList<ChannelId>> channels = channelsOfPosts(m_database, ids);
        if (!channels) {
            return failure(channels.error());
        }
        const Result<qint64> unread = m_database.execute(
            QLatin1String("INSERT INTO unread (channel_id, post_id) SELECT channel_id, id FROM posts WHERE id IN ")
                + m_database.idsIn() + QLatin1String(" ON CONFLICT DO NOTHING"),
            ids);
        if (!unread) {
            return failure(unread.error());
        }
        marked = *unread;
        return channels->isEmpty() ? Result<void>() : recount(m_database, *channels);
    });
    if (!written) {
        return failure(written.error());
    }
    return marked;
}

} // namespace vestnik
