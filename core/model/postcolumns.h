// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/post.h"

#include <QString>

namespace vestnik {

// The heavy parts of a post as compact JSON texts, one for each column of the store. Written the same way every time,
// so that equal texts mean equal parts. A part that is absent or empty is a null string; a text that cannot be read
// gives an absent part. Names of kinds are those of `posts --json`. Pure, any thread.

/// [["bold",offset,length],["text_link",offset,length,"data"]]
[[nodiscard]] QString entitiesColumn(const QList<TextEntity> &entities);
[[nodiscard]] QList<TextEntity> entitiesFromColumn(const QString &column);

/// Everything of the media but the addresses, which expire and are kept in a column of their own.
[[nodiscard]] QString mediaColumn(const QList<Media> &media);
/// The addresses of files and small pictures, in the order of the media, then the picture of the link preview.
[[nodiscard]] QString mediaUrlsColumn(const QList<Media> &media, const std::optional<LinkPreview> &preview);
[[nodiscard]] QList<Media> mediaFromColumn(const QString &column);
/// Puts the addresses back.
void restoreMediaUrls(const QString &column, QList<Media> &media, std::optional<LinkPreview> &preview);

[[nodiscard]] QString reactionsColumn(const QList<Reaction> &reactions);
[[nodiscard]] QList<Reaction> reactionsFromColumn(const QString &column);

[[nodiscard]] QString forwardColumn(const std::optional<ForwardOrigin> &forward);
[[nodiscard]] std::optional<ForwardOrigin> forwardFromColumn(const QString &column);

[[nodiscard]] QString replyColumn(const std::optional<ReplyTarget> &reply);
[[nodiscard]] std::optional<ReplyTarget> replyFromColumn(const QString &column);

/// Without the address of its picture.
[[nodiscard]] QString previewColumn(const std::optional<LinkPreview> &preview);
[[nodiscard]] std::optional<LinkPreview> previewFromColumn(const QString &column);

[[nodiscard]] QString buttonsColumn(const QList<InlineButton> &buttons);
[[nodiscard]] QList<InlineButton> buttonsFromColumn(const QString &column);

/// [10,11,12]; also used for lists of row ids.
[[nodiscard]] QString idsColumn(const QList<qint64> &ids);
[[nodiscard]] QList<qint64> idsFromColumn(const QString &column);

} // namespace vestnik
