// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The Posts page: from the tree and the search to the list, and what the engine tells.

#include "ui/posts/postspage.h"

#include <QComboBox>
#include <QDateTime>
#include <QSignalBlocker>

#include "ui/posts/postactions.h"
#include "ui/posts/postcommands.h"
#include "ui/posts/postdatefilter.h"
#include "ui/posts/postlist.h"
#include "ui/posts/postmodel.h"
#include "ui/posts/postreader.h"
#include "ui/posts/posttree.h"
#include "ui/posts/postview.h"
#include "ui/posts/searchbar.h"
#include "ui/posts/searchedit.h"
#include "ui/posts/searchstrip.h"
#include "ui/widgets/layoutkeeper.h"
#include "ui/widgets/texts.h"

#include <algorithm>
#include <utility>

namespace vestnik {
namespace {

constexpr int newsMs = 1000;
constexpr int ageingMs = 60'000;
constexpr int deletedMs = 2000;
constexpr int treePartsInAll = 3;

} // namespace

void PostsPage::connectList()
{
    connect(m_search, &SearchBar::searchChanged, this, &PostsPage::applyQuery);
    connect(m_search, &SearchBar::left, this, [this] {
        m_list->view()->setFocus(Qt::OtherFocusReason);
        if (m_list->currentPost() == 0) {
            m_list->step(0);
        }
    });
    connect(m_search, &SearchBar::cancelRequested, m_model, &PostModel::cancel);
    connect(m_search->field(), &SearchEdit::historyChanged, this, [this] { m_keeper->changed(); });
    connect(m_list, &PostList::searchRequested, this, [this](const QString &typed) {
        if (m_search) {
            m_search->setText(typed);
        }
    });
    connect(m_dates, &PostDateFilter::changed, this, [this] {
        m_keeper->changed();
        applyQuery();
    });
    connect(m_order, &QComboBox::activated, this, [this](int index) {
        m_wantedOrder = index == 1 ? PostOrder::Relevance : PostOrder::Newest;
        m_keeper->changed();
        applyQuery();
    });
    connect(m_list, &PostList::currentChanged, this, &PostsPage::onCurrent);
    connect(m_list, &PostList::selectionChanged, this, &PostsPage::updateActions);
    connect(m_list, &PostList::clicked, this, [this](PostId post) {
        const bool alone = m_list->view()->selectedCount() == 1;
        if (alone && post != 0 && post == m_reader->shownPost() && post != m_keptUnread) {
            m_commands->markRead({post}, true);
        }
    });
    connect(
        m_list, &PostList::activated, this, [this](PostId post) { m_commands->openInBrowser(post, m_reader->post()); });
    connect(m_list, &PostList::contextMenuRequested, m_actions, &PostActions::popupMenu);
    connect(m_list, &PostList::newsRequested, this, &PostsPage::showNews);
    m_news.setSingleShot(true);
    m_news.setInterval(newsMs);
    connect(&m_news, &QTimer::timeout, this, [this] {
        if (std::exchange(m_newsAgain, false)) {
            m_model->readNews();
            m_news.start();
        }
    });
    connect(m_model, &PostModel::listChanged, this, [this] {
        updateCount();
        updateActions();
    });
    connect(m_model, &PostModel::newsCounted, this, &PostsPage::updateActions);
    connect(m_model, &PostModel::failed, this, [this](const Error &error) {
        if (m_model->postCount() == 0) {
            m_list->showFailure(texts::error(error) + QLatin1Char(' ') + texts::advice(error));
        } else {
            m_commands->sayFailure(error);
        }
    });
}

void PostsPage::connectTree()
{
    connect(m_tree, &PostTree::scopeChanged, this, [this](const PostScope &scope) {
        if (!m_changingTree && !(scope == m_scope)) {
            setScope(scope);
        }
    });
    connect(m_tree, &PostTree::markReadRequested, m_commands, &PostCommands::markScopeRead);
    connect(m_tree, &PostTree::shapeChanged, this, [this] { m_keeper->changed(); });
    connect(m_tree, &PostTree::exportRequested, this,
        [this](const PostScope &scope) { Q_EMIT exportRequested(queryOf(scope), {}); });
    connect(m_tree, &PostTree::removeRequested, this, [this](const PostScope &scope) {
        if (const auto search = m_treeModel->searchOf(scope)) {
            m_commands->removeSearch(*search);
        } else if (const auto tag = m_treeModel->tagOf(scope)) {
            m_commands->removeTagEverywhere(*tag);
        }
    });
    connect(m_tree, &PostTree::editRequested, this, [this](const PostScope &scope) {
        const auto search = m_treeModel->searchOf(scope);
        if (search && m_search) {
            m_tree->setScope(PostScope());
            m_search->setText(search->text);
            askSearchName(*search);
            m_search->field()->setFocus(Qt::OtherFocusReason);
        }
    });
    connect(m_treeModel, &PostTreeModel::renameRequested, this, [this](const PostScope &scope, const QString &name) {
        if (auto search = m_treeModel->searchOf(scope)) {
            search->name = name;
            m_commands->saveSearch(*search);
        } else if (const auto tag = m_treeModel->tagOf(scope)) {
            if (m_scope == scope) {
                m_scope.tag = name; // what is chosen stays chosen
                m_keeper->changed();
            }
            m_commands->renameTag(*tag, name);
        }
    });
}

void PostsPage::connectEngine()
{
    connect(&m_engine, &EngineFacade::channelsChanged, this,
        [this](const QList<ChannelRow> &rows) { changeTree(rows, {}); });
    connect(&m_engine, &EngineFacade::channelsRemoved, this, [this](const QList<ChannelId> &gone) {
        changeTree({}, gone);
        m_model->relist(false);
    });
    connect(&m_engine, &EngineFacade::postsStored, this, &PostsPage::onStored);
    connect(&m_engine, &EngineFacade::postsMarked, this, &PostsPage::onMarked);
    // What a run read of older history has its places below; it moves nothing that one reads.
    connect(&m_engine, &EngineFacade::runFinished, this, [this](const RunRecord &run) {
        if (run.postsAdded > 0 && m_treeFilled) {
            m_model->relist(false);
        }
    });
    connect(&m_engine, &EngineFacade::tagsChanged, this, [this](const QList<TagRow> &tags) {
        m_changingTree = true;
        m_treeModel->setTags(tags);
        m_changingTree = false;
        updateNames();
        followTree();
    });
    connect(&m_engine, &EngineFacade::savedSearchesChanged, this, [this](const QList<SavedSearch> &searches) {
        const QString before = m_treeModel->textOf(m_scope);
        m_changingTree = true;
        m_treeModel->setSearches(searches);
        m_changingTree = false;
        followTree();
        if (m_treeFilled && m_treeModel->textOf(m_scope) != before) {
            applyQuery();
        }
    });
    connect(&m_engine, &EngineFacade::savedSearchesCounted, m_treeModel, &PostTreeModel::setSearchCounts);
    // Another database was opened.
    connect(&m_engine, &EngineFacade::ready, this, [this] {
        if (m_treeFilled) {
            m_treeModel->setRows({});
            readTree();
            m_model->setQuery(currentQuery());
            m_reader->refresh();
        }
    });
    m_ageing.setInterval(ageingMs);
    connect(&m_ageing, &QTimer::timeout, m_model, &PostModel::refreshTimes);
    m_ageing.start();
    m_deletedTimer.setSingleShot(true);
    m_deletedTimer.setInterval(deletedMs);
    connect(&m_deletedTimer, &QTimer::timeout, this, &PostsPage::lookForDeleted);
}

void PostsPage::readTree()
{
    m_treeParts = 0;
    m_treeFilled = false;
    m_engine.readTags(this, [this](const Result<QList<TagRow>> &tags) {
        if (tags) {
            m_treeModel->setTags(*tags);
        }
        onTreePart();
    });
    m_engine.readSavedSearches(this, [this](const Result<QList<SavedSearch>> &searches) {
        if (searches) {
            m_treeModel->setSearches(*searches);
        }
        onTreePart();
    });
    m_engine.readChannels(this, [this](const Result<QList<ChannelRow>> &rows) {
        if (rows) {
            changeTree(*rows, {});
        } else {
            m_commands->sayFailure(rows.error());
        }
        onTreePart();
    });
    lookForDeleted();
}

void PostsPage::onTreePart()
{
    if (++m_treeParts < treePartsInAll) {
        return;
    }
    m_changingTree = true;
    m_tree->setOpenFolders(m_openFolders);
    m_tree->setScope(m_scope);
    m_changingTree = false;
    m_treeFilled = true;
    updateNames();
    if (!(m_tree->scope() == m_scope)) { // what was chosen last time is gone
        setScope(m_tree->scope());
    } else if (m_scope.kind == PostScope::Kind::Search) {
        applyQuery(); // only now its text is known
    }
}

void PostsPage::lookForDeleted()
{
    PostScope scope;
    scope.kind = PostScope::Kind::Deleted;
    PostQuery query;
    query.scope = m_treeModel->textOf(scope);
    query.limit = 1;
    m_engine.readPosts(query, this, [this](const Result<PostPage> &page) {
        if (page && !page->posts.isEmpty()) {
            m_treeModel->setHasDeleted(true);
        }
    });
}

void PostsPage::changeTree(const QList<ChannelRow> &rows, const QList<ChannelId> &gone)
{
    m_changingTree = true;
    m_treeModel->upsert(rows);
    m_treeModel->remove(gone);
    m_changingTree = false;
    followTree();
    updateCounter();
}

void PostsPage::followTree()
{
    if (!m_treeFilled || m_tree->scope() == m_scope) {
        return;
    }
    m_changingTree = true;
    m_tree->setScope(m_scope); // its line moved
    m_changingTree = false;
    if (!(m_tree->scope() == m_scope)) {
        setScope(m_tree->scope());
    }
}

void PostsPage::updateNames()
{
    SearchNames names;
    names.channels = m_treeModel->channelNames();
    names.folders = m_treeModel->folderNames();
    for (const TagRow &tag : m_treeModel->tags()) {
        names.tags.append(tag.name);
    }
    m_reader->setKnownTags(names.tags);
    if (m_search) {
        m_search->field()->setNames(names);
    }
}

void PostsPage::setScope(const PostScope &scope)
{
    m_scope = scope;
    m_keeper->changed();
    applyQuery();
}

PostQuery PostsPage::queryOf(const PostScope &scope) const
{
    PostQuery query;
    query.onlyUnread = scope.kind == PostScope::Kind::Unread;
    query.folder = scope.folder;
    if (scope.kind == PostScope::Kind::Channel) {
        query.channels = {scope.channel};
    }
    query.scope = m_treeModel->textOf(scope);
    return query;
}

PostQuery PostsPage::currentQuery() const
{
    PostQuery query = queryOf(m_scope);
    const QDate today = QDate::currentDate();
    query.postedFrom = m_dates->from(today);
    query.postedTo = m_dates->to(today);
    if (m_search) {
        query.text = m_search->text();
        if (m_search->query().hasWords()) {
            query.order = m_wantedOrder;
        }
    }
    return query;
}

void PostsPage::applyQuery()
{
    const PostQuery query = currentQuery();
    m_list->setFiltering(!(query == PostQuery()));
    if (m_search) {
        m_list->setSearch(query.text, widerSearch(query.text, m_search->query()));
        m_strip->setProblems(m_search->query().problems);
    }
    m_reader->setSearch(readSearch(query.text + QLatin1Char(' ') + query.scope));
    updateOrder();
    m_model->setQuery(query);
    updateActions();
}

void PostsPage::updateOrder()
{
    const bool words = m_search && m_search->query().hasWords();
    m_order->setCurrentIndex(words && m_wantedOrder == PostOrder::Relevance ? 1 : 0);
    m_order->setEnabled(words);
    m_order->setToolTip(words ? tr("Order of the list") : tr("Relevance ranks by the words of a search; type some."));
}

void PostsPage::updateCount()
{
    if (!m_search) {
        return;
    }
    const bool more = !m_model->isListed() || !m_model->isComplete();
    m_search->setSearching(m_model->isReading());
    if (m_model->isLoaded()) {
        m_search->setCount(m_model->postCount(), more && m_model->postCount() > 0,
            m_model->isReading() ? tr("Esc in the field ends the search") : QString());
    }
    QStringList notes;
    if (m_model->isListed() && !m_model->isComplete() && !m_model->isReading()) {
        notes.append(m_model->isByTime() ? tr("The search was ended early: there may be more, older posts.")
                                         : tr("Only the newest posts that match were ranked."));
    }
    if (const qint64 waiting = m_model->notIndexed(); waiting > 0) {
        const int n = int(std::min<qint64>(waiting, 1'000'000'000));
        notes.append(tr("%1 posts are still being indexed; they are searched too.", "", n).arg(texts::number(waiting)));
    }
    m_strip->setNote(notes.join(QLatin1Char(' ')));
}

void PostsPage::onStored(const StoredNews &news)
{
    int count = news.total;
    if (m_scope.kind == PostScope::Kind::Channel || m_scope.kind == PostScope::Kind::Folder) {
        count = 0;
        const QList<ChannelId> channels = m_treeModel->channelsOf(m_scope);
        for (const ChannelId channel : channels) {
            count += news.added.value(channel);
        }
    }
    const qint64 end = m_model->query().postedTo;
    if (count <= 0 || (end != 0 && end <= QDateTime::currentMSecsSinceEpoch())) {
        return;
    }
    if (m_news.isActive()) {
        m_newsAgain = true;
    } else {
        m_model->readNews();
        m_news.start();
    }
}

void PostsPage::onMarked(const QList<PostId> &posts)
{
    m_model->refreshRows(posts);
    if (posts.isEmpty() || posts.contains(m_reader->shownPost())) {
        m_reader->refresh();
    }
    PostScope deleted;
    deleted.kind = PostScope::Kind::Deleted;
    if (!m_deletedTimer.isActive() && !m_treeModel->indexOf(deleted).isValid()) {
        m_deletedTimer.start();
    }
    updateActions();
}

void PostsPage::onCurrent(PostId post)
{
    m_readTimer.stop();
    m_keptUnread = 0;
    m_reader->showPost(post);
    updateActions();
}

void PostsPage::markShown()
{
    // Who looks at another page or window has not read it.
    if (m_reader->isVisible() && m_reader->shownPost() != m_keptUnread && m_reader->shownPost() != 0) {
        m_commands->markRead({m_reader->shownPost()}, true);
    }
}

void PostsPage::updateCounter()
{
    const qint64 unread = m_treeModel->unreadTotal();
    m_list->setHasChannels(m_treeModel->hasChannels());
    Q_EMIT counterChanged(unread > 0 ? texts::shortNumber(unread) : QString(), false);
    updateActions();
}

void PostsPage::clearFilters()
{
    if (m_search) {
        m_search->clearQuietly();
    }
    {
        const QSignalBlocker quiet(m_dates);
        m_dates->clear();
    }
    m_changingTree = true;
    m_tree->setScope(PostScope());
    m_changingTree = false;
    setScope(PostScope());
}

} // namespace vestnik
