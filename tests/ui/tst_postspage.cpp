// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/fakeengine/fakeengine.h"
#include "tests/ui/postspagefixture.h"
#include "ui/posts/postbrowser.h"
#include "ui/posts/postdatefilter.h"
#include "ui/posts/postmodel.h"
#include "ui/posts/postspage.h"
#include "ui/posts/posttree.h"

#include <QClipboard>
#include <QComboBox>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include <memory>

using namespace vestnik;

namespace {

/// Takes the addresses that would go to the browser.
class Opened final : public QObject {
    Q_OBJECT

public:
    Opened() { QDesktopServices::setUrlHandler(u"https"_qs, this, "take"); }
    ~Opened() override { QDesktopServices::unsetUrlHandler(u"https"_qs); }
    QList<QUrl> urls;

public Q_SLOTS:
    void take(const QUrl &url) { urls.append(url); }
};

} // namespace

class TestPostsPage final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void emptyStoreSaysWhatToDo();
    void selectingShowsThePost();
    void aShownPostIsReadAfterAWhile();
    void aClickedPostIsReadAtOnce();
    void markedUnreadStaysUnread();
    void lettersWalkThroughThePosts();
    void enterOpensInTheBrowser();
    void newsAtTheTopAreAnnouncedToo();
    void newsAreAnnouncedWhileOneReads();
    void treeChoosesWhatIsListed();
    void searchFindsAndOffersToClear();
    void datesFilter();
    void openWithChannel();
    void whatWasChosenIsKept();
    void unreadIsCounted();
    void picturesComeWhenAskedFor();
    void tagSearches();
    void markAllRead();
    void failureOffersToTryAgain();
    void dateFilterSpans_data();
    void dateFilterSpans();
};

void TestPostsPage::emptyStoreSaysWhatToDo()
{
    PostsPageFixture f(FakeEngine::Content::Empty);
    QTRY_VERIFY(f.model()->isLoaded());
    QTRY_VERIFY(!f.view()->isVisible());
    QSignalSpy requested(f.page.get(), &Page::pageRequested);
    QPushButton *button = nullptr;
    QTRY_VERIFY([&] {
        for (auto *candidate : f.page->findChildren<QPushButton *>(u"emptyStateButton"_qs)) {
            button = candidate->isVisible() ? candidate : button;
        }
        return button != nullptr;
    }());
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(requested.size(), 1);
    QCOMPARE(requested.at(0).at(1).toString(), u"add"_qs);
}

void TestPostsPage::selectingShowsThePost()
{
    PostsPageFixture f;
    QVERIFY(f.load());
    f.select(3);
    QTRY_COMPARE(f.browser()->post().id, f.model()->idAt(3));
    QTRY_VERIFY(f.browser()->isVisible());
    QVERIFY(!f.browser()->toPlainText().isEmpty());
}

void TestPostsPage::aShownPostIsReadAfterAWhile()
{
    PostsPageFixture f;
    QVERIFY(f.load());
    QVERIFY(f.model()->at(0)->unread);
    const PostId post = f.model()->idAt(0);
    f.select(0);
    QTRY_COMPARE(f.browser()->post().id, post);
    QVERIFY(f.model()->at(0)->unread); // not yet
    QTRY_VERIFY(!f.model()->at(0)->unread);
    QVERIFY(f.engine.calls().contains(u"markRead"_qs));
    QVERIFY(!f.engine.data().unread.contains(post));
}

void TestPostsPage::aClickedPostIsReadAtOnce()
{
    PostsPageFixture f;
    QVERIFY(f.load());
    QVERIFY(QTest::qWaitForWindowExposed(f.page.get()));
    const QRect row = f.view()->visualRect(f.view()->model()->index(1, 0));
    QVERIFY(f.model()->at(1)->unread);
    QTest::mouseClick(f.view()->viewport(), Qt::LeftButton, Qt::NoModifier, row.center());
    QVERIFY(!f.model()->at(1)->unread);
}

void TestPostsPage::markedUnreadStaysUnread()
{
    PostsPageFixture f;
    QVERIFY(f.load());
    f.select(0);
    QTRY_VERIFY(!f.model()->at(0)->unread);
    f.action("postsToggleRead")->trigger();
    QVERIFY(f.model()->at(0)->unread);
    QVERIFY(f.engine.data().unread.contains(f.model()->idAt(0)));
    f.action("postsToggleRead")->trigger();
    QVERIFY(!f.model()->at(0)->unread);
}

void TestPostsPage::lettersWalkThroughThePosts()
{
    PostsPageFixture f;
    QVERIFY(f.load());
    f.page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(f.page.get()));
    f.view()->setFocus();
    f.select(0);
    QTest::keyClick(f.view(), Qt::Key_J);
    QCOMPARE(f.view()->currentIndex().row(), 1);
    QTest::keyClick(f.view(), Qt::Key_J);
    QCOMPARE(f.view()->currentIndex().row(), 2);
    QTest::keyClick(f.view(), Qt::Key_K);
    QTest::keyClick(f.view(), Qt::Key_K);
    QCOMPARE(f.view()->currentIndex().row(), 0);
    QTest::keyClick(f.view(), Qt::Key_K);
    QCOMPARE(f.view()->currentIndex().row(), 0);
    QTRY_VERIFY(!f.action("postsPrevious")->isEnabled());
}

void TestPostsPage::enterOpensInTheBrowser()
{
    Opened opened;
    PostsPageFixture f;
    QVERIFY(f.load());
    f.page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(f.page.get()));
    f.view()->setFocus();
    f.select(2);
    QTRY_VERIFY(f.action("postsOpen")->isEnabled());
    QTest::keyClick(f.view(), Qt::Key_Return);
    QTRY_COMPARE(opened.urls.size(), 1);
    QCOMPARE(opened.urls.first().toString(), postUrl(f.model()->at(2)->channel, f.model()->at(2)->messageId));
    f.action("postsCopyLink")->trigger();
    QTRY_COMPARE(f.browser()->post().id, f.model()->idAt(2));
    f.action("postsCopyLink")->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), opened.urls.first().toString());
}

void TestPostsPage::newsAtTheTopAreAnnouncedToo()
{
    PostsPageFixture f;
    QVERIFY(f.load());
    const PostId top = f.model()->idAt(0);
    f.engine.storePosts(5);
    QTRY_VERIFY(f.pill()->isVisible());
    QCOMPARE(f.model()->idAt(0), top);
    f.page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(f.page.get()));
    f.view()->setFocus();
    QTest::keyClick(f.view(), Qt::Key_G);
    QCOMPARE(f.model()->idAt(0), f.engine.data().posts.first().id);
    QCOMPARE(f.view()->verticalScrollBar()->value(), 0);
    QVERIFY(!f.pill()->isVisible());
}

void TestPostsPage::newsAreAnnouncedWhileOneReads()
{
    PostsPageFixture f;
    QVERIFY(f.load());
    f.select(4);
    const PostId reading = f.model()->idAt(4);
    QTRY_COMPARE(f.browser()->post().id, reading);
    const PostId top = f.model()->idAt(0);
    f.engine.storePosts(14);
    QTRY_VERIFY(f.pill()->isVisible());
    QVERIFY2(f.pill()->text().contains(u"14"_qs), qPrintable(f.pill()->text()));
    QCOMPARE(f.model()->idAt(0), top); // nothing moved
    f.engine.storePosts(2);
    QTRY_VERIFY(f.pill()->text().contains(u"16"_qs));
    QTest::mouseClick(f.pill(), Qt::LeftButton);
    QTRY_COMPARE(f.model()->idAt(0), f.engine.data().posts.first().id);
    QVERIFY(!f.pill()->isVisible());
    QCOMPARE(f.view()->currentIndex().data(PostModel::IdRole).toLongLong(), reading); // still the same post
}

void TestPostsPage::treeChoosesWhatIsListed()
{
    PostsPageFixture f;
    QVERIFY(f.load());
    const ChannelRow channel = f.engine.data().channels.at(2);
    PostScope scope;
    scope.kind = PostScope::Kind::Channel;
    scope.channel = channel.id;
    f.tree()->setScope(scope);
    QTRY_VERIFY(f.model()->isLoaded() && f.model()->postCount() > 0);
    for (int row = 0; row < f.model()->postCount() && f.model()->at(row) != nullptr; ++row) {
        QCOMPARE(f.model()->at(row)->channelId, channel.id);
    }
    scope = PostScope();
    scope.kind = PostScope::Kind::Unread;
    f.tree()->setScope(scope);
    QTRY_VERIFY(f.model()->isLoaded() && f.model()->query().onlyUnread);
    QVERIFY(f.model()->at(0)->unread);
}

void TestPostsPage::searchFindsAndOffersToClear()
{
    PostsPageFixture f;
    QVERIFY(f.load());
    auto *search = f.search();
    QVERIFY(search);
    search->setText(u"no such words anywhere"_qs);
    QTRY_COMPARE(f.model()->query().text, u"no such words anywhere"_qs);
    QTRY_VERIFY(!f.view()->isVisible());
    QVERIFY(f.action("postsClearFilters")->isEnabled());
    f.action("postsClearFilters")->trigger();
    QTRY_VERIFY(f.view()->isVisible());
    QTRY_COMPARE(f.model()->postCount(), int(f.engine.data().posts.size()));
    QVERIFY(search->text().isEmpty());
    QVERIFY(!f.action("postsClearFilters")->isEnabled());
}

void TestPostsPage::datesFilter()
{
    PostsPageFixture f;
    QVERIFY(f.load());
    f.page->findChild<QComboBox *>(u"postsDateSpan"_qs)->setCurrentIndex(2); // yesterday
    QTRY_VERIFY(f.model()->isLoaded());
    const PostQuery query = f.model()->query();
    QCOMPARE(query.postedTo, QDate::currentDate().startOfDay().toMSecsSinceEpoch());
    QCOMPARE(query.postedFrom, QDate::currentDate().addDays(-1).startOfDay().toMSecsSinceEpoch());
    for (int row = 0; row < f.model()->postCount() && f.model()->at(row) != nullptr; ++row) {
        QVERIFY(f.model()->at(row)->postedAt >= query.postedFrom && f.model()->at(row)->postedAt < query.postedTo);
    }
}

void TestPostsPage::openWithChannel()
{
    PostsPageFixture f;
    const ChannelId channel = f.engine.data().channels.at(6).id;
    f.page->openWith(QVariantMap{{u"channel"_qs, channel}}); // before the tree is filled
    QVERIFY(f.load());
    QTRY_COMPARE(f.tree()->scope().channel, channel);
    QCOMPARE(f.model()->query().channels, QList<ChannelId>{channel});
}

void TestPostsPage::whatWasChosenIsKept()
{
    PostsPageFixture f;
    QVERIFY(f.load());
    PostScope scope;
    scope.kind = PostScope::Kind::Channel;
    scope.channel = f.engine.data().channels.at(2).id;
    f.tree()->setScope(scope);
    f.page->findChild<QComboBox *>(u"postsDateSpan"_qs)->setCurrentIndex(3);
    f.page.reset();
    f.settings.sync();
    PostsPage again(f.engine, f.settings);
    auto *tree = again.findChild<PostTree *>();
    QTRY_COMPARE(tree->scope(), scope);
    QCOMPARE(again.findChild<PostModel *>()->query().channels, QList<ChannelId>{scope.channel});
    QVERIFY(again.findChild<PostModel *>()->query().postedFrom > 0);
}

void TestPostsPage::unreadIsCounted()
{
    FakeEngine engine;
    const QTemporaryDir dir;
    QSettings settings(dir.filePath(u"window.ini"_qs), QSettings::IniFormat);
    PostsPage page(engine, settings);
    QSignalSpy counter(&page, &Page::counterChanged);
    QTRY_VERIFY(!counter.isEmpty());
    QTRY_VERIFY(!counter.last().at(0).toString().isEmpty());
}

void TestPostsPage::picturesComeWhenAskedFor()
{
    PostsPageFixture f;
    QVERIFY(f.load());
    int row = 0;
    while (row < f.model()->postCount() && f.model()->at(row)->kind != PostKind::Photo) {
        ++row;
    }
    QVERIFY(row < f.model()->postCount());
    f.select(row);
    QTRY_COMPARE(f.browser()->post().id, f.model()->idAt(row));
    QVERIFY(!f.engine.calls().contains(u"loadPicture"_qs));
    Q_EMIT f.browser()->anchorClicked(QUrl(PostHtml::pictureAddress(0)));
    QTRY_COMPARE(f.browser()->viewState().pictures.value(0).kind, PictureState::Kind::Shown);
    QCOMPARE(f.engine.calls().count(u"loadPicture"_qs), 1);
}

void TestPostsPage::tagSearches()
{
    PostsPageFixture f;
    QVERIFY(f.load());
    f.select(0);
    QTRY_VERIFY(f.browser()->isVisible());
    Q_EMIT f.browser()->anchorClicked(QUrl(tagAddress(u"новости"_qs)));
    QTRY_COMPARE(f.model()->query().text, u"новости"_qs);
}

void TestPostsPage::markAllRead()
{
    PostsPageFixture f;
    QVERIFY(f.load());
    QTRY_VERIFY(f.action("postsMarkAllRead")->isEnabled());
    f.action("postsMarkAllRead")->trigger();
    QTRY_VERIFY(f.engine.data().unread.isEmpty());
    QVERIFY(!f.model()->at(0)->unread);
    QTRY_VERIFY(!f.action("postsMarkAllRead")->isEnabled());
}

void TestPostsPage::failureOffersToTryAgain()
{
    FakeEngine engine;
    engine.failNext(Error{ErrorCode::DatabaseFailed, u"broken"_qs, {}});
    const QTemporaryDir dir;
    QSettings settings(dir.filePath(u"window.ini"_qs), QSettings::IniFormat);
    PostsPage page(engine, settings);
    page.resize(1200, 700);
    page.show();
    auto *view = page.findChild<QTableView *>(u"postsView"_qs);
    QTRY_VERIFY(!view->isVisible());
    page.findChild<QAction *>(u"postsReload"_qs)->trigger();
    QTRY_VERIFY(view->isVisible());
    QTRY_COMPARE(page.findChild<PostModel *>()->postCount(), int(engine.data().posts.size()));
}

void TestPostsPage::dateFilterSpans_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QDate>("from");
    QTest::addColumn<QDate>("to");
    QTest::newRow("any") << u"any"_qs << QDate() << QDate();
    QTest::newRow("today") << u"today"_qs << QDate(2026, 3, 10) << QDate();
    QTest::newRow("yesterday") << u"yesterday"_qs << QDate(2026, 3, 9) << QDate(2026, 3, 10);
    QTest::newRow("week") << u"week"_qs << QDate(2026, 3, 4) << QDate();
    QTest::newRow("month") << u"month"_qs << QDate(2026, 2, 9) << QDate();
    QTest::newRow("between") << u"2025-12-30/2026-01-02"_qs << QDate(2025, 12, 30) << QDate(2026, 1, 3);
}

void TestPostsPage::dateFilterSpans()
{
    QFETCH(QString, text);
    QFETCH(QDate, from);
    QFETCH(QDate, to);
    const auto start = [](const QDate &date) { return date.isValid() ? date.startOfDay().toMSecsSinceEpoch() : 0; };
    PostDateFilter filter;
    filter.setText(text);
    QCOMPARE(filter.toText(), text);
    QCOMPARE(filter.from(QDate(2026, 3, 10)), start(from));
    QCOMPARE(filter.to(QDate(2026, 3, 10)), start(to));
    QCOMPARE(filter.isFiltering(), text != u"any"_qs);
    filter.clear();
    QVERIFY(!filter.isFiltering());
    filter.setText(u"rubbish"_qs);
    QVERIFY(!filter.isFiltering());
}

QTEST_MAIN(TestPostsPage)
#include "tst_postspage.moc"
