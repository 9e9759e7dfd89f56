// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/enginefacade.h"
#include "ui/widgets/page.h"

#include <QSet>
#include <QTimer>

#include <memory>

class QSettings;
class QSplitter;

namespace vestnik {

class LayoutKeeper;
class RunActions;
class RunChartStrip;
class RunList;
class RunListModel;
class RunPane;

/// The history of runs: charts, a table with filters, and below it what is known about the selected run.
///
/// openWith(): a number is the id of a job and shows its runs only, so does a map {"job": id}; a map {"run": id} takes
/// the filters back and selects that run, however old it is. GUI thread; engine and settings outlive it.
class RunsPage final : public Page {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunsPage)

public:
    RunsPage(EngineFacade &engine, QSettings &settings, QWidget *parent = nullptr);
    ~RunsPage() override;

    [[nodiscard]] QString id() const override { return QStringLiteral("runs"); }
    [[nodiscard]] QString title() const override { return tr("Runs"); }
    [[nodiscard]] QString iconName() const override { return QStringLiteral("runs"); }
    [[nodiscard]] QList<QAction *> menuActions() const override;
    [[nodiscard]] QList<QAction *> headerActions() const override;
    void refresh() override;
    void openWith(const QVariant &what) override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void buildLayout(QSettings &settings);
    void connectActions();
    void connectEngine();
    void updateSituation();
    void cancelSelected();
    void retryFailed();
    void runAgain();
    void showStarted(const Result<RunId> &run);
    void copy();
    void showMenu(const QPoint &globalPosition);
    void readNewest();
    void follow(const RunRecord &run);
    void showCounter();
    [[nodiscard]] QList<RunRecord> selected() const;

    EngineFacade &m_engine;
    RunActions *m_actions;
    QAction *m_openSchedule;
    QAction *m_reload;
    RunListModel *m_model;
    RunList *m_list;
    RunPane *m_pane;
    RunChartStrip *m_charts;
    QSplitter *m_splitter;
    QTimer m_ageing; ///< "today 14:02" becomes "yesterday"
    QSet<RunId> m_going;
    RunId m_newest = 0; ///< of those that ran and ended
    bool m_newestFailed = false;
    std::unique_ptr<LayoutKeeper> m_keeper; ///< goes first: it asks the widgets when it saves
};

} // namespace vestnik
