// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/enginefacade.h"
#include "ui/widgets/page.h"

#include <QHash>

#include <memory>

class QSettings;
class QSplitter;

namespace vestnik {

class JobActions;
class JobCommands;
class JobEditor;
class JobList;
class JobModel;
class LayoutKeeper;

/// The operator's jobs: what is done by itself, when, how the last run went, and what the next day brings; with an
/// editor beside the table. Changes that are not saved are kept as drafts, one for each job, as long as the page lives.
///
/// openWith(): "new" opens the editor for a new job, "failed" shows the jobs whose last run failed, a number or a
/// map {"job": id} selects one, {"edit": id} opens it in the editor. GUI thread; engine and settings outlive it.
class SchedulePage final : public Page {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SchedulePage)

public:
    SchedulePage(EngineFacade &engine, QSettings &settings, QWidget *parent = nullptr);
    ~SchedulePage() override;

    [[nodiscard]] QString id() const override { return QStringLiteral("schedule"); }
    [[nodiscard]] QString title() const override { return tr("Schedule"); }
    [[nodiscard]] QString iconName() const override { return QStringLiteral("calendar"); }
    [[nodiscard]] QList<QAction *> menuActions() const override;
    [[nodiscard]] QList<QAction *> headerActions() const override;
    [[nodiscard]] QWidget *headerWidget() override;
    void refresh() override { load(); }
    void focusSearch() override;
    void openWith(const QVariant &what) override;

    [[nodiscard]] QList<JobRow> selectedRows() const;
    void selectJobs(const QList<JobId> &ids);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void buildLayout(QSettings &settings);
    void connectActions();
    void connectEngine();
    void load();
    void readChannels();
    void onJobsChanged(const QList<JobRow> &rows);
    void onJobsRemoved(const QList<JobId> &ids);
    void onStatus(const EngineStatus &status);
    void updateSituation();
    void showContextMenu(const QPoint &globalPosition);
    // The editor (schedulepageeditor.cpp).
    [[nodiscard]] JobEditor *editor();
    [[nodiscard]] bool isEditing() const;
    void connectEditor();
    /// A job that is stored, or a new one (id 0), with its draft if there is one.
    void openEditor(const Job &job);
    void editById(JobId id);
    /// What is in the editor becomes a draft, if it was changed; says so.
    void keepDraft();
    void closeEditor();
    void dropChanges();
    void save();
    void onSaved(JobId edited, const Result<Job> &result);

    EngineFacade &m_engine;
    JobModel *m_model;
    JobActions *m_actions;
    JobCommands *m_commands;
    QAction *m_reload;
    JobList *m_list;
    JobEditor *m_editor = nullptr; ///< made when it is first opened
    QSplitter *m_splitter;
    QHash<JobId, Job> m_drafts; ///< 0: of a new job
    QList<ChannelRow> m_channels;
    bool m_writable = true;
    std::unique_ptr<LayoutKeeper> m_keeper; ///< goes first: it saves what the widgets look like
};

} // namespace vestnik
