// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QDateTime>
#include <QElapsedTimer>
#include <QRegularExpression>
#include <QSet>

#include <time.h>

#include <algorithm>
#include <cmath>
#include <functional>

#include "core/model/searchmatch.h"
#include "core/store/database.h"
#include "core/store/reads.h"
#include "tests/bench/archivebench.h"
#include "tests/bench/archivedata.h"
#include "tests/bench/measure.h"

namespace vestnik::bench {
namespace {

constexpr int termsEach = 48;
constexpr int pageSize = 50;
constexpr int checkedHits = 3;

struct QueryClass {
    QString name;
    QStringList queries;
    bool ranked = true; ///< relevance means something
};

/// CPU time of this thread, ms: what a search takes where nobody else wants the processor.
double cpuMs()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

double percentile95(QList<double> values)
{
    std::sort(values.begin(), values.end());
    return values.isEmpty() ? 0 : values.at(static_cast<qsizetype>(std::ceil(double(values.size()) * 0.95)) - 1);
}

/// Half of the words Russian, half English, of ranks from `first` on.
QStringList wordsFrom(const ArchiveData &data, int first, int step)
{
    QStringList words;
    for (int i = 0; i < termsEach / 2; ++i) {
        words << data.russian(first + i * step) << data.english(first + i * step);
    }
    return words;
}

QStringList phrasesOf(const ArchiveData &data)
{
    static const QRegularExpression twoWords(QStringLiteral("(\\p{L}{3,}) (\\p{L}{3,})[ .,]"));
    QStringList phrases;
    for (qint64 i = 1; phrases.size() < termsEach; ++i) {
        const QString text = data.post(i * 7919 % data.posts()).body.text;
        const QRegularExpressionMatch match = twoWords.match(text);
        if (match.hasMatch()) {
            phrases << QStringLiteral("\"%1 %2\"").arg(match.captured(1), match.captured(2));
        }
    }
    return phrases;
}

QStringList prefixesOf(const ArchiveData &data)
{
    QSet<QString> known;
    QStringList prefixes;
    for (int rank = 40; prefixes.size() < termsEach; ++rank) {
        for (const QString &word : {data.russian(rank), data.english(rank)}) {
            const QString prefix = word.left(3);
            if (prefix.size() == 3 && !known.contains(prefix)) {
                known.insert(prefix);
                prefixes << prefix + QLatin1Char('*');
            }
        }
    }
    return prefixes;
}

QList<QueryClass> classesOf(const ArchiveData &data)
{
    QStringList pairs;
    QStringList filtered;
    for (int i = 0; i < termsEach; ++i) {
        const bool russian = i % 2 == 0;
        const auto word = [&](int rank) { return russian ? data.russian(rank) : data.english(rank); };
        pairs << word(30 + i) + QLatin1Char(' ') + word(85 + 2 * i);
        filtered << QStringLiteral("%1 channel:%2 after:2024-%3-01 before:2024-%4-15")
                        .arg(word(20 + 3 * i), ArchiveData::channelName(i % 20))
                        .arg(1 + i % 8, 2, 10, QLatin1Char('0'))
                        .arg(3 + i % 9, 2, 10, QLatin1Char('0'));
    }
    return {
        {QStringLiteral("very common word"), wordsFrom(data, 0, 1), true},
        {QStringLiteral("common word"), wordsFrom(data, 150, 12), true},
        {QStringLiteral("rare word"), wordsFrom(data, 7000, 90), true},
        {QStringLiteral("two words"), pairs, true},
        {QStringLiteral("phrase"), phrasesOf(data), true},
        {QStringLiteral("three-letter prefix"), prefixesOf(data), true},
        {QStringLiteral("word, channel, dates"), filtered, true},
        {QStringLiteral("empty"), QStringList(termsEach, QString()), false},
    };
}

/// What stands in the rows must be what was asked for.
Result<void> check(Database &database, const PostQuery &query, const PostPage &page)
{
    const SearchMatcher matcher(parseSearch(query.text, archiveEnd, QTimeZone::systemTimeZone()).root);
    PostId last = 0;
    for (qsizetype i = 0; i < page.posts.size(); ++i) {
        const PostId id = page.posts.at(i).id;
        if (query.order == PostOrder::Newest && i > 0 && id >= last) {
            return failure(ErrorCode::Internal, QLatin1String("order: ") + query.text);
        }
        last = id;
        const Result<Post> post = i < checkedHits ? readPost(database, id) : Result<Post>(Post());
        if (!post || (i < checkedHits && !matcher.matches(post->body.text))) {
            return failure(ErrorCode::Internal, QLatin1String("no hit: ") + query.text);
        }
    }
    return {};
}

struct Times {
    QList<double> first; ///< ms, each query for the first time
    QList<double> again;
    QList<double> cpu; ///< of the latter
    qint64 hits = 0;
};

Result<Times> measured(Database &database, const QueryClass &group, PostOrder order)
{
    Times times;
    for (int round = 0; round < 2; ++round) {
        for (const QString &text : group.queries) {
            PostQuery query;
            query.text = text;
            query.limit = pageSize;
            query.order = order;
            QElapsedTimer timer;
            timer.start();
            const double before = cpuMs();
            const Result<PostPage> page = readPosts(database, query);
            const double used = cpuMs() - before;
            const double ms = double(timer.nsecsElapsed()) / 1e6;
            if (!page) {
                return failure(page.error());
            }
            (round == 0 ? times.first : times.again).append(ms);
            if (round > 0) {
                times.cpu.append(used);
            }
            times.hits += page->posts.size();
            if (const Result<void> right = check(database, query, *page); !right) {
                return failure(right.error());
            }
        }
    }
    if (times.hits == 0) {
        return failure(ErrorCode::Internal, QLatin1String("nothing found: ") + group.name);
    }
    return times;
}

Result<void> table(Database &database, const QList<QueryClass> &classes, PostOrder order)
{
    printRow(order == PostOrder::Newest ? QStringLiteral("first page of 50, newest first, ms")
                                        : QStringLiteral("first page of 50, by relevance, ms"),
        {QStringLiteral("median"), QStringLiteral("95 %"), QStringLiteral("first 95 %"), QStringLiteral("CPU median"),
            QStringLiteral("CPU 95 %")});
    for (const QueryClass &group : classes) {
        if (order == PostOrder::Relevance && !group.ranked) {
            continue;
        }
        const Result<Times> times = measured(database, group, order);
        if (!times) {
            return failure(times.error());
        }
        printRow(QLatin1String("  ") + group.name,
            {number(median(times->again), 2), number(percentile95(times->again), 2),
                number(percentile95(times->first), 2), number(median(times->cpu), 2),
                number(percentile95(times->cpu), 2)});
    }
    return {};
}

Result<void> lists(Database &database, const ArchiveData &data)
{
    printRow(QStringLiteral("all ids of a search, ms"), {QStringLiteral("hits"), QStringLiteral("ms")});
    const QStringList queries{QString(), data.russian(0), data.russian(200),
        data.russian(40).left(3) + QLatin1Char('*'), QLatin1Char('-') + data.russian(0), QStringLiteral("has:photo"),
        QStringLiteral("views:>100k")};
    for (const QString &text : queries) {
        PostQuery query;
        query.text = text;
        QElapsedTimer timer;
        timer.start();
        const Result<PostIdList> ids = readPostIds(database, query, data.posts());
        if (!ids) {
            return failure(ids.error());
        }
        const double ms = double(timer.nsecsElapsed()) / 1e6;
        const bool sorted = std::is_sorted(ids->ids.begin(), ids->ids.end(), std::greater<PostId>());
        if (!sorted || (text.isEmpty() && ids->ids.size() != data.posts())) {
            return failure(ErrorCode::Internal, QLatin1String("ids: ") + text);
        }
        printRow(QLatin1String("  ") + (text.isEmpty() ? QStringLiteral("(everything)") : text),
            {number(double(ids->ids.size())), number(ms, 1)});
    }
    return {};
}

} // namespace

Result<void> benchSearch(const QString &file, qint64 posts)
{
    const Result<std::unique_ptr<Database>> database = Database::open(DatabaseConfig{file, true});
    if (!database) {
        return failure(database.error());
    }
    const ArchiveData data(posts);
    const QList<QueryClass> classes = classesOf(data);
    for (const PostOrder order : {PostOrder::Newest, PostOrder::Relevance}) {
        if (const Result<void> done = table(**database, classes, order); !done) {
            return done;
        }
    }
    return lists(**database, data);
}

} // namespace vestnik::bench
