// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/model/ids.h"
#include "core/model/task.h"

#include <QList>

#include <optional>

namespace vestnik {

class Database;

/// What a channel may lose to its rule.
struct RetentionPlan {
    ChannelId channel = 0;
    QString username;
    PostId keptFrom = 0; ///< posts with lower row ids go, starred ones excepted
    qint64 posts = 0; ///< how many go
    qint64 starred = 0; ///< older ones that stay because they are starred
    qint64 marked = 0; ///< of those that go: with a note or a tag
};

/// How long posts are kept: a rule per user, and one per channel where it differs. Lives on the thread of its
/// connection; no state. A post goes when it is older than the days of its rule, or beyond its number of newest posts;
/// where several users subscribe to a channel, when it goes for all of them. Rows of channels that were taken off the
/// list keep their rule.
class RetentionRepository final {
public:
    explicit RetentionRepository(Database &database, UserId user = localUserId)
        : m_database(database)
        , m_user(user)
    {
    }

    /// The user's rule. InvalidArgument for days outside 0..36500 or posts outside 0..10,000,000.
    [[nodiscard]] Result<void> setRetention(const RetentionRule &rule);
    [[nodiscard]] Result<RetentionRule> retention();
    /// The rule of these channels; nullopt: as the user has it. Returns how many channels there were.
    [[nodiscard]] Result<qint64> setChannelRetention(
        const QList<ChannelId> &channels, const std::optional<RetentionRule> &rule);
    /// The channel's own rule; nullopt where it follows the user. NotFound without such a subscription.
    [[nodiscard]] Result<std::optional<RetentionRule>> channelRetention(ChannelId channel);

    /// The lowest row id that the rules of a channel keep; 0: all are kept.
    [[nodiscard]] Result<PostId> keptFrom(ChannelId channel, qint64 now);
    /// Channels that have a rule, by name; without those that lose nothing. Counts, changes nothing.
    [[nodiscard]] Result<QList<RetentionPlan>> plans(qint64 now);

    /// Removes at most `atMost` of the posts that a plan names, those with row ids above `after` first, in one
    /// transaction, with everything that hangs on them; the channel's numbers are right afterwards. What was read of
    /// the channel stays noted, so that it is not fetched again. Returns the rows, ascending; none: all are gone.
    [[nodiscard]] Result<QList<PostId>> removeSome(const RetentionPlan &plan, PostId after, int atMost);

private:
    [[nodiscard]] Result<RetentionPlan> planOf(ChannelId channel, const QString &username, PostId keptFrom);

    Database &m_database;
    UserId m_user;
};

} // namespace vestnik
