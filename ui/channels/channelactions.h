// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/channel.h"
#include "ui/widgets/pageactions.h"

#include <QList>

namespace vestnik {

/// Everything that can be done with channels. Owned by the page, whose children the actions are; what they do is
/// connected by ChannelCommands. GUI thread.
class ChannelActions final : public PageActions {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChannelActions)

public:
    explicit ChannelActions(QWidget *page);

    /// What decides which actions make sense now.
    struct Situation {
        QList<ChannelRow> selected;
        int total = 0;
        int active = 0;
        int failing = 0;
        bool writable = true;
    };
    /// Enables what makes sense; the tooltip of the rest says why not.
    void update(const Situation &situation);

    QAction *add;
    QAction *parseSelected;
    QAction *parseAll;
    QAction *retryFailing;
    QAction *readHistory;
    QAction *activate;
    QAction *pause;
    QAction *moveToFolder;
    QAction *rename;
    QAction *showPosts;
    QAction *exportPosts;
    QAction *openInBrowser;
    QAction *copy;
    QAction *importList;
    QAction *exportList;
    QAction *remove;
    QAction *selectAll;

    [[nodiscard]] QList<QAction *> menu() const override;
};

} // namespace vestnik
