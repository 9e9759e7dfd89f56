// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/runs/rundetails.h"

#include "ui/posts/textdragguard.h"
#include "ui/widgets/runtexts.h"
#include "ui/widgets/texts.h"
#include "ui/widgets/theme.h"

#include <QDateTime>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace vestnik {
namespace {

constexpr int spacing = 6;

} // namespace

RunDetails::RunDetails(QWidget *parent)
    : QScrollArea(parent)
{
    setObjectName(QStringLiteral("runDetails"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *body = new QWidget(this);
    // Why comes first, over the whole width; below it two stacks of short facts, so that a low pane shows most.
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(Theme::group, Theme::gap, Theme::group, Theme::gap);
    column->setSpacing(spacing);
    auto *facts = new QHBoxLayout;
    facts->setSpacing(Theme::section);
    const auto form = [](QBoxLayout *outer, int stretch) {
        auto *made = new QGridLayout;
        made->setHorizontalSpacing(12);
        made->setVerticalSpacing(spacing);
        made->setColumnStretch(1, 1);
        auto *stack = new QVBoxLayout;
        stack->addLayout(made);
        stack->addStretch();
        outer->addLayout(stack, stretch);
        return made;
    };
    QGridLayout *why = form(column, 0);
    column->addLayout(facts);
    QGridLayout *left = form(facts, 1);
    QGridLayout *right = form(facts, 1);
    column->addStretch();
    addLine(left, Number, tr("Run"), "runNumber");
    addLine(left, Work, tr("Kind of work"), "runWork");
    addLine(left, Job, tr("Job"), "runJob");
    addLine(left, Origin, tr("Started by"), "runOrigin");
    addLine(left, Attempt, tr("Attempt"), "runAttempt");
    addLine(left, Channels, tr("Channels"), "runChannelCounts");
    addLine(left, Posts, tr("Posts"), "runPosts");
    addLine(right, Due, tr("Due"), "runDue");
    addLine(right, Queued, tr("Queued"), "runQueued");
    addLine(right, Started, tr("Started"), "runStarted");
    addLine(right, Finished, tr("Finished"), "runFinished");
    addLine(right, Took, tr("Took", "duration"), "runTook");
    addLine(right, Size, tr("Received"), "runSize");
    addLine(why, Reason, tr("Reason"), "runReason");
    addLine(why, Problem, tr("Problem"), "runProblem");
    addLine(why, Advice, tr("What to do"), "runAdvice");
    addLine(why, Technical, tr("Technical details"), "runTechnical");
    setWidget(body);
}

void RunDetails::addLine(QGridLayout *form, Line line, const QString &caption, const char *name)
{
    auto *label = new QLabel(caption);
    label->setForegroundRole(QPalette::PlaceholderText);
    auto *value = new QLabel;
    value->setObjectName(QLatin1String(name));
    value->setTextFormat(Qt::PlainText);
    value->setWordWrap(true);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    new TextDragGuard(value);
    label->setBuddy(value);
    const int row = form->rowCount();
    form->addWidget(label, row, 0, Qt::AlignTop);
    form->addWidget(value, row, 1);
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
    const bool ran = run.startedAt > 0 && !texts::isOnlyNoted(run.status);
    fill(Number, QString::number(run.id));
    fill(Work, texts::jobKind(run.kind));
    fill(Job, run.job == 0 ? run.jobName : tr("%1 (job %2)", "name, number").arg(texts::runName(run)).arg(run.job));
    fill(Origin, texts::runOrigin(run.origin));
    fill(Attempt, run.attempt > 1 ? texts::number(run.attempt) : QString());
    QString channels =
        tr("%1 of %2", "channels").arg(texts::number(run.channelsDone), texts::number(run.channelsTotal));
    if (run.channelsFailed > 0) {
        channels += QLatin1String(", ") + tr("%n failed", "channels", run.channelsFailed);
    }
    fill(Channels, run.channelsTotal > 0 ? channels : QString());
    fill(Posts,
        run.channelsTotal > 0
            ? tr("%1 added, %2 updated", "posts").arg(texts::number(run.postsAdded), texts::number(run.postsUpdated))
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
