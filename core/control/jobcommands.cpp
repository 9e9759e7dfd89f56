// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The commands about jobs; the others are in commandrunner.cpp.

#include "core/control/commandrunner.h"

#include "core/control/jobjson.h"
#include "core/engine/engine.h"

#include <QJsonArray>

#include <algorithm>

namespace vestnik {
namespace {

constexpr qsizetype wordsPerRequest = 10'000;

/// The job with that id, otherwise all with that name (compared without case).
QList<JobId> jobsNamed(const QList<JobRow> &rows, const QString &word)
{
    bool isNumber = false;
    const JobId id = word.toLongLong(&isNumber);
    QList<JobId> named;
    for (const JobRow &row : rows) {
        if (isNumber && row.job.id == id) {
            return {id};
        }
        if (row.job.name.compare(word, Qt::CaseInsensitive) == 0) {
            named.append(row.job.id);
        }
    }
    return named;
}

} // namespace

Result<CommandRunner::NamedJobs> CommandRunner::namedJobs(const QJsonObject &request)
{
    const QJsonArray words = request.value(QLatin1String("jobs")).toArray();
    if (words.isEmpty() || words.size() > wordsPerRequest) {
        return failure(ErrorCode::InvalidArgument, QStringLiteral("jobs"));
    }
    const QList<JobRow> rows = m_engine.jobs();
    NamedJobs named;
    for (const QJsonValue &value : words) {
        const QString word = value.isDouble() ? QString::number(value.toInteger()) : value.toString();
        const QList<JobId> found = jobsNamed(rows, word);
        if (found.isEmpty()) {
            named.unknown.append(word);
        } else if (found.size() > 1) {
            return failure(ErrorCode::InvalidArgument, word, QStringLiteral("several jobs have this name"));
        } else if (!named.ids.contains(found.first())) {
            named.ids.append(found.first());
        }
    }
    return named;
}

Result<QJsonObject> CommandRunner::listJobs()
{
    // The store is opened if it is not; without one there is nothing to list.
    if (const Result<QList<ChannelRow>> rows = m_engine.channels(); !rows) {
        return failure(rows.error());
    }
    QJsonArray list;
    for (const JobRow &row : m_engine.jobs()) {
        list.append(jobRowToJson(row));
    }
    return QJsonObject{{QStringLiteral("jobs"), list}};
}

Result<QJsonObject> CommandRunner::pauseJobs(const QJsonObject &request, bool pause)
{
    const Result<NamedJobs> named = namedJobs(request);
    if (!named) {
        return failure(named.error());
    }
    if (!named->ids.isEmpty()) {
        const Result<void> done = pause ? m_engine.pauseJobs(named->ids, 0) : m_engine.resumeJobs(named->ids);
        if (!done) {
            return failure(done.error());
        }
    }
    QJsonArray list;
    for (const JobRow &row : m_engine.jobs()) {
        if (named->ids.contains(row.job.id)) {
            list.append(jobRowToJson(row));
        }
    }
    return QJsonObject{
        {QStringLiteral("jobs"), list}, {QStringLiteral("not_found"), QJsonArray::fromStringList(named->unknown)}};
}

void CommandRunner::runJobs(const QJsonObject &request, const Reply &reply)
{
    const Result<NamedJobs> named = namedJobs(request);
    if (!named) {
        reply(finalAnswer(failure(named.error())));
        return;
    }
    JobRuns runs;
    runs.reply = reply;
    runs.unknown = named->unknown;
    for (const JobId job : named->ids) {
        const Result<RunId> run = m_engine.runJob(job, RunOrigin::CommandLine);
        const Result<RunRecord> record = run ? m_engine.run(*run) : Result<RunRecord>(failure(run.error()));
        if (!record) {
            for (const RunId begun : std::as_const(runs.going)) {
                m_engine.cancelRun(begun);
            }
            reply(finalAnswer(failure(record.error())));
            return;
        }
        // It may have ended already: skipped, because there is another one.
        if (isGoing(record->status)) {
            runs.going.append(*run);
        } else {
            runs.ended.append(endedJobRun(*record));
        }
    }
    m_jobRuns.append(runs);
    tellJobRuns();
}

QJsonObject CommandRunner::endedJobRun(const RunRecord &run)
{
    QJsonObject json = runToJson(run);
    json.insert(QStringLiteral("error"), optionalError(run.error));
    QJsonArray failed;
    if (run.channelsFailed > 0) {
        if (const Result<QList<RunChannel>> rows = m_engine.runChannels(run.id)) {
            for (const RunChannel &row : *rows) {
                if (row.status == RunChannelStatus::Failed) {
                    failed.append(runChannelToJson(row));
                }
            }
        }
    }
    json.insert(QStringLiteral("failed_channels"), failed);
    return json;
}

void CommandRunner::noteJobRun(const RunRecord &run)
{
    for (JobRuns &runs : m_jobRuns) {
        if (runs.going.removeOne(run.id)) {
            runs.ended.append(endedJobRun(run));
        }
    }
    tellJobRuns();
}

void CommandRunner::tellJobRuns()
{
    for (qsizetype i = 0; i < m_jobRuns.size();) {
        if (!m_jobRuns.at(i).going.isEmpty()) {
            ++i;
            continue;
        }
        const JobRuns runs = m_jobRuns.takeAt(i);
        runs.reply(finalAnswer(QJsonObject{{QStringLiteral("runs"), runs.ended},
            {QStringLiteral("not_found"), QJsonArray::fromStringList(runs.unknown)}}));
    }
}

} // namespace vestnik
