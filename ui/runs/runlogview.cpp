// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/runs/runlogview.h"

#include "ui/log/logmodel.h"
#include "ui/log/logtable.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/texts.h"

#include <QLabel>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace vestnik {
namespace {

// Numbers count from one start of the program to the next, so a kept line and a live one may differ in them.
bool isSame(const LogEntry &one, const LogEntry &other)
{
    return one.at == other.at && one.level == other.level && one.event == other.event && one.subject == other.subject
        && one.args == other.args;
}

} // namespace

RunLogView::RunLogView(EngineFacade &engine, QWidget *parent)
    : QWidget(parent)
    , m_engine(engine)
    , m_model(new LogModel(this))
    , m_table(new LogTable(this))
    , m_stack(new QStackedWidget(this))
{
    m_table->setObjectName(QStringLiteral("runLogTable"));
    m_table->setAccessibleName(tr("Log of the run"));
    m_table->showModel(m_model);
    m_none = new QLabel(tr("Nothing was logged of this run."), this);
    m_none->setObjectName(QStringLiteral("runLogNone"));
    m_none->setForegroundRole(QPalette::PlaceholderText);
    static_cast<QLabel *>(m_none)->setAlignment(Qt::AlignCenter);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_none);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    connect(&engine, &EngineFacade::logAdded, this, &RunLogView::append);
}

void RunLogView::showRun(RunId run)
{
    if (run != m_run) {
        m_run = run;
        m_model->setEntries({});
        m_lines = 0;
        reload();
    }
}

void RunLogView::reload()
{
    if (m_reading) {
        m_engine.cancelRead(m_read);
    }
    m_early.clear();
    m_reading = m_run != 0;
    if (m_reading) {
        m_read = m_engine.readRunLog(m_run, this, [this, run = m_run](const Result<QList<LogEntry>> &entries) {
            if (run == m_run) {
                onRead(entries);
            }
        });
    }
    updateState();
}

void RunLogView::onRead(const Result<QList<LogEntry>> &entries)
{
    if (!entries && entries.error().code == ErrorCode::Cancelled) {
        return; // a later reading answers
    }
    m_reading = false;
    QList<LogEntry> lines = entries.value_or(QList<LogEntry>());
    for (const LogEntry &entry : std::exchange(m_early, {})) {
        const auto same = [&](const LogEntry &other) { return isSame(entry, other); };
        if (std::none_of(lines.crbegin(), lines.crend(), same)) {
            lines.append(entry);
        }
    }
    if (!entries) {
        LogEntry problem;
        problem.level = LogLevel::Error;
        problem.event = LogEvent::Text;
        problem.args = {tr("The log of this run could not be read.")};
        problem.error = entries.error();
        lines.append(problem);
    }
    m_lines = 0;
    m_model->setEntries({});
    add(lines);
    m_table->scrollToBottom();
}

void RunLogView::append(const QList<LogEntry> &entries)
{
    QList<LogEntry> ours;
    std::copy_if(entries.cbegin(), entries.cend(), std::back_inserter(ours),
        [this](const LogEntry &entry) { return m_run != 0 && entry.run == m_run; });
    if (ours.isEmpty()) {
        return;
    }
    if (m_reading) {
        m_early += ours;
        return;
    }
    m_table->follow([&] { add(ours); });
}

void RunLogView::add(const QList<LogEntry> &entries)
{
    QList<LogEntry> numbered = entries;
    for (LogEntry &entry : numbered) {
        entry.number = ++m_lines; // the model drops what does not count up
    }
    m_model->append(numbered);
    updateState();
}

void RunLogView::updateState()
{
    m_stack->setCurrentWidget(isEmpty() && !m_reading ? m_none : m_table);
    Q_EMIT changed();
}

bool RunLogView::isEmpty() const
{
    return m_model->rowCount() == 0;
}

QString RunLogView::text() const
{
    return m_table->selectionModel()->hasSelection() ? m_table->selectedText() : m_table->allText();
}

} // namespace vestnik
