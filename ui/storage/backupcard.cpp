// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/storage/backupcard.h"

#include "core/engine/enginefacade.h"
#include "ui/storage/taskstarter.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/databaseaddress.h"
#include "ui/widgets/desktop.h"
#include "ui/widgets/pageactions.h"
#include "ui/widgets/taskprogress.h"
#include "ui/widgets/tasktexts.h"
#include "ui/widgets/texts.h"

#include <QAction>
#include <QDate>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QPushButton>
#include <QSettings>
#include <QToolButton>
#include <QVBoxLayout>

#include <memory>

namespace vestnik {
namespace {

const QString folderKey = QStringLiteral("storage/backupFolder");

} // namespace

BackupCard::BackupCard(EngineFacade &engine, TaskStarter &starter, QSettings &settings, QWidget *parent)
    : QWidget(parent)
    , m_engine(engine)
    , m_starter(starter)
    , m_settings(settings)
{
    setObjectName(QStringLiteral("backupCard"));
    makeActions();
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto *card = new Card(tr("Backups"), this);
    outer->addWidget(card);
    card->body()->addWidget(
        secondaryLabel(tr("A backup holds everything: posts, marks, lists. Work goes on meanwhile."), card));
    auto *line = new QHBoxLayout;
    line->setSpacing(Theme::gap);
    const auto button = [&](QAction *action, const char *name, const QString &text) {
        auto *made = new QPushButton(text, card);
        made->setObjectName(QString::fromLatin1(name));
        connect(made, &QPushButton::clicked, action, &QAction::trigger);
        line->addWidget(made);
        m_buttons.append(made);
    };
    button(m_now, "backupNow", tr("Back Up Now"));
    button(m_to, "backupTo", tr("Back Up To…"));
    button(m_restore, "backupRestore", tr("Restore…"));
    line->addStretch();
    card->body()->addLayout(line);
    m_progress = new TaskProgress(m_engine, card);
    m_progress->setObjectName(QStringLiteral("backupProgress"));
    card->body()->addWidget(m_progress);
    makeConfirmation(card->body());

    m_last = new QWidget(card);
    m_lastLines = new QVBoxLayout(m_last);
    m_lastLines->setContentsMargins(0, Theme::grid, 0, 0);
    m_lastLines->setSpacing(Theme::grid);
    m_last->hide();
    card->body()->addWidget(m_last);
    connect(m_progress, &TaskProgress::ended, this, &BackupCard::enable);
    connect(&engine, &EngineFacade::statusChanged, this, &BackupCard::enable);
    connect(&engine, &EngineFacade::taskChanged, this, [this] {
        enable();
        showLast();
    });
    for (const TaskKind kind : {TaskKind::Backup, TaskKind::Restore}) {
        if (const TaskId task = m_starter.going(kind); task != 0) {
            m_progress->follow(task);
        }
    }
    enable();
    showLast();
}

void BackupCard::makeActions()
{
    m_now = makeAction("actionBackupNow", tr("&Back Up Now"), QStringLiteral("backup"), this);
    m_to = makeAction("actionBackupTo", tr("Back Up &To…"), {}, this);
    m_restore = makeAction("actionRestore", tr("&Restore…"), QStringLiteral("undo"), this);
    connect(m_now, &QAction::triggered, this, [this] { run(BackupSpec{}); });
    connect(m_to, &QAction::triggered, this, &BackupCard::chooseTarget);
    connect(m_restore, &QAction::triggered, this, &BackupCard::chooseSource);
}

void BackupCard::makeConfirmation(QVBoxLayout *layout)
{
    m_confirmation = new QWidget(this);
    m_confirmation->setObjectName(QStringLiteral("restoreConfirmation"));
    auto *column = new QVBoxLayout(m_confirmation);
    column->setContentsMargins(0, Theme::gap, 0, 0);
    column->setSpacing(Theme::gap);
    column->addWidget(separatorLine(m_confirmation));
    m_question = new QLabel(m_confirmation);
    m_question->setObjectName(QStringLiteral("restoreQuestion"));
    m_question->setTextFormat(Qt::PlainText);
    m_question->setWordWrap(true);
    column->addWidget(m_question);
    auto *line = new QHBoxLayout;
    line->setSpacing(Theme::gap);
    m_yes = new QPushButton(tr("Restore This Backup"), m_confirmation);
    m_yes->setObjectName(QStringLiteral("restoreYes"));
    auto *no = new QPushButton(tr("Keep What Is There"), m_confirmation);
    no->setObjectName(QStringLiteral("restoreNo"));
    line->addWidget(m_yes);
    line->addWidget(no);
    line->addStretch();
    column->addLayout(line);
    m_confirmation->hide();
    layout->addWidget(m_confirmation);
    connect(m_yes, &QPushButton::clicked, this, [this] {
        m_confirmation->hide();
        run(RestoreSpec{m_source});
    });
    connect(no, &QPushButton::clicked, m_confirmation, &QWidget::hide);
}

void BackupCard::chooseTarget()
{
    auto *dialog = new QFileDialog(this, tr("Back up to"));
    dialog->setObjectName(QStringLiteral("backupDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    // Which kind of file a backup of the present store is, is the engine's matter; its own names say the same.
    const bool server = DatabaseAddress::of(m_engine.status().storePath).isServer();
    dialog->setNameFilters({tr("Backups (*.db *.dump)"), tr("All files (*)")});
    dialog->setDefaultSuffix(server ? QStringLiteral("dump") : QStringLiteral("db"));
    dialog->setDirectory(m_settings.value(folderKey, QDir::homePath()).toString());
    dialog->selectFile(QStringLiteral("vestnik-%1").arg(QDate::currentDate().toString(Qt::ISODate)));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        m_settings.setValue(folderKey, QFileInfo(path).absolutePath());
        run(BackupSpec{path});
    });
    dialog->open();
}

void BackupCard::chooseSource()
{
    auto *dialog = new QFileDialog(this, tr("Restore a backup"));
    dialog->setObjectName(QStringLiteral("restoreDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Backups (*.db *.dump)"), tr("All files (*)")});
    const QString own = m_engine.dataDir() + QLatin1String("/backups");
    dialog->setDirectory(m_settings.value(folderKey, QFileInfo::exists(own) ? own : QDir::homePath()).toString());
    connect(dialog, &QFileDialog::fileSelected, this, &BackupCard::askToRestore);
    dialog->open();
}

void BackupCard::askToRestore(const QString &path)
{
    m_source = path;
    m_question->setText(
        tr("%1 takes the place of everything that is stored now. The file is verified first. The present store is kept "
           "beside it, and the name of that file stands in the report. Runs stop meanwhile.")
            .arg(QDir::toNativeSeparators(path)));
    m_confirmation->show();
    m_yes->setFocus();
}

void BackupCard::run(const TaskSpec &spec)
{
    m_starter.start(spec, this, [this](TaskId task) {
        m_progress->follow(task);
        enable();
    });
}

void BackupCard::showLast()
{
    QList<TaskRecord> last;
    const QList<TaskRecord> tasks = m_engine.tasks();
    for (auto task = tasks.crbegin(); task != tasks.crend() && last.size() < shownBackups; ++task) {
        if (task->kind == TaskKind::Backup && !TaskTexts::file(*task).isEmpty()) {
            last.append(*task);
        }
    }
    QList<TaskId> ids;
    for (const TaskRecord &task : std::as_const(last)) {
        ids.append(task.id);
    }
    if (ids == m_shown) {
        return;
    }
    m_shown = ids;
    while (QLayoutItem *item = m_lastLines->takeAt(0)) {
        const std::unique_ptr<QLayoutItem> gone(item);
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
    }
    if (!last.isEmpty()) {
        m_lastLines->addWidget(secondaryLabel(tr("Made since the start:"), m_last));
    }
    for (const TaskRecord &task : std::as_const(last)) {
        auto *row = new QWidget(m_last);
        auto *line = new QHBoxLayout(row);
        line->setContentsMargins(0, 0, 0, 0);
        line->setSpacing(Theme::gap);
        auto *name = new ElidedLabel(row);
        name->setObjectName(QStringLiteral("backupName"));
        name->setFullText(QFileInfo(task.report.path).fileName());
        name->setToolTip(task.report.path);
        auto *facts = secondaryLabel(texts::when(task.finishedAt), row);
        if (const qint64 bytes = TaskTexts::value(task.report, "bytes"); bytes > 0) {
            facts->setText(texts::bytes(bytes) + QStringLiteral(" · ") + facts->text());
        }
        facts->setWordWrap(false);
        facts->setToolTip(texts::exactTime(task.finishedAt));
        auto *folder = new QToolButton(row);
        folder->setAutoRaise(true);
        folder->setIcon(Theme::icon(QStringLiteral("folder")));
        folder->setToolTip(tr("Show in the folder"));
        folder->setAccessibleName(tr("Show %1 in the folder").arg(name->fullText()));
        folder->setFocusPolicy(Qt::TabFocus);
        connect(folder, &QToolButton::clicked, this,
            [path = task.report.path] { static_cast<void>(desktop::showInFolder(path)); });
        line->addWidget(name, 1);
        line->addWidget(facts);
        line->addWidget(folder);
        m_lastLines->addWidget(row);
    }
    m_last->setVisible(!last.isEmpty());
}

void BackupCard::enable()
{
    const bool writing = m_starter.going(TaskKind::Backup) != 0;
    const bool restoring = m_starter.going(TaskKind::Restore) != 0;
    const auto set = [this](QAction *action, int button, const QString &tip, const QString &reason) {
        action->setEnabled(reason.isEmpty());
        setActionTip(action, tip, reason);
        m_buttons.at(button)->setEnabled(reason.isEmpty());
        m_buttons.at(button)->setToolTip(action->toolTip());
    };
    const QString busy = restoring ? tr("A backup is being restored.")
        : writing                  ? tr("A backup is being made.")
                                   : QString();
    set(m_now, 0, tr("Into the folder of backups, named by the time"), busy);
    set(m_to, 1, tr("Into a file of your choice"), busy);
    set(m_restore, 2, tr("Go back to a backup; asks before"), busy);
    m_yes->setEnabled(busy.isEmpty());
}

} // namespace vestnik
