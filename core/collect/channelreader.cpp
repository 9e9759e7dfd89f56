// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/collect/channelreader.h"

#include "core/base/logging.h"
#include "core/collect/readplan.h"
#include "core/collect/recheckplan.h"
#include "core/model/channelnames.h"
#include "core/store/channelrepository.h"

namespace vestnik {
namespace {

constexpr qint64 dayMs = 24LL * 3600 * 1000;
constexpr qsizetype pagesInStore = 12; ///< pages of a channel that may wait for the store

PageRequest requestFor(const QString &username, const ReadPlan::Step &step, bool known)
{
    PageRequest request;
    request.username = username;
    request.before = step.before;
    request.known = known;
    request.olderPromised = step.olderPromised;
    return request;
}

} // namespace

ChannelReader::ChannelReader(Clock &clock, ChannelSource &source, Database &database, OperatorLog &log, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_source(source)
    , m_database(database)
    , m_log(log)
    , m_queue(clock, database)
{
    connect(&m_queue, &PageQueue::lost, this, &ChannelReader::storeLost);
    connect(&m_queue, &PageQueue::back, this, &ChannelReader::storeBack);
}

QCoro::Task<bool> ChannelReader::waitForStore(Error error, StopToken stop)
{
    if (error.code != ErrorCode::DatabaseLost || stop.stopRequested()) {
        co_return false;
    }
    m_queue.noteLost(error);
    const Completion<bool> back = m_queue.whenBack();
    const std::optional<bool> isBack = co_await back.wait(stop);
    co_return isBack.has_value();
}

QCoro::Task<RunChannel> ChannelReader::read(RunChannel row, HistoryGoal asked, StopToken stop)
{
    row.status = RunChannelStatus::Running;
    row.startedAt = m_clock.now();
    ChannelRepository channels(m_database);
    const bool again = asked.kind == HistoryGoal::Kind::Recheck;
    Result<void> result;
    for (;;) {
        if (again) {
            result = co_await readAgain(&row, asked.since, stop);
        } else {
            result = co_await readPages(&row, asked, stop);
        }
        row.finishedAt = m_clock.now();
        // What was read again says nothing of new posts.
        if (result && !again) {
            result = channels.recordSuccess(row.channelId, row.finishedAt);
        }
        if (result) {
            break;
        }
        // Fetched pages wait in the queue while the database is away; what else was asked of it is asked again. The
        // pages that are stored by then are covered.
        const bool isBack = co_await waitForStore(result.error(), stop);
        if (!isBack) {
            break;
        }
    }
    if (result) {
        row.status = RunChannelStatus::Ok;
    } else if (result.error().code == ErrorCode::Cancelled) {
        row.status = RunChannelStatus::Stopped;
    } else if (result.error().code == ErrorCode::DatabaseLost && stop.stopRequested()) {
        row.status = RunChannelStatus::Stopped;
        m_log.addOfRun(
            row.runId, LogLevel::Warning, LogEvent::PagesNotStored, atName(row.username), {}, result.error());
    } else {
        row.status = RunChannelStatus::Failed;
        row.error = result.error();
        if (const Result<void> noted = channels.recordFailure(row.channelId, row.error, row.finishedAt); !noted) {
            qCWarning(lcCollect) << "a failure could not be noted:" << errorEnglish(noted.error());
        }
    }
    co_return row;
}

Result<std::optional<HistoryGoal>> ChannelReader::settleGoal(const ChannelRow &channel, const HistoryGoal &asked)
{
    ChannelRepository channels(m_database);
    HistoryGoal goal = asked;
    if (asked.kind == HistoryGoal::Kind::Recent) {
        if (channel.highestRead > 0) {
            return channels.historyGoal(channel.id);
        }
        // The first run reads back far enough by time and by number; kept in the store, so that a crash does not end
        // it.
        goal.kind = HistoryGoal::Kind::Since;
        goal.since = m_clock.now() - m_settings.firstRunDays * dayMs;
        goal.posts = m_settings.firstRunPosts;
    }
    if (const Result<void> set = channels.setHistoryGoal(channel.id, goal); !set) {
        return failure(set.error());
    }
    return std::optional<HistoryGoal>(goal);
}

QCoro::Task<Result<void>> ChannelReader::readPages(RunChannel *row, HistoryGoal asked, StopToken stop)
{
    ChannelRepository channels(m_database);
    const Result<ChannelRow> channel = channels.row(row->channelId);
    if (!channel) {
        co_return failure(channel.error());
    }
    row->username = channel->username;
    const Result<Coverage> coverage = channels.coverage(row->channelId);
    if (!coverage) {
        co_return failure(coverage.error());
    }
    const Result<std::optional<HistoryGoal>> goal = settleGoal(*channel, asked);
    if (!goal) {
        co_return failure(goal.error());
    }
    const bool known = channel->postCount > 0 || channel->highestRead > 0;
    ReadPlan plan(*coverage, *goal, channel->postCount, m_settings.refreshPages);
    ChannelInfo info; // as last noted: most pages of a channel say the same
    QList<PageQueue::Stored> storing; // in the order of the pages
    std::optional<Error> error;
    std::optional<ReadPlan::Step> step = plan.next();
    QCoro::Task<Result<SourcePage>> fetching = m_source.fetch(requestFor(row->username, *step, known), stop);
    while (step) {
        const Result<SourcePage> page = co_await fetching;
        if (!page) {
            error = page.error();
            break;
        }
        plan.take(*page);
        row->pages += 1;
        row->bytes += page->bytes;
        if (step->hole) {
            m_log.addOfRun(row->runId, LogLevel::Info, LogEvent::HoleFound, atName(row->username),
                {QString::number(step->hole->from), QString::number(step->hole->to)});
        }
        if (!page->covered.isEmpty()) {
            storing.append(m_queue.add(
                row->channelId, page->posts, page->covered, step->before == 0 && page->postsUnreadable == 0, stop));
        }
        noteOddities(*row, *page);
        if (!page->info.username.isEmpty() && page->info != info) {
            info = page->info;
            noteInfo(*row, info);
        }
        // Few pages wait for the store at a time: when it fails or is slow, reading waits for it.
        if (storing.size() >= pagesInStore) {
            m_queue.hurry();
            const Result<StoredPage> stored = *co_await storing.takeFirst().wait(StopToken());
            if (!stored) {
                error = stored.error();
                break;
            }
            noteStored(row, *stored, plan.coverage().lowest());
        }
        step = stop.stopRequested() ? std::nullopt : plan.next();
        if (step) {
            fetching = m_source.fetch(requestFor(row->username, *step, known), stop);
        }
    }
    // What was fetched is stored, whatever ended the reading.
    m_queue.hurry();
    while (!storing.isEmpty()) {
        const Result<StoredPage> stored = *co_await storing.takeFirst().wait(StopToken());
        if (stored) {
            noteStored(row, *stored, plan.coverage().lowest());
        } else {
            error = stored.error();
        }
    }
    if (error) {
        co_return failure(*error);
    }
    if (plan.atBeginning()) {
        if (const Result<void> noted = channels.setHistoryComplete(row->channelId, true); !noted) {
            co_return failure(noted.error());
        }
    }
    if (plan.goalReached() && *goal) {
        if (const Result<void> cleared = channels.clearHistoryGoal(row->channelId); !cleared) {
            co_return failure(cleared.error());
        }
    }
    if (stop.stopRequested()) {
        co_return failure(ErrorCode::Cancelled, row->username);
    }
    if (plan.isStuck()) {
        co_return failure(ErrorCode::PagingStuck, row->username);
    }
    co_return Result<void>();
}

QCoro::Task<Result<void>> ChannelReader::readAgain(RunChannel *row, qint64 since, StopToken stop)
{
    ChannelRepository channels(m_database);
    const Result<ChannelRow> channel = channels.row(row->channelId);
    if (!channel) {
        co_return failure(channel.error());
    }
    row->username = channel->username;
    const Result<Coverage> coverage = channels.coverage(row->channelId);
    if (!coverage) {
        co_return failure(coverage.error());
    }
    RecheckPlan plan(*coverage, since);
    for (std::optional<ReadPlan::Step> step = plan.next(); step && !stop.stopRequested(); step = plan.next()) {
        QCoro::Task<Result<SourcePage>> fetching = m_source.fetch(requestFor(row->username, *step, true), stop);
        const Result<SourcePage> page = co_await fetching;
        if (!page) {
            co_return failure(page.error());
        }
        row->pages += 1;
        row->bytes += page->bytes;
        noteOddities(*row, *page);
        QList<PageQueue::Stored> storing;
        for (const RecheckPlan::Part &part : plan.take(*page)) {
            storing.append(m_queue.add(row->channelId, part.posts, {part.covered}, false, stop));
        }
        m_queue.hurry();
        std::optional<Error> error;
        while (!storing.isEmpty()) {
            const Result<StoredPage> stored = *co_await storing.takeFirst().wait(StopToken());
            if (stored) {
                noteStored(row, *stored, step->before);
            } else {
                error = stored.error();
            }
        }
        if (error) {
            co_return failure(*error);
        }
    }
    if (stop.stopRequested()) {
        co_return failure(ErrorCode::Cancelled, row->username);
    }
    if (plan.isStuck()) {
        co_return failure(ErrorCode::PagingStuck, row->username);
    }
    co_return Result<void>();
}

void ChannelReader::noteStored(RunChannel *row, const StoredPage &page, MessageId lowest)
{
    row->postsAdded += page.added;
    row->postsUpdated += page.updated;
    Q_EMIT pageStored(row->runId, *row, page, lowest);
}

void ChannelReader::noteInfo(const RunChannel &row, const ChannelInfo &info)
{
    const Result<ChannelRow> changed = ChannelRepository(m_database).setInfo(row.channelId, info);
    if (changed && changed->username.compare(row.username, Qt::CaseInsensitive) != 0) {
        m_log.addOfRun(row.runId, LogLevel::Info, LogEvent::ChannelRenamed, atName(changed->username), {row.username});
    }
}

void ChannelReader::noteOddities(const RunChannel &row, const SourcePage &page)
{
    const QString channel = atName(row.username);
    if (page.postsUnreadable > 0) {
        m_log.addOfRun(row.runId, LogLevel::Warning, LogEvent::PostsUnreadable, channel,
            {QString::number(page.postsUnreadable), QStringLiteral("study")});
    }
    if (!page.unknown.isEmpty()) {
        const QStringList names = page.unknown.keys().mid(0, 5);
        m_log.addOfRun(
            row.runId, LogLevel::Debug, LogEvent::MarkupUnknown, channel, {names.join(QStringLiteral(", "))});
    }
}

} // namespace vestnik
