// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/channel.h"
#include "ui/widgets/settletimer.h"

#include <QLineEdit>
#include <QPointer>
#include <QTimer>
#include <QWidget>

class QAction;
class QComboBox;
class QLabel;
class QStackedWidget;
class QTableView;

namespace vestnik {

class ChannelModel;
class ChannelProxy;
class LayoutKeeper;

/// The table of channels with the filter line above it, and what stands there when it is empty. The model outlives it.
/// The selection is one of channels, not of rows; rows move only when the operator sorts, or leaves the table alone.
/// GUI thread.
class ChannelList final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChannelList)

public:
    /// `add` and `reload` become the buttons of the empty states.
    ChannelList(ChannelModel *model, QAction *add, QAction *reload, QWidget *parent);
    ~ChannelList() override;

    /// Widths, order and sorting of the columns.
    void keepLayout(LayoutKeeper &keeper);
    [[nodiscard]] QTableView *table() const { return m_table; }
    /// For the header, which takes it as a child; may be gone before this widget.
    [[nodiscard]] QLineEdit *searchField() const { return m_search; }
    [[nodiscard]] QList<ChannelRow> selectedRows() const;
    /// All that pass the filters, in the order of the table.
    [[nodiscard]] QList<ChannelRow> shownRows() const;
    void selectChannels(const QList<ChannelId> &ids);
    /// The folder that is filtered for, or nothing.
    [[nodiscard]] QString currentFolder() const;
    void clearFilters();
    void showFailing();
    /// Sorts now.
    void settle();
    /// Rows were changed or came: folders and counts follow at once, the order when the table is left alone.
    void rowsChanged();
    void showFailure(const QString &text);
    /// Counts and the choice between table and empty states.
    void updateState();

Q_SIGNALS:
    /// The selection or what is shown changed; coalesced to one signal a turn of the loop.
    void situationChanged();
    void activated();
    void contextMenuRequested(const QPoint &globalPosition);

private:
    void buildTable();
    void buildFilters();
    void buildLayout(QAction *add, QAction *reload);
    void updateFolders();

    ChannelModel *const m_model;
    ChannelProxy *m_proxy;
    QAction *m_clearFilters;
    QTableView *m_table;
    QStackedWidget *m_stack;
    QWidget *m_noChannels = nullptr;
    QWidget *m_noMatch = nullptr;
    QWidget *m_failed = nullptr;
    QLabel *m_failedText = nullptr;
    QPointer<QLineEdit> m_search;
    QComboBox *m_states;
    QComboBox *m_folders;
    QLabel *m_count;
    QTimer m_refresh; ///< coalesces what follows from a change of rows or selection
    SettleTimer m_settle;
};

} // namespace vestnik
