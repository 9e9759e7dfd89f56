// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/channels/channelactions.h"

#include <algorithm>

namespace vestnik {
namespace {

constexpr int maxBrowserTabs = 10;

} // namespace

ChannelActions::ChannelActions(QWidget *page)
    : PageActions(page)
    , add(make("channelsAdd", tr("&Add channels…"), "add", QKeySequence::New))
    , parseSelected(make("channelsParse", tr("&Parse now"), "refresh", QKeySequence(Qt::Key_F5)))
    , parseAll(make("channelsParseAll", tr("Parse a&ll active"), "download", QKeySequence(Qt::SHIFT | Qt::Key_F5)))
    , retryFailing(make("channelsRetry", tr("Re&try failing"), "retry"))
    , readHistory(make("channelsHistory", tr("Read older &history…"), "clock"))
    , activate(make("channelsActivate", tr("A&ctivate"), "start"))
    , pause(make("channelsPause", tr("Pa&use", "channel"), "pause"))
    , moveToFolder(make("channelsMove", tr("&Move to folder…"), "folder"))
    , rename(make("channelsRename", tr("Re&name…"), "rename", QKeySequence(Qt::Key_F2)))
    , showPosts(make("channelsShowPosts", tr("&Show posts"), "posts"))
    , exportPosts(make("channelsExportPosts", tr("E&xport posts…"), "export"))
    , openInBrowser(make("channelsOpen", tr("Open in &browser"), "window"))
    , copy(make("channelsCopy", tr("Cop&y"), "copy", QKeySequence::Copy))
    , importList(make("channelsImport", tr("&Import from file…"), "import"))
    , exportList(make("channelsExport", tr("&Export list…"), "export"))
    , remove(make("channelsRemove", tr("&Remove"), "remove", QKeySequence::Delete))
    , selectAll(make("channelsSelectAll", tr("Select &all"), "check", QKeySequence::SelectAll))
{
    update({});
}

QList<QAction *> ChannelActions::menu() const
{
    return {add, importList, exportList, nullptr, parseSelected, parseAll, retryFailing, readHistory, nullptr, activate,
        pause, moveToFolder, rename, nullptr, showPosts, exportPosts, openInBrowser, copy, nullptr, remove, selectAll};
}

void ChannelActions::update(const Situation &situation)
{
    const QList<ChannelRow> &selected = situation.selected;
    const bool any = !selected.isEmpty();
    const bool writable = situation.writable;
    const QString noWriting = tr("The database cannot be written.");
    const QString noSelection = tr("Select channels first.");
    const QString forSelection = writable ? noSelection : noWriting;
    const auto isActive = [](const ChannelRow &row) { return row.active; };
    const bool somePaused = !std::all_of(selected.cbegin(), selected.cend(), isActive);
    const bool someActive = std::any_of(selected.cbegin(), selected.cend(), isActive);

    allow(add, writable, noWriting);
    allow(importList, writable, noWriting);
    allow(exportList, situation.total > 0, tr("There are no channels yet."));
    allow(parseSelected, any && writable, forSelection);
    allow(parseAll, situation.active > 0 && writable, writable ? tr("No channel is active.") : noWriting);
    allow(retryFailing, situation.failing > 0 && writable, writable ? tr("No channel is failing.") : noWriting);
    allow(readHistory, any && writable, forSelection);
    allow(activate, somePaused && writable, any && writable ? tr("All of them are active.") : forSelection);
    allow(pause, someActive && writable, any && writable ? tr("All of them are paused.") : forSelection);
    allow(moveToFolder, any && writable, forSelection);
    allow(rename, selected.size() == 1 && writable, writable ? tr("Select one channel.") : noWriting);
    allow(showPosts, selected.size() == 1, tr("Select one channel."));
    allow(exportPosts, any, noSelection);
    allow(openInBrowser, any && selected.size() <= maxBrowserTabs,
        any ? tr("At most %n channels at once.", nullptr, maxBrowserTabs) : noSelection);
    allow(copy, any, noSelection);
    allow(remove, any && writable, forSelection);
    allow(selectAll, situation.total > 0, tr("There are no channels yet."));
}

} // namespace vestnik
