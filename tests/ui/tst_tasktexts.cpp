// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/databaseaddress.h"
#include "ui/widgets/tasktexts.h"

#include <QLocale>
#include <QTest>

using namespace vestnik;

namespace {

TaskRecord running(TaskKind kind, qint64 done, qint64 total, qint64 startedAt)
{
    TaskRecord task;
    task.id = 1;
    task.kind = kind;
    task.state = TaskState::Running;
    task.done = done;
    task.total = total;
    task.startedAt = startedAt;
    return task;
}

TaskRecord ended(TaskKind kind, TaskState state, const QString &subject)
{
    TaskRecord task = running(kind, 1, 1, 1);
    task.state = state;
    task.subject = subject;
    task.finishedAt = 2;
    return task;
}

} // namespace

class TestTaskTexts final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void progressHasNumbersAndTimeLeft()
    {
        // 12,000 of 50,000 in 12 s: a thousand a second, 38 s for the rest.
        TaskRecord task = running(TaskKind::Export, 12'000, 50'000, 1'000);
        QCOMPARE(TaskTexts::progress(task, 13'000), QStringLiteral("12,000 of 50,000 posts, 0:38 left"));
        QCOMPARE(TaskTexts::permille(task), 240);
        // A pace of the first moments is guesswork.
        QCOMPARE(TaskTexts::progress(task, 1'500), QStringLiteral("12,000 of 50,000 posts"));
        task.total = -1;
        QCOMPARE(TaskTexts::progress(task, 13'000), QStringLiteral("12,000 posts"));
        QCOMPARE(TaskTexts::permille(task), -1);
    }

    void unitsFollowTheKind()
    {
        const TaskRecord check = running(TaskKind::Check, 375, 1000, 1'000);
        QCOMPARE(TaskTexts::progress(check, 2'000), QStringLiteral("37 %"));
        const TaskRecord backup = running(TaskKind::Backup, 512 * 1024, 1024 * 1024, 1'000);
        QCOMPARE(TaskTexts::progress(backup, 2'000), QStringLiteral("512.0 kB of 1.0 MB"));
    }

    void waitingAndStoppingAreSaid()
    {
        TaskRecord task = running(TaskKind::Export, 0, -1, 0);
        task.state = TaskState::Queued;
        QCOMPARE(TaskTexts::progress(task, 9'000), QStringLiteral("Waits for other tasks"));
        task.state = TaskState::Stopping;
        QCOMPARE(TaskTexts::progress(task, 9'000), QStringLiteral("Stopping…"));
    }

    void moreThanExpectedDoesNotBreakTheBar()
    {
        const TaskRecord task = running(TaskKind::Export, 70, 50, 1'000);
        QCOMPARE(TaskTexts::permille(task), 1000);
        QCOMPARE(TaskTexts::timeLeft(task, 9'000), -1);
    }

    void resultOfAnExportHasItsNumber()
    {
        TaskRecord task = ended(TaskKind::Export, TaskState::Done, QStringLiteral("/tmp/a b/posts.csv"));
        task.report.add(QStringLiteral("posts"), 12'345);
        task.report.path = QStringLiteral("/tmp/a b/posts.csv");
        QCOMPARE(TaskTexts::result(task), QStringLiteral("12,345 posts were exported to posts.csv."));
        QVERIFY(!TaskTexts::needsLook(task));
    }

    void resultOfAnImportNamesWhatWasKnownAndBroken()
    {
        TaskRecord task = ended(TaskKind::Import, TaskState::Done, QStringLiteral("/x/result.json"));
        task.report.add(QStringLiteral("posts_added"), 10);
        task.report.add(QStringLiteral("posts_known"), 1'200);
        task.report.add(QStringLiteral("lines_broken"), 2, QStringLiteral("14, 9032"));
        QCOMPARE(TaskTexts::result(task),
            QStringLiteral("10 new posts were taken over from result.json. 1,200 were there already. 2 lines could not "
                           "be read."));
        QVERIFY(TaskTexts::needsLook(task));
    }

    void storeItselfIsNoFileToShow()
    {
        TaskRecord task = ended(TaskKind::Export, TaskState::Done, QStringLiteral("/x/a.csv"));
        task.report.path = QStringLiteral("/x/a.csv");
        QCOMPARE(TaskTexts::file(task), QStringLiteral("/x/a.csv"));
        task.kind = TaskKind::Restore;
        QVERIFY(TaskTexts::file(task).isEmpty());
        task.kind = TaskKind::Backup;
        task.report.path = QStringLiteral("postgresql://u@h/d");
        QVERIFY(TaskTexts::file(task).isEmpty());
    }

    void restoreNamesWhatIsKept()
    {
        TaskRecord task = ended(TaskKind::Restore, TaskState::Done, QStringLiteral("/x/backups/old.db"));
        task.report.add(QStringLiteral("kept_before"), 1, QStringLiteral("/x/vestnik-before-restore-1.db"));
        QCOMPARE(TaskTexts::result(task),
            QStringLiteral("The backup old.db was restored. What was there before is kept as "
                           "vestnik-before-restore-1.db."));
    }

    void everyKindHasAResult()
    {
        for (int kind = 0; kind <= int(TaskKind::Move); ++kind) {
            for (const TaskState state : {TaskState::Done, TaskState::Failed, TaskState::Cancelled}) {
                TaskRecord task = ended(static_cast<TaskKind>(kind), state, QStringLiteral("/x/y.db"));
                task.error = Error{ErrorCode::FileFailed, QStringLiteral("/x/y.db"), QStringLiteral("errno 28")};
                const QString text = TaskTexts::result(task);
                QVERIFY2(text.size() > 10, qPrintable(text));
                QVERIFY2(!text.contains(QLatin1Char('%')), qPrintable(text));
                QCOMPARE(text.contains(QStringLiteral("cancelled")), state == TaskState::Cancelled);
            }
            QVERIFY(TaskTexts::result(running(static_cast<TaskKind>(kind), 1, 2, 3)).isEmpty());
        }
    }

    void dryRunIsToldFromARemoval()
    {
        TaskRecord task = ended(TaskKind::Retention, TaskState::Done, {});
        task.report.add(QStringLiteral("posts_to_remove"), 7, QStringLiteral("@a"));
        task.report.add(QStringLiteral("posts_to_remove"), 5, QStringLiteral("@b"));
        QVERIFY(TaskTexts::isDryRun(task));
        QCOMPARE(TaskTexts::value(task.report, "posts_to_remove"), 12);
        // A total of its own counts instead of the sum.
        task.report.add(QStringLiteral("posts_to_remove_total"), 13);
        QCOMPARE(TaskTexts::value(task.report, "posts_to_remove"), 13);
        QCOMPARE(TaskTexts::result(task), QStringLiteral("13 posts would be removed."));
    }

    void factsHaveLabelsAndUnknownOnesTheirName()
    {
        const auto cells = [](const char *name, qint64 value, const char *text) -> QString {
            const TaskFact fact{QString::fromLatin1(name), value, QString::fromUtf8(text)};
            return TaskTexts::factLabel(fact) + QLatin1Char('|') + TaskTexts::factValue(fact);
        };
        QCOMPARE(cells("posts_added", 1'234, ""), QStringLiteral("New posts|1,234"));
        QCOMPARE(cells("posts_to_remove", 7, "@durov"), QStringLiteral("Posts to remove: @durov|7"));
        QCOMPARE(cells("bytes", 2'048, ""), QStringLiteral("Size|2.0 kB"));
        QCOMPARE(cells("wings_flapped", 3, ""), QStringLiteral("wings_flapped|3"));
        QCOMPARE(cells("posts_removed", 7, "durov"), QStringLiteral("Posts removed: @durov|7"));
        QCOMPARE(cells("checksum", 0x0b12, "posts"), QStringLiteral("Checksum: posts|0000000000000b12"));
        QCOMPARE(cells("checksum", -1, "posts"), QStringLiteral("Checksum: posts|ffffffffffffffff"));
        QCOMPARE(cells("kept_before", 1, "/a/b.db"), QStringLiteral("What was there before is kept as|/a/b.db"));
        QCOMPARE(cells("lines_broken", 2, "14, 9032"), QStringLiteral("Lines that could not be read: 14, 9032|2"));
        QCOMPARE(cells("problems", 0, ""), QStringLiteral("Problems found|0"));
    }

    void addressIsTakenApart_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("shown");
        QTest::addColumn<QString>("password");
        QTest::addColumn<QString>("full");
        const auto row = [](const char *name, const char *typed, const char *shown, const char *password,
                             const char *full) {
            QTest::newRow(name) << QString::fromUtf8(typed) << QString::fromUtf8(shown) << QString::fromUtf8(password)
                                << QString::fromUtf8(full);
        };
        row("without", "postgresql://u@h/d", "postgresql://u@h/d", "", "postgresql://u@h/d");
        row("with", "postgresql://u:p@h:5432/d", "postgresql://u@h:5432/d", "p", "postgresql://u:p@h:5432/d");
        row("encoded", "postgres://u:p%40ss@h/d", "postgres://u@h/d", "p@ss", "postgres://u:p%40ss@h/d");
        row("not encoded", "postgresql://u:p@s:s@h/d", "postgresql://u@h/d", "p@s:s", "postgresql://u:p%40s%3As@h/d");
        row("slash inside", "postgresql://u:a/b@h/d", "postgresql://u@h/d", "a/b", "postgresql://u:a%2Fb@h/d");
        row("parameter", "postgresql://h/d?user=u&password=s%26t&sslmode=require",
            "postgresql://h/d?user=u&sslmode=require", "s&t", "postgresql://h/d?user=u&sslmode=require&password=s%26t");
        row("last parameter", "postgresql://h/d?password=x", "postgresql://h/d", "x", "postgresql://h/d?password=x");
        row("empty password", "postgresql://u:@h/d", "postgresql://u@h/d", "", "postgresql://u@h/d");
        row("port only", "postgresql://h:5433/d", "postgresql://h:5433/d", "", "postgresql://h:5433/d");
        row("file", " /data/v.db ", "/data/v.db", "", "sqlite:///data/v.db");
        row("file as address", "sqlite:////data/v.db", "/data/v.db", "", "sqlite:///data/v.db");
        row("nothing", "  ", "", "", "");
        row("another scheme", "mysql://h/d", "mysql://h/d", "", "mysql://h/d");
    }

    void addressIsTakenApart()
    {
        QFETCH(QString, typed);
        const DatabaseAddress address = DatabaseAddress::of(typed);
        QTEST(address.shown, "shown");
        QTEST(address.password, "password");
        QTEST(address.full(), "full");
    }
};

QTEST_GUILESS_MAIN(TestTaskTexts)
#include "tst_tasktexts.moc"
