// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/panelchild.h"

#include "app/setup.h"
#include "core/base/datadir.h"
#include "core/base/guardedapplication.h"
#include "tests/bench/measure.h"
#include "ui/shell/mainwindow.h"

#include <QApplication>
#include <QJsonDocument>

namespace vestnik::bench {

namespace {

constexpr int settleMs = 1000;

EngineSetup setupFor(const PanelTask &task)
{
    EngineSetup setup = makeSetup(DataDir(task.dataDir));
    (void)setup.settings.fix(SettingId::StartScheduler, false);
    (void)setup.settings.fix(SettingId::ProxyKind, QStringLiteral("none"));
    (void)setup.settings.fix(SettingId::PreviewPace, task.pace);
    if (!task.server.isEmpty()) {
        (void)setup.settings.fix(SettingId::PreviewUrl, task.server);
    }
    return setup;
}

QJsonObject toJson(const LoopStats &stats)
{
    return {{QStringLiteral("level"), stats.highestLevel}, {QStringLiteral("turns"), stats.turns},
        {QStringLiteral("slow"), stats.slowTurns}, {QStringLiteral("gap_ms"), double(stats.longestGapUs) / 1000},
        {QStringLiteral("misplaced"), stats.misplaced}};
}

double sinceMs(qint64 beganNs)
{
    return double(monotonicNs() - beganNs) / 1e6;
}

} // namespace

MeasuredPanel::MeasuredPanel(const PanelTask &task, const std::shared_ptr<LoopGuard> &guard)
    : m_task(task)
    , m_link(setupFor(task), guard)
    , m_window(qApp, m_link, DataDir(task.dataDir).windowFile())
{
    m_report.insert(QStringLiteral("built_ms"), sinceMs(m_task.beganNs));
    m_settle.setSingleShot(true);
    connect(&m_link, &EngineFacade::ready, this,
        [this] { m_report.insert(QStringLiteral("ready_ms"), sinceMs(m_task.beganNs)); });
    connect(&m_link, &EngineFacade::runFinished, this, &MeasuredPanel::onRunFinished);
    connect(&m_link, &EngineFacade::postsStored, this, &MeasuredPanel::onStored);
    connect(&m_link, &EngineLink::drained, this, [] { QCoreApplication::exit(0); });
    m_window.window()->installEventFilter(this);
    m_window.show();
    if (!m_task.page.isEmpty()) {
        m_window.window()->openPage(m_task.page);
    }
    m_link.start();
}

bool MeasuredPanel::eventFilter(QObject *object, QEvent *event)
{
    if (event->type() == QEvent::Paint && !m_painted) {
        m_painted = true;
        // Queued: the whole window is painted when this event has been dealt with.
        QMetaObject::invokeMethod(this, &MeasuredPanel::onShown, Qt::QueuedConnection);
    }
    return QObject::eventFilter(object, event);
}

void MeasuredPanel::onShown()
{
    m_report.insert(QStringLiteral("shown_ms"), sinceMs(m_task.beganNs));
    connect(&m_settle, &QTimer::timeout, this, &MeasuredPanel::onSettled);
    m_settle.start(settleMs);
}

void MeasuredPanel::onSettled()
{
    m_settle.disconnect(this);
    if (!m_task.page.isEmpty() && m_window.window()->currentPage()->id() != m_task.page) {
        fail(Error{ErrorCode::InvalidArgument, m_task.page, QStringLiteral("the panel has no such page")});
        return;
    }
    const QList<LoopStats> loops = m_link.loops();
    m_report.insert(QStringLiteral("start_gap_ms"), double(loops.first().longestGapUs) / 1000);
    m_report.insert(QStringLiteral("start_peak_mb"), peakMemoryMb());
    if (m_task.channels.isEmpty()) {
        report();
        return;
    }
    m_link.resetLoops();
    QList<ChannelDraft> drafts;
    for (const QString &name : m_task.channels) {
        drafts.append({name, QString()});
    }
    m_link.addChannels(drafts, this, [this](const Result<AddedChannels> &added) {
        if (!added) {
            fail(added.error());
            return;
        }
        ParseRequest request;
        request.history.kind = HistoryGoal::Kind::All;
        for (const ChannelRow &row : added->added) {
            request.channels.append(row.id);
        }
        m_report.insert(QStringLiteral("run_began_ms"), sinceMs(m_task.beganNs));
        m_link.parse(request, this, [this](const Result<RunId> &run) {
            if (!run) {
                fail(run.error());
                return;
            }
            m_run = *run;
        });
    });
}

void MeasuredPanel::onStored(const StoredNews &news)
{
    if (m_operator != nullptr) {
        m_storedAtWork += news.total;
    } else if (!m_task.query.isEmpty() && m_run != 0 && !m_report.contains(QLatin1String("work"))) {
        m_operator = new PanelOperator(m_link, m_window.window(), m_task.query, this);
        connect(m_operator, &PanelOperator::finished, this, &MeasuredPanel::onWorked);
        m_atWork.start();
        m_operator->start();
    }
}

void MeasuredPanel::onWorked(const QJsonObject &work, const QString &problem)
{
    m_report.insert(QStringLiteral("work"), work);
    m_report.insert(QStringLiteral("work_ms"), m_atWork.elapsed());
    m_report.insert(QStringLiteral("work_stored"), m_storedAtWork);
    m_report.insert(QStringLiteral("work_outlived_run"), m_run == 0);
    m_operator->deleteLater();
    m_operator = nullptr;
    m_link.resetLoops(); // what follows is the end of the run
    if (!problem.isEmpty()) {
        fail(Error{ErrorCode::Internal, problem, {}});
    } else if (m_run != 0) {
        m_link.cancelRun(m_run);
    } else {
        report();
    }
}

void MeasuredPanel::onRunFinished(const RunRecord &run)
{
    const double began = m_report.value(QLatin1String("run_began_ms")).toDouble();
    m_report.insert(QStringLiteral("run_ms"), sinceMs(m_task.beganNs) - began);
    m_report.insert(QStringLiteral("status"), runStatusName(run.status));
    m_report.insert(QStringLiteral("posts_added"), run.postsAdded);
    m_run = 0;
    if (m_operator != nullptr) {
        return; // who works here goes on
    }
    // The last news of the run come with the next batches; the window has to deal with them, too.
    connect(&m_settle, &QTimer::timeout, this, &MeasuredPanel::report);
    m_settle.start(settleMs);
}

void MeasuredPanel::report()
{
    const QList<LoopStats> loops = m_link.loops();
    m_report.insert(QStringLiteral("gui"), toJson(loops.first()));
    m_report.insert(QStringLiteral("engine"), toJson(loops.last()));
    m_report.insert(QStringLiteral("peak_mb"), peakMemoryMb());
    printLine(QString::fromUtf8(QJsonDocument(m_report).toJson(QJsonDocument::Compact)));
    m_window.hide();
    m_link.shutDown();
}

void MeasuredPanel::fail(const Error &error)
{
    m_report.insert(QStringLiteral("error"), errorEnglish(error));
    report();
}

int runPanelChild(int &argc, char **argv, const PanelTask &task)
{
    GuardedApplication<QApplication> application(argc, argv);
    QApplication::setQuitOnLastWindowClosed(false);
    const std::shared_ptr<LoopGuard> guard = LoopGuard::watch(QStringLiteral("gui"));
    DataDir dir(task.dataDir);
    if (const Result<void> held = dir.acquire(); !held) {
        printLine(QLatin1String("{\"error\":\"") + errorEnglish(held.error()) + QLatin1String("\"}"));
        return 1;
    }
    const MeasuredPanel panel(task, guard);
    return application.exec();
}

} // namespace vestnik::bench
