// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/model/archivedpost.h"

#include <QHash>
#include <QList>

namespace vestnik {

class Database;

/// Reads what belongs to posts beside their rows: stars, tags, notes, deletions, earlier texts; for many posts at a
/// time, one statement for each kind that is there at all. Lives on the thread of its connection.
class ExtrasReader final {
public:
    explicit ExtrasReader(Database &database)
        : m_database(database)
    {
    }

    /// Finds out which kinds there are; to be called first.
    [[nodiscard]] Result<void> begin();
    /// Fills `extras` of the posts, which are in the order of their rows, newest first: then all calls together read
    /// each table once, whatever was selected.
    [[nodiscard]] Result<void> fill(QList<ArchivedPost> &posts);

private:
    using Places = QHash<PostId, qsizetype>;
    [[nodiscard]] Result<void> fillMarks(QList<ArchivedPost> &posts, const Places &places, PostId from, PostId to);
    [[nodiscard]] Result<void> fillTags(QList<ArchivedPost> &posts, const Places &places, PostId from, PostId to);
    [[nodiscard]] Result<void> fillVersions(QList<ArchivedPost> &posts, const Places &places, PostId from, PostId to);

    Database &m_database;
    bool m_starred = false;
    bool m_notes = false;
    bool m_tags = false;
    bool m_versions = false;
    bool m_deleted = false;
};

} // namespace vestnik
