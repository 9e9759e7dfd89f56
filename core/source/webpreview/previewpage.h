// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/channel.h"
#include "core/model/ids.h"
#include "core/model/post.h"

#include <QList>
#include <QMap>
#include <QString>

namespace vestnik {

/// What a page of the web preview is. A page alone cannot tell a preview that is switched off from a limited client.
enum class PageClass {
    Channel, ///< the history of a channel, or the widget of a single post
    EmptyChannel, ///< a history that says "No posts found" and has no post
    PlainChannel, ///< `t.me/name` of a channel whose preview can be opened
    PreviewDisabled, ///< `t.me/name` of a channel that offers no preview
    Restricted, ///< a history that shows a notice instead of posts; see PreviewPage::notice
    Group,
    User,
    Bot,
    NoSuchName, ///< "you can contact @name": free, or hidden from a limited client
    PostPage, ///< `t.me/name/123`: the frame around a widget, no posts in it
    PostNotFound, ///< the widget of a post that does not exist
    Refused, ///< Telegram's page with nothing in it: what a limited client gets
    NotTelegram, ///< anything else: a login page, a proxy's error, an empty body
};

/// One page of the web preview as parsePreviewPage() read it. A value: copied freely between threads.
struct PreviewPage {
    PageClass pageClass = PageClass::NotTelegram;
    ChannelInfo info;
    QList<Post> posts; ///< ascending by id, each id once; `id` and `channelId` are 0
    MessageId olderBefore =
        0; ///< the page's own link to older posts: `before=`; 0 if there is none (it may be missing)
    MessageId newerAfter = 0; ///< the page's own link to newer posts: `after=`; 0 if there is none
    bool noPostsFound = false; ///< the page says "No posts found"
    QString notice; ///< any other notice in place of the posts, as served
    int postsSeen = 0; ///< posts announced by the page's bytes
    int postsUnreadable = 0; ///< of these, the ones that are missing in `posts`: keep the page for study
    bool reread = false; ///< the first reading missed a post and the page was read again, post by post
    bool cut = false; ///< the page was larger than the limit, its end was not read
    QMap<QString, int> unknown; ///< what the parser does not know, with its number: `.class` or `<tag>`
    qint64 subscribersExact = -1; ///< plain pages of channels only: every digit; -1 unknown
};

} // namespace vestnik
