// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/pgtextindex.h"
#include "tests/store/storefixture.h"

using namespace vestnik;
using namespace vestnik::test;

class TestPgTextIndex final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("VESTNIK_TEST_DATABASE", "postgres"); }
    void literals();
    void everyWayFindsTheSame();
};

void TestPgTextIndex::literals()
{
    using Kind = IndexQuery::Kind;
    const IndexQuery phrase{Kind::Words, {"a", "b"}, {}};
    const IndexQuery odd{Kind::Words, {"it's\\"}, {}};
    const IndexQuery beginning{Kind::Beginning, {"ab"}, {}};
    const IndexQuery mark{Kind::Mark, {"0c1"}, {}};
    const IndexQuery any{Kind::Any, {}, {phrase, beginning}};
    QCOMPARE(
        PgTextIndex::expression({Kind::All, {}, {any, mark}}), QStringLiteral("((('a' <-> 'b') | 'ab':*) & '.0c1')"));
    QCOMPARE(PgTextIndex::expression({Kind::Except, {}, {phrase, odd, mark}}),
        QStringLiteral("(('a' <-> 'b') & !('it''s\\\\' | '.0c1'))"));
    const QString vector = PgTextIndex::vectorOf(QStringLiteral("One two, one."), QStringLiteral("0p 0c1"));
    for (const QString &part : {QStringLiteral("'one':1,3 "), QStringLiteral("'two':2 "), QStringLiteral("'.0p' "),
             QStringLiteral("'.0c1' ")}) {
        QVERIFY2(vector.contains(part), qPrintable(vector));
    }
}

void TestPgTextIndex::everyWayFindsTheSame()
{
    TempStore store;
    const ChannelId channel = store.addChannel(QStringLiteral("somewhere"));
    constexpr int count = 400;
    QList<Post> posts;
    for (int id = 1; id <= count; ++id) {
        QString text = QStringLiteral("every");
        text += id % 7 == 0 ? QStringLiteral(" seventh wall") : QStringLiteral(" wall of seventh");
        text += id == 3 || id == 390 ? QStringLiteral(" rare") : QString();
        posts.append(simplePost(id, text, noon + id * 1000));
    }
    QVERIFY(store.posts().storePage(channel, posts, IdRange{1, count}, noon));
    QCOMPARE(store.posts().indexWaiting(count).value_or(-1), 0);
    using Kind = IndexQuery::Kind;
    const QList<std::pair<IndexQuery, int>> queries{
        {{Kind::Words, {"everi"}, {}}, count},
        {{Kind::Words, {"seventh", "wall"}, {}}, count / 7},
        {{Kind::Words, {"rare"}, {}}, 2},
        {{Kind::Beginning, {"rar"}, {}}, 2},
        {{Kind::Words, {"wall", "seventh"}, {}}, 0},
    };
    Database &database = store.database();
    const PostId end = std::numeric_limits<qint64>::max();
    for (const auto &[query, hits] : queries) {
        const QList<PostId> all = *PgTextIndex(1'000'000).newest(database, query, 0, end, count + 1);
        QCOMPARE(static_cast<int>(all.size()), hits);
        QVERIFY(std::is_sorted(all.begin(), all.end(), std::greater<PostId>()));
        for (const qint64 look : {qint64(1), qint64(5), qint64(20), qint64(count / 13), qint64(count), qint64(3000)}) {
            const PgTextIndex index(look);
            for (const qint64 limit : {qint64(1), qint64(2), qint64(50), qint64(300), qint64(10'000)}) {
                QCOMPARE(*index.newest(database, query, 0, end, limit), all.mid(0, limit));
                if (hits > 1) {
                    QCOMPARE(*index.newest(database, query, all.last(), all.first(), limit),
                        all.mid(1, std::min<qsizetype>(limit, all.size() - 1)));
                }
                QCOMPARE(*index.nth(database, query, 0, end, limit), all.value(limit - 1, 0));
            }
            QCOMPARE(index.count(database, query, 0, end, 100).value(), std::min(hits, 100));
        }
    }
    QCOMPARE(PgTextIndex().best(database, queries.at(2).first, 0, end, 10)->size(), 2);
}

int main(int argc, char **argv)
{
    if (lacksServer(true)) {
        return skippedExitCode;
    }
    QCoreApplication app(argc, argv);
    TestPgTextIndex test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_pgtextindex.moc"
