// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/storage/sizelist.h"

#include "ui/widgets/controls.h"
#include "ui/widgets/layoutkeeper.h"
#include "ui/widgets/tableparts.h"
#include "ui/widgets/texts.h"

#include <QAction>
#include <QApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPainter>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace vestnik {
namespace {

constexpr int barWidth = 64;
constexpr int barHeight = 6;

} // namespace

void SizeDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (index.data(SizeModel::PlaceholderRole).toBool()) {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(option.palette.color(QPalette::AlternateBase));
        const int part = index.column() == SizeModel::Channel ? 40 + index.row() * 17 % 40 : 60;
        QRectF bar = QRectF(option.rect).adjusted(Theme::gap, 0, -Theme::gap, 0);
        bar.setWidth(bar.width() * part / 100);
        bar.setHeight(option.fontMetrics.height() / 2.0);
        bar.moveTop(option.rect.center().y() - bar.height() / 2);
        painter->drawRoundedRect(bar, 3, 3);
        painter->restore();
        return;
    }
    if (index.column() != SizeModel::Share) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const QString text = cell.text;
    cell.text.clear();
    const QStyle *style = cell.widget ? cell.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);
    const bool selected = cell.state.testFlag(QStyle::State_Selected);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    const QRect inside = cell.rect.adjusted(Theme::gap, 0, -Theme::gap, 0);
    const QRectF ground(inside.left(), inside.center().y() - barHeight / 2.0 + 0.5, barWidth, barHeight);
    const QColor ink = cell.palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
    QColor pale = ink;
    pale.setAlphaF(0.15F);
    painter->setBrush(pale);
    painter->drawRoundedRect(ground, barHeight / 2.0, barHeight / 2.0);
    const double share = index.data(SizeModel::BarRole).toDouble();
    if (share > 0) {
        painter->setBrush(selected ? ink : Theme::color(Theme::Role::Accent));
        const double width = std::max<double>(barHeight, barWidth * share);
        painter->drawRoundedRect(
            QRectF(ground.left(), ground.top(), width, barHeight), barHeight / 2.0, barHeight / 2.0);
    }
    painter->setPen(ink);
    painter->drawText(inside.adjusted(barWidth + Theme::gap, 0, 0, 0), Qt::AlignVCenter | Qt::TextSingleLine, text);
    painter->restore();
}

SizeList::SizeList(SizeModel *model, QAction *add, QAction *reload, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_proxy(new SizeProxy(model, this))
    , m_table(new QTableView(this))
    , m_stack(new QStackedWidget(this))
    , m_count(secondaryLabel({}, this))
    , m_search(makeSearchField(
          QStringLiteral("storageSearch"), tr("Find a channel"), tr("Words of the title or the name"), this))
{
    setObjectName(QStringLiteral("sizeList"));
    buildTable();
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_proxy->setText(text);
        updateState();
    });
    m_count->setWordWrap(false);
    m_count->setObjectName(QStringLiteral("sizeCount"));

    m_nothing = new EmptyState(QStringLiteral("storage"), tr("No posts are stored yet."), add, this);
    auto *clear = new QAction(tr("Show All Channels"), this);
    clear->setObjectName(QStringLiteral("storageClearFilter"));
    connect(clear, &QAction::triggered, this, [this] {
        if (m_search) {
            m_search->clear();
        }
    });
    m_noMatch = new EmptyState(QStringLiteral("filter"), tr("No channel matches the filter."), clear, this);
    m_failed = makeFailedState(tr("The sizes could not be read."), reload, &m_failedText, this);
    m_failedText->setObjectName(QStringLiteral("sizeFailure"));
    for (QWidget *state : {static_cast<QWidget *>(m_table), m_nothing, m_noMatch, m_failed}) {
        m_stack->addWidget(state);
    }
    auto *line = new QHBoxLayout;
    line->setContentsMargins(Theme::grid, Theme::group - Theme::grid, Theme::group, Theme::gap);
    line->addWidget(sectionLabel(tr("Size by channel"), this));
    line->addStretch();
    line->addWidget(m_count);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::gap, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(line);
    column->addWidget(m_stack, 1);
    updateState();
}

SizeList::~SizeList()
{
    dropSearchField(m_search, this);
}

void SizeList::buildTable()
{
    m_table->setObjectName(QStringLiteral("sizeTable"));
    m_table->setAccessibleName(tr("Size by channel"));
    m_table->setModel(m_proxy);
    m_table->setItemDelegate(new SizeDelegate(m_table));
    setUpTable(m_table);
    const int em = fontMetrics().averageCharWidth();
    m_table->setColumnWidth(SizeModel::Channel, 25 * em);
    m_table->setColumnWidth(SizeModel::Posts, 9 * em);
    m_table->setColumnWidth(SizeModel::Size, 11 * em);
    m_table->setColumnWidth(SizeModel::Share, barWidth + 3 * Theme::gap + 6 * em);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(SizeModel::Size, Qt::DescendingOrder);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        updateState();
        Q_EMIT selectionChanged();
    });
    connect(m_table, &QTableView::activated, this, &SizeList::activated);
    connect(m_table, &QTableView::customContextMenuRequested, this,
        [this](const QPoint &at) { Q_EMIT contextMenuRequested(m_table->viewport()->mapToGlobal(at)); });
    // A reset forgets the selection: it is taken by channel before.
    connect(m_model, &QAbstractItemModel::modelAboutToBeReset, this, [this] {
        m_selected.clear();
        for (const SizeRow &row : selectedRows()) {
            m_selected.append(row.channel);
        }
    });
}

void SizeList::keepLayout(LayoutKeeper &keeper)
{
    keeper.keep(m_table);
}

const SizeRow &SizeList::rowAt(int proxyRow) const
{
    return m_model->rows().at(m_proxy->mapToSource(m_proxy->index(proxyRow, 0)).row());
}

void SizeList::loaded()
{
    m_table->selectionModel()->select(
        rowsOf(*m_model, *m_proxy, m_selected), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    updateState();
}

void SizeList::showFailure(const QString &text)
{
    m_failedText->setText(text);
    m_stack->setCurrentWidget(m_failed);
    m_count->clear();
}

QList<SizeRow> SizeList::selectedRows() const
{
    QList<SizeRow> rows;
    if (!m_model->isLoaded()) {
        return rows;
    }
    const QList<int> numbers = selectedRowNumbers(m_table);
    for (const int number : numbers) {
        rows.append(rowAt(number));
    }
    return rows;
}

QString SizeList::asTable() const
{
    QList<SizeRow> rows = selectedRows();
    if (rows.isEmpty() && m_model->isLoaded()) {
        for (int row = 0; row < m_proxy->rowCount(); ++row) {
            rows.append(rowAt(row));
        }
    }
    QStringList head;
    for (int column = 0; column < SizeModel::ColumnCount; ++column) {
        head.append(m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
    }
    QStringList lines{head.join(QLatin1Char('\t'))};
    for (const SizeRow &row : std::as_const(rows)) {
        const int at = m_model->rowOf(row.channel);
        const auto cell = [&](int column) { return m_model->index(at, column).data().toString().simplified(); };
        lines.append(QStringList{QLatin1Char('@') + row.username, QString::number(row.posts),
            QString::number(row.bytes), cell(SizeModel::Share), cell(SizeModel::Keep)}
                         .join(QLatin1Char('\t')));
    }
    return lines.join(QLatin1Char('\n'));
}

void SizeList::updateState()
{
    if (!m_model->isLoaded()) {
        m_stack->setCurrentWidget(m_table);
        m_count->setText(tr("Reading…"));
        return;
    }
    const int total = m_model->rowCount();
    QString count = tr("%n channels", nullptr, total);
    if (m_proxy->isFiltering()) {
        count += QStringLiteral(" · ") + tr("%n shown", "channels", m_proxy->rowCount());
    }
    if (const QList<SizeRow> rows = selectedRows(); rows.size() > 1) {
        qint64 bytes = 0;
        for (const SizeRow &row : rows) {
            bytes += row.bytes;
        }
        count += QStringLiteral(" · ") + tr("%n selected", "channels", int(rows.size())) + QLatin1String(": ")
            + texts::bytes(bytes);
    }
    m_count->setText(count);
    m_stack->setCurrentWidget(total == 0 ? m_nothing : m_proxy->rowCount() == 0 ? m_noMatch : m_table);
}

} // namespace vestnik
