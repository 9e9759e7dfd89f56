// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/schedule/jobeditor.h"

#include "ui/schedule/argumentseditor.h"
#include "ui/schedule/formparts.h"
#include "ui/schedule/jobtexts.h"
#include "ui/schedule/policyeditor.h"
#include "ui/schedule/targeteditor.h"
#include "ui/schedule/triggereditor.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/runtexts.h"
#include "ui/widgets/tasktexts.h"
#include "ui/widgets/wheelguard.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

namespace vestnik {
namespace {

constexpr int maxName = 100;
constexpr int paneWidth = 340;
constexpr int fieldGap = 12;

} // namespace

JobEditor::JobEditor(EngineFacade &engine, QWidget *parent)
    : QWidget(parent)
    , m_title(sectionLabel({}, this))
    , m_close(new QToolButton(this))
    , m_note(secondaryLabel({}, this))
    , m_scroll(new QScrollArea(this))
    , m_form(new QWidget)
    , m_name(new QLineEdit(m_form))
    , m_enabled(new QCheckBox(tr("&On: runs by itself"), m_form))
    , m_kind(new QComboBox(m_form))
    , m_target(new TargetEditor(m_form))
    , m_arguments(new ArgumentsEditor(m_form))
    , m_trigger(new TriggerEditor(engine, m_form))
    , m_fold(new QToolButton(m_form))
    , m_policy(new PolicyEditor(m_form))
    , m_error(complaintLabel(this))
    , m_dryRun(new QPushButton(tr("Dry run"), this))
    , m_cancel(new QPushButton(tr("Cancel", "changes of a job"), this))
    , m_save(new QPushButton(tr("Save", "a job"), this))
{
    setObjectName(QStringLiteral("jobEditor"));
    setMinimumWidth(paneWidth);
    buildFields();
    buildLayout();
    (new WheelGuard(this))->guardAll(m_form);
    connect(m_name, &QLineEdit::textEdited, this, &JobEditor::onEdited);
    connect(m_enabled, &QCheckBox::toggled, this, &JobEditor::onEdited);
    connect(m_kind, &QComboBox::currentIndexChanged, this, [this] {
        showKind();
        onEdited();
    });
    connect(m_target, &TargetEditor::edited, this, &JobEditor::onEdited);
    connect(m_arguments, &ArgumentsEditor::edited, this, &JobEditor::onEdited);
    connect(m_trigger, &TriggerEditor::edited, this, &JobEditor::onEdited);
    connect(m_trigger, &TriggerEditor::checked, this, &JobEditor::updateButtons);
    connect(m_policy, &PolicyEditor::edited, this, &JobEditor::onEdited);
    connect(m_fold, &QToolButton::toggled, this, &JobEditor::unfold);
    connect(m_close, &QToolButton::clicked, this, &JobEditor::closeRequested);
    connect(m_cancel, &QPushButton::clicked, this, &JobEditor::cancelRequested);
    connect(m_dryRun, &QPushButton::clicked, this, &JobEditor::dryRunRequested);
    connect(m_save, &QPushButton::clicked, this, &JobEditor::saveRequested);
    edit({}, std::nullopt);
}

void JobEditor::buildFields()
{
    m_title->setObjectName(QStringLiteral("editorTitle"));
    m_close->setObjectName(QStringLiteral("editorClose"));
    m_close->setAutoRaise(true);
    m_close->setIcon(Theme::icon(QStringLiteral("close")));
    m_close->setToolTip(tr("Close (Esc); changes are kept"));
    m_close->setAccessibleName(tr("Close the editor"));
    m_note->setObjectName(QStringLiteral("editorNote"));
    m_name->setObjectName(QStringLiteral("editorName"));
    m_name->setMaxLength(maxName);
    m_name->setAccessibleName(tr("Name of the job"));
    m_enabled->setObjectName(QStringLiteral("editorEnabled"));
    m_kind->setObjectName(QStringLiteral("editorKind"));
    m_kind->setAccessibleName(tr("What the job does"));
    m_fold->setObjectName(QStringLiteral("editorFold"));
    m_fold->setText(tr("When something goes wrong"));
    m_fold->setCheckable(true);
    m_fold->setAutoRaise(true);
    m_fold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_fold->setFocusPolicy(Qt::StrongFocus);
    m_error->setObjectName(QStringLiteral("editorError"));
    m_dryRun->setObjectName(QStringLiteral("editorDryRun"));
    m_cancel->setObjectName(QStringLiteral("editorCancel"));
    m_save->setObjectName(QStringLiteral("editorSave"));
    m_save->setDefault(true);
    m_save->setShortcut(QKeySequence::Save);
}

void JobEditor::buildLayout()
{
    m_nameField = new FormField(tr("&Name"), m_name, m_form);
    m_kindField = new FormField(tr("What it &does"), m_kind, m_form);
    m_targetField = new FormField(tr("&Works on"), m_target, m_form);
    auto *fields = new QVBoxLayout(m_form);
    fields->setContentsMargins(Theme::group, Theme::gap, Theme::group, Theme::group);
    fields->setSpacing(fieldGap);
    for (QWidget *part :
        {static_cast<QWidget *>(m_nameField), static_cast<QWidget *>(m_enabled), static_cast<QWidget *>(m_kindField),
            static_cast<QWidget *>(m_targetField), static_cast<QWidget *>(m_arguments)}) {
        fields->addWidget(part);
    }
    fields->addSpacing(Theme::grid);
    fields->addWidget(separatorLine(m_form));
    fields->addWidget(m_trigger);
    fields->addWidget(separatorLine(m_form));
    fields->addWidget(m_fold, 0, Qt::AlignLeft);
    fields->addWidget(m_policy);
    fields->addStretch(1);
    m_scroll->setWidget(m_form);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    // The pane stands on the window's ground, not on that of lists.
    m_scroll->viewport()->setAutoFillBackground(false);
    m_form->setAutoFillBackground(false);

    auto *top = new QHBoxLayout;
    top->setContentsMargins(Theme::group, Theme::gap, Theme::gap, Theme::grid);
    top->addWidget(m_title, 1);
    top->addWidget(m_close);
    auto *note = new QHBoxLayout;
    note->setContentsMargins(Theme::group, 0, Theme::group, Theme::grid);
    note->addWidget(m_note);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Theme::gap);
    buttons->addWidget(m_dryRun);
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_save);
    auto *bottom = new QVBoxLayout;
    bottom->setContentsMargins(Theme::group, Theme::gap, Theme::group, Theme::gap);
    bottom->setSpacing(Theme::gap);
    bottom->addWidget(m_error);
    bottom->addLayout(buttons);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(top);
    column->addLayout(note);
    column->addWidget(m_scroll, 1);
    column->addWidget(separatorLine(this));
    column->addLayout(bottom);
    unfold(false);
}

void JobEditor::setChannels(const QList<ChannelRow> &channels)
{
    const bool clean = !isDirty();
    m_target->setChannels(channels);
    if (clean) {
        m_shown = job();
    }
}

void JobEditor::fillKinds(const QString &kind)
{
    m_kind->clear();
    QStringList kinds = JobTexts::kinds();
    if (!kinds.contains(kind)) {
        kinds.append(kind);
    }
    for (const QString &name : std::as_const(kinds)) {
        m_kind->addItem(Theme::icon(JobTexts::kindIcon(name)), texts::jobKind(name), name);
    }
    m_kind->setCurrentIndex(m_kind->findData(kind));
}

void JobEditor::fill(const Job &job)
{
    m_filling = true;
    m_name->setText(job.name);
    m_enabled->setChecked(job.enabled);
    fillKinds(job.kind);
    showKind();
    m_target->setTarget(job.target);
    m_arguments->setArguments(job.arguments);
    m_trigger->setTrigger(job.trigger);
    m_policy->setPolicy(job.policy);
    m_filling = false;
}

void JobEditor::edit(const Job &job, const std::optional<Job> &draft)
{
    m_stored = job;
    fill(job);
    m_shown = this->job();
    m_title->setText(job.id == 0 ? tr("New job") : tr("Edit job"));
    showNote({});
    if (draft) {
        fill(*draft);
        showNote(tr("Your changes from before; they are not saved yet."));
    }
    unfold(m_shown.policy != JobPolicy());
    m_fold->setChecked(!m_policy->isHidden());
    showError({});
    m_saving = false;
    m_scroll->ensureVisible(0, 0);
    updateButtons();
}

Job JobEditor::job() const
{
    Job job = m_stored;
    job.name = m_name->text().trimmed();
    job.enabled = m_enabled->isChecked();
    job.kind = m_kind->currentData().toString();
    job.target = JobTexts::hasTarget(job.kind) ? m_target->target() : m_stored.target;
    job.arguments = m_arguments->arguments();
    job.trigger = m_trigger->trigger();
    job.policy = m_policy->policy();
    return job;
}

void JobEditor::follow(const Job &stored)
{
    if (stored.id != m_stored.id || stored == m_stored) {
        return;
    }
    if (!isDirty()) {
        edit(stored, std::nullopt);
        return;
    }
    // Pausing and switching are done beside the editor; they are no reason to speak of a conflict.
    Job known = m_stored;
    known.paused = stored.paused;
    known.pausedUntil = stored.pausedUntil;
    known.enabled = stored.enabled;
    if (m_enabled->isChecked() == m_shown.enabled) {
        m_filling = true;
        m_enabled->setChecked(stored.enabled);
        m_filling = false;
    }
    const bool conflict = known != stored;
    m_stored = stored;
    m_shown.paused = stored.paused;
    m_shown.pausedUntil = stored.pausedUntil;
    m_shown.enabled = stored.enabled;
    if (conflict) {
        showNote(tr("The job was changed elsewhere meanwhile. Saving replaces that."));
    }
    updateButtons();
}

void JobEditor::jobGone()
{
    m_stored.id = 0;
    m_shown = Job(); // saving is possible at once
    m_title->setText(tr("New job"));
    showNote(tr("The job was deleted. Saving makes a new one of it."));
    updateButtons();
}

void JobEditor::showKind()
{
    const QString kind = m_kind->currentData().toString();
    m_kindField->setHelp(JobTexts::kindHelp(kind));
    m_targetField->setVisible(JobTexts::hasTarget(kind));
    m_arguments->setKind(kind);
}

void JobEditor::showNote(const QString &text)
{
    m_note->setText(text);
    m_note->setVisible(!text.isEmpty());
}

void JobEditor::unfold(bool open)
{
    m_policy->setVisible(open);
    m_fold->setIcon(Theme::icon(open ? QStringLiteral("down") : QStringLiteral("right")));
}

void JobEditor::onEdited()
{
    if (m_filling) {
        return;
    }
    showError({});
    updateButtons();
}

FormField *JobEditor::fieldOf(const QString &member) const
{
    // Errors may name the way to the member: "trigger.cron".
    const QString name = member.section(QLatin1Char('.'), -1);
    if (name == QLatin1String("name") && !member.startsWith(QLatin1String("arguments"))
        && m_arguments->field(name) == nullptr) {
        return m_nameField;
    }
    if (FormField *field = m_trigger->field(name)) {
        return field;
    }
    if (FormField *field = m_policy->field(name)) {
        return field;
    }
    if (name == QLatin1String("channels") || name == QLatin1String("user") || name == QLatin1String("target")) {
        return m_targetField;
    }
    if (FormField *field = m_arguments->field(name)) {
        return field;
    }
    return name == QLatin1String("kind")  ? m_kindField
        : name == QLatin1String("name")   ? m_nameField
        : name == QLatin1String("folder") ? m_targetField
                                          : nullptr;
}

void JobEditor::showError(const Error &error)
{
    for (FormField *field : findChildren<FormField *>()) {
        field->setError({});
    }
    setComplaint(m_error, {});
    if (error.code == ErrorCode::None) {
        return;
    }
    FormField *field = error.code == ErrorCode::InvalidArgument ? fieldOf(error.subject) : nullptr;
    // An export has two names; an empty one of the job is told by itself.
    if (error.subject == QLatin1String("name") && m_name->text().trimmed().isEmpty()) {
        field = m_nameField;
    }
    if (field && m_policy->isAncestorOf(field)) {
        m_fold->setChecked(true);
    }
    // Of another kind or another sort of trigger: nothing here shows it.
    if (!field || !field->isVisibleTo(m_form)) {
        setComplaint(m_error, TaskTexts::trouble(error));
        m_error->setToolTip(error.detail);
        return;
    }
    QString text = tr("This cannot be used: %1.", "reason, untranslated").arg(error.detail);
    if (field == m_nameField) {
        text = tr("A job needs a name of 1 to 100 characters.");
    } else if (error.detail.isEmpty()) {
        text = tr("This cannot be used.");
    }
    field->setError(text);
    setComplaint(m_error, tr("Not saved: see the marked field."));
    m_scroll->ensureWidgetVisible(field);
    field->field()->setFocus(Qt::OtherFocusReason);
}

void JobEditor::setSaving(bool saving)
{
    m_saving = saving;
    updateButtons();
}

void JobEditor::setWritable(bool writable)
{
    m_writable = writable;
    updateButtons();
}

void JobEditor::begin()
{
    m_name->setFocus(Qt::OtherFocusReason);
    m_name->selectAll();
}

void JobEditor::updateButtons()
{
    const bool named = !m_name->text().trimmed().isEmpty();
    QString reason;
    if (!m_writable) {
        reason = tr("The database cannot be written.");
    } else if (m_saving) {
        reason = tr("It is being saved.");
    } else if (!named) {
        reason = tr("Give the job a name.");
    } else if (!m_trigger->isValid()) {
        reason = tr("The times cannot be used: see the marked field.");
    } else if (m_targetField->isVisibleTo(this) && job().target.kind == JobTarget::Kind::Channels
        && job().target.channels.isEmpty()) {
        reason = tr("Choose at least one channel.");
    } else if (m_stored.id != 0 && !isDirty()) {
        reason = tr("Nothing was changed.");
    }
    m_save->setEnabled(reason.isEmpty());
    m_save->setToolTip(QStringLiteral("%1 (%2)").arg(
        reason.isEmpty() ? tr("Save") : reason, m_save->shortcut().toString(QKeySequence::NativeText)));
    m_cancel->setText(isDirty() ? tr("Cancel", "changes of a job") : tr("Close", "the editor of a job"));
}

void JobEditor::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT closeRequested();
    } else if (enter && event->modifiers().testFlag(Qt::ControlModifier) && m_save->isEnabled()) {
        Q_EMIT saveRequested();
    } else {
        QWidget::keyPressEvent(event);
    }
}

void JobEditor::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        m_close->setIcon(Theme::icon(QStringLiteral("close")));
        unfold(m_fold->isChecked());
    }
}

void JobEditor::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.fillRect(QRect(0, 0, 1, height()), palette().color(QPalette::Mid));
}

} // namespace vestnik
