// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/archive/transferfixture.h"

using namespace vestnik;
using namespace vestnik::test;

namespace {

QByteArray lineOf(MessageId id, const QString &text, const QString &channel = QStringLiteral("somewhere"))
{
    Post post = simplePost(id, text, noon + id * 1000);
    post.channel = channel;
    return QJsonDocument(postToJson(post)).toJson(QJsonDocument::Compact) + '\n';
}

} // namespace

class TestImport final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everythingComesBack();
    void secondTimeAddsNothing();
    void ownArrayIsReadToo();
    void keepsWhatIsThere();
    void importedPostsAreReadAndNotCovered();
    void collectorGoesOnBesideIt();
    void brokenLinesAreCounted();
    void longLinesAreBounded();
    void namesThatAreNoneAreRefused();
    void newChannelsGetTheFolder();
    void cancelledKeepsWholeTransactions();
    void unknownFilesAreRefused_data();
    void unknownFilesAreRefused();

private:
    QString file(const char *name) const { return m_folder.filePath(QLatin1String(name)); }
    Result<TaskReport> imported(TempStore &store, const QByteArray &content)
    {
        return writeFile(file("in"), content)
            ? importPosts(store.database(), sourceOf(file("in")), noon + 1, TaskControl())
            : failure(ErrorCode::Internal);
    }

    QTemporaryDir m_folder;
};

void TestImport::everythingComesBack()
{
    TempStore store;
    const ChannelId channel = store.addChannel(QStringLiteral("somewhere"));
    const ChannelId numbered = store.addChannel(QStringLiteral("c/1234567890"));
    QVERIFY(store.posts().storePage(channel,
        {fullPost(7), albumPost({11, 12, 13}, QStringLiteral("альбом")), simplePost(20, {})}, IdRange{1, 30}, noon));
    QVERIFY(store.posts().storePage(numbered, {simplePost(1, QStringLiteral("private"))}, IdRange{1, 1}, noon));
    QVERIFY(attachTo(store, channel, 7, someExtras()));
    QVERIFY(attachTo(store, channel, 12, someExtras()));
    const QByteArray before = dump(store, m_folder);
    QCOMPARE(linesOf(before).size(), 4);

    TempStore other;
    const Result<TaskReport> report = imported(other, before);
    QVERIFY(report);
    QCOMPARE(fact(*report, "posts_added"), 4);
    QCOMPARE(fact(*report, "channels_added"), 2);
    QCOMPARE(fact(*report, "lines_broken"), 0);
    QCOMPARE(dump(other, m_folder), before);
    const Result<ChannelRow> row = other.channels().byName(QStringLiteral("c/1234567890"));
    QVERIFY(row);
    QVERIFY(!row->active); // nobody reads that name on the public web
    QVERIFY(other.channels().byName(QStringLiteral("somewhere"))->active);
    // And the texts are found.
    PostQuery query;
    query.text = QStringLiteral("альбом");
    QCOMPARE(countPosts(other.database(), query, 10).value_or(-1), 1);
}

void TestImport::secondTimeAddsNothing()
{
    TempStore store;
    QByteArray content;
    for (MessageId id = 1; id <= 450; ++id) {
        content += lineOf(id, QStringLiteral("text %1").arg(id));
    }
    Result<TaskReport> report = imported(store, content + content);
    QVERIFY(report);
    QCOMPARE(fact(*report, "posts_added"), 450);
    QCOMPARE(fact(*report, "posts_known"), 450);
    QCOMPARE(fact(*report, "posts_different"), 0);
    const QByteArray before = dump(store, m_folder);
    report = imported(store, content);
    QVERIFY(report);
    QCOMPARE(fact(*report, "posts_added"), 0);
    QCOMPARE(fact(*report, "channels_added"), 0);
    QCOMPARE(fact(*report, "posts_known"), 450);
    QCOMPARE(fact(*report, "posts_completed"), 0);
    QCOMPARE(dump(store, m_folder), before);
}

void TestImport::ownArrayIsReadToo()
{
    TempStore store;
    const ChannelId channel = store.addChannel(QStringLiteral("somewhere"));
    QVERIFY(store.posts().storePage(channel, {fullPost(7), simplePost(20, {})}, IdRange{1, 30}, noon));
    QVERIFY(exportPosts(store.database(), specOf(ExportFormat::Json, file("a.json")), TaskControl()));
    TempStore other;
    const Result<TaskReport> report = importPosts(other.database(), sourceOf(file("a.json")), noon, TaskControl());
    QVERIFY(report);
    QCOMPARE(fact(*report, "posts_added"), 2);
    QCOMPARE(dump(other, m_folder), dump(store, m_folder));
}

void TestImport::keepsWhatIsThere()
{
    TempStore store;
    const ChannelId channel = store.addChannel(QStringLiteral("somewhere"));
    Post mine = simplePost(5, QStringLiteral("ours, edited since"));
    mine.views = Count{900, QStringLiteral("900"), false};
    QVERIFY(
        store.posts().storePage(channel, {mine, albumPost({11, 12}, QStringLiteral("caption"))}, IdRange{1, 30}, noon));
    PostExtras note;
    note.note = QStringLiteral("our note");
    note.tags = {QStringLiteral("Tag")};
    QVERIFY(attachTo(store, channel, 5, note));

    QJsonObject older = postToJson(simplePost(5, QStringLiteral("theirs")));
    older.insert(QStringLiteral("note"), QStringLiteral("their note"));
    older.insert(QStringLiteral("tags"), QJsonArray{QStringLiteral("tag"), QStringLiteral("more")});
    older.insert(QStringLiteral("starred"), true);
    older.insert(QStringLiteral("deleted_at"), QStringLiteral("2026-05-21T00:00:00Z"));
    older.insert(QStringLiteral("versions"),
        QJsonArray{QJsonObject{{QStringLiteral("replaced_at"), QStringLiteral("2026-05-20T12:00:00Z")},
            {QStringLiteral("text"), QStringLiteral("x")}}});
    const QByteArray content = QJsonDocument(older).toJson(QJsonDocument::Compact) + '\n'
        + lineOf(11, QStringLiteral(" caption ")) + lineOf(12, {}) + lineOf(13, QStringLiteral("new"));
    const Result<TaskReport> report = imported(store, content);
    QVERIFY(report);
    QCOMPARE(fact(*report, "posts_added"), 1);
    QCOMPARE(fact(*report, "posts_known"), 3);
    QCOMPARE(fact(*report, "posts_different"), 1);
    QCOMPARE(fact(*report, "posts_completed"), 1);
    const QList<QJsonObject> posts = linesOf(dump(store, m_folder));
    const QJsonObject five = *std::find_if(posts.begin(), posts.end(),
        [](const QJsonObject &post) { return post.value(QStringLiteral("message_id")).toInt() == 5; });
    QCOMPARE(five.value(QStringLiteral("text")).toString(), QStringLiteral("ours, edited since"));
    QCOMPARE(five.value(QStringLiteral("views")).toInt(), 900);
    QCOMPARE(five.value(QStringLiteral("note")).toString(), QStringLiteral("our note"));
    QCOMPARE(five.value(QStringLiteral("tags")).toArray(), (QJsonArray{QStringLiteral("more"), QStringLiteral("Tag")}));
    QVERIFY(five.value(QStringLiteral("starred")).toBool());
    QVERIFY(five.value(QStringLiteral("deleted_at")).isNull());
    QVERIFY(five.value(QStringLiteral("versions")).toArray().isEmpty());
}

void TestImport::importedPostsAreReadAndNotCovered()
{
    TempStore store;
    const ChannelId channel = store.addChannel(QStringLiteral("somewhere"));
    QVERIFY(store.posts().storePage(channel, {simplePost(50, QStringLiteral("mine"))}, IdRange{50, 60}, noon));
    QVERIFY(imported(store, lineOf(10, QStringLiteral("a")) + lineOf(11, QStringLiteral("b")) + lineOf(70, {})));
    const Result<ChannelRow> row = store.channels().row(channel);
    QVERIFY(row);
    QCOMPARE(row->postCount, 4);
    QCOMPARE(row->unreadCount, 1);
    QCOMPARE(store.number(QStringLiteral("SELECT count(*) FROM unread")), 1);
    QCOMPARE(store.channels().coverage(channel)->ranges(), (QList<IdRange>{{50, 60}}));
    QCOMPARE(row->lastPostAt, noon + 70'000);
    // The collector reads the same messages later: they are known and become covered.
    const Result<StoredPage> page = store.posts().storePage(
        channel, {simplePost(10, QStringLiteral("a")), simplePost(11, QStringLiteral("b"))}, IdRange{1, 20}, noon);
    QVERIFY(page);
    QCOMPARE(page->added, 0);
    QCOMPARE(store.channels().coverage(channel)->ranges(), (QList<IdRange>{{1, 20}, {50, 60}}));
}

void TestImport::collectorGoesOnBesideIt()
{
    TempStore store;
    const ChannelId channel = store.addChannel(QStringLiteral("somewhere"));
    QByteArray content;
    for (MessageId id = 1; id <= 4000; ++id) {
        content += lineOf(id, QStringLiteral("text %1 ").arg(id).repeated(20), QStringLiteral("elsewhere"));
    }
    QVERIFY(writeFile(file("in"), content));
    const TaskControl control;
    std::atomic_bool done = false;
    Result<TaskReport> report = failure(ErrorCode::Internal);
    const std::unique_ptr<QThread> thread(QThread::create([&] {
        const Result<std::unique_ptr<Database>> own = Database::open(DatabaseConfig{store.path(), false, true});
        report = own ? importPosts(**own, sourceOf(file("in")), noon, control) : failure(own.error());
        done = true;
    }));
    thread->start();
    // A page after each of its transactions, while the next one is on its way.
    MessageId stored = 0;
    long long seen = 0;
    while (!done) {
        if (control.done() == seen) {
            QThread::yieldCurrentThread();
            continue;
        }
        seen = control.done();
        ++stored;
        const Result<StoredPage> page =
            store.posts().storePage(channel, {simplePost(stored, QStringLiteral("x"))}, IdRange{stored, stored}, noon);
        QVERIFY2(page, page ? "" : qPrintable(errorEnglish(page.error())));
    }
    QVERIFY(thread->wait());
    QVERIFY2(report, report ? "" : qPrintable(errorEnglish(report.error())));
    QCOMPARE(fact(*report, "posts_added"), 4000);
    QVERIFY(stored > 3);
    QCOMPARE(store.number(QStringLiteral("SELECT count(*) FROM posts")), 4000 + stored);
}

void TestImport::brokenLinesAreCounted()
{
    TempStore store;
    const QByteArray content = lineOf(1, QStringLiteral("a")) + "{broken\n" + "\n" + "[1,2]\n" + "{\"channel\":\"x\"}\n"
        + lineOf(2, QStringLiteral("b")) + "\xff\xfe\n" + "nonsense\n" + "7\n" + QByteArray(100'000, '[') + "\n"
        + lineOf(3, QStringLiteral("c")).trimmed();
    const Result<TaskReport> report = imported(store, content);
    QVERIFY(report);
    QCOMPARE(fact(*report, "posts_added"), 3);
    QCOMPARE(fact(*report, "lines_broken"), 7);
    QCOMPARE(factText(*report, "lines_broken"), QStringLiteral("line 2, line 4, line 5, line 7, line 8"));
}

void TestImport::longLinesAreBounded()
{
    TempStore store;
    const QByteArray content = lineOf(1, QStringLiteral("a")) + "{\"channel\":\"" + QByteArray(40 * 1024 * 1024, 'x')
        + "\"}\n" + lineOf(2, QStringLiteral("b"));
    const Result<TaskReport> report = imported(store, content);
    QVERIFY(report);
    QCOMPARE(fact(*report, "posts_added"), 2);
    QCOMPARE(fact(*report, "lines_broken"), 1);
    QCOMPARE(factText(*report, "lines_broken"), QStringLiteral("line 2"));
}

void TestImport::namesThatAreNoneAreRefused()
{
    TempStore store;
    QByteArray content = lineOf(1, QStringLiteral("good"));
    for (const char *name : {"../../etc", "a b", "c/0", "c/12x", "x/5", "1abc", "канал", "a__b"}) {
        content += lineOf(1, QStringLiteral("bad"), QString::fromUtf8(name));
    }
    const Result<TaskReport> report = imported(store, content);
    QVERIFY(report);
    QCOMPARE(fact(*report, "posts_added"), 1);
    QCOMPARE(fact(*report, "lines_broken"), 8);
    QCOMPARE(store.channels().rows()->size(), 1);
}

void TestImport::newChannelsGetTheFolder()
{
    TempStore store;
    store.addChannel(QStringLiteral("somewhere"), QStringLiteral("Mine"));
    QVERIFY(
        writeFile(file("in"), lineOf(1, {}, QStringLiteral("SomeWhere")) + lineOf(1, {}, QStringLiteral("newone"))));
    ImportSpec spec = sourceOf(file("in"));
    spec.folder = QStringLiteral("Imported");
    QVERIFY(importPosts(store.database(), spec, noon, TaskControl()));
    QCOMPARE(store.channels().rows()->size(), 2);
    QCOMPARE(store.channels().byName(QStringLiteral("somewhere"))->folder, QStringLiteral("Mine"));
    QCOMPARE(store.channels().byName(QStringLiteral("newone"))->folder, QStringLiteral("Imported"));
}

void TestImport::cancelledKeepsWholeTransactions()
{
    TempStore store;
    QByteArray content;
    for (MessageId id = 1; id <= 1000; ++id) {
        content += lineOf(id, QStringLiteral("text %1").arg(id));
    }
    QVERIFY(writeFile(file("in"), content));
    const TaskControl control;
    std::atomic_bool ended = false;
    const std::unique_ptr<QThread> watcher(QThread::create([&] {
        while (control.done() < 400 && !ended) {
            QThread::yieldCurrentThread();
        }
        control.cancel();
    }));
    watcher->start();
    const Result<TaskReport> report = importPosts(store.database(), sourceOf(file("in")), noon, control);
    ended = true;
    QVERIFY(watcher->wait());
    QVERIFY(!report);
    QCOMPARE(report.error().code, ErrorCode::Cancelled);
    const qint64 kept = store.number(QStringLiteral("SELECT count(*) FROM posts"));
    QVERIFY(kept >= 400 && kept < 1000 && kept % 200 == 0);
    const Result<TaskReport> rest = importPosts(store.database(), sourceOf(file("in")), noon, TaskControl());
    QVERIFY(rest);
    QCOMPARE(fact(*rest, "posts_added"), 1000 - kept);
}

void TestImport::unknownFilesAreRefused_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("text") << QByteArray("hello world\n");
    QTest::newRow("other object") << QByteArray("{\"a\":1}");
    QTest::newRow("binary") << QByteArray("\x89PNG\r\n\x1a\n\0\0\0", 11);
}

void TestImport::unknownFilesAreRefused()
{
    QFETCH(QByteArray, content);
    TempStore store;
    Result<TaskReport> report = imported(store, content);
    QVERIFY(!report);
    QCOMPARE(report.error().code, ErrorCode::FileFailed);
    QCOMPARE(report.error().subject, file("in"));
    for (const QString &path : {file("none"), m_folder.path()}) {
        report = importPosts(store.database(), sourceOf(path), noon, TaskControl());
        QVERIFY(!report);
        QCOMPARE(report.error().code, ErrorCode::FileFailed);
    }
}

VESTNIK_STORE_TEST_MAIN(TestImport)
#include "tst_import.moc"
