// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/savedsearchrepository.h"

#include "core/store/database.h"

namespace vestnik {

Result<SavedSearch> SavedSearchRepository::save(const SavedSearch &search, qint64 now)
{
    SavedSearch stored = search;
    stored.name = search.name.simplified();
    if (stored.name.isEmpty() || stored.name.size() > longestName) {
        return failure(ErrorCode::InvalidArgument, stored.name.left(longestName),
            QStringLiteral("a name has 1 to %1 characters").arg(longestName));
    }
    if (stored.text.size() > longestText) {
        return failure(ErrorCode::InvalidArgument, stored.name, QStringLiteral("the search is too long"));
    }
    const QString text = stored.text.isNull() ? QStringLiteral("") : stored.text;
    const Result<qint64> id = search.id == 0
        ? m_database.number(
            QStringLiteral("INSERT INTO saved_searches (user_id, name, query, position, created_at) "
                           "SELECT CAST(? AS BIGINT), CAST(? AS TEXT), CAST(? AS TEXT), COALESCE(max(position), 0) + "
                           "1, CAST(? AS BIGINT) FROM saved_searches WHERE user_id = ? RETURNING id"),
            {m_user, stored.name, text, now, m_user})
        : m_database.number(
            QStringLiteral("UPDATE saved_searches SET name = ?, query = ? WHERE id = ? AND user_id = ? RETURNING id"),
            {stored.name, text, search.id, m_user});
    if (!id) {
        return failure(id.error());
    }
    if (*id == 0) {
        return failure(ErrorCode::NotFound, QStringLiteral("search %1").arg(search.id));
    }
    stored.id = *id;
    return stored;
}

Result<SavedSearch> SavedSearchRepository::remove(qint64 id)
{
    const Result<QList<SavedSearch>> all = list();
    if (!all) {
        return failure(all.error());
    }
    for (const SavedSearch &search : *all) {
        if (search.id == id) {
            const Result<qint64> removed = m_database.execute(
                QStringLiteral("DELETE FROM saved_searches WHERE id = ? AND user_id = ?"), id, m_user);
            return removed ? Result<SavedSearch>(search) : failure(removed.error());
        }
    }
    return failure(ErrorCode::NotFound, QStringLiteral("search %1").arg(id));
}

Result<void> SavedSearchRepository::reorder(const QList<qint64> &ids)
{
    return m_database.transaction([&]() -> Result<void> {
        const Result<QList<SavedSearch>> all = list();
        if (!all) {
            return failure(all.error());
        }
        QList<qint64> order = ids;
        for (const SavedSearch &search : *all) {
            if (!order.contains(search.id)) {
                order.append(search.id);
            }
        }
        for (qsizetype i = 0; i < order.size(); ++i) {
            const Result<qint64> placed = m_database.execute(
                QStringLiteral("UPDATE saved_searches SET position = ? WHERE id = ? AND user_id = ?"), qint64(i) + 1,
                order.at(i), m_user);
            if (!placed) {
                return failure(placed.error());
            }
        }
        return {};
    });
}

Result<QList<SavedSearch>> SavedSearchRepository::list()
{
    Result<Rows> rows = m_database.query(
        QStringLiteral("SELECT id, name, query FROM saved_searches WHERE user_id = ? ORDER BY position, id"), m_user);
    if (!rows) {
        return failure(rows.error());
    }
    QList<SavedSearch> searches;
    while (rows->next()) {
        searches.append(SavedSearch{rows->integer(0), rows->text(1), rows->text(2)});
    }
    if (const Result<void> status = rows->status(); !status) {
        return failure(status.error());
    }
    return searches;
}

} // namespace vestnik
