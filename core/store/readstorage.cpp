// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QFileInfo>
#include <QStorageInfo>

#include <algorithm>

#include "core/store/database.h"
#include "core/store/reads.h"
#include "core/store/textindex.h"

namespace vestnik {
namespace {

// Reading every text of a large store takes as long as reading its file. A sample of each channel tells nearly as much:
// its newest posts, which are also the ones in memory.
constexpr qint64 sampledPosts = 20'000; ///< of all channels together
constexpr qint64 leastSample = 20;
constexpr qint64 mostSample = 500;
constexpr qint64 rowOverhead = 160; ///< numbers of the row and its places in the indexes
constexpr qint64 emptyStore = 256 * 1024; ///< tables and indexes without a post

Result<QString> text(Database &database, const QString &sql)
{
    Result<Rows> rows = database.query(sql);
    if (!rows) {
        return failure(rows.error());
    }
    const QString found = rows->next() ? rows->text(0) : QString();
    const Result<void> status = rows->status();
    return status ? Result<QString>(found) : failure(status.error());
}

/// Bytes of the heavy columns; a length in characters is quicker to have, but half of it for Cyrillic.
QString rowBytes(Database &database)
{
    QStringList parts;
    for (const char *column : {"text", "entities", "media", "media_urls", "reactions", "forward", "reply", "preview",
             "buttons", "album_ids", "author"}) {
        const QString name = QString::fromLatin1(column);
        parts.append(database.kind() == DatabaseKind::Sqlite
                ? QStringLiteral("COALESCE(length(CAST(p.%1 AS BLOB)), 0)").arg(name)
                : QStringLiteral("COALESCE(octet_length(p.%1), 0)").arg(name));
    }
    return parts.join(QLatin1String(" + "));
}

Result<void> addSizes(Database &database, StorageFacts &facts)
{
    {
        Result<Rows> rows = database.query(QStringLiteral("SELECT id, username, post_count FROM channels"));
        if (!rows) {
            return failure(rows.error());
        }
        while (rows->next()) {
            facts.channels.append(ChannelSize{rows->integer(0), rows->text(1), rows->integer(2), 0});
        }
        if (Result<void> status = rows->status(); !status) {
            return status;
        }
    }
    const qint64 sample =
        std::clamp(sampledPosts / std::max<qint64>(1, facts.channels.size()), leastSample, mostSample);
    const QString sql = QStringLiteral("SELECT CAST(COALESCE(avg(%1), 0) AS BIGINT) FROM (SELECT * FROM posts "
                                       "WHERE channel_id = ? ORDER BY id DESC LIMIT ?) AS p")
                            .arg(rowBytes(database));
    qint64 estimated = 0;
    for (ChannelSize &channel : facts.channels) {
        facts.posts += channel.posts;
        if (channel.posts == 0) {
            continue;
        }
        const Result<qint64> average = database.number(sql, {channel.channel, sample});
        if (!average) {
            return failure(average.error());
        }
        channel.bytes = channel.posts * (*average + rowOverhead);
        estimated += channel.bytes;
    }
    // The index of texts and half-filled pages belong to those whose texts they hold.
    const qint64 used = facts.bytes - facts.reclaimableBytes - emptyStore;
    if (used > estimated && estimated > 0) {
        const double share = double(used) / double(estimated);
        for (ChannelSize &channel : facts.channels) {
            channel.bytes = qint64(double(channel.bytes) * share);
        }
    }
    std::sort(facts.channels.begin(), facts.channels.end(), [](const ChannelSize &a, const ChannelSize &b) {
        return a.bytes != b.bytes ? a.bytes > b.bytes : a.username < b.username;
    });
    return {};
}

Result<void> addSqlite(Database &database, StorageFacts &facts)
{
    const Result<QString> version = text(database, QStringLiteral("SELECT sqlite_version()"));
    const Result<qint64> freePages = database.number(QStringLiteral("PRAGMA freelist_count"));
    const Result<qint64> pageSize = database.number(QStringLiteral("PRAGMA page_size"));
    if (!version) {
        return failure(version.error());
    }
    for (const Result<qint64> &read : {freePages, pageSize}) {
        if (!read) {
            return failure(read.error());
        }
    }
    facts.server = QLatin1String("SQLite ") + *version;
    facts.bytes = database.fileBytes();
    facts.reclaimableBytes = *freePages * *pageSize;
    const QStorageInfo disk(QFileInfo(database.path()).absolutePath());
    facts.freeBytes = disk.isValid() ? disk.bytesAvailable() : -1;
    return {};
}

Result<void> addPostgres(Database &database, StorageFacts &facts)
{
    const Result<QString> version = text(database, QStringLiteral("SHOW server_version"));
    const Result<qint64> bytes = database.number(
        QStringLiteral("SELECT CAST(COALESCE(sum(pg_total_relation_size(c.oid)), 0) AS BIGINT) FROM pg_class c "
                       "JOIN pg_namespace n ON n.oid = c.relnamespace "
                       "WHERE n.nspname = current_schema() AND c.relkind = 'r'"));
    const Result<qint64> dead = database.number(
        QStringLiteral("SELECT CAST(COALESCE(sum(pg_relation_size(relid) * n_dead_tup / (n_live_tup + n_dead_tup + "
                       "1)), 0) AS BIGINT) FROM pg_stat_user_tables WHERE schemaname = current_schema()"));
    if (!version) {
        return failure(version.error());
    }
    for (const Result<qint64> &read : {bytes, dead}) {
        if (!read) {
            return failure(read.error());
        }
    }
    facts.postgres = true;
    facts.server = QLatin1String("PostgreSQL ") + version->section(QLatin1Char(' '), 0, 0);
    facts.bytes = *bytes;
    facts.reclaimableBytes = *dead;
    return {};
}

} // namespace

Result<StorageFacts> readStorage(Database &database)
{
    StorageFacts facts;
    facts.address = database.path();
    Result<void> step =
        database.kind() == DatabaseKind::Sqlite ? addSqlite(database, facts) : addPostgres(database, facts);
    if (step) {
        step = addSizes(database, facts);
    }
    const Result<qint64> waiting = step ? textindex::waiting(database) : Result<qint64>(0);
    if (!step || !waiting) {
        return failure(step ? waiting.error() : step.error());
    }
    facts.notIndexed = std::max<qint64>(0, *waiting);
    return facts;
}

} // namespace vestnik
