// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/operatorlog.h"
#include "core/model/channel.h"
#include "core/model/job.h"
#include "core/model/post.h"
#include "core/model/query.h"
#include "core/model/run.h"

#include <QHash>
#include <QList>
#include <QSet>

namespace vestnik {

/// What a small Vestnik has stored. Generated the same way each time, relative to `now`.
struct FakeData {
    QList<ChannelRow> channels;
    QList<Post> posts; ///< newest first
    QSet<PostId> unread;
    QList<RunRecord> runs; ///< newest first, all finished
    QHash<RunId, QList<RunChannel>> runChannels;
    QHash<RunId, QList<LogEntry>> runLogs;
    QList<JobRow> jobs;
    QList<LogEntry> log; ///< oldest first
};

/// At most 40 channels; the posts are spread over the 10 days before `now` (ms UTC).
[[nodiscard]] FakeData makeFakeData(int channels, int posts, qint64 now);
/// The key that the store would give to a post (postkey.h), as long as posts of that second are among the newest 500.
[[nodiscard]] PostId freePostKey(const FakeData &data, ChannelId channel, MessageId message, qint64 postedAt);
/// One post that is not in any list yet; `n` chooses language, kind and text.
[[nodiscard]] Post makeFakePost(const ChannelRow &channel, PostId id, MessageId messageId, qint64 postedAt, int n);

} // namespace vestnik
