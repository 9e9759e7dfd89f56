// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/post.h"
#include "ui/posts/richtexthtml.h"

#include <QCoreApplication>
#include <QHash>
#include <QSize>
#include <QString>

namespace vestnik {

/// A picture of a post while it is read. Nothing is fetched before the operator asks.
struct PictureState {
    enum class Kind { NotAsked, Loading, Shown, Failed };
    Kind kind = Kind::NotAsked;
    QSize size; ///< Shown: as it was fetched, pixels
    QString failure; ///< Failed: for people

    [[nodiscard]] bool operator==(const PictureState &) const = default;
};

/// What changes while one looks at a post.
struct PostViewState {
    bool spoilersShown = false;
    QHash<int, PictureState> pictures; ///< by index in PostHtml::pictures()

    [[nodiscard]] bool operator==(const PostViewState &) const = default;
};

/// What the store knows about a post beside the post itself.
struct PostExtras {
    qint64 editedAt = 0; ///< ms UTC: when the last change of the text was seen, 0 unknown
    qint64 deletedAt = 0; ///< ms UTC: when it was found gone, 0 it is there
    bool hasReplied = false; ///< the post it answers is stored
    bool hasOrigin = false; ///< the channel it was forwarded from is in the list

    [[nodiscard]] bool operator==(const PostExtras &) const = default;
};

/// Builds the reader's document. Addresses of its own: "vestnik:picture/<n>" (a click asks for it, an image shows it),
/// "vestnik:icon/<name>" (images), "vestnik:tag/<tag>", "vestnik:channel", "vestnik:reply" (the stored post it
/// answers), "vestnik:origin" (the channel it was forwarded from) and spoilerAddress. The text begins at the anchor
/// named textAnchor.
/// Pure, but for the language of the window; GUI thread.
class PostHtml final {
    Q_DECLARE_TR_FUNCTIONS(vestnik::PostHtml)

public:
    static constexpr const char *textAnchor = "text";

    PostHtml(const Post &post, const QString &channelTitle, const PostStyle &style, const PostViewState &state,
        const PostExtras &extras = {});

    [[nodiscard]] QString build() const;

    /// Addresses of the pictures: one for each item of the media (empty where there is none), then the link preview's.
    [[nodiscard]] static QStringList pictures(const Post &post);
    [[nodiscard]] static QString pictureAddress(int index);

private:
    [[nodiscard]] QString header() const;
    [[nodiscard]] QString badges() const;
    [[nodiscard]] QString forwarded() const;
    [[nodiscard]] QString reply() const;
    [[nodiscard]] QString media() const;
    [[nodiscard]] QString mediaItem(const Media &item, int index) const;
    [[nodiscard]] QString mediaFacts(const Media &item) const;
    [[nodiscard]] QString poll(const Media &item) const;
    [[nodiscard]] QString picture(int index) const;
    [[nodiscard]] QString linkPreview() const;
    [[nodiscard]] QString reactions() const;
    [[nodiscard]] QString buttons() const;
    [[nodiscard]] QString soft(const QString &html) const;
    [[nodiscard]] QString box(const QString &html) const;
    [[nodiscard]] QString link(const QString &address, const QString &html) const;
    [[nodiscard]] static QString paragraph(const QString &html);

    const Post &m_post;
    const QString m_channelTitle;
    const PostStyle m_style;
    const PostViewState m_state;
    const PostExtras m_extras;
    const QStringList m_pictures;
};

} // namespace vestnik
