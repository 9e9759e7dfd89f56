// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QString>

#include <memory>
#include <optional>

namespace vestnik {

class Statement;

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
    explicit Rows(std::shared_ptr<Statement> statement);
    void release();
    Q_DISABLE_COPY(Rows)

    std::shared_ptr<Statement> m_statement;
    std::optional<Error> m_error;
};

} // namespace vestnik
