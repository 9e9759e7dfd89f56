// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/store/searchset.h"
#include "tests/store/storefixture.h"

using namespace vestnik;
using namespace vestnik::test;

/// The shared test set on this store, while its posts wait for the index, when some have entered it, and when all have.
class TestSearchSet final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyQueryFindsItsPosts_data();
    void everyQueryFindsItsPosts();
    void scopeNarrows();

private:
    TempStore m_waiting;
    TempStore m_partly;
    TempStore m_indexed;
    SearchSet m_setWaiting;
    SearchSet m_setPartly;
    SearchSet m_setIndexed;
};

void TestSearchSet::initTestCase()
{
    QVERIFY(SearchSet::queries().size() >= 300);
    for (const auto &[store, set] : {std::pair(&m_waiting, &m_setWaiting), std::pair(&m_partly, &m_setPartly),
             std::pair(&m_indexed, &m_setIndexed)}) {
        const Result<void> filled = set->fill(store->database());
        QVERIFY2(filled, filled ? "" : qPrintable(errorEnglish(filled.error())));
    }
    QVERIFY(m_partly.posts().indexWaiting(60));
    QCOMPARE(m_indexed.posts().indexWaiting(1000).value_or(-1), 0);
    QCOMPARE(m_waiting.number(QStringLiteral("SELECT count(*) FROM search_queue")), 125);
    QCOMPARE(m_partly.number(QStringLiteral("SELECT count(*) FROM search_queue")), 65);
}

void TestSearchSet::everyQueryFindsItsPosts_data()
{
    QTest::addColumn<int>("index");
    const QList<SetQuery> queries = SearchSet::queries();
    for (int index = 0; index < queries.size(); ++index) {
        QTest::newRow(qPrintable(QStringLiteral("%1: %2").arg(queries.at(index).line).arg(queries.at(index).text)))
            << index;
    }
}

void TestSearchSet::everyQueryFindsItsPosts()
{
    QFETCH(int, index);
    static const QList<SetQuery> queries = SearchSet::queries();
    const SetQuery &query = queries.at(index);
    for (const QString &problem : {m_setIndexed.wrong(m_indexed.database(), query),
             m_setWaiting.wrong(m_waiting.database(), query), m_setPartly.wrong(m_partly.database(), query)}) {
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
    }
}

void TestSearchSet::scopeNarrows()
{
    PostQuery query;
    query.now = searchSetNow;
    query.text = QStringLiteral("чай");
    query.scope = QStringLiteral("channel:city_life OR кофе");
    QCOMPARE(countPosts(m_indexed.database(), query, 100).value_or(-1), 2);
    query.scope = QStringLiteral("-кофе");
    QCOMPARE(countPosts(m_waiting.database(), query, 100).value_or(-1), 2);
    query.text.clear();
    query.scope = QStringLiteral("is:starred");
    QCOMPARE(countPosts(m_partly.database(), query, 100).value_or(-1), 3);
}

VESTNIK_STORE_TEST_MAIN(TestSearchSet)
#include "tst_searchset.moc"
