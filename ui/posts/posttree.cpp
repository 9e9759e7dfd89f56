// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/posts/posttree.h"

#include <QApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QStyledItemDelegate>

#include "ui/widgets/texts.h"
#include "ui/widgets/theme.h"

namespace vestnik {
namespace {

/// The name at the left, the number of unread posts at the right.
class TreeDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const qint64 unread = index.data(PostTreeModel::UnreadRole).toLongLong();
        QStyleOptionViewItem item = option;
        initStyleOption(&item, index);
        const QString count = unread > 0 ? texts::shortNumber(unread) : index.data(PostTreeModel::CountRole).toString();
        QFont bold = item.font;
        bold.setWeight(unread > 0 ? QFont::DemiBold : QFont::Normal);
        const int width = !count.isEmpty() ? QFontMetrics(bold).horizontalAdvance(count) + Theme::gap : 0;
        const QStyle *style = item.widget != nullptr ? item.widget->style() : QApplication::style();
        const QRect whole = item.rect;
        const QString name = item.text;
        item.text.clear();
        const QIcon icon = item.icon;
        item.icon = QIcon();
        style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);

        painter->save();
        const bool selected = item.state.testFlag(QStyle::State_Selected);
        const auto group = item.state.testFlag(QStyle::State_Active) ? QPalette::Active : QPalette::Inactive;
        painter->setPen(item.palette.color(group, selected ? QPalette::HighlightedText : QPalette::Text));
        QRect area = whole.adjusted(Theme::grid, 0, -Theme::gap, 0);
        if (!icon.isNull()) {
            const QRect square(area.left(), area.center().y() - 7, 16, 16);
            icon.paint(painter, square, Qt::AlignCenter, selected ? QIcon::Selected : QIcon::Normal);
            area.setLeft(square.right() + 1 + Theme::gap);
        }
        painter->setFont(bold);
        const QColor strong = painter->pen().color();
        if (unread == 0 && !selected) {
            painter->setPen(item.palette.color(group, QPalette::PlaceholderText));
        }
        painter->drawText(area, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, count);
        painter->setFont(item.font);
        painter->setPen(strong);
        area.setRight(area.right() - width);
        painter->drawText(area, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
            QFontMetrics(item.font).elidedText(name, Qt::ElideRight, area.width()));
        painter->restore();
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        Q_UNUSED(index)
        return {120, option.fontMetrics.height() + 10};
    }
};

} // namespace

PostTree::PostTree(PostTreeModel *model, QWidget *parent)
    : QTreeView(parent)
    , m_model(model)
{
    setObjectName(QStringLiteral("postTree"));
    setAccessibleName(tr("Folders and channels"));
    setModel(model);
    setItemDelegate(new TreeDelegate(this));
    setHeaderHidden(true);
    setUniformRowHeights(true);
    setIndentation(16);
    setFrameShape(QFrame::NoFrame);
    setEditTriggers(EditKeyPressed);
    setSelectionMode(SingleSelection);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setContextMenuPolicy(Qt::CustomContextMenu);
    header()->setStretchLastSection(true);
    setCurrentIndex(model->index(0, 0));
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &current) {
        if (current.isValid() && m_model->scopeAt(current).kind != PostScope::Kind::Group) {
            Q_EMIT scopeChanged(m_model->scopeAt(current));
        }
    });
    connect(m_model, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &group) {
        if (group.isValid() && m_model->scopeAt(group).kind == PostScope::Kind::Group) {
            expand(group);
        }
    });
    connect(this, &QTreeView::customContextMenuRequested, this, &PostTree::showContextMenu);
    connect(this, &QTreeView::expanded, this, &PostTree::shapeChanged);
    connect(this, &QTreeView::collapsed, this, &PostTree::shapeChanged);
}

PostScope PostTree::scope() const
{
    return currentIndex().isValid() ? m_model->scopeAt(currentIndex()) : PostScope();
}

void PostTree::setScope(const PostScope &scope)
{
    QModelIndex index = m_model->indexOf(scope);
    if (!index.isValid()) {
        index = m_model->index(0, 0);
    }
    if (index.parent().isValid()) {
        expand(index.parent());
    }
    setCurrentIndex(index);
    scrollTo(index);
}

QStringList PostTree::openFolders() const
{
    QStringList open;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex index = m_model->index(row, 0);
        if (isExpanded(index) && m_model->scopeAt(index).kind == PostScope::Kind::Folder) {
            open.append(m_model->scopeAt(index).folder);
        }
    }
    return open;
}

void PostTree::setOpenFolders(const QStringList &folders)
{
    for (const QString &folder : folders) {
        PostScope scope;
        scope.kind = PostScope::Kind::Folder;
        scope.folder = folder;
        const QModelIndex index = m_model->indexOf(scope);
        if (index.isValid()) {
            expand(index);
        }
    }
}

void PostTree::showContextMenu(const QPoint &at)
{
    const QModelIndex index = indexAt(at);
    if (!index.isValid()) {
        return;
    }
    const PostScope scope = m_model->scopeAt(index);
    if (scope.kind == PostScope::Kind::Group) {
        return;
    }
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (scope.kind == PostScope::Kind::Search || scope.kind == PostScope::Kind::Tag) {
        QAction *rename = menu->addAction(Theme::icon(QStringLiteral("rename")), tr("Rename"));
        rename->setShortcut(QKeySequence(Qt::Key_F2));
        connect(rename, &QAction::triggered, this, [this, scope] { edit(m_model->indexOf(scope)); });
        if (scope.kind == PostScope::Kind::Search) {
            QAction *change = menu->addAction(Theme::icon(QStringLiteral("edited")), tr("Change the search"));
            connect(change, &QAction::triggered, this, [this, scope] { Q_EMIT editRequested(scope); });
        }
        QAction *remove = menu->addAction(Theme::icon(QStringLiteral("remove")), tr("Remove"));
        remove->setShortcut(QKeySequence(Qt::Key_Delete));
        connect(remove, &QAction::triggered, this, [this, scope] { Q_EMIT removeRequested(scope); });
        menu->addSeparator();
    } else if (scope.kind != PostScope::Kind::Starred && scope.kind != PostScope::Kind::Deleted) {
        QAction *read = menu->addAction(Theme::icon(QStringLiteral("check")), tr("Mark all as read"));
        read->setEnabled(scope.kind == PostScope::Kind::All ? m_model->unreadTotal() > 0
                                                            : index.data(PostTreeModel::UnreadRole).toLongLong() > 0);
        connect(read, &QAction::triggered, this, [this, scope] { Q_EMIT markReadRequested(scope); });
    }
    QAction *exported = menu->addAction(Theme::icon(QStringLiteral("export")), tr("Export…"));
    connect(exported, &QAction::triggered, this, [this, scope] { Q_EMIT exportRequested(scope); });
    menu->popup(viewport()->mapToGlobal(at));
}

void PostTree::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Delete && event->modifiers() == Qt::NoModifier) {
        const PostScope chosen = scope();
        if (chosen.kind == PostScope::Kind::Search || chosen.kind == PostScope::Kind::Tag) {
            Q_EMIT removeRequested(chosen);
            return;
        }
    }
    QTreeView::keyPressEvent(event);
}

} // namespace vestnik
