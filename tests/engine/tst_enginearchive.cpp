// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/engine/archivehouse.h"
#include "tests/support/guardedmain.h"

using namespace vestnik;
using namespace vestnik::test;

namespace {

template<typename T>
T lastOf(const QSignalSpy &spy)
{
    return spy.isEmpty() ? T() : spy.last().first().value<T>();
}

} // namespace

/// What operators do with posts, through the facade and over a real store.
class TestEngineArchive final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void starsNotesAndTagsAreToldAndRead();
    void tagsAreRenamedAndRemoved();
    void savedSearchesAreCounted();
    void readsThatAreGivenUpSaySo();
    void anotherDatabaseIsUsedOnlyIfItOpens();
};

void TestEngineArchive::starsNotesAndTagsAreToldAndRead()
{
    ArchiveHouse house;
    QVERIFY(house.start());
    const int served = house.fill();
    const Result<QList<PostId>> ids = house.ids();
    QVERIFY(ids);
    QCOMPARE(ids->size(), served);
    EngineLink *link = house.link.get();
    QSignalSpy marked(link, &EngineFacade::postsMarked);
    QSignalSpy tags(link, &EngineFacade::tagsChanged);
    const QList<PostId> some{ids->at(3), ids->at(1)};
    QVERIFY(house.wait<void>([&](const Done<void> &done) { link->setStarred(some, true, link, done); }));
    QTRY_COMPARE(lastOf<QList<PostId>>(marked), some);
    QVERIFY(house.wait<void>(
        [&](const Done<void> &done) { link->setNote(ids->at(1), QStringLiteral("Заметка"), link, done); }));
    QTRY_COMPARE(lastOf<QList<PostId>>(marked), QList<PostId>{ids->at(1)});
    QVERIFY(house.wait<void>([&](const Done<void> &done) {
        link->changeTags(some, {QStringLiteral("Банки"), QStringLiteral("later")}, {}, link, done);
    }));
    QTRY_COMPARE(lastOf<QList<TagRow>>(tags).size(), 2);
    QCOMPARE(house.count(QStringLiteral("is:starred")), 2);
    QCOMPARE(house.count(QStringLiteral("tag:банки")), 2);
    const auto rows = house.wait<QList<PostSummary>>(
        [&](const Done<QList<PostSummary>> &done) { link->readSummaries(some, link, done); });
    QVERIFY(rows);
    QCOMPARE(rows->size(), 2);
    QCOMPARE(rows->at(0).id, some.at(0));
    QCOMPARE(rows->at(1).id, some.at(1));
    QVERIFY(rows->at(0).starred);
    const auto details =
        house.wait<PostDetails>([&](const Done<PostDetails> &done) { link->readPostDetails(ids->at(1), link, done); });
    QVERIFY(details);
    QCOMPARE(details->note, QStringLiteral("Заметка"));
    QCOMPARE(details->tags.size(), 2);
    QVERIFY(house.wait<void>([&](const Done<void> &done) { link->setStarred(some, false, link, done); }));
    QCOMPARE(house.count(QStringLiteral("is:starred")), 0);
    // What is refused changes nothing and tells nothing.
    marked.clear();
    QVERIFY(!house.wait<void>(
        [&](const Done<void> &done) { link->setNote(ids->at(1), QString(30'000, QLatin1Char('x')), link, done); }));
    QVERIFY(!house.wait<void>(
        [&](const Done<void> &done) { link->setNote(123'456'789, QStringLiteral("nobody"), link, done); }));
    QVERIFY(marked.isEmpty());
    QVERIFY(house.end());
}

void TestEngineArchive::tagsAreRenamedAndRemoved()
{
    ArchiveHouse house(1, 20);
    QVERIFY(house.start());
    QVERIFY(house.fill() > 0);
    const QList<PostId> ids = *house.ids();
    EngineLink *link = house.link.get();
    const QList<PostId> some{ids.at(0), ids.at(5)};
    QVERIFY(house.wait<void>(
        [&](const Done<void> &done) { link->changeTags(some, {QStringLiteral("first")}, {}, link, done); }));
    const auto tags = house.wait<QList<TagRow>>([&](const Done<QList<TagRow>> &done) { link->readTags(link, done); });
    QVERIFY(tags && tags->size() == 1);
    QSignalSpy changed(link, &EngineFacade::tagsChanged);
    const TagId tag = tags->first().id;
    QVERIFY(
        house.wait<void>([&](const Done<void> &done) { link->renameTag(tag, QStringLiteral("Второй"), link, done); }));
    QTRY_COMPARE(lastOf<QList<TagRow>>(changed).value(0).name, QStringLiteral("Второй"));
    QCOMPARE(house.count(QStringLiteral("tag:второй")), 2);
    QCOMPARE(house.count(QStringLiteral("tag:first")), 0);
    const auto removed =
        house.wait<QList<PostId>>([&](const Done<QList<PostId>> &done) { link->removeTag(tag, link, done); });
    QVERIFY(removed);
    QCOMPARE(QSet<PostId>(removed->begin(), removed->end()), QSet<PostId>(some.begin(), some.end()));
    QTRY_VERIFY(lastOf<QList<TagRow>>(changed).isEmpty());
    QCOMPARE(house.count(QStringLiteral("tag:второй")), 0);
    QVERIFY(house.end());
}

void TestEngineArchive::savedSearchesAreCounted()
{
    ArchiveHouse house(2, 20);
    QVERIFY(house.start());
    const int served = house.fill();
    EngineLink *link = house.link.get();
    QSignalSpy searches(link, &EngineFacade::savedSearchesChanged);
    QSignalSpy counted(link, &EngineFacade::savedSearchesCounted);
    const auto saved = house.wait<SavedSearch>([&](const Done<SavedSearch> &done) {
        link->saveSearch(SavedSearch{0, QStringLiteral("Unread"), QStringLiteral("is:unread")}, link, done);
    });
    QVERIFY(saved);
    QVERIFY(saved->id > 0);
    QTRY_COMPARE(lastOf<QList<SavedSearch>>(searches).size(), 1);
    QTRY_VERIFY_WITH_TIMEOUT(!counted.isEmpty(), 15'000);
    const qint64 unread = house.count(QStringLiteral("is:unread"));
    QCOMPARE(lastOf<QList<SavedSearchCount>>(counted).value(0).id, saved->id);
    QCOMPARE(lastOf<QList<SavedSearchCount>>(counted).value(0).posts, unread);
    QVERIFY(unread <= served);
    QVERIFY(house.wait<void>([&](const Done<void> &done) { link->removeSavedSearch(saved->id, link, done); }));
    QTRY_VERIFY(lastOf<QList<SavedSearch>>(searches).isEmpty());
    QCOMPARE(
        house.wait<void>([&](const Done<void> &done) { link->removeSavedSearch(saved->id, link, done); }).error().code,
        ErrorCode::NotFound);
    QVERIFY(house.end());
}

void TestEngineArchive::readsThatAreGivenUpSaySo()
{
    ArchiveHouse house(1, 20);
    // Asked before there is a store.
    std::optional<Result<PostIdList>> given;
    house.link->cancelRead(
        house.link->listPosts({}, house.link.get(), [&](const Result<PostIdList> &list) { given = list; }));
    std::optional<Result<PostIdList>> kept;
    house.link->listPosts({}, house.link.get(), [&](const Result<PostIdList> &list) { kept = list; });
    QVERIFY(house.start());
    QTRY_VERIFY(given && kept);
    QCOMPARE(given->error().code, ErrorCode::Cancelled);
    QVERIFY(*kept);
    // Two threads read: of many asked at once most are still waiting there.
    int cancelled = 0;
    int answered = 0;
    QList<ReadId> asked;
    for (int i = 0; i < 200; ++i) {
        asked.append(house.link->listPosts({}, house.link.get(), [&](const Result<PostIdList> &list) {
            ++answered;
            cancelled += !list && list.error().code == ErrorCode::Cancelled ? 1 : 0;
        }));
    }
    for (const ReadId read : std::as_const(asked)) {
        house.link->cancelRead(read);
    }
    QTRY_COMPARE(answered, 200);
    QVERIFY(cancelled > 0);
    house.link->cancelRead(asked.first());
    house.link->cancelRead(987'654);
    QVERIFY(house.end());
}

void TestEngineArchive::anotherDatabaseIsUsedOnlyIfItOpens()
{
    ArchiveHouse house(1, 20);
    QVERIFY(house.start());
    const int served = house.fill();
    EngineLink *link = house.link.get();
    link->startScheduler();
    QTRY_COMPARE(link->status().scheduler, SchedulerState::Running);
    const QString before = link->status().storePath;
    const QString noDatabase = house.path("letter.txt");
    QFile letter(noDatabase);
    QVERIFY(letter.open(QIODevice::WriteOnly));
    letter.write(QByteArray(5000, 'x'));
    letter.close();
    for (const QString &wrong : {QStringLiteral("postgresql://nobody:secret@127.0.0.1:1/nothing"),
             QString(QLatin1String("sqlite://") + noDatabase), QStringLiteral("mysql://host/db"),
             QStringLiteral("sqlite:///nowhere/at/all.db")}) {
        const auto switched =
            house.wait<void>([&](const Done<void> &done) { link->switchDatabase(wrong, link, done); });
        QVERIFY2(!switched, qPrintable(wrong));
        QVERIFY2(!errorEnglish(switched.error()).contains(QLatin1String("secret")), qPrintable(wrong));
        QCOMPARE(house.count(), served);
        QCOMPARE(link->status().storePath, before);
        QTRY_VERIFY(link->status().running());
        QVERIFY(!contentOf(house.path("settings.json")).contains("secret"));
    }
    QSignalSpy ready(link, &EngineFacade::ready);
    const QString other = QLatin1String("sqlite://") + house.path("other.db");
    QVERIFY(house.wait<void>([&](const Done<void> &done) { link->switchDatabase(other, link, done); }));
    QTRY_VERIFY(!ready.isEmpty());
    QCOMPARE(house.count(), 0);
    QCOMPARE(link->settings().text(SettingId::DatabaseUrl), other);
    QTRY_VERIFY(link->status().running());
    const QString back = house.schema ? house.schema->address() : QString();
    QVERIFY(house.wait<void>([&](const Done<void> &done) { link->switchDatabase(back, link, done); }));
    QCOMPARE(house.count(), served);
    QVERIFY(house.end());
}

int main(int argc, char **argv)
{
    if (lacksServer()) {
        return skippedExitCode;
    }
    useNoKeychain();
    GuardedApplication<QCoreApplication> application(argc, argv);
    TestEngineArchive test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_enginearchive.moc"
