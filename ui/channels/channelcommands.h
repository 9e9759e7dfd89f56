// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/enginefacade.h"
#include "ui/widgets/page.h"

#include <QObject>
#include <QPointer>

namespace vestnik {

class AddChannelsDialog;
class ChannelModel;

/// What the actions of the Channels page do: asks the operator where that is needed, tells the engine, and says how it
/// went. The facade and the model outlive it; dialogs are children of `window`. GUI thread.
class ChannelCommands final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChannelCommands)

public:
    ChannelCommands(EngineFacade &engine, const ChannelModel &model, QWidget *window);

    /// Opens the dialog (or raises it) with this text and these files in it.
    void askForChannels(const QString &text, const QStringList &files, const QString &folder);
    void parse(const QList<ChannelId> &ids);
    void parseAll();
    void retryFailing();
    void askForHistory(const QList<ChannelRow> &rows);
    void setActive(const QList<ChannelRow> &rows, bool active);
    void askForFolder(const QList<ChannelRow> &rows);
    void askForName(const ChannelRow &row);
    void openInBrowser(const QList<ChannelRow> &rows);
    void copy(const QList<ChannelRow> &rows);
    void askWhereToExport(const QList<ChannelRow> &rows);
    void askWhatToImport(const QString &folder);
    void remove(const QList<ChannelRow> &rows);
    /// The names of the open dialog's list of known channels follow the model.
    void updateKnown();

Q_SIGNALS:
    void messageRequested(const vestnik::InfoMessage &message);
    void added(const QList<vestnik::ChannelRow> &rows);

private:
    void start(const ParseRequest &request);
    void edit(const QList<ChannelId> &ids, const ChannelPatch &patch, const QString &success,
        const std::function<void()> &undo);
    void restore(const QList<ChannelId> &ids);
    void moveTo(const QList<ChannelRow> &rows, const QString &folder);
    void exportTo(const QList<ChannelRow> &rows, const QString &path);
    void onAdded(const AddedChannels &result);
    void say(InfoMessage::Kind kind, const QString &text);
    void sayUndo(const QString &text, const std::function<void()> &undo);
    void sayFailure(const Error &error);
    [[nodiscard]] QStringList knownNames() const;

    EngineFacade &m_engine;
    const ChannelModel &m_model;
    QWidget *const m_window;
    QPointer<AddChannelsDialog> m_addDialog;
};

/// The ids of some channels, in the same order.
[[nodiscard]] QList<ChannelId> idsOf(const QList<ChannelRow> &rows);

} // namespace vestnik
