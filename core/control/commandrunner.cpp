// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/control/commandrunner.h"

#include "core/base/loopguard.h"
#include "core/control/jobjson.h"
#include "core/control/taskjson.h"
#include "core/engine/engine.h"
#include "core/model/channelnames.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QMetaMethod>
#include <QPointer>

#include <algorithm>
#include <cmath>

namespace vestnik {
namespace {

constexpr int namesPerRequest = 20'000;

QStringList namesIn(const QJsonObject &request)
{
    QStringList names;
    const QJsonArray values = request.value(QLatin1String("names")).toArray();
    for (const QJsonValue &value : values) {
        names.append(value.toString());
    }
    return names;
}

} // namespace

QJsonValue optionalError(const Error &error)
{
    return error.code == ErrorCode::None ? QJsonValue() : QJsonValue(errorToJson(error));
}

QJsonObject runChannelToJson(const RunChannel &row)
{
    return {
        {QStringLiteral("channel"), row.username},
        {QStringLiteral("status"),
            row.status == RunChannelStatus::Ok ? QStringLiteral("ok") : QStringLiteral("failed")},
        {QStringLiteral("posts_added"), row.postsAdded},
        {QStringLiteral("posts_updated"), row.postsUpdated},
        {QStringLiteral("error"), optionalError(row.error)},
    };
}

QJsonObject finalAnswer(const Result<QJsonObject> &result)
{
    QJsonObject answer{{QStringLiteral("final"), true}};
    if (result) {
        answer.insert(QStringLiteral("result"), *result);
    } else {
        answer.insert(QStringLiteral("error"), errorToJson(result.error()));
    }
    return answer;
}

QJsonObject errorToJson(const Error &error)
{
    return {
        {QStringLiteral("code"), errorCodeName(error.code)},
        {QStringLiteral("subject"), error.subject},
        {QStringLiteral("detail"), error.detail},
    };
}

Error errorFromJson(const QJsonObject &object)
{
    Error error;
    error.code = errorCodeFromName(object.value(QLatin1String("code")).toString());
    error.subject = object.value(QLatin1String("subject")).toString();
    error.detail = object.value(QLatin1String("detail")).toString();
    return error;
}

const ChannelRow *findByName(const QList<ChannelRow> &rows, const QString &name)
{
    const auto found = std::find_if(rows.begin(), rows.end(),
        [&name](const ChannelRow &row) { return row.username.compare(name, Qt::CaseInsensitive) == 0; });
    return found == rows.end() ? nullptr : &*found;
}

QJsonObject channelToJson(const ChannelRow &row)
{
    const bool failing = row.health == ChannelHealth::Failing;
    return {
        {QStringLiteral("channel"), row.username},
        {QStringLiteral("title"), row.title.isEmpty() ? QJsonValue() : QJsonValue(row.title)},
        {QStringLiteral("folder"), row.folder.isEmpty() ? QJsonValue() : QJsonValue(row.folder)},
        {QStringLiteral("active"), row.active},
        {QStringLiteral("posts"), row.postCount},
        {QStringLiteral("last_post_at"), timeToJson(row.lastPostAt)},
        {QStringLiteral("last_parsed_at"), timeToJson(row.lastParsedAt)},
        {QStringLiteral("status"),
            failing ? QStringLiteral("failing")
                    : (row.health == ChannelHealth::New ? QStringLiteral("new") : QStringLiteral("ok"))},
        {QStringLiteral("error"), failing ? optionalError(row.error) : QJsonValue()},
    };
}

CommandRunner::CommandRunner(Engine &engine, const QList<std::shared_ptr<LoopGuard>> &guards, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_guards(guards)
{
    connect(&engine, &Engine::runProgressed, this, &CommandRunner::onProgress);
    connect(&engine, &Engine::runFinished, this, &CommandRunner::onRunFinished);
    connect(&engine, &Engine::taskChanged, this, &CommandRunner::onTaskChanged);
}

CommandRunner::~CommandRunner()
{
    const QList<RunId> going = m_parses.uniqueKeys();
    m_parses.clear();
    for (RunId run : going) {
        m_engine.cancelRun(run);
    }
    const QList<JobRuns> jobRuns = std::exchange(m_jobRuns, {});
    for (const JobRuns &runs : jobRuns) {
        for (const RunId run : runs.going) {
            m_engine.cancelRun(run);
        }
    }
    const QList<TaskId> tasks = m_tasks.keys();
    m_tasks.clear();
    for (TaskId task : tasks) {
        m_engine.cancelTask(task);
    }
}

void CommandRunner::run(const QJsonObject &request, const Reply &reply)
{
    const QString command = request.value(QLatin1String("command")).toString();
    // A task waits in its own line; while one has the store for itself the status can still be told.
    const bool toldAtOnce = command == QLatin1String("status") && !m_engine.status().storePreparing;
    if (toldAtOnce || command == QLatin1String("show") || command == QLatin1String("task")) {
        carryOut(command, request, reply);
        return;
    }
    m_engine.whenSettled([self = QPointer<CommandRunner>(this), command, request, reply] {
        if (self) {
            self->carryOut(command, request, reply);
        }
    });
}

void CommandRunner::carryOut(const QString &command, const QJsonObject &request, const Reply &reply)
{
    if (command == QLatin1String("channels.add")) {
        reply(finalAnswer(addChannels(request)));
    } else if (command == QLatin1String("channels.remove")) {
        reply(finalAnswer(removeChannels(request)));
    } else if (command == QLatin1String("channels.list")) {
        reply(finalAnswer(listChannels()));
    } else if (command == QLatin1String("status")) {
        reply(finalAnswer(status()));
    } else if (command == QLatin1String("parse")) {
        parse(request, reply);
    } else if (command == QLatin1String("jobs.list")) {
        reply(finalAnswer(listJobs()));
    } else if (command == QLatin1String("jobs.run")) {
        runJobs(request, reply);
    } else if (command == QLatin1String("jobs.pause") || command == QLatin1String("jobs.resume")) {
        reply(finalAnswer(pauseJobs(request, command == QLatin1String("jobs.pause"))));
    } else if (command == QLatin1String("task")) {
        startTask(request, reply);
    } else if (command == QLatin1String("show")) {
        if (isSignalConnected(QMetaMethod::fromSignal(&CommandRunner::showRequested))) {
            Q_EMIT showRequested();
            reply(finalAnswer(QJsonObject()));
        } else {
            reply(finalAnswer(failure(ErrorCode::NotFound, QStringLiteral("window"))));
        }
    } else {
        reply(finalAnswer(failure(ErrorCode::InvalidArgument, command)));
    }
}

Result<QJsonObject> CommandRunner::addChannels(const QJsonObject &request)
{
    QList<ChannelDraft> drafts;
    const QString folder = request.value(QLatin1String("folder")).toString();
    const QStringList names = namesIn(request);
    if (names.size() > namesPerRequest) {
        return failure(ErrorCode::InvalidArgument, QStringLiteral("names"));
    }
    for (const QString &name : names) {
        if (!isChannelName(name)) {
            return failure(ErrorCode::InvalidArgument, name);
        }
        drafts.append({name, folder});
    }
    const Result<AddedChannels> added = m_engine.addChannels(drafts);
    if (!added) {
        return failure(added.error());
    }
    QJsonArray rows;
    for (const ChannelRow &row : added->added) {
        rows.append(row.username);
    }
    return QJsonObject{{QStringLiteral("added"), rows},
        {QStringLiteral("already_there"), QJsonArray::fromStringList(added->alreadyThere)}};
}

Result<QJsonObject> CommandRunner::removeChannels(const QJsonObject &request)
{
    const Result<QList<ChannelRow>> rows = m_engine.channels();
    if (!rows) {
        return failure(rows.error());
    }
    QJsonArray removed;
    QJsonArray unknown;
    QList<ChannelId> ids;
    for (const QString &name : namesIn(request)) {
        const ChannelRow *found = findByName(*rows, name);
        if (!found) {
            unknown.append(name);
        } else {
            ids.append(found->id);
            removed.append(found->username);
        }
    }
    if (!ids.isEmpty()) {
        if (const Result<void> done = m_engine.removeChannels(ids); !done) {
            return failure(done.error());
        }
    }
    return QJsonObject{{QStringLiteral("removed"), removed}, {QStringLiteral("not_found"), unknown}};
}

Result<QJsonObject> CommandRunner::listChannels()
{
    const Result<QList<ChannelRow>> rows = m_engine.channels();
    if (!rows) {
        return failure(rows.error());
    }
    QJsonArray list;
    for (const ChannelRow &row : *rows) {
        list.append(channelToJson(row));
    }
    return QJsonObject{{QStringLiteral("channels"), list}};
}

Result<QJsonObject> CommandRunner::status()
{
    const EngineStatus status = m_engine.status();
    qint64 posts = 0;
    if (status.engineAlive) {
        if (const Result<QList<ChannelRow>> rows = m_engine.channels()) {
            for (const ChannelRow &row : *rows) {
                posts += row.postCount;
            }
        }
    }
    QJsonArray loops;
    for (const std::shared_ptr<LoopGuard> &guard : m_guards) {
        const LoopStats stats = guard->stats();
        loops.append(QJsonObject{
            {QStringLiteral("name"), stats.name},
            {QStringLiteral("id"), QStringLiteral("0x%1").arg(stats.threadId, 0, 16)},
            {QStringLiteral("level"), stats.level},
            {QStringLiteral("highest_level"), stats.highestLevel},
            {QStringLiteral("longest_gap_ms"), std::round(static_cast<double>(stats.longestGapUs) / 100) / 10},
            {QStringLiteral("turns"), stats.turns},
            {QStringLiteral("slow_turns"), stats.slowTurns},
        });
    }
    QJsonArray runs;
    for (const RunRecord &run : status.runs) {
        runs.append(runToJson(run));
    }
    const Result<std::optional<RunRecord>> last = m_engine.lastRun();
    QJsonArray upcoming;
    for (const UpcomingRun &run : status.upcoming) {
        upcoming.append(upcomingToJson(run));
    }
    QJsonArray hosts;
    for (const HostState &host : status.hosts) {
        hosts.append(QJsonObject{{QStringLiteral("host"), host.host},
            {QStringLiteral("waiting_until"), timeToJson(host.waitingUntil)},
            {QStringLiteral("paused_until"), timeToJson(host.pausedUntil)}, {QStringLiteral("queued"), host.queued}});
    }
    return QJsonObject{
        {QStringLiteral("version"), QCoreApplication::applicationVersion()},
        {QStringLiteral("pid"), QCoreApplication::applicationPid()},
        {QStringLiteral("data_dir"), m_engine.setup().dataDir},
        {QStringLiteral("scheduler"), schedulerStateName(status.scheduler)},
        {QStringLiteral("running"), status.running()},
        {QStringLiteral("next_run_at"), timeToJson(status.nextRunAt)},
        {QStringLiteral("upcoming"), upcoming},
        {QStringLiteral("jobs"),
            QJsonObject{{QStringLiteral("count"), status.jobs}, {QStringLiteral("armed"), status.jobsArmed}}},
        {QStringLiteral("runs"), runs},
        {QStringLiteral("last_run"), last && *last ? QJsonValue(runToJson(**last)) : QJsonValue()},
        {QStringLiteral("channels"),
            QJsonObject{{QStringLiteral("total"), status.channelsTotal},
                {QStringLiteral("active"), status.channelsActive},
                {QStringLiteral("failing"), status.channelsFailing}}},
        {QStringLiteral("posts"), posts},
        {QStringLiteral("store"),
            QJsonObject{{QStringLiteral("path"), status.storePath}, {QStringLiteral("writable"), status.storeWritable},
                {QStringLiteral("error"), optionalError(status.storeError)}}},
        {QStringLiteral("hosts"), hosts},
        {QStringLiteral("loops"), loops},
    };
}

void CommandRunner::parse(const QJsonObject &request, const Reply &reply)
{
    const Result<QList<ChannelRow>> rows = m_engine.channels();
    if (!rows) {
        reply(finalAnswer(failure(rows.error())));
        return;
    }
    Parse parse;
    parse.reply = reply;
    ParseRequest wish;
    wish.origin = RunOrigin::CommandLine;
    const QString history = request.value(QLatin1String("history")).toString();
    if (!history.isEmpty()) {
        const std::optional<HistoryGoal> goal = historyGoalFromText(history, QDateTime::currentMSecsSinceEpoch());
        if (!goal) {
            reply(finalAnswer(failure(ErrorCode::InvalidArgument, history)));
            return;
        }
        wish.history = *goal;
    }
    for (const QString &name : namesIn(request)) {
        const ChannelRow *found = findByName(*rows, name);
        if (found) {
            wish.channels.append(found->id);
            continue;
        }
        RunChannel unknown;
        unknown.username = name;
        unknown.status = RunChannelStatus::Failed;
        unknown.error = Error{ErrorCode::NotFound, name, QStringLiteral("not in the list of channels")};
        parse.unknown.append(unknown);
    }
    if (wish.channels.isEmpty() && !parse.unknown.isEmpty()) {
        QJsonArray list;
        for (const RunChannel &row : parse.unknown) {
            list.append(runChannelToJson(row));
        }
        reply(finalAnswer(
            QJsonObject{{QStringLiteral("run"), QJsonValue()}, {QStringLiteral("status"), QStringLiteral("failed")},
                {QStringLiteral("posts_added"), 0}, {QStringLiteral("channels"), list}}));
        return;
    }
    const Result<RunId> run = m_engine.parse(wish);
    if (!run) {
        reply(finalAnswer(failure(run.error())));
        return;
    }
    m_parses.insert(*run, parse);
}

void CommandRunner::startTask(const QJsonObject &request, const Reply &reply)
{
    const Result<TaskSpec> spec = taskSpecFromJson(request);
    if (!spec) {
        reply(finalAnswer(failure(spec.error())));
        return;
    }
    const Result<TaskId> task = m_engine.startTask(*spec);
    if (!task) {
        reply(finalAnswer(failure(task.error())));
        return;
    }
    m_tasks.insert(*task, reply);
}

void CommandRunner::onTaskChanged(const TaskRecord &task)
{
    const auto waiting = m_tasks.constFind(task.id);
    if (waiting == m_tasks.constEnd()) {
        return;
    }
    const Reply reply = *waiting;
    if (task.isGoing()) {
        QJsonObject event = taskToJson(task);
        event.insert(QStringLiteral("event"), QStringLiteral("progress"));
        reply(event);
        return;
    }
    m_tasks.erase(waiting);
    if (task.state == TaskState::Failed) {
        reply(finalAnswer(failure(task.error)));
    } else if (task.state == TaskState::Cancelled) {
        reply(finalAnswer(failure(ErrorCode::Cancelled, task.subject)));
    } else {
        reply(finalAnswer(taskToJson(task)));
    }
}

void CommandRunner::onProgress(const RunProgress &progress)
{
    const QList<Parse> parses = m_parses.values(progress.run.id);
    for (const Parse &parse : parses) {
        QJsonObject event = runToJson(progress.run);
        event.insert(QStringLiteral("event"), QStringLiteral("progress"));
        event.insert(QStringLiteral("eta_ms"), progress.etaMs);
        parse.reply(event);
    }
    for (const JobRuns &runs : std::as_const(m_jobRuns)) {
        if (runs.going.contains(progress.run.id)) {
            QJsonObject event = runToJson(progress.run);
            event.insert(QStringLiteral("event"), QStringLiteral("progress"));
            runs.reply(event);
        }
    }
}

void CommandRunner::onRunFinished(const RunRecord &run)
{
    noteJobRun(run);
    const QList<Parse> parses = m_parses.values(run.id);
    m_parses.remove(run.id);
    for (const Parse &parse : parses) {
        const Result<QList<RunChannel>> rows = m_engine.runChannels(run.id);
        if (!rows) {
            parse.reply(finalAnswer(failure(rows.error())));
            continue;
        }
        QJsonArray list;
        for (const RunChannel &row : *rows + parse.unknown) {
            list.append(runChannelToJson(row));
        }
        QString status = runStatusName(run.status);
        if (run.status == RunStatus::Done && !parse.unknown.isEmpty()) {
            status = runStatusName(RunStatus::Partly);
        } else if (run.status == RunStatus::Stopped) {
            status = runStatusName(RunStatus::Failed);
        }
        QJsonObject result = runToJson(run);
        result.insert(QStringLiteral("status"), status);
        result.insert(QStringLiteral("channels"), list);
        result.insert(QStringLiteral("error"), optionalError(run.error));
        parse.reply(finalAnswer(result));
    }
}

} // namespace vestnik
