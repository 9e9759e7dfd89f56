// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QList>
#include <QString>

#include <optional>

#include "core/base/result.h"
#include "core/model/query.h"
#include "core/model/searchquery.h"
#include "core/store/textindex.h"

namespace vestnik {

class Database;

/// A channel of the user that is not removed, as searches need it.
struct ListedChannel {
    QString username;
    QString title;
    QString folder;
    qint64 posts = 0;
    qint64 unread = 0;
};

/// What a query comes to. What it asks for is taken apart at the uppermost AND: ranges of time become ranges of ids,
/// channels a list, the rest filters or a question to the index of texts.
struct SearchPlan {
    PostId from = 0; ///< included
    PostId below = 0; ///< excluded
    bool nothing = false; ///< no post can match
    QList<ChannelId> channels; ///< wanted and not empty
    bool everyChannel = true; ///< `channels` are all that posts may belong to
    bool channelsInIndex = false; ///< `index` knows the channels
    bool hasWords = false; ///< relevance means something
    QList<SearchNode> filters; ///< columns and tables of a post: is:, views:, tag: …, also below Not
    QList<SearchNode> terms; ///< the rest: words and what combines with them
    std::optional<IndexQuery> index; ///< what the index can say of `terms`: it finds all of them, and more
    std::optional<IndexQuery> sure; ///< what it finds needs no look at the text; there may be other hits
    QList<SearchNode> recheck; ///< those of `terms` that the index cannot say exactly
};

/// The user's channels that are not removed.
[[nodiscard]] Result<QHash<ChannelId, ListedChannel>> readListedChannels(Database &database, UserId user);

/// Makes the plan. `everyChannel`: the user lists all channels there are.
[[nodiscard]] SearchPlan searchPlan(
    const PostQuery &query, const QHash<ChannelId, ListedChannel> &channels, bool everyChannel);

/// The channels that channel: or folder: names.
[[nodiscard]] QList<ChannelId> channelsOf(const SearchNode &filter, const QHash<ChannelId, ListedChannel> &channels);

} // namespace vestnik
