// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/pgtextindex.h"

#include <QHash>
#include <QStringList>

#include <algorithm>

#include "core/model/postcolumns.h"
#include "core/model/wordforms.h"
#include "core/store/database.h"

namespace vestnik {
namespace {

// How many times more posts are looked at when that will probably be enough.
constexpr qint64 secondLook = 20;
// Whoever wants more wants all of them.
constexpr qint64 mostByLooking = 5000;
constexpr int lastPlace = 16'383;
constexpr int mostPlaces = 255;

/// A lexeme in its quotes. Words and marks have neither quotes nor backslashes in them; doubled all the same.
QByteArray quoted(QByteArray lexeme)
{
    lexeme.replace('\\', "\\\\").replace('\'', "''");
    return '\'' + lexeme + '\'';
}

QByteArray termOf(const IndexQuery &query);

QByteArray joined(const QList<IndexQuery> &children, const char *between)
{
    QByteArrayList parts;
    for (const IndexQuery &child : children) {
        parts.append(termOf(child));
    }
    return '(' + parts.join(between) + ')';
}

QByteArray termOf(const IndexQuery &query)
{
    switch (query.kind) {
    case IndexQuery::Kind::All:
        return joined(query.children, " & ");
    case IndexQuery::Kind::Any:
        return joined(query.children, " | ");
    case IndexQuery::Kind::Except:
        return '(' + termOf(query.children.first()) + " & !" + joined(query.children.mid(1), " | ") + ')';
    case IndexQuery::Kind::Words: {
        QByteArrayList words;
        for (const QByteArray &word : query.words) {
            words.append(quoted(word));
        }
        return words.size() == 1 ? words.first() : '(' + words.join(" <-> ") + ')';
    }
    case IndexQuery::Kind::Beginning:
        return quoted(query.words.value(0)) + ":*";
    case IndexQuery::Kind::Mark:
        return quoted('.' + query.words.value(0));
    }
    return {};
}

bool hasPhrase(const IndexQuery &query)
{
    return (query.kind == IndexQuery::Kind::Words && query.words.size() > 1)
        || std::any_of(query.children.begin(), query.children.end(), &hasPhrase);
}

} // namespace

QString PgTextIndex::expression(const IndexQuery &query)
{
    return QString::fromUtf8(termOf(query));
}

QString PgTextIndex::vectorOf(const QString &text, const QString &marks)
{
    QHash<QByteArray, QList<int>> places;
    int place = 0;
    WordForms::ofThread().read(QStringView(text), [&](const WordView &word) {
        place = std::min(place + 1, lastPlace);
        QList<int> &known = places[QByteArray(word.stem.data(), static_cast<qsizetype>(word.stem.size()))];
        if (known.size() < mostPlaces && (known.isEmpty() || known.last() != place)) {
            known.append(place);
        }
        return true;
    });
    QByteArray vector;
    vector.reserve(text.size() * 4);
    for (auto word = places.cbegin(); word != places.cend(); ++word) {
        vector += quoted(word.key());
        char before = ':';
        for (const int at : word.value()) {
            vector += before + QByteArray::number(at);
            before = ',';
        }
        vector += ' ';
    }
    for (const QString &mark : marks.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        vector += quoted('.' + mark.toUtf8()) + ' ';
    }
    return QString::fromUtf8(vector);
}

Result<QList<PostId>> PgTextIndex::newest(
    Database &database, const IndexQuery &query, PostId from, PostId below, qint64 limit) const
{
    const QString asked = expression(query);
    QList<PostId> found;
    const auto lookThrough = [&](qint64 posts) -> Result<void> {
        // The inner LIMIT keeps the planner from turning this into the other way; rows are fetched as they are needed.
        const Result<QList<PostId>> near = database.numbers(
            QStringLiteral("SELECT post_id FROM (SELECT post_id, words FROM post_words WHERE post_id >= ? AND "
                           "post_id < ? ORDER BY post_id DESC LIMIT ?) AS near WHERE words @@ CAST(? AS tsquery) "
                           "LIMIT ?"),
            {from, below, posts, asked, limit - found.size()});
        if (!near) {
            return failure(near.error());
        }
        found += *near;
        if (found.size() >= limit) {
            return {};
        }
        const Result<qint64> edge = database.number(
            QStringLiteral("SELECT post_id FROM post_words WHERE post_id >= ? AND post_id < ? ORDER BY post_id DESC "
                           "LIMIT 1 OFFSET ?"),
            {from, below, posts - 1});
        below = edge && *edge > 0 ? *edge : from;
        return edge ? Result<void>() : Result<void>(failure(edge.error()));
    };
    if (limit <= mostByLooking) {
        if (const Result<void> looked = lookThrough(m_firstLook); !looked) {
            return failure(looked.error());
        }
        // What is not among so many is rare: the index has few for it. Of a phrase it only knows who has all its words.
        const bool promising = limit <= found.size() * secondLook || hasPhrase(query);
        if (found.size() < limit && below > from && promising) {
            if (const Result<void> looked = lookThrough(m_firstLook * secondLook); !looked) {
                return failure(looked.error());
            }
        }
        if (found.size() >= limit || below <= from) {
            return found;
        }
    }
    // Ordered by an expression, so that the primary key is no way to the first rows.
    const Result<QList<PostId>> far = database.numbers(
        QStringLiteral("SELECT post_id FROM post_words WHERE words @@ CAST(? AS tsquery) AND post_id >= ? "
                       "AND post_id < ? ORDER BY post_id + 0 DESC LIMIT ?"),
        {asked, from, below, limit - found.size()});
    if (!far) {
        return far;
    }
    return found + *far;
}

Result<QList<PostId>> PgTextIndex::best(
    Database &database, const IndexQuery &query, PostId from, PostId below, qint64 limit) const
{
    const QString asked = expression(query);
    // 1: longer texts count less, by the logarithm of their length.
    return database.numbers(
        QStringLiteral("SELECT post_id FROM post_words WHERE words @@ CAST(? AS tsquery) AND post_id >= ? "
                       "AND post_id < ? ORDER BY ts_rank(words, CAST(? AS tsquery), 1) DESC, post_id DESC LIMIT ?"),
        {asked, from, below, asked, limit});
}

Result<PostId> PgTextIndex::nth(Database &database, const IndexQuery &query, PostId from, PostId below, qint64 n) const
{
    const Result<QList<PostId>> found = newest(database, query, from, below, n);
    if (!found) {
        return failure(found.error());
    }
    return found->size() < n ? 0 : found->last();
}

Result<qint64> PgTextIndex::count(
    Database &database, const IndexQuery &query, PostId from, PostId below, qint64 atMost) const
{
    return database.number(
        QStringLiteral("SELECT count(*) FROM (SELECT 1 FROM post_words WHERE words @@ CAST(? AS tsquery) "
                       "AND post_id >= ? AND post_id < ? LIMIT ?) AS counted"),
        {expression(query), from, below, atMost});
}

Result<void> PgTextIndex::createTables(Database &database) const
{
    const QStringList statements{
        QStringLiteral("CREATE TABLE post_words (post_id BIGINT PRIMARY KEY, words tsvector NOT NULL)"),
        // Packing what is read for every search costs more than the space; large ones move to a place of their own.
        QStringLiteral("ALTER TABLE post_words ALTER COLUMN words SET STORAGE EXTERNAL"),
        QStringLiteral("ALTER TABLE post_words SET (toast_tuple_target = 8160)"),
        QStringLiteral("CREATE INDEX post_words_index ON post_words USING gin (words)"),
        // For SQL that operators write themselves: to_tsvector('vestnik', text). The program does not use it.
        QStringLiteral("CREATE TEXT SEARCH DICTIONARY vestnik_russian (TEMPLATE = snowball, Language = russian)"),
        QStringLiteral("CREATE TEXT SEARCH DICTIONARY vestnik_english (TEMPLATE = snowball, Language = english)"),
        QStringLiteral("CREATE TEXT SEARCH CONFIGURATION vestnik (COPY = pg_catalog.russian)"),
        QStringLiteral("ALTER TEXT SEARCH CONFIGURATION vestnik ALTER MAPPING FOR word, hword, hword_part "
                       "WITH vestnik_russian"),
        QStringLiteral(
            "ALTER TEXT SEARCH CONFIGURATION vestnik ALTER MAPPING FOR asciiword, asciihword, hword_asciipart "
            "WITH vestnik_english"),
    };
    for (const QString &statement : statements) {
        if (const Result<qint64> executed = database.execute(statement); !executed) {
            return failure(executed.error());
        }
    }
    return {};
}

Result<void> PgTextIndex::enter(Database &database, const QList<PostId> &posts) const
{
    QList<PostId> ids;
    QString vectors;
    Result<Rows> rows = database.query(QLatin1String("SELECT id, text, marks FROM posts WHERE id IN ")
            + database.idsIn() + QLatin1String(" ORDER BY id"),
        idsColumn(posts));
    if (!rows) {
        return failure(rows.error());
    }
    while (rows->next()) {
        ids.append(rows->integer(0));
        // One text for all of them: an element of an array is quoted again.
        QString vector = vectorOf(rows->text(1), rows->text(2));
        vector.replace(QLatin1Char('\\'), QLatin1String("\\\\")).replace(QLatin1Char('"'), QLatin1String("\\\""));
        vectors += (vectors.isEmpty() ? QLatin1String("{\"") : QLatin1String(",\"")) + vector + QLatin1Char('"');
    }
    if (const Result<void> status = rows->status(); !status || ids.isEmpty()) {
        return status;
    }
    QString numbers = idsColumn(ids);
    numbers.replace(QLatin1Char('['), QLatin1Char('{')).replace(QLatin1Char(']'), QLatin1Char('}'));
    return withoutValue(database.execute(
        QStringLiteral("INSERT INTO post_words (post_id, words) SELECT * FROM unnest(CAST(? AS bigint[]), "
                       "CAST(? AS tsvector[])) ON CONFLICT (post_id) DO UPDATE SET words = excluded.words"),
        numbers, vectors + QLatin1Char('}')));
}

Result<void> PgTextIndex::leave(Database &database, PostId post) const
{
    return withoutValue(database.execute(QStringLiteral("DELETE FROM post_words WHERE post_id = ?"), post));
}

} // namespace vestnik
