// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/engine/jobs/collectworker.h"

#include "core/model/channelnames.h"
#include "core/store/reads.h"
#include "core/store/runrepository.h"

#include <QHash>

namespace vestnik {
namespace {

constexpr int namesShown = 50;

Result<QList<TaskFact>> channelFacts(Database &database, const JobTarget &target)
{
    const Result<QList<ChannelId>> ids = channelsOfTarget(database, target);
    if (!ids) {
        return failure(ids.error());
    }
    const Result<QList<ChannelRow>> rows = readChannels(database);
    if (!rows) {
        return failure(rows.error());
    }
    QHash<ChannelId, QString> names;
    for (const ChannelRow &row : *rows) {
        names.insert(row.id, row.username);
    }
    QStringList shown;
    for (const ChannelId id : ids->mid(0, namesShown)) {
        shown.append(atName(names.value(id)));
    }
    if (ids->size() > namesShown) {
        shown.append(QStringLiteral("…"));
    }
    QList<TaskFact> facts{{QStringLiteral("channels"), ids->size(), {}}};
    if (!shown.isEmpty()) {
        facts.append({QStringLiteral("names"), 0, shown.join(QLatin1String(", "))});
    }
    return facts;
}

} // namespace

Result<void> CollectWorker::begin(const RunRecord &run, const Job &job, const Ended &ended)
{
    Collector *collector = m_host.collector();
    Database *database = m_host.database();
    if (!collector || !database) {
        return failure(ErrorCode::DatabaseBusy);
    }
    ParseRequest request;
    request.origin = run.origin;
    request.reason = run.reason;
    const Result<HistoryGoal> goal = goalOf(job, m_host.clock().now());
    if (!goal) {
        return failure(goal.error());
    }
    request.history = *goal;
    bool nothing = false;
    if (job.target.kind != JobTarget::Kind::All) {
        const Result<QList<ChannelId>> channels = channelsOfTarget(*database, job.target);
        if (!channels) {
            return failure(channels.error());
        }
        request.channels = *channels;
        nothing = channels->isEmpty(); // to the collector an empty list is all
    }
    if (nothing) {
        RunRecord skipped = run;
        skipped.status = RunStatus::Skipped;
        skipped.reason = {};
        skipped.reason.kind = RunReasonKind::NothingToDo;
        skipped.startedAt = skipped.finishedAt = m_host.clock().now();
        if (const Result<void> saved = RunRepository(*database).saveRun(skipped); !saved) {
            return saved;
        }
        QMetaObject::invokeMethod(
            m_host.context(),
            [this, skipped, ended] {
                m_host.tellRun(skipped);
                ended(skipped);
            },
            Qt::QueuedConnection);
        return {};
    }
    m_host.watchRun(run.id, ended);
    const Result<void> begun = collector->start(run, request);
    if (!begun) {
        m_host.unwatchRun(run.id);
    }
    return begun;
}

void CollectWorker::cancel(RunId run, const RunVerdict &verdict)
{
    if (Collector *collector = m_host.collector()) {
        // A job asks for no history that it could give up.
        collector->cancel(run, false, verdict);
    }
}

void CollectWorker::forecast(const Job &job, std::function<void(Result<QList<TaskFact>>)> done)
{
    const std::shared_ptr<ReadPool> pool = m_host.readPool();
    if (!pool) {
        done(failure(ErrorCode::DatabaseBusy));
        return;
    }
    pool->run<QList<TaskFact>>([target = job.target](Database &database) { return channelFacts(database, target); },
        m_host.context(), std::move(done));
}

} // namespace vestnik
