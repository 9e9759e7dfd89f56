// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/engine/enginelink.h"

#include "app/demo/demoworld.h"
#include "app/demo/previewserver.h"
#include "tests/support/guardedmain.h"
#include "tests/support/previewstandin/faults.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace vestnik;

namespace {

qsizetype openFiles()
{
    return QDir(QStringLiteral("/proc/self/fd"))
        .entryList(QDir::NoDotAndDotDot | QDir::AllEntries | QDir::System)
        .size();
}

qsizetype threads()
{
    return QDir(QStringLiteral("/proc/self/task")).entryList(QDir::NoDotAndDotDot | QDir::Dirs).size();
}

/// Resident memory, kB.
qint64 residentMemory()
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly)) {
        return 0;
    }
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith("VmRSS:")) {
            return line.mid(6).simplified().split(' ').first().toLongLong();
        }
    }
    return 0;
}

/// A data directory, a stand-in of the web preview on this thread, and an engine over them.
struct House {
    QTemporaryDir dir;
    PreviewServer server;
    FaultBook faults;
    std::shared_ptr<LoopGuard> guard = LoopGuard::watch(QStringLiteral("main"));
    std::unique_ptr<EngineLink> link;

    explicit House(int channels = 3, int posts = 40)
        : server(makeBulkSite(channels, posts))
    {
        (void)server.listen();
        server.setHook(faults.hook());
        build();
    }

    EngineSetup setup() const
    {
        EngineSetup setup;
        setup.dataDir = dir.path();
        setup.databaseFile = dir.filePath(QStringLiteral("vestnik.db"));
        setup.settingsFile = dir.filePath(QStringLiteral("settings.json"));
        setup.cacheDir = dir.filePath(QStringLiteral("cache"));
        (void)setup.settings.set(SettingId::PreviewUrl, server.url().toString());
        (void)setup.settings.set(SettingId::PreviewPace, 0);
        (void)setup.settings.set(SettingId::PreviewAttempts, 1);
        (void)setup.settings.set(SettingId::ProxyKind, QStringLiteral("none"));
        return setup;
    }
    void build() { link = std::make_unique<EngineLink>(setup(), guard); }
    bool start()
    {
        QSignalSpy ready(link.get(), &EngineFacade::ready);
        link->start();
        return ready.wait(10'000);
    }
    /// Adds all channels of the site.
    QList<ChannelRow> addAll()
    {
        QList<ChannelDraft> drafts;
        for (const QString &name : server.site().channelNames()) {
            drafts.append({name, {}});
        }
        std::optional<Result<AddedChannels>> added;
        link->addChannels(drafts, link.get(), [&added](const Result<AddedChannels> &result) { added = result; });
        return QTest::qWaitFor([&added] { return added.has_value(); }, 10'000) && *added ? (*added)->added
                                                                                         : QList<ChannelRow>();
    }
    QList<ChannelRow> rows()
    {
        std::optional<QList<ChannelRow>> rows;
        link->readChannels(link.get(), [&rows](const Result<QList<ChannelRow>> &result) { rows = *result; });
        (void)QTest::qWaitFor([&rows] { return rows.has_value(); }, 10'000);
        return rows.value_or(QList<ChannelRow>());
    }
    bool end()
    {
        QSignalSpy drained(link.get(), &EngineLink::drained);
        link->shutDown();
        return drained.wait(5000);
    }
    [[nodiscard]] SchedulerState state() const { return link->status().scheduler; }
};

} // namespace

/// The border between the window's thread and the engine's, with real HTTP over loopback and a real store.
class EngineLinkTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRunStoresPostsAndTellsTheWindow();
    void bothLoopsStayAtLevelOne();
    void startRunsAtOnceAndStopEnds();
    void startAndStopFromAllSidesEndInTheLastWish();
    void twoHundredCyclesLeaveNothingBehind();
    void stopWithHangingServersIsQuickAndStartWorksAgain();
    void shutDownWithHangingServersDrains();
    void anAnswerForADeadReceiverIsDropped();
    void theWindowIsServedWhileARunGoes();
    void aDamagedStoreLeavesThePanelOpen();
    void aFullStoreKeepsWhatIsStored();
    void settingsAreKeptAndAppliedAtOnce();
    void refusedSettingsChangeNothing();
    void removedChannelsComeBackWithTheirPosts();
};

void EngineLinkTest::aRunStoresPostsAndTellsTheWindow()
{
    House house;
    QVERIFY(house.start());
    const QList<ChannelRow> channels = house.addAll();
    QCOMPARE(channels.size(), 3);
    QSignalSpy finished(house.link.get(), &EngineFacade::runFinished);
    QSignalSpy stored(house.link.get(), &EngineFacade::postsStored);
    QSignalSpy changed(house.link.get(), &EngineFacade::channelsChanged);
    ParseRequest request;
    request.history.kind = HistoryGoal::Kind::All;
    std::optional<Result<RunId>> id;
    house.link->parse(request, house.link.get(), [&id](const Result<RunId> &result) { id = result; });
    QTRY_VERIFY_WITH_TIMEOUT(!finished.isEmpty(), 20'000);
    QVERIFY(id && *id);
    const RunRecord run = finished.first().first().value<RunRecord>();
    QCOMPARE(run.id, **id);
    QCOMPARE(run.status, RunStatus::Done);
    int served = 0;
    for (const QString &name : house.server.site().channelNames()) {
        served += static_cast<int>(house.server.site().posts(name).size());
    }
    QCOMPARE(run.postsAdded, served);
    int told = 0;
    for (const QList<QVariant> &news : stored) {
        told += news.first().value<StoredNews>().total;
    }
    QCOMPARE(told, served);
    QVERIFY(!changed.isEmpty());
    qint64 counted = 0;
    for (const ChannelRow &row : house.rows()) {
        QCOMPARE(row.health, ChannelHealth::Good);
        QVERIFY(row.lastParsedAt > 0);
        counted += row.postCount;
    }
    QCOMPARE(counted, served);
    QVERIFY(house.end());
}

void EngineLinkTest::bothLoopsStayAtLevelOne()
{
    House house;
    QVERIFY(house.start());
    house.addAll();
    QSignalSpy finished(house.link.get(), &EngineFacade::runFinished);
    house.link->startScheduler();
    QTRY_VERIFY_WITH_TIMEOUT(!finished.isEmpty(), 20'000);
    const QList<LoopStats> loops = house.link->loops();
    QCOMPARE(loops.size(), 2);
    QCOMPARE(loops.at(0).name, QStringLiteral("main"));
    QCOMPARE(loops.at(1).name, QStringLiteral("engine"));
    QVERIFY(loops.at(0).threadId != loops.at(1).threadId);
    for (const LoopStats &loop : loops) {
        QCOMPARE(loop.highestLevel, 1);
        QCOMPARE(loop.misplaced, 0);
        QVERIFY(loop.turns > 0);
    }
    QVERIFY(house.end());
}

void EngineLinkTest::startRunsAtOnceAndStopEnds()
{
    House house;
    QVERIFY(house.start());
    house.addAll();
    QSignalSpy finished(house.link.get(), &EngineFacade::runFinished);
    house.link->startScheduler();
    QCOMPARE(house.state(), SchedulerState::Starting);
    QTRY_COMPARE(house.state(), SchedulerState::Running);
    QVERIFY(house.link->status().running());
    QTRY_VERIFY_WITH_TIMEOUT(!finished.isEmpty(), 20'000);
    QCOMPARE(finished.first().first().value<RunRecord>().origin, RunOrigin::Schedule);
    QTRY_VERIFY(house.link->status().nextRunAt > 0);
    house.link->stopScheduler();
    QCOMPARE(house.state(), SchedulerState::Stopping);
    QTRY_COMPARE(house.state(), SchedulerState::Stopped);
    QCOMPARE(house.link->status().nextRunAt, 0);
    QVERIFY(house.end());
}

void EngineLinkTest::startAndStopFromAllSidesEndInTheLastWish()
{
    House house;
    QVERIFY(house.start());
    house.addAll();
    for (int i = 0; i < 50; ++i) {
        house.link->startScheduler();
        house.link->withEngine([](Engine &engine) { engine.stopScheduler(); });
        house.link->stopScheduler();
        house.link->startScheduler();
        house.link->startScheduler();
    }
    QTRY_COMPARE(house.state(), SchedulerState::Running);
    house.link->stopScheduler();
    house.link->stopScheduler();
    QTRY_COMPARE(house.state(), SchedulerState::Stopped);
    QVERIFY(house.end());
}

void EngineLinkTest::twoHundredCyclesLeaveNothingBehind()
{
    House house;
    house.server.setLatency(2);
    QVERIFY(house.start());
    house.addAll();
    const auto cycle = [&house] {
        house.link->startScheduler();
        const bool ran = QTest::qWaitFor([&house] { return house.state() == SchedulerState::Running; }, 5000);
        house.link->stopScheduler();
        return ran && QTest::qWaitFor([&house] { return house.state() == SchedulerState::Stopped; }, 5000);
    };
    for (int i = 0; i < 20; ++i) {
        QVERIFY(cycle());
    }
    const qsizetype filesBefore = openFiles();
    const qsizetype threadsBefore = threads();
    const qint64 memoryBefore = residentMemory();
    for (int i = 0; i < 200; ++i) {
        QVERIFY(cycle());
    }
    // Connections of the last cycle may still close, and idle pool threads come and go: a few, not one a cycle.
    QTRY_VERIFY(openFiles() <= filesBefore + 8);
    QTRY_VERIFY(threads() <= threadsBefore + 3);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__) // these keep freed memory
    QVERIFY2(residentMemory() - memoryBefore < 24 * 1024, qPrintable(QString::number(residentMemory() - memoryBefore)));
#else
    Q_UNUSED(memoryBefore)
#endif
    QVERIFY(house.end());
}

void EngineLinkTest::stopWithHangingServersIsQuickAndStartWorksAgain()
{
    House house(8, 20);
    house.faults.add(QStringLiteral("*"), faults::hang(), -1);
    QVERIFY(house.start());
    house.addAll();
    house.link->startScheduler();
    QTRY_VERIFY(house.server.requestsInFlight() > 0);
    QElapsedTimer taken;
    taken.start();
    house.link->stopScheduler();
    QTRY_COMPARE(house.state(), SchedulerState::Stopped);
    QVERIFY(taken.elapsed() < 5000);
    house.faults.clear();
    QSignalSpy finished(house.link.get(), &EngineFacade::runFinished);
    house.link->startScheduler();
    QTRY_VERIFY_WITH_TIMEOUT(!finished.isEmpty(), 20'000);
    QCOMPARE(finished.first().first().value<RunRecord>().status, RunStatus::Done);
    QVERIFY(house.end());
}

void EngineLinkTest::shutDownWithHangingServersDrains()
{
    House house(8, 20);
    house.faults.add(QStringLiteral("*"), faults::hang(), -1);
    QVERIFY(house.start());
    house.addAll();
    house.link->startScheduler();
    ProxyDraft proxy;
    proxy.kind = QStringLiteral("none");
    house.link->testProxy(proxy, house.link.get(), [](const Result<ConnectionReport> &) {});
    QTRY_VERIFY(house.server.requestsInFlight() > 1);
    QVERIFY(house.end());
}

void EngineLinkTest::anAnswerForADeadReceiverIsDropped()
{
    House house;
    QVERIFY(house.start());
    bool called = false;
    auto receiver = std::make_unique<QObject>();
    house.link->readChannels(receiver.get(), [&called](const Result<QList<ChannelRow>> &) { called = true; });
    house.link->addChannels({{QStringLiteral("alpha_one"), {}}}, receiver.get(),
        [&called](const Result<AddedChannels> &) { called = true; });
    receiver.reset();
    QTRY_COMPARE(house.rows().size(), 1); // the command itself was carried out
    QVERIFY(!called);
    QVERIFY(house.end());
}

void EngineLinkTest::theWindowIsServedWhileARunGoes()
{
    House house(20, 200);
    QVERIFY(house.start());
    house.addAll();
    QSignalSpy finished(house.link.get(), &EngineFacade::runFinished);
    ParseRequest request;
    request.history.kind = HistoryGoal::Kind::All;
    house.link->parse(request, house.link.get(), [](const Result<RunId> &) {});
    int answers = 0;
    while (finished.isEmpty()) {
        std::optional<Result<PostPage>> page;
        house.link->readPosts(
            PostQuery(), house.link.get(), [&page](const Result<PostPage> &result) { page = result; });
        QVERIFY(QTest::qWaitFor([&page] { return page.has_value(); }, 10'000));
        QVERIFY(page->has_value());
        ++answers;
    }
    QVERIFY(answers > 3);
    QCOMPARE(finished.first().first().value<RunRecord>().status, RunStatus::Done);
    // The list has all of them, not only a page, and can be cut to what is new.
    std::optional<Result<PostIdList>> list;
    const auto listed = [&list](const Result<PostIdList> &result) { list = result; };
    house.link->listPosts(PostQuery(), house.link.get(), listed);
    QTRY_VERIFY(list.has_value() && list->has_value());
    QCOMPARE((*list)->ids.size(), 20 * 200);
    QVERIFY((*list)->complete);
    PostQuery news;
    news.after = (*list)->ids.at(30);
    const QList<PostId> newest = (*list)->ids.mid(0, 30);
    list.reset();
    house.link->listPosts(news, house.link.get(), listed);
    QTRY_VERIFY(list.has_value() && list->has_value());
    QCOMPARE((*list)->ids, newest);
    QVERIFY(house.end());
}

void EngineLinkTest::aDamagedStoreLeavesThePanelOpen()
{
    House house;
    const QString path = house.dir.filePath(QStringLiteral("vestnik.db"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(20'000, 'x'));
    file.close();
    house.link->start();
    QTRY_COMPARE(house.link->status().storeError.code, ErrorCode::DatabaseDamaged);
    QVERIFY(!house.link->status().engineAlive);
    house.link->startScheduler();
    QTRY_COMPARE(house.state(), SchedulerState::Failed);
    QVERIFY(!house.link->status().running());
    QCOMPARE(QFile(path).size(), 20'000); // untouched
    // The operator takes the file away and tries again.
    QVERIFY(QFile::rename(path, path + QStringLiteral(".damaged")));
    house.link->startScheduler();
    QTRY_COMPARE(house.state(), SchedulerState::Running);
    QTRY_COMPARE(house.link->status().storeError.code, ErrorCode::None);
    QVERIFY(house.end());
}

void EngineLinkTest::aFullStoreKeepsWhatIsStored()
{
    House house(4, 60);
    QVERIFY(house.start());
    house.addAll();
    house.link->withEngine([](Engine &engine) { engine.limitStorePages(60); });
    QSignalSpy finished(house.link.get(), &EngineFacade::runFinished);
    house.link->startScheduler();
    QTRY_VERIFY_WITH_TIMEOUT(!finished.isEmpty(), 20'000);
    QCOMPARE(finished.first().first().value<RunRecord>().status, RunStatus::Failed);
    QTRY_COMPARE(house.link->status().storeError.code, ErrorCode::DatabaseFull);
    QVERIFY(!house.link->status().storeWritable);
    house.link->withEngine([](Engine &engine) { engine.limitStorePages(1'000'000); });
    ParseRequest request;
    request.history.kind = HistoryGoal::Kind::All;
    house.link->parse(request, house.link.get(), [](const Result<RunId> &) {});
    QTRY_COMPARE(finished.count(), 2);
    QCOMPARE(finished.last().first().value<RunRecord>().status, RunStatus::Done);
    QTRY_COMPARE(house.link->status().storeError.code, ErrorCode::None);
    qint64 counted = 0;
    qint64 served = 0;
    for (const ChannelRow &row : house.rows()) {
        counted += row.postCount;
        served += house.server.site().posts(row.username).size();
    }
    QCOMPARE(counted, served);
    QVERIFY(house.end());
}

void EngineLinkTest::settingsAreKeptAndAppliedAtOnce()
{
    House house;
    QVERIFY(house.start());
    house.link->startScheduler();
    QTRY_COMPARE(house.state(), SchedulerState::Running);
    QTRY_VERIFY(house.link->status().nextRunAt > 0);
    const qint64 before = house.link->status().nextRunAt;
    std::optional<Result<void>> done;
    house.link->changeSettings({{SettingId::IntervalMinutes, 5}, {SettingId::FirstRunPosts, 250}}, house.link.get(),
        [&done](const Result<void> &result) { done = result; });
    QTRY_VERIFY(done.has_value());
    QVERIFY(done->has_value());
    QTRY_COMPARE(house.link->settings().number(SettingId::IntervalMinutes), 5);
    QCOMPARE(house.link->status().nextRunAt, before); // the job has an interval of its own
    const Settings kept = SettingsFile(house.dir.filePath(QStringLiteral("settings.json"))).load().settings;
    QCOMPARE(kept.number(SettingId::FirstRunPosts), 250);
    QVERIFY(house.end());
}

void EngineLinkTest::refusedSettingsChangeNothing()
{
    House house;
    QVERIFY(house.start());
    std::optional<Result<void>> done;
    house.link->changeSettings({{SettingId::FirstRunDays, 3}, {SettingId::Concurrency, 99}}, house.link.get(),
        [&done](const Result<void> &result) { done = result; });
    QTRY_VERIFY(done.has_value());
    QCOMPARE(done->error().code, ErrorCode::InvalidArgument);
    QCOMPARE(done->error().subject, QStringLiteral("collect.concurrency"));
    QCOMPARE(house.link->settings().number(SettingId::FirstRunDays), 7);
    QVERIFY(house.end());
}

void EngineLinkTest::removedChannelsComeBackWithTheirPosts()
{
    House house;
    QVERIFY(house.start());
    const QList<ChannelRow> channels = house.addAll();
    QSignalSpy finished(house.link.get(), &EngineFacade::runFinished);
    house.link->parse({}, house.link.get(), [](const Result<RunId> &) {});
    QTRY_VERIFY_WITH_TIMEOUT(!finished.isEmpty(), 20'000);
    const ChannelId id = channels.first().id;
    const auto count = [&house, id] {
        for (const ChannelRow &row : house.rows()) {
            if (row.id == id) {
                return row.postCount;
            }
        }
        return qint64(-1);
    };
    const qint64 posts = count();
    QVERIFY(posts > 0);
    QSignalSpy removed(house.link.get(), &EngineFacade::channelsRemoved);
    house.link->removeChannels({id}, house.link.get(), [](const Result<void> &) {});
    QVERIFY(removed.wait(5000));
    QCOMPARE(count(), -1);
    bool restored = false;
    house.link->restoreChannels(
        {id}, house.link.get(), [&restored](const Result<void> &result) { restored = bool(result); });
    QTRY_VERIFY(restored);
    QCOMPARE(count(), posts);
    QVERIFY(house.end());
}

VESTNIK_GUARDED_MAIN(EngineLinkTest)
#include "tst_enginelink.moc"
