// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/posts/postlist.h"

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include "ui/posts/postactions.h"
#include "ui/posts/postdelegate.h"
#include "ui/posts/postmodel.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/theme.h"

#include <algorithm>

namespace vestnik {
namespace {

constexpr int rowsAhead = 30; ///< the next page is asked for when so few rows are left below the view

} // namespace

PostList::PostList(PostModel *model, const PostActions &actions, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_view(new QTableView(this))
    , m_stack(new QStackedWidget(this))
    , m_pill(new QPushButton(this))
{
    setObjectName(QStringLiteral("postList"));
    buildView();
    buildStates(actions);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);

    m_pill->setObjectName(QStringLiteral("postsNewsPill"));
    m_pill->setIcon(Theme::icon(QStringLiteral("up")));
    m_pill->setAutoDefault(false);
    m_pill->hide();
    connect(m_pill, &QPushButton::clicked, this, [this] {
        forgetAnnouncement();
        m_view->scrollToTop();
        Q_EMIT newsRequested();
    });

    // Rows that come above what one reads must not push it down.
    connect(m_model, &QAbstractItemModel::rowsAboutToBeInserted, this, [this](const QModelIndex &, int first) {
        if (first < m_model->postCount()) {
            keepPlace();
        }
    });
    connect(m_model, &QAbstractItemModel::rowsInserted, this, [this] {
        restorePlace();
        fetchAhead();
    });
    connect(m_model, &PostModel::pageArrived, this, &PostList::updateState);
    connect(m_model, &PostModel::newsArrived, this, &PostList::updateState);
    connect(m_model, &QAbstractItemModel::modelReset, this, &PostList::updateState);
}

void PostList::buildView()
{
    m_view->setObjectName(QStringLiteral("postsView"));
    m_view->setAccessibleName(tr("Posts"));
    m_view->setModel(m_model);
    m_view->setItemDelegate(new PostDelegate(m_view));
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setShowGrid(false);
    m_view->setTabKeyNavigation(false);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->horizontalHeader()->hide();
    m_view->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_view->verticalHeader()->setMinimumSectionSize(1);
    m_view->verticalHeader()->setDefaultSectionSize(PostDelegate::rowHeight(m_view->font()));
    m_view->installEventFilter(this);

    const auto idOf = [](const QModelIndex &index) { return index.data(PostModel::IdRole).toLongLong(); };
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
        [this, idOf](const QModelIndex &current) { Q_EMIT currentChanged(idOf(current)); });
    connect(
        m_view, &QTableView::clicked, this, [this, idOf](const QModelIndex &index) { Q_EMIT clicked(idOf(index)); });
    connect(m_view, &QTableView::activated, this,
        [this, idOf](const QModelIndex &index) { Q_EMIT activated(idOf(index)); });
    connect(m_view, &QTableView::customContextMenuRequested, this,
        [this](const QPoint &at) { Q_EMIT contextMenuRequested(m_view->viewport()->mapToGlobal(at)); });
    connect(m_view->verticalScrollBar(), &QScrollBar::valueChanged, this, &PostList::onScrolled);
}

void PostList::buildStates(const PostActions &actions)
{
    m_empty = new EmptyState(
        QStringLiteral("posts"), tr("No posts yet. They come with the first run."), actions.parseAll, this);
    m_noChannels = new EmptyState(QStringLiteral("posts"), tr("No posts yet. Add the channels that you want to read."),
        actions.addChannels, this);
    m_noMatch = new EmptyState(QStringLiteral("filter"), tr("No post matches."), actions.clearFilters, this);
    m_failed = new QWidget(this);
    m_failedText = secondaryLabel({}, m_failed);
    m_failedText->setTextFormat(Qt::PlainText);
    m_failedText->setAlignment(Qt::AlignCenter);
    auto *failed = new QVBoxLayout(m_failed);
    failed->addStretch();
    failed->addWidget(
        new EmptyState(QStringLiteral("bad"), tr("The posts could not be read."), actions.reload, m_failed));
    failed->addWidget(m_failedText);
    failed->addStretch();
    for (QWidget *state : {static_cast<QWidget *>(m_view), m_empty, m_noChannels, m_noMatch, m_failed}) {
        m_stack->addWidget(state);
    }
}

PostId PostList::currentPost() const
{
    return m_view->currentIndex().data(PostModel::IdRole).toLongLong();
}

bool PostList::select(PostId id)
{
    const int row = m_model->rowOf(id);
    if (row < 0) {
        return false;
    }
    m_view->selectRow(row);
    m_view->scrollTo(m_model->index(row, 0));
    return true;
}

void PostList::clearSelection()
{
    m_view->selectionModel()->clear();
}

void PostList::step(int steps)
{
    const int row = m_view->currentIndex().isValid() ? m_view->currentIndex().row() + steps : 0;
    if (row >= 0 && row < m_model->postCount()) {
        m_view->selectRow(row);
        m_view->scrollTo(m_model->index(row, 0));
    }
    fetchAhead();
}

bool PostList::hasNext() const
{
    const QModelIndex current = m_view->currentIndex();
    return current.isValid() ? current.row() + 1 < m_model->postCount() : m_model->postCount() > 0;
}

bool PostList::hasPrevious() const
{
    return m_view->currentIndex().row() > 0;
}

void PostList::announce(int count)
{
    const bool atTop = m_view->verticalScrollBar()->value() == 0;
    if (atTop && currentPost() == 0) {
        Q_EMIT newsRequested();
        return;
    }
    m_announced += count;
    m_someAnnounced = m_someAnnounced || count == 0;
    const QString text = m_someAnnounced ? tr("New posts") : tr("%n new posts", nullptr, m_announced);
    m_pill->setText(text);
    m_pill->setAccessibleName(text);
    m_pill->setToolTip(tr("Show them at the top of the list"));
    m_pill->show();
    placePill();
}

void PostList::forgetAnnouncement()
{
    m_announced = 0;
    m_someAnnounced = false;
    m_pill->hide();
}

void PostList::setHasChannels(bool hasChannels)
{
    if (m_hasChannels != hasChannels) {
        m_hasChannels = hasChannels;
        if (!m_model->hasFailed()) {
            updateState();
        }
    }
}

void PostList::showFailure(const QString &text)
{
    m_failedText->setText(text);
    m_stack->setCurrentWidget(m_failed);
}

void PostList::updateState()
{
    QWidget *shown = m_view;
    if (m_model->isLoaded() && m_model->postCount() == 0 && m_model->rowCount() == 0) {
        shown = m_noMatch;
        if (!m_filtering) {
            shown = m_hasChannels ? m_empty : m_noChannels;
        }
    }
    m_stack->setCurrentWidget(shown);
    fetchAhead();
}

void PostList::placePill()
{
    m_pill->adjustSize();
    m_pill->move((width() - m_pill->width()) / 2, Theme::gap);
    m_pill->raise();
}

void PostList::onScrolled()
{
    fetchAhead();
}

void PostList::fetchAhead()
{
    const int last = m_view->rowAt(m_view->viewport()->height() - 1);
    const int bottom = last < 0 ? m_model->rowCount() : last;
    if (m_model->canFetchMore({}) && bottom + rowsAhead >= m_model->postCount()) {
        m_model->fetchMore({});
    }
}

void PostList::keepPlace()
{
    const int row = m_view->rowAt(0);
    const PostSummary *post = m_model->at(row);
    const bool standing = m_view->verticalScrollBar()->value() > 0 || currentPost() != 0;
    m_topPost = post != nullptr && standing ? post->id : 0;
    m_topOffset = row < 0 ? 0 : m_view->rowViewportPosition(row);
}

void PostList::restorePlace()
{
    const int row = m_topPost == 0 ? -1 : m_model->rowOf(m_topPost);
    m_topPost = 0;
    if (row < 0) {
        return;
    }
    // The header counts new rows at once, the scroll bar only after the next layout.
    m_view->verticalScrollBar()->setMaximum(std::max(
        m_view->verticalScrollBar()->maximum(), m_view->verticalHeader()->length() - m_view->viewport()->height()));
    m_view->verticalScrollBar()->setValue(m_view->verticalHeader()->sectionPosition(row) - m_topOffset);
}

void PostList::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placePill();
    fetchAhead();
}

bool PostList::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_view && event->type() == QEvent::FontChange) {
        m_view->verticalHeader()->setDefaultSectionSize(PostDelegate::rowHeight(m_view->font()));
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace vestnik
