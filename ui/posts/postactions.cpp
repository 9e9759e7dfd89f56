// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/posts/postactions.h"

#include <QMenu>
#include <QWidget>

namespace vestnik {

PostActions::PostActions(QWidget *page)
    : PageActions(page)
    , next(makeUnplaced("postsNext", tr("&Next post"), "down", {QKeySequence(Qt::Key_J)}))
    , previous(makeUnplaced("postsPrevious", tr("Pre&vious post"), "up", {QKeySequence(Qt::Key_K)}))
    , nextUnread(makeUnplaced("postsNextUnread", tr("Next &unread post"), "", {QKeySequence(Qt::Key_N)}))
    , previousUnread(makeUnplaced("postsPreviousUnread", tr("Previous unread post"), "", {QKeySequence(Qt::Key_P)}))
    , readOn(makeUnplaced("postsReadOn", tr("Scroll, then next unread"), "", {QKeySequence(Qt::Key_Space)}))
    , showNews(makeUnplaced("postsShowNews", tr("Show new posts"), "", {QKeySequence(Qt::Key_G)}))
    , goToDate(makeUnplaced("postsGoToDate", tr("&Go to date…"), "calendar", {QKeySequence(Qt::CTRL | Qt::Key_G)}))
    , open(makeUnplaced(
          "postsOpen", tr("Open in &browser"), "window", {QKeySequence(Qt::Key_Return), QKeySequence(Qt::Key_Enter)}))
    , showChannel(makeUnplaced("postsShowChannel", tr("Show the &channel"), "channels"))
    , star(makeUnplaced("postsStar", tr("&Star"), "star", {QKeySequence(Qt::Key_S)}))
    , tag(makeUnplaced("postsTag", tr("&Tag…"), "tag", {QKeySequence(Qt::Key_T)}))
    , note(makeUnplaced("postsNote", tr("N&ote"), "note", {QKeySequence(Qt::SHIFT | Qt::Key_N)}))
    , toggleRead(makeUnplaced(
          "postsToggleRead", tr("Mark as &unread"), "unread", {QKeySequence(Qt::Key_M), QKeySequence(Qt::Key_U)}))
    , markAllRead(makeUnplaced("postsMarkAllRead", tr("Mark &all as read"), "check"))
    , copyRows(makeUnplaced("postsCopyRows", tr("Copy &rows"), "", {QKeySequence(QKeySequence::Copy)}))
    , copyText(
          makeUnplaced("postsCopyText", tr("Copy &text"), "copy", {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C)}))
    , copyLink(
          makeUnplaced("postsCopyLink", tr("Copy &link"), "link", {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L)}))
    , nextHit(makeUnplaced("postsNextHit", tr("Next word found"), "", {QKeySequence(Qt::Key_F3)}))
    , previousHit(
          makeUnplaced("postsPreviousHit", tr("Previous word found"), "", {QKeySequence(Qt::SHIFT | Qt::Key_F3)}))
    , showPictures(makeUnplaced("postsShowPictures", tr("Show &pictures"), "photo", {QKeySequence(Qt::Key_I)}))
    , search(makeUnplaced("postsSearch", tr("S&earch…"), "search", {QKeySequence(Qt::Key_Slash)}))
    , saveSearch(makeUnplaced("postsSaveSearch", tr("&Save search…"), "star", {QKeySequence(Qt::CTRL | Qt::Key_S)}))
    , exportSelected(makeUnplaced("postsExportSelected", tr("E&xport selected posts…"), "export"))
    , exportResults(
          makeUnplaced("postsExportResults", tr("Export these results…"), "", {QKeySequence(Qt::CTRL | Qt::Key_E)}))
    , backToList(makeUnplaced("postsBackToList", tr("Back to the list"), "", {QKeySequence(Qt::Key_Escape)}))
    , reload(makeUnplaced("postsReload", tr("&Refresh"), "refresh")) // F5 is the window's
    , clearFilters(makeUnplaced("postsClearFilters", tr("Clear &filters"), "filter"))
    , addChannels(makeUnplaced("postsAddChannels", tr("Add channels…"), "add"))
    , parseAll(makeUnplaced("postsParseAll", tr("Parse all now"), "download"))
{
    update({});
    for (QAction *action : {reload, readOn, search, backToList}) {
        allow(action, true, {});
    }
}

void PostActions::addTo(QWidget *list, QWidget *reader, QWidget *text)
{
    for (QAction *action : menu()) {
        if (action == nullptr) {
            continue;
        }
        if (action == readOn) { // buttons of the reader are pressed by this key, too
            list->addAction(action);
            text->addAction(action);
        } else if (action == open || action == copyRows) {
            list->addAction(action); // in the text these open a link and copy what is marked
        } else if (action == backToList) {
            reader->addAction(action);
        } else {
            list->addAction(action);
            reader->addAction(action);
        }
    }
}

void PostActions::update(const PostActionState &state)
{
    const QString noPost = tr("Select a post first.");
    const QString noResults = tr("There are no posts here.");
    const bool some = state.selected > 0 || state.hasPost;
    toggleRead->setText(state.unread ? tr("Mark as &read") : tr("Mark as &unread"));
    star->setText(state.starred ? tr("Remove the &star") : tr("&Star"));
    setIcon(star, state.starred ? QStringLiteral("star-on") : QStringLiteral("star"));
    allow(next, state.hasNext, tr("There is no post below."));
    allow(previous, state.hasPrevious, tr("There is no post above."));
    allow(nextUnread, state.hasNext, tr("There is no post below."));
    allow(previousUnread, state.hasPrevious, tr("There is no post above."));
    allow(showNews, state.hasNews, tr("There are no new posts."));
    allow(goToDate, state.hasResults && state.byTime,
        state.hasResults ? tr("The list is not in the order of time.") : noResults);
    for (QAction *action : {open, showChannel, note, copyText, showPictures}) {
        allow(action, state.hasPost, noPost);
    }
    for (QAction *action : {star, tag, toggleRead, copyRows, copyLink, exportSelected}) {
        allow(action, some, noPost);
    }
    allow(markAllRead, state.anyUnread, tr("There is nothing unread here."));
    for (QAction *action : {nextHit, previousHit}) {
        allow(action, state.hasHits, tr("No words of the search stand in this post."));
    }
    allow(saveSearch, state.hasSearch, tr("Type a search first."));
    allow(exportResults, state.hasResults, noResults);
    allow(clearFilters, state.filtering, tr("Nothing is filtered."));
}

void PostActions::popupMenu(const QPoint &globalPosition)
{
    auto *menuWidget = new QMenu(static_cast<QWidget *>(parent()));
    menuWidget->setAttribute(Qt::WA_DeleteOnClose);
    menuWidget->setToolTipsVisible(true);
    for (QAction *action : menu()) {
        if (action == nullptr) {
            menuWidget->addSeparator();
        } else {
            menuWidget->addAction(action);
        }
    }
    menuWidget->popup(globalPosition);
}

QList<QAction *> PostActions::menu() const
{
    return {next, previous, nextUnread, previousUnread, readOn, showNews, goToDate, nullptr, open, showChannel,
        showPictures, nullptr, star, tag, note, toggleRead, markAllRead, nullptr, copyRows, copyText, copyLink, nullptr,
        search, saveSearch, nextHit, previousHit, clearFilters, nullptr, exportSelected, exportResults, nullptr,
        backToList, reload};
}

} // namespace vestnik
