// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/model/channel.h"
#include "core/model/job.h"
#include "core/model/run.h"
#include "core/model/task.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QObject>
#include <QStringList>

#include <functional>
#include <memory>

namespace vestnik {

class Engine;
class LoopGuard;

/// Carries out commands that come as JSON, for the command line: one request, any number of events, one final answer.
/// Lives on the engine thread, owned by the engine's owner or a connection; must not outlive the engine.
///
/// Requests: {"command": "channels.add|channels.remove|channels.list|parse|task|status|show|
/// jobs.list|jobs.run|jobs.pause|jobs.resume", …}. Answers: {"event":
/// "progress", …} and finally {"final": true, "result": …} or {"final": true, "error": {"code","subject","detail"}}.
class CommandRunner final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CommandRunner)

public:
    using Reply = std::function<void(const QJsonObject &)>;

    /// `guards`: of both loops, for "status".
    CommandRunner(Engine &engine, const QList<std::shared_ptr<LoopGuard>> &guards, QObject *parent = nullptr);
    /// Runs that were started through it and still go are stopped.
    ~CommandRunner() override;

    void run(const QJsonObject &request, const Reply &reply);

Q_SIGNALS:
    /// "show": somebody started the program a second time.
    void showRequested();

private:
    struct Parse {
        Reply reply;
        QList<RunChannel> unknown; ///< names that are not in the list
    };

    struct NamedJobs {
        QList<JobId> ids;
        QStringList unknown;
    };
    /// What one "jobs.run" waits for.
    struct JobRuns {
        Reply reply;
        QList<RunId> going;
        QJsonArray ended;
        QStringList unknown;
    };

    void carryOut(const QString &command, const QJsonObject &request, const Reply &reply);
    [[nodiscard]] Result<QJsonObject> addChannels(const QJsonObject &request);
    [[nodiscard]] Result<QJsonObject> removeChannels(const QJsonObject &request);
    [[nodiscard]] Result<QJsonObject> listChannels();
    [[nodiscard]] Result<QJsonObject> status();
    void parse(const QJsonObject &request, const Reply &reply);
    // jobcommands.cpp
    [[nodiscard]] Result<NamedJobs> namedJobs(const QJsonObject &request);
    [[nodiscard]] Result<QJsonObject> listJobs();
    [[nodiscard]] Result<QJsonObject> pauseJobs(const QJsonObject &request, bool pause);
    void runJobs(const QJsonObject &request, const Reply &reply);
    /// With its error and the channels that failed.
    [[nodiscard]] QJsonObject endedJobRun(const RunRecord &run);
    void noteJobRun(const RunRecord &run);
    void tellJobRuns();
    void startTask(const QJsonObject &request, const Reply &reply);
    void onTaskChanged(const TaskRecord &task);
    void onProgress(const RunProgress &progress);
    void onRunFinished(const RunRecord &run);

    Engine &m_engine;
    const QList<std::shared_ptr<LoopGuard>> m_guards;
    QMultiHash<RunId, Parse> m_parses;
    QHash<TaskId, Reply> m_tasks;
    QList<JobRuns> m_jobRuns;
};

/// The row with that name, compared without case; nullptr if there is none. Valid as long as `rows`.
[[nodiscard]] const ChannelRow *findByName(const QList<ChannelRow> &rows, const QString &name);
/// The row of a channel as `channels list --json` shows it.
[[nodiscard]] QJsonObject channelToJson(const ChannelRow &row);
/// A channel's part of a run.
[[nodiscard]] QJsonObject runChannelToJson(const RunChannel &row);
/// Null without an error.
[[nodiscard]] QJsonValue optionalError(const Error &error);
/// The last answer to a request.
[[nodiscard]] QJsonObject finalAnswer(const Result<QJsonObject> &result);
[[nodiscard]] QJsonObject errorToJson(const Error &error);
[[nodiscard]] Error errorFromJson(const QJsonObject &object);

} // namespace vestnik
