// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/enginefacade.h"
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

class JobFeed;
class JobModel;
class JobProxy;
class LayoutKeeper;

/// The table of jobs with the filter line above it, and what stands there when it is empty or cannot be shown. The
/// selection is one of jobs; rows move only when the operator sorts, or leaves the table alone. GUI thread; engine and
/// model outlive it.
class JobList final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JobList)

public:
    /// `add` and `reload` become the buttons of the empty states.
    JobList(EngineFacade &engine, JobModel *model, QAction *add, QAction *reload, QWidget *parent);
    ~JobList() override;

    /// Widths, order and sorting of the columns. `ownWidths`: what was kept of "ownWidths" under the same group, true
    /// once the operator has set a width; until then the columns fit themselves to the room.
    void keepLayout(LayoutKeeper &keeper, bool ownWidths);
    [[nodiscard]] QTableView *table() const { return m_table; }
    /// For the header, which takes it as a child; may be gone before this widget.
    [[nodiscard]] QLineEdit *searchField() const { return m_search; }
    [[nodiscard]] QList<JobRow> selectedRows() const;
    void selectJobs(const QList<JobId> &ids);
    void clearFilters();
    void showFailed();
    /// Sorts now.
    void settle();
    /// Rows were changed or came: counts follow at once, the order when the table is left alone.
    void rowsChanged();
    /// The store is closed or broken: why. Empty: it is not.
    void setTrouble(const QString &text);
    /// The store is being opened: placeholder rows.
    void setLoading(bool loading);
    /// Counts and the choice between table and empty states.
    void updateState();

Q_SIGNALS:
    /// The selection or what is shown changed; coalesced to one signal a turn of the loop.
    void situationChanged();
    void activated();
    void contextMenuRequested(const QPoint &globalPosition);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildTable();
    void buildFilters();
    void buildLayout(QAction *add, QAction *reload);
    void fitColumns();
    [[nodiscard]] QList<JobId> seenJobs() const;

    JobModel *const m_model;
    JobProxy *m_proxy;
    JobFeed *m_feed;
    QAction *m_clearFilters;
    QTableView *m_table;
    QStackedWidget *m_stack;
    QWidget *m_noJobs = nullptr;
    QWidget *m_noMatch = nullptr;
    QWidget *m_loading = nullptr;
    QWidget *m_failed = nullptr;
    QLabel *m_failedText = nullptr;
    QPointer<QLineEdit> m_search;
    QComboBox *m_states;
    QLabel *m_count;
    QString m_trouble;
    QTimer m_refresh; ///< coalesces what follows from a change of rows or selection
    SettleTimer m_settle;
    bool m_isLoading = false;
    bool m_ownWidths = false;
    bool m_fitting = false;
};

} // namespace vestnik
