// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/rows.h"

#include <utility>

#include "core/store/databasedriver.h"

namespace vestnik {

Rows::Rows(std::shared_ptr<Statement> statement)
    : m_statement(std::move(statement))
{
}

Rows::Rows(Rows &&other) noexcept
    : m_statement(std::exchange(other.m_statement, nullptr))
    , m_error(std::move(other.m_error))
{
}

Rows &Rows::operator=(Rows &&other) noexcept
{
    if (this != &other) {
        release();
        m_statement = std::exchange(other.m_statement, nullptr);
        m_error = std::move(other.m_error);
    }
    return *this;
}

Rows::~Rows()
{
    release();
}

void Rows::release()
{
    if (m_statement) {
        m_statement->finish();
        m_statement.reset();
    }
}

bool Rows::next()
{
    if (!m_statement) {
        return false;
    }
    const Result<bool> more = m_statement->next();
    if (more && *more) {
        return true;
    }
    if (!more) {
        m_error = more.error();
    }
    release();
    return false;
}

Result<void> Rows::status() const
{
    if (m_error) {
        return failure(*m_error);
    }
    return {};
}

bool Rows::isNull(int column) const
{
    return m_statement->isNull(column);
}

qint64 Rows::integer(int column) const
{
    return m_statement->integer(column);
}

double Rows::real(int column) const
{
    return m_statement->real(column);
}

QString Rows::text(int column) const
{
    return m_statement->text(column);
}

} // namespace vestnik
