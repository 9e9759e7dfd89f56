// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/posts/postspage.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QSettings>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

#include "ui/posts/postactions.h"
#include "ui/posts/postcommands.h"
#include "ui/posts/postdatefilter.h"
#include "ui/posts/postlist.h"
#include "ui/posts/postmodel.h"
#include "ui/posts/postreader.h"
#include "ui/posts/posttree.h"
#include "ui/widgets/layoutkeeper.h"
#include "ui/widgets/texts.h"
#include "ui/widgets/theme.h"

#include <utility>

namespace vestnik {
namespace {

constexpr int typingMs = 200;
constexpr int readingMs = 600;
constexpr int newsMs = 1000;
constexpr int ageingMs = 60'000;
constexpr int treeWidth = 220;
constexpr int searchWidth = 300;

} // namespace

PostsPage::PostsPage(EngineFacade &engine, QSettings &settings, QWidget *parent)
    : Page(parent)
    , m_engine(engine)
    , m_treeModel(new PostTreeModel(this))
    , m_model(new PostModel(engine, this))
    , m_actions(new PostActions(this))
    , m_commands(new PostCommands(engine, *m_model, *m_treeModel, this))
    , m_tree(new PostTree(m_treeModel, this))
    , m_dates(new PostDateFilter(this))
    , m_list(new PostList(m_model, *m_actions, this))
    , m_reader(new PostReader(engine, *m_actions, this))
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_search(new QLineEdit(this))
{
    setObjectName(QStringLiteral("postsPage"));
    buildLayout(settings);
    connectActions();
    connectList();
    connectEngine();
    restore(settings);
    applyQuery();
    m_engine.readChannels(this, [this](const Result<QList<ChannelRow>> &result) { onChannels(result); });
}

PostsPage::~PostsPage()
{
    // The header may still hold the field when the page goes.
    if (m_search && m_search->parent() != this) {
        m_search->deleteLater();
    }
}

void PostsPage::buildLayout(QSettings &settings)
{
    m_search->setObjectName(QStringLiteral("postsSearch"));
    m_search->setPlaceholderText(tr("Search in posts…"));
    m_search->setAccessibleName(tr("Search in posts"));
    m_search->setToolTip(tr("Words that must all occur (Ctrl+F)"));
    m_search->setClearButtonEnabled(true);
    m_search->setFixedWidth(searchWidth);

    auto *middle = new QWidget(this);
    auto *column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *filters = new QHBoxLayout;
    filters->setContentsMargins(12, Theme::gap, 12, Theme::gap);
    filters->addWidget(m_dates);
    filters->addStretch();
    column->addLayout(filters);
    column->addWidget(m_list, 1);
    middle->setMinimumWidth(260);
    m_reader->setMinimumWidth(300);
    m_tree->setMinimumWidth(140);

    m_splitter->setObjectName(QStringLiteral("postsSplitter"));
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    m_splitter->addWidget(m_tree);
    m_splitter->addWidget(middle);
    m_splitter->addWidget(m_reader);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 2);
    m_splitter->setStretchFactor(2, 3);
    m_splitter->setSizes({treeWidth, 400, 560});
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    page->addWidget(m_splitter);
    setTabOrder(m_tree, m_dates);
    setTabOrder(m_dates, m_list->view());
    setTabOrder(m_list->view(), m_reader);

    m_keeper = std::make_unique<LayoutKeeper>(settings, id(), nullptr);
    m_keeper->keep(m_splitter);
}

void PostsPage::restore(QSettings &settings)
{
    settings.beginGroup(id());
    m_scope = PostScope::fromText(settings.value(QStringLiteral("scope")).toString());
    m_dates->setText(settings.value(QStringLiteral("dates")).toString());
    m_openFolders = settings.value(QStringLiteral("openFolders")).toStringList();
    settings.endGroup();
    m_keeper->keep(QStringLiteral("scope"), [this] { return m_scope.toText(); });
    m_keeper->keep(QStringLiteral("dates"), [this] { return m_dates->toText(); });
    m_keeper->keep(
        QStringLiteral("openFolders"), [this] { return m_treeFilled ? m_tree->openFolders() : m_openFolders; });
}

void PostsPage::connectActions()
{
    const PostActions &on = *m_actions;
    m_actions->addTo({m_list, m_reader});
    connect(on.next, &QAction::triggered, this, [this] { m_list->step(1); });
    connect(on.previous, &QAction::triggered, this, [this] { m_list->step(-1); });
    connect(on.open, &QAction::triggered, this, [this] { m_commands->openInBrowser(m_list->currentPost()); });
    connect(on.copyText, &QAction::triggered, this, [this] { m_commands->copyText(m_reader->post()); });
    connect(on.copyLink, &QAction::triggered, this, [this] { m_commands->copyLink(m_reader->post()); });
    connect(on.toggleRead, &QAction::triggered, this, [this] {
        const PostSummary *post = m_model->at(m_model->rowOf(m_list->currentPost()));
        if (post != nullptr) {
            m_keptUnread = post->unread ? 0 : post->id;
            m_commands->markRead(post->id, post->unread);
        }
    });
    connect(on.markAllRead, &QAction::triggered, this, [this] { m_commands->markScopeRead(m_scope); });
    connect(on.showChannel, &QAction::triggered, this, [this] {
        if (const Post *post = m_reader->post()) {
            Q_EMIT pageRequested(QStringLiteral("channels"), QVariantMap{{QStringLiteral("channel"), post->channelId}});
        }
    });
    connect(on.reload, &QAction::triggered, this, [this] {
        m_list->forgetAnnouncement();
        if (m_model->hasFailed()) {
            m_model->retry();
            m_list->updateState();
        } else {
            m_model->readNews();
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
        m_model->readNews();
        updateActions();
    });
}

void PostsPage::connectList()
{
    m_typing.setSingleShot(true);
    m_typing.setInterval(typingMs);
    connect(&m_typing, &QTimer::timeout, this, &PostsPage::applyQuery);
    connect(m_search, &QLineEdit::textChanged, this, [this] { m_typing.start(); });
    connect(m_search, &QLineEdit::returnPressed, this, [this] {
        m_typing.stop();
        applyQuery();
    });
    connect(m_dates, &PostDateFilter::changed, this, [this] {
        m_keeper->changed();
        applyQuery();
    });
    connect(m_tree, &PostTree::scopeChanged, this, [this](const PostScope &scope) {
        if (!m_changingTree && !(scope == m_scope)) {
            setScope(scope);
        }
    });
    connect(m_tree, &PostTree::markReadRequested, m_commands, &PostCommands::markScopeRead);
    connect(m_tree, &PostTree::shapeChanged, this, [this] { m_keeper->changed(); });

    connect(m_list, &PostList::currentChanged, this, &PostsPage::onCurrent);
    connect(m_list, &PostList::clicked, this, [this](PostId post) {
        if (post != 0 && post == m_reader->shownPost() && post != m_keptUnread) {
            m_commands->markRead(post, true);
        }
    });
    connect(m_list, &PostList::activated, m_commands, &PostCommands::openInBrowser);
    connect(m_list, &PostList::contextMenuRequested, m_actions, &PostActions::popupMenu);
    connect(m_list, &PostList::newsRequested, this, [this] {
        if (!m_news.isActive()) {
            m_model->readNews();
            m_news.start();
        } else {
            m_newsAgain = true;
        }
    });
    m_news.setSingleShot(true);
    m_news.setInterval(newsMs);
    connect(&m_news, &QTimer::timeout, this, [this] {
        if (std::exchange(m_newsAgain, false)) {
            m_model->readNews();
            m_news.start();
        }
    });
    connect(m_model, &PostModel::pageArrived, this, [this] {
        if (m_list->currentPost() == 0 && m_reader->shownPost() != 0) {
            m_list->select(m_reader->shownPost()); // what was being read stays selected under another filter
        }
        updateActions();
    });
    connect(m_model, &PostModel::newsArrived, this, &PostsPage::updateActions);
    connect(m_model, &PostModel::failed, this, [this](const Error &error) {
        if (m_model->postCount() == 0) {
            m_list->showFailure(texts::error(error) + QLatin1Char(' ') + texts::advice(error));
        } else {
            m_commands->sayFailure(error);
        }
    });
    connect(m_reader, &PostReader::shown, this, [this] { m_reading.start(); });
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
    m_reading.setSingleShot(true);
    m_reading.setInterval(readingMs);
    connect(&m_reading, &QTimer::timeout, this, &PostsPage::markShown);
}

void PostsPage::connectEngine()
{
    connect(&m_engine, &EngineFacade::channelsChanged, this,
        [this](const QList<ChannelRow> &rows) { changeTree(rows, {}); });
    connect(&m_engine, &EngineFacade::channelsRemoved, this,
        [this](const QList<ChannelId> &gone) { changeTree({}, gone); });
    connect(&m_engine, &EngineFacade::postsStored, this, &PostsPage::onStored);
    m_ageing.setInterval(ageingMs);
    connect(&m_ageing, &QTimer::timeout, m_model, &PostModel::refreshTimes);
    m_ageing.start();
}

void PostsPage::onChannels(const Result<QList<ChannelRow>> &result)
{
    if (!result) {
        m_commands->sayFailure(result.error());
        return;
    }
    changeTree(*result, {});
    m_changingTree = true;
    m_tree->setOpenFolders(m_openFolders);
    m_tree->setScope(m_scope);
    m_changingTree = false;
    m_treeFilled = true;
    if (!(m_tree->scope() == m_scope)) { // what was chosen last time is gone
        setScope(m_tree->scope());
    }
}

void PostsPage::changeTree(const QList<ChannelRow> &rows, const QList<ChannelId> &gone)
{
    m_changingTree = true;
    m_treeModel->upsert(rows);
    m_treeModel->remove(gone);
    if (m_treeFilled && !(m_tree->scope() == m_scope)) {
        m_tree->setScope(m_scope); // its line moved
    }
    m_changingTree = false;
    if (m_treeFilled && !(m_tree->scope() == m_scope)) {
        setScope(m_tree->scope());
    }
    updateCounter();
}

void PostsPage::setScope(const PostScope &scope)
{
    m_scope = scope;
    m_keeper->changed();
    applyQuery();
}

PostQuery PostsPage::currentQuery() const
{
    PostQuery query;
    switch (m_scope.kind) {
    case PostScope::Kind::All:
        break;
    case PostScope::Kind::Unread:
        query.onlyUnread = true;
        break;
    case PostScope::Kind::Folder:
        query.folder = m_scope.folder;
        break;
    case PostScope::Kind::Channel:
        query.channels = {m_scope.channel};
        break;
    }
    const QDate today = QDate::currentDate();
    query.text = m_search ? m_search->text().trimmed() : QString();
    query.postedFrom = m_dates->from(today);
    query.postedTo = m_dates->to(today);
    return query;
}

void PostsPage::applyQuery()
{
    const PostQuery query = currentQuery();
    const bool filtering = !(query == PostQuery());
    m_list->setFiltering(filtering);
    m_list->forgetAnnouncement();
    m_actions->clearFilters->setEnabled(filtering);
    m_model->setQuery(query);
    m_list->view()->scrollToTop();
    updateActions();
}

void PostsPage::onStored(const StoredNews &news)
{
    const PostQuery query = currentQuery();
    int count = news.total;
    if (m_scope.kind == PostScope::Kind::Channel || m_scope.kind == PostScope::Kind::Folder) {
        count = 0;
        const QList<ChannelId> channels = m_treeModel->channelsOf(m_scope);
        for (const ChannelId channel : channels) {
            count += news.added.value(channel);
        }
    }
    const bool past = query.postedTo != 0 && query.postedTo <= QDateTime::currentMSecsSinceEpoch();
    if (count > 0 && !past) {
        // With words or dates only the store knows how many of them match.
        m_list->announce(query.text.isEmpty() && query.postedFrom == 0 ? count : 0);
    }
}

void PostsPage::onCurrent(PostId post)
{
    m_reading.stop();
    m_keptUnread = 0;
    const PostSummary *summary = m_model->at(m_model->rowOf(post));
    if (summary != nullptr) {
        m_reader->showPost(post, summary->channelTitle);
    } else if (m_model->isLoaded()) {
        m_reader->showPost(0, {});
    }
    updateActions();
}

void PostsPage::markShown()
{
    // Who looks at another page or window has not read it.
    if (m_reader->isVisible() && m_reader->shownPost() != m_keptUnread) {
        m_commands->markRead(m_reader->shownPost(), true);
    }
}

void PostsPage::updateActions()
{
    const PostSummary *post = m_model->at(m_model->rowOf(m_list->currentPost()));
    const QModelIndex scope = m_treeModel->indexOf(m_scope);
    const bool anyUnread = m_scope.kind == PostScope::Kind::All
        ? m_treeModel->unreadTotal() > 0
        : scope.data(PostTreeModel::UnreadRole).toLongLong() > 0;
    m_actions->update(
        post != nullptr, post != nullptr && post->unread, m_list->hasPrevious(), m_list->hasNext(), anyUnread);
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
        const QSignalBlocker quiet(m_search);
        m_search->clear();
    }
    m_typing.stop();
    {
        const QSignalBlocker quiet(m_dates);
        m_dates->clear();
    }
    m_changingTree = true;
    m_tree->setScope(PostScope());
    m_changingTree = false;
    setScope(PostScope());
}

QString PostsPage::id() const
{
    return QStringLiteral("posts");
}

QString PostsPage::title() const
{
    return tr("Posts");
}

QString PostsPage::iconName() const
{
    return QStringLiteral("posts");
}

QList<QAction *> PostsPage::menuActions() const
{
    return m_actions->menu();
}

QList<QAction *> PostsPage::headerActions() const
{
    return {m_actions->markAllRead};
}

QWidget *PostsPage::headerWidget()
{
    return m_search;
}

void PostsPage::focusSearch()
{
    if (m_search) {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    }
}

void PostsPage::openWith(const QVariant &what)
{
    const QVariantMap map = what.toMap();
    if (map.isEmpty()) {
        return;
    }
    PostScope scope;
    if (map.contains(QStringLiteral("channel"))) {
        scope.kind = PostScope::Kind::Channel;
        scope.channel = map.value(QStringLiteral("channel")).toLongLong();
    } else if (map.contains(QStringLiteral("folder"))) {
        scope.kind = PostScope::Kind::Folder;
        scope.folder = map.value(QStringLiteral("folder")).toString();
    } else if (map.value(QStringLiteral("unread")).toBool()) {
        scope.kind = PostScope::Kind::Unread;
    }
    clearFilters();
    if (m_search) {
        m_search->setText(map.value(QStringLiteral("text")).toString());
    }
    m_scope = scope;
    if (m_treeFilled) {
        m_changingTree = true;
        m_tree->setScope(scope);
        m_changingTree = false;
        m_scope = m_tree->scope();
    }
    setScope(m_scope);
}

void PostsPage::changeEvent(QEvent *event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        m_actions->updateIcons();
    }
}

} // namespace vestnik
