// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/fakeengine/fakeengine.h"
#include "tests/ui/manyposts.h"
#include "ui/posts/postmodel.h"
#include "ui/posts/posttreemodel.h"

#include <QAbstractItemModelTester>
#include <QDateTime>
#include <QSignalSpy>
#include <QTest>

using namespace vestnik;

namespace {

QList<PostId> idsOf(const FakeData &data)
{
    QList<PostId> ids;
    for (const Post &post : data.posts) {
        ids.append(post.id);
    }
    return ids;
}

ChannelRow channel(ChannelId id, const QString &title, const QString &folder, qint64 unread)
{
    ChannelRow row;
    row.id = id;
    row.username = u"name_%1"_qs.arg(id);
    row.title = title;
    row.folder = folder;
    row.unreadCount = unread;
    return row;
}

} // namespace

class TestPostModel final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void placeholdersStandForTheFirstPage();
    void listsAllThatMatch();
    void aListThatIsQuickerThanThePageEndsTheSearch();
    void anAnswerToAnOlderQueryIsDropped();
    void newsAreInsertedAndRowsStay();
    void newsOfAnEmptyListAppearAtOnce();
    void failureOfTheFirstPageCanBeRetried();
    void whatStoodThereStaysUntilTheAnswer();
    void rowsWithoutAPostCannotBeSelected();
    void marksRead();
    void treeHasFoldersChannelsAndCounts();
    void treeKeepsIdentityWhileThingsChange();
    void treeHasSearchesAndTags();
    void newNamesAreAskedFor();
    void scopesSurviveAsText_data();
    void scopesSurviveAsText();
};

void TestPostModel::placeholdersStandForTheFirstPage()
{
    FakeEngine engine;
    PostModel model(engine);
    QCOMPARE(model.rowCount(), 0);
    model.setQuery({});
    QVERIFY(model.rowCount() > 0);
    QCOMPARE(model.postCount(), 0);
    QCOMPARE(model.index(0, 0).data(PostModel::IdRole).toLongLong(), 0);
    QVERIFY(!model.index(0, 0).data(Qt::DisplayRole).toString().isEmpty());
    QTRY_VERIFY(model.isLoaded());
    QVERIFY(model.at(0) != nullptr);
}

void TestPostModel::listsAllThatMatch()
{
    FakeEngine engine;
    PostModel model(engine);
    const QAbstractItemModelTester tester(&model);
    model.setQuery({});
    QTRY_VERIFY(model.isListed());
    QCOMPARE(model.ids(), idsOf(engine.data()));
    QCOMPARE(model.rowCount(), model.postCount());
    QCOMPARE(model.rowOf(model.idAt(1234)), 1234);
    QCOMPARE(model.rowOf(77), -1);
}

void TestPostModel::aListThatIsQuickerThanThePageEndsTheSearch()
{
    ManyPosts engine(5000);
    engine.holdPages = true;
    PostModel model(engine);
    model.setQuery({});
    QTRY_VERIFY(model.isListed());
    QVERIFY(model.isReading());
    QSignalSpy listChanged(&model, &PostModel::listChanged);
    QSignalSpy rowsCame(&model, &PostModel::dataChanged);
    engine.release();
    QVERIFY(!model.isReading());
    QCOMPARE(listChanged.size(), 1); // or the window would go on to say that it searches
    QCOMPARE(rowsCame.size(), 1);
    QCOMPARE(rowsCame.first().at(1).toModelIndex().row(), PostModel::firstPage - 1);
    QVERIFY(model.at(99) != nullptr);
    QCOMPARE(model.postCount(), 5000);
}

void TestPostModel::anAnswerToAnOlderQueryIsDropped()
{
    FakeEngine engine;
    PostModel model(engine);
    QSignalSpy answered(&model, &PostModel::queryAnswered);
    model.setQuery({});
    PostQuery query;
    query.channels = {engine.data().channels.first().id};
    model.setQuery(query);
    QTRY_VERIFY(model.isListed());
    QCOMPARE(answered.size(), 1);
    int expected = 0;
    for (const Post &post : engine.data().posts) {
        expected += post.channelId == query.channels.first();
    }
    QCOMPARE(model.postCount(), expected);
    QCOMPARE(model.at(0)->channelId, query.channels.first());
}

void TestPostModel::whatStoodThereStaysUntilTheAnswer()
{
    FakeEngine engine;
    PostModel model(engine);
    model.setQuery({});
    QTRY_VERIFY(model.isListed());
    const PostId first = model.idAt(0);
    PostQuery query;
    query.channels = {engine.data().channels.last().id};
    model.setQuery(query);
    QCOMPARE(model.idAt(0), first); // no flicker while one types
    QVERIFY(!model.isLoaded());
    QTRY_VERIFY(model.isLoaded());
    QVERIFY(model.idAt(0) != first);
}

void TestPostModel::newsAreInsertedAndRowsStay()
{
    FakeEngine engine;
    PostModel model(engine);
    const QAbstractItemModelTester tester(&model);
    model.setQuery({});
    QTRY_VERIFY(model.isListed());
    const QPersistentModelIndex tenth(model.index(10, 0));
    const PostId post = model.idAt(10);
    const PostId top = model.idAt(0);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QSignalSpy news(&model, &PostModel::newsCounted);
    engine.storePosts(7);
    model.readNews();
    QVERIFY(news.wait());
    QCOMPARE(news.at(0).at(0).toInt(), 7);
    QCOMPARE(model.idAt(0), top); // only counted
    model.showNews();
    QCOMPARE(reset.size(), 0);
    QCOMPARE(model.idAt(tenth.row()), post);
    QCOMPARE(model.ids(), idsOf(engine.data()));
    QCOMPARE(model.newsCount(), 0);
}

void TestPostModel::newsOfAnEmptyListAppearAtOnce()
{
    FakeEngine engine;
    PostModel model(engine);
    PostQuery query;
    query.postedFrom = QDateTime::currentMSecsSinceEpoch() - 1000;
    model.setQuery(query);
    QTRY_VERIFY(model.isListed());
    QCOMPARE(model.rowCount(), 0);
    engine.storePosts(2);
    model.readNews();
    QTRY_COMPARE(model.postCount(), 2);
}

void TestPostModel::failureOfTheFirstPageCanBeRetried()
{
    FakeEngine engine;
    PostModel model(engine);
    QSignalSpy failed(&model, &PostModel::failed);
    engine.failNext(Error{ErrorCode::DatabaseFailed, u"x"_qs, {}});
    model.setQuery({});
    QVERIFY(failed.wait());
    QVERIFY(model.hasFailed());
    QCOMPARE(model.rowCount(), 0);
    model.retry();
    QTRY_COMPARE(model.postCount(), int(engine.data().posts.size()));
    QVERIFY(!model.hasFailed());
}

void TestPostModel::rowsWithoutAPostCannotBeSelected()
{
    FakeEngine engine;
    PostModel model(engine);
    model.setQuery({});
    QVERIFY(!(model.index(0, 0).flags() & Qt::ItemIsSelectable));
    QTRY_VERIFY(model.isLoaded());
    QVERIFY(model.index(0, 0).flags() & Qt::ItemIsSelectable);
}

void TestPostModel::marksRead()
{
    FakeEngine engine;
    PostModel model(engine);
    PostQuery query;
    query.onlyUnread = true;
    model.setQuery(query);
    QTRY_VERIFY(model.isLoaded());
    QVERIFY(model.postCount() > 2);
    const PostId post = model.at(1)->id;
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setRead({post, 123'456'789}, true);
    QCOMPARE(changed.size(), 1);
    QVERIFY(!model.at(1)->unread);
    QCOMPARE(model.at(1)->id, post); // it stays in the list of unread ones while one reads
    model.setChannelsRead({});
    for (int row = 0; row < model.postCount(); ++row) {
        QVERIFY(!model.at(row)->unread);
    }
}

void TestPostModel::treeHasFoldersChannelsAndCounts()
{
    PostTreeModel tree;
    const QAbstractItemModelTester tester(&tree);
    tree.setRows({channel(1, u"Бета"_qs, u"Новости"_qs, 3), channel(2, u"Альфа"_qs, u"Новости"_qs, 4),
        channel(3, u"Loose"_qs, {}, 5), channel(4, u"Code"_qs, u"Техника"_qs, 0)});
    QCOMPARE(tree.rowCount(), 6); // All, Unread, Starred, two folders, the loose channel
    QCOMPARE(tree.unreadTotal(), 12);
    QCOMPARE(tree.index(1, 0).data(PostTreeModel::UnreadRole).toLongLong(), 12);
    const QModelIndex news = tree.index(3, 0);
    QCOMPARE(news.data().toString(), u"Новости"_qs);
    QCOMPARE(news.data(PostTreeModel::UnreadRole).toLongLong(), 7);
    QCOMPARE(tree.rowCount(news), 2);
    QCOMPARE(tree.index(0, 0, news).data().toString(), u"Альфа"_qs);
    QCOMPARE(tree.scopeAt(tree.index(5, 0)).channel, 3);
    PostScope folder;
    folder.kind = PostScope::Kind::Folder;
    folder.folder = u"Новости"_qs;
    QList<ChannelId> channels = tree.channelsOf(folder);
    std::sort(channels.begin(), channels.end());
    QCOMPARE(channels, (QList<ChannelId>{1, 2}));
    QVERIFY(tree.channelsOf(PostScope()).isEmpty());
}

void TestPostModel::treeKeepsIdentityWhileThingsChange()
{
    PostTreeModel tree;
    const QAbstractItemModelTester tester(&tree);
    tree.setRows({channel(1, u"Бета"_qs, u"Новости"_qs, 3), channel(2, u"Альфа"_qs, u"Новости"_qs, 4)});
    PostScope scope;
    scope.kind = PostScope::Kind::Channel;
    scope.channel = 1;
    const QPersistentModelIndex line(tree.indexOf(scope));
    QSignalSpy inserted(&tree, &QAbstractItemModel::rowsInserted);
    QSignalSpy removed(&tree, &QAbstractItemModel::rowsRemoved);
    tree.upsert({channel(1, u"Бета"_qs, u"Новости"_qs, 8)});
    QVERIFY(line.isValid());
    QCOMPARE(inserted.size() + removed.size(), 0);
    QCOMPARE(line.data(PostTreeModel::UnreadRole).toLongLong(), 8);
    tree.upsert({channel(1, u"Бета"_qs, u"Другое"_qs, 8)});
    QCOMPARE(tree.indexOf(scope).parent().data().toString(), u"Другое"_qs);
    tree.remove({1});
    QVERIFY(!tree.indexOf(scope).isValid());
    QCOMPARE(tree.rowCount(), 4); // the empty folder is gone with it
    QCOMPARE(tree.unreadTotal(), 4);
    tree.remove({2});
    QCOMPARE(tree.rowCount(), 3);
}

void TestPostModel::treeHasSearchesAndTags()
{
    PostTreeModel tree;
    const QAbstractItemModelTester tester(&tree);
    tree.setRows({channel(1, u"Бета"_qs, u"Новости"_qs, 3)});
    tree.setTags({{1, u"важное"_qs, 12}});
    tree.setSearches({{5, u"Банки"_qs, u"банк -реклама"_qs}, {6, u"Photos"_qs, u"has:photo"_qs}});
    tree.setHasDeleted(true);
    QStringList lines;
    for (int row = 0; row < tree.rowCount(); ++row) {
        lines.append(tree.scopeAt(tree.index(row, 0)).toText());
    }
    QCOMPARE(lines,
        (QStringList{u"all"_qs, u"unread"_qs, u"starred"_qs, u"deleted"_qs, u"group:searches"_qs, u"group:tags"_qs,
            u"folder:Новости"_qs}));
    PostScope search = PostScope::fromText(u"search:5"_qs);
    const QPersistentModelIndex banks(tree.indexOf(search));
    QVERIFY(banks.isValid());
    QCOMPARE(tree.textOf(search), u"банк -реклама"_qs);
    QCOMPARE(tree.textOf(PostScope::fromText(u"tag:важное"_qs)), u"tag:\"важное\""_qs);
    tree.setSearchCounts({{5, 1234, true}});
    QVERIFY(banks.data(PostTreeModel::CountRole).toString().endsWith(QLatin1Char('+')));
    QCOMPARE(tree.indexOf(PostScope::fromText(u"tag:важное"_qs)).data(PostTreeModel::CountRole).toString(), u"12"_qs);
    // Another order, one less: the line stays the same line.
    tree.setSearches({{6, u"Photos"_qs, u"has:photo"_qs}, {5, u"Banks"_qs, u"bank"_qs}});
    QCOMPARE(banks.row(), 1);
    QCOMPARE(banks.data().toString(), u"Banks"_qs);
    tree.setSearches({});
    tree.setTags({});
    tree.setHasDeleted(false);
    QCOMPARE(tree.rowCount(), 4);
    QVERIFY(!tree.indexOf(search).isValid());
}

void TestPostModel::newNamesAreAskedFor()
{
    PostTreeModel tree;
    tree.setTags({{1, u"old"_qs, 2}});
    const QModelIndex line = tree.indexOf(PostScope::fromText(u"tag:old"_qs));
    QSignalSpy asked(&tree, &PostTreeModel::renameRequested);
    QVERIFY(!tree.setData(line, u"  new "_qs));
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.at(0).at(1).toString(), u"new"_qs);
    QCOMPARE(line.data().toString(), u"old"_qs); // until the engine says so
    tree.setData(line, u" "_qs);
    tree.setData(line, u"old"_qs);
    QCOMPARE(asked.size(), 1);
}

void TestPostModel::scopesSurviveAsText_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("all") << u"all"_qs;
    QTest::newRow("unread") << u"unread"_qs;
    QTest::newRow("folder") << u"folder:channel:7"_qs;
    QTest::newRow("channel") << u"channel:42"_qs;
    QTest::newRow("starred") << u"starred"_qs;
    QTest::newRow("deleted") << u"deleted"_qs;
    QTest::newRow("search") << u"search:7"_qs;
    QTest::newRow("tag") << u"tag:to: read"_qs;
}

void TestPostModel::scopesSurviveAsText()
{
    QFETCH(QString, text);
    QCOMPARE(PostScope::fromText(text).toText(), text);
    QCOMPARE(PostScope::fromText(u"nonsense"_qs), PostScope());
}

QTEST_MAIN(TestPostModel)
#include "tst_postmodel.moc"
