// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/engine/jobs/exportworker.h"

#include "core/engine/jobs/jobarguments.h"
#include "core/model/searchquery.h"
#include "core/store/reads.h"

#include <QDateTime>
#include <QDir>
#include <QTimeZone>

#include <algorithm>

namespace vestnik {
namespace {

constexpr qint64 dayMs = 24LL * 3600 * 1000;
constexpr int mostDays = 36'500;
constexpr int longestName = 150; ///< leaves room for a number and the name of the part
constexpr int longestQuery = 2000;
constexpr qint64 mostCounted = 100'000'000; ///< all

struct Arguments {
    ExportFormat format = ExportFormat::Csv;
    QString folder;
    QString name;
    QString query;
    int days = 0;
};

bool isFileName(const QString &name)
{
    return !name.isEmpty() && !name.startsWith(QLatin1Char('.')) && std::none_of(name.begin(), name.end(), [](QChar c) {
        return c == QLatin1Char('/') || c == QLatin1Char('\\') || c.category() == QChar::Other_Control;
    });
}

Result<Arguments> read(const QJsonObject &object)
{
    Arguments arguments;
    const QString formatMember = QStringLiteral("format");
    const std::optional<ExportFormat> format =
        exportFormatFromName(object.value(formatMember).toString(exportFormatName(ExportFormat::Csv)));
    if (!format) {
        return failure(ErrorCode::InvalidArgument, formatMember);
    }
    arguments.format = *format;
    const Result<QString> folder = jobarguments::folder(object, false);
    if (!folder) {
        return failure(folder.error());
    }
    arguments.folder = *folder;
    const QString nameMember = QStringLiteral("name");
    const Result<QString> name = jobarguments::text(object, nameMember, QStringLiteral("posts-{date}"), longestName);
    if (!name) {
        return failure(name.error());
    }
    if (!isFileName(*name)) {
        return failure(ErrorCode::InvalidArgument, nameMember, QStringLiteral("not a name of a file"));
    }
    arguments.name = *name;
    const QString queryMember = QStringLiteral("query");
    const Result<QString> query = jobarguments::text(object, queryMember, {}, longestQuery);
    if (!query) {
        return failure(query.error());
    }
    // What is not understood would be left out, and more be written than was meant.
    if (!parseSearch(*query, 0, QTimeZone::utc()).problems.isEmpty()) {
        return failure(ErrorCode::InvalidArgument, queryMember, QStringLiteral("not understood"));
    }
    arguments.query = *query;
    const Result<int> days = jobarguments::number(object, QStringLiteral("days"), 0, 0, mostDays);
    if (!days) {
        return failure(days.error());
    }
    arguments.days = *days;
    return arguments;
}

/// nullopt: the target is no channel at all.
Result<std::optional<PostQuery>> queryOf(
    const Arguments &arguments, const JobTarget &target, Database &database, qint64 now)
{
    PostQuery query;
    query.text = arguments.query;
    query.now = now;
    query.postedFrom = arguments.days > 0 ? now - arguments.days * dayMs : 0;
    // All channels are all: those that are not read any more have posts, too.
    if (target.kind != JobTarget::Kind::All) {
        const Result<QList<ChannelId>> channels = channelsOfTarget(database, target);
        if (!channels) {
            return failure(channels.error());
        }
        if (channels->isEmpty()) {
            return std::optional<PostQuery>();
        }
        query.channels = *channels;
    }
    return std::optional(query);
}

} // namespace

QString ExportWorker::fileName(const QString &pattern, ExportFormat format, qint64 at, const QByteArray &zone)
{
    const QTimeZone wanted(zone);
    const QDateTime time =
        QDateTime::fromMSecsSinceEpoch(at, !zone.isEmpty() && wanted.isValid() ? wanted : QTimeZone::systemTimeZone());
    QString name = pattern;
    name.replace(QLatin1String("{date}"), time.toString(QStringLiteral("yyyy-MM-dd")));
    name.replace(QLatin1String("{time}"), time.toString(QStringLiteral("HHmmss")));
    const QString ending = QLatin1Char('.') + exportFormatName(format);
    return name.endsWith(ending, Qt::CaseInsensitive) ? name : name + ending;
}

Result<void> ExportWorker::check(const Job &job) const
{
    return withoutValue(read(job.arguments));
}

Result<std::optional<TaskWorker::Work>> ExportWorker::workOf(const RunRecord &run, const Job &job, Database &database)
{
    Q_UNUSED(run)
    const Result<Arguments> arguments = read(job.arguments);
    if (!arguments) {
        return failure(arguments.error());
    }
    const qint64 now = m_host.clock().now();
    const Result<std::optional<PostQuery>> query = queryOf(*arguments, job.target, database, now);
    if (!query) {
        return failure(query.error());
    }
    if (!query->has_value()) {
        return std::optional<Work>();
    }
    ExportSpec spec;
    spec.format = arguments->format;
    spec.query = **query;
    spec.title = job.name;
    spec.path = jobarguments::freePath(
        QDir(arguments->folder).filePath(fileName(arguments->name, arguments->format, now, job.trigger.zone)));
    Work work;
    work.subject = spec.path;
    work.spec = spec;
    return std::optional(work);
}

void ExportWorker::forecast(const Job &job, std::function<void(Result<QList<TaskFact>>)> done)
{
    const std::shared_ptr<ReadPool> pool = m_host.readPool();
    const Result<Arguments> arguments = read(job.arguments);
    if (!pool || !arguments) {
        done(arguments ? failure(ErrorCode::DatabaseBusy) : failure(arguments.error()));
        return;
    }
    const qint64 now = m_host.clock().now();
    const QString file = jobarguments::freePath(
        QDir(arguments->folder).filePath(fileName(arguments->name, arguments->format, now, job.trigger.zone)));
    pool->run<QList<TaskFact>>(
        [file, now, arguments = *arguments, target = job.target](Database &database) -> Result<QList<TaskFact>> {
            const Result<std::optional<PostQuery>> query = queryOf(arguments, target, database, now);
            if (!query) {
                return failure(query.error());
            }
            qint64 posts = 0;
            if (query->has_value()) {
                const Result<qint64> counted = countPosts(database, **query, mostCounted);
                if (!counted) {
                    return failure(counted.error());
                }
                posts = *counted;
            }
            return QList<TaskFact>{{QStringLiteral("posts"), posts, {}}, {QStringLiteral("file"), 0, file}};
        },
        m_host.context(), std::move(done));
}

} // namespace vestnik
