// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/storage/sizemodel.h"

#include <QPointer>
#include <QStyledItemDelegate>
#include <QWidget>

class QAction;
class QLabel;
class QLineEdit;
class QStackedWidget;
class QTableView;

namespace vestnik {

class LayoutKeeper;

/// Paints the bar of a share, and grey bars where rows are not read yet.
class SizeDelegate final : public QStyledItemDelegate {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SizeDelegate)

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

/// The table of sizes with its filter, totals, and what stands there instead: nothing stored, nothing matches, not
/// readable.
class SizeList final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SizeList)

public:
    /// `add` and `reload` are the buttons of the empty and the failed state; they outlive it.
    SizeList(SizeModel *model, QAction *add, QAction *reload, QWidget *parent = nullptr);
    ~SizeList() override;

    /// For the page's header, which takes it as a child.
    [[nodiscard]] QLineEdit *searchField() const { return m_search; }
    [[nodiscard]] QTableView *table() const { return m_table; }
    void keepLayout(LayoutKeeper &keeper);
    /// After the model was filled. Selects the same channels again.
    void loaded();
    void showFailure(const QString &text);
    /// In the order of the table.
    [[nodiscard]] QList<SizeRow> selectedRows() const;
    /// The selected rows, or all that are shown, tab-separated with a header line; numbers without groups.
    [[nodiscard]] QString asTable() const;

Q_SIGNALS:
    void selectionChanged();
    void activated();
    void contextMenuRequested(const QPoint &globalPosition);

private:
    void buildTable();
    void updateState();
    [[nodiscard]] const SizeRow &rowAt(int proxyRow) const;

    SizeModel *const m_model;
    SizeProxy *const m_proxy;
    QTableView *m_table = nullptr;
    QStackedWidget *m_stack = nullptr;
    QWidget *m_nothing = nullptr;
    QWidget *m_noMatch = nullptr;
    QWidget *m_failed = nullptr;
    QLabel *m_failedText = nullptr;
    QLabel *m_count = nullptr;
    QPointer<QLineEdit> m_search;
    QList<ChannelId> m_selected;
};

} // namespace vestnik
