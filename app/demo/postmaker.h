// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/demo/phrasebook.h"
#include "app/demo/pictures.h"
#include "app/demo/sitepost.h"

namespace vestnik {

/// Writes the posts of one channel: texts from its phrase book, every kind of post, all decorations.
class PostMaker final {
public:
    /// `neighbours` are the other channels: mentioned, forwarded from.
    PostMaker(SiteChannel channel, const QString &phrases, PictureStyle style, QList<SiteChannel> neighbours);

    /// The first message of a channel.
    [[nodiscard]] SitePost created(qint64 time) const;
    /// The post number `number` (its kind turns with it, so that each kind comes up in any 64), dated `time` (ms UTC),
    /// seen for `ageMs`. `earlier` are posts that it may answer, newest last. It has no id yet.
    [[nodiscard]] SitePost make(
        int number, qint64 time, qint64 ageMs, DemoRandom &random, const QList<SitePost> &earlier) const;
    /// A new version of a post's text, marked as edited; posts without text only get more views.
    [[nodiscard]] SitePost edited(SitePost post, DemoRandom &random) const;

    [[nodiscard]] const SiteChannel &channel() const { return m_channel; }

private:
    [[nodiscard]] SiteKind kindOf(int number, DemoRandom &random) const;
    [[nodiscard]] QString longText(DemoRandom &random) const;
    [[nodiscard]] QString caption(DemoRandom &random) const;
    [[nodiscard]] SiteMedia media(SiteMediaKind kind, DemoRandom &random) const;
    void fill(SitePost &post, DemoRandom &random, const QList<SitePost> &earlier) const;
    void makeService(SitePost &post, DemoRandom &random, const QList<SitePost> &earlier) const;
    void makePoll(SitePost &post, DemoRandom &random) const;
    void decorate(SitePost &post, int number, DemoRandom &random, const QList<SitePost> &earlier) const;
    void countUp(SitePost &post, qint64 ageMs, DemoRandom &random) const;

    SiteChannel m_channel;
    PhraseBook m_book;
    PictureStyle m_style;
    QList<SiteChannel> m_neighbours;
};

} // namespace vestnik
