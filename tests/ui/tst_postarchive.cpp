// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/manyposts.h"
#include "tests/ui/postspagefixture.h"
#include "ui/posts/postdatejump.h"
#include "ui/posts/postversions.h"
#include "ui/posts/postview.h"

#include <QCalendarWidget>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QTabBar>
#include <QToolButton>

using namespace vestnik;

/// What the Posts page does with an archive: searching it, marking posts, reading what became of them.
class TestPostArchive final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void searchIsCountedAndMarked();
    void nothingFoundOffersAWiderSearch();
    void relevanceNeedsWords();
    void marksByKeyboard();
    void spaceReadsOn();
    void tagsAndNoteOfAPost();
    void searchesAreSavedRenamedAndRemoved();
    void tagsInTheTree();
    void editsAreShownAsVersions();
    void repliesLeadToTheirPost();
    void severalPostsAtOnce();
    void deletedPostsGetALine();
    void removedChannelsVanish();
    void notIndexedIsSaid();
    void goToDateOpensACalendar();
    void lastSearchesAndOrderAreKept();
    void exportIsAskedFor();
};

void TestPostArchive::searchIsCountedAndMarked()
{
    PostsPageFixture f;
    QVERIFY(f.load());
    auto *count = f.page->findChild<QLabel *>(u"postsCount"_qs);
    f.search()->setText(u"мост"_qs);
    QTRY_COMPARE(f.model()->query().text, u"мост"_qs);
    QTRY_VERIFY(f.model()->isListed());
    int expected = 0;
    for (const Post &post : f.engine.data().posts) {
        expected += post.body.text.contains(u"мост"_qs, Qt::CaseInsensitive);
    }
    QVERIFY(expected > 1);
    QCOMPARE(f.model()->postCount(), expected);
    QTRY_VERIFY2(count->text().startsWith(QString::number(expected)), qPrintable(count->text()));
    f.select(0);
    QTRY_COMPARE(f.browser()->post().id, f.model()->idAt(0));
    QVERIFY(f.browser()->hitCount() > 0);
    QCOMPARE(f.browser()->currentHit(), -1);
    f.action("postsNextHit")->trigger();
    QCOMPARE(f.browser()->currentHit(), 0);
    f.action("postsPreviousHit")->trigger();
    QCOMPARE(f.browser()->currentHit(), f.browser()->hitCount() - 1); // around
    // What is marked is what was searched for.
    for (const QTextEdit::ExtraSelection &mark : f.browser()->extraSelections()) {
        QVERIFY2(mark.cursor.selectedText().startsWith(u"мост"_qs, Qt::CaseInsensitive),
            qPrintable(mark.cursor.selectedText()));
    }
    f.search()->clear();
    QTRY_COMPARE(f.browser()->hitCount(), 0);
    QVERIFY(!f.action("postsNextHit")->isEnabled());
}

void TestPostArchive::nothingFoundOffersAWiderSearch()
{
    PostsPageFixture f;
    QVERIFY(f.load());
    f.search()->setText(u"nowheretobefound"_qs);
    auto *sentence = f.page->findChild<QLabel *>(u"postsNoMatch"_qs);
    QTRY_VERIFY(sentence->isVisible());
    QVERIFY(sentence->text().contains(u"nowheretobefound"_qs));
    auto *wider = f.page->findChild<QPushButton *>(u"postsWiderSearch"_qs);
    QVERIFY(wider->isVisible());
    QTest::mouseClick(wider, Qt::LeftButton);
    QCOMPARE(f.search()->text(), u"nowheretobefound*"_qs);
    QTRY_VERIFY(f.model()->isListed() && sentence->isVisible());
    QVERIFY(!wider->isVisible()); // it is as wide as can be
}

void TestPostArchive::relevanceNeedsWords()
{
    PostsPageFixture f;
    QVERIFY(f.load());
    auto *order = f.page->findChild<QComboBox *>(u"postsOrder"_qs);
    QVERIFY(!order->isEnabled());
    QVERIFY(!order->toolTip().isEmpty());
    f.search()->setText(u"has:photo"_qs);
    QTRY_COMPARE(f.model()->query().text, u"has:photo"_qs);
    QVERIFY(!order->isEnabled());
    f.search()->setText(u"мост"_qs);
    QTRY_VERIFY(order->isEnabled());
    order->setCurrentIndex(1);
    Q_EMIT order->activated(1);
    QCOMPARE(f.model()->query().order, PostOrder::Relevance);
    f.search()->setText(u""_qs);
    QTRY_VERIFY(!order->isEnabled());
    QCOMPARE(order->currentIndex(), 0);
    QCOMPARE(f.model()->query().order, PostOrder::Newest);
    f.search()->setText(u"мост"_qs); // the choice was not forgotten
    QTRY_COMPARE(f.model()->query().order, PostOrder::Relevance);
}

void TestPostArchive::marksByKeyboard()
{
    PostsPageFixture f;
    QVERIFY(f.load());
    f.page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(f.page.get()));
    f.view()->setFocus();
    f.select(2);
    const PostId post = f.model()->idAt(2);
    QTest::keyClick(f.view(), Qt::Key_S);
    QVERIFY(f.model()->at(2)->starred);
    QTest::keyClick(f.view(), Qt::Key_S);
    QVERIFY(!f.model()->at(2)->starred);
    QCOMPARE(f.engine.calls().count(u"setStarred"_qs), 2);
    QTRY_VERIFY(!f.model()->at(2)->unread); // it has been read
    QTest::keyClick(f.view(), Qt::Key_U);
    QVERIFY(f.model()->at(2)->unread);
    QTest::keyClick(f.view(), Qt::Key_Slash);
    QCOMPARE(QGuiApplication::focusObject(), static_cast<QObject *>(f.search()));
    QTest::keyClick(f.search(), Qt::Key_Escape);
    QCOMPARE(QGuiApplication::focusObject(), static_cast<QObject *>(f.view()));
    QTest::keyClick(f.view(), Qt::Key_C, Qt::ControlModifier);
    const QStringList cells = QGuiApplication::clipboard()->text().split(QLatin1Char('\t'));
    QCOMPARE(cells.size(), 5);
    QCOMPARE(cells.last(), postUrl(f.model()->find(post)->channel, f.model()->find(post)->messageId));
}

void TestPostArchive::spaceReadsOn()
{
    PostsPageFixture f;
    QVERIFY(f.load());
    f.page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(f.page.get()));
    f.view()->setFocus();
    f.select(0);
    QTRY_COMPARE(f.browser()->post().id, f.model()->idAt(0));
    int unread = 1;
    while (!f.model()->at(unread)->unread) {
        ++unread;
    }
    QScrollBar *bar = f.browser()->verticalScrollBar();
    for (int i = 0; i < 20 && f.view()->currentIndex().row() == 0; ++i) {
        QVERIFY(f.view()->currentIndex().row() == 0 || bar->value() == bar->maximum());
        QTest::keyClick(f.view(), Qt::Key_Space);
    }
    QCOMPARE(f.view()->currentIndex().row(), unread);
    // Beyond what has been read of the list the store is asked.
    const PostId last = f.engine.data().posts.at(2900).id;
    f.engine.markChannelsRead({}, nullptr, {});
    f.engine.markRead({last}, false, nullptr, {});
    f.model()->refreshRows({});
    f.model()->setChannelsRead({});
    QTRY_VERIFY(f.model()->at(5) != nullptr && !f.model()->at(5)->unread);
    QTest::keyClick(f.view(), Qt::Key_N);
    QTRY_COMPARE(f.view()->currentIndex().data(PostModel::IdRole).toLongLong(), last);
}

void TestPostArchive::tagsAndNoteOfAPost()
{
    PostsPageFixture f;
    QVERIFY(f.load());
    f.page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(f.page.get()));
    f.view()->setFocus();
    f.select(1);
    const PostId post = f.model()->idAt(1);
    QTRY_COMPARE(f.browser()->post().id, post);
    QTest::keyClick(f.view(), Qt::Key_T);
    auto *edit = f.page->findChild<QLineEdit *>(u"postTagEdit"_qs);
    QTRY_VERIFY(edit->hasFocus());
    QTest::keyClicks(edit, u"to read"_qs); // letters are text here, not commands
    QTest::keyClick(edit, Qt::Key_Return);
    QTRY_COMPARE(f.reader()->details().tags, QStringList{u"to read"_qs});
    QTRY_VERIFY(f.view()->hasFocus());
    QTRY_VERIFY(f.page->findChild<QToolButton *>(u"postTagRemove"_qs));
    f.page->findChild<QToolButton *>(u"postTagRemove"_qs)->click();
    QTRY_VERIFY(f.reader()->details().tags.isEmpty());
    QCOMPARE(f.messages.size(), 1);
    f.messages.takeFirst().first().value<InfoMessage>().action(); // undo
    QTRY_COMPARE(f.reader()->details().tags, QStringList{u"to read"_qs});

    f.action("postsNote")->trigger();
    auto *note = f.page->findChild<QPlainTextEdit *>(u"postNote"_qs);
    QTRY_VERIFY(note->hasFocus());
    QTest::keyClicks(note, u"call them"_qs);
    QTest::keyClick(note, Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(f.reader()->details().note, u"call them"_qs);
    note->setPlainText(u"call him"_qs);
    f.view()->setFocus();
    f.select(2); // another post: what was typed belongs to the one before
    QTRY_COMPARE(f.browser()->post().id, f.model()->idAt(2));
    QVERIFY(note->toPlainText().isEmpty());
    f.select(1);
    QTRY_COMPARE(note->toPlainText(), u"call him"_qs);
}

void TestPostArchive::searchesAreSavedRenamedAndRemoved()
{
    PostsPageFixture f;
    QVERIFY(f.load());
    QVERIFY(!f.action("postsSaveSearch")->isEnabled());
    f.search()->setText(u"мост"_qs);
    QTRY_VERIFY(f.action("postsSaveSearch")->isEnabled());
    f.action("postsSaveSearch")->trigger();
    auto *name = f.page->findChild<QLineEdit *>(u"searchName"_qs);
    QVERIFY(name->isVisible());
    name->setText(u"Bridges"_qs);
    QTest::keyClick(name, Qt::Key_Return);
    const PostScope scope = PostScope::fromText(u"search:1"_qs);
    QTRY_VERIFY(f.tree()->model()->index(3, 0).data().isValid());
    auto *model = f.page->findChild<PostTreeModel *>();
    QTRY_VERIFY(model->indexOf(scope).isValid());
    f.search()->clear();
    f.tree()->setScope(scope);
    QTRY_COMPARE(f.model()->query().scope, u"мост"_qs);
    QTRY_VERIFY(f.model()->isListed());
    QVERIFY(f.model()->postCount() > 0 && f.model()->postCount() < f.engine.data().posts.size());
    model->setData(model->indexOf(scope), u"All bridges"_qs);
    QTRY_COMPARE(model->indexOf(scope).data().toString(), u"All bridges"_qs);
    f.messages.clear();
    QTest::keyClick(f.tree(), Qt::Key_Delete);
    QTRY_VERIFY(!model->indexOf(scope).isValid());
    QTRY_COMPARE(f.tree()->scope(), PostScope()); // its posts are not all that is left
    QTRY_VERIFY(f.model()->query().scope.isEmpty());
    QCOMPARE(f.messages.size(), 1);
    f.messages.first().first().value<InfoMessage>().action();
    QTRY_VERIFY(model->searches().size() == 1);
    QCOMPARE(model->searches().first().name, u"All bridges"_qs);
}

void TestPostArchive::tagsInTheTree()
{
    PostsPageFixture f;
    QVERIFY(f.load());
    const QList<PostId> posts{f.model()->idAt(1), f.model()->idAt(700)};
    f.engine.changeTags(posts, {u"work"_qs}, {}, nullptr, {});
    auto *model = f.page->findChild<PostTreeModel *>();
    PostScope scope = PostScope::fromText(u"tag:work"_qs);
    QTRY_VERIFY(model->indexOf(scope).isValid());
    QCOMPARE(model->indexOf(scope).data(PostTreeModel::CountRole).toString(), u"2"_qs);
    f.tree()->setScope(scope);
    QTRY_VERIFY(f.model()->isListed() && f.model()->postCount() == 2);
    QCOMPARE(f.model()->ids(), posts);
    model->setData(model->indexOf(scope), u"office"_qs);
    scope.tag = u"office"_qs;
    QTRY_COMPARE(f.tree()->scope(), scope); // chosen still, under its new name
    f.messages.clear();
    QTest::keyClick(f.tree(), Qt::Key_Delete);
    QTRY_VERIFY(!model->indexOf(scope).isValid());
    QTRY_COMPARE(f.messages.size(), 1);
    f.messages.first().first().value<InfoMessage>().action();
    QTRY_VERIFY(model->indexOf(scope).isValid());
}

void TestPostArchive::editsAreShownAsVersions()
{
    PostsPageFixture f;
    QVERIFY(f.load());
    f.select(1);
    QTRY_COMPARE(f.browser()->post().id, f.model()->idAt(1));
    auto *tabs = f.page->findChild<QTabBar *>(u"postTabs"_qs);
    QVERIFY(!tabs->isVisible());
    RichText body;
    body.text = u"Entirely new words"_qs;
    f.engine.editPost(f.model()->idAt(1), body);
    QTRY_VERIFY(tabs->isVisible()); // while it is being read
    QVERIFY(f.browser()->toPlainText().contains(u"Entirely new words"_qs));
    tabs->setCurrentIndex(1);
    auto *versions = f.page->findChild<PostVersions *>();
    QTRY_VERIFY(versions->isVisible() && versions->isDone());
    QVERIFY(versions->toPlainText().contains(u"Entirely"_qs));
    f.select(2);
    QTRY_COMPARE(f.browser()->post().id, f.model()->idAt(2));
    QVERIFY(f.browser()->isVisible());
}

void TestPostArchive::repliesLeadToTheirPost()
{
    PostsPageFixture f;
    QVERIFY(f.load());
    PostId reply = 0;
    PostId target = 0;
    for (const Post &post : f.engine.data().posts) {
        for (const Post &other : f.engine.data().posts) {
            if (post.replyTo && other.channelId == post.channelId && other.messageId == post.replyTo->messageId) {
                reply = post.id;
                target = other.id;
            }
        }
        if (reply != 0) {
            break;
        }
    }
    QVERIFY(reply != 0);
    f.select(f.model()->rowOf(reply));
    QTRY_COMPARE(f.browser()->post().id, reply);
    Q_EMIT f.browser()->anchorClicked(QUrl(u"vestnik:reply"_qs));
    QTRY_COMPARE(f.browser()->post().id, target);
    QCOMPARE(f.view()->currentIndex().data(PostModel::IdRole).toLongLong(), target);
}

void TestPostArchive::severalPostsAtOnce()
{
    PostsPageFixture f;
    QVERIFY(f.load());
    static_cast<PostView *>(f.view())->selectRows({0, 1, 2}, 0);
    f.action("postsStar")->trigger();
    for (int row = 0; row < 3; ++row) {
        QVERIFY(f.model()->at(row)->starred);
    }
    QCOMPARE(f.engine.calls().count(u"setStarred"_qs), 1);
    QCOMPARE(f.messages.size(), 1);
    f.messages.first().first().value<InfoMessage>().action();
    QVERIFY(!f.model()->at(1)->starred);
    f.action("postsCopyLink")->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text().split(QLatin1Char('\n')).size(), 3);
}

void TestPostArchive::deletedPostsGetALine()
{
    PostsPageFixture f;
    QVERIFY(f.load());
    auto *model = f.page->findChild<PostTreeModel *>();
    const PostScope scope = PostScope::fromText(u"deleted"_qs);
    QVERIFY(!model->indexOf(scope).isValid());
    f.select(1);
    QTRY_COMPARE(f.browser()->post().id, f.model()->idAt(1));
    f.engine.deletePosts({f.model()->idAt(1)});
    QTRY_VERIFY(f.reader()->details().deletedAt > 0);
    QTRY_VERIFY(f.model()->at(1) != nullptr && f.model()->at(1)->deleted); // kept, and marked
    QTRY_VERIFY(model->indexOf(scope).isValid());
    f.tree()->setScope(scope);
    QTRY_VERIFY(f.model()->isListed() && f.model()->postCount() == 1);
}

void TestPostArchive::removedChannelsVanish()
{
    PostsPageFixture f;
    QVERIFY(f.load());
    QTRY_VERIFY(f.model()->isListed());
    f.view()->verticalScrollBar()->setValue(3000);
    const PostId top = f.model()->idAt(f.view()->rowAt(0));
    f.engine.storePosts(3); // are only announced, even if the list is read again
    Q_EMIT f.engine.channelsRemoved({});
    QTRY_VERIFY(f.pill()->isVisible());
    QCOMPARE(f.model()->idAt(f.view()->rowAt(0)), top);
}

void TestPostArchive::notIndexedIsSaid()
{
    ManyPosts engine(500);
    engine.notIndexed = 1200;
    engine.complete = false;
    const QTemporaryDir dir;
    QSettings settings(dir.filePath(u"window.ini"_qs), QSettings::IniFormat);
    PostsPage page(engine, settings);
    page.resize(1200, 700);
    page.show();
    auto *note = page.findChild<QLabel *>(u"searchNote"_qs);
    QTRY_VERIFY(note->isVisible());
    QVERIFY2(note->text().contains(u"1,200"_qs), qPrintable(note->text()));
    auto *count = page.findChild<QLabel *>(u"postsCount"_qs);
    QVERIFY2(count->text().startsWith(u"500+"_qs), qPrintable(count->text()));
}

void TestPostArchive::goToDateOpensACalendar()
{
    ManyPosts engine(20'000);
    const QTemporaryDir dir;
    QSettings settings(dir.filePath(u"window.ini"_qs), QSettings::IniFormat);
    PostsPage page(engine, settings);
    page.resize(1200, 700);
    page.show();
    auto *model = page.findChild<PostModel *>();
    QTRY_VERIFY(model->isListed());
    page.findChild<QAction *>(u"postsGoToDate"_qs)->trigger();
    auto *popup = page.findChild<PostDateJump *>();
    QVERIFY(popup && popup->isVisible());
    const QDate day = QDateTime::fromMSecsSinceEpoch(engine.timeOf(10'000)).date();
    Q_EMIT popup->findChild<QCalendarWidget *>()->clicked(day);
    auto *view = page.findChild<PostView *>();
    const PostId top = model->idAt(view->topRow());
    QCOMPARE(QDateTime::fromMSecsSinceEpoch(postkey::timeOf(top)).date(), day);
    QVERIFY(QDateTime::fromMSecsSinceEpoch(postkey::timeOf(model->idAt(view->topRow() - 1))).date() > day);
}

void TestPostArchive::lastSearchesAndOrderAreKept()
{
    PostsPageFixture f;
    QVERIFY(f.load());
    f.search()->setText(u"мост"_qs);
    QTest::keyClick(f.search(), Qt::Key_Return);
    auto *order = f.page->findChild<QComboBox *>(u"postsOrder"_qs);
    order->setCurrentIndex(1);
    Q_EMIT order->activated(1);
    f.page.reset();
    f.settings.sync();
    PostsPage again(f.engine, f.settings);
    QCOMPARE(again.findChild<SearchEdit *>()->history(), QStringList{u"мост"_qs});
    again.findChild<SearchEdit *>()->setText(u"мост"_qs);
    QTRY_COMPARE(again.findChild<PostModel *>()->query().order, PostOrder::Relevance);
}

void TestPostArchive::exportIsAskedFor()
{
    PostsPageFixture f;
    QVERIFY(f.load());
    QSignalSpy asked(f.page.get(), &PostsPage::exportRequested);
    static_cast<PostView *>(f.view())->selectRows({3, 4}, 3);
    f.action("postsExportSelected")->trigger();
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.at(0).at(1).value<QList<PostId>>(), (QList<PostId>{f.model()->idAt(3), f.model()->idAt(4)}));
    f.search()->setText(u"мост"_qs);
    QTRY_COMPARE(f.model()->query().text, u"мост"_qs);
    f.action("postsExportResults")->trigger();
    QCOMPARE(asked.size(), 2);
    QVERIFY(asked.at(1).at(1).value<QList<PostId>>().isEmpty());
    QCOMPARE(asked.at(1).at(0).value<PostQuery>().text, u"мост"_qs);
}

QTEST_MAIN(TestPostArchive)
#include "tst_postarchive.moc"
