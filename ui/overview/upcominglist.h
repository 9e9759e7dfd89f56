// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/job.h"

#include <QList>
#include <QTimer>
#include <QWidget>

class QLabel;

namespace vestnik {

class LinkButton;

/// The runs that come next: when and what; a click goes to the job. GUI thread.
class UpcomingList final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(UpcomingList)

public:
    static constexpr int most = 5;

    explicit UpcomingList(QWidget *parent = nullptr);

    /// `running`: the scheduler runs, so an empty list means that nothing is planned; otherwise nothing is shown.
    void showRuns(const QList<UpcomingRun> &runs, bool running);

Q_SIGNALS:
    /// 0: the schedule as a whole.
    void clicked(vestnik::JobId job);

private:
    struct Line {
        QLabel *time = nullptr;
        LinkButton *name = nullptr;
    };
    void build();

    QLabel *m_caption;
    QList<Line> m_lines;
    QList<UpcomingRun> m_runs;
    bool m_running = false;
    QTimer m_minute; ///< "tomorrow" becomes "today"
};

} // namespace vestnik
