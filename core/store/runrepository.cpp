// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/runrepository.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

#include "core/store/database.h"
#include "core/store/reads.h"
#include "core/store/runrow.h"

namespace vestnik {
namespace {

constexpr qint64 mostLogEntries = 5000; ///< of a run

QVariantList stateOf(const RunChannel &channel)
{
    const QVariantList values{channel.username.isNull() ? QStringLiteral("") : channel.username,
        runChannelStatusName(channel.status), qint64(channel.postsAdded), qint64(channel.postsUpdated),
        qint64(channel.pages), channel.bytes, channel.startedAt, channel.finishedAt};
    return values + errorValues(channel.error);
}

/// `position`: among the channels of the run.
Result<void> insertChannel(Database &database, RunId run, const RunChannel &channel, qint64 position)
{
    return withoutValue(database.executeList(
        QStringLiteral("INSERT INTO run_channels (run_id, channel_id, position, username, status, posts_added, "
                       "posts_updated, pages, bytes, started_at, finished_at, error_code, error_subject, error_detail) "
                       "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        QVariantList{run, channel.channelId, position} + stateOf(channel)));
}

Result<void> writeChannels(Database &database, RunId run, const QList<RunChannel> &channels)
{
    for (qsizetype i = 0; i < channels.size(); ++i) {
        if (Result<void> one = insertChannel(database, run, channels.at(i), i); !one) {
            return one;
        }
    }
    return {};
}

Result<void> writeEntry(Database &database, const LogEntry &entry, qint64 position)
{
    const QString args = entry.args.isEmpty()
        ? QString()
        : QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(entry.args)).toJson(QJsonDocument::Compact));
    QVariantList values{entry.run, position, entry.number, entry.at, logLevelName(entry.level),
        logEventName(entry.event), entry.subject.isNull() ? QStringLiteral("") : entry.subject,
        args.isNull() ? QVariant() : QVariant(args)};
    values += errorValues(entry.error);
    return withoutValue(database.executeList(
        QStringLiteral("INSERT INTO run_log (run_id, position, number, at, level, event, subject, args, error_code, "
                       "error_subject, error_detail) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        values));
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
                       "started_at = CASE WHEN started_at = 0 THEN ? ELSE started_at END, "
                       "posts_added = CASE WHEN posts_added > ? THEN posts_added ELSE ? END, "
                       "posts_updated = CASE WHEN posts_updated > ? THEN posts_updated ELSE ? END, "
                       "channels_done = CASE WHEN channels_done > ? THEN channels_done ELSE ? END, "
                       "channels_failed = CASE WHEN channels_failed > ? THEN channels_failed ELSE ? END "
                       "WHERE id = ?"),
        now, now, reached[0], reached[0], reached[1], reached[1], reached[2], reached[2], reached[3], reached[3], run));
}

} // namespace

Result<RunId> RunRepository::begin(const RunRecord &run, const QList<RunChannel> &channels)
{
    RunId id = 0;
    const Result<void> written = m_database.transaction([&]() -> Result<void> {
        const Result<RunId> created = add(run);
        if (!created) {
            return failure(created.error());
        }
        id = *created;
        return writeChannels(m_database, id, channels);
    });
    if (!written) {
        return failure(written.error());
    }
    return id;
}

Result<RunId> RunRepository::add(const RunRecord &run)
{
    return m_database.number(insertRunSql(), insertRunValues(run));
}

Result<QList<RunId>> RunRepository::add(const QList<RunRecord> &runs)
{
    QList<RunId> ids;
    const Result<void> written = m_database.transaction([&]() -> Result<void> {
        for (const RunRecord &run : runs) {
            const Result<RunId> id = add(run);
            if (!id) {
                return failure(id.error());
            }
            ids.append(*id);
        }
        return {};
    });
    if (!written) {
        return failure(written.error());
    }
    return ids;
}

Result<void> RunRepository::beginStored(const RunRecord &run, const QList<RunChannel> &channels)
{
    return m_database.transaction([&]() -> Result<void> {
        Result<void> saved = saveRun(run);
        return saved ? writeChannels(m_database, run.id, channels) : saved;
    });
}

Result<void> RunRepository::saveChannel(const RunChannel &channel)
{
    return m_database.transaction([&]() -> Result<void> {
        const Result<qint64> saved = m_database.executeList(
            QStringLiteral("UPDATE run_channels SET username = ?, status = ?, posts_added = ?, posts_updated = ?, "
                           "pages = ?, bytes = ?, started_at = ?, finished_at = ?, error_code = ?, error_subject = ?, "
                           "error_detail = ? WHERE run_id = ? AND channel_id = ?"),
            stateOf(channel) << channel.runId << channel.channelId);
        if (!saved || *saved > 0) {
            return withoutValue(saved);
        }
        const Result<qint64> position =
            m_database.number(QStringLiteral("SELECT count(*) FROM run_channels WHERE run_id = ?"), {channel.runId});
        return position ? insertChannel(m_database, channel.runId, channel, *position) : withoutValue(position);
    });
}

Result<void> RunRepository::saveRun(const RunRecord &run)
{
    const Result<qint64> saved = m_database.executeList(updateRunSql(), updateRunValues(run));
    if (saved && *saved == 0) {
        return failure(ErrorCode::NotFound, QStringLiteral("run %1").arg(run.id));
    }
    return withoutValue(saved);
}

Result<QList<RunRecord>> RunRepository::interruptGoing(qint64 now)
{
    QList<RunRecord> interrupted;
    const Result<void> written = m_database.transaction([&]() -> Result<void> {
        const Result<QList<RunId>> going = m_database.numbers(
            QStringLiteral("SELECT id FROM runs WHERE status IN ('queued', 'running') ORDER BY id DESC"));
        if (!going) {
            return failure(going.error());
        }
        for (const RunId id : *going) {
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

Result<QHash<JobId, RunRecord>> RunRepository::lastOfJobs()
{
    // One step into the index of jobs each, whatever the length of the history.
    static const QString sql = QStringLiteral(
        "SELECT %1 FROM jobs j CROSS JOIN runs r WHERE r.id = (SELECT l.id FROM runs l WHERE l.job_id = j.id "
        "AND l.status NOT IN ('queued', 'running') ORDER BY l.id DESC LIMIT 1)")
                                   .arg(runRowColumns());
    Result<Rows> rows = m_database.query(sql);
    if (!rows) {
        return failure(rows.error());
    }
    QHash<JobId, RunRecord> last;
    while (rows->next()) {
        const RunRecord run = readRunRow(*rows);
        last.insert(run.job, run);
    }
    if (const Result<void> status = rows->status(); !status) {
        return failure(status.error());
    }
    return last;
}

Result<void> RunRepository::addLog(const QList<LogEntry> &entries)
{
    return m_database.transaction([&]() -> Result<void> {
        QHash<RunId, qint64> positions; // of the last entry; below 0: there is no such run
        for (const LogEntry &entry : entries) {
            auto position = positions.find(entry.run);
            if (position == positions.end()) {
                const Result<qint64> last =
                    m_database.number(QStringLiteral("SELECT (SELECT coalesce(max(l.position), 0) FROM run_log l "
                                                     "WHERE l.run_id = r.id) FROM runs r WHERE r.id = ?"),
                        {entry.run}, -1);
                if (!last) {
                    return failure(last.error());
                }
                position = positions.insert(entry.run, *last);
            }
            if (*position < 0 || *position >= mostLogEntries) {
                continue;
            }
            if (Result<void> written = writeEntry(m_database, entry, ++*position); !written) {
                return written;
            }
        }
        return {};
    });
}

Result<qint64> RunRepository::pruneBefore(qint64 before, qint64 atMost)
{
    // One that ended while it waited never began.
    return m_database.execute(
        QStringLiteral("DELETE FROM runs WHERE id IN (SELECT id FROM runs WHERE started_at < ? AND queued_at < ? "
                       "AND status NOT IN ('queued', 'running') ORDER BY started_at LIMIT ?)"),
        before, before, std::max<qint64>(0, atMost));
}

Result<qint64> RunRepository::prune(int keep)
{
    return m_database.execute(
        QStringLiteral(
            "DELETE FROM runs WHERE id < (SELECT min(id) FROM (SELECT id FROM runs ORDER BY id DESC LIMIT ?) AS kept)"),
        std::max(1, keep));
}

} // namespace vestnik
