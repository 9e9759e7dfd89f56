// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/base/stop.h"
#include "core/model/channel.h"
#include "core/model/coverage.h"
#include "core/model/ids.h"
#include "core/model/post.h"

#include <QList>
#include <QMap>
#include <QObject>
#include <QString>

#include <QCoroTask>

namespace vestnik {

/// Which page of a channel is wanted, and what the caller knows of the channel.
struct PageRequest {
    QString username; ///< without '@', any case
    MessageId before = 0; ///< posts with ids below it; 0 = the newest ones
    bool known = false; ///< posts of the channel are stored: an empty or "no such name" answer is suspicious then
    bool olderPromised = false; ///< the page read before this one linked to older posts (SourcePage::olderPromised)

    // Constructors keep it from being an aggregate: GCC 12 destroys aggregate temporaries of an awaited call twice.
    PageRequest() = default;
    explicit PageRequest(QString name, MessageId beforeId = 0, bool isKnown = false, bool promised = false)
        : username(std::move(name))
        , before(beforeId)
        , known(isKnown)
        , olderPromised(promised)
    {
    }
};

/// One page of a channel as a source read it. A value.
struct SourcePage {
    ChannelInfo info; ///< as far as the page tells; `username` is always set, in the page's spelling
    QList<Post> posts; ///< ascending by id, all below PageRequest::before; `id` and `channelId` are 0
    QList<IdRange> covered; ///< ids that this page proves to be read, ascending; empty if it proves nothing
    MessageId next = 0; ///< ask for `before = next` to go on to older posts; 0 if atBeginning
    bool olderPromised = false; ///< hand it on in the next PageRequest
    bool atBeginning = false; ///< nothing older exists
    qint64 bytes = 0; ///< on the wire, of all requests that the page took
    int requests = 0; ///< HTTP requests that the page took, retries and redirects included
    int postsUnreadable = 0; ///< announced by the page but not in `posts`; their ids are not in `covered`
    QMap<QString, int> unknown; ///< markup that the parser does not know, with its number
};

/// Where posts come from. Lives on the engine thread; owned by the engine.
class ChannelSource : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChannelSource)

public:
    explicit ChannelSource(QObject *parent = nullptr)
        : QObject(parent)
    {
    }

    /// Reads one page. Any number may be under way at once. Retries, pacing and suspicious answers are dealt with
    /// inside: an error is final for this attempt at the channel. Subject of an error: the channel's name, or the host.
    ///
    /// Errors: Cancelled (at once when `stop` is requested), those of the network (see HttpClient::get), and
    /// InvalidArgument, PreviewDisabled, NameIsGroup, NameIsUser, NameIsBot, NoSuchName, Throttled, NotTelegram,
    /// PagingStuck, UnreadablePage.
    [[nodiscard]] virtual QCoro::Task<Result<SourcePage>> fetch(PageRequest request, StopToken stop) = 0;
};

} // namespace vestnik
