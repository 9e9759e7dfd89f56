// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/run.h"
#include "ui/widgets/pageactions.h"

#include <QList>

namespace vestnik {

/// Everything that can be done with runs. Owned by the page, whose children the actions are. GUI thread.
class RunActions final : public PageActions {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunActions)

public:
    explicit RunActions(QWidget *page);

    /// What decides which actions make sense now.
    struct Situation {
        QList<RunRecord> selected;
        bool jobExists = false; ///< of the one that is selected
        bool hasLog = false;
        bool filtering = false;
        bool writable = true;
    };
    /// Enables what makes sense; the tooltip of the rest says why not.
    void update(const Situation &situation);

    QAction *cancel;
    QAction *retryFailed;
    QAction *runAgain;
    QAction *showJob;
    QAction *copy;
    QAction *copyLog;
    QAction *selectAll;
    QAction *charts; ///< checkable
    QAction *resetFilters;

    [[nodiscard]] QList<QAction *> menu() const override;
};

} // namespace vestnik
