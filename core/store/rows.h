// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QString>

#include <memory>
#include <optional>

class QSqlQuery;

namespace vestnik {

class Database;

/// The result of a SELECT, read forward once. Frees the statement when it goes, so that no read holds up a checkpoint.
/// Lives and dies on the connection's thread and before the connection.
class Rows final {
public:
    Rows(Rows &&other) noexcept;
    Rows &operator=(Rows &&other) noexcept;
    ~Rows();

    /// Steps to the next row; false at the end and on an error: ask status() after the loop.
    [[nodiscard]] bool next();
    [[nodiscard]] Result<void> status() const;

    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] qint64 integer(int column) const; ///< 0 for NULL
    [[nodiscard]] double real(int column) const;
    [[nodiscard]] bool flag(int column) const { return integer(column) != 0; }
    [[nodiscard]] QString text(int column) const; ///< null string for NULL

private:
    friend class Database;
    Rows(Database *database, std::shared_ptr<QSqlQuery> query);
    void release();
    Q_DISABLE_COPY(Rows)

    Database *m_database = nullptr;
    std::shared_ptr<QSqlQuery> m_query;
    std::optional<Error> m_error;
};

} // namespace vestnik
