// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/enginefacade.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QSettings;

namespace vestnik {

class LayoutKeeper;

/// The filter line above the history of runs: status, origin, kind, job, period. GUI thread.
class RunFilters final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunFilters)

public:
    /// `reset` becomes a button at the end of the line. `engine` and `reset` outlive it.
    RunFilters(EngineFacade &engine, QAction *reset, QWidget *parent = nullptr);

    /// What is chosen; a period begins at a local midnight.
    [[nodiscard]] RunQuery query() const;
    [[nodiscard]] bool isFiltering() const;
    void reset();
    /// Only the runs of this job; the other filters are taken back.
    void showJob(JobId job);
    /// At the end of the line, as "213 runs".
    void setCount(const QString &text);
    /// Restores what was chosen and keeps it from now on.
    void keep(LayoutKeeper &keeper, const QSettings &settings, const QString &group);

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] QComboBox *addCombo(const char *name, const QString &label);
    void fill();
    void fillJobs();
    void fillKinds();
    void addJob(JobId job);
    void onChosen();

    EngineFacade &m_engine;
    QComboBox *m_status;
    QComboBox *m_origin;
    QComboBox *m_kind;
    QComboBox *m_job;
    QComboBox *m_period;
    QLabel *m_count;
    QWidget *m_reset;
    QList<QComboBox *> m_all;
    bool m_quiet = false; ///< several change together
};

} // namespace vestnik
