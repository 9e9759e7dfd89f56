// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/control/jobjson.h"

#include <QDateTime>
#include <QJsonArray>

namespace vestnik {
namespace {

QJsonValue reasonToJson(const RunReason &reason)
{
    return reason.kind == RunReasonKind::None
        ? QJsonValue()
        : QJsonValue(QJsonObject{{QStringLiteral("name"), runReasonName(reason.kind)},
            {QStringLiteral("text"), runReasonEnglish(reason)},
            {QStringLiteral("run"), reason.run == 0 ? QJsonValue() : QJsonValue(reason.run)}});
}

} // namespace

QJsonValue timeToJson(qint64 ms)
{
    return ms == 0 ? QJsonValue() : QJsonValue(QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(Qt::ISODate));
}

QJsonObject runToJson(const RunRecord &run)
{
    return {
        {QStringLiteral("run"), run.id},
        {QStringLiteral("status"), runStatusName(run.status)},
        {QStringLiteral("origin"), runOriginName(run.origin)},
        {QStringLiteral("kind"), run.kind},
        {QStringLiteral("job"), run.job == 0 ? QJsonValue() : QJsonValue(run.job)},
        {QStringLiteral("job_name"), run.jobName.isEmpty() ? QJsonValue() : QJsonValue(run.jobName)},
        {QStringLiteral("reason"), reasonToJson(run.reason)},
        {QStringLiteral("attempt"), run.attempt},
        {QStringLiteral("due_at"), timeToJson(run.dueAt)},
        {QStringLiteral("queued_at"), timeToJson(run.queuedAt)},
        {QStringLiteral("started_at"), timeToJson(run.startedAt)},
        {QStringLiteral("channels_total"), run.channelsTotal},
        {QStringLiteral("channels_done"), run.channelsDone},
        {QStringLiteral("channels_failed"), run.channelsFailed},
        {QStringLiteral("posts_added"), run.postsAdded},
        {QStringLiteral("posts_updated"), run.postsUpdated},
    };
}

QJsonObject jobRowToJson(const JobRow &row)
{
    QJsonObject json = jobToJson(row.job);
    json.insert(QStringLiteral("paused_until"), timeToJson(row.job.pausedUntil));
    QJsonObject trigger = json.value(QLatin1String("trigger")).toObject();
    for (const QLatin1String member : {QLatin1String("at"), QLatin1String("anchor")}) {
        if (trigger.contains(member)) {
            trigger.insert(member, timeToJson(trigger.value(member).toInteger()));
        }
    }
    json.insert(QStringLiteral("trigger"), trigger);
    json.insert(QStringLiteral("next_at"), timeToJson(row.nextAt));
    json.insert(QStringLiteral("last"), row.last ? QJsonValue(runToJson(*row.last)) : QJsonValue());
    QJsonArray going;
    for (const RunId run : row.going) {
        going.append(run);
    }
    json.insert(QStringLiteral("going"), going);
    return json;
}

QJsonObject upcomingToJson(const UpcomingRun &run)
{
    return {
        {QStringLiteral("job"), run.job},
        {QStringLiteral("name"), run.name},
        {QStringLiteral("kind"), run.kind},
        {QStringLiteral("at"), timeToJson(run.at)},
    };
}

} // namespace vestnik
