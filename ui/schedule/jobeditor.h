// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/enginefacade.h"

#include <QWidget>

#include <optional>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QScrollArea;
class QToolButton;

namespace vestnik {

class ArgumentsEditor;
class FormField;
class PolicyEditor;
class TargetEditor;
class TriggerEditor;

/// The pane beside the table in which one job is made or changed. It asks the engine only for previews; the page saves.
/// GUI thread; the engine outlives it.
class JobEditor final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JobEditor)

public:
    JobEditor(EngineFacade &engine, QWidget *parent);

    void setChannels(const QList<ChannelRow> &channels);
    /// Shows a job (id 0: a new one). `draft`: changes of it from before, shown instead and said.
    void edit(const Job &job, const std::optional<Job> &draft);
    /// As it would be saved.
    [[nodiscard]] Job job() const;
    [[nodiscard]] JobId jobId() const { return m_stored.id; }
    [[nodiscard]] bool isDirty() const { return job() != m_shown; }
    /// The job was changed meanwhile, maybe elsewhere: shown at once unless there are changes here.
    void follow(const Job &stored);
    /// The job was deleted meanwhile: what is here would be a new one.
    void jobGone();
    /// Why it could not be saved, at the member that the error names.
    void showError(const Error &error);
    void setSaving(bool saving);
    void setWritable(bool writable);
    /// The first field gets the focus.
    void begin();

Q_SIGNALS:
    void saveRequested();
    /// Away with the changes.
    void cancelRequested();
    /// The pane goes; changes are kept.
    void closeRequested();
    void dryRunRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void buildFields();
    void buildLayout();
    void fill(const Job &job);
    void fillKinds(const QString &kind);
    void showKind();
    void showNote(const QString &text);
    void unfold(bool open);
    void onEdited();
    void updateButtons();
    [[nodiscard]] FormField *fieldOf(const QString &member) const;

    Job m_stored; ///< the one that is edited
    Job m_shown; ///< what job() said before anything was changed
    QLabel *m_title;
    QToolButton *m_close;
    QLabel *m_note;
    QScrollArea *m_scroll;
    QWidget *m_form;
    QLineEdit *m_name;
    QCheckBox *m_enabled;
    QComboBox *m_kind;
    TargetEditor *m_target;
    ArgumentsEditor *m_arguments;
    TriggerEditor *m_trigger;
    QToolButton *m_fold;
    PolicyEditor *m_policy;
    FormField *m_nameField = nullptr;
    FormField *m_kindField = nullptr;
    FormField *m_targetField = nullptr;
    QLabel *m_error;
    QPushButton *m_dryRun;
    QPushButton *m_cancel;
    QPushButton *m_save;
    bool m_filling = false;
    bool m_saving = false;
    bool m_writable = true;
};

} // namespace vestnik
