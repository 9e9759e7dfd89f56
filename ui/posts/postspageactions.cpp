// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The Posts page: what its actions do.

#include "ui/posts/postspage.h"

#include <QComboBox>
#include <QDateTime>
#include <QToolButton>

#include "core/model/postkey.h"
#include "ui/posts/postactions.h"
#include "ui/posts/postbrowser.h"
#include "ui/posts/postcommands.h"
#include "ui/posts/postdatejump.h"
#include "ui/posts/postlist.h"
#include "ui/posts/postmodel.h"
#include "ui/posts/postreader.h"
#include "ui/posts/posttree.h"
#include "ui/posts/postview.h"
#include "ui/posts/searchbar.h"
#include "ui/posts/searchedit.h"
#include "ui/posts/searchstrip.h"
#include "ui/widgets/layoutkeeper.h"

#include <limits>

namespace vestnik {

QList<PostId> PostsPage::chosenPosts() const
{
    const QList<PostId> selected = m_list->view()->selectedPosts(std::numeric_limits<int>::max());
    if (!selected.isEmpty()) {
        return selected;
    }
    return m_reader->shownPost() == 0 ? QList<PostId>() : QList<PostId>{m_reader->shownPost()};
}

void PostsPage::connectActions()
{
    const PostActions &on = *m_actions;
    m_actions->addTo(m_list, m_reader, m_reader->browser());
    connect(on.next, &QAction::triggered, this, [this] { m_list->step(1); });
    connect(on.previous, &QAction::triggered, this, [this] { m_list->step(-1); });
    connect(on.nextUnread, &QAction::triggered, this, [this] { stepUnread(1); });
    connect(on.previousUnread, &QAction::triggered, this, [this] { stepUnread(-1); });
    connect(on.readOn, &QAction::triggered, this, &PostsPage::readOn);
    connect(on.showNews, &QAction::triggered, this, &PostsPage::showNews);
    connect(on.goToDate, &QAction::triggered, this, &PostsPage::goToDate);
    connect(on.open, &QAction::triggered, this,
        [this] { m_commands->openInBrowser(m_list->currentPost(), m_reader->post()); });
    connect(on.copyText, &QAction::triggered, this, [this] { m_commands->copyText(m_reader->post()); });
    connect(on.copyLink, &QAction::triggered, this,
        [this] { m_commands->copyLinks(m_list->view()->selectedPosts(10'000), m_reader->post()); });
    connect(on.copyRows, &QAction::triggered, this, [this] { m_commands->copyRows(chosenPosts()); });
    connect(on.showChannel, &QAction::triggered, this, [this] {
        if (const Post *post = m_reader->post()) {
            Q_EMIT pageRequested(QStringLiteral("channels"), QVariantMap{{QStringLiteral("channel"), post->channelId}});
        }
    });
    connect(on.nextHit, &QAction::triggered, this, [this] { m_reader->stepHit(1); });
    connect(on.previousHit, &QAction::triggered, this, [this] { m_reader->stepHit(-1); });
    connect(on.showPictures, &QAction::triggered, m_reader, &PostReader::showPictures);
    connect(on.search, &QAction::triggered, this, &PostsPage::focusSearch);
    connect(on.backToList, &QAction::triggered, this, [this] { m_list->view()->setFocus(Qt::OtherFocusReason); });
    connect(on.exportSelected, &QAction::triggered, this,
        [this] { Q_EMIT exportRequested(currentQuery(), chosenPosts()); });
    connect(on.exportResults, &QAction::triggered, this, [this] { Q_EMIT exportRequested(currentQuery(), {}); });
    connect(on.reload, &QAction::triggered, this, [this] {
        if (m_model->hasFailed()) {
            m_model->retry();
        } else {
            m_model->relist(true);
            m_model->refreshRows({});
        }
        m_reader->refresh();
    });
    connect(on.addChannels, &QAction::triggered, this,
        [this] { Q_EMIT pageRequested(QStringLiteral("channels"), QStringLiteral("add")); });
    connect(on.parseAll, &QAction::triggered, m_commands, &PostCommands::parseAll);
    connect(on.clearFilters, &QAction::triggered, this, &PostsPage::clearFilters);
    connect(m_commands, &PostCommands::messageRequested, this, &Page::messageRequested);
    connect(m_commands, &PostCommands::changed, this, &PostsPage::updateActions);
    connect(m_commands, &PostCommands::scopeMarked, this, [this] {
        m_model->refreshRows({});
        updateActions();
    });
}

void PostsPage::connectMarks()
{
    const PostActions &on = *m_actions;
    connect(on.toggleRead, &QAction::triggered, this, [this] {
        const QList<PostId> posts = chosenPosts();
        const PostId lead = m_list->currentPost() != 0 ? m_list->currentPost() : m_reader->shownPost();
        const PostSummary *post = m_model->find(lead);
        const bool unread = post != nullptr ? post->unread : m_reader->details().unread;
        m_keptUnread = unread ? 0 : lead;
        m_commands->markRead(posts, unread);
    });
    connect(on.markAllRead, &QAction::triggered, this, [this] { m_commands->markScopeRead(m_scope); });
    connect(on.star, &QAction::triggered, this, [this] {
        const PostId lead = m_list->currentPost() != 0 ? m_list->currentPost() : m_reader->shownPost();
        const PostSummary *post = m_model->find(lead);
        m_commands->setStarred(chosenPosts(), post != nullptr ? !post->starred : !m_reader->details().starred);
    });
    connect(on.tag, &QAction::triggered, this, [this] { m_reader->editTags(int(chosenPosts().size())); });
    connect(on.note, &QAction::triggered, m_reader, &PostReader::editNote);
    connect(on.saveSearch, &QAction::triggered, this, [this] {
        if (m_search && !m_search->field()->text().trimmed().isEmpty()) {
            const QString scope = m_treeModel->textOf(m_scope);
            SavedSearch search;
            search.text = m_search->field()->text().trimmed();
            search.name = search.text;
            if (!scope.isEmpty()) {
                search.text += QLatin1String(" (") + scope + QLatin1Char(')');
            }
            askSearchName(search);
        }
    });
    connect(m_strip, &SearchStrip::saveRequested, this, [this](const SavedSearch &search) {
        SavedSearch stored = search;
        if (stored.id != 0 && m_search && !m_search->text().isEmpty()) {
            stored.text = m_search->text(); // it was being changed
        }
        m_commands->saveSearch(stored);
    });
    connect(m_strip, &SearchStrip::closed, this, [this] { m_list->view()->setFocus(Qt::OtherFocusReason); });
}

void PostsPage::askSearchName(const SavedSearch &search)
{
    m_strip->askName(search);
}

void PostsPage::connectReader()
{
    connect(m_reader, &PostReader::shown, this, [this] {
        m_readTimer.start();
        updateActions();
    });
    connect(m_reader, &PostReader::hitsChanged, this, &PostsPage::updateActions);
    connect(m_reader, &PostReader::left, this, [this] { m_list->view()->setFocus(Qt::OtherFocusReason); });
    connect(m_reader, &PostReader::tagClicked, this, [this](const QString &tag) {
        if (m_search) {
            m_search->setText(tag);
        }
    });
    connect(m_reader, &PostReader::channelClicked, this, [this](ChannelId channel) {
        PostScope scope;
        scope.kind = PostScope::Kind::Channel;
        scope.channel = channel;
        m_tree->setScope(scope);
    });
    connect(m_reader, &PostReader::postClicked, this, [this](PostId post) {
        if (!m_list->select(post)) {
            m_reader->showPost(post); // not among what is listed
        }
    });
    connect(m_reader, &PostReader::tagAdded, this,
        [this](const QString &name) { m_commands->addTag(chosenPosts(), name); });
    connect(m_reader, &PostReader::tagRemoved, this,
        [this](const QString &name) { m_commands->removeTag(m_reader->shownPost(), name); });
    connect(m_reader, &PostReader::tagChosen, this, [this](const QString &name) {
        PostScope scope;
        scope.kind = PostScope::Kind::Tag;
        scope.tag = name;
        m_tree->setScope(scope);
    });
    connect(m_reader, &PostReader::noteChanged, m_commands, &PostCommands::setNote);
    m_readTimer.setSingleShot(true);
    m_readTimer.setInterval(600);
    connect(&m_readTimer, &QTimer::timeout, this, &PostsPage::markShown);
}

void PostsPage::readOn()
{
    if (m_reader->shownPost() == 0 || !m_reader->browser()->scrollOn()) {
        stepUnread(1);
    }
}

void PostsPage::stepUnread(int direction)
{
    const int current = m_list->view()->currentIndex().row();
    int row = current < 0 ? 0 : current + direction;
    for (; row >= 0 && row < m_model->postCount(); row += direction) {
        const PostSummary *post = m_model->at(row);
        if (post == nullptr) {
            break; // not read yet: the store knows
        }
        if (post->unread) {
            m_list->select(post->id);
            return;
        }
    }
    if (row < 0 || row >= m_model->postCount() || !m_model->isByTime()) {
        return;
    }
    PostQuery query = m_model->query();
    query.onlyUnread = true;
    query.order = PostOrder::Newest;
    const PostId border = m_model->idAt(std::max(0, row - direction));
    if (direction > 0) {
        query.before = border;
        query.limit = 1;
        m_engine.readPosts(query, this, [this](const Result<PostPage> &page) {
            if (page && !page->posts.isEmpty()) {
                m_list->select(page->posts.first().id);
            }
        });
    } else {
        query.after = border;
        m_engine.listPosts(query, this, [this](const Result<PostIdList> &list) {
            if (list && !list->ids.isEmpty()) {
                m_list->select(list->ids.last());
            }
        });
    }
}

void PostsPage::showNews()
{
    m_model->showNews();
    m_list->view()->scrollToTop();
    updateActions();
}

void PostsPage::goToDate()
{
    if (m_model->postCount() == 0) {
        return;
    }
    const auto dayOf = [this](int row) {
        return QDateTime::fromMSecsSinceEpoch(postkey::timeOf(m_model->idAt(row))).date();
    };
    const int top = std::max(0, m_list->view()->topRow());
    auto *popup = new PostDateJump(dayOf(top), dayOf(m_model->postCount() - 1), dayOf(0), this);
    connect(popup, &PostDateJump::chosen, this, [this](const QDate &day) {
        m_list->goTo(day.addDays(1).startOfDay().toMSecsSinceEpoch());
        m_list->view()->setFocus(Qt::OtherFocusReason);
    });
    popup->popup(m_dateButton);
}

void PostsPage::updateActions()
{
    const PostId lead = m_list->currentPost() != 0 ? m_list->currentPost() : m_reader->shownPost();
    const PostSummary *post = m_model->find(lead);
    const PostDetails &details = m_reader->details();
    const bool shown = details.post.id == lead;
    PostActionState state;
    state.selected = m_list->view()->selectedCount();
    state.hasPost = lead != 0;
    state.unread = post != nullptr ? post->unread : shown && details.unread;
    state.starred = post != nullptr ? post->starred : shown && details.starred;
    state.hasPrevious = m_list->hasPrevious();
    state.hasNext = m_list->hasNext();
    state.anyUnread = m_scope.kind == PostScope::Kind::All
        ? m_treeModel->unreadTotal() > 0
        : m_treeModel->indexOf(m_scope).data(PostTreeModel::UnreadRole).toLongLong() > 0;
    state.hasResults = m_model->postCount() > 0;
    state.byTime = m_model->isByTime();
    state.hasNews = m_model->newsCount() > 0;
    state.hasHits = m_reader->hitCount() > 0;
    state.hasSearch = m_search && !m_search->text().isEmpty();
    state.filtering = !(currentQuery() == PostQuery());
    m_actions->update(state);
}

} // namespace vestnik
