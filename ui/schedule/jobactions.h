// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/job.h"
#include "ui/widgets/pageactions.h"

#include <QList>

class QMenu;

namespace vestnik {

/// Everything that can be done with jobs. Owned by the page, whose children the actions are. GUI thread.
class JobActions final : public PageActions {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JobActions)

public:
    explicit JobActions(QWidget *page);

    /// Keys that would disturb typing work only while this widget has the focus.
    void attachTo(QWidget *table);

    /// What decides which actions make sense now.
    struct Situation {
        QList<JobRow> selected;
        int total = 0;
        qint64 now = 0; ///< ms UTC
        bool writable = true;
    };
    /// Enables what makes sense; the tooltip of the rest says why not.
    void update(const Situation &situation);

    QAction *add;
    QAction *edit;
    QAction *run;
    QAction *dryRun;
    QAction *showRuns;
    QAction *pause;
    QMenu *pauseMenu;
    QAction *pauseHour;
    QAction *pauseTonight;
    QAction *pauseMorning;
    QAction *pauseUntil;
    QAction *resume;
    QAction *toggle; ///< switches on what is off, or all off
    QAction *duplicate;
    QAction *remove;
    QAction *copy;
    QAction *selectAll;

    [[nodiscard]] QList<QAction *> menu() const override;

    /// This evening at eight, tomorrow morning at eight: ms UTC.
    [[nodiscard]] static qint64 tonight(qint64 now);
    [[nodiscard]] static qint64 tomorrowMorning(qint64 now);
};

} // namespace vestnik
