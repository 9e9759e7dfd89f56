// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/archive/move.h"

#include "core/archive/controlled.h"
#include "core/store/postrepository.h"
#include "core/store/schema.h"
#include "core/store/storecheck.h"
#include "core/store/storecopy.h"

namespace vestnik {
namespace {

constexpr int postsIndexedAtOnce = 256;

/// One move under way.
class Move final {
public:
    Move(Database &from, Database &to, const TaskControl &control)
        : m_from(from)
        , m_to(to)
        , m_control(control)
    {
    }

    [[nodiscard]] Result<TaskReport> run();

private:
    [[nodiscard]] Result<void> copyAll();
    [[nodiscard]] Result<void> copyTable(const storecopy::Table &table);
    void index();
    [[nodiscard]] storecopy::OnRows progress()
    {
        return [this](qint64 rows) { m_control.report(m_done + rows, m_total); };
    }

    Database &m_from;
    Database &m_to;
    const TaskControl &m_control;
    TaskReport m_report;
    qint64 m_done = 0;
    qint64 m_total = 0;
    qint64 m_rows = 0;
    qint64 m_waiting = 0;
};

Result<void> Move::copyTable(const storecopy::Table &table)
{
    const Result<storecopy::Sum> read = storecopy::copy(m_from, m_to, table, progress());
    if (!read) {
        return failure(read.error());
    }
    m_done += read->rows;
    const Result<storecopy::Sum> written = storecopy::sumOf(m_to, table, progress());
    if (!written) {
        return failure(written.error());
    }
    m_done += written->rows;
    if (*read != *written) {
        return failure(ErrorCode::DatabaseFailed, QStringLiteral("the copy of %1 differs").arg(table.name),
            QStringLiteral("%1 rows and %2 rows, checksums %3 and %4")
                .arg(read->rows)
                .arg(written->rows)
                .arg(read->checksum, 16, 16, QLatin1Char('0'))
                .arg(written->checksum, 16, 16, QLatin1Char('0')));
    }
    m_rows += read->rows;
    m_report.add(QStringLiteral("rows_copied"), read->rows, table.name);
    m_report.add(QStringLiteral("checksum"), qint64(read->checksum >> 12), table.name);
    return {};
}

Result<void> Move::copyAll()
{
    const Result<bool> empty = storecopy::isEmpty(m_to);
    if (!empty || !*empty) {
        return empty ? failure(ErrorCode::InvalidArgument, m_to.path(), QStringLiteral("the target is not empty"))
                     : failure(empty.error());
    }
    const Result<QList<storecopy::Table>> tables = storecopy::commonTables(m_from, m_to);
    if (!tables) {
        return failure(tables.error());
    }
    for (const storecopy::Table &table : *tables) {
        const Result<qint64> rows = storecopy::rowCount(m_from, table);
        if (!rows) {
            return failure(rows.error());
        }
        m_total += 2 * *rows;
    }
    if (Result<void> room = storecopy::makeRoom(m_to, *tables); !room) {
        return room;
    }
    for (const storecopy::Table &table : *tables) {
        if (Result<void> copied = copyTable(table); !copied) {
            return copied;
        }
    }
    if (Result<void> advanced = alignNumbers(m_to); !advanced) {
        return advanced;
    }
    const Result<qint64> queued = storecheck::enqueueAll(m_to);
    m_waiting = queued.value_or(0);
    return queued ? Result<void>() : Result<void>(failure(queued.error()));
}

void Move::index()
{
    PostRepository posts(m_to);
    while (m_waiting > 0 && !m_control.isCancelled()) {
        const Result<qint64> left = posts.indexWaiting(postsIndexedAtOnce);
        if (!left) {
            break; // whoever opens the store goes on with it
        }
        m_waiting = *left;
    }
}

Result<TaskReport> Move::run()
{
    const Controlled reading(m_from, m_control);
    const Controlled writing(m_to, m_control);
    const Result<void> copied = m_from.snapshot([this] { return m_to.transaction([this] { return copyAll(); }); });
    if (!copied) {
        return failure(copied.error());
    }
    m_report.add(QStringLiteral("rows_copied_total"), m_rows);
    index();
    if (m_waiting > 0) {
        m_report.add(QStringLiteral("not_indexed"), m_waiting);
    }
    m_report.path = m_to.path();
    return m_report;
}

} // namespace

Result<TaskReport> moveStore(Database &from, Database &to, const TaskControl &control)
{
    return Move(from, to, control).run();
}

} // namespace vestnik
