// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/postgresstatement.h"

namespace vestnik {
namespace {

// Fixed numbers of PostgreSQL's catalogue (pg_type.dat).
constexpr Oid boolType = 16;
constexpr Oid byteaType = 17;
constexpr Oid int8Type = 20;
constexpr Oid float8Type = 701;
constexpr Oid undecided = 0;

} // namespace

PostgresValues::PostgresValues(const QVariantList &values)
{
    m_texts.reserve(values.size());
    for (const QVariant &value : values) {
        QByteArray text;
        Oid type = undecided;
        bool isNull = value.isNull();
        int format = 0;
        switch (value.typeId()) {
        case QMetaType::QString:
            // PostgreSQL has no place for U+0000 in a text.
            isNull = value.toString().isNull();
            text = value.toString().remove(QChar(u'\0')).toUtf8();
            break;
        case QMetaType::QByteArray:
            text = value.toByteArray();
            type = byteaType;
            format = 1;
            break;
        case QMetaType::Double:
        case QMetaType::Float:
            text = QByteArray::number(value.toDouble(), 'g', 17);
            type = float8Type;
            break;
        case QMetaType::UnknownType:
            isNull = true;
            break;
        default:
            text = QByteArray::number(value.toLongLong());
            type = int8Type;
            break;
        }
        m_texts.append(text);
        m_pointers.append(isNull ? nullptr : m_texts.constLast().constData());
        m_lengths.append(static_cast<int>(text.size()));
        m_formats.append(format);
        m_types.append(type);
    }
}

PostgresStatement::PostgresStatement(PostgresDriver &driver, const QString &sql)
    : m_driver(driver)
    , m_sql(numbered(sql))
{
}

QByteArray PostgresStatement::numbered(const QString &sql)
{
    const QByteArray text = sql.toUtf8();
    QByteArray out;
    out.reserve(text.size() + 16);
    int number = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text.at(i);
        if (c == '?') {
            out += '$' + QByteArray::number(++number);
            continue;
        }
        qsizetype end = i;
        if (c == '\'' || c == '"') {
            // A doubled quote ends one literal and begins the next, which is the same here.
            end = text.indexOf(c, i + 1);
        } else if (c == '-' && text.mid(i, 2) == "--") {
            end = text.indexOf('\n', i);
        }
        end = end < 0 ? text.size() - 1 : end;
        out += text.mid(i, end - i + 1);
        i = end;
    }
    return out;
}

Result<void> PostgresStatement::run(const QVariantList &values)
{
    finish();
    Result<PgResult> rows = m_driver.run(m_sql, values);
    if (!rows) {
        return failure(rows.error());
    }
    m_rows = std::move(*rows);
    return {};
}

Result<bool> PostgresStatement::next()
{
    // All rows are here already: those who read many ask for them in portions.
    return ++m_row < (m_rows ? PQntuples(m_rows.get()) : 0);
}

void PostgresStatement::finish()
{
    m_rows.reset();
    m_row = -1;
}

qint64 PostgresStatement::changedRows() const
{
    return m_rows ? QByteArray(PQcmdTuples(m_rows.get())).toLongLong() : 0;
}

bool PostgresStatement::isNull(int column) const
{
    return PQgetisnull(m_rows.get(), m_row, column) != 0;
}

QByteArrayView PostgresStatement::bytes(int column) const
{
    return {PQgetvalue(m_rows.get(), m_row, column), PQgetlength(m_rows.get(), m_row, column)};
}

qint64 PostgresStatement::integer(int column) const
{
    const QByteArrayView text = bytes(column);
    if (PQftype(m_rows.get(), column) == boolType) {
        return text == "t" ? 1 : 0;
    }
    // Of a number with a fraction, as sums and averages have, the whole part.
    const qsizetype point = text.indexOf('.');
    return text.first(point < 0 ? text.size() : point).toByteArray().toLongLong();
}

double PostgresStatement::real(int column) const
{
    return bytes(column).toByteArray().toDouble();
}

QString PostgresStatement::text(int column) const
{
    if (isNull(column)) {
        return {};
    }
    if (PQftype(m_rows.get(), column) == boolType) {
        return bytes(column) == "t" ? QStringLiteral("1") : QStringLiteral("0");
    }
    // Never null, as an empty text is not.
    return bytes(column).isEmpty() ? QStringLiteral("") : QString::fromUtf8(bytes(column));
}

} // namespace vestnik
