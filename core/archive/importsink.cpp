// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/archive/importsink.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QSemaphore>
#include <QSet>

#include <algorithm>

#include "core/model/channelnames.h"
#include "core/store/channelrepository.h"
#include "core/store/database.h"
#include "core/store/postrepository.h"

namespace vestnik {
namespace {

constexpr qsizetype mostPosts = 200; ///< of one transaction
constexpr qsizetype mostCharacters = 2 * 1024 * 1024;
constexpr int mostPlaces = 5;
constexpr int triesWhenBusy = 12; ///< each waits five seconds
// The collector waits for the writer's turn five seconds at most, looking for it now and then: it needs gaps to find.
constexpr qint64 leastRestMs = 1;
constexpr qint64 mostRestMs = 20;

QList<MessageId> idsOf(const Post &post)
{
    QList<MessageId> ids = post.albumIds;
    if (!ids.contains(post.messageId)) {
        ids.append(post.messageId);
    }
    return ids;
}

} // namespace

bool ImportSink::isKnownForm(const QString &name)
{
    static const QRegularExpression numbered(QStringLiteral("^[cg]/[1-9][0-9]{0,18}$"));
    return isChannelName(name) || numbered.match(name).hasMatch();
}

Result<void> ImportSink::begin()
{
    const Result<QList<ChannelRow>> rows = ChannelRepository(m_database).rows();
    if (!rows) {
        return failure(rows.error());
    }
    for (const ChannelRow &row : *rows) {
        m_byName.insert(row.username.toLower(), row.id);
        if (row.telegramId > 0) {
            m_byNumber.insert(row.telegramId, row.id);
        }
    }
    return {};
}

Result<ChannelId> ImportSink::channel(const ImportedChannel &wanted)
{
    if (const ChannelId known = m_byName.value(wanted.username.toLower()); known != 0) {
        return known;
    }
    if (const ChannelId known = wanted.username.isEmpty() ? m_byNumber.value(wanted.telegramId) : 0; known != 0) {
        return known;
    }
    const QString name = wanted.username.isEmpty() ? QStringLiteral("c/%1").arg(wanted.telegramId) : wanted.username;
    if (const ChannelId known = m_byName.value(name.toLower()); known != 0) {
        return known;
    }
    ChannelRepository channels(m_database);
    ChannelId id = 0;
    qint64 fresh = 0;
    const Result<void> written = write([&]() -> Result<void> {
        const Result<AddedChannels> added = channels.addChannels({ChannelDraft{name, m_spec.folder}}, m_now);
        if (!added) {
            return failure(added.error());
        }
        Result<ChannelRow> row =
            added->added.isEmpty() ? channels.byName(name) : Result<ChannelRow>(added->added.first());
        // One that was taken off the list comes back as it was; only a really new one is described by the file.
        if (row && row->title.isEmpty() && row->telegramId == 0 && row->postCount == 0) {
            ChannelInfo info;
            info.username = row->username;
            info.title = wanted.title;
            info.telegramId = wanted.telegramId;
            row = channels.setInfo(row->id, info);
            if (row && !(wanted.active && isChannelName(name))) {
                ChannelPatch patch;
                patch.active = false;
                const Result<QList<ChannelRow>> paused = channels.patch({row->id}, patch);
                if (!paused) {
                    return failure(paused.error());
                }
            }
        }
        if (!row) {
            return failure(row.error());
        }
        id = row->id;
        fresh = added->added.size();
        return {};
    });
    if (!written) {
        return failure(written.error());
    }
    m_channelsAdded += fresh;
    m_byName.insert(name.toLower(), id);
    if (wanted.telegramId > 0 && !m_byNumber.contains(wanted.telegramId)) {
        m_byNumber.insert(wanted.telegramId, id);
    }
    return id;
}

Result<void> ImportSink::add(ChannelId channel, const ArchivedPost &post)
{
    m_waiting[channel].append(post);
    ++m_waitingPosts;
    ++m_seen;
    m_waitingCharacters += post.post.body.text.size();
    for (const PostVersion &version : post.extras.versions) {
        m_waitingCharacters += version.body.text.size();
    }
    return m_waitingPosts >= mostPosts || m_waitingCharacters >= mostCharacters ? flush() : Result<void>();
}

Result<void> ImportSink::flush()
{
    if (m_control.isCancelled()) {
        return failure(ErrorCode::Cancelled);
    }
    if (m_waitingPosts > 0) {
        QElapsedTimer took;
        took.start();
        if (Result<void> stored = storeWaiting(); !stored) {
            return stored;
        }
        m_waiting.clear();
        m_waitingPosts = 0;
        m_waitingCharacters = 0;
        // Nobody gives this up: a rest that is over after its time.
        (void)QSemaphore().tryAcquire(1, static_cast<int>(std::clamp(took.elapsed() / 4, leastRestMs, mostRestMs)));
    }
    m_control.report(m_seen, m_total < 0 ? -1 : std::max(m_total, m_seen));
    return {};
}

Result<void> ImportSink::write(const std::function<Result<void>()> &work)
{
    Result<void> written;
    for (int attempt = 0; attempt < triesWhenBusy && !m_control.isCancelled(); ++attempt) {
        written = m_database.transaction(work);
        if (written || written.error().code != ErrorCode::DatabaseBusy) {
            return written;
        }
    }
    return m_control.isCancelled() ? failure(ErrorCode::Cancelled) : written;
}

Result<void> ImportSink::storeWaiting()
{
    Result<void> written = write([this]() -> Result<void> {
        m_pending = m_counts;
        for (auto channel = m_waiting.cbegin(); channel != m_waiting.cend(); ++channel) {
            if (Result<void> stored = storeOf(channel.key(), channel.value()); !stored) {
                return stored;
            }
        }
        return {};
    });
    if (written) {
        m_counts = m_pending;
    }
    return written;
}

Result<void> ImportSink::storeOf(ChannelId channel, const QList<ArchivedPost> &posts)
{
    ImportRepository repository(m_database);
    QList<MessageId> ids;
    for (const ArchivedPost &archived : posts) {
        ids += idsOf(archived.post);
    }
    Result<QHash<MessageId, HeldMessage>> held = repository.held(channel, ids);
    if (!held) {
        return failure(held.error());
    }
    PageToStore page;
    page.channel = channel;
    page.noteCoverage = false;
    page.unread = false;
    QList<ArchivedPost> fresh;
    QList<ArchivedPost> known;
    QSet<MessageId> taken;
    for (const ArchivedPost &archived : posts) {
        const Post &post = archived.post;
        const QList<MessageId> own = idsOf(post);
        const auto isHeld = [&held](MessageId id) { return held->contains(id); };
        const auto isTaken = [&taken](MessageId id) { return taken.contains(id); };
        if (std::any_of(own.begin(), own.end(), isHeld)) {
            ++m_pending.known;
            known.append(archived);
            // An album has one text for all its messages; a file may have it at another of them.
            const HeldMessage ours = held->value(post.messageId);
            const bool comparable = ours.id != 0 && !(ours.album && post.body.text.isEmpty());
            m_pending.different += comparable && ours.text.simplified() != post.body.text.simplified() ? 1 : 0;
        } else if (std::any_of(own.begin(), own.end(), isTaken)) {
            ++m_pending.known;
            known.append(archived);
        } else {
            taken += QSet<MessageId>(own.begin(), own.end());
            page.posts.append(post);
            fresh.append(archived);
        }
    }
    if (!page.posts.isEmpty()) {
        const Result<QList<StoredPage>> stored = PostRepository(m_database).storePages({page}, m_now);
        if (!stored) {
            return failure(stored.error());
        }
        m_pending.added += stored->first().added;
    }
    const auto hasExtras = [](const ArchivedPost &archived) { return !archived.extras.isEmpty(); };
    if (std::none_of(posts.begin(), posts.end(), hasExtras)) {
        return {};
    }
    held = repository.held(channel, ids);
    if (!held) {
        return failure(held.error());
    }
    Result<void> step = complete(fresh, *held, true);
    return step ? complete(known, *held, false) : step;
}

Result<void> ImportSink::complete(
    const QList<ArchivedPost> &posts, const QHash<MessageId, HeldMessage> &held, bool fresh)
{
    ImportRepository repository(m_database);
    for (const ArchivedPost &archived : posts) {
        PostId row = held.value(archived.post.messageId).id;
        const QList<MessageId> own = idsOf(archived.post);
        for (const MessageId id : own) {
            row = row != 0 ? row : held.value(id).id;
        }
        if (row == 0 || archived.extras.isEmpty()) {
            continue;
        }
        const Result<bool> attached = repository.attach(row, archived.extras, fresh, m_now);
        if (!attached) {
            return failure(attached.error());
        }
        m_pending.completed += *attached && !fresh ? 1 : 0;
    }
    return {};
}

void ImportSink::noteBroken(const QString &place)
{
    ++m_broken;
    if (m_brokenPlaces.size() < mostPlaces) {
        m_brokenPlaces.append(place);
    }
}

void ImportSink::count(const QString &fact, qint64 value, const QString &text)
{
    for (TaskFact &known : m_others) {
        if (known.name == fact && known.text == text) {
            known.value += value;
            return;
        }
    }
    m_others.append(TaskFact{fact, value, text});
}

void ImportSink::notePosition(qint64 bytes, qint64 size)
{
    if (bytes > 0 && size > 0 && m_seen > 0) {
        m_total =
            static_cast<qint64>(static_cast<double>(m_seen) * static_cast<double>(size) / static_cast<double>(bytes));
    }
}

TaskReport ImportSink::report() const
{
    TaskReport report;
    report.add(QStringLiteral("channels_added"), m_channelsAdded);
    report.add(QStringLiteral("posts_added"), m_counts.added);
    report.add(QStringLiteral("posts_known"), m_counts.known);
    report.add(QStringLiteral("posts_different"), m_counts.different);
    report.add(QStringLiteral("posts_completed"), m_counts.completed);
    report.add(QStringLiteral("lines_broken"), m_broken, m_brokenPlaces.join(QLatin1String(", ")));
    report.facts += m_others;
    return report;
}

} // namespace vestnik
