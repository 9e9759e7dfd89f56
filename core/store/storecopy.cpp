// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/storecopy.h"

#include "core/store/database.h"
#include "core/store/storecheck.h"

#include <QVariantList>

#include <algorithm>
#include <bit>

namespace vestnik::storecopy {
namespace {

constexpr qsizetype mostParameters = 2'000; ///< of one INSERT; both databases take far more
constexpr qint64 rowsBetweenReports = 500;

/// FNV-1a over the values of a row, each with its kind and length before it, so that no two rows look alike.
class RowHash final {
public:
    void addNull() { add(quint8(0)); }
    void addInteger(qint64 value)
    {
        add(quint8(1));
        addNumber(quint64(value));
    }
    void addReal(double value)
    {
        add(quint8(2));
        addNumber(std::bit_cast<quint64>(value));
    }
    void addText(const QString &value)
    {
        add(quint8(3));
        const QByteArray bytes = value.toUtf8();
        addNumber(quint64(bytes.size()));
        for (const char byte : bytes) {
            add(quint8(byte));
        }
    }
    /// Mixed once more: sums of bare FNV values would let changes of single bits cancel each other out.
    [[nodiscard]] quint64 value() const
    {
        quint64 mixed = m_hash;
        mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9ULL;
        mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebULL;
        return mixed ^ (mixed >> 31);
    }

private:
    void add(quint8 byte) { m_hash = (m_hash ^ byte) * 0x100000001b3ULL; }
    void addNumber(quint64 number)
    {
        for (int shift = 0; shift < 64; shift += 8) {
            add(quint8(number >> shift));
        }
    }
    quint64 m_hash = 0xcbf29ce484222325ULL;
};

Values valuesOf(const QString &declared)
{
    const QString type = declared.toUpper();
    if (type.contains(QLatin1String("INT"))) {
        return Values::Integer;
    }
    return type.contains(QLatin1String("REAL")) || type.contains(QLatin1String("DOUBLE")) ? Values::Real : Values::Text;
}

Result<Table> layoutOf(Database &database, const QString &name)
{
    // Columns that the database fills by itself are not copied.
    Result<Rows> rows = database.kind() == DatabaseKind::Sqlite
        ? database.query(
            QStringLiteral("SELECT name, type FROM pragma_table_xinfo(?) WHERE hidden = 0 ORDER BY cid"), name)
        : database.query(QStringLiteral("SELECT CAST(column_name AS TEXT), CAST(data_type AS TEXT) "
                                        "FROM information_schema.columns WHERE table_schema = current_schema() "
                                        "AND table_name = ? AND is_generated = 'NEVER' AND data_type <> 'tsvector' "
                                        "ORDER BY ordinal_position"),
            name);
    if (!rows) {
        return failure(rows.error());
    }
    Table table;
    table.name = name;
    while (rows->next()) {
        table.columns.append(rows->text(0));
        table.values.append(valuesOf(rows->text(1)));
    }
    if (const Result<void> status = rows->status(); !status) {
        return failure(status.error());
    }
    return table;
}

QString columnList(const Table &table)
{
    QStringList quoted;
    for (const QString &column : table.columns) {
        quoted.append(QLatin1Char('"') + column + QLatin1Char('"'));
    }
    return quoted.join(QLatin1String(", "));
}

QString insertSql(const Table &table, qsizetype rows)
{
    const QStringList marks(table.columns.size(), QStringLiteral("?"));
    const QStringList groups(rows, QLatin1Char('(') + marks.join(QLatin1Char(',')) + QLatin1Char(')'));
    return QStringLiteral("INSERT INTO %1 (%2) VALUES ").arg(table.name, columnList(table))
        + groups.join(QLatin1Char(','));
}

/// Reads one row: into the hash, and after `values`, if there are any wanted.
void readRow(const Rows &rows, const Table &table, RowHash &hash, QVariantList *values)
{
    for (int i = 0; i < table.columns.size(); ++i) {
        if (rows.isNull(i)) {
            hash.addNull();
            if (values) {
                values->append(QVariant());
            }
            continue;
        }
        QVariant value;
        switch (table.values.at(i)) {
        case Values::Integer:
            hash.addInteger(rows.integer(i));
            value = rows.integer(i);
            break;
        case Values::Real:
            hash.addReal(rows.real(i));
            value = rows.real(i);
            break;
        case Values::Text: {
            const QString text = rows.text(i);
            hash.addText(text);
            // A null string would be bound as NULL.
            value = text.isNull() ? QStringLiteral("") : text;
            break;
        }
        }
        if (values) {
            values->append(value);
        }
    }
}

} // namespace

Result<QList<Table>> commonTables(Database &from, Database &to)
{
    const Result<QStringList> names = storecheck::tables(from);
    const Result<QStringList> there = names ? storecheck::tables(to) : names;
    if (!there) {
        return failure(there.error());
    }
    QList<Table> tables;
    for (const QString &name : *names) {
        const Result<Table> table = layoutOf(from, name);
        const Result<Table> target = table && there->contains(name) ? layoutOf(to, name) : table;
        if (!target) {
            return failure(target.error());
        }
        if (!there->contains(name)) {
            return failure(ErrorCode::DatabaseFailed, QStringLiteral("the target has no table %1").arg(name));
        }
        for (const QString &column : table->columns) {
            const qsizetype place = target->columns.indexOf(column);
            if (place < 0 || target->values.at(place) != table->values.at(table->columns.indexOf(column))) {
                return failure(
                    ErrorCode::DatabaseFailed, QStringLiteral("the target has no column %1.%2").arg(name, column));
            }
        }
        tables.append(*table);
    }
    return tables;
}

Result<bool> isEmpty(Database &database)
{
    for (const char *table : {"channels", "posts", "runs", "saved_searches"}) {
        const Result<qint64> first =
            database.number(QStringLiteral("SELECT 1 FROM %1 LIMIT 1").arg(QString::fromLatin1(table)));
        if (!first) {
            return failure(first.error());
        }
        if (*first != 0) {
            return false;
        }
    }
    return true;
}

Result<qint64> rowCount(Database &database, const Table &table)
{
    return database.number(QLatin1String("SELECT count(*) FROM ") + table.name);
}

Result<void> makeRoom(Database &to, const QList<Table> &tables)
{
    // Children first.
    for (auto table = tables.crbegin(); table != tables.crend(); ++table) {
        if (Result<void> gone = withoutValue(to.execute(QLatin1String("DELETE FROM ") + table->name)); !gone) {
            return gone;
        }
    }
    return {};
}

Result<Sum> copy(Database &from, Database &to, const Table &table, const OnRows &onRows)
{
    Result<Rows> rows = from.query(QStringLiteral("SELECT %1 FROM %2").arg(columnList(table), table.name));
    if (!rows) {
        return failure(rows.error());
    }
    const qsizetype group = std::max<qsizetype>(1, mostParameters / table.columns.size());
    const QString full = insertSql(table, group);
    QVariantList values;
    Sum sum;
    qsizetype waiting = 0;
    while (rows->next()) {
        RowHash hash;
        readRow(*rows, table, hash, &values);
        sum.checksum += hash.value();
        ++sum.rows;
        if (++waiting == group) {
            if (const Result<qint64> inserted = to.executeList(full, values); !inserted) {
                return failure(inserted.error());
            }
            values.clear();
            waiting = 0;
        }
        if (sum.rows % rowsBetweenReports == 0) {
            onRows(sum.rows);
        }
    }
    if (const Result<void> status = rows->status(); !status) {
        return failure(status.error());
    }
    if (waiting > 0) {
        if (const Result<qint64> inserted = to.executeList(insertSql(table, waiting), values); !inserted) {
            return failure(inserted.error());
        }
    }
    onRows(sum.rows);
    return sum;
}

Result<Sum> sumOf(Database &database, const Table &table, const OnRows &onRows)
{
    Result<Rows> rows = database.query(QStringLiteral("SELECT %1 FROM %2").arg(columnList(table), table.name));
    if (!rows) {
        return failure(rows.error());
    }
    Sum sum;
    while (rows->next()) {
        RowHash hash;
        readRow(*rows, table, hash, nullptr);
        sum.checksum += hash.value();
        if (++sum.rows % rowsBetweenReports == 0) {
            onRows(sum.rows);
        }
    }
    if (const Result<void> status = rows->status(); !status) {
        return failure(status.error());
    }
    onRows(sum.rows);
    return sum;
}

} // namespace vestnik::storecopy
