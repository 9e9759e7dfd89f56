// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/posts/searchbar.h"
#include "ui/posts/searchcompletion.h"
#include "ui/posts/searchedit.h"
#include "ui/posts/searchhelp.h"
#include "ui/posts/searchstrip.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace vestnik;

namespace {

struct Fixture {
    Fixture()
        : bar(&save)
        , changed(&bar, &SearchBar::searchChanged)
    {
        bar.resize(700, 52);
        bar.show();
        bar.activateWindow();
        bar.field()->setFocus();
    }

    [[nodiscard]] bool active() { return QTest::qWaitForWindowActive(&bar); }
    [[nodiscard]] QAbstractItemView *popup() const
    {
        return bar.field()->findChild<QCompleter *>(QString(), Qt::FindDirectChildrenOnly)->popup();
    }

    QAction save;
    SearchBar bar;
    QSignalSpy changed;
};

SearchNames someNames()
{
    return {{u"bbc_russian"_qs, u"durov"_qs, u"redurov"_qs}, {u"My news"_qs, u"Work"_qs}, {u"to read"_qs, u"work"_qs}};
}

} // namespace

class TestPostSearchField final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void completesNamesAndValues_data();
    void completesNamesAndValues();
    void searchesWhenTypingPauses();
    void returnSearchesAtOnceThenLeaves();
    void problemsAreSaidAndMarked();
    void placesOfCharactersAreFound();
    void proposalsReplaceTheirWord();
    void downBringsTheLastSearches();
    void historyIsBounded();
    void escapeEndsThenClearsThenLeaves();
    void findsAWiderSearch_data();
    void findsAWiderSearch();
    void helpExamplesAreUnderstood();
    void namesASearch();
};

void TestPostSearchField::completesNamesAndValues_data()
{
    QTest::addColumn<QString>("typed"); // | is the cursor
    QTest::addColumn<QStringList>("proposals");
    QTest::addColumn<QString>("replaced");
    QTest::newRow("a field") << u"cha|"_qs << QStringList{u"channel:"_qs} << u"cha"_qs;
    QTest::newRow("one letter") << u"c|"_qs << QStringList{} << u"c"_qs;
    QTest::newRow("behind a word") << u"банк has:ph|"_qs << QStringList{u"has:photo"_qs} << u"has:ph"_qs;
    QTest::newRow("in the middle") << u"is:star| more"_qs << QStringList{u"is:starred"_qs} << u"is:star"_qs;
    QTest::newRow("complete") << u"is:starred|"_qs << QStringList{} << u"is:starred"_qs;
    QTest::newRow("begins first") << u"channel:du|"_qs << QStringList{u"channel:durov"_qs, u"channel:redurov"_qs}
                                  << u"channel:du"_qs;
    QTest::newRow("with @") << u"channel:@bb|"_qs << QStringList{u"channel:bbc_russian"_qs} << u"channel:@bb"_qs;
    QTest::newRow("two words") << u"folder:my|"_qs << QStringList{u"folder:\"My news\""_qs} << u"folder:my"_qs;
    QTest::newRow("in quotes") << u"tag:\"to r|"_qs << QStringList{u"tag:\"to read\""_qs} << u"tag:\"to r"_qs;
    QTest::newRow("minus") << u"-tag:wo|"_qs << QStringList{u"tag:work"_qs} << u"tag:wo"_qs;
    QTest::newRow("in a group") << u"(lang:r|"_qs << QStringList{u"lang:ru"_qs} << u"lang:r"_qs;
    QTest::newRow("a phrase") << u"\"chan|"_qs << QStringList{} << u"\"chan"_qs;
    QTest::newRow("unknown field") << u"abc:d|"_qs << QStringList{} << u"abc:d"_qs;
}

void TestPostSearchField::completesNamesAndValues()
{
    QFETCH(QString, typed);
    const int cursor = int(typed.indexOf(QLatin1Char('|')));
    typed.remove(cursor, 1);
    const SearchCompletion completion = completeSearch(typed, cursor, someNames());
    QTEST(completion.proposals, "proposals");
    QTEST(typed.mid(completion.from, completion.length), "replaced");
}

void TestPostSearchField::searchesWhenTypingPauses()
{
    Fixture f;
    QVERIFY(f.active());
    for (const char letter : {'b', 'a', 'n', 'k'}) {
        QTest::keyClick(f.bar.field(), letter);
    }
    QCOMPARE(f.changed.size(), 0);
    QTRY_COMPARE(f.changed.size(), 1);
    QCOMPARE(f.bar.text(), u"bank"_qs);
    QVERIFY(f.bar.query().hasWords());
    QTest::keyClick(f.bar.field(), ' '); // changes nothing
    QTest::qWait(2 * SearchBar::typingMs);
    QCOMPARE(f.changed.size(), 1);
}

void TestPostSearchField::returnSearchesAtOnceThenLeaves()
{
    Fixture f;
    QVERIFY(f.active());
    QSignalSpy left(&f.bar, &SearchBar::left);
    QTest::keyClicks(f.bar.field(), u"rate"_qs);
    QTest::keyClick(f.bar.field(), Qt::Key_Return);
    QCOMPARE(f.changed.size(), 1);
    QCOMPARE(left.size(), 0);
    QTest::keyClick(f.bar.field(), Qt::Key_Return);
    QCOMPARE(f.changed.size(), 1);
    QCOMPARE(left.size(), 1);
    QCOMPARE(f.bar.field()->history(), QStringList{u"rate"_qs});
}

void TestPostSearchField::problemsAreSaidAndMarked()
{
    Fixture f;
    f.bar.setText(u"bank has:unicorn"_qs);
    QCOMPARE(f.bar.query().problems.size(), 1);
    QCOMPARE(f.bar.query().problems.first().subject, u"unicorn"_qs);
    QVERIFY(f.bar.query().hasWords()); // the rest is searched
    const QImage marked = f.bar.field()->grab().toImage();
    f.bar.field()->setProblems({});
    QVERIFY(f.bar.field()->grab().toImage() != marked);
    SearchStrip strip;
    auto *said = strip.findChild<QLabel *>(u"searchProblems"_qs);
    QVERIFY(said->isHidden());
    strip.setProblems(f.bar.query().problems);
    QVERIFY(!said->isHidden());
    QVERIFY2(said->text().contains(u"unicorn"_qs), qPrintable(said->text()));
    strip.setProblems({});
    QVERIFY(said->isHidden() && strip.isHidden());
}

void TestPostSearchField::placesOfCharactersAreFound()
{
    Fixture f;
    f.bar.field()->setClearButtonEnabled(false);
    f.bar.setText(u"wide words here"_qs);
    const int first = f.bar.field()->xOf(0);
    const int third = f.bar.field()->xOf(5);
    const int width = f.bar.field()->fontMetrics().horizontalAdvance(u"wide "_qs);
    // To within a letter: a click is rounded to the nearer edge.
    QVERIFY2(std::abs(third - first - width) <= f.bar.field()->fontMetrics().averageCharWidth(),
        qPrintable(u"%1 %2 %3"_qs.arg(first).arg(third).arg(width)));
}

void TestPostSearchField::proposalsReplaceTheirWord()
{
    Fixture f;
    QVERIFY(f.active());
    f.bar.field()->setNames(someNames());
    f.bar.field()->setText(u"банк "_qs);
    QTest::keyClicks(f.bar.field(), u"channel:dur"_qs);
    QTRY_VERIFY(f.popup()->isVisible());
    QCOMPARE(f.popup()->model()->rowCount(), 2);
    auto *completer = f.bar.field()->findChild<QCompleter *>(QString(), Qt::FindDirectChildrenOnly);
    Q_EMIT completer->activated(u"channel:durov"_qs);
    QCOMPARE(f.bar.field()->text(), u"банк channel:durov "_qs);
    f.popup()->hide();
}

void TestPostSearchField::downBringsTheLastSearches()
{
    Fixture f;
    QVERIFY(f.active());
    f.bar.field()->setHistory({u"newest"_qs, u"older"_qs});
    QTest::keyClick(f.bar.field(), Qt::Key_Down);
    QTRY_VERIFY(f.popup()->isVisible());
    QCOMPARE(f.popup()->model()->index(1, 0).data().toString(), u"older"_qs);
    auto *completer = f.bar.field()->findChild<QCompleter *>(QString(), Qt::FindDirectChildrenOnly);
    Q_EMIT completer->activated(u"older"_qs);
    QCOMPARE(f.bar.text(), u"older"_qs);
    QCOMPARE(f.changed.size(), 1);
    f.popup()->hide();
}

void TestPostSearchField::historyIsBounded()
{
    Fixture f;
    for (int i = 0; i < 30; ++i) {
        f.bar.field()->setText(u"search %1"_qs.arg(i));
        f.bar.field()->remember();
    }
    f.bar.field()->setText(u"search 20"_qs);
    f.bar.field()->remember();
    QCOMPARE(f.bar.field()->history().size(), SearchEdit::maxHistory);
    QCOMPARE(f.bar.field()->history().first(), u"search 20"_qs);
    QCOMPARE(f.bar.field()->history().count(u"search 20"_qs), 1);
}

void TestPostSearchField::escapeEndsThenClearsThenLeaves()
{
    Fixture f;
    QVERIFY(f.active());
    QSignalSpy cancelled(&f.bar, &SearchBar::cancelRequested);
    QSignalSpy left(&f.bar, &SearchBar::left);
    f.bar.setText(u"slow"_qs);
    f.bar.setSearching(true);
    QTest::keyClick(f.bar.field(), Qt::Key_Escape);
    QCOMPARE(cancelled.size(), 1);
    QCOMPARE(f.bar.field()->text(), u"slow"_qs);
    f.bar.setSearching(false);
    QTest::keyClick(f.bar.field(), Qt::Key_Escape);
    QVERIFY(f.bar.field()->text().isEmpty());
    QCOMPARE(f.changed.size(), 2);
    QTest::keyClick(f.bar.field(), Qt::Key_Escape);
    QCOMPARE(left.size(), 1);
}

void TestPostSearchField::findsAWiderSearch_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("wider");
    QTest::newRow("word") << u"инвест"_qs << u"инвест*"_qs;
    QTest::newRow("last of two") << u"bank rat "_qs << u"bank rat*"_qs;
    QTest::newRow("prefix already") << u"rat*"_qs << QString();
    QTest::newRow("phrase") << u"\"a rat\""_qs << QString();
    QTest::newRow("filter") << u"has:photo"_qs << QString();
    QTest::newRow("nothing") << QString() << QString();
}

void TestPostSearchField::findsAWiderSearch()
{
    QFETCH(QString, typed);
    QTEST(widerSearch(typed, readSearch(typed)), "wider");
}

void TestPostSearchField::helpExamplesAreUnderstood()
{
    QWidget parent;
    auto *help = new SearchHelp(&parent);
    QSignalSpy chosen(help, &SearchHelp::exampleChosen);
    const QList<QAbstractButton *> examples = help->findChildren<QAbstractButton *>();
    QVERIFY(examples.size() > 15);
    for (QAbstractButton *example : examples) {
        const SearchQuery query = readSearch(example->text());
        QVERIFY2(query.problems.isEmpty() && !query.isEmpty(), qPrintable(example->text()));
    }
    examples.first()->click();
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first().first().toString(), examples.first()->text());
}

void TestPostSearchField::namesASearch()
{
    SearchStrip strip;
    QSignalSpy saved(&strip, &SearchStrip::saveRequested);
    QSignalSpy closed(&strip, &SearchStrip::closed);
    auto *name = strip.findChild<QLineEdit *>(u"searchName"_qs);
    strip.askName({0, {}, u"bank has:photo"_qs});
    QVERIFY(strip.isAsking());
    QCOMPARE(name->text(), u"bank has:photo"_qs);
    name->setText(u"   "_qs);
    QTest::keyClick(name, Qt::Key_Return);
    QVERIFY(strip.isAsking()); // it needs a name
    name->setText(u" Banks "_qs);
    QTest::keyClick(name, Qt::Key_Return);
    QCOMPARE(saved.size(), 1);
    QCOMPARE(saved.first().first().value<SavedSearch>(), (SavedSearch{0, u"Banks"_qs, u"bank has:photo"_qs}));
    QCOMPARE(closed.size(), 1);
    strip.askName({0, {}, u"x"_qs});
    QTest::keyClick(name, Qt::Key_Escape);
    QCOMPARE(saved.size(), 1);
    QVERIFY(!strip.isAsking());
}

QTEST_MAIN(TestPostSearchField)
#include "tst_postsearchfield.moc"
