// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/enginefacade.h"
#include "ui/widgets/page.h"

#include <QObject>

namespace vestnik {

class JobModel;

/// What the actions of the Schedule page do: tells the engine, says how it went, and offers the way back. Facade and
/// model outlive it; dialogs are children of `window`. GUI thread.
class JobCommands final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JobCommands)

public:
    JobCommands(EngineFacade &engine, const JobModel &model, QWidget *window);

    void run(const QList<JobRow> &rows);
    /// Of a stored job or of a draft.
    void dryRun(const Job &job);
    /// `until`: ms UTC, 0: until they are resumed.
    void pause(const QList<JobRow> &rows, qint64 until);
    void askUntilWhen(const QList<JobRow> &rows);
    void resume(const QList<JobRow> &rows);
    /// Switches on those that are off, or, if there are none, all off.
    void toggle(const QList<JobRow> &rows);
    /// Stores copies, switched off, so that nothing runs twice.
    void duplicate(const QList<JobRow> &rows);
    void remove(const QList<JobRow> &rows);
    void copy(const QList<JobRow> &rows);

Q_SIGNALS:
    void messageRequested(const vestnik::InfoMessage &message);
    void runsRequested(vestnik::JobId job);
    void duplicated(const QList<vestnik::Job> &jobs);

private:
    void setEnabled(const QList<JobId> &ids, bool enabled, const QString &success);
    /// Puts the pauses of these rows back as they were.
    void restorePauses(const QList<JobRow> &rows);
    void say(InfoMessage message);
    void sayUndo(const QString &text, const std::function<void()> &undo);
    void sayFailure(const Error &error);
    /// For commands whose answer says nothing but how it went.
    [[nodiscard]] Done<void> orFailure();
    [[nodiscard]] QString copyName(const QString &name, const QStringList &taken) const;

    EngineFacade &m_engine;
    const JobModel &m_model;
    QWidget *const m_window;
};

/// The ids of some jobs, in the same order.
[[nodiscard]] QList<JobId> idsOf(const QList<JobRow> &rows);

} // namespace vestnik
