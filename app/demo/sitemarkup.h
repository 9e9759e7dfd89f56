// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/demo/sitepost.h"

#include <initializer_list>
#include <utility>

/// HTML of the preview's pages, in the structure of the real ones (class names, oddities, sizes). Inside of the demo
/// library.
namespace vestnik {

/// What all pieces of a page need to know.
struct MarkupContext {
    const SiteChannel &channel;
    QString media; ///< address of files, no slash at the end
};

/// `{key}` in a template replaced by its value, in one pass; an unknown key stays.
[[nodiscard]] QString filled(QStringView pattern, std::initializer_list<std::pair<QStringView, QString>> values);
/// Made-up path data of about that many characters, the same for the same salt.
[[nodiscard]] QString drawing(int length, quint64 salt);
/// Address of a picture; the picture can be told from its token again (`pictureSeedOf`).
[[nodiscard]] QString pictureUrl(const MarkupContext &context, quint64 picture);
/// Address of the channel's round picture; a data: address if it has none.
[[nodiscard]] QString avatarUrl(const MarkupContext &context);
/// A number between 1 and 2^48 that depends on the name alone.
[[nodiscard]] quint64 nameNumber(const QString &name);

/// Everything attached to a post but its text: photos, players, documents, polls, places.
[[nodiscard]] QString mediaHtml(const MarkupContext &context, const SitePost &post);
/// The notice "VIEW IN TELEGRAM" with a label; without link it is a span.
[[nodiscard]] QString noticeHtml(const QString &label, const QString &link = {}, const QString &extraClass = {});
/// A `.tgme_widget_message` element.
[[nodiscard]] QString messageHtml(const MarkupContext &context, const SitePost &post);

/// Paging of a history page; 0 = no such link.
struct PageLinks {
    qint64 before = 0;
    qint64 after = 0;
    qint64 canonical = 0;
};

/// The page /s/NAME.
[[nodiscard]] QByteArray historyPage(
    const MarkupContext &context, const QList<SitePost> &posts, const PageLinks &links);
/// The page /NAME of a channel.
[[nodiscard]] QByteArray channelPlainPage(const MarkupContext &context);
/// The page /NAME of anything else.
[[nodiscard]] QByteArray namePlainPage(
    const QString &name, SiteNameKind kind, const QString &title, const QString &extra);
/// The page /NAME/ID, or the widget of one post.
[[nodiscard]] QByteArray singlePostPage(const MarkupContext &context, const SitePost &post, bool embed);

} // namespace vestnik
