// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/fakeengine/fakeengine.h"
#include "tests/ui/manyposts.h"
#include "ui/posts/postbrowser.h"
#include "ui/posts/postdatefilter.h"
#include "ui/posts/postdatejump.h"
#include "ui/posts/postmodel.h"
#include "ui/posts/postreader.h"
#include "ui/posts/postspage.h"
#include "ui/posts/posttree.h"
#include "ui/posts/postversions.h"
#include "ui/posts/postview.h"
#include "ui/posts/searchedit.h"

#include <QCalendarWidget>
#include <QClipboard>
#include <QComboBox>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QTabBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QUrl>

#include <memory>

using namespace vestnik;

namespace {

struct Fixture {
    explicit Fixture(FakeEngine::Content content = FakeEngine::Content::Sample)
        : engine(content)
        , settings(dir.filePath(u"window.ini"_qs), QSettings::IniFormat)
        , page(std::make_unique<PostsPage>(engine, settings))
        , messages(page.get(), &Page::messageRequested)
    {
        page->resize(1200, 700);
        page->show();
    }

    [[nodiscard]] PostModel *model() const { return page->findChild<PostModel *>(); }
    [[nodiscard]] QTableView *view() const { return page->findChild<QTableView *>(u"postsView"_qs); }
    [[nodiscard]] PostTree *tree() const { return page->findChild<PostTree *>(); }
    [[nodiscard]] PostBrowser *browser() const { return page->findChild<PostBrowser *>(); }
    [[nodiscard]] SearchEdit *search() const { return page->findChild<SearchEdit *>(); }
    [[nodiscard]] PostReader *reader() const { return page->findChild<PostReader *>(); }
    [[nodiscard]] QPushButton *pill() const { return page->findChild<QPushButton *>(u"postsNewsPill"_qs); }
    [[nodiscard]] QAction *action(const char *name) const { return page->findChild<QAction *>(QLatin1String(name)); }
    [[nodiscard]] bool load()
    {
        return QTest::qWaitFor([this] { return model()->isLoaded() && tree()->model()->rowCount() > 2; });
    }
    void select(int row) { view()->selectRow(row); }

    QTemporaryDir dir;
    FakeEngine engine;
    QSettings settings;
    std::unique_ptr<PostsPage> page;
    QSignalSpy messages;
};

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

void TestPostsPage::emptyStoreSaysWhatToDo()
{
    Fixture f(FakeEngine::Content::Empty);
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
    Fixture f;
    QVERIFY(f.load());
    f.select(3);
    QTRY_COMPARE(f.browser()->post().id, f.model()->idAt(3));
    QTRY_VERIFY(f.browser()->isVisible());
    QVERIFY(!f.browser()->toPlainText().isEmpty());
}

void TestPostsPage::aShownPostIsReadAfterAWhile()
{
    Fixture f;
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
    Fixture f;
    QVERIFY(f.load());
    QVERIFY(QTest::qWaitForWindowExposed(f.page.get()));
    const QRect row = f.view()->visualRect(f.view()->model()->index(1, 0));
    QVERIFY(f.model()->at(1)->unread);
    QTest::mouseClick(f.view()->viewport(), Qt::LeftButton, Qt::NoModifier, row.center());
    QVERIFY(!f.model()->at(1)->unread);
}

void TestPostsPage::markedUnreadStaysUnread()
{
    Fixture f;
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
    Fixture f;
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
    Fixture f;
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
    Fixture f;
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
    Fixture f;
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
    Fixture f;
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
    Fixture f;
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
    Fixture f;
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
    Fixture f;
    const ChannelId channel = f.engine.data().channels.at(6).id;
    f.page->openWith(QVariantMap{{u"channel"_qs, channel}}); // before the tree is filled
    QVERIFY(f.load());
    QTRY_COMPARE(f.tree()->scope().channel, channel);
    QCOMPARE(f.model()->query().channels, QList<ChannelId>{channel});
}

void TestPostsPage::whatWasChosenIsKept()
{
    Fixture f;
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
    Fixture f;
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
    Fixture f;
    QVERIFY(f.load());
    f.select(0);
    QTRY_VERIFY(f.browser()->isVisible());
    Q_EMIT f.browser()->anchorClicked(QUrl(tagAddress(u"новости"_qs)));
    QTRY_COMPARE(f.model()->query().text, u"новости"_qs);
}

void TestPostsPage::markAllRead()
{
    Fixture f;
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

void TestPostsPage::searchIsCountedAndMarked()
{
    Fixture f;
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

void TestPostsPage::nothingFoundOffersAWiderSearch()
{
    Fixture f;
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

void TestPostsPage::relevanceNeedsWords()
{
    Fixture f;
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

void TestPostsPage::marksByKeyboard()
{
    Fixture f;
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

void TestPostsPage::spaceReadsOn()
{
    Fixture f;
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

void TestPostsPage::tagsAndNoteOfAPost()
{
    Fixture f;
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

void TestPostsPage::searchesAreSavedRenamedAndRemoved()
{
    Fixture f;
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

void TestPostsPage::tagsInTheTree()
{
    Fixture f;
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

void TestPostsPage::editsAreShownAsVersions()
{
    Fixture f;
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

void TestPostsPage::repliesLeadToTheirPost()
{
    Fixture f;
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

void TestPostsPage::severalPostsAtOnce()
{
    Fixture f;
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

void TestPostsPage::deletedPostsGetALine()
{
    Fixture f;
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

void TestPostsPage::removedChannelsVanish()
{
    Fixture f;
    QVERIFY(f.load());
    QTRY_VERIFY(f.model()->isListed());
    f.view()->verticalScrollBar()->setValue(3000);
    const PostId top = f.model()->idAt(f.view()->rowAt(0));
    f.engine.storePosts(3); // are only announced, even if the list is read again
    Q_EMIT f.engine.channelsRemoved({});
    QTRY_VERIFY(f.pill()->isVisible());
    QCOMPARE(f.model()->idAt(f.view()->rowAt(0)), top);
}

void TestPostsPage::notIndexedIsSaid()
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

void TestPostsPage::goToDateOpensACalendar()
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

void TestPostsPage::lastSearchesAndOrderAreKept()
{
    Fixture f;
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

void TestPostsPage::exportIsAskedFor()
{
    Fixture f;
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

QTEST_MAIN(TestPostsPage)
#include "tst_postspage.moc"
