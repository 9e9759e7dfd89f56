// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/collect/pagequeue.h"

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

PageQueue::PageQueue(Clock &clock, Database &database, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_database(database)
    , m_alarm(clock.makeAlarm([this] { flush(); }))
{
}

PageQueue::Stored PageQueue::add(
    ChannelId channel, const QList<Post> &posts, const QList<IdRange> &covered, bool isNewest)
{
    Waiting page;
    for (const IdRange &range : covered) {
        page.parts.append({channel, {}, range, false});
    }
    page.parts.first().posts = posts;
    // With gaps in it the end is not certain either.
    page.parts.first().isNewest = isNewest && covered.size() == 1;
    m_waiting.append(page);
    if (m_waiting.size() >= fullBatch) {
        m_alarm->setIn(0);
    } else if (m_waiting.size() == 1) {
        m_alarm->setIn(longestWaitMs);
    }
    return page.answer;
}

void PageQueue::hurry()
{
    if (!m_waiting.isEmpty()) {
        m_alarm->setIn(0);
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
    qsizetype begin = 0;
    for (Waiting &page : batch) {
        if (stored) {
            page.answer.deliver(united(stored->cbegin() + begin, page.parts.size()));
            begin += page.parts.size();
        } else {
            page.answer.deliver(batch.size() == 1 ? Result<StoredPage>(failure(stored.error())) : storeAlone(page));
        }
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
