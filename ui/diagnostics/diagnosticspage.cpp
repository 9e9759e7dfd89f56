// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/diagnostics/diagnosticspage.h"

#include "ui/diagnostics/loopsmodel.h"
#include "ui/diagnostics/systemfacts.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/texts.h"

#include <QAction>
#include <QClipboard>
#include <QCoreApplication>
#include <QDateTime>
#include <QGridLayout>
#include <QGuiApplication>
#include <QHeaderView>
#include <QScrollArea>
#include <QSysInfo>
#include <QTableView>
#include <QVBoxLayout>

namespace vestnik {

DiagnosticsPage::DiagnosticsPage(EngineFacade &engine, QSettings &settings, QWidget *parent)
    : Page(parent)
    , m_engine(engine)
{
    Q_UNUSED(settings)
    makeActions();
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *body = new QWidget(scroll);
    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins(Theme::group, Theme::group, Theme::group, Theme::group);
    layout->setSpacing(Theme::group);
    layout->addWidget(makeLoops());

    const auto makeForm = [&](const QString &heading) {
        auto *card = new Card(heading, body);
        auto *form = new QGridLayout; // QFormLayout of Qt 6.4 writes past its end when wrapping rows come and go
        form->setHorizontalSpacing(Theme::section);
        form->setVerticalSpacing(Theme::gap);
        form->setColumnStretch(1, 1);
        card->body()->addLayout(form);
        layout->addWidget(card);
        return form;
    };
    QGridLayout *work = makeForm(tr("Engine"));
    m_alive = addFact(work, tr("Engine thread"), "factAlive");
    m_scheduler = addFact(work, tr("Scheduler"), "factScheduler");
    m_hosts = addFact(work, tr("Hosts"), "factHosts");
    QGridLayout *store = makeForm(tr("Store"));
    m_store = addFact(store, tr("State"), "factStore");
    m_path = addFact(store, tr("Database"), "factPath");
    m_size = addFact(store, tr("Size"), "factSize");
    addFact(store, tr("Data directory"), "factDataDir")->setText(engine.dataDir());
    addFact(store, tr("Log file"), "factLogFile")->setText(engine.logFile());
    QGridLayout *program = makeForm(tr("Program"));
    m_memory = addFact(program, tr("Memory"), "factMemory");
    addFact(program, tr("Version"), "factVersion")
        ->setText(QCoreApplication::applicationVersion().isEmpty() ? QStringLiteral("—")
                                                                   : QCoreApplication::applicationVersion());
    addFact(program, QStringLiteral("Qt"), "factQt")
        ->setText(tr("%1 (built with %2)").arg(QString::fromLatin1(qVersion()), QStringLiteral(QT_VERSION_STR)));
    addFact(program, tr("System"), "factSystem")
        ->setText(QStringLiteral("%1, %2").arg(QSysInfo::prettyProductName(), QSysInfo::currentCpuArchitecture()));
    addFact(program, tr("Window system"), "factPlatform")->setText(QGuiApplication::platformName());
    layout->addStretch();
    scroll->setWidget(body);
    outer->addWidget(scroll);
    setFocusProxy(m_table);

    m_timer.setInterval(1000);
    connect(&m_timer, &QTimer::timeout, this, &DiagnosticsPage::refresh);
    connect(&engine, &EngineFacade::statusChanged, this, [this] {
        if (isVisible()) {
            refresh();
        }
    });
    refresh();
}

void DiagnosticsPage::makeActions()
{
    m_copy = new QAction(Theme::icon(QStringLiteral("copy")), tr("&Copy Report"), this);
    m_copy->setObjectName(QStringLiteral("diagnosticsCopy"));
    setActionTip(m_copy, tr("Copy everything on this page as text"));
    connect(m_copy, &QAction::triggered, this, [this] {
        QGuiApplication::clipboard()->setText(report());
        InfoMessage message;
        message.kind = InfoMessage::Kind::Good;
        message.text = tr("The report was copied.");
        Q_EMIT messageRequested(message);
    });
    m_reset = new QAction(Theme::icon(QStringLiteral("retry")), tr("&Reset Gaps"), this);
    m_reset->setObjectName(QStringLiteral("diagnosticsReset"));
    setActionTip(m_reset, tr("Measure the longest gaps anew from now on"));
    connect(m_reset, &QAction::triggered, this, [this] {
        m_engine.resetLoops();
        refresh();
    });
}

Card *DiagnosticsPage::makeLoops()
{
    auto *card = new Card(tr("Event loops"), this);
    m_loops = new LoopsModel(this);
    m_table = new QTableView(card);
    m_table->setObjectName(QStringLiteral("loopsTable"));
    m_table->setAccessibleName(tr("Event loops"));
    m_table->setModel(m_loops);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->viewport()->setAutoFillBackground(false); // the card is its ground
    m_table->setTabKeyNavigation(false);
    m_table->setIconSize({16, 16});
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    const int row = fontMetrics().height() + 12;
    m_table->verticalHeader()->setDefaultSectionSize(row);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(LoopsModel::State, QHeaderView::Stretch);
    m_table->setFixedHeight(row * 3 + Theme::gap);
    card->body()->addWidget(m_table);
    card->body()->addWidget(
        secondaryLabel(tr("A gap is the time in which a loop could not answer. The window stays smooth up to 16 ms. "
                          "Level 1 is right: more would be a loop inside a loop."),
            card));
    return card;
}

QLabel *DiagnosticsPage::addFact(QGridLayout *form, const QString &label, const char *name)
{
    auto *key = new QLabel(label, this);
    key->setForegroundRole(QPalette::PlaceholderText);
    key->setMinimumWidth(fontMetrics().averageCharWidth() * 22);
    auto *value = new QLabel(this);
    value->setObjectName(QString::fromLatin1(name));
    value->setTextFormat(Qt::PlainText);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    value->setWordWrap(true);
    const int row = form->rowCount();
    form->addWidget(key, row, 0, Qt::AlignTop);
    form->addWidget(value, row, 1);
    return value;
}

void DiagnosticsPage::refresh()
{
    const EngineStatus status = m_engine.status();
    m_loops->setLoops(m_engine.loops());
    m_alive->setText(status.engineAlive ? tr("alive", "engine") : tr("not running", "engine"));
    m_scheduler->setText(texts::schedulerState(status.scheduler));
    QString store = status.storeWritable ? tr("open, can be written") : tr("cannot be written");
    if (status.storeError.code != ErrorCode::None) {
        store = texts::error(status.storeError) + QLatin1Char(' ') + texts::advice(status.storeError);
    }
    m_store->setText(store);
    m_path->setText(status.storePath.isEmpty() ? QStringLiteral("—") : status.storePath);
    m_size->setText(m_databaseBytes < 0 ? QStringLiteral("—") : texts::bytes(m_databaseBytes));
    const std::optional<qint64> memory = residentMemory();
    m_memory->setText(memory ? texts::bytes(*memory) : tr("unknown", "memory"));
    showHosts(status);
}

void DiagnosticsPage::showHosts(const EngineStatus &status)
{
    QStringList lines;
    for (const HostState &host : status.hosts) {
        QString line = texts::hostState(host, QDateTime::currentMSecsSinceEpoch());
        if (host.queued > 0) {
            line += QLatin1Char(' ') + tr("%n requests wait.", nullptr, host.queued);
        }
        if (host.error.code != ErrorCode::None) {
            line += QLatin1Char(' ') + texts::error(host.error);
        }
        lines.append(line);
    }
    m_hosts->setText(lines.isEmpty() ? tr("none waits, none is paused") : lines.join(QLatin1Char('\n')));
}

QString DiagnosticsPage::report() const
{
    const EngineStatus status = m_engine.status();
    QStringList lines{QStringLiteral("Vestnik ") + QCoreApplication::applicationVersion(),
        QStringLiteral("Qt %1, %2, %3, %4")
            .arg(QString::fromLatin1(qVersion()), QSysInfo::prettyProductName(), QSysInfo::currentCpuArchitecture(),
                QGuiApplication::platformName()),
        QStringLiteral("engine alive: %1, scheduler: %2")
            .arg(status.engineAlive ? QStringLiteral("yes") : QStringLiteral("no"),
                schedulerStateName(status.scheduler)),
        QStringLiteral("store: %1, writable: %2, bytes: %3, error: %4")
            .arg(status.storePath, status.storeWritable ? QStringLiteral("yes") : QStringLiteral("no"),
                QString::number(m_databaseBytes), errorCodeName(status.storeError.code)),
        QStringLiteral("channels: %1, active: %2, failing: %3")
            .arg(status.channelsTotal)
            .arg(status.channelsActive)
            .arg(status.channelsFailing),
        QStringLiteral("memory: %1").arg(residentMemory().value_or(-1))};
    for (const LoopStats &loop : m_engine.loops()) {
        lines.append(
            QStringLiteral("event loop %1 0x%2 level %3 (highest %4), turns %5, slow %6, longest gap %7 us, last "
                           "minute %8 us, misplaced %9")
                .arg(loop.name, QString::number(loop.threadId, 16))
                .arg(loop.level)
                .arg(loop.highestLevel)
                .arg(loop.turns)
                .arg(loop.slowTurns)
                .arg(loop.longestGapUs)
                .arg(loop.recentGapUs)
                .arg(loop.misplaced));
    }
    for (const HostState &host : status.hosts) {
        lines.append(QStringLiteral("host %1 waiting until %2, paused until %3, queued %4, error %5")
                         .arg(host.host)
                         .arg(host.waitingUntil)
                         .arg(host.pausedUntil)
                         .arg(host.queued)
                         .arg(errorCodeName(host.error.code)));
    }
    return lines.join(QLatin1Char('\n'));
}

void DiagnosticsPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_timer.start();
    m_engine.readOverview(this, [this](const Result<OverviewNumbers> &numbers) {
        m_databaseBytes = numbers ? numbers->databaseBytes : -1;
        refresh();
    });
    refresh();
}

void DiagnosticsPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    m_timer.stop();
}

} // namespace vestnik
