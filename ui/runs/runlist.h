// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/run.h"

#include <QTimer>
#include <QWidget>

class QAction;
class QLabel;
class QSettings;
class QStackedWidget;
class QTableView;

namespace vestnik {

class EngineFacade;
class LayoutKeeper;
class NewsPill;
class RunFilters;
class RunListModel;

/// The history of runs with its filters and empty states. The selection is one of runs, not of rows; a run that comes
/// while one reads is announced above and moves nothing. The model outlives it. GUI thread.
class RunList final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunList)

public:
    /// `openSchedule`, `reset` and `reload` become buttons of the empty states; they outlive it.
    RunList(EngineFacade &engine, RunListModel *model, QAction *openSchedule, QAction *reset, QAction *reload,
        QWidget *parent);

    void keepLayout(LayoutKeeper &keeper, const QSettings &settings, const QString &group);
    [[nodiscard]] QTableView *table() const { return m_table; }
    [[nodiscard]] RunFilters *filters() const { return m_filters; }
    /// In the order of the table.
    [[nodiscard]] QList<RunId> selectedRuns() const;
    /// Selects a run and makes it visible, as soon as it is listed.
    void select(RunId run);
    /// The rows that are selected as tab-separated text.
    [[nodiscard]] QString selectedText() const;

Q_SIGNALS:
    /// The selection changed, or the values of a selected run did; coalesced to one signal a turn of the loop.
    void selectionChanged();
    void activated();
    void contextMenuRequested(const QPoint &globalPosition);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildTable();
    void buildStates(QAction *openSchedule, QAction *reset, QAction *reload);
    void onFilters();
    void onLoaded();
    void onArrived(RunId run);
    void onFailed(const Error &error);
    void keepPlace();
    void restorePlace();
    void showNews(int count);
    void lookForWanted();
    void updateState();
    [[nodiscard]] bool isReading() const;

    RunListModel *const m_model;
    RunFilters *m_filters;
    QTableView *m_table;
    QStackedWidget *m_stack;
    NewsPill *m_pill;
    QWidget *m_none = nullptr;
    QWidget *m_noMatch = nullptr;
    QWidget *m_failed = nullptr;
    QLabel *m_failedText = nullptr;
    QTimer m_refresh; ///< coalesces what follows from changes
    QList<RunId> m_kept; ///< selected before a reset
    RunId m_current = 0;
    RunId m_wanted = 0; ///< to select when it comes
    int m_scroll = 0; ///< before rows came above
    int m_news = 0;
    bool m_toTop = false; ///< another query: it is shown from its top
};

} // namespace vestnik
