// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/rows.h"

#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

#include <utility>

#include "core/store/database.h"

namespace vestnik {

Rows::Rows(Database *database, std::shared_ptr<QSqlQuery> query)
    : m_database(database)
    , m_query(std::move(query))
{
}

Rows::Rows(Rows &&other) noexcept
    : m_database(other.m_database)
    , m_query(std::exchange(other.m_query, nullptr))
    , m_error(std::move(other.m_error))
{
}

Rows &Rows::operator=(Rows &&other) noexcept
{
    if (this != &other) {
        release();
        m_database = other.m_database;
        m_query = std::exchange(other.m_query, nullptr);
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
    if (m_query) {
        m_query->finish();
        m_query.reset();
    }
}

bool Rows::next()
{
    if (!m_query) {
        return false;
    }
    if (m_query->next()) {
        return true;
    }
    if (m_query->lastError().isValid()) {
        m_error = m_database->errorOf(*m_query);
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
    return m_query->isNull(column);
}

qint64 Rows::integer(int column) const
{
    return m_query->value(column).toLongLong();
}

double Rows::real(int column) const
{
    return m_query->value(column).toDouble();
}

QString Rows::text(int column) const
{
    return m_query->value(column).toString();
}

} // namespace vestnik
