// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/store/searchset.h"

#include <QDate>
#include <QDateTime>
#include <QFile>
#include <QMap>
#include <QTimeZone>

#include <algorithm>

#include "core/store/channelrepository.h"
#include "core/store/database.h"
#include "core/store/postrepository.h"
#include "core/store/reads.h"

namespace vestnik::test {
namespace {

struct SetPost {
    int number = 0;
    QString channel;
    Post post;
    QStringList traits;
};

QStringList linesOf(const QString &name)
{
    QFile file(QStringLiteral(VESTNIK_SOURCE_DIR "/tests/data/search/") + name);
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("%s is missing", qPrintable(file.fileName()));
    }
    return QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'));
}

void addMedia(Post &post, MediaKind kind)
{
    Media media;
    media.kind = kind;
    media.id = QStringLiteral("m%1").arg(post.media.size());
    media.question = kind == MediaKind::Poll ? QStringLiteral("Question?") : QString();
    post.media.append(media);
}

void apply(Post &post, const QString &trait)
{
    static const QHash<QString, MediaKind> kinds{{QStringLiteral("photo"), MediaKind::Photo},
        {QStringLiteral("video"), MediaKind::Video}, {QStringLiteral("file"), MediaKind::Document},
        {QStringLiteral("poll"), MediaKind::Poll}, {QStringLiteral("voice"), MediaKind::Voice},
        {QStringLiteral("audio"), MediaKind::Audio}};
    const QString name = trait.section(QLatin1Char('='), 0, 0);
    const QString value = trait.section(QLatin1Char('='), 1);
    if (const auto kind = kinds.constFind(name); kind != kinds.constEnd()) {
        addMedia(post, *kind);
    } else if (name == QLatin1String("link")) {
        post.body.entities.append({EntityType::Link, 0, 3, QStringLiteral("https://example.net/")});
    } else if (name == QLatin1String("article")) {
        post.linkPreview = LinkPreview{QStringLiteral("https://example.net/"), {}, QStringLiteral("Title"), {}, {}};
    } else if (name == QLatin1String("author")) {
        post.author = value;
    } else if (name == QLatin1String("edited")) {
        post.edited = true;
    } else if (name == QLatin1String("reply")) {
        post.replyTo = ReplyTarget{1, {}, QStringLiteral("Someone"), {}};
    } else if (name == QLatin1String("from")) {
        ForwardOrigin origin;
        origin.name = value.section(QLatin1Char('|'), 0, 0);
        origin.channel = value.section(QLatin1Char('|'), 1, 1);
        post.forwardedFrom = origin;
    }
}

QList<SetPost> setPosts()
{
    QList<SetPost> posts;
    for (const QString &line : linesOf(QStringLiteral("posts.tsv"))) {
        const QStringList cells = line.split(QLatin1Char('\t'));
        if (line.startsWith(QLatin1String("//")) || cells.size() != 6) {
            continue;
        }
        SetPost one;
        one.number = cells.at(0).toInt();
        one.channel = cells.at(1);
        one.post.channel = one.channel;
        one.post.messageId = one.number;
        one.post.postedAt =
            QDateTime(QDate::fromString(cells.at(2), Qt::ISODate), QTime(9, 0), QTimeZone::utc()).toMSecsSinceEpoch();
        if (!cells.at(3).isEmpty()) {
            one.post.views = Count{cells.at(3).toLongLong(), cells.at(3), false};
        }
        one.traits = cells.at(4).split(QLatin1Char(';'), Qt::SkipEmptyParts);
        one.post.body.text = cells.at(5);
        for (const QString &trait : std::as_const(one.traits)) {
            apply(one.post, trait);
        }
        posts.append(one);
    }
    return posts;
}

/// What operators add to a post.
Result<void> attach(Database &database, PostId id, const QString &trait)
{
    const QString name = trait.section(QLatin1Char('='), 0, 0);
    const QString value = trait.section(QLatin1Char('='), 1);
    Result<qint64> done = 0;
    if (name == QLatin1String("starred")) {
        done = database.execute(QStringLiteral("INSERT INTO starred (post_id, starred_at) VALUES (?, 1)"), id);
    } else if (name == QLatin1String("note")) {
        done = database.execute(
            QStringLiteral("INSERT INTO notes (post_id, text, updated_at) VALUES (?, 'remember', 1)"), id);
    } else if (name == QLatin1String("deleted")) {
        done = database.execute(QStringLiteral("UPDATE posts SET deleted_at = 5 WHERE id = ?"), id);
    } else if (name == QLatin1String("tag")) {
        done = database.execute(QStringLiteral("INSERT INTO tags (name, tag_key, created_at) VALUES (?, ?, 1) "
                                               "ON CONFLICT (tag_key) DO NOTHING"),
            value, tagKey(value));
        if (done) {
            done = database.execute(
                QStringLiteral("INSERT INTO post_tags (tag_id, post_id) SELECT id, ? FROM tags WHERE tag_key = ?"), id,
                tagKey(value));
        }
    }
    return done ? Result<void>() : Result<void>(failure(done.error()));
}

QList<int> sorted(QList<int> numbers)
{
    std::sort(numbers.begin(), numbers.end());
    return numbers;
}

QString listed(const QList<int> &numbers)
{
    QStringList parts;
    for (const int number : numbers) {
        parts.append(QString::number(number));
    }
    return parts.join(QLatin1Char(' '));
}

} // namespace

QList<SetQuery> SearchSet::queries()
{
    QList<SetQuery> queries;
    int line = 0;
    for (const QString &row : linesOf(QStringLiteral("queries.tsv"))) {
        ++line;
        if (row.startsWith(QLatin1String("//")) || row.isEmpty()) {
            continue;
        }
        SetQuery query;
        query.text = row.section(QLatin1Char('\t'), 0, 0);
        query.line = line;
        const QStringList parts = row.section(QLatin1Char('\t'), 1).split(QLatin1Char(' '), Qt::SkipEmptyParts);
        for (const QString &part : parts) {
            if (part == QLatin1String("-")) {
                continue;
            }
            const int first = part.section(QLatin1Char('-'), 0, 0).toInt();
            const int last = part.section(QLatin1Char('-'), -1).toInt();
            for (int number = first; number <= last; ++number) {
                query.found.append(number);
            }
        }
        query.found = sorted(query.found);
        queries.append(query);
    }
    return queries;
}

Result<void> SearchSet::fill(Database &database)
{
    static const QMap<QString, QString> folders{{QStringLiteral("finance_ru"), QStringLiteral("Деньги")},
        {QStringLiteral("tech_news"), QStringLiteral("Tech")}, {QStringLiteral("city_life"), QStringLiteral("Город")},
        {QStringLiteral("sport_live"), QString()}, {QStringLiteral("science_en"), QStringLiteral("Tech")},
        {QStringLiteral("mixed_bag"), QStringLiteral("Разное")}};
    ChannelRepository channels(database);
    PostRepository posts(database);
    const QList<SetPost> all = setPosts();
    for (auto it = folders.begin(); it != folders.end(); ++it) {
        const Result<AddedChannels> added = channels.addChannels({ChannelDraft{it.key(), it.value()}}, searchSetNow);
        if (!added) {
            return failure(added.error());
        }
        const ChannelId channel = added->added.first().id;
        if (it.key() == QLatin1String("finance_ru")) {
            ChannelInfo info;
            info.username = it.key();
            info.title = QStringLiteral("Финансы сегодня");
            if (const auto titled = channels.setInfo(channel, info); !titled) {
                return failure(titled.error());
            }
        }
        for (const SetPost &one : all) {
            if (one.channel != it.key()) {
                continue;
            }
            const Result<StoredPage> stored =
                posts.storePage(channel, {one.post}, IdRange{one.number, one.number}, searchSetNow);
            if (!stored) {
                return failure(stored.error());
            }
            m_numbers.insert(stored->newest, one.number);
            for (const QString &trait : one.traits) {
                if (Result<void> attached = attach(database, stored->newest, trait); !attached) {
                    return attached;
                }
            }
        }
        if (it.key() == QLatin1String("finance_ru")) {
            if (const Result<qint64> read = posts.markRead({{}, {channel}, false}); !read) {
                return failure(read.error());
            }
        }
    }
    return {};
}

QList<int> SearchSet::numbersOf(const QList<PostId> &ids) const
{
    QList<int> numbers;
    for (const PostId id : ids) {
        numbers.append(m_numbers.value(id, -1));
    }
    return numbers;
}

QString SearchSet::wrong(Database &database, const SetQuery &query) const
{
    const auto differs = [&query](const char *read, const QList<int> &found) {
        return sorted(found) == query.found ? QString()
                                            : QStringLiteral("line %1, %2, %3: found %4, expected %5")
                                                  .arg(QString::number(query.line), query.text, QLatin1String(read),
                                                      listed(sorted(found)), listed(query.found));
    };
    const auto failed = [&query](const Error &error) { return query.text + QLatin1String(": ") + errorEnglish(error); };
    PostQuery asked;
    asked.text = query.text;
    asked.now = searchSetNow;
    for (const PostOrder order : {PostOrder::Newest, PostOrder::Relevance}) {
        asked.order = order;
        const Result<PostPage> page = readPosts(database, asked);
        if (!page) {
            return failed(page.error());
        }
        QList<PostId> ids;
        for (const PostSummary &post : page->posts) {
            ids.append(post.id);
        }
        const Result<PostIdList> list = readPostIds(database, asked, 1000);
        if (!list) {
            return failed(list.error());
        }
        for (const QString &problem : {differs("page", numbersOf(ids)), differs("ids", numbersOf(list->ids))}) {
            if (!problem.isEmpty()) {
                return problem;
            }
        }
        if (order == PostOrder::Newest && !std::is_sorted(ids.begin(), ids.end(), std::greater<PostId>())) {
            return query.text + QLatin1String(": not newest first");
        }
    }
    const Result<qint64> count = countPosts(database, asked, 1000);
    if (!count || *count != query.found.size()) {
        return QStringLiteral("%1: counted %2").arg(query.text).arg(count.value_or(-1));
    }
    const Result<QList<PostId>> filtered = filterPosts(database, asked, m_numbers.keys());
    return filtered ? differs("filter", numbersOf(*filtered)) : failed(filtered.error());
}

} // namespace vestnik::test
