// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/collect/pagequeue.h"

#include "core/store/database.h"

#include <algorithm>
#include <utility>

namespace vestnik {
namespace {

/// The answers to the parts of one page as one answer.
StoredPage united(QList<StoredPage>::const_iterator part, qsizetype count)
{
    StoredPage total = *part;
    for (qsizetype i = 1; i < count; ++i) {
        ++part;
        total.added += part->added;
        total.updated += part->updated;
        total.addedPosts += part->addedPosts;
        total.updatedPosts += part->updatedPosts;
        total.deleted += part->deleted;
        total.deletedPosts += part->deletedPosts;
        total.newest = std::max(total.newest, part->newest);
    }
    return total;
}

} // namespace

class PageQueue::Wake final : public StopWaiter {
public:
    Wake(const StopToken &stop, ClockAlarm &alarm)
        : m_stop(stop)
        , m_alarm(alarm)
    {
        m_stop.link(this);
    }
    ~Wake() override { m_stop.unlink(this); }

private:
    void stopped() override { m_alarm.setIn(0); }

    StopToken m_stop;
    ClockAlarm &m_alarm;
};

PageQueue::PageQueue(Clock &clock, Database &database, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_database(database)
    , m_alarm(clock.makeAlarm([this] { work(); }))
{
}

PageQueue::~PageQueue()
{
    // They point to the alarm.
    m_waiting.clear();
}

PageQueue::Stored PageQueue::add(
    ChannelId channel, const QList<Post> &posts, const QList<IdRange> &covered, bool isNewest, const StopToken &stop)
{
    Waiting page;
    for (const IdRange &range : covered) {
        page.parts.append({channel, {}, range, false});
    }
    page.parts.first().posts = posts;
    // With gaps in it the end is not certain either.
    page.parts.first().isNewest = isNewest && covered.size() == 1;
    page.stop = stop;
    if (m_lost) {
        page.wake = std::make_shared<Wake>(stop, *m_alarm);
        if (stop.stopRequested()) {
            m_alarm->setIn(0);
        }
    }
    m_waiting.append(page);
    if (m_lost) {
        return page.answer;
    }
    if (m_waiting.size() >= fullBatch) {
        m_alarm->setIn(0);
    } else if (m_waiting.size() == 1) {
        m_alarm->setIn(longestWaitMs);
    }
    return page.answer;
}

void PageQueue::hurry()
{
    if (!m_waiting.isEmpty() && !m_lost) {
        m_alarm->setIn(0);
    }
}

Completion<bool> PageQueue::whenBack()
{
    Completion<bool> answer;
    if (m_lost) {
        m_untilBack.append(answer);
    } else {
        answer.deliver(true);
    }
    return answer;
}

void PageQueue::noteLost(const Error &error)
{
    if (!m_lost) {
        keep({}, error);
    }
}

void PageQueue::work()
{
    if (m_waiting.isEmpty()) {
        tryConnection();
    } else {
        flush();
    }
}

void PageQueue::tryConnection()
{
    const Result<void> answered = m_database.ping();
    if (!answered) {
        keep({}, answered.error());
    } else {
        noteBack();
    }
}

void PageQueue::flush()
{
    QList<Waiting> batch = std::exchange(m_waiting, {});
    QList<PageToStore> parts;
    for (const Waiting &page : std::as_const(batch)) {
        parts += page.parts;
    }
    const Result<QList<StoredPage>> stored = PostRepository(m_database).storePages(parts, m_clock.now());
    if (!stored && stored.error().code == ErrorCode::DatabaseLost) {
        keep(batch, stored.error());
        return;
    }
    noteBack();
    qsizetype begin = 0;
    for (qsizetype i = 0; i < batch.size(); ++i) {
        Waiting &page = batch[i];
        if (stored) {
            page.answer.deliver(united(stored->cbegin() + begin, page.parts.size()));
            begin += page.parts.size();
            continue;
        }
        const Result<StoredPage> alone =
            batch.size() == 1 ? Result<StoredPage>(failure(stored.error())) : storeAlone(page);
        if (!alone && alone.error().code == ErrorCode::DatabaseLost) {
            keep(batch.mid(i), alone.error());
            return;
        }
        page.answer.deliver(alone);
    }
}

void PageQueue::keep(const QList<Waiting> &pages, const Error &error)
{
    m_lost = true;
    m_waiting = pages + m_waiting;
    QList<Waiting> givenUp;
    for (Waiting &page : m_waiting) {
        if (page.stop.stopRequested()) {
            givenUp.append(page);
        } else if (!page.wake) {
            page.wake = std::make_shared<Wake>(page.stop, *m_alarm);
        }
    }
    m_waiting.removeIf([](const Waiting &page) { return page.stop.stopRequested(); });
    m_retryMs = m_retryMs == 0 ? firstRetryMs : std::min(m_retryMs * 2, longestRetryMs);
    m_alarm->setIn(m_retryMs);
    Q_EMIT lost(error, m_clock.now() + m_retryMs);
    for (Waiting &page : givenUp) {
        page.answer.deliver(failure(error));
    }
}

void PageQueue::noteBack()
{
    if (!m_lost) {
        return;
    }
    m_lost = false;
    m_retryMs = 0;
    for (Waiting &page : m_waiting) {
        page.wake.reset();
    }
    Q_EMIT back();
    const QList<Completion<bool>> waiting = std::exchange(m_untilBack, {});
    for (Completion<bool> waiter : waiting) {
        waiter.deliver(true);
    }
}

Result<StoredPage> PageQueue::storeAlone(const Waiting &page)
{
    const Result<QList<StoredPage>> stored = PostRepository(m_database).storePages(page.parts, m_clock.now());
    if (!stored) {
        return failure(stored.error());
    }
    return united(stored->cbegin(), stored->size());
}

} // namespace vestnik
