// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/posts/postlist.h"

#include <QAction>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "ui/posts/postactions.h"
#include "ui/posts/postmodel.h"
#include "ui/posts/postview.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/newspill.h"
#include "ui/widgets/texts.h"
#include "ui/widgets/theme.h"

#include <algorithm>
#include <utility>

namespace vestnik {
namespace {

constexpr int maxKept = 10'000; ///< selected rows that are found again after a reset

} // namespace

PostList::PostList(PostModel *model, const PostActions &actions, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_view(new PostView(model, this))
    , m_stack(new QStackedWidget(this))
    , m_pill(new NewsPill(this))
{
    setObjectName(QStringLiteral("postList"));
    m_view->setObjectName(QStringLiteral("postsView"));
    m_view->setAccessibleName(tr("Posts"));
    connectView();
    buildStates(actions);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);

    m_pill->setObjectName(QStringLiteral("postsNewsPill"));
    connect(m_pill, &QPushButton::clicked, this, &PostList::newsRequested);
    connect(m_view, &PostView::topRequested, this, [this] {
        if (m_pill->isVisible()) {
            Q_EMIT newsRequested();
        }
    });

    // What comes or goes above the place must not move it.
    connect(m_model, &QAbstractItemModel::rowsAboutToBeInserted, this, [this] { keepPlace(m_view->topRow()); });
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &PostList::restorePlace);
    connect(m_model, &QAbstractItemModel::rowsAboutToBeRemoved, this, [this](const QModelIndex &, int first, int last) {
        const int top = m_view->topRow();
        const bool goes = top >= first && top <= last;
        keepPlace(goes ? (last + 1 < m_model->postCount() ? last + 1 : first - 1) : top);
    });
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, &PostList::restorePlace);
    connect(m_model, &QAbstractItemModel::modelAboutToBeReset, this, [this] {
        m_resetting = true;
        keepPlace(m_view->topRow());
        keepSelection();
    });
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] {
        restoreSelection();
        restorePlace();
        m_resetting = false;
        onCurrent();
    });
    connect(m_model, &PostModel::queryAnswered, this, [this] {
        m_selected.clear();
        m_view->scrollToTop();
    });
    connect(m_model, &PostModel::listChanged, this, [this] {
        if (m_view->currentPost() == 0 && m_current != 0 && m_model->rowOf(m_current) >= 0) {
            // What is being read stays selected under another filter.
            m_view->selectRows({m_model->rowOf(m_current)}, m_model->rowOf(m_current));
        }
        updateState();
    });
    connect(m_model, &PostModel::newsCounted, this, &PostList::announce);
}

void PostList::connectView()
{
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &PostList::onCurrent);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &PostList::selectionChanged);
    connect(m_view, &QTableView::clicked, this,
        [this](const QModelIndex &index) { Q_EMIT clicked(m_model->idAt(index.row())); });
    connect(m_view, &QTableView::activated, this,
        [this](const QModelIndex &index) { Q_EMIT activated(m_model->idAt(index.row())); });
    connect(m_view, &QTableView::customContextMenuRequested, this,
        [this](const QPoint &at) { Q_EMIT contextMenuRequested(m_view->viewport()->mapToGlobal(at)); });
}

void PostList::buildStates(const PostActions &actions)
{
    m_empty = new EmptyState(
        QStringLiteral("posts"), tr("No posts yet. They come with the first run."), actions.parseAll, this);
    m_noChannels = new EmptyState(QStringLiteral("posts"), tr("No posts yet. Add the channels that you want to read."),
        actions.addChannels, this);
    m_noMatch = buildNoMatch(actions);
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

QWidget *PostList::buildNoMatch(const PostActions &actions)
{
    auto *state = new QWidget(this);
    auto *layout = new QVBoxLayout(state);
    layout->setContentsMargins(Theme::section, Theme::section, Theme::section, Theme::section);
    layout->setSpacing(Theme::group);
    layout->addStretch(2);
    auto *picture = new IconLabel(40, state);
    picture->setIcon(Theme::icon(QStringLiteral("search")), QIcon::Disabled);
    layout->addWidget(picture, 0, Qt::AlignHCenter);
    m_noMatchText = new QLabel(state);
    m_noMatchText->setObjectName(QStringLiteral("postsNoMatch"));
    m_noMatchText->setAlignment(Qt::AlignCenter);
    m_noMatchText->setWordWrap(true);
    m_noMatchText->setTextFormat(Qt::PlainText); // it names what was typed
    layout->addWidget(m_noMatchText);
    m_wider = new QPushButton(state);
    m_wider->setObjectName(QStringLiteral("postsWiderSearch"));
    layout->addWidget(m_wider, 0, Qt::AlignHCenter);
    auto *clear = new QPushButton(actions.clearFilters->text(), state);
    clear->setObjectName(QStringLiteral("emptyStateButton"));
    clear->setIcon(actions.clearFilters->icon());
    layout->addWidget(clear, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    connect(m_wider, &QPushButton::clicked, this, [this] { Q_EMIT searchRequested(m_widerSearch); });
    connect(clear, &QPushButton::clicked, actions.clearFilters, &QAction::trigger);
    return state;
}

void PostList::setSearch(const QString &typed, const QString &wider)
{
    m_noMatchText->setText(typed.isEmpty() ? tr("No post matches.") : tr("Nothing was found for “%1”.").arg(typed));
    m_widerSearch = wider;
    m_wider->setVisible(!wider.isEmpty());
    m_wider->setText(tr("Search for %1").arg(wider.section(QLatin1Char(' '), -1)));
    m_wider->setToolTip(tr("Finds all words that begin so"));
}

PostId PostList::currentPost() const
{
    return m_view->currentPost();
}

bool PostList::select(PostId id)
{
    const int row = m_model->rowOf(id);
    if (row < 0) {
        m_current = id; // should it come, it is the one
        return false;
    }
    m_view->selectRow(row);
    m_view->scrollTo(m_model->index(row, 0));
    return true;
}

void PostList::step(int steps)
{
    const int row = m_view->currentIndex().isValid() ? m_view->currentIndex().row() + steps : 0;
    if (row >= 0 && row < m_model->postCount()) {
        m_view->selectRow(row);
        m_view->scrollTo(m_model->index(row, 0));
    }
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

bool PostList::goTo(qint64 ms)
{
    const int row = m_model->rowBefore(ms);
    if (row < 0) {
        return false;
    }
    m_view->showAtTop(row);
    return true;
}

void PostList::announce(int count)
{
    // A list that does not fill the view yet, as during the first run, has nothing that could be moved away.
    const bool isShort = m_view->verticalScrollBar()->maximum() == 0;
    if (count > 0 && isShort && m_model->isByTime() && !m_view->selectionModel()->hasSelection()) {
        m_model->showNews();
        return;
    }
    const QString text = tr("%n new posts", nullptr, count);
    m_pill->setText(text);
    m_pill->setAccessibleName(text);
    m_pill->setToolTip(tr("Show them at the top of the list (Home)"));
    m_pill->setVisible(count > 0 && m_stack->currentWidget() == m_view);
    placePill();
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
    m_pill->hide();
}

void PostList::updateState()
{
    if (m_model->hasFailed() && m_model->postCount() == 0) {
        return; // showFailure() says more
    }
    QWidget *shown = m_view;
    if (m_model->isLoaded() && m_model->postCount() == 0 && m_model->rowCount() == 0) {
        shown = m_noMatch;
        if (!m_filtering) {
            shown = m_hasChannels ? m_empty : m_noChannels;
        }
    }
    m_stack->setCurrentWidget(shown);
    announce(m_model->newsCount());
}

void PostList::placePill()
{
    m_pill->adjustSize();
    m_pill->move((width() - m_pill->width()) / 2, Theme::gap);
    m_pill->raise();
}

void PostList::keepPlace(int row)
{
    m_topPost = m_model->idAt(row);
    const int top = m_view->topRow();
    m_topOffset = top < 0 ? 0 : -m_view->rowViewportPosition(top);
}

void PostList::restorePlace()
{
    const PostId post = std::exchange(m_topPost, 0);
    if (const int row = post == 0 ? -1 : m_model->rowOf(post); row >= 0) {
        m_view->restorePlace(row, m_topOffset);
    }
}

void PostList::keepSelection()
{
    // A reset of placeholders in between must not make it forget.
    const QList<PostId> selected = m_view->selectedCount() > maxKept ? QList<PostId>() : m_view->selectedPosts(maxKept);
    if (!selected.isEmpty() || m_model->postCount() > 0) {
        m_selected = selected;
    }
}

void PostList::restoreSelection()
{
    QList<int> rows;
    for (const PostId id : std::as_const(m_selected)) {
        if (const int row = m_model->rowOf(id); row >= 0) {
            rows.append(row);
        }
    }
    std::sort(rows.begin(), rows.end());
    const int current = m_model->rowOf(m_current);
    if (rows.isEmpty() && current >= 0) {
        rows.append(current);
    }
    if (!rows.isEmpty()) {
        m_view->selectRows(rows, current);
    }
}

void PostList::onCurrent()
{
    // What is being read and not in the list any more stays in the reader.
    const PostId post = m_view->currentPost();
    if (!m_resetting && !m_model->isChanging() && post != 0 && post != m_current) {
        m_current = post;
        Q_EMIT currentChanged(post);
    }
}

void PostList::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placePill();
}

} // namespace vestnik
