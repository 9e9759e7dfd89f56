// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of SchedulePage that has to do with its editor: opening, drafts, saving.

#include "ui/schedule/jobcommands.h"
#include "ui/schedule/jobeditor.h"
#include "ui/schedule/joblist.h"
#include "ui/schedule/jobmodel.h"
#include "ui/schedule/schedulepage.h"
#include "ui/widgets/layoutkeeper.h"

#include <QPointer>
#include <QSplitter>
#include <QTableView>

namespace vestnik {
namespace {

constexpr int editorWidth = 400;

} // namespace

JobEditor *SchedulePage::editor()
{
    if (!m_editor) {
        m_editor = new JobEditor(m_engine, m_splitter);
        m_editor->hide();
        m_splitter->addWidget(m_editor);
        m_splitter->setStretchFactor(0, 1);
        m_splitter->setStretchFactor(1, 0);
        m_splitter->setSizes({std::max(1, width() - editorWidth), editorWidth});
        m_keeper->keep(m_splitter);
        m_editor->setChannels(m_channels);
        m_editor->setWritable(m_writable);
        connectEditor();
    }
    return m_editor;
}

bool SchedulePage::isEditing() const
{
    return m_editor && !m_editor->isHidden();
}

void SchedulePage::connectEditor()
{
    connect(m_editor, &JobEditor::saveRequested, this, &SchedulePage::save);
    connect(m_editor, &JobEditor::cancelRequested, this, &SchedulePage::dropChanges);
    connect(m_editor, &JobEditor::closeRequested, this, &SchedulePage::closeEditor);
    connect(m_editor, &JobEditor::dryRunRequested, this, [this] { m_commands->dryRun(m_editor->job()); });
}

void SchedulePage::openEditor(const Job &job)
{
    const bool same = isEditing() && m_editor->jobId() == job.id;
    if (same && (job.id != 0 || m_editor->isDirty())) {
        m_editor->begin(); // it is open already
        return;
    }
    if (isEditing()) {
        keepDraft();
    }
    const auto draft = m_drafts.constFind(job.id);
    editor()->edit(job, draft == m_drafts.cend() ? std::nullopt : std::optional<Job>(*draft));
    m_editor->show();
    m_editor->begin();
}

void SchedulePage::editById(JobId id)
{
    if (const JobRow *row = m_model->find(id)) {
        selectJobs({id});
        openEditor(row->job);
    } else if (id == 0) {
        openEditor({});
    }
}

void SchedulePage::keepDraft()
{
    const JobId id = m_editor->jobId();
    if (!m_editor->isDirty()) {
        m_drafts.remove(id);
        return;
    }
    const Job draft = m_editor->job();
    m_drafts.insert(id, draft);
    InfoMessage message;
    message.text = draft.name.isEmpty() ? tr("The new job is not saved yet; it is kept.")
                                        : tr("The changes of “%1” are not saved yet; they are kept.").arg(draft.name);
    message.actionText = tr("Back to them");
    message.action = [self = QPointer<SchedulePage>(this), id] {
        if (self) {
            Q_EMIT self->pageRequested(self->id(), QVariantMap{{QStringLiteral("edit"), id}});
        }
    };
    Q_EMIT messageRequested(message);
}

void SchedulePage::closeEditor()
{
    if (!isEditing()) {
        return;
    }
    keepDraft();
    m_editor->hide();
    m_list->table()->setFocus(Qt::OtherFocusReason);
}

void SchedulePage::dropChanges()
{
    const bool dirty = m_editor->isDirty();
    const Job draft = m_editor->job();
    const JobId id = m_editor->jobId();
    m_drafts.remove(id);
    m_editor->hide();
    m_list->table()->setFocus(Qt::OtherFocusReason);
    if (!dirty) {
        return;
    }
    InfoMessage message;
    message.text =
        draft.name.isEmpty() ? tr("The new job was dropped.") : tr("The changes of “%1” were dropped.").arg(draft.name);
    message.actionText = tr("Undo");
    message.isUndo = true;
    message.action = [self = QPointer<SchedulePage>(this), id, draft] {
        if (self) {
            self->m_drafts.insert(id, draft);
            Q_EMIT self->pageRequested(self->id(), QVariantMap{{QStringLiteral("edit"), id}});
        }
    };
    Q_EMIT messageRequested(message);
}

void SchedulePage::save()
{
    const Job job = m_editor->job();
    m_editor->showError({});
    m_editor->setSaving(true);
    m_engine.saveJob(job, this, [this, edited = job.id](const Result<Job> &result) { onSaved(edited, result); });
}

void SchedulePage::onSaved(JobId edited, const Result<Job> &result)
{
    const bool shown = isEditing() && m_editor->jobId() == edited;
    m_editor->setSaving(false);
    if (!result) {
        if (!shown) { // closed meanwhile: what was typed is a draft
            editById(edited);
        }
        m_editor->showError(result.error());
        return;
    }
    m_drafts.remove(edited);
    if (shown) {
        m_editor->hide();
        m_list->table()->setFocus(Qt::OtherFocusReason);
    }
    InfoMessage message;
    message.kind = InfoMessage::Kind::Good;
    message.text =
        edited == 0 ? tr("“%1” was made.", "job").arg(result->name) : tr("“%1” was saved.", "job").arg(result->name);
    Q_EMIT messageRequested(message);
    m_list->clearFilters();
    m_list->settle();
    selectJobs({result->id});
}

} // namespace vestnik
