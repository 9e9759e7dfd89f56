// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/storage/storagepage.h"

#include "ui/storage/backupcard.h"
#include "ui/storage/databasecard.h"
#include "ui/storage/movecard.h"
#include "ui/storage/retentioncard.h"
#include "ui/storage/ruleeditor.h"
#include "ui/storage/sizelist.h"
#include "ui/storage/sizemodel.h"
#include "ui/storage/taskstarter.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/layoutkeeper.h"
#include "ui/widgets/pageactions.h"
#include "ui/widgets/tasktexts.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMenu>
#include <QPointer>
#include <QScrollArea>
#include <QScrollBar>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace vestnik {
namespace {

constexpr qint64 freshMs = 60'000; // sizes that are older are read again when the page is shown

} // namespace

StoragePage::StoragePage(EngineFacade &engine, QSettings &settings, QWidget *parent)
    : Page(parent)
    , m_engine(engine)
    , m_starter(new TaskStarter(engine, this))
    , m_model(new SizeModel(this))
{
    makeActions();
    makeLayout(settings);
    connect(m_starter, &TaskStarter::messageRequested, this, &Page::messageRequested);
    connect(m_retentionCard, &RetentionCard::ruleChanged, this, &StoragePage::readRules);
    connect(m_list, &SizeList::selectionChanged, this, &StoragePage::enable);
    connect(m_list, &SizeList::activated, m_showPosts, &QAction::trigger);
    connect(m_list, &SizeList::contextMenuRequested, this, &StoragePage::showContextMenu);
    connect(&engine, &EngineFacade::ready, this, &StoragePage::refresh);
    connect(&engine, &EngineFacade::runFinished, this, [this](const RunRecord &run) {
        if (run.postsAdded > 0) {
            refresh();
        }
    });
    connect(&engine, &EngineFacade::taskChanged, this, &StoragePage::onTask);
    connect(&engine, &EngineFacade::statusChanged, this, &StoragePage::enable);
    enable();
}

StoragePage::~StoragePage() = default;

void StoragePage::makeActions()
{
    m_reload = makeAction("storageReload", tr("Read &Sizes Again"), QStringLiteral("refresh"), this);
    setActionTip(m_reload, tr("Read all sizes anew"));
    connect(m_reload, &QAction::triggered, this, &StoragePage::refresh);
    m_add = makeAction("storageAdd", tr("Add Channels…"), QStringLiteral("add"), this);
    connect(m_add, &QAction::triggered, this,
        [this] { Q_EMIT pageRequested(QStringLiteral("channels"), QStringLiteral("add")); });
    m_showPosts = makeAction("storageShowPosts", tr("Show &Posts"), QStringLiteral("posts"), this);
    connect(m_showPosts, &QAction::triggered, this, [this] {
        if (const QList<ChannelId> ids = selected(); ids.size() == 1) {
            Q_EMIT pageRequested(QStringLiteral("posts"), QVariantMap{{QStringLiteral("channel"), ids.first()}});
        }
    });
    m_export = makeAction("storageExport", tr("&Export Posts…"), QStringLiteral("export"), this);
    connect(m_export, &QAction::triggered, this, [this] {
        PostQuery query;
        query.channels = selected();
        if (!query.channels.isEmpty()) {
            Q_EMIT exportRequested(query, {});
        }
    });
    m_keepRule = makeAction("storageKeepRule", tr("&How Long Posts Are Kept…"), QStringLiteral("clock"), this);
    connect(m_keepRule, &QAction::triggered, this, &StoragePage::askForRule);
    m_generalRule = makeAction("storageGeneralRule", tr("As the &General Rule"), {}, this);
    connect(m_generalRule, &QAction::triggered, this, [this] { setRule(selected(), std::nullopt); });
    m_copy = makeAction("storageCopy", tr("&Copy as a Table"), QStringLiteral("copy"), this);
    m_copy->setShortcut(QKeySequence(QKeySequence::Copy));
    m_copy->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(m_copy, &QAction::triggered, this, [this] {
        QGuiApplication::clipboard()->setText(m_list->asTable());
        say(InfoMessage::Kind::Good, tr("The table was copied."));
    });
}

void StoragePage::makeLayout(QSettings &settings)
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    m_splitter = new QSplitter(Qt::Horizontal, this);
    m_splitter->setObjectName(QStringLiteral("storageSplitter"));
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    m_scroll = new QScrollArea(m_splitter);
    m_scroll->setObjectName(QStringLiteral("storageScroll"));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto *body = new QWidget(m_scroll);
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(Theme::group, Theme::group, Theme::group, Theme::group);
    column->setSpacing(Theme::group);
    m_database = new DatabaseCard(m_engine, *m_starter, body);
    m_retentionCard = new RetentionCard(m_engine, *m_starter, body);
    m_backups = new BackupCard(m_engine, *m_starter, settings, body);
    m_move = new MoveCard(m_engine, *m_starter, body);
    for (QWidget *card : {static_cast<QWidget *>(m_database), static_cast<QWidget *>(m_retentionCard),
             static_cast<QWidget *>(m_backups), static_cast<QWidget *>(m_move)}) {
        column->addWidget(card);
    }
    column->addStretch(1);
    m_scroll->setWidget(body);
    m_list = new SizeList(m_model, m_add, m_reload, m_splitter);
    m_list->addAction(m_copy);
    // As wide as its widest line needs.
    m_scroll->setMinimumWidth(body->minimumSizeHint().width() + m_scroll->verticalScrollBar()->sizeHint().width());
    m_list->setMinimumWidth(240);
    m_splitter->addWidget(m_scroll);
    m_splitter->addWidget(m_list);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({430, 640});
    outer->addWidget(m_splitter);
    setFocusProxy(m_list->table());
    m_keeper = std::make_unique<LayoutKeeper>(settings, id(), nullptr);
    m_keeper->keep(m_splitter);
    m_list->keepLayout(*m_keeper);
}

QList<QAction *> StoragePage::menuActions() const
{
    QList<QAction *> all{m_showPosts, m_export, m_keepRule, m_generalRule, m_copy, nullptr};
    all += m_retentionCard->actions();
    all.append(nullptr);
    all += m_backups->actions();
    all.append(nullptr);
    all += m_database->actions();
    all.append(nullptr);
    all.append(m_reload);
    return all;
}

QList<QAction *> StoragePage::headerActions() const
{
    return {m_backups->actions().first(), m_reload};
}

QWidget *StoragePage::headerWidget()
{
    return m_list->searchField();
}

void StoragePage::focusSearch()
{
    if (QLineEdit *field = m_list->searchField()) {
        field->setFocus(Qt::ShortcutFocusReason);
        field->selectAll();
    }
}

void StoragePage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    // Sizes of a million posts cost the engine some work: only for whoever looks.
    if (!m_age.isValid() || m_age.hasExpired(freshMs)) {
        refresh();
    }
}

void StoragePage::refresh()
{
    if (!isVisible()) {
        m_age.invalidate();
        return;
    }
    readFacts();
    readRules();
    m_engine.readChannels(this, [this](const Result<QList<ChannelRow>> &channels) {
        if (channels) {
            m_model->setChannels(*channels);
        }
    });
}

void StoragePage::readFacts()
{
    if (m_reading) {
        m_again = true;
        return;
    }
    m_reading = true;
    m_age.start();
    m_engine.readStorage(this, [this](const Result<StorageFacts> &facts) {
        m_reading = false;
        if (facts) {
            m_model->setFacts(*facts);
            m_database->setFacts(*facts);
            m_list->loaded();
            // Numbers made the buttons longer.
            m_scroll->setMinimumWidth(
                m_scroll->widget()->minimumSizeHint().width() + m_scroll->verticalScrollBar()->sizeHint().width());
            Q_EMIT counterChanged({}, DatabaseCard::isNearlyFull(*facts));
        } else {
            m_age.invalidate();
            m_database->clearFacts();
            m_list->showFailure(TaskTexts::trouble(facts.error()));
        }
        enable();
        if (std::exchange(m_again, false)) {
            readFacts();
        }
    });
}

void StoragePage::readRules()
{
    m_engine.readRetention(this, [this](const Result<RetentionSettings> &retention) {
        if (!retention) {
            m_starter->sayFailure(retention.error());
            return;
        }
        m_rulesKnown = true;
        m_retention = *retention;
        m_model->setRetention(*retention);
        m_retentionCard->setRetention(*retention);
        enable();
    });
}

void StoragePage::onTask(const TaskRecord &task)
{
    if (task.isGoing() || task.kind == TaskKind::Export || TaskTexts::isDryRun(task)) {
        return;
    }
    if (task.kind == TaskKind::Import || task.kind == TaskKind::Restore) {
        m_retentionCard->forgetPreview();
    }
    refresh();
}

QList<ChannelId> StoragePage::selected() const
{
    QList<ChannelId> ids;
    for (const SizeRow &row : m_list->selectedRows()) {
        ids.append(row.channel);
    }
    return ids;
}

void StoragePage::askForRule()
{
    const QList<SizeRow> rows = m_list->selectedRows();
    if (rows.isEmpty()) {
        return;
    }
    const QString subject = rows.size() == 1 ? rows.first().name() : tr("%n channels", nullptr, int(rows.size()));
    auto *dialog = new RuleDialog(subject, rows.first().rule, m_retention.general, this);
    connect(dialog, &RuleDialog::chosen, this,
        [this, ids = selected()](const std::optional<RetentionRule> &rule) { setRule(ids, rule); });
    dialog->open();
}

void StoragePage::setRule(const QList<ChannelId> &ids, const std::optional<RetentionRule> &rule)
{
    if (ids.isEmpty()) {
        return;
    }
    // Channels that had the same rule go back together.
    QList<std::pair<std::optional<RetentionRule>, QList<ChannelId>>> before;
    for (const ChannelId id : ids) {
        const auto own = m_retention.channels.constFind(id);
        const auto had = own == m_retention.channels.cend() ? std::nullopt : std::optional(*own);
        const auto same = std::find_if(before.begin(), before.end(), [&](const auto &e) { return e.first == had; });
        if (same == before.end()) {
            before.append({had, {id}});
        } else {
            same->second.append(id);
        }
    }
    m_engine.setChannelRetention(ids, rule, this, [this, ids, before](const Result<void> &stored) {
        if (!stored) {
            m_starter->sayFailure(stored.error());
            return;
        }
        InfoMessage message;
        message.text = tr("The rule of %n channels was changed.", nullptr, int(ids.size()));
        message.actionText = tr("Undo");
        message.isUndo = true;
        message.action = [self = QPointer(this), before] {
            for (const auto &[had, channels] : before) {
                if (self) {
                    self->m_engine.setChannelRetention(
                        channels, had, self, [self](const Result<void> &) { self->readRules(); });
                }
            }
        };
        Q_EMIT messageRequested(message);
        readRules();
    });
}

void StoragePage::enable()
{
    const QList<SizeRow> rows = m_list->selectedRows();
    const QString none = rows.isEmpty() ? tr("No channel is selected.") : QString();
    const QString readOnly = m_engine.status().storeWritable ? QString() : tr("The database cannot be written.");
    const auto set = [](QAction *action, const QString &tip, const QString &reason) {
        action->setEnabled(reason.isEmpty());
        setActionTip(action, tip, reason);
    };
    set(m_showPosts, tr("Show the posts of this channel"), rows.size() > 1 ? tr("Select one channel only.") : none);
    set(m_export, tr("Write the posts of these channels into a file"), none);
    const QString unknown = m_rulesKnown ? QString() : tr("The rules are not read yet.");
    const QString notRule = !none.isEmpty() ? none : readOnly.isEmpty() ? unknown : readOnly;
    set(m_keepRule, tr("A rule of its own for these channels"), notRule);
    const bool own = std::any_of(rows.cbegin(), rows.cend(), [](const SizeRow &row) { return row.rule.has_value(); });
    set(m_generalRule, tr("Take the own rule of these channels away"),
        notRule.isEmpty() && !own ? tr("These channels have no rule of their own.") : notRule);
    set(m_copy, tr("Copy the selected rows, or all, separated by tabs"),
        m_model->isLoaded() ? QString() : tr("The sizes are not read yet."));
}

void StoragePage::showContextMenu(const QPoint &at)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("sizeMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    menu->addActions({m_showPosts, m_export});
    menu->addSeparator();
    menu->addActions({m_keepRule, m_generalRule});
    menu->addSeparator();
    menu->addAction(m_copy);
    menu->popup(at);
}

void StoragePage::openWith(const QVariant &what)
{
    const QString section = what.toString();
    QWidget *card = section == QLatin1String("move") ? static_cast<QWidget *>(m_move)
        : section == QLatin1String("retention")      ? static_cast<QWidget *>(m_retentionCard)
        : section == QLatin1String("backups")        ? static_cast<QWidget *>(m_backups)
                                                     : nullptr;
    if (!card) {
        return;
    }
    // After the layout of a page that has just been shown.
    QMetaObject::invokeMethod(
        this, [this, card] { m_scroll->verticalScrollBar()->setValue(card->y() - Theme::group); },
        Qt::QueuedConnection);
    if (card == m_move) {
        m_move->focusAddress();
    }
}

void StoragePage::say(InfoMessage::Kind kind, const QString &text)
{
    InfoMessage message;
    message.kind = kind;
    message.text = text;
    Q_EMIT messageRequested(message);
}

} // namespace vestnik
