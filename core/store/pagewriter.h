// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QList>

#include <optional>

#include "core/base/result.h"
#include "core/store/postrepository.h"
#include "core/store/postrow.h"

namespace vestnik {

class Database;

/// Stores one page inside a transaction of the caller, who rolls back if it fails. For PostRepository only.
class PageWriter final {
public:
    PageWriter(Database &database, const PageToStore &page, qint64 now)
        : m_database(database)
        , m_page(page)
        , m_now(now)
    {
    }

    [[nodiscard]] Result<StoredPage> store();

private:
    [[nodiscard]] Result<void> check() const;
    [[nodiscard]] Result<void> loadCoverage();
    [[nodiscard]] Result<void> loadKnown();
    [[nodiscard]] Result<void> loadKnownAlbums(const QString &ids);
    [[nodiscard]] Result<void> take(const Post &post);
    [[nodiscard]] Result<bool> wasRemoved(const Post &post);
    [[nodiscard]] Result<void> insert(const Post &post);
    [[nodiscard]] Result<void> refresh(qsizetype index, const Post &post);
    [[nodiscard]] Result<void> rewrite(qsizetype index, const PostRow &fresh);
    [[nodiscard]] Result<void> unify(qsizetype kept, qsizetype gone);
    [[nodiscard]] Result<void> noteMembers(const PostRow &row);
    [[nodiscard]] Result<void> forgetWords(PostId id);
    [[nodiscard]] Result<void> finishRows();
    [[nodiscard]] Result<void> noteAbsent();
    [[nodiscard]] Result<void> cover();
    [[nodiscard]] Result<void> count();
    void remember(const PostRow &row);

    Database &m_database;
    const PageToStore &m_page;
    const qint64 m_now;
    StoredPage m_stored;
    Coverage m_coverage; ///< before this page
    std::optional<PostId> m_keptFrom; ///< by the rules of retention; asked for when it is needed
    QList<PostRow> m_known; ///< rows of the page that are stored, also those just added
    QHash<MessageId, qsizetype> m_indexOf; ///< into m_known, by every message id of a row
    QList<PostId> m_toIndex; ///< rows whose text is to enter the index of texts
    int m_removed = 0; ///< rows that were united with others
    qint64 m_lastPostAt = 0;
};

} // namespace vestnik
