// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/storage/retentioncard.h"

#include "core/engine/enginefacade.h"
#include "ui/storage/ruleeditor.h"
#include "ui/storage/taskstarter.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/taskprogress.h"
#include "ui/widgets/tasktexts.h"
#include "ui/widgets/texts.h"

#include <QAction>
#include <QCheckBox>
#include <QHeaderView>
#include <QPointer>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace vestnik {
namespace {

constexpr int shownRows = 6;

QString narrow(QString text)
{
    return text.replace(QChar(QChar::Nbsp), QChar(0x202F));
}

} // namespace

RetentionCard::RetentionCard(EngineFacade &engine, TaskStarter &starter, QWidget *parent)
    : QWidget(parent)
    , m_engine(engine)
    , m_starter(starter)
{
    setObjectName(QStringLiteral("retentionCard"));
    m_preview = new QAction(tr("&Preview What Would Be Removed"), this);
    m_preview->setObjectName(QStringLiteral("actionRetentionPreview"));
    connect(m_preview, &QAction::triggered, this, &RetentionCard::preview);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto *card = new Card(tr("How long posts are kept"), this);
    outer->addWidget(card);
    m_editor = new RuleEditor(false, card);
    m_editor->setEnabled(false); // until the rule is read
    card->body()->addWidget(m_editor);
    card->body()->addWidget(secondaryLabel(
        tr("Channels may have their own rule: right click in the table. Nothing is removed before you press Remove."),
        card));
    auto *line = new QHBoxLayout;
    m_previewButton = new QPushButton(tr("Preview"), card);
    m_previewButton->setObjectName(QStringLiteral("retentionPreview"));
    connect(m_previewButton, &QPushButton::clicked, m_preview, &QAction::trigger);
    line->addWidget(m_previewButton);
    line->addStretch();
    card->body()->addLayout(line);
    m_state = secondaryLabel({}, card);
    m_state->setObjectName(QStringLiteral("retentionState"));
    m_state->hide();
    card->body()->addWidget(m_state);
    m_progress = new TaskProgress(m_engine, card);
    m_progress->setObjectName(QStringLiteral("retentionProgress"));
    card->body()->addWidget(m_progress);
    makePreview(card->body());

    connect(m_editor, &RuleEditor::edited, this, [this] {
        m_edited = true;
        forgetPreview();
    });
    connect(m_progress, &TaskProgress::ended, this, &RetentionCard::onEnded);
    connect(&engine, &EngineFacade::statusChanged, this, &RetentionCard::enable);
    enable();
}

void RetentionCard::makePreview(QVBoxLayout *layout)
{
    m_result = new QWidget(this);
    auto *column = new QVBoxLayout(m_result);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::gap);
    m_total = new QLabel(m_result);
    m_total->setObjectName(QStringLiteral("retentionTotal"));
    m_total->setTextFormat(Qt::PlainText);
    m_total->setWordWrap(true);
    column->addWidget(m_total);
    m_table = new QTableWidget(0, 2, m_result);
    m_table->setObjectName(QStringLiteral("retentionTable"));
    m_table->setAccessibleName(tr("What would be removed"));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->viewport()->setAutoFillBackground(false); // the card is its ground
    m_table->horizontalHeader()->hide();
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + Theme::gap);
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    column->addWidget(m_table);
    m_backup = new QCheckBox(tr("Make a backup first"), m_result);
    m_backup->setObjectName(QStringLiteral("retentionBackup"));
    m_backup->setChecked(true);
    m_backup->setToolTip(tr("What is removed cannot be brought back otherwise."));
    m_remove = new QPushButton(m_result);
    m_remove->setObjectName(QStringLiteral("retentionRemove"));
    connect(m_remove, &QPushButton::clicked, this, &RetentionCard::removeNow);
    auto *line = new QHBoxLayout;
    line->setSpacing(Theme::group);
    line->addWidget(m_remove);
    line->addWidget(m_backup);
    line->addStretch();
    column->addLayout(line);
    m_result->hide();
    layout->addWidget(m_result);
}

void RetentionCard::setRetention(const RetentionSettings &retention)
{
    const bool other = retention.general != m_retention.general || retention.channels != m_retention.channels;
    m_retention = retention;
    if (!m_edited) {
        m_editor->setRule(retention.general);
    }
    m_editor->setEnabled(true);
    if (other) {
        forgetPreview();
    }
    enable();
}

void RetentionCard::forgetPreview()
{
    m_toRemove = -1;
    m_stale = m_step == Step::Counting;
    m_result->hide();
    if (m_step == Step::None) {
        m_state->hide();
    }
    enable();
}

void RetentionCard::preview()
{
    if (!m_preview->isEnabled()) {
        return;
    }
    forgetPreview();
    const RetentionRule rule = m_editor->rule().value_or(RetentionRule());
    if (rule == m_retention.general) {
        count();
        return;
    }
    const RetentionRule before = m_retention.general;
    m_engine.setRetention(rule, this, [this, rule, before](const Result<void> &stored) {
        if (!stored) {
            m_starter.sayFailure(stored.error());
            return;
        }
        m_retention.general = rule;
        m_edited = false;
        InfoMessage message;
        message.text = tr("The rule for all channels was changed.");
        message.actionText = tr("Undo");
        message.isUndo = true;
        message.action = [self = QPointer(this), before] {
            if (self) {
                self->setRule(before);
            }
        };
        Q_EMIT m_starter.messageRequested(message);
        Q_EMIT ruleChanged();
        count();
    });
}

void RetentionCard::setRule(const RetentionRule &rule)
{
    m_engine.setRetention(rule, this, [this](const Result<void> &stored) {
        if (!stored) {
            m_starter.sayFailure(stored.error());
            return;
        }
        m_edited = false;
        forgetPreview();
        Q_EMIT ruleChanged();
    });
}

void RetentionCard::count()
{
    follow(Step::Counting, RetentionSpec{true});
}

void RetentionCard::removeNow()
{
    if (m_toRemove <= 0) {
        return;
    }
    if (m_backup->isChecked()) {
        follow(Step::BackingUp, BackupSpec{});
    } else {
        startRemoval();
    }
}

void RetentionCard::startRemoval()
{
    follow(Step::Removing, RetentionSpec{false});
}

void RetentionCard::follow(Step step, const TaskSpec &spec)
{
    m_step = step;
    m_stale = false;
    m_state->setText(step == Step::Counting ? tr("Counting…")
            : step == Step::BackingUp       ? tr("A backup is made first…")
                                            : tr("Removing…"));
    m_state->show();
    enable();
    m_engine.startTask(spec, this, [this](const Result<TaskId> &task) {
        if (task) {
            m_progress->follow(*task);
            return;
        }
        m_step = Step::None;
        m_state->hide();
        m_starter.sayFailure(task.error());
        enable();
    });
}

void RetentionCard::onEnded(const TaskRecord &task)
{
    const Step step = std::exchange(m_step, Step::None);
    m_state->hide();
    if (task.state != TaskState::Done) {
        if (step == Step::BackingUp) {
            m_state->setText(tr("Nothing was removed, because the backup was not made."));
            m_state->show();
        } else if (step == Step::Removing) {
            forgetPreview(); // part of it is gone
        } else if (task.state == TaskState::Failed) {
            m_state->setText(TaskTexts::trouble(task.error));
            m_state->show();
        }
    } else if (step == Step::Counting && !m_stale) {
        showCounts(task.report);
    } else if (step == Step::BackingUp) {
        startRemoval();
    } else if (step == Step::Removing) {
        forgetPreview();
        m_state->setText(TaskTexts::result(task));
        m_state->show();
    }
    enable();
}

void RetentionCard::showCounts(const TaskReport &report)
{
    m_toRemove = TaskTexts::value(report, "posts_to_remove");
    QList<TaskFact> rows;
    for (const TaskFact &fact : report.facts) {
        if (fact.name == QLatin1String("posts_to_remove") && !fact.text.isEmpty() && fact.value > 0) {
            rows.append(fact);
        }
    }
    std::stable_sort(rows.begin(), rows.end(), [](const TaskFact &a, const TaskFact &b) { return a.value > b.value; });
    m_table->setRowCount(int(rows.size()));
    for (int i = 0; i < rows.size(); ++i) {
        auto *count = new QTableWidgetItem(texts::number(rows.at(i).value));
        count->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        const QString &name = rows.at(i).text;
        m_table->setItem(
            i, 0, new QTableWidgetItem(name.startsWith(QLatin1Char('@')) ? name : QLatin1Char('@') + name));
        m_table->setItem(i, 1, count);
    }
    m_table->setVisible(!rows.isEmpty());
    m_table->setFixedHeight(
        int(std::min<qsizetype>(shownRows, rows.size())) * m_table->verticalHeader()->defaultSectionSize() + 2);
    QString what = TaskTexts::posts(m_toRemove);
    if (!rows.isEmpty()) {
        what += QLatin1Char(' ') + tr("in %n channels", "posts in channels", int(rows.size()));
    }
    m_total->setText(m_toRemove == 0 ? tr("By these rules nothing would be removed.")
                                     : tr("%1 would be removed.", "posts in channels").arg(what));
    if (const qint64 marked = TaskTexts::value(report, "noted_or_tagged_to_remove"); marked > 0) {
        m_total->setText(
            m_total->text() + QLatin1Char(' ') + narrow(tr("%Ln of them have a note or a tag.", "posts", int(marked))));
    }
    m_remove->setText(narrow(tr("Remove %Ln posts", nullptr, int(m_toRemove))));
    m_remove->setVisible(m_toRemove > 0);
    m_backup->setVisible(m_toRemove > 0);
    m_result->show();
}

void RetentionCard::enable()
{
    const bool writable = m_engine.status().storeWritable;
    const bool busy = m_step != Step::None;
    const QString reason = busy  ? tr("It is going already.")
        : !m_editor->isEnabled() ? tr("The rules are not read yet.")
        : writable               ? QString()
                                 : tr("The database cannot be written.");
    m_preview->setEnabled(reason.isEmpty());
    setActionTip(m_preview, tr("Store this rule and count what would go; removes nothing"), reason);
    m_previewButton->setEnabled(reason.isEmpty());
    m_previewButton->setToolTip(m_preview->toolTip());
    m_remove->setEnabled(reason.isEmpty() && m_toRemove > 0);
    m_remove->setToolTip(reason.isEmpty() ? tr("Remove these posts for good") : reason);
}

} // namespace vestnik
