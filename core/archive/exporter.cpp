// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/archive/exporter.h"

#include <QDateTime>
#include <QHash>

#include <algorithm>

#include "core/archive/exportfile.h"
#include "core/archive/postwriter.h"
#include "core/store/database.h"
#include "core/store/postextras.h"
#include "core/store/readselection.h"

namespace vestnik {
namespace {

constexpr qsizetype batchPosts = 200;
// Counting further costs more than a bar of progress is worth.
constexpr qint64 countAtMost = 1'000'000;
constexpr qsizetype mostNamesInHeading = 20;

QString headingChannels(const ExportSpec &spec, const QList<ChannelRow> &rows)
{
    QStringList names;
    for (const ChannelRow &row : rows) {
        if (spec.query.channels.contains(row.id)) {
            names.append(QLatin1Char('@') + row.username);
        }
    }
    if (!spec.query.folder.isEmpty()) {
        names.append(spec.query.folder);
    }
    if (names.size() > mostNamesInHeading) {
        names = names.mid(0, mostNamesInHeading) + QStringList{QStringLiteral("…")};
    }
    return names.join(QLatin1String(", "));
}

/// Posts that will be written; -1 if that is not known.
Result<qint64> totalOf(Database &database, const ExportSpec &spec, const QList<ChannelRow> &rows)
{
    if (!spec.posts.isEmpty()) {
        return spec.posts.size();
    }
    const PostQuery &query = spec.query;
    const bool plain = query.text.trimmed().isEmpty() && query.scope.trimmed().isEmpty() && !query.onlyUnread
        && query.postedFrom == 0 && query.postedTo == 0;
    if (!plain) {
        const Result<qint64> counted = countPosts(database, query, countAtMost);
        return !counted ? counted : *counted >= countAtMost ? Result<qint64>(-1) : counted;
    }
    qint64 total = 0;
    for (const ChannelRow &row : rows) {
        const bool asked = (query.channels.isEmpty() || query.channels.contains(row.id))
            && (query.folder.isEmpty() || query.folder == row.folder);
        total += asked ? row.postCount : 0;
    }
    return total;
}

/// Takes posts one by one, completes them in batches, and hands them to the writer.
class Pump final {
public:
    Pump(Database &database, PostWriter &writer, const TaskControl &control, qint64 total)
        : m_writer(writer)
        , m_control(control)
        , m_total(total)
        , m_extras(database)
    {
        m_waiting.reserve(batchPosts);
    }

    Result<void> begin(const QList<ChannelRow> &rows)
    {
        for (const ChannelRow &row : rows) {
            m_titles.insert(row.id, row.title);
        }
        return m_extras.begin();
    }
    bool take(const Post &post)
    {
        m_waiting.append(ArchivedPost{post, m_titles.value(post.channelId), {}});
        return m_waiting.size() < batchPosts || flush();
    }
    bool flush()
    {
        m_status = m_control.isCancelled() ? Result<void>(failure(ErrorCode::Cancelled)) : m_extras.fill(m_waiting);
        for (qsizetype i = 0; m_status && i < m_waiting.size(); ++i) {
            m_status = m_writer.write(m_waiting.at(i));
        }
        m_done += m_waiting.size();
        m_waiting.clear();
        m_control.report(m_done, m_total < 0 ? -1 : std::max(m_total, m_done));
        return m_status.has_value();
    }
    [[nodiscard]] const Result<void> &status() const { return m_status; }
    [[nodiscard]] qint64 done() const { return m_done; }

private:
    PostWriter &m_writer;
    const TaskControl m_control;
    const qint64 m_total;
    ExtrasReader m_extras;
    QHash<ChannelId, QString> m_titles;
    QList<ArchivedPost> m_waiting;
    Result<void> m_status;
    qint64 m_done = 0;
};

} // namespace

Result<TaskReport> exportPosts(Database &database, const ExportSpec &spec, const TaskControl &control, qint64 limit)
{
    ExportSpec asked = spec;
    asked.query.before = 0;
    asked.query.after = 0;
    asked.query.order = PostOrder::Newest;
    const Result<QList<ChannelRow>> rows = readChannels(database);
    if (!rows) {
        return failure(rows.error());
    }
    Result<qint64> total = totalOf(database, asked, *rows);
    if (!total) {
        return failure(total.error());
    }
    if (limit > 0) {
        total = *total < 0 ? limit : std::min(*total, limit);
    }
    control.report(0, *total);

    // The writer goes before the file that it writes to.
    ExportFile file(asked.path);
    if (const Result<void> opened = file.open(); !opened) {
        return failure(opened.error());
    }
    const Result<std::unique_ptr<PostWriter>> writer = makePostWriter(asked.format, file);
    if (!writer) {
        return failure(writer.error());
    }
    const ExportHeading heading{asked.title, asked.query.text.trimmed(), headingChannels(asked, *rows),
        QDateTime::currentMSecsSinceEpoch(), asked.words};
    Pump pump(database, **writer, control, *total);
    Result<void> step = pump.begin(*rows);
    step = step ? (*writer)->begin(heading) : step;
    if (!step) {
        return failure(step.error());
    }
    const PostVisitor visitor = [&pump](const Post &post) { return pump.take(post); };
    const Result<qint64> read = asked.posts.isEmpty() ? readPostsFull(database, asked.query, limit, visitor)
                                                      : readSelection(database, asked.posts, visitor);
    if (pump.status()) {
        pump.flush();
    }
    if (!pump.status()) {
        return failure(pump.status().error());
    }
    if (!read) {
        return failure(read.error());
    }
    step = (*writer)->finish();
    if (step && control.isCancelled()) {
        step = failure(ErrorCode::Cancelled);
    }
    step = step ? file.commit() : step;
    if (!step) {
        return failure(step.error());
    }
    TaskReport report;
    report.path = file.isStandardOutput() ? QString() : asked.path;
    report.add(QStringLiteral("posts"), pump.done());
    report.add(QStringLiteral("bytes"), file.bytes());
    report.add(QStringLiteral("files"), file.isStandardOutput() ? 0 : 1);
    return report;
}

} // namespace vestnik
