// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/posts/postview.h"

#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLocale>
#include <QScrollBar>
#include <QStyle>
#include <QStyleOptionSlider>
#include <QToolTip>

#include "core/model/postkey.h"
#include "ui/posts/postdelegate.h"
#include "ui/posts/postmodel.h"
#include "ui/widgets/texts.h"

#include <algorithm>

namespace vestnik {
namespace {

constexpr int rowsAhead = 40; ///< above and below the view, so that a page down shows rows and no placeholders

} // namespace

PostView::PostView(PostModel *model, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
{
    setModel(model);
    setItemDelegate(new PostDelegate(this));
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setShowGrid(false);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setContextMenuPolicy(Qt::CustomContextMenu);
    horizontalHeader()->hide();
    horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    // The fast way of QTableView: one height for all rows, of which none is asked.
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(1);
    verticalHeader()->setDefaultSectionSize(PostDelegate::rowHeight(font()));

    QScrollBar *bar = verticalScrollBar();
    connect(bar, &QScrollBar::sliderPressed, this, [this] { m_dragging = true; });
    connect(bar, &QScrollBar::sliderReleased, this, [this] {
        m_dragging = false;
        QToolTip::hideText();
    });
}

PostId PostView::currentPost() const
{
    return m_model->idAt(currentIndex().row());
}

QList<PostId> PostView::selectedPosts(int most) const
{
    // By ranges: a list of a million indexes would take its time.
    QList<std::pair<int, int>> ranges;
    const QItemSelection selection = selectionModel()->selection();
    for (const QItemSelectionRange &range : selection) {
        ranges.append({range.top(), range.bottom()});
    }
    std::sort(ranges.begin(), ranges.end());
    QList<PostId> ids;
    for (const auto &[first, last] : std::as_const(ranges)) {
        for (int row = first; row <= last && ids.size() < most; ++row) {
            if (const PostId id = m_model->idAt(row); id != 0) {
                ids.append(id);
            }
        }
    }
    return ids;
}

int PostView::selectedCount() const
{
    int count = 0;
    const QItemSelection selection = selectionModel()->selection();
    for (const QItemSelectionRange &range : selection) {
        count += std::min(range.bottom(), m_model->postCount() - 1) - range.top() + 1;
    }
    return count;
}

void PostView::selectRows(const QList<int> &rows, int current)
{
    QItemSelection selection;
    for (qsizetype i = 0; i < rows.size();) {
        qsizetype end = i + 1;
        while (end < rows.size() && rows.at(end) == rows.at(end - 1) + 1) {
            ++end;
        }
        selection.append(QItemSelectionRange(m_model->index(rows.at(i), 0), m_model->index(rows.at(end - 1), 0)));
        i = end;
    }
    if (current >= 0) {
        selectionModel()->setCurrentIndex(m_model->index(current, 0), QItemSelectionModel::NoUpdate);
    }
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
}

void PostView::showAtTop(int row)
{
    restorePlace(row, 0);
}

void PostView::restorePlace(int row, int pixels)
{
    // The header counts new rows at once, the scroll bar only after the next layout.
    QScrollBar *bar = verticalScrollBar();
    bar->setMaximum(std::max(bar->maximum(), verticalHeader()->length() - viewport()->height()));
    bar->setValue(verticalHeader()->sectionPosition(row) + pixels);
}

void PostView::keyboardSearch(const QString &search){Q_UNUSED(search)}

QModelIndex PostView::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    // In a table these go to the first and last column of the row.
    if (action == MoveHome || action == MoveEnd) {
        return m_model->index(action == MoveHome ? 0 : m_model->postCount() - 1, 0);
    }
    return QTableView::moveCursor(action, modifiers);
}

void PostView::keyPressEvent(QKeyEvent *event)
{
    QTableView::keyPressEvent(event);
    if (event->key() == Qt::Key_Home && event->modifiers() == Qt::NoModifier) {
        Q_EMIT topRequested();
    }
}

void PostView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        verticalHeader()->setDefaultSectionSize(PostDelegate::rowHeight(font()));
    }
}

void PostView::scrollContentsBy(int dx, int dy)
{
    QTableView::scrollContentsBy(dx, dy);
    readAhead();
    if (m_dragging) {
        showDate();
    }
}

void PostView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    readAhead();
}

void PostView::readAhead()
{
    if (m_dragging || m_model->postCount() == 0) {
        return; // far from where it will stop
    }
    const int top = rowAt(0);
    const int bottom = rowAt(viewport()->height() - 1);
    static_cast<void>(m_model->wanted(std::max(0, top - rowsAhead)));
    static_cast<void>(m_model->wanted(std::min(m_model->postCount() - 1, std::max(top, bottom) + rowsAhead)));
}

void PostView::showDate()
{
    const PostId post = m_model->idAt(rowAt(0));
    if (post == 0) {
        return;
    }
    const QScrollBar *bar = verticalScrollBar();
    QStyleOptionSlider option;
    option.initFrom(bar);
    option.orientation = Qt::Vertical;
    option.minimum = bar->minimum();
    option.maximum = bar->maximum();
    option.pageStep = bar->pageStep();
    option.singleStep = bar->singleStep();
    option.sliderPosition = bar->sliderPosition();
    option.sliderValue = bar->value();
    option.subControls = QStyle::SC_All;
    const QRect slider = style()->subControlRect(QStyle::CC_ScrollBar, &option, QStyle::SC_ScrollBarSlider, bar);
    const qint64 time = postkey::timeOf(post);
    const QString text = QLocale().toString(QDateTime::fromMSecsSinceEpoch(time), QLocale::ShortFormat);
    QToolTip::showText(bar->mapToGlobal(QPoint(-120, slider.center().y() - 24)), text, verticalScrollBar());
}

} // namespace vestnik
