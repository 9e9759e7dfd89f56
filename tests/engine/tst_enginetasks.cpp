// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/engine/archivehouse.h"
#include "tests/support/guardedmain.h"

#include <QElapsedTimer>
#include <QRegularExpression>

using namespace vestnik;
using namespace vestnik::test;

namespace {

QByteArrayList sortedLines(const QString &path)
{
    QByteArrayList lines = contentOf(path).split('\n');
    std::sort(lines.begin(), lines.end());
    return lines;
}

} // namespace

/// Each kind of long task, through the facade and over a real store.
namespace {

// Enough for a task to be going still when something is done to it; sanitizers take a multiple of the time.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr int many = 2'000;
constexpr int veryMany = 8'000;
#else
constexpr int many = 20'000;
constexpr int veryMany = 60'000;
#endif

} // namespace

class TestEngineTasks final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void exportAndImport();
    void backupAndRestore();
    void retention();
    void checkAndCompactKeepTheScheduler();
    void aRestoreThatFailsKeepsEverything();
    void moveThereAndBack();
    void aPasswordIsKeptApartAndReadAtTheNextStart();
    void cancelledTasksSaySo();
    void shutDownEndsATask();
    void anImportGoesBesideARun();
    void tasksWaitInLine();
    void aLostStoreIsSaid();
};

void TestEngineTasks::exportAndImport()
{
    ArchiveHouse house;
    QVERIFY(house.start());
    const int served = house.fill();
    const TaskRecord written = house.run(ExportSpec{ExportFormat::Ndjson, {}, {}, house.path("all.ndjson"), {}, {}});
    VERIFY_DONE(written);
    QCOMPARE(written.kind, TaskKind::Export);
    QCOMPARE(written.subject, house.path("all.ndjson"));
    QCOMPARE(fact(written, "posts"), served);
    QCOMPARE(contentOf(house.path("all.ndjson")).count('\n'), served);
    QCOMPARE(house.told.value(written.id).first().state, TaskState::Queued);
    QCOMPARE(house.link->tasks().last().state, TaskState::Done);
    const TaskRecord again = house.run(ImportSpec{ImportFormat::Automatic, house.path("all.ndjson"), {}});
    VERIFY_DONE(again);
    QCOMPARE(fact(again, "posts_added"), 0);
    QCOMPARE(fact(again, "posts_known"), served);

    ArchiveHouse other;
    QVERIFY(other.start());
    QSignalSpy channels(other.link.get(), &EngineFacade::channelsChanged);
    const TaskRecord taken =
        other.run(ImportSpec{ImportFormat::Automatic, house.path("all.ndjson"), QStringLiteral("Taken")});
    VERIFY_DONE(taken);
    QCOMPARE(fact(taken, "posts_added"), served);
    QTRY_VERIFY(!channels.isEmpty());
    QCOMPARE(other.count(), served);
    VERIFY_DONE(other.run(ExportSpec{ExportFormat::Ndjson, {}, {}, other.path("all.ndjson"), {}, {}}));
    // Those of one second come in any order.
    QCOMPARE(sortedLines(other.path("all.ndjson")), sortedLines(house.path("all.ndjson")));
    const TaskRecord missing = other.run(ImportSpec{ImportFormat::Automatic, other.path("none"), {}});
    QCOMPARE(missing.state, TaskState::Failed);
    QCOMPARE(missing.error.code, ErrorCode::FileFailed);
    QVERIFY(other.end());
    QVERIFY(house.end());
}

void TestEngineTasks::backupAndRestore()
{
    ArchiveHouse house;
    QVERIFY(house.start());
    const int served = house.fill();
    const TaskRecord backup = house.run(BackupSpec());
    VERIFY_DONE(backup);
    QVERIFY2(backup.report.path.startsWith(house.path("backups")), qPrintable(backup.report.path));
    QVERIFY(fact(backup, "bytes") > 0);
    VERIFY_DONE(house.run(ImportSpec{ImportFormat::Ndjson, house.postsFile(100), {}}));
    QCOMPARE(house.count(), served + 100);
    QSignalSpy ready(house.link.get(), &EngineFacade::ready);
    QSignalSpy marked(house.link.get(), &EngineFacade::postsMarked);
    const Result<TaskId> task = house.begin(RestoreSpec{backup.report.path});
    QVERIFY(task);
    // Asked all the time: no read fails because the store is away.
    do {
        const Result<QList<PostId>> ids = house.ids();
        QVERIFY2(ids, ids ? "" : qPrintable(errorEnglish(ids.error())));
        QVERIFY(ids->size() == served || ids->size() == served + 100);
    } while (!house.hasEnded(*task));
    VERIFY_DONE(house.told.value(*task).last());
    QTRY_VERIFY(!ready.isEmpty());
    QVERIFY(!marked.isEmpty());
    QCOMPARE(house.count(), served);
    QCOMPARE(fact(house.told.value(*task).last(), "kept_before"), 1);
    QTRY_VERIFY(house.link->status().storeWritable);
    QVERIFY(house.end());
}

void TestEngineTasks::retention()
{
    ArchiveHouse house(2, 30);
    QVERIFY(house.start());
    const int served = house.fill();
    EngineLink *link = house.link.get();
    const PostId oldest = house.ids()->last();
    QVERIFY(house.wait<void>([&](const Done<void> &done) { link->setStarred({oldest}, true, link, done); }));
    QVERIFY(house.wait<void>([&](const Done<void> &done) { link->setRetention({0, 10}, link, done); }));
    const auto rules =
        house.wait<RetentionSettings>([&](const Done<RetentionSettings> &done) { link->readRetention(link, done); });
    QVERIFY(rules);
    QCOMPARE(rules->general, (RetentionRule{0, 10}));
    const TaskRecord dry = house.run(RetentionSpec{true});
    VERIFY_DONE(dry);
    QCOMPARE(house.count(), served);
    const qint64 would = fact(dry, "posts_to_remove_total");
    QCOMPARE(would, served - 2 * 10 - 1); // ten of each channel, and the star
    const TaskRecord real = house.run(RetentionSpec{false});
    VERIFY_DONE(real);
    QCOMPARE(fact(real, "posts_removed_total"), would);
    QCOMPARE(house.count(), served - would);
    QVERIFY(house.ids()->contains(oldest));
    QVERIFY(house.end());
}

void TestEngineTasks::checkAndCompactKeepTheScheduler()
{
    ArchiveHouse house;
    QVERIFY(house.start());
    const int served = house.fill();
    EngineLink *link = house.link.get();
    QSignalSpy finished(link, &EngineFacade::runFinished);
    link->startScheduler();
    QTRY_VERIFY(!finished.isEmpty());
    const TaskRecord checked = house.run(CheckSpec{true});
    VERIFY_DONE(checked);
    QCOMPARE(fact(checked, "problems"), 0);
    QVERIFY(fact(checked, "tables_checked") > 5);
    QTRY_VERIFY(link->status().running());
    VERIFY_DONE(house.run(CompactSpec()));
    QTRY_VERIFY(link->status().running());
    QVERIFY(link->status().nextRunAt > 0);
    QCOMPARE(house.count(), served);
    // A scheduled run that a task cut off is made up for.
    house.server.setLatency(400);
    finished.clear();
    link->stopScheduler();
    QTRY_COMPARE(link->status().scheduler, SchedulerState::Stopped);
    link->startScheduler();
    QTRY_VERIFY(link->status().run.has_value());
    VERIFY_DONE(house.run(CheckSpec{false}));
    QTRY_VERIFY_WITH_TIMEOUT(finished.count() >= 2, 20'000);
    QCOMPARE(finished.last().first().value<RunRecord>().status, RunStatus::Done);
    // Stopped while the store is away, it stays so.
    const Result<TaskId> task = house.begin(CompactSpec());
    QVERIFY(task);
    link->stopScheduler();
    QTRY_VERIFY(house.hasEnded(*task));
    QTRY_COMPARE(link->status().scheduler, SchedulerState::Stopped);
    QVERIFY(house.end());
}

void TestEngineTasks::aRestoreThatFailsKeepsEverything()
{
    ArchiveHouse house(1, 20);
    QVERIFY(house.start());
    const int served = house.fill();
    house.link->startScheduler();
    QTRY_VERIFY(house.link->status().running());
    const TaskRecord missing = house.run(RestoreSpec{house.path("none.db")});
    QCOMPARE(missing.state, TaskState::Failed);
    QCOMPARE(missing.error.code, ErrorCode::FileFailed);
    const TaskRecord none = house.run(RestoreSpec{house.postsFile(3)});
    QCOMPARE(none.state, TaskState::Failed);
    QCOMPARE(house.count(), served);
    QTRY_VERIFY(house.link->status().running());
    QVERIFY(house.end());
}

void TestEngineTasks::moveThereAndBack()
{
    if (serverAddress().isEmpty()) {
        QSKIP("VESTNIK_TEST_POSTGRES is not set; see packaging/postgres.sh");
    }
    ArchiveHouse house;
    const ServerSchema target;
    const QString file = QLatin1String("sqlite://") + house.path("moved.db");
    const QString first = house.schema ? file : target.address();
    const QString second = house.schema ? target.address() : file;
    QVERIFY(house.start());
    const int served = house.fill();
    EngineLink *link = house.link.get();
    QVERIFY(
        house.wait<void>([&](const Done<void> &done) { link->setStarred({house.ids()->first()}, true, link, done); }));
    for (const QString &address : {first, second}) {
        const TaskRecord moved = house.run(MoveSpec{address});
        VERIFY_DONE(moved);
        QVERIFY(fact(moved, "rows_copied_total") > served);
        QCOMPARE(link->settings().text(SettingId::DatabaseUrl), address);
        QVERIFY(contentOf(house.path("settings.json")).contains("database.url"));
        QTRY_COMPARE(link->status().storePath.startsWith(QLatin1String("postgresql:")),
            address.startsWith(QLatin1String("postgresql:")));
        QCOMPARE(house.count(), served);
        QCOMPARE(house.count(QStringLiteral("is:starred")), 1);
        QVERIFY(house.parseAll()); // it is written there
    }
    const TaskRecord full = house.run(MoveSpec{first});
    QCOMPARE(full.state, TaskState::Failed);
    QCOMPARE(full.error.code, ErrorCode::InvalidArgument);
    QCOMPARE(link->settings().text(SettingId::DatabaseUrl), second);
    QVERIFY(house.end());
    house.build();
    QVERIFY(house.start());
    QCOMPARE(house.count(), served);
    QVERIFY(house.end());
}

void TestEngineTasks::aPasswordIsKeptApartAndReadAtTheNextStart()
{
    if (serverAddress().isEmpty()) {
        QSKIP("VESTNIK_TEST_POSTGRES is not set; see packaging/postgres.sh");
    }
    ArchiveHouse house(1, 20);
    const ServerSchema target;
    ServerConnection().run(QStringLiteral("GRANT ALL ON SCHEMA %1 TO guarded").arg(target.name()));
    QVERIFY(house.start());
    const int served = house.fill();
    const TaskRecord moved = house.run(MoveSpec{target.address(QStringLiteral("guarded:right"))});
    VERIFY_DONE(moved);
    QVERIFY(!moved.subject.contains(QLatin1String("right")));
    QCOMPARE(house.count(), served);
    QVERIFY(house.end());
    QVERIFY(!contentOf(house.path("settings.json")).contains("right"));
    QVERIFY(contentOf(house.path("settings.json")).contains("guarded"));
    QVERIFY(!house.link->status().storePath.contains(QLatin1String("right")));
    house.build();
    QVERIFY(house.start());
    QCOMPARE(house.count(), served);
    QVERIFY(house.end());
    // Without the secret the server refuses, which is said.
    QVERIFY(QFile::remove(house.path("secret-database")));
    house.build();
    house.link->start();
    QTRY_COMPARE(house.link->status().storeError.code, ErrorCode::DatabaseLoginFailed);
    QVERIFY(house.end());
}

void TestEngineTasks::cancelledTasksSaySo()
{
    ArchiveHouse house(1, 20);
    QVERIFY(house.start());
    const int served = house.fill();
    const QString file = house.postsFile(veryMany);
    const Result<TaskId> task = house.begin(ImportSpec{ImportFormat::Ndjson, file, {}});
    QVERIFY(task);
    QTRY_VERIFY(!house.told.value(*task).isEmpty() && house.told.value(*task).last().done > 0);
    house.link->cancelTask(*task);
    QTRY_COMPARE(house.told.value(*task).last().state, TaskState::Cancelled);
    const qint64 left = house.count() - served;
    QVERIFY2(left > 0 && left < veryMany, qPrintable(QString::number(left)));
    const QString path = house.path("all.ndjson");
    const Result<TaskId> exported = house.begin(ExportSpec{ExportFormat::Ndjson, {}, {}, path, {}, {}});
    house.link->cancelTask(*exported);
    QTRY_VERIFY(house.hasEnded(*exported));
    QCOMPARE(QFile::exists(path), house.told.value(*exported).last().state == TaskState::Done);
    // What was begun is completed by a repeat.
    VERIFY_DONE(house.run(ImportSpec{ImportFormat::Ndjson, file, {}}));
    QCOMPARE(house.count(), served + veryMany);
    QVERIFY(house.end());
}

void TestEngineTasks::shutDownEndsATask()
{
    const QList<TaskSpec> specs{ImportSpec(), ExportSpec(), BackupSpec(), CheckSpec(), CompactSpec()};
    ArchiveHouse house(1, 20);
    const QString file = house.postsFile(many);
    QVERIFY(house.start());
    VERIFY_DONE(house.run(ImportSpec{ImportFormat::Ndjson, file, {}}));
    const QString more = house.postsFile(veryMany, "more.ndjson");
    for (TaskSpec spec : specs) {
        if (auto *import = std::get_if<ImportSpec>(&spec)) {
            *import = ImportSpec{ImportFormat::Ndjson, more, {}};
        } else if (auto *output = std::get_if<ExportSpec>(&spec)) {
            *output = ExportSpec{ExportFormat::Html, {}, {}, house.path("all.html"), {}, {}};
        } else if (auto *backup = std::get_if<BackupSpec>(&spec)) {
            *backup = BackupSpec{house.path("copy.backup")};
        }
        const Result<TaskId> task = house.begin(spec);
        QVERIFY(task);
        QTRY_VERIFY(house.told.value(*task).value(0).id == *task);
        QVERIFY(house.end());
        for (const char *name : {"all.html", "copy.backup"}) {
            const bool done = house.told.value(*task).last().state == TaskState::Done;
            QVERIFY(done || !QFile::exists(house.path(name)));
            QFile::remove(house.path(name));
        }
        house.build();
        QVERIFY(house.start());
        QVERIFY(house.count() >= many);
    }
    const TaskRecord checked = house.run(CheckSpec{true});
    VERIFY_DONE(checked);
    QCOMPARE(fact(checked, "problems"), 0);
    QCOMPARE(fact(checked, "counts_wrong"), -1);
    QCOMPARE(fact(checked, "orphans"), -1);
    QVERIFY(house.end());
}

void TestEngineTasks::anImportGoesBesideARun()
{
    ArchiveHouse house(6, 200);
    QVERIFY(house.start());
    EngineLink *link = house.link.get();
    QSignalSpy finished(link, &EngineFacade::runFinished);
    const Result<TaskId> task = house.begin(ImportSpec{ImportFormat::Ndjson, house.postsFile(many), {}});
    QVERIFY(task);
    const int served = house.fill();
    QVERIFY(served > 0);
    // The imported channel is not on the site: a run that finds it in the list cannot read that one.
    QCOMPARE(finished.last().first().value<RunRecord>().postsAdded, served);
    QTRY_VERIFY_WITH_TIMEOUT(house.hasEnded(*task), 60'000);
    VERIFY_DONE(house.told.value(*task).last());
    QCOMPARE(house.count(), served + many);
    const TaskRecord checked = house.run(CheckSpec{true});
    VERIFY_DONE(checked);
    QCOMPARE(fact(checked, "counts_wrong"), -1);
    QVERIFY(house.end());
}

void TestEngineTasks::tasksWaitInLine()
{
    ArchiveHouse house(1, 20);
    QVERIFY(house.start());
    const int served = house.fill();
    QList<TaskId> tasks;
    const QString copy = house.path("copy.backup");
    for (const TaskSpec &spec :
        {TaskSpec(ImportSpec{ImportFormat::Ndjson, house.postsFile(3000), {}}), TaskSpec(CheckSpec{true}),
            TaskSpec(BackupSpec{copy}), TaskSpec(CompactSpec()), TaskSpec(RestoreSpec{copy}),
            TaskSpec(ExportSpec{ExportFormat::Ndjson, {}, {}, house.path("all.ndjson"), {}, {}})}) {
        const Result<TaskId> task = house.begin(spec);
        QVERIFY2(task, task ? "" : qPrintable(errorEnglish(task.error())));
        tasks.append(*task);
    }
    for (const TaskId task : std::as_const(tasks)) {
        QTRY_VERIFY_WITH_TIMEOUT(house.hasEnded(task), 60'000);
        VERIFY_DONE(house.told.value(task).last());
    }
    QCOMPARE(contentOf(house.path("all.ndjson")).count('\n'), served + 3000);
    QVERIFY(house.end());
}

void TestEngineTasks::aLostStoreIsSaid()
{
    if (!usesPostgres()) {
        QSKIP("of PostgreSQL only");
    }
    ArchiveHouse house(1, 20);
    QVERIFY(house.start());
    const int served = house.fill();
    QUrl nowhere(house.schema->address());
    nowhere.setPort(1);
    QVERIFY(house.end());
    EngineSetup setup = house.setup();
    (void)setup.settings.set(SettingId::DatabaseUrl, QString::fromLatin1(nowhere.toEncoded()));
    house.link = std::make_unique<EngineLink>(setup, house.guard);
    house.link->start();
    QTRY_COMPARE(house.link->status().storeError.code, ErrorCode::DatabaseUnreachable);
    for (const TaskSpec &spec : {TaskSpec(ImportSpec{ImportFormat::Ndjson, house.postsFile(3), {}}),
             TaskSpec(CheckSpec()), TaskSpec(ExportSpec{ExportFormat::Csv, {}, {}, house.path("x.csv"), {}, {}})}) {
        QCOMPARE(house.begin(spec).error().code, ErrorCode::DatabaseUnreachable);
    }
    QVERIFY(served > 0);
    QVERIFY(house.end());
}

int main(int argc, char **argv)
{
    if (lacksServer()) {
        return skippedExitCode;
    }
    useNoKeychain();
    GuardedApplication<QCoreApplication> application(argc, argv);
    TestEngineTasks test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_enginetasks.moc"
