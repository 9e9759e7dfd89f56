// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/demo/sitepost.h"

#include <QHash>
#include <QStringList>

#include <map>

namespace vestnik {

/// An answer before it travels: status, body, type, and where to for 3xx.
struct SiteAnswer {
    int status = 200;
    QByteArray body;
    QByteArray contentType = QByteArrayLiteral("text/html; charset=utf-8");
    QByteArray location; ///< of a redirect
    QString channel; ///< lower-case channel whose revision the body depends on; empty if it never changes
};

/// A pretend `t.me`: channels with their posts and the pages that show them. A value without sockets or threads;
/// copying copies the site. Equal content gives equal bytes. Names match without regard to case. Not thread-safe.
class PreviewSite final {
public:
    /// Adds or replaces a channel. Posts without an id get the next free ones; they are sorted by id.
    void addChannel(SiteChannel channel, const QList<SitePost> &posts = {});
    /// A name that is a group, a user or a bot; `extra` e.g. "57 members, 4 online". All others are free.
    void addName(const QString &name, SiteNameKind kind, const QString &title, const QString &extra = {});

    [[nodiscard]] QStringList channelNames() const;
    [[nodiscard]] std::optional<SiteChannel> channel(const QString &name) const;
    /// Changes what the head shows; false if there is no such channel. The name itself stays.
    bool setChannel(const SiteChannel &channel);

    /// The truth: all posts, oldest first.
    [[nodiscard]] QList<SitePost> posts(const QString &name) const;
    [[nodiscard]] int postCount(const QString &name) const;
    /// The post that owns a message id (its own or an album member's).
    [[nodiscard]] std::optional<SitePost> post(const QString &name, qint64 messageId) const;
    /// Highest message id given so far, 0 for an empty channel. Does not shrink when posts are removed.
    [[nodiscard]] qint64 newestId(const QString &name) const;

    /// Adds a post; with id 0 it gets the next free id (an album with `media.size()` members that many). Returns its
    /// id, 0 if there is no such channel.
    qint64 append(const QString &name, SitePost post);
    /// Puts a post in the place of the one with its id (an edit); false if there is none.
    bool replace(const QString &name, const SitePost &post);
    /// Removes the post that owns the id; false if there is none.
    bool remove(const QString &name, qint64 messageId);
    /// Leaves a gap: the next post's id is that much higher.
    void skipIds(const QString &name, int count);

    /// Posts per page, at least 1; 20 as the real site. Several values are used in turn, by the page's anchor.
    void setPageSizes(const QList<int> &sizes);
    /// Address of pictures and files without a slash at the end, e.g. `http://127.0.0.1:1234/file`.
    void setMediaBase(const QString &base);
    [[nodiscard]] QString mediaBase() const { return m_mediaBase; }

    /// Posts that a page shows, oldest first. `before`, `after`: exclusive message ids, 0 for none (newest page).
    [[nodiscard]] QList<SitePost> pagePosts(const QString &name, qint64 before = 0, qint64 after = 0) const;
    /// The page /s/NAME; empty if the name has none. A page without posts says "No posts found".
    [[nodiscard]] QByteArray page(const QString &name, qint64 before = 0, qint64 after = 0) const;
    /// The page /NAME of a channel, group, user, bot or free name.
    [[nodiscard]] QByteArray plainPage(const QString &name) const;
    /// The minimal page /NAME/ID; with `embed` the widget of that one post. Empty if there is no such post.
    [[nodiscard]] QByteArray postPage(const QString &name, qint64 messageId, bool embed = false) const;
    /// Grows with each change that pages of the channel show; 0 if there is no such channel.
    [[nodiscard]] quint64 revision(const QString &name) const;
    /// Targets of all pages of a channel as a client walks them, newest first.
    [[nodiscard]] QList<QByteArray> pageTargets(const QString &name) const;

    /// Answers `GET target`: /s/NAME[?before=|?after=], /s/NAME/ID, /NAME, /NAME/ID, /file/TOKEN; 404 for anything
    /// else.
    [[nodiscard]] SiteAnswer answer(const QByteArray &target) const;

private:
    struct Channel {
        SiteChannel info;
        std::map<qint64, SitePost> posts; ///< by first id
        qint64 newestId = 0;
        quint64 revision = 1;
    };
    struct Name {
        SiteNameKind kind = SiteNameKind::Free;
        QString title;
        QString extra;
    };

    [[nodiscard]] const Channel *find(const QString &name) const;
    [[nodiscard]] Channel *find(const QString &name);
    static void place(Channel &channel, SitePost post);

    QHash<QString, Channel> m_channels; ///< by lower-case name
    QHash<QString, Name> m_names;
    QStringList m_order;
    QList<int> m_pageSizes = {20};
    QString m_mediaBase = QStringLiteral("https://cdn4.telesco.pe/file");
};

} // namespace vestnik
