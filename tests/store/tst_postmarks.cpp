// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/postmarksrepository.h"
#include "core/store/savedsearchrepository.h"
#include "tests/store/storefixture.h"

using namespace vestnik;
using namespace vestnik::test;

/// Stars, notes, tags and saved searches.
class TestPostMarks final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void starsAreSetAndTaken();
    void notesAreWrittenChangedAndTaken();
    void badNotesAreRefused();
    void tagsAreTheSameWhateverTheCase_data();
    void tagsAreTheSameWhateverTheCase();
    void tagsAreAddedAndTakenOff();
    void badTagsAreRefused_data();
    void badTagsAreRefused();
    void aTagIsRenamedUnlessAnotherHasTheName();
    void aRemovedTagComesBack();
    void searchesAreSavedChangedAndOrdered();
    void badSearchesAreRefused();

private:
    std::unique_ptr<TempStore> m_store;
    QList<PostId> m_posts;
    [[nodiscard]] PostMarksRepository marks() { return PostMarksRepository(m_store->database()); }
};

void TestPostMarks::init()
{
    m_store = std::make_unique<TempStore>();
    const ChannelId channel = m_store->addChannel(QStringLiteral("somewhere"));
    m_posts = m_store->posts()
                  .storePage(channel, {simplePost(1, {}), simplePost(2, {}), simplePost(3, {})}, IdRange{1, 3}, noon)
                  ->addedPosts;
}

void TestPostMarks::starsAreSetAndTaken()
{
    QCOMPARE(*marks().setStarred({m_posts.at(0), m_posts.at(2), 12345}, true, noon), 2);
    QCOMPARE(*marks().setStarred(m_posts, true, noon + 1), 1);
    QCOMPARE(m_store->number(QStringLiteral("SELECT count(*) FROM starred WHERE starred_at = %1").arg(noon)), 2);
    QCOMPARE(*marks().setStarred({m_posts.at(0)}, false, noon), 1);
    QCOMPARE(*marks().setStarred({m_posts.at(0)}, false, noon), 0);
    QCOMPARE(m_store->number(QStringLiteral("SELECT count(*) FROM starred")), 2);
}

void TestPostMarks::notesAreWrittenChangedAndTaken()
{
    QVERIFY(marks().setNote(m_posts.at(0), QStringLiteral("  заметка \n"), noon));
    QCOMPARE(m_store->number(QStringLiteral("SELECT count(*) FROM notes WHERE text = 'заметка'")), 1);
    QVERIFY(marks().setNote(m_posts.at(0), QStringLiteral("other"), noon + 1));
    QCOMPARE(m_store->number(
                 QStringLiteral("SELECT count(*) FROM notes WHERE text = 'other' AND updated_at = %1").arg(noon + 1)),
        1);
    QVERIFY(marks().setNote(m_posts.at(0), QStringLiteral(" \n"), noon));
    QCOMPARE(m_store->number(QStringLiteral("SELECT count(*) FROM notes")), 0);
}

void TestPostMarks::badNotesAreRefused()
{
    QVERIFY(marks().setNote(m_posts.at(0), QString(20'000, QLatin1Char('x')), noon));
    QCOMPARE(marks().setNote(m_posts.at(0), QString(20'001, QLatin1Char('x')), noon).error().code,
        ErrorCode::InvalidArgument);
    QCOMPARE(marks().setNote(1, QStringLiteral("x"), noon).error().code, ErrorCode::NotFound);
}

void TestPostMarks::tagsAreTheSameWhateverTheCase_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("second");
    QTest::addColumn<bool>("same");
    QTest::newRow("Latin") << QStringLiteral("Bank") << QStringLiteral("bANK") << true;
    QTest::newRow("Cyrillic") << QStringLiteral("Банк") << QStringLiteral("БАНК") << true;
    QTest::newRow("blanks") << QStringLiteral(" two  words ") << QStringLiteral("Two Words") << true;
    QTest::newRow("composed") << QString::fromUtf8("и\u0306од") << QString::fromUtf8("Йод") << true;
    QTest::newRow("another") << QStringLiteral("банк") << QStringLiteral("банка") << false;
}

void TestPostMarks::tagsAreTheSameWhateverTheCase()
{
    QFETCH(QString, first);
    QFETCH(QString, second);
    QFETCH(bool, same);
    QCOMPARE(*marks().changeTags({m_posts.at(0)}, {first}, {}, noon), 1);
    QCOMPARE(*marks().changeTags({m_posts.at(0)}, {second}, {}, noon), same ? 0 : 1);
    QCOMPARE(marks().tags()->size(), same ? 1 : 2);
    QCOMPARE(marks().tags()->at(0).posts, 1);
}

void TestPostMarks::tagsAreAddedAndTakenOff()
{
    const QString red = QStringLiteral("red");
    const QString blue = QStringLiteral("blue");
    QCOMPARE(*marks().changeTags(m_posts, {red, blue}, {}, noon), 6);
    QCOMPARE(*marks().changeTags({m_posts.at(0), m_posts.at(1)}, {}, {QStringLiteral("RED")}, noon), 2);
    QCOMPARE(*marks().changeTags({m_posts.at(0)}, {}, {QStringLiteral("unknown")}, noon), 0);
    const QList<TagRow> tags = *marks().tags();
    QCOMPARE(tags.size(), 2);
    QCOMPARE(tags.at(0).name, blue);
    QCOMPARE(tags.at(0).posts, 3);
    QCOMPARE(tags.at(1).name, red);
    QCOMPARE(tags.at(1).posts, 1);
    // A tag without posts stays until it is removed.
    QCOMPARE(*marks().changeTags(m_posts, {}, {red}, noon), 1);
    QCOMPARE(readTags(m_store->database())->size(), 2);
}

void TestPostMarks::badTagsAreRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("empty") << QString();
    QTest::newRow("blanks") << QStringLiteral(" \t ");
    QTest::newRow("too long") << QString(65, QLatin1Char('x'));
}

void TestPostMarks::badTagsAreRefused()
{
    QFETCH(QString, name);
    // Nothing of the list is done.
    QCOMPARE(
        marks().changeTags(m_posts, {QStringLiteral("good"), name}, {}, noon).error().code, ErrorCode::InvalidArgument);
    QVERIFY(marks().tags()->isEmpty());
    QVERIFY(marks().changeTags(m_posts, {QString(64, QLatin1Char('x'))}, {}, noon));
}

void TestPostMarks::aTagIsRenamedUnlessAnotherHasTheName()
{
    QVERIFY(marks().changeTags(m_posts, {QStringLiteral("один"), QStringLiteral("два")}, {}, noon));
    const TagId one = marks().tags()->at(1).id;
    QCOMPARE(marks().tags()->at(1).name, QStringLiteral("один"));
    QVERIFY(marks().renameTag(one, QStringLiteral("Один")));
    QCOMPARE(marks().tags()->at(1).name, QStringLiteral("Один"));
    QCOMPARE(marks().renameTag(one, QStringLiteral("ДВА")).error().code, ErrorCode::InvalidArgument);
    QVERIFY(marks().renameTag(one, QStringLiteral("три")));
    QCOMPARE(marks().renameTag(999, QStringLiteral("x")).error().code, ErrorCode::NotFound);
    QCOMPARE(marks().tags()->at(1).posts, 3);
}

void TestPostMarks::aRemovedTagComesBack()
{
    QVERIFY(marks().changeTags({m_posts.at(0), m_posts.at(2)}, {QStringLiteral("Тег")}, {}, noon));
    const Result<RemovedTag> removed = marks().removeTag(marks().tags()->at(0).id);
    QVERIFY(removed);
    QCOMPARE(removed->name, QStringLiteral("Тег"));
    QCOMPARE(removed->posts.size(), 2);
    QVERIFY(marks().tags()->isEmpty());
    QCOMPARE(m_store->number(QStringLiteral("SELECT count(*) FROM post_tags")), 0);
    QCOMPARE(*marks().changeTags(removed->posts, {removed->name}, {}, noon), 2);
    QCOMPARE(marks().removeTag(999).error().code, ErrorCode::NotFound);
}

void TestPostMarks::searchesAreSavedChangedAndOrdered()
{
    SavedSearchRepository searches(m_store->database());
    QList<SavedSearch> saved;
    for (const char *name : {"a", "b", "c"}) {
        const Result<SavedSearch> one =
            searches.save(SavedSearch{0, QString::fromLatin1(name), QStringLiteral("is:starred")}, noon);
        QVERIFY(one && one->id > 0);
        saved.append(*one);
    }
    QCOMPARE(*searches.list(), saved);
    saved[1].name = QStringLiteral("renamed");
    saved[1].text = QStringLiteral("банк OR bank");
    QCOMPARE(*searches.save(saved.at(1), noon), saved.at(1));
    QVERIFY(searches.reorder({saved.at(2).id, saved.at(0).id}));
    QCOMPARE(*readSavedSearches(m_store->database()), (QList<SavedSearch>{saved.at(2), saved.at(0), saved.at(1)}));
    QCOMPARE(*searches.remove(saved.at(0).id), saved.at(0));
    QCOMPARE(*searches.list(), (QList<SavedSearch>{saved.at(2), saved.at(1)}));
    // A new one stands at the end.
    const SavedSearch last = *searches.save(SavedSearch{0, QStringLiteral("d"), {}}, noon);
    QCOMPARE(searches.list()->last().id, last.id);
}

void TestPostMarks::badSearchesAreRefused()
{
    SavedSearchRepository searches(m_store->database());
    const QString text = QStringLiteral("x");
    QCOMPARE(searches.save(SavedSearch{0, QStringLiteral("  "), text}, noon).error().code, ErrorCode::InvalidArgument);
    QCOMPARE(searches.save(SavedSearch{0, QString(101, QLatin1Char('n')), text}, noon).error().code,
        ErrorCode::InvalidArgument);
    QCOMPARE(searches.save(SavedSearch{7, text, text}, noon).error().code, ErrorCode::NotFound);
    QCOMPARE(searches.remove(7).error().code, ErrorCode::NotFound);
}

VESTNIK_STORE_TEST_MAIN(TestPostMarks)

#include "tst_postmarks.moc"
