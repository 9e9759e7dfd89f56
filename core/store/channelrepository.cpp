// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/channelrepository.h"

#include "core/model/postcolumns.h"
#include "core/store/database.h"
#include "core/store/reads.h"

namespace vestnik {
namespace {

QVariant valueOf(const std::optional<Count> &count)
{
    return count ? QVariant(count->value) : QVariant();
}

QVariant textOrNull(const QString &text)
{
    return text.isEmpty() ? QVariant() : QVariant(text);
}

QString notNull(const QString &text)
{
    return text.isNull() ? QStringLiteral("") : text;
}

QString goalName(HistoryGoal::Kind kind)
{
    switch (kind) {
    case HistoryGoal::Kind::All:
        return QStringLiteral("all");
    case HistoryGoal::Kind::Since:
        return QStringLiteral("since");
    case HistoryGoal::Kind::Newest:
        return QStringLiteral("newest");
    case HistoryGoal::Kind::Recent:
    case HistoryGoal::Kind::Recheck:
        break;
    }
    return {};
}

HistoryGoal::Kind goalKind(const QString &name)
{
    return name == QLatin1String("since") ? HistoryGoal::Kind::Since
        : name == QLatin1String("newest") ? HistoryGoal::Kind::Newest
                                          : HistoryGoal::Kind::All;
}

Error noChannel(ChannelId id)
{
    return Error{ErrorCode::NotFound, QStringLiteral("channel %1").arg(id), {}};
}

/// Id of the channel of that name, 0 if there is none; removed ones too.
Result<qint64> idOfName(Database &database, const QString &name)
{
    return database.number(QStringLiteral("SELECT id FROM channels WHERE lower(username) = lower(?)"), {name});
}

} // namespace

Result<AddedChannels> ChannelRepository::addChannels(const QList<ChannelDraft> &drafts, qint64 now)
{
    AddedChannels answer;
    QList<ChannelId> added;
    const Result<void> written = m_database.transaction([&]() -> Result<void> {
        for (const ChannelDraft &draft : drafts) {
            if (draft.username.isEmpty()) {
                return failure(ErrorCode::InvalidArgument, draft.username);
            }
            const Result<qint64> known = idOfName(m_database, draft.username);
            if (!known) {
                return failure(known.error());
            }
            ChannelId id = *known;
            if (id == 0) {
                const Result<qint64> created = m_database.number(
                    QStringLiteral("INSERT INTO channels (username, created_at) VALUES (?, ?) RETURNING id"),
                    {draft.username, now});
                if (!created) {
                    return failure(created.error());
                }
                id = *created;
            }
            const Result<qint64> subscribed = m_database.execute(
                QStringLiteral("INSERT INTO user_channel (user_id, channel_id, folder, created_at) VALUES (?, ?, ?, ?) "
                               "ON CONFLICT (user_id, channel_id) DO UPDATE SET removed_at = 0, active = 1, "
                               "folder = excluded.folder WHERE user_channel.removed_at > 0"),
                m_user, id, notNull(draft.folder), now);
            if (!subscribed) {
                return failure(subscribed.error());
            }
            if (*subscribed == 0) {
                answer.alreadyThere.append(draft.username);
            } else {
                added.append(id);
            }
        }
        return {};
    });
    if (!written) {
        return failure(written.error());
    }
    const Result<QList<ChannelRow>> fresh = rowsOf(added);
    if (!fresh) {
        return failure(fresh.error());
    }
    answer.added = *fresh;
    return answer;
}

Result<QList<ChannelRow>> ChannelRepository::rows()
{
    return readChannels(m_database, m_user);
}

Result<ChannelRow> ChannelRepository::row(ChannelId id)
{
    return readChannel(m_database, id, m_user);
}

Result<QList<ChannelRow>> ChannelRepository::rowsOf(const QList<ChannelId> &ids)
{
    QList<ChannelRow> found;
    found.reserve(ids.size());
    for (const ChannelId id : ids) {
        const Result<ChannelRow> one = row(id);
        if (!one) {
            return failure(one.error());
        }
        found.append(*one);
    }
    return found;
}

Result<ChannelRow> ChannelRepository::byName(const QString &name)
{
    const Result<qint64> id = idOfName(m_database, name);
    if (!id) {
        return failure(id.error());
    }
    Result<ChannelRow> found = row(*id);
    if (!found && found.error().code == ErrorCode::NotFound) {
        return failure(ErrorCode::NotFound, name);
    }
    return found;
}

Result<QList<ChannelRow>> ChannelRepository::patch(const QList<ChannelId> &ids, const ChannelPatch &change)
{
    if (change.username && (ids.size() != 1 || change.username->isEmpty())) {
        return failure(ErrorCode::InvalidArgument, *change.username);
    }
    const Result<void> written = m_database.transaction([&]() -> Result<void> {
        if (change.username) {
            const Result<qint64> holder = idOfName(m_database, *change.username);
            if (!holder) {
                return failure(holder.error());
            }
            if (*holder != 0 && *holder != ids.first()) {
                return failure(ErrorCode::InvalidArgument, *change.username, QStringLiteral("the name is taken"));
            }
            const Result<qint64> renamed = m_database.execute(
                QStringLiteral("UPDATE channels SET username = ? WHERE id = ?"), *change.username, ids.first());
            if (!renamed) {
                return failure(renamed.error());
            }
        }
        for (const ChannelId id : ids) {
            const Result<qint64> changed = m_database.execute(
                QStringLiteral("UPDATE user_channel SET folder = coalesce(?, folder), active = coalesce(?, active) "
                               "WHERE user_id = ? AND channel_id = ? AND removed_at = 0"),
                change.folder ? QVariant(notNull(*change.folder)) : QVariant(),
                change.active ? QVariant(static_cast<qint64>(*change.active ? 1 : 0)) : QVariant(), m_user, id);
            if (Result<void> there = mustExist(id, changed); !there) {
                return there;
            }
        }
        return {};
    });
    if (!written) {
        return failure(written.error());
    }
    return rowsOf(ids);
}

Result<void> ChannelRepository::remove(const QList<ChannelId> &ids, qint64 now)
{
    return m_database.transaction([&]() -> Result<void> {
        for (const ChannelId id : ids) {
            const Result<qint64> changed = m_database.execute(
                QStringLiteral(
                    "UPDATE user_channel SET removed_at = CASE WHEN removed_at > 0 THEN removed_at ELSE ? END "
                    "WHERE user_id = ? AND channel_id = ?"),
                now, m_user, id);
            if (Result<void> there = mustExist(id, changed); !there) {
                return there;
            }
        }
        return {};
    });
}

Result<QList<ChannelRow>> ChannelRepository::restore(const QList<ChannelId> &ids)
{
    const Result<void> written = m_database.transaction([&]() -> Result<void> {
        for (const ChannelId id : ids) {
            const Result<qint64> changed = m_database.execute(
                QStringLiteral("UPDATE user_channel SET removed_at = 0 WHERE user_id = ? AND channel_id = ?"), m_user,
                id);
            if (Result<void> there = mustExist(id, changed); !there) {
                return there;
            }
        }
        return {};
    });
    if (!written) {
        return failure(written.error());
    }
    return rowsOf(ids);
}

Result<void> ChannelRepository::mustExist(ChannelId id, const Result<qint64> &changed)
{
    if (!changed) {
        return failure(changed.error());
    }
    if (*changed == 0) {
        return failure(noChannel(id));
    }
    return {};
}

Result<ChannelRow> ChannelRepository::setInfo(ChannelId id, const ChannelInfo &info)
{
    const Result<void> written = m_database.transaction([&]() -> Result<void> {
        const Result<qint64> changed = m_database.execute(
            QStringLiteral("UPDATE channels SET title = ?, description = ?, verified = ?, photo_url = ?, "
                           "subscribers = coalesce(?, subscribers), photos = coalesce(?, photos), "
                           "videos = coalesce(?, videos), files = coalesce(?, files), links = coalesce(?, links) "
                           "WHERE id = ?"),
            notNull(info.title), notNull(info.description), info.verified, notNull(info.photoUrl),
            valueOf(info.subscribers), valueOf(info.photos), valueOf(info.videos), valueOf(info.files),
            valueOf(info.links), id);
        if (Result<void> there = mustExist(id, changed); !there) {
            return there;
        }
        if (!info.username.isEmpty()) {
            // The same name in another spelling, or the same channel under another name that is free.
            const Result<qint64> renamed = m_database.execute(
                QStringLiteral(
                    "UPDATE channels SET username = ? WHERE id = ? AND (lower(username) = lower(?) OR (telegram_id = ? "
                    "AND "
                    "telegram_id > 0 AND NOT EXISTS (SELECT 1 FROM channels c WHERE lower(c.username) = lower(?))))"),
                info.username, id, info.username, info.telegramId, info.username);
            if (!renamed) {
                return failure(renamed.error());
            }
        }
        if (info.telegramId > 0) {
            const Result<qint64> numbered = m_database.execute(
                QStringLiteral("UPDATE channels SET telegram_id = ? WHERE id = ?"), info.telegramId, id);
            if (!numbered) {
                return failure(numbered.error());
            }
        }
        return {};
    });
    if (!written) {
        return failure(written.error());
    }
    return row(id);
}

Result<void> ChannelRepository::recordSuccess(ChannelId id, qint64 now)
{
    return m_database.transaction([&]() -> Result<void> {
        const Result<qint64> healed = m_database.execute(
            QStringLiteral("UPDATE channels SET health = 'good', error_code = NULL, error_subject = NULL, "
                           "error_detail = NULL, failing_since = 0, failures_in_row = 0 WHERE id = ?"),
            id);
        if (Result<void> there = mustExist(id, healed); !there) {
            return there;
        }
        const Result<qint64> parsed = m_database.execute(
            QStringLiteral("UPDATE user_channel SET last_parsed_at = ? WHERE channel_id = ?"), now, id);
        return parsed ? Result<void>() : Result<void>(failure(parsed.error()));
    });
}

Result<void> ChannelRepository::recordFailure(ChannelId id, const Error &error, qint64 now)
{
    return mustExist(id,
        m_database.execute(
            QStringLiteral(
                "UPDATE channels SET health = 'failing', error_code = ?, error_subject = ?, error_detail = ?, "
                "failing_since = CASE WHEN failing_since > 0 THEN failing_since ELSE ? END, "
                "failures_in_row = failures_in_row + 1 WHERE id = ?"),
            errorCodeName(error.code), textOrNull(error.subject), textOrNull(error.detail), now, id));
}

Result<Coverage> ChannelRepository::coverage(ChannelId id)
{
    Result<Rows> rows = m_database.query(
        QStringLiteral("SELECT from_id, to_id FROM coverage WHERE channel_id = ? ORDER BY from_id"), id);
    if (!rows) {
        return failure(rows.error());
    }
    Coverage coverage;
    while (rows->next()) {
        coverage.add(IdRange{rows->integer(0), rows->integer(1)});
    }
    if (const Result<void> status = rows->status(); !status) {
        return failure(status.error());
    }
    return coverage;
}

Result<void> ChannelRepository::setHistoryGoal(ChannelId id, const HistoryGoal &goal)
{
    const QString kind = goalName(goal.kind);
    if (kind.isEmpty()) {
        return failure(ErrorCode::InvalidArgument, QStringLiteral("recent"));
    }
    return mustExist(id,
        m_database.execute(
            QStringLiteral("UPDATE channels SET history_kind = ?, history_since = ?, history_posts = ? WHERE id = ?"),
            kind, goal.since, goal.posts, id));
}

Result<void> ChannelRepository::clearHistoryGoal(ChannelId id)
{
    return mustExist(
        id, m_database.execute(QStringLiteral("UPDATE channels SET history_kind = NULL WHERE id = ?"), id));
}

Result<std::optional<HistoryGoal>> ChannelRepository::historyGoal(ChannelId id)
{
    Result<Rows> rows = m_database.query(
        QStringLiteral("SELECT history_kind, history_since, history_posts FROM channels WHERE id = ?"), id);
    if (!rows) {
        return failure(rows.error());
    }
    if (!rows->next()) {
        const Result<void> status = rows->status();
        return failure(status ? noChannel(id) : status.error());
    }
    if (rows->isNull(0)) {
        return std::optional<HistoryGoal>();
    }
    return std::optional<HistoryGoal>(
        HistoryGoal{goalKind(rows->text(0)), rows->integer(1), static_cast<int>(rows->integer(2))});
}

Result<void> ChannelRepository::setHistoryComplete(ChannelId id, bool complete)
{
    return mustExist(
        id, m_database.execute(QStringLiteral("UPDATE channels SET history_complete = ? WHERE id = ?"), complete, id));
}

} // namespace vestnik
