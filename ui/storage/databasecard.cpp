// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/storage/databasecard.h"

#include "core/engine/enginefacade.h"
#include "ui/storage/taskstarter.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/desktop.h"
#include "ui/widgets/pageactions.h"
#include "ui/widgets/taskprogress.h"
#include "ui/widgets/texts.h"

#include <QAction>
#include <QGridLayout>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace vestnik {
namespace {

constexpr qint64 gibibyte = 1024LL * 1024 * 1024;
const QString unknown = QStringLiteral("—");

} // namespace

DatabaseCard::DatabaseCard(EngineFacade &engine, TaskStarter &starter, QWidget *parent)
    : QWidget(parent)
    , m_engine(engine)
    , m_starter(starter)
{
    setObjectName(QStringLiteral("databaseCard"));
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto *card = new Card(tr("Database"), this);
    outer->addWidget(card);
    makeActions();

    m_warning = new QWidget(card);
    auto *warning = new QHBoxLayout(m_warning);
    warning->setContentsMargins(0, 0, 0, 0);
    warning->setSpacing(Theme::gap);
    auto *icon = new IconLabel(20, m_warning);
    icon->setIcon(Theme::icon(QStringLiteral("warning"), Theme::Role::Warning));
    m_warningText = new QLabel(m_warning);
    m_warningText->setObjectName(QStringLiteral("storageWarning"));
    m_warningText->setTextFormat(Qt::PlainText);
    m_warningText->setWordWrap(true);
    warning->addWidget(icon, 0, Qt::AlignTop);
    warning->addWidget(m_warningText, 1);
    m_warning->hide();
    card->body()->addWidget(m_warning);

    auto *grid = new QGridLayout; // QFormLayout of Qt 6.4 writes past its end when rows come and go
    grid->setHorizontalSpacing(Theme::group);
    grid->setVerticalSpacing(Theme::gap);
    grid->setColumnStretch(1, 1);
    card->body()->addLayout(grid);
    m_address = addFact(grid, tr("Address"), "storageAddress");
    m_server = addFact(grid, tr("Engine", "of a database"), "storageServer");
    m_size = addFact(grid, tr("Size"), "storageSize");
    m_free = addFact(grid, tr("Free on the disk"), "storageFree");
    m_posts = addFact(grid, tr("Posts"), "storagePosts");
    m_waiting = addFact(grid, tr("Wait for the index"), "storageWaiting");
    m_waiting->setToolTip(tr("Texts that are being made searchable; search finds them all the same, only slower."));
    m_waitingLabel = qobject_cast<QLabel *>(grid->itemAtPosition(grid->rowCount() - 1, 0)->widget());

    m_progress = new TaskProgress(m_engine, card);
    m_progress->setObjectName(QStringLiteral("databaseProgress"));
    card->body()->addWidget(m_progress);
    connect(m_progress, &TaskProgress::ended, this, &DatabaseCard::enable);

    auto *line = new QHBoxLayout;
    line->setSpacing(Theme::gap);
    m_check = new QPushButton(tr("Check…"), card);
    m_check->setObjectName(QStringLiteral("storageCheck"));
    connect(m_check, &QPushButton::clicked, this, &DatabaseCard::askHow);
    m_compact = new QPushButton(card);
    m_compact->setObjectName(QStringLiteral("storageCompact"));
    connect(m_compact, &QPushButton::clicked, m_compactAction, &QAction::trigger);
    m_open = new QPushButton(tr("Open Folder"), card);
    m_open->setObjectName(QStringLiteral("storageOpenFolder"));
    connect(m_open, &QPushButton::clicked, m_openAction, &QAction::trigger);
    line->addWidget(m_check);
    line->addWidget(m_compact);
    line->addWidget(m_open);
    line->addStretch();
    card->body()->addSpacing(Theme::grid);
    card->body()->addLayout(line);

    connect(&engine, &EngineFacade::taskChanged, this, &DatabaseCard::enable);
    connect(&engine, &EngineFacade::statusChanged, this, &DatabaseCard::enable);
    for (const TaskKind kind : {TaskKind::Check, TaskKind::Compact}) {
        if (const TaskId task = m_starter.going(kind); task != 0) {
            m_progress->follow(task);
        }
    }
    clearFacts();
}

void DatabaseCard::makeActions()
{
    m_quick = makeAction("actionCheckQuick", tr("&Quick Check"), QStringLiteral("check"), this);
    m_thorough = makeAction("actionCheckThorough", tr("&Thorough Check"), {}, this);
    m_compactAction = makeAction("actionCompact", tr("&Compact the Database"), {}, this);
    m_openAction =
        makeAction("actionOpenStoreFolder", tr("Open &Folder of the Database"), QStringLiteral("folder"), this);
    connect(m_quick, &QAction::triggered, this, [this] { run(CheckSpec{false}); });
    connect(m_thorough, &QAction::triggered, this, [this] { run(CheckSpec{true}); });
    connect(m_compactAction, &QAction::triggered, this, [this] { run(CompactSpec{}); });
    connect(m_openAction, &QAction::triggered, this, [this] {
        if (!desktop::showInFolder(m_facts.address)) {
            InfoMessage message;
            message.kind = InfoMessage::Kind::Warning;
            message.text = tr("Nothing on this computer opens %1.").arg(m_facts.address);
            Q_EMIT m_starter.messageRequested(message);
        }
    });
}

QLabel *DatabaseCard::addFact(QGridLayout *grid, const QString &label, const char *name)
{
    auto *key = new QLabel(label, this);
    key->setForegroundRole(QPalette::PlaceholderText);
    auto *value = new QLabel(this);
    value->setObjectName(QString::fromLatin1(name));
    value->setTextFormat(Qt::PlainText);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    value->setWordWrap(true);
    const int row = grid->rowCount();
    grid->addWidget(key, row, 0, Qt::AlignTop);
    grid->addWidget(value, row, 1);
    return value;
}

bool DatabaseCard::isNearlyFull(const StorageFacts &facts)
{
    // A backup or a compaction needs as much again as the database has, for a while.
    return facts.freeBytes >= 0 && facts.freeBytes < std::max(gibibyte, facts.bytes / 4);
}

void DatabaseCard::setFacts(const StorageFacts &facts)
{
    m_facts = facts;
    m_address->setText(facts.address.isEmpty() ? unknown : facts.address);
    m_server->setText(facts.server.isEmpty() ? unknown : facts.server);
    m_size->setText(texts::bytes(facts.bytes));
    m_free->setText(facts.freeBytes < 0 ? tr("unknown", "free space") : texts::bytes(facts.freeBytes));
    m_posts->setText(texts::number(facts.posts));
    m_waiting->setText(texts::number(facts.notIndexed));
    m_waiting->setVisible(facts.notIndexed > 0);
    m_waitingLabel->setVisible(facts.notIndexed > 0);
    m_warning->setVisible(isNearlyFull(facts));
    m_warningText->setText(tr("Only %1 are free on the disk. When it is full nothing more can be stored: compact, keep "
                              "posts for a shorter time, or move to another disk.")
                               .arg(texts::bytes(facts.freeBytes)));
    enable();
}

void DatabaseCard::clearFacts()
{
    m_facts = StorageFacts();
    const EngineStatus status = m_engine.status();
    for (QLabel *value : {m_server, m_size, m_free, m_posts}) {
        value->setText(unknown);
    }
    m_address->setText(status.storePath.isEmpty() ? unknown : status.storePath);
    m_waiting->hide();
    m_waitingLabel->hide();
    m_warning->hide();
    enable();
}

void DatabaseCard::run(const TaskSpec &spec)
{
    m_starter.start(spec, this, [this](TaskId task) {
        m_progress->follow(task);
        enable();
    });
}

void DatabaseCard::enable()
{
    const EngineStatus status = m_engine.status();
    const bool checking = m_starter.going(TaskKind::Check) != 0;
    const bool compacting = m_starter.going(TaskKind::Compact) != 0;
    const QString readOnly = status.storeWritable ? QString() : tr("The database cannot be written.");
    const auto set = [](QAction *action, QPushButton *button, const QString &tip, const QString &reason) {
        action->setEnabled(reason.isEmpty());
        setActionTip(action, tip, reason);
        button->setEnabled(reason.isEmpty());
        button->setToolTip(action->toolTip());
    };
    const QString going = tr("It is going already.");
    set(m_quick, m_check, tr("Look at the file and the counters, a few seconds"), checking ? going : QString());
    set(m_thorough, m_check, tr("Look at every page and the whole index; may take minutes"),
        checking ? going : QString());
    m_check->setToolTip(checking ? going : tr("Look for damage and put counters right"));
    set(m_compactAction, m_compact, tr("Give the space of removed posts back to the disk"),
        compacting ? going : readOnly);
    set(m_openAction, m_open, tr("Show the file in the file manager"),
        m_facts.postgres                ? tr("The database is on a server.")
            : m_facts.address.isEmpty() ? tr("The address is not known yet.")
                                        : QString());
    m_compact->setText(m_facts.reclaimableBytes > 0
            ? tr("Compact (frees %1)", "button").arg(texts::bytes(m_facts.reclaimableBytes))
            : tr("Compact", "button"));
}

void DatabaseCard::askHow()
{
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("checkMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    menu->addAction(m_quick);
    menu->addAction(m_thorough);
    menu->popup(m_check->mapToGlobal(QPoint(0, m_check->height())));
}

} // namespace vestnik
