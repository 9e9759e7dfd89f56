// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/runs/rundetails.h"

#include "ui/posts/textdragguard.h"
#include "ui/widgets/runtexts.h"
#include "ui/widgets/texts.h"
#include "ui/widgets/theme.h"

#include <QDateTime>
#include <QGridLayout>
#include <QLabel>

namespace vestnik {

RunDetails::RunDetails(QWidget *parent)
    : QScrollArea(parent)
{
    setObjectName(QStringLiteral("runDetails"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *body = new QWidget(this);
    m_form = new QGridLayout(body);
    m_form->setContentsMargins(Theme::group, Theme::gap, Theme::group, Theme::gap);
    m_form->setHorizontalSpacing(12);
    m_form->setVerticalSpacing(6);
    // Two columns of facts, so that a low pane shows them all; what is long has the whole width below.
    m_form->setColumnStretch(1, 1);
    m_form->setColumnStretch(3, 1);
    m_form->setColumnMinimumWidth(2, Theme::section);
    addLine(Number, tr("Run"), "runNumber");
    addLine(Work, tr("Kind of work"), "runWork");
    addLine(Job, tr("Job"), "runJob");
    addLine(Origin, tr("Started by"), "runOrigin");
    addLine(Attempt, tr("Attempt"), "runAttempt");
    addLine(Channels, tr("Channels"), "runChannelCounts");
    addLine(Posts, tr("Posts"), "runPosts");
    addLine(Due, tr("Due"), "runDue");
    addLine(Queued, tr("Queued"), "runQueued");
    addLine(Started, tr("Started"), "runStarted");
    addLine(Finished, tr("Finished"), "runFinished");
    addLine(Took, tr("Took", "duration"), "runTook");
    addLine(Size, tr("Received"), "runSize");
    addLine(Reason, tr("Reason"), "runReason");
    addLine(Problem, tr("Problem"), "runProblem");
    addLine(Advice, tr("What to do"), "runAdvice");
    addLine(Technical, tr("Technical details"), "runTechnical");
    m_form->setRowStretch(LineCount, 1);
    setWidget(body);
}

void RunDetails::addLine(Line line, const QString &caption, const char *name)
{
    auto *label = new QLabel(caption, m_form->parentWidget());
    label->setForegroundRole(QPalette::PlaceholderText);
    auto *value = new QLabel(m_form->parentWidget());
    value->setObjectName(QLatin1String(name));
    value->setTextFormat(Qt::PlainText);
    value->setWordWrap(true);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    new TextDragGuard(value);
    label->setBuddy(value);
    constexpr int half = 7;
    const int at = int(m_captions.size());
    const bool wide = line == Reason || line == Problem || line == Advice || line == Technical;
    const int column = wide || at < half ? 0 : 2;
    const int row = wide ? at : at % half;
    m_form->addWidget(label, row, column, Qt::AlignTop);
    m_form->addWidget(value, row, column + 1, 1, wide ? 3 : 1);
    m_captions.insert(line, label);
    m_values.insert(line, value);
}

void RunDetails::fill(Line line, const QString &text)
{
    QLabel *value = m_values.value(line);
    if (value->text() != text) {
        value->setText(text); // keeps a selection while a run goes on
    }
    value->setVisible(!text.isEmpty());
    m_captions.value(line)->setVisible(!text.isEmpty());
}

void RunDetails::showRun(const RunRecord &run)
{
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    const bool ran = run.startedAt > 0 && run.status != RunStatus::Skipped && run.status != RunStatus::Missed;
    fill(Number, QString::number(run.id));
    fill(Work, texts::jobKind(run.kind));
    fill(Job,
        run.job == 0 ? run.jobName
                     : tr("%1 (job %2)", "name, number").arg(texts::runName(run)).arg(run.job));
    fill(Origin, texts::runOrigin(run.origin));
    fill(Attempt, run.attempt > 1 ? texts::number(run.attempt) : QString());
    QString channels = tr("%1 of %2", "channels").arg(texts::number(run.channelsDone), texts::number(run.channelsTotal));
    if (run.channelsFailed > 0) {
        channels += QLatin1String(", ") + tr("%n failed", "channels", run.channelsFailed);
    }
    fill(Channels, run.channelsTotal > 0 ? channels : QString());
    fill(Posts,
        run.channelsTotal > 0 ? tr("%1 added, %2 updated", "posts")
                                    .arg(texts::number(run.postsAdded), texts::number(run.postsUpdated))
                              : QString());
    fill(Due, texts::exactTime(run.dueAt));
    fill(Queued, texts::exactTime(run.queuedAt));
    fill(Started, ran ? texts::exactTime(run.startedAt) : QString());
    fill(Finished, texts::exactTime(run.finishedAt));
    fill(Took, ran ? texts::durationWords((run.finishedAt > 0 ? run.finishedAt : now) - run.startedAt) : QString());
    fill(Size, run.bytes > 0 ? texts::bytes(run.bytes) : QString());
    fill(Reason, texts::runReason(run.reason, now));
    const bool failed = run.error.code != ErrorCode::None;
    fill(Problem, failed ? texts::error(run.error) : QString());
    fill(Advice, failed ? texts::advice(run.error) : QString());
    fill(Technical, run.error.detail);
}

QString RunDetails::text() const
{
    QStringList lines;
    for (int line = 0; line < LineCount; ++line) {
        if (const QLabel *value = m_values.value(line); value && !value->text().isEmpty()) {
            lines.append(m_captions.value(line)->text() + QLatin1Char('\t') + value->text());
        }
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace vestnik
