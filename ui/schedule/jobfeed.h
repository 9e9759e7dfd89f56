// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/enginefacade.h"

#include <QTimer>

#include <functional>

namespace vestnik {

class JobModel;

/// Reads for the rows of a JobModel what is needed only where they are seen: the fires of the next day and the meaning
/// of cron expressions. One question at a time. Moves the model's present once a minute while it is on.
/// GUI thread; engine and model outlive it.
class JobFeed final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JobFeed)

public:
    static constexpr int tickMs = 60'000;

    /// `seen` answers with the jobs whose rows can be seen now.
    JobFeed(EngineFacade &engine, JobModel &model, std::function<QList<JobId>()> seen, QObject *parent);

    /// Off while the page is hidden: nothing is asked, no timer goes.
    void setOn(bool on);
    [[nodiscard]] bool isOn() const { return m_tick.isActive(); }
    /// Other rows can be seen, or rows were changed.
    void refresh();

private:
    void ask();
    void tick();

    EngineFacade &m_engine;
    JobModel &m_model;
    const std::function<QList<JobId>()> m_seen;
    QTimer m_tick;
    QTimer m_soon; ///< coalesces what scrolling and changes ask for
    bool m_asking = false;
    QStringList m_askedCrons;
};

} // namespace vestnik
