// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/post.h"
#include "core/model/query.h"

#include <QStringList>

namespace vestnik {

/// What the archive knows of a post beside the post itself: what an operator attached and what became of it.
struct PostExtras {
    bool starred = false;
    QStringList tags; ///< as the operator wrote them, by name
    QString note;
    qint64 deletedAt = 0; ///< ms UTC: when it was found gone, 0 it is there
    QList<PostVersion> versions; ///< earlier texts, newest first

    [[nodiscard]] bool isEmpty() const
    {
        return !starred && tags.isEmpty() && note.isEmpty() && deletedAt == 0 && versions.isEmpty();
    }
};

/// A post as it leaves the archive and comes back.
struct ArchivedPost {
    Post post;
    QString channelTitle; ///< empty: not known
    PostExtras extras;
};

} // namespace vestnik
