// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/model/query.h"

#include <QList>

namespace vestnik {

class Database;

/// The searches in the tree, in the operator's order. Lives on the thread of its connection (the engine's); no state.
class SavedSearchRepository final {
public:
    static constexpr qsizetype longestName = 100;
    static constexpr qsizetype longestText = 4'000;

    explicit SavedSearchRepository(Database &database, UserId user = localUserId)
        : m_database(database)
        , m_user(user)
    {
    }

    /// Adds a search at the end (id 0) or changes one; returns it as stored. InvalidArgument for a name that is empty
    /// or too long and for a text that is too long, NotFound for an id that does not exist. `now`: ms UTC.
    [[nodiscard]] Result<SavedSearch> save(const SavedSearch &search, qint64 now);
    /// Removes it; returns what it was, for an undo (save with id 0). NotFound without it.
    [[nodiscard]] Result<SavedSearch> remove(qint64 id);
    /// Puts the searches into this order; those that are not named follow in the order they had.
    [[nodiscard]] Result<void> reorder(const QList<qint64> &ids);
    [[nodiscard]] Result<QList<SavedSearch>> list();

private:
    Database &m_database;
    UserId m_user;
};

} // namespace vestnik
