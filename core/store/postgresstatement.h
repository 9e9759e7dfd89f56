// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>

#include <array>

#include "core/store/postgresdriver.h"

namespace vestnik {

/// Values as libpq takes them. Numbers are told to the server as bigint and double precision; texts take the type of
/// the place where they stand.
class PostgresValues {
public:
    explicit PostgresValues(const QVariantList &values);

    [[nodiscard]] int count() const { return static_cast<int>(m_types.size()); }
    [[nodiscard]] const Oid *types() const { return m_types.constData(); }
    [[nodiscard]] const char *const *texts() const { return m_pointers.constData(); }
    [[nodiscard]] const int *lengths() const { return m_lengths.constData(); }
    [[nodiscard]] const int *formats() const { return m_formats.constData(); }

private:
    Q_DISABLE_COPY_MOVE(PostgresValues)

    QList<QByteArray> m_texts;
    QList<const char *> m_pointers; ///< into m_texts, nullptr for NULL
    QList<int> m_lengths;
    QList<int> m_formats;
    QList<Oid> m_types;
};

class PostgresStatement final : public Statement {
public:
    PostgresStatement(PostgresDriver &driver, const QString &sql);

    [[nodiscard]] Result<void> run(const QVariantList &values) override;
    [[nodiscard]] Result<bool> next() override;
    void finish() override;
    [[nodiscard]] qint64 changedRows() const override;
    [[nodiscard]] bool isNull(int column) const override;
    [[nodiscard]] qint64 integer(int column) const override;
    [[nodiscard]] double real(int column) const override;
    [[nodiscard]] QString text(int column) const override;

    /// `?` outside of literals, names and comments as $1, $2, …
    [[nodiscard]] static QByteArray numbered(const QString &sql);

private:
    [[nodiscard]] QByteArrayView bytes(int column) const;

    PostgresDriver &m_driver;
    const QByteArray m_sql;
    PgResult m_rows;
    int m_row = -1;
};

} // namespace vestnik
