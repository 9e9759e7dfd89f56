// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/fakeengine/fakeengine.h"
#include "ui/posts/postmodel.h"
#include "ui/posts/posttreemodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace vestnik;

namespace {

QList<PostId> idsOf(const PostModel &model)
{
    QList<PostId> ids;
    for (int row = 0; row < model.postCount(); ++row) {
        ids.append(model.at(row)->id);
    }
    return ids;
}

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
    void readsPageAfterPageUntilTheEnd();
    void anAnswerToAnOlderQueryIsDropped();
    void newsAreInsertedAndRowsStay();
    void moreNewsThanAPageReplaceTheList();
    void newsOfAnEmptyListAppear();
    void changedRowsAreAnnouncedAlone();
    void failureOfTheFirstPageCanBeRetried();
    void failureOfALaterPageKeepsTheRows();
    void rowsWithoutAPostCannotBeSelected();
    void marksRead();
    void treeHasFoldersChannelsAndCounts();
    void treeKeepsIdentityWhileThingsChange();
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
    QCOMPARE(model.postCount(), PostModel::pageSize);
    QCOMPARE(model.rowCount(), PostModel::pageSize + 1);
}

void TestPostModel::readsPageAfterPageUntilTheEnd()
{
    FakeEngine engine;
    PostModel model(engine);
    const QAbstractItemModelTester tester(&model);
    model.setQuery({});
    // The tester asks for more by itself; a second request while one is under way must be nothing.
    QTRY_VERIFY([&] {
        model.fetchMore({});
        model.fetchMore({});
        return model.postCount() == engine.data().posts.size();
    }());
    QCOMPARE(idsOf(model), idsOf(engine.data()));
    QCOMPARE(model.rowCount(), model.postCount());
}

void TestPostModel::anAnswerToAnOlderQueryIsDropped()
{
    FakeEngine engine;
    PostModel model(engine);
    QSignalSpy arrived(&model, &PostModel::pageArrived);
    model.setQuery({});
    PostQuery query;
    query.channels = {engine.data().channels.first().id};
    model.setQuery(query);
    QVERIFY(arrived.wait());
    QCOMPARE(arrived.size(), 1);
    for (int row = 0; row < model.postCount(); ++row) {
        QCOMPARE(model.at(row)->channelId, query.channels.first());
    }
}

void TestPostModel::newsAreInsertedAndRowsStay()
{
    FakeEngine engine;
    PostModel model(engine);
    const QAbstractItemModelTester tester(&model);
    model.setQuery({});
    QTRY_VERIFY(model.isLoaded());
    const QPersistentModelIndex tenth(model.index(10, 0));
    const PostId post = model.at(10)->id;
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QSignalSpy news(&model, &PostModel::newsArrived);
    engine.storePosts(7);
    model.readNews();
    QVERIFY(news.wait());
    QCOMPARE(news.at(0).at(0).toInt(), 7);
    QCOMPARE(reset.size(), 0);
    QCOMPARE(model.at(tenth.row())->id, post);
    QCOMPARE(idsOf(model), idsOf(engine.data()).first(model.postCount()));
}

void TestPostModel::moreNewsThanAPageReplaceTheList()
{
    FakeEngine engine;
    PostModel model(engine);
    const QAbstractItemModelTester tester(&model);
    model.setQuery({});
    QTRY_VERIFY(model.isLoaded());
    engine.storePosts(PostModel::pageSize + 50);
    QSignalSpy news(&model, &PostModel::newsArrived);
    model.readNews();
    QVERIFY(news.wait());
    QCOMPARE(idsOf(model), idsOf(engine.data()).first(PostModel::pageSize));
    QVERIFY(model.canFetchMore({}));
    QSignalSpy arrived(&model, &PostModel::pageArrived);
    model.fetchMore({});
    QVERIFY(arrived.wait());
    QCOMPARE(idsOf(model), idsOf(engine.data()).first(2 * PostModel::pageSize)); // no hole
}

void TestPostModel::newsOfAnEmptyListAppear()
{
    FakeEngine engine;
    PostModel model(engine);
    PostQuery query;
    query.text = u"a word that occurs nowhere"_qs;
    model.setQuery(query);
    QTRY_VERIFY(model.isLoaded());
    QCOMPARE(model.rowCount(), 0);
    QSignalSpy news(&model, &PostModel::newsArrived);
    model.readNews();
    QVERIFY(news.wait());
    QCOMPARE(model.rowCount(), 0);
}

void TestPostModel::changedRowsAreAnnouncedAlone()
{
    FakeEngine engine;
    PostModel model(engine);
    model.setQuery({});
    QTRY_VERIFY(model.isLoaded());
    int row = 0;
    while (!model.at(row)->unread) {
        ++row;
    }
    engine.markRead({model.at(row)->id}, true, nullptr, {});
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    QSignalSpy news(&model, &PostModel::newsArrived);
    model.readNews();
    QVERIFY(news.wait());
    QCOMPARE(news.at(0).at(0).toInt(), 0);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.at(0).at(0).toModelIndex().row(), row);
    QVERIFY(!model.at(row)->unread);
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
    QTRY_COMPARE(model.postCount(), PostModel::pageSize);
    QVERIFY(!model.hasFailed());
}

void TestPostModel::failureOfALaterPageKeepsTheRows()
{
    FakeEngine engine;
    PostModel model(engine);
    model.setQuery({});
    QTRY_VERIFY(model.isLoaded());
    QSignalSpy failed(&model, &PostModel::failed);
    engine.failNext(Error{ErrorCode::DatabaseFailed, u"x"_qs, {}});
    model.fetchMore({});
    QVERIFY(failed.wait());
    QCOMPARE(model.rowCount(), PostModel::pageSize);
    QVERIFY(!model.canFetchMore({}));
    model.retry();
    QTRY_COMPARE(model.postCount(), 2 * PostModel::pageSize);
}

void TestPostModel::rowsWithoutAPostCannotBeSelected()
{
    FakeEngine engine;
    PostModel model(engine);
    model.setQuery({});
    QVERIFY(!(model.index(0, 0).flags() & Qt::ItemIsSelectable));
    QTRY_VERIFY(model.isLoaded());
    QVERIFY(model.index(0, 0).flags() & Qt::ItemIsSelectable);
    QVERIFY(!(model.index(model.rowCount() - 1, 0).flags() & Qt::ItemIsSelectable));
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
    QCOMPARE(tree.rowCount(), 5); // All, Unread, two folders, the loose channel
    QCOMPARE(tree.unreadTotal(), 12);
    QCOMPARE(tree.index(1, 0).data(PostTreeModel::UnreadRole).toLongLong(), 12);
    const QModelIndex news = tree.index(2, 0);
    QCOMPARE(news.data().toString(), u"Новости"_qs);
    QCOMPARE(news.data(PostTreeModel::UnreadRole).toLongLong(), 7);
    QCOMPARE(tree.rowCount(news), 2);
    QCOMPARE(tree.index(0, 0, news).data().toString(), u"Альфа"_qs);
    QCOMPARE(tree.scopeAt(tree.index(4, 0)).channel, 3);
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
    QCOMPARE(tree.rowCount(), 3); // the empty folder is gone with it
    QCOMPARE(tree.unreadTotal(), 4);
    tree.remove({2});
    QCOMPARE(tree.rowCount(), 2);
}

void TestPostModel::scopesSurviveAsText_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("all") << u"all"_qs;
    QTest::newRow("unread") << u"unread"_qs;
    QTest::newRow("folder") << u"folder:channel:7"_qs;
    QTest::newRow("channel") << u"channel:42"_qs;
}

void TestPostModel::scopesSurviveAsText()
{
    QFETCH(QString, text);
    QCOMPARE(PostScope::fromText(text).toText(), text);
    QCOMPARE(PostScope::fromText(u"nonsense"_qs), PostScope());
}

QTEST_MAIN(TestPostModel)
#include "tst_postmodel.moc"
