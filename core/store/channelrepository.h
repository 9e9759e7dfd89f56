// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/model/channel.h"
#include "core/model/coverage.h"
#include "core/model/run.h"

#include <optional>

namespace vestnik {

class Database;

/// Channels and a user's subscriptions to them. Lives on the thread of its connection (the engine's); no state.
/// Functions with an id answer NotFound for a channel that does not exist, those that return rows also for one that was
/// removed (what they had to write is written).
class ChannelRepository final {
public:
    explicit ChannelRepository(Database &database, UserId user = localUserId)
        : m_database(database)
        , m_user(user)
    {
    }

    /// Subscribes to the names, compared without case. A channel that was removed comes back with its posts, active and
    /// in the draft's folder. The drafts are trusted to be canonical names. `now`: ms UTC.
    [[nodiscard]] Result<AddedChannels> addChannels(const QList<ChannelDraft> &drafts, qint64 now);
    /// All subscriptions that are not removed, in the order they were added.
    [[nodiscard]] Result<QList<ChannelRow>> rows();
    [[nodiscard]] Result<ChannelRow> row(ChannelId id);
    /// Any case, without '@'.
    [[nodiscard]] Result<ChannelRow> byName(const QString &name);

    /// Changes the channels and returns their new rows. A username that another channel has, also a removed one, is
    /// refused as InvalidArgument, and so is a username for more than one channel.
    [[nodiscard]] Result<QList<ChannelRow>> patch(const QList<ChannelId> &ids, const ChannelPatch &change);
    /// Takes the channels off the list; posts and coverage stay, restore() brings everything back as it was.
    [[nodiscard]] Result<void> remove(const QList<ChannelId> &ids, qint64 now);
    /// Undo of remove(); returns the rows.
    [[nodiscard]] Result<QList<ChannelRow>> restore(const QList<ChannelId> &ids);

    /// Takes over what a page says of the channel; absent counters stay. The name is taken in the page's spelling; a
    /// different name only if the page's numeric id is the one that is stored, and only if no other channel has it.
    [[nodiscard]] Result<ChannelRow> setInfo(ChannelId id, const ChannelInfo &info);
    /// The channel was read: it is well, and `now` (ms UTC) becomes its "last parsed".
    [[nodiscard]] Result<void> recordSuccess(ChannelId id, qint64 now);
    /// Reading it failed: counts the failure and keeps the time of the first one in a row.
    [[nodiscard]] Result<void> recordFailure(ChannelId id, const Error &error, qint64 now);

    /// Which message ids have been read; empty for a new channel.
    [[nodiscard]] Result<Coverage> coverage(ChannelId id);

    /// Asks for older history (kind All, Since or Newest); replaces an earlier wish. Kind Recent is refused.
    [[nodiscard]] Result<void> setHistoryGoal(ChannelId id, const HistoryGoal &goal);
    [[nodiscard]] Result<void> clearHistoryGoal(ChannelId id);
    /// The wish that is not fulfilled yet; nullopt if there is none.
    [[nodiscard]] Result<std::optional<HistoryGoal>> historyGoal(ChannelId id);
    /// The first message was reached (or is not known any more).
    [[nodiscard]] Result<void> setHistoryComplete(ChannelId id, bool complete);

private:
    [[nodiscard]] Result<QList<ChannelRow>> rowsOf(const QList<ChannelId> &ids);
    [[nodiscard]] Result<void> mustExist(ChannelId id, const Result<qint64> &changed);

    Database &m_database;
    UserId m_user;
};

} // namespace vestnik
