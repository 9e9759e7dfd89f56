// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/overview/schedulercard.h"

#include "ui/overview/upcominglist.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/runtexts.h"
#include "ui/widgets/startstopbutton.h"
#include "ui/widgets/texts.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QVBoxLayout>
#include <QVariant>

namespace vestnik {

SchedulerCard::SchedulerCard(EngineFacade &engine, QWidget *parent)
    : QWidget(parent)
    , m_engine(engine)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::group);
    auto *top = new QHBoxLayout;
    top->setSpacing(Theme::gap);
    m_dot = new StateDot(14, this);
    top->addWidget(m_dot);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    m_word = titleLabel({}, this);
    m_word->setObjectName(QStringLiteral("overviewState"));
    words->addWidget(m_word);
    m_next = new ElidedLabel(this);
    m_next->setObjectName(QStringLiteral("overviewNext"));
    m_next->setForegroundRole(QPalette::PlaceholderText);
    words->addWidget(m_next);
    top->addSpacing(Theme::grid);
    top->addLayout(words, 1);
    m_button = new StartStopButton(engine, this);
    m_button->setObjectName(QStringLiteral("overviewStartStop"));
    QFont large = m_button->font();
    large.setPointSizeF(large.pointSizeF() + 2);
    large.setWeight(QFont::DemiBold);
    m_button->setFont(large);
    m_button->setIconSize({20, 20});
    m_button->setMinimumSize(148, 44);
    top->addWidget(m_button);
    layout->addLayout(top);
    layout->addWidget(separatorLine(this));
    m_runPart = makeRunPart();
    layout->addWidget(m_runPart);
    m_idle = new ElidedLabel(this);
    m_idle->setObjectName(QStringLiteral("overviewIdle"));
    m_idle->setForegroundRole(QPalette::PlaceholderText);
    layout->addWidget(m_idle);
    m_upcoming = new UpcomingList(this);
    connect(m_upcoming, &UpcomingList::clicked, this,
        [this](JobId job) { Q_EMIT pageRequested(QStringLiteral("schedule"), job > 0 ? QVariant(job) : QVariant()); });
    layout->addWidget(m_upcoming);
    layout->addStretch();

    m_timer.setInterval(1000);
    connect(&m_timer, &QTimer::timeout, this, &SchedulerCard::tick);
    connect(&engine, &EngineFacade::statusChanged, this, &SchedulerCard::follow);
    connect(&engine, &EngineFacade::ready, this, &SchedulerCard::follow);
    connect(&engine, &EngineFacade::runProgressed, this, [this](const RunProgress &progress) {
        const EngineStatus status = m_engine.status();
        if (status.run && status.run->id == progress.run.id) {
            m_progress = progress;
            showProgress();
        }
    });
    follow();
}

QWidget *SchedulerCard::makeRunPart()
{
    auto *part = new QWidget(this);
    part->setObjectName(QStringLiteral("overviewRun"));
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::gap);
    auto *line = new QHBoxLayout;
    m_runTitle = new ElidedLabel(part);
    line->addWidget(m_runTitle, 1);
    m_cancel = new QPushButton(tr("Cancel", "a run"), part);
    m_cancel->setObjectName(QStringLiteral("overviewCancel"));
    m_cancel->setToolTip(tr("End this run; what was fetched is kept"));
    m_cancel->setAccessibleName(tr("Cancel the run"));
    connect(m_cancel, &QPushButton::clicked, this, [this] { m_engine.cancelRun(m_progress.run.id); });
    line->addWidget(m_cancel);
    layout->addLayout(line);
    m_bar = new QProgressBar(part);
    m_bar->setObjectName(QStringLiteral("overviewProgress"));
    m_bar->setAccessibleName(tr("Progress of the run"));
    m_bar->setTextVisible(false);
    m_bar->setMaximumHeight(14);
    layout->addWidget(m_bar);
    m_runNumbers = new ElidedLabel(part);
    m_runNumbers->setObjectName(QStringLiteral("overviewNumbers"));
    layout->addWidget(m_runNumbers);
    m_runNow = new ElidedLabel(part);
    m_runNow->setForegroundRole(QPalette::PlaceholderText);
    layout->addWidget(m_runNow);
    return part;
}

void SchedulerCard::follow()
{
    const EngineStatus status = m_engine.status();
    m_dot->setRole(StartStopButton::role(m_engine));
    m_word->setText(StartStopButton::word(m_engine));
    m_runPart->setVisible(status.run.has_value());
    m_idle->setVisible(!status.run.has_value());
    m_idle->setFullText(
        tr("No run is going. %1", "channels").arg(tr("%n channels are active.", nullptr, status.channelsActive)));
    if (status.run) {
        if (m_progress.run.id != status.run->id) {
            m_progress = RunProgress();
        }
        m_progress.run = *status.run;
        showProgress();
    } else {
        m_progress = RunProgress();
    }
    m_upcoming->showRuns(status.upcoming, status.running());
    tick();
}

void SchedulerCard::tick()
{
    const EngineStatus status = m_engine.status();
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    QString next;
    if (status.scheduler == SchedulerState::Failed) {
        next = texts::error(status.error);
    } else if (status.running() && status.nextRunAt > now) {
        next = tr("next run in %1, %2", "countdown, time")
                   .arg(texts::duration(status.nextRunAt - now), texts::when(status.nextRunAt, now));
    } else if (status.running()) {
        next = status.run ? tr("a run is going") : tr("next run is due");
    } else if (status.scheduler == SchedulerState::Stopped) {
        next = tr("runs start only by hand");
    }
    m_next->setFullText(next);
    if (status.running() || status.run) {
        if (!m_timer.isActive()) {
            m_timer.start();
        }
    } else {
        m_timer.stop();
    }
}

void SchedulerCard::showProgress()
{
    const RunRecord &run = m_progress.run;
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    QStringList title{tr("Run %1, %2", "number, origin").arg(run.id).arg(texts::runOrigin(run.origin))};
    if (!run.jobName.isEmpty()) {
        title.append(run.jobName);
    }
    if (const int more = int(m_engine.status().runs.size()) - 1; more > 0) {
        title.append(tr("%n more going", "runs", more));
    }
    m_runTitle->setFullText(title.join(QStringLiteral(" · ")));
    m_bar->setRange(0, run.channelsTotal); // none counted: busy
    m_bar->setValue(run.channelsDone);
    QStringList numbers;
    if (run.channelsTotal > 0) {
        numbers =
            QStringList{tr("%1 of %2 channels").arg(texts::number(run.channelsDone), texts::number(run.channelsTotal)),
                tr("%n posts added", nullptr, run.postsAdded)};
    } else {
        numbers = QStringList{texts::jobKind(run.kind)};
    }
    if (run.channelsFailed > 0) {
        numbers.append(tr("%n failed", "channels", run.channelsFailed));
    }
    if (m_progress.etaMs >= 0) {
        numbers.append(tr("%1 left", "time").arg(texts::duration(m_progress.etaMs)));
    }
    if (m_progress.historyDone >= 0 && m_progress.historyTotal > 0) {
        numbers.append(tr("history %1 of %2", "messages")
                           .arg(texts::number(m_progress.historyDone), texts::number(m_progress.historyTotal)));
    }
    m_runNumbers->setFullText(numbers.join(QStringLiteral(" · ")));
    if (m_progress.waitingUntil > now) {
        m_runNow->setFullText(tr("told to wait %1").arg(texts::duration(m_progress.waitingUntil - now)));
    } else {
        m_runNow->setFullText(m_progress.current.isEmpty() ? QString() : tr("reading @%1").arg(m_progress.current));
    }
}

} // namespace vestnik
