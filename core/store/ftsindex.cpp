// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/ftsindex.h"

#include <QStringList>

#include "core/model/postcolumns.h"
#include "core/store/database.h"

namespace vestnik {
namespace {

/// Words that could be taken for marks are looked for in the text only; of others there are none among the marks.
QString inText(const QByteArray &first, const QString &term)
{
    return first.startsWith('0') ? QLatin1String("text : ") + term : term;
}

QString joined(const QList<IndexQuery> &children, QLatin1String between)
{
    QStringList parts;
    for (const IndexQuery &child : children) {
        parts.append(FtsIndex::expression(child));
    }
    return QLatin1Char('(') + parts.join(between) + QLatin1Char(')');
}

} // namespace

QString FtsIndex::expression(const IndexQuery &query)
{
    // Stems and marks consist of letters and digits: there is nothing to escape.
    const QString quoted = QLatin1Char('"') + QString::fromUtf8(query.words.join(' ')) + QLatin1Char('"');
    switch (query.kind) {
    case IndexQuery::Kind::All:
        return joined(query.children, QLatin1String(" AND "));
    case IndexQuery::Kind::Any:
        return joined(query.children, QLatin1String(" OR "));
    case IndexQuery::Kind::Except:
        return QLatin1Char('(') + expression(query.children.first()) + QLatin1String(" NOT ")
            + joined(query.children.mid(1), QLatin1String(" OR ")) + QLatin1Char(')');
    case IndexQuery::Kind::Words:
        return inText(query.words.value(0), quoted);
    case IndexQuery::Kind::Beginning:
        return inText(query.words.value(0), quoted + QLatin1String(" *"));
    case IndexQuery::Kind::Mark:
        return QLatin1String("marks : ") + quoted;
    }
    return {};
}

Result<QList<PostId>> FtsIndex::newest(
    Database &database, const IndexQuery &query, PostId from, PostId below, qint64 limit) const
{
    return database.numbers(
        QStringLiteral("SELECT rowid FROM posts_fts WHERE posts_fts MATCH ? AND rowid >= ? AND rowid < ? "
                       "ORDER BY rowid DESC LIMIT ?"),
        {expression(query), from, below, limit});
}

Result<QList<PostId>> FtsIndex::best(
    Database &database, const IndexQuery &query, PostId from, PostId below, qint64 limit) const
{
    return database.numbers(
        QStringLiteral("SELECT rowid FROM posts_fts WHERE posts_fts MATCH ? AND rowid >= ? AND rowid < ? "
                       "ORDER BY bm25(posts_fts, 1.0, 0.0), rowid DESC LIMIT ?"),
        {expression(query), from, below, limit});
}

Result<PostId> FtsIndex::nth(Database &database, const IndexQuery &query, PostId from, PostId below, qint64 n) const
{
    return database.number(QStringLiteral("SELECT rowid FROM posts_fts WHERE posts_fts MATCH ? AND rowid >= ? AND "
                                          "rowid < ? ORDER BY rowid DESC LIMIT 1 OFFSET ?"),
        {expression(query), from, below, n - 1});
}

Result<qint64> FtsIndex::count(
    Database &database, const IndexQuery &query, PostId from, PostId below, qint64 atMost) const
{
    return database.number(QStringLiteral("SELECT count(*) FROM (SELECT rowid FROM posts_fts WHERE posts_fts MATCH ? "
                                          "AND rowid >= ? AND rowid < ? LIMIT ?)"),
        {expression(query), from, below, atMost});
}

Result<void> FtsIndex::createTables(Database &database) const
{
    static const QStringList statements{
        QStringLiteral("DROP TABLE IF EXISTS posts_fts"),
        QStringLiteral("DROP VIEW IF EXISTS posts_search"),
        QStringLiteral(R"(CREATE VIRTUAL TABLE posts_fts USING fts5 (
            text, marks, content = 'posts', content_rowid = 'id', prefix = '2 3', tokenize = 'vestnik'))"),
        QStringLiteral("INSERT INTO posts_fts (posts_fts, rank) VALUES ('automerge', 8)"),
    };
    // Where SQLite overwrites what it frees (Debian's does), dropping a large index would write all of it once more.
    const Result<qint64> overwrites = database.number(QStringLiteral("PRAGMA secure_delete"));
    Result<qint64> step = overwrites ? database.number(QStringLiteral("PRAGMA secure_delete = OFF")) : overwrites;
    for (const QString &statement : statements) {
        step = step ? database.execute(statement) : step;
    }
    step = step ? database.number(QStringLiteral("PRAGMA secure_delete = %1").arg(*overwrites)) : step;
    return step ? Result<void>() : Result<void>(failure(step.error()));
}

Result<void> FtsIndex::enter(Database &database, const QList<PostId> &posts) const
{
    // The index takes rows best in the order of their ids: IN delivers them so.
    return withoutValue(database.execute(QLatin1String("INSERT INTO posts_fts (rowid, text, marks) "
                                                       "SELECT id, text, marks FROM posts WHERE id IN ")
            + database.idsIn(),
        idsColumn(posts)));
}

Result<void> FtsIndex::leave(Database &database, PostId post) const
{
    return withoutValue(database.execute(QStringLiteral("INSERT INTO posts_fts (posts_fts, rowid, text, marks) "
                                                        "SELECT 'delete', id, text, marks FROM posts WHERE id = ?"),
        post));
}

} // namespace vestnik
