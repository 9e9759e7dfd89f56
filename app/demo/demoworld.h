// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/demo/postmaker.h"
#include "app/demo/previewsite.h"

namespace vestnik {

/// A folder that the demo puts channels into.
struct DemoFolder {
    QString name;
    QStringList channels;
};

/// The invented channels of the demo: eight with a preview, and names that have none. The same seed and base time give
/// the same site. A value; usable on any thread.
class DemoWorld final {
public:
    /// `baseTime`: ms UTC, the newest posts are a few minutes older.
    explicit DemoWorld(quint64 seed = 1, qint64 baseTime = defaultBaseTime);
    static constexpr qint64 defaultBaseTime = 1'788'264'000'000; ///< 2026-09-01T12:00:00Z

    /// What the demo subscribes to at its start.
    [[nodiscard]] QStringList channelNames() const;
    [[nodiscard]] QList<DemoFolder> folders() const;
    /// Names that are no readable channels, to show what the panel says: preview off, group, user, bot, free.
    [[nodiscard]] QStringList otherNames() const;

    [[nodiscard]] PreviewSite makeSite() const;
    /// The next post of a channel of that site, dated `time` (ms UTC); a text "…" if the channel is not ours.
    [[nodiscard]] SitePost nextPost(
        const PreviewSite &site, const QString &channel, qint64 time, DemoRandom &random) const;
    /// An edited version of a post of that channel.
    [[nodiscard]] SitePost editedPost(const QString &channel, const SitePost &post, DemoRandom &random) const;

private:
    [[nodiscard]] const PostMaker *maker(const QString &channel) const;

    quint64 m_seed;
    qint64 m_baseTime;
    QList<PostMaker> m_makers;
    QList<int> m_counts; ///< posts of each maker's channel
};

/// A site for benchmarks: channels `bulk0001` … with so many posts each (an album is one post) in the proportions and
/// sizes of real pages: about 130 KB of HTML for 20 posts. All ids contiguous but for albums; texts end with a number
/// of their own.
[[nodiscard]] PreviewSite makeBulkSite(int channels, int postsPerChannel, quint64 seed = 1);

} // namespace vestnik
