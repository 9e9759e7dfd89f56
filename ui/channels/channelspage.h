// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/enginefacade.h"
#include "ui/widgets/page.h"

#include <QTimer>

#include <memory>

class QSettings;
class QSplitter;

namespace vestnik {

class ChannelActions;
class ChannelCommands;
class ChannelDetails;
class ChannelList;
class ChannelModel;
class LayoutKeeper;

/// The operator's list of channels: a table with a filter line, and the details of what is selected.
///
/// openWith(): "add" opens the dialog for new channels, "failing" shows the failing ones, a map {"channel": id} selects
/// one, {"add": text} opens the dialog with the text in it. GUI thread; engine and settings outlive it.
class ChannelsPage final : public Page {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChannelsPage)

public:
    ChannelsPage(EngineFacade &engine, QSettings &settings, QWidget *parent = nullptr);
    ~ChannelsPage() override;

    [[nodiscard]] QString id() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString iconName() const override;
    [[nodiscard]] QList<QAction *> menuActions() const override;
    [[nodiscard]] QList<QAction *> headerActions() const override;
    [[nodiscard]] QWidget *headerWidget() override;
    void focusSearch() override;
    void openWith(const QVariant &what) override;

    [[nodiscard]] QList<ChannelRow> selectedRows() const;
    void selectChannels(const QList<ChannelId> &ids);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void buildLayout(QSettings &settings);
    void connectActions();
    void connectCommands();
    void connectEngine();
    void load();
    void onLoaded(const Result<QList<ChannelRow>> &result);
    void onChanged(const QList<ChannelRow> &rows);
    void onRemoved(const QList<ChannelId> &ids);
    void onStatus(const EngineStatus &status);
    void updateSituation();
    void showContextMenu(const QPoint &globalPosition);

    EngineFacade &m_engine;
    ChannelModel *m_model;
    ChannelActions *m_actions;
    ChannelCommands *m_commands;
    QAction *m_reload;
    ChannelList *m_list;
    ChannelDetails *m_details;
    QSplitter *m_splitter;
    QTimer m_ageing; ///< "today 14:02" becomes "yesterday"
    QList<ChannelRow> m_early; ///< changes that came before the first answer
    QList<ChannelId> m_earlyGone;
    bool m_writable = true;
    std::unique_ptr<LayoutKeeper> m_keeper; ///< goes first: it saves what the widgets look like
};

} // namespace vestnik
