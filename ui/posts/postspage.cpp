// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/posts/postspage.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QSettings>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

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
#include "ui/widgets/tableparts.h"
#include "ui/widgets/theme.h"

namespace vestnik {
namespace {

constexpr int treeWidth = 220;

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
    , m_order(new QComboBox(this))
    , m_dateButton(new QToolButton(this))
    , m_strip(new SearchStrip(this))
    , m_list(new PostList(m_model, *m_actions, this))
    , m_reader(new PostReader(engine, *m_treeModel, *m_actions, this))
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_search(new SearchBar(m_actions->saveSearch, this))
{
    setObjectName(QStringLiteral("postsPage"));
    buildLayout(settings);
    connectActions();
    connectMarks();
    connectReader();
    connectList();
    connectTree();
    connectEngine();
    restore(settings);
    applyQuery();
    readTree();
}

PostsPage::~PostsPage()
{
    dropSearchField(m_search, this);
}

void PostsPage::buildLayout(QSettings &settings)
{
    m_order->setObjectName(QStringLiteral("postsOrder"));
    m_order->setAccessibleName(tr("Order"));
    m_order->addItems({tr("Newest first"), tr("By relevance")});
    m_dateButton->setDefaultAction(m_actions->goToDate);
    m_dateButton->setToolButtonStyle(Qt::ToolButtonIconOnly);
    m_dateButton->setAutoRaise(true);
    m_dateButton->setIconSize({16, 16});
    m_dateButton->setAccessibleName(tr("Go to date"));

    auto *middle = new QWidget(this);
    auto *column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *filters = new QHBoxLayout;
    filters->setContentsMargins(12, Theme::gap, 12, Theme::gap);
    filters->setSpacing(Theme::grid);
    filters->addWidget(m_dates);
    filters->addStretch();
    filters->addWidget(m_order);
    filters->addWidget(m_dateButton);
    column->addLayout(filters);
    column->addWidget(m_strip);
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
    setTabOrder(m_dates, m_order);
    setTabOrder(m_order, m_dateButton);
    setTabOrder(m_dateButton, m_list->view());
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
    m_wantedOrder = settings.value(QStringLiteral("order")).toString() == QLatin1String("relevance")
        ? PostOrder::Relevance
        : PostOrder::Newest;
    m_search->field()->setHistory(settings.value(QStringLiteral("history")).toStringList());
    settings.endGroup();
    m_keeper->keep(QStringLiteral("scope"), [this] { return m_scope.toText(); });
    m_keeper->keep(QStringLiteral("dates"), [this] { return m_dates->toText(); });
    m_keeper->keep(
        QStringLiteral("openFolders"), [this] { return m_treeFilled ? m_tree->openFolders() : m_openFolders; });
    m_keeper->keep(QStringLiteral("order"), [this] {
        return m_wantedOrder == PostOrder::Relevance ? QStringLiteral("relevance") : QStringLiteral("newest");
    });
    m_keeper->keep(QStringLiteral("history"), [this, history = m_search->field()->history()]() mutable {
        if (m_search) { // the header may have gone before
            history = m_search->field()->history();
        }
        return history;
    });
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

void PostsPage::refresh()
{
    m_actions->reload->trigger();
}

void PostsPage::focusSearch()
{
    if (m_search) {
        m_search->field()->setFocus(Qt::ShortcutFocusReason);
        m_search->field()->selectAll();
    }
}

void PostsPage::openWith(const QVariant &what)
{
    const QVariantMap map = what.toMap();
    if (map.isEmpty()) {
        return;
    }
    if (map.contains(QStringLiteral("post"))) {
        const PostId post = map.value(QStringLiteral("post")).toLongLong();
        if (!m_list->select(post)) {
            m_reader->showPost(post);
        }
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
    m_scope = scope;
    if (m_treeFilled) {
        m_changingTree = true;
        m_tree->setScope(scope);
        m_changingTree = false;
        m_scope = m_tree->scope();
    }
    const QString text = map.value(QStringLiteral("text")).toString();
    if (m_search && !text.isEmpty()) {
        m_search->setText(text); // searches, in the new scope
        m_keeper->changed();
    } else {
        setScope(m_scope);
    }
}

void PostsPage::changeEvent(QEvent *event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        m_actions->updateIcons();
    }
}

} // namespace vestnik
