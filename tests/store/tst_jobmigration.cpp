// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/jobrepository.h"
#include "core/store/runrepository.h"
#include "core/store/schema.h"
#include "tests/store/storefixture.h"

using namespace vestnik;
using namespace vestnik::test;

namespace {

QStringList linesOf(Database &database, const QString &sql)
{
    QStringList lines;
    Result<Rows> rows = database.query(sql);
    while (rows && rows->next()) {
        lines.append(rows->text(0));
    }
    return lines;
}

/// Every column with its type, and every index, table and view.
QStringList layoutOf(Database &database)
{
    if (usesPostgres()) {
        return linesOf(database,
                   QStringLiteral("SELECT table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable "
                                  "|| ' ' || coalesce(column_default, '-') FROM information_schema.columns "
                                  "WHERE table_schema = current_schema() ORDER BY table_name, ordinal_position"))
            + linesOf(database,
                QStringLiteral("SELECT replace(indexdef, current_schema() || '.', '') FROM pg_indexes "
                               "WHERE schemaname = current_schema() ORDER BY indexname"));
    }
    return linesOf(database,
               QStringLiteral("SELECT m.type || ' ' || m.name || '.' || c.name || ' ' || c.type || ' ' || "
                              "c.\"notnull\" || ' ' || coalesce(c.dflt_value, '-') FROM sqlite_schema m "
                              "JOIN pragma_table_xinfo(m.name) c WHERE m.type IN ('table', 'view') "
                              "ORDER BY m.name, c.cid"))
        + linesOf(database,
            QStringLiteral("SELECT name || ' ' || coalesce(sql, '') FROM sqlite_schema WHERE type = 'index' "
                           "ORDER BY name"));
}

/// Takes a new store back to nothing, and to what the version before wrote.
Result<void> makeVersion2(Database &database)
{
    QStringList removals;
    if (usesPostgres()) {
        const QString schema = linesOf(database, QStringLiteral("SELECT CAST(current_schema() AS TEXT)")).value(0);
        removals << QStringLiteral("SCHEMA %1 CASCADE").arg(schema);
    } else {
        removals = linesOf(database, QStringLiteral("SELECT 'VIEW ' || name FROM sqlite_schema WHERE type = 'view'"))
            + linesOf(database,
                QStringLiteral("SELECT 'TABLE ' || name FROM sqlite_schema WHERE type = 'table' "
                               "AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'posts_fts_%' "
                               "ORDER BY name = 'posts_fts' DESC, rootpage DESC"));
    }
    for (const QString &removal : std::as_const(removals)) {
        if (const Result<qint64> gone = database.execute(QLatin1String("DROP ") + removal); !gone) {
            return failure(gone.error());
        }
    }
    if (usesPostgres()) {
        const QString schema = removals.first().section(QLatin1Char(' '), 1, 1);
        for (const QString &sql : {QStringLiteral("CREATE SCHEMA %1").arg(schema),
                 QStringLiteral("CREATE TABLE vestnik_schema (version BIGINT NOT NULL)"),
                 QStringLiteral("INSERT INTO vestnik_schema (version) VALUES (2)")}) {
            if (const Result<qint64> back = database.execute(sql); !back) {
                return failure(back.error());
            }
        }
    }
    return database.transaction([&]() -> Result<void> {
        for (const Migration &step : migrations()) {
            if (step.version <= 2) {
                if (Result<void> made = step.apply(database); !made) {
                    return made;
                }
            }
        }
        const QStringList rows{
            usesPostgres() ? QStringLiteral("SELECT 2") : QStringLiteral("PRAGMA user_version = 2"),
            QStringLiteral("INSERT INTO users (id, name, created_at) VALUES (1, 'Local', 0)"),
            QStringLiteral("INSERT INTO runs (status, origin, started_at, finished_at, channels_total, channels_done, "
                           "channels_failed, posts_added, bytes) VALUES "
                           "('partly', 'schedule', 1000, 3500, 3, 3, 1, 7, 900), ('running', 'window', 5000, 0, 1, 0, "
                           "0, 0, 0)"),
            QStringLiteral("INSERT INTO run_channels (run_id, channel_id, position, username, status, posts_added) "
                           "VALUES (1, 4, 0, 'first', 'ok', 7), (2, 5, 0, 'second', 'running', 2)"),
        };
        for (const QString &row : rows) {
            if (const Result<qint64> done = database.execute(row); !done) {
                return failure(done.error());
            }
        }
        return {};
    });
}

} // namespace

/// From the version that knew runs but no jobs.
class TestJobMigration final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void oldRunsAreTakenOver();
};

void TestJobMigration::oldRunsAreTakenOver()
{
    TempStore store;
    const QStringList fresh = layoutOf(store.database());
    QVERIFY(fresh.size() > 150);
    const Result<void> made = makeVersion2(store.database());
    QVERIFY2(made, made ? "" : qPrintable(errorEnglish(made.error())));
    QVERIFY(layoutOf(store.database()) != fresh);

    store.reopen();
    QCOMPARE(readSchemaVersion(store.database()).value(), currentSchemaVersion());
    QCOMPARE(layoutOf(store.database()), fresh);

    RunRepository runs(store.database());
    RunRecord expected;
    expected.id = 1;
    expected.status = RunStatus::Partly;
    expected.kind = QStringLiteral("parse");
    expected.queuedAt = 1000;
    expected.startedAt = 1000;
    expected.finishedAt = 3500;
    expected.channelsTotal = 3;
    expected.channelsDone = 3;
    expected.channelsFailed = 1;
    expected.postsAdded = 7;
    expected.bytes = 900;
    QVERIFY(runs.run(1).value() == expected);
    QCOMPARE(runs.channelsOf(1)->first().username, QStringLiteral("first"));
    QCOMPARE(store.number(QStringLiteral("SELECT errors_count FROM run_statistics WHERE run_id = 1")), 1);
    QCOMPARE(store.number(QStringLiteral("SELECT duration_ms FROM run_statistics WHERE run_id = 1")), 2500);
    const QList<RunRecord> interrupted = runs.interruptGoing(9000).value();
    QCOMPARE(interrupted.size(), 1);
    QCOMPARE(interrupted.first().id, 2);
    QCOMPARE(interrupted.first().postsAdded, 2);
    QVERIFY(readRunLog(store.database(), 1)->isEmpty());

    JobRepository jobs(store.database());
    QVERIFY(jobs.all()->isEmpty());
    QVERIFY(!jobs.isWanted().value());
    Job job;
    job.name = QStringLiteral("first");
    QCOMPARE(jobs.add(job, 0).value(), 1);
    RunRecord next;
    next.job = 1;
    QCOMPARE(runs.add(next).value(), 3);
    QCOMPARE(runs.run(3)->job, 1);
}

VESTNIK_STORE_TEST_MAIN(TestJobMigration)
#include "tst_jobmigration.moc"
