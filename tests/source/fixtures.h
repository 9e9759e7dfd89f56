// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/source/webpreview/previewparser.h"

#include <QByteArray>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QString>
#include <QStringList>

namespace vestnik {

inline QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Real pages, outside of the repository.
inline QString fixturePath(const QString &name)
{
    return QStringLiteral(VESTNIK_SHARED_DIR "/fixtures/web-preview/") + name + QStringLiteral(".html");
}

/// Our own pages.
inline QString pagePath(const QString &name)
{
    return QStringLiteral(VESTNIK_SOURCE_DIR "/tests/data/webpreview/") + name + QStringLiteral(".html");
}

/// Entities as "type 'covered text' data", which reads like the page.
inline QStringList shownEntities(const RichText &text)
{
    QStringList shown;
    for (const TextEntity &entity : text.entities) {
        const QString covered = text.text.mid(entity.offset, entity.length);
        shown.append(QStringLiteral("%1 '%2' %3").arg(entityTypeName(entity.type), covered, entity.data).trimmed());
    }
    return shown;
}

/// A moment as the pages write it, in ms UTC.
inline qint64 moment(const char *iso)
{
    return QDateTime::fromString(QString::fromLatin1(iso), Qt::ISODate).toMSecsSinceEpoch();
}

/// Invariants of every page, good or bad; empty if they hold.
inline QString brokenInvariant(const PreviewPage &page)
{
    MessageId last = 0;
    if (page.postsSeen < 0 || page.postsUnreadable < 0 || page.posts.size() > previewPostLimit) {
        return QStringLiteral("counts");
    }
    for (const Post &post : page.posts) {
        if (post.messageId <= last) {
            return QStringLiteral("order of ids");
        }
        last = post.messageId;
        int offset = 0;
        int length = 0;
        for (const TextEntity &entity : post.body.entities) {
            if (entity.length <= 0 || entity.offset < 0 || entity.offset + entity.length > post.body.text.size()) {
                return QStringLiteral("entity outside of the text");
            }
            if (entity.offset < offset || (entity.offset == offset && entity.length > length && offset > 0)) {
                return QStringLiteral("order of entities");
            }
            offset = entity.offset;
            length = entity.length;
        }
        for (qsizetype i = 1; i < post.albumIds.size(); ++i) {
            if (post.albumIds.at(i) <= post.albumIds.at(i - 1)) {
                return QStringLiteral("order of album ids");
            }
        }
        if (!post.albumIds.isEmpty() && post.albumIds.first() != post.messageId) {
            return QStringLiteral("first id of an album");
        }
    }
    return {};
}

} // namespace vestnik
