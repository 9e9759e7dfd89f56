// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/archive/move.h"

#include "core/archive/check.h"
#include "core/store/storecheck.h"
#include "core/store/storecopy.h"
#include "tests/archive/archivefixture.h"

#include <sys/time.h>
#include <unistd.h>

using namespace vestnik;
using namespace vestnik::test;

namespace {

std::unique_ptr<Database> reader(const TempStore &store)
{
    Result<std::unique_ptr<Database>> opened = Database::open(DatabaseConfig{store.path(), true});
    return opened ? std::move(*opened) : nullptr;
}

int moveInChild(const QString &from, const QString &to, const QString &what)
{
    const Result<std::unique_ptr<Database>> source = Database::open(DatabaseConfig{from, true});
    const Result<std::unique_ptr<Database>> target = Database::open(DatabaseConfig{to, false});
    if (!source || !target) {
        return 5;
    }
    const qint64 number = what.mid(5).toLongLong();
    if (what.startsWith(QLatin1String("full:"))) {
        limitFiles(number);
    } else {
        itimerval alarm{};
        alarm.it_value.tv_usec = number;
        ::setitimer(ITIMER_REAL, &alarm, nullptr);
    }
    const Result<TaskReport> report = moveStore(**source, **target, TaskControl());
    ::_exit(report ? 0 : (report.error().code == ErrorCode::DatabaseFull ? 3 : 4));
}

} // namespace

class TestMove final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyTableIsCopiedAndCompared();
    void newRowsGetNewNumbers();
    void aTargetWithContentIsRefused();
    void aCopyThatDiffersIsTakenBack();
    void checksumsTellRowsApart();
    void cancelLeavesTheTargetEmpty();
    void aFullDiskLeavesTheTargetEmpty();
    void killedTheTargetIsEmptyOrWhole();
};

void TestMove::everyTableIsCopiedAndCompared()
{
    TempStore from;
    fillEverything(from);
    TempStore to;
    const std::unique_ptr<Database> source = reader(from);
    const TaskControl control;
    const Result<TaskReport> report = moveStore(*source, to.database(), control);
    QVERIFY2(report, report ? "" : qPrintable(errorEnglish(report.error())));
    QCOMPARE(control.done(), control.total());
    const QStringList tables = *storecheck::tables(from.database());
    QVERIFY(tables.size() >= 15);
    qint64 total = 0;
    for (const QString &table : tables) {
        const qint64 rows = from.number(QLatin1String("SELECT count(*) FROM ") + table);
        QCOMPARE(to.number(QLatin1String("SELECT count(*) FROM ") + table), rows);
        QCOMPARE(factsOf(*report, QStringLiteral("rows_copied"), table), QList<qint64>{rows});
        QCOMPARE(factsOf(*report, QStringLiteral("checksum"), table).size(), 1);
        total += rows;
    }
    QCOMPARE(factsOf(*report, QStringLiteral("rows_copied_total")), QList<qint64>{total});
    // Compared by other means than the program's own: value by value, in the database.
    QVERIFY(to.database().execute(QStringLiteral("ATTACH ? AS other"), from.path()));
    for (const QString &table : tables) {
        for (const auto &[a, b] : {std::pair{"main", "other"}, std::pair{"other", "main"}}) {
            QCOMPARE(to.number(QStringLiteral("SELECT count(*) FROM (SELECT * FROM %1.%3 EXCEPT SELECT * FROM %2.%3)")
                                   .arg(QString::fromLatin1(a), QString::fromLatin1(b), table)),
                0);
        }
    }
    QVERIFY(to.database().execute(QStringLiteral("DETACH other")));
    PostQuery query;
    query.text = QStringLiteral("слова");
    QCOMPARE(*countPosts(to.database(), query, 1000), 300);
    QCOMPARE(checkStore(to.database(), {true}, TaskControl())->facts.size(), 2);
}

void TestMove::newRowsGetNewNumbers()
{
    TempStore from;
    fillEverything(from);
    TempStore to;
    QVERIFY(moveStore(*reader(from), to.database(), TaskControl()));
    const qint64 highest = to.number(QStringLiteral("SELECT max(id) FROM channels"));
    QVERIFY(to.addChannel(QStringLiteral("another")) > highest);
    QVERIFY(SavedSearchRepository(to.database()).save(SavedSearch{0, QStringLiteral("n"), {}}, noon)->id > 1);
}

void TestMove::aTargetWithContentIsRefused()
{
    TempStore from;
    fillEverything(from);
    TempStore to;
    to.addChannel(QStringLiteral("one"));
    const Result<TaskReport> report = moveStore(*reader(from), to.database(), TaskControl());
    QCOMPARE(report.error().code, ErrorCode::InvalidArgument);
    QCOMPARE(to.number(QStringLiteral("SELECT count(*) FROM channels")), 1);
    QCOMPARE(to.number(QStringLiteral("SELECT count(*) FROM posts")), 0);
}

void TestMove::aCopyThatDiffersIsTakenBack()
{
    TempStore from;
    fillEverything(from);
    TempStore to;
    // Something on the way changes one letter.
    QVERIFY(to.database().execute(
        QStringLiteral("CREATE TRIGGER gremlin AFTER INSERT ON notes BEGIN UPDATE notes SET text = 'заметка'; END")));
    const Result<TaskReport> report = moveStore(*reader(from), to.database(), TaskControl());
    QVERIFY(!report);
    QCOMPARE(report.error().code, ErrorCode::DatabaseFailed);
    QVERIFY2(report.error().subject.contains(QLatin1String("notes")), qPrintable(report.error().subject));
    QVERIFY(*storecopy::isEmpty(to.database()));
    QCOMPARE(to.number(QStringLiteral("SELECT count(*) FROM users")), 1);
    QCOMPARE(to.number(QStringLiteral("SELECT count(*) FROM tags")), 0);
}

void TestMove::checksumsTellRowsApart()
{
    TempStore store;
    fillEverything(store);
    const QList<storecopy::Table> tables = *storecopy::commonTables(store.database(), store.database());
    const auto sumOf = [&](const char *name) {
        for (const storecopy::Table &table : tables) {
            if (table.name == QLatin1String(name)) {
                return storecopy::sumOf(store.database(), table, [](qint64) {})->checksum;
            }
        }
        return quint64(0);
    };
    const quint64 before = sumOf("posts");
    QVERIFY(store.database().execute(QStringLiteral("UPDATE posts SET author = '' WHERE author IS NULL AND id IN "
                                                    "(SELECT min(id) FROM posts)")));
    const quint64 empty = sumOf("posts");
    QVERIFY(before != empty); // NULL is not an empty text
    // Two rows swap a value.
    QVERIFY(store.database().execute(QStringLiteral("UPDATE posts SET stored_at = 1 WHERE message_id = 1")));
    QVERIFY(store.database().execute(QStringLiteral("UPDATE posts SET stored_at = 2 WHERE message_id = 2")));
    const quint64 first = sumOf("posts");
    QVERIFY(store.database().execute(
        QStringLiteral("UPDATE posts SET stored_at = 3 - stored_at WHERE message_id IN (1, 2)")));
    QVERIFY(first != sumOf("posts"));
}

void TestMove::cancelLeavesTheTargetEmpty()
{
    TempStore from;
    fillEverything(from);
    TempStore to;
    TaskControl control;
    control.cancel();
    QCOMPARE(moveStore(*reader(from), to.database(), control).error().code, ErrorCode::Cancelled);
    QVERIFY(*storecopy::isEmpty(to.database()));
    QVERIFY(moveStore(*reader(from), to.database(), TaskControl()));
}

void TestMove::aFullDiskLeavesTheTargetEmpty()
{
    TempStore from;
    fill(from, from.addChannel(QStringLiteral("one")), 1, 5000);
    TempStore to;
    to.close();
    QCOMPARE(runChild({QStringLiteral("--move"), from.path(), to.path(), QStringLiteral("full:600000")}), 3);
    to.reopen();
    QVERIFY(*storecopy::isEmpty(to.database()));
    QCOMPARE(from.number(QStringLiteral("SELECT count(*) FROM posts")), 5000);
}

void TestMove::killedTheTargetIsEmptyOrWhole()
{
    TempStore from;
    fill(from, from.addChannel(QStringLiteral("one")), 1, 3000);
    int killed = 0;
    int whole = 0;
    for (qint64 microseconds = 2'000; microseconds < 900'000; microseconds *= 2) {
        TempStore to;
        to.close();
        const int code =
            runChild({QStringLiteral("--move"), from.path(), to.path(), QStringLiteral("kill:%1").arg(microseconds)});
        QVERIFY2(code == 0 || code == -1, qPrintable(QString::number(code)));
        killed += code == -1 ? 1 : 0;
        to.reopen();
        const qint64 posts = to.number(QStringLiteral("SELECT count(*) FROM posts"));
        QVERIFY2(posts == 0 || posts == 3000, qPrintable(QString::number(posts)));
        QCOMPARE(*storecopy::isEmpty(to.database()), posts == 0);
        whole += posts == 3000 ? 1 : 0;
    }
    QVERIFY(killed > 0);
    QVERIFY(whole > 0);
}

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 5 && arguments.at(1) == QLatin1String("--move")) {
        return moveInChild(arguments.at(2), arguments.at(3), arguments.at(4));
    }
    TestMove test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_move.moc"
