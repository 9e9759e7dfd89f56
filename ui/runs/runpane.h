// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/enginefacade.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QProgressBar;
class QSettings;
class QSortFilterProxyModel;
class QStackedWidget;
class QTabWidget;
class QTableView;

namespace vestnik {

class ElidedLabel;
class IconLabel;
class LayoutKeeper;
class RunChannelModel;
class RunDetails;
class RunLogView;

/// What is known about the selected run: how far it is, its channels, its log, its facts. GUI thread; `engine` outlives
/// it.
class RunPane final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunPane)

public:
    enum Tab { Channels, Log, Details };

    /// `cancel` and `retryFailed` get a button in the head line while they can be used; they outlive it.
    RunPane(EngineFacade &engine, QAction *cancel, QAction *retryFailed, QWidget *parent = nullptr);

    void keepLayout(LayoutKeeper &keeper, const QSettings &settings, const QString &group);
    /// The same run again updates its numbers; `progress.run.id` 0: it reports none.
    void showRun(const RunRecord &run, const RunProgress &progress);
    /// Nothing, or several.
    void showNone(int selected);
    [[nodiscard]] RunLogView *log() const { return m_log; }
    [[nodiscard]] QTabWidget *tabs() const { return m_tabs; }
    void focusTab();
    void reload();
    /// What Copy takes while a widget of this pane has the focus; empty: the pane has nothing selected.
    [[nodiscard]] QString selectedText() const;

Q_SIGNALS:
    void channelRequested(vestnik::ChannelId channel);
    void contextMenuRequested(const QPoint &globalPosition);

private:
    [[nodiscard]] QWidget *makeHead(QAction *cancel, QAction *retryFailed);
    [[nodiscard]] QWidget *makeChannels();
    void readChannels();
    void showChannels(const QList<RunChannel> &channels);
    void showHead(const RunRecord &run, const RunProgress &progress);

    EngineFacade &m_engine;
    RunChannelModel *m_channels;
    QSortFilterProxyModel *m_sorted;
    QTableView *m_table = nullptr;
    QStackedWidget *m_channelStack = nullptr;
    QLabel *m_noChannels = nullptr;
    RunLogView *m_log;
    RunDetails *m_details;
    QTabWidget *m_tabs;
    QStackedWidget *m_stack;
    QLabel *m_hint = nullptr;
    IconLabel *m_icon = nullptr;
    ElidedLabel *m_title = nullptr;
    ElidedLabel *m_numbers = nullptr;
    QProgressBar *m_bar = nullptr;
    QWidget *m_cancel = nullptr;
    QWidget *m_retry = nullptr;
    QTimer m_again; ///< channels of a going run are read anew now and then
    RunRecord m_run;
    bool m_reading = false;
};

} // namespace vestnik
