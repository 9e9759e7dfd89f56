// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/runrepository.h"

#include <algorithm>

#include "core/store/database.h"
#include "core/store/reads.h"

namespace vestnik {
namespace {

QVariant codeOf(const Error &error)
{
    return error.code == ErrorCode::None ? QVariant() : QVariant(errorCodeName(error.code));
}

QVariant orNull(const QString &text)
{
    return text.isEmpty() ? QVariant() : QVariant(text);
}

Result<void> writeChannel(Database &database, RunId run, const RunChannel &channel)
{
    return withoutValue(database.execute(
        QStringLiteral(
            "INSERT INTO run_channels (run_id, channel_id, position, username, status, posts_added, "
            "posts_updated, pages, bytes, started_at, finished_at, error_code, error_subject, error_detail) "
            "VALUES (?, ?, (SELECT count(*) FROM run_channels WHERE run_id = ?), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
            "ON CONFLICT (run_id, channel_id) DO UPDATE SET username = excluded.username, "
            "status = excluded.status, posts_added = excluded.posts_added, "
            "posts_updated = excluded.posts_updated, pages = excluded.pages, bytes = excluded.bytes, "
            "started_at = excluded.started_at, finished_at = excluded.finished_at, "
            "error_code = excluded.error_code, error_subject = excluded.error_subject, "
            "error_detail = excluded.error_detail"),
        run, channel.channelId, run, channel.username.isNull() ? QStringLiteral("") : channel.username,
        runChannelStatusName(channel.status), channel.postsAdded, channel.postsUpdated, channel.pages, channel.bytes,
        channel.startedAt, channel.finishedAt, codeOf(channel.error), orNull(channel.error.subject),
        orNull(channel.error.detail)));
}

/// Ends a run that nobody is at any more. The numbers of a run are written at its end: what its channels had reached by
/// then is what is true, unless the run knew of more.
Result<void> endFromChannels(Database &database, RunId run, qint64 now)
{
    qint64 reached[4]{};
    {
        Result<Rows> rows =
            database.query(QStringLiteral("SELECT coalesce(sum(posts_added), 0), coalesce(sum(posts_updated), 0), "
                                          "coalesce(sum(CASE WHEN status IN ('ok', 'failed') THEN 1 ELSE 0 END), 0), "
                                          "coalesce(sum(CASE WHEN status = 'failed' THEN 1 ELSE 0 END), 0) "
                                          "FROM run_channels WHERE run_id = ?"),
                run);
        if (!rows) {
            return failure(rows.error());
        }
        if (rows->next()) {
            for (int i = 0; i < 4; ++i) {
                reached[i] = rows->integer(i);
            }
        }
        if (Result<void> status = rows->status(); !status) {
            return status;
        }
    }
    return withoutValue(database.execute(
        QStringLiteral("UPDATE runs SET status = 'interrupted', finished_at = ?, "
                       "posts_added = CASE WHEN posts_added > ? THEN posts_added ELSE ? END, "
                       "posts_updated = CASE WHEN posts_updated > ? THEN posts_updated ELSE ? END, "
                       "channels_done = CASE WHEN channels_done > ? THEN channels_done ELSE ? END, "
                       "channels_failed = CASE WHEN channels_failed > ? THEN channels_failed ELSE ? END "
                       "WHERE id = ?"),
        now, reached[0], reached[0], reached[1], reached[1], reached[2], reached[2], reached[3], reached[3], run));
}

} // namespace

Result<RunId> RunRepository::begin(const RunRecord &run, const QList<RunChannel> &channels)
{
    RunId id = 0;
    const Result<void> written = m_database.transaction([&]() -> Result<void> {
        const Result<qint64> created = m_database.number(
            QStringLiteral("INSERT INTO runs (status, origin, started_at) VALUES (?, ?, ?) RETURNING id"),
            {runStatusName(run.status), runOriginName(run.origin), run.startedAt});
        if (!created) {
            return failure(created.error());
        }
        id = *created;
        for (const RunChannel &channel : channels) {
            if (Result<void> one = writeChannel(m_database, id, channel); !one) {
                return one;
            }
        }
        RunRecord record = run;
        record.id = id;
        return saveRun(record);
    });
    if (!written) {
        return failure(written.error());
    }
    return id;
}

Result<void> RunRepository::saveChannel(const RunChannel &channel)
{
    return writeChannel(m_database, channel.runId, channel);
}

Result<void> RunRepository::saveRun(const RunRecord &run)
{
    const Result<qint64> saved = m_database.execute(
        QStringLiteral("UPDATE runs SET status = ?, origin = ?, started_at = ?, finished_at = ?, channels_total = ?, "
                       "channels_done = ?, channels_failed = ?, posts_added = ?, posts_updated = ?, bytes = ?, "
                       "error_code = ?, error_subject = ?, error_detail = ? WHERE id = ?"),
        runStatusName(run.status), runOriginName(run.origin), run.startedAt, run.finishedAt, run.channelsTotal,
        run.channelsDone, run.channelsFailed, run.postsAdded, run.postsUpdated, run.bytes, codeOf(run.error),
        orNull(run.error.subject), orNull(run.error.detail), run.id);
    if (saved && *saved == 0) {
        return failure(ErrorCode::NotFound, QStringLiteral("run %1").arg(run.id));
    }
    return withoutValue(saved);
}

Result<QList<RunRecord>> RunRepository::interruptGoing(qint64 now)
{
    QList<RunRecord> interrupted;
    const Result<void> written = m_database.transaction([&]() -> Result<void> {
        QList<RunId> going;
        {
            Result<Rows> rows = m_database.query(
                QStringLiteral("SELECT id FROM runs WHERE status IN ('queued', 'running') ORDER BY id DESC"));
            if (!rows) {
                return failure(rows.error());
            }
            while (rows->next()) {
                going.append(rows->integer(0));
            }
            if (Result<void> status = rows->status(); !status) {
                return status;
            }
        }
        for (const RunId id : std::as_const(going)) {
            // The numbers of a run are written at its end: what its channels had reached by then is what is true.
            const Result<void> ended = endFromChannels(m_database, id, now);
            const Result<qint64> stopped =
                m_database.execute(QStringLiteral("UPDATE run_channels SET status = 'stopped', finished_at = ? "
                                                  "WHERE run_id = ? AND status IN ('queued', 'running')"),
                    now, id);
            const Result<RunRecord> record = run(id);
            if (!ended || !stopped || !record) {
                return failure(!ended ? ended.error() : !stopped ? stopped.error() : record.error());
            }
            interrupted.append(*record);
        }
        return {};
    });
    if (!written) {
        return failure(written.error());
    }
    return interrupted;
}

Result<QList<RunRecord>> RunRepository::recent(int limit, RunId before)
{
    return readRuns(m_database, limit, before);
}

Result<QList<RunChannel>> RunRepository::channelsOf(RunId run)
{
    return readRunChannels(m_database, run);
}

Result<RunRecord> RunRepository::run(RunId id)
{
    const Result<QList<RunRecord>> found = readRuns(m_database, 1, id + 1);
    if (!found) {
        return failure(found.error());
    }
    if (found->isEmpty() || found->first().id != id) {
        return failure(ErrorCode::NotFound, QStringLiteral("run %1").arg(id));
    }
    return found->first();
}

Result<std::optional<RunRecord>> RunRepository::last()
{
    const Result<QList<RunRecord>> newest = readRuns(m_database, 1);
    if (!newest) {
        return failure(newest.error());
    }
    return newest->isEmpty() ? std::optional<RunRecord>() : std::optional<RunRecord>(newest->first());
}

Result<qint64> RunRepository::prune(int keep)
{
    return m_database.execute(
        QStringLiteral(
            "DELETE FROM runs WHERE id < (SELECT min(id) FROM (SELECT id FROM runs ORDER BY id DESC LIMIT ?) AS kept)"),
        std::max(1, keep));
}

} // namespace vestnik
