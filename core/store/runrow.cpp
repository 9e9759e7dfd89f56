// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/runrow.h"

#include "core/store/rows.h"

#include <QStringList>

namespace vestnik {
namespace {

/// What a run is for; never changes.
const QStringList &fixedColumns()
{
    static const QStringList columns{
        QStringLiteral("kind"), QStringLiteral("job_id"), QStringLiteral("job_name"), QStringLiteral("due_at")};
    return columns;
}

const QStringList &stateColumns()
{
    static const QStringList columns{QStringLiteral("status"), QStringLiteral("origin"), QStringLiteral("queued_at"),
        QStringLiteral("started_at"), QStringLiteral("finished_at"), QStringLiteral("attempt"),
        QStringLiteral("reason"), QStringLiteral("reason_run"), QStringLiteral("reason_count"),
        QStringLiteral("reason_ran"), QStringLiteral("reason_from"), QStringLiteral("reason_to"),
        QStringLiteral("channels_total"), QStringLiteral("channels_done"), QStringLiteral("channels_failed"),
        QStringLiteral("posts_added"), QStringLiteral("posts_updated"), QStringLiteral("bytes"),
        QStringLiteral("error_code"), QStringLiteral("error_subject"), QStringLiteral("error_detail")};
    return columns;
}

QString notNull(const QString &text)
{
    return text.isNull() ? QStringLiteral("") : text;
}

QVariant orNull(const QString &text)
{
    return text.isEmpty() ? QVariant() : QVariant(text);
}

QVariantList stateValues(const RunRecord &run)
{
    const RunReason &reason = run.reason;
    QVariantList values{runStatusName(run.status), runOriginName(run.origin), run.queuedAt, run.startedAt,
        run.finishedAt, qint64(run.attempt),
        reason.kind == RunReasonKind::None ? QVariant() : QVariant(runReasonName(reason.kind)), reason.run,
        reason.count, reason.ran, reason.from, reason.to, qint64(run.channelsTotal), qint64(run.channelsDone),
        qint64(run.channelsFailed), qint64(run.postsAdded), qint64(run.postsUpdated), run.bytes};
    return values + errorValues(run.error);
}

} // namespace

const QString &runRowColumns()
{
    static const QString text =
        QLatin1String("r.id, r.") + (fixedColumns() + stateColumns()).join(QLatin1String(", r."));
    return text;
}

RunRecord readRunRow(const Rows &rows)
{
    RunRecord run;
    int column = 0;
    run.id = rows.integer(column++);
    run.kind = rows.text(column++);
    run.job = rows.integer(column++);
    run.jobName = rows.text(column++);
    run.dueAt = rows.integer(column++);
    run.status = runStatusFromName(rows.text(column++));
    run.origin = runOriginFromName(rows.text(column++));
    run.queuedAt = rows.integer(column++);
    run.startedAt = rows.integer(column++);
    run.finishedAt = rows.integer(column++);
    run.attempt = static_cast<int>(rows.integer(column++));
    if (!rows.isNull(column)) {
        run.reason.kind = runReasonFromName(rows.text(column));
    }
    ++column;
    run.reason.run = rows.integer(column++);
    run.reason.count = rows.integer(column++);
    run.reason.ran = rows.integer(column++);
    run.reason.from = rows.integer(column++);
    run.reason.to = rows.integer(column++);
    run.channelsTotal = static_cast<int>(rows.integer(column++));
    run.channelsDone = static_cast<int>(rows.integer(column++));
    run.channelsFailed = static_cast<int>(rows.integer(column++));
    run.postsAdded = static_cast<int>(rows.integer(column++));
    run.postsUpdated = static_cast<int>(rows.integer(column++));
    run.bytes = rows.integer(column++);
    run.error = readError(rows, column);
    return run;
}

const QString &insertRunSql()
{
    // The job may be gone by now: then the run is of none.
    static const QString text = [] {
        const QStringList marks(fixedColumns().size() + stateColumns().size() - 2, QStringLiteral("?"));
        return QStringLiteral("INSERT INTO runs (%1) VALUES (?, (SELECT id FROM jobs WHERE id = ?), %2) RETURNING id")
            .arg((fixedColumns() + stateColumns()).join(QLatin1String(", ")), marks.join(QLatin1String(", ")));
    }();
    return text;
}

QVariantList insertRunValues(const RunRecord &run)
{
    return QVariantList{notNull(run.kind), run.job, notNull(run.jobName), run.dueAt} + stateValues(run);
}

const QString &updateRunSql()
{
    static const QString text =
        QStringLiteral("UPDATE runs SET %1 = ? WHERE id = ?").arg(stateColumns().join(QLatin1String(" = ?, ")));
    return text;
}

QVariantList updateRunValues(const RunRecord &run)
{
    return stateValues(run) << run.id;
}

QVariantList errorValues(const Error &error)
{
    if (error.code == ErrorCode::None) {
        return {QVariant(), QVariant(), QVariant()};
    }
    return {errorCodeName(error.code), orNull(error.subject), orNull(error.detail)};
}

Error readError(const Rows &rows, int column)
{
    if (rows.isNull(column)) {
        return {};
    }
    return Error{errorCodeFromName(rows.text(column)), rows.text(column + 1), rows.text(column + 2)};
}

} // namespace vestnik
