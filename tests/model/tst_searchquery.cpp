// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QRandomGenerator>
#include <QtTest>

#include "core/model/searchquery.h"

using namespace vestnik;

namespace {

constexpr qint64 now = 1'779'278'400'000; // 2026-05-20T12:00:00Z
constexpr qint64 day = 86'400'000;
constexpr qint64 today = now - day / 2;

const char *fieldName(SearchField field)
{
    static const char *const names[] = {
        "channel", "folder", "from", "author", "before", "after", "on", "has", "is", "views", "lang", "tag"};
    return names[static_cast<int>(field)];
}

/// Short form: word, word*, "phrase", <sign>, field:value, -(…), (a & b), (a | b).
QString shown(const SearchNode &node)
{
    QStringList parts;
    for (const SearchNode &child : node.children) {
        parts.append(shown(child));
    }
    switch (node.kind) {
    case SearchNode::Kind::All:
        return QLatin1Char('(') + parts.join(QLatin1String(" & ")) + QLatin1Char(')');
    case SearchNode::Kind::Any:
        return QLatin1Char('(') + parts.join(QLatin1String(" | ")) + QLatin1Char(')');
    case SearchNode::Kind::Not:
        return QLatin1Char('-') + parts.join(QString());
    case SearchNode::Kind::Word:
        return node.text;
    case SearchNode::Kind::Prefix:
        return node.text + QLatin1Char('*');
    case SearchNode::Kind::Phrase:
        return QLatin1Char('"') + node.text + QLatin1Char('"');
    case SearchNode::Kind::Sign:
        return QLatin1Char('<') + node.text + QLatin1Char('>');
    case SearchNode::Kind::Filter:
        break;
    }
    return QLatin1String(fieldName(node.field)) + QLatin1Char(':') + node.text;
}

SearchQuery parsed(const QString &typed)
{
    return parseSearch(typed, now, QTimeZone::utc());
}

/// The only filter of a query.
SearchNode filterOf(const QString &typed)
{
    const SearchQuery query = parsed(typed);
    return query.problems.isEmpty() && query.root.children.size() == 1 ? query.root.children.first() : SearchNode();
}

void checkPlaces(const SearchNode &node, int from, int to)
{
    QVERIFY(node.offset >= from && node.length >= 0 && node.offset + node.length <= to);
    for (const SearchNode &child : node.children) {
        checkPlaces(child, node.offset, node.offset + node.length);
    }
}

} // namespace

class TestSearchQuery final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void treeIsRead_data();
    void treeIsRead();
    void problemsHaveTheirPlace_data();
    void problemsHaveTheirPlace();
    void everyProblemHasASentence();
    void datesAreDaysOfTheZone_data();
    void datesAreDaysOfTheZone();
    void zoneMoves();
    void viewsAreRanges_data();
    void viewsAreRanges();
    void valuesHaveOneName();
    void tooLongIsCut();
    void deepNestingEnds();
    void knowsWhetherThereAreWords();
    void nothingBreaksIt();
    void hitsAreMarked_data();
    void hitsAreMarked();
};

void TestSearchQuery::treeIsRead_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("tree");
    const auto row = [](const char *typed, const char *tree) {
        QTest::newRow(typed) << QString::fromUtf8(typed) << QString::fromUtf8(tree);
    };
    row("", "()");
    row("  \t ", "()");
    row("банк", "(банк)");
    row("банк рубль", "(банк & рубль)");
    row("банк AND рубль", "(банк & рубль)");
    row("or and", "(or & and)");
    row("a OR b", "((a | b))");
    row("a ИЛИ b", "((a | b))");
    row("a | b", "((a | b))");
    row("a|b|c", "((a | b | c))");
    row("x a OR b y", "(x & (a | b) & y)");
    row("a OR -b", "((a | -b))");
    row("(a b) OR c", "(((a & b) | c))");
    row("(a OR b) c", "((a | b) & c)");
    row("(a OR b) OR c", "(((a | b) | c))");
    row("((a))", "(a)");
    row("()", "()");
    row("f(x)", "(f & x)");
    row("-a", "(-a)");
    row("−a", "(-a)");
    row("-(a b)", "(-(a & b))");
    row("-(-a)", "(a)");
    row("-\"a b\"", "(-\"a b\")");
    row("-has:photo", "(-has:photo)");
    row("\"новости дня\"", "(\"новости дня\")");
    row("“новости дня”", "(\"новости дня\")");
    row("a\"b\"c", "(a & \"b\" & c)");
    row("\"\"", "()");
    row("\"🔥\"", "(<🔥>)");
    row("банк*", "(банк*)");
    row("нью-йор*", "(нью-йор*)");
    row("«банк»,", "(банк)");
    row("+банк", "(банк)");
    row("+7", "(<+7>)");
    row("🔥", "(<🔥>)");
    row("$100", "(<$100>)");
    row("#тег", "(<#тег>)");
    row("@name", "(<@name>)");
    row("C++", "(<C++>)");
    row("100%", "(<100%>)");
    row("—", "(<—>)");
    row("e-mail", "(e-mail)");
    row("12:30", "(12:30)");
    row("https://t.me/a?b=c", "(https://t.me/a?b=c)");
    row("Итог: рост", "(Итог & рост)");
    row("channel:@durov", "(channel:@durov)");
    row("CHANNEL:x", "(channel:x)");
    row("канал:\"РБК Новости\"", "(channel:РБК Новости)");
    row("folder:a папка:b", "(folder:a & folder:b)");
    row("from:a от:b", "(from:a & from:b)");
    row("author:a автор:b", "(author:a & author:b)");
    row("has:link есть:ссылка", "(has:link & has:ссылка)");
    row("is:unread это:непрочитанное", "(is:unread & is:непрочитанное)");
    row("lang:ru язык:русский", "(lang:ru & lang:русский)");
    row("tag:a метка:\"b c\"", "(tag:a & tag:b c)");
    row("views:>10k просмотры:<5", "(views:>10k & views:<5)");
    row("before:today до:вчера", "(before:today & before:вчера)");
    row("after:7d после:2w", "(after:7d & after:2w)");
    row("on:2026 date:2026-05 дата:12.05.2026", "(on:2026 & on:2026-05 & on:12.05.2026)");
}

void TestSearchQuery::treeIsRead()
{
    QFETCH(QString, typed);
    QFETCH(QString, tree);
    const SearchQuery query = parsed(typed);
    QCOMPARE(shown(query.root), tree);
    QVERIFY(query.problems.isEmpty());
    QCOMPARE(query.isEmpty(), tree == QLatin1String("()"));
    checkPlaces(query.root, 0, static_cast<int>(typed.size()));
}

void TestSearchQuery::problemsHaveTheirPlace_data()
{
    using Kind = SearchProblem::Kind;
    QTest::addColumn<QString>("typed");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("subject");
    QTest::addColumn<QString>("place"); // what stands there
    QTest::addColumn<int>("offset");
    QTest::addColumn<QString>("tree");
    const auto row = [](const char *typed, Kind kind, const char *subject, const char *place, int offset,
                         const char *tree) {
        QTest::newRow(typed) << QString::fromUtf8(typed) << static_cast<int>(kind) << QString::fromUtf8(subject)
                             << QString::fromUtf8(place) << offset << QString::fromUtf8(tree);
    };
    row("a \"b c", Kind::UnclosedQuote, "", "\"", 2, "(a & \"b c\")");
    row("(a b", Kind::UnclosedParenthesis, "", "(", 0, "((a & b))");
    row("a) b", Kind::StrayParenthesis, "", ")", 1, "(a & b)");
    row("channel: a", Kind::EmptyFilter, "channel", "channel:", 0, "(a)");
    row("a канал:\"\"", Kind::EmptyFilter, "канал", "канал:\"\"", 2, "(a)");
    row("channel:*", Kind::EmptyFilter, "channel", "channel:*", 0, "()");
    row("foo:bar", Kind::UnknownField, "foo", "foo", 0, "(foo:bar)");
    row("a has:dog", Kind::UnknownValue, "dog", "dog", 6, "(a)");
    row("is:\"x y\"", Kind::UnknownValue, "x y", "\"x y\"", 3, "()");
    row("lang:xx", Kind::UnknownValue, "xx", "xx", 5, "()");
    row("before:soon", Kind::BadDate, "soon", "soon", 7, "()");
    row("on:31.02.2026", Kind::BadDate, "31.02.2026", "31.02.2026", 3, "()");
    row("on:2026-13", Kind::BadDate, "2026-13", "2026-13", 3, "()");
    row("on:1066", Kind::BadDate, "1066", "1066", 3, "()");
    row("views:many", Kind::BadNumber, "many", "many", 6, "()");
    row("views:9..3", Kind::BadNumber, "9..3", "9..3", 6, "()");
    row("views:<0", Kind::BadNumber, "<0", "<0", 6, "()");
    row("OR a", Kind::LonelyOr, "", "OR", 0, "(a)");
    row("a OR", Kind::LonelyOr, "", "OR", 2, "(a)");
    row("a (b |) c", Kind::LonelyOr, "", "|", 5, "(a & b & c)");
    row("a - b", Kind::LonelyMinus, "", "-", 2, "(a & b)");
    row("a --b", Kind::LonelyMinus, "", "-", 2, "(a & -b)");
    row("a -()", Kind::LonelyMinus, "", "-", 2, "(a)");
    row("a * b", Kind::LonelyStar, "", "*", 2, "(a & b)");
    row("*ab", Kind::LonelyStar, "", "*", 0, "(ab)");
    row("c++*", Kind::LonelyStar, "", "*", 3, "(<c++>)");
}

void TestSearchQuery::problemsHaveTheirPlace()
{
    QFETCH(QString, typed);
    QFETCH(int, kind);
    QFETCH(QString, subject);
    QFETCH(QString, place);
    QFETCH(int, offset);
    QFETCH(QString, tree);
    const SearchQuery query = parsed(typed);
    QCOMPARE(query.problems.size(), 1);
    const SearchProblem &problem = query.problems.first();
    QCOMPARE(static_cast<int>(problem.kind), kind);
    QCOMPARE(problem.subject, subject);
    QCOMPARE(problem.offset, offset);
    QCOMPARE(typed.mid(problem.offset, problem.length), place);
    QCOMPARE(shown(query.root), tree);
}

void TestSearchQuery::everyProblemHasASentence()
{
    using Kind = SearchProblem::Kind;
    QSet<QString> sentences;
    for (int kind = 0; kind <= static_cast<int>(Kind::TooLong); ++kind) {
        const QString sentence = QString::fromUtf8(searchProblemTemplate(static_cast<Kind>(kind)));
        QVERIFY(sentence.endsWith(QLatin1Char('.')));
        sentences.insert(sentence);
    }
    QCOMPARE(sentences.size(), static_cast<int>(Kind::TooLong) + 1);
}

void TestSearchQuery::datesAreDaysOfTheZone_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<qint64>("from");
    QTest::addColumn<qint64>("to");
    QTest::newRow("before today") << QStringLiteral("before:today") << qint64(0) << today;
    QTest::newRow("after today") << QStringLiteral("after:today") << today << qint64(0);
    QTest::newRow("on today") << QStringLiteral("on:сегодня") << today << today + day;
    QTest::newRow("on yesterday") << QStringLiteral("on:yesterday") << today - day << today;
    QTest::newRow("7d") << QStringLiteral("after:7d") << today - 7 * day << qint64(0);
    QTest::newRow("before 7d") << QStringLiteral("before:7д") << qint64(0) << today - 7 * day;
    QTest::newRow("2w") << QStringLiteral("after:2w") << today - 14 * day << qint64(0);
    QTest::newRow("1m is 30 days in April") << QStringLiteral("after:1m") << today - 30 * day << qint64(0);
    QTest::newRow("1y") << QStringLiteral("after:1г") << today - 365 * day << qint64(0);
    QTest::newRow("a day") << QStringLiteral("on:2026-05-01") << today - 19 * day << today - 18 * day;
    QTest::newRow("a day with dots") << QStringLiteral("on:1.5.2026") << today - 19 * day << today - 18 * day;
    QTest::newRow("a month") << QStringLiteral("on:2026-05") << today - 19 * day << today + 12 * day;
    QTest::newRow("a month with dots") << QStringLiteral("on:05.2026") << today - 19 * day << today + 12 * day;
    QTest::newRow("after a month began") << QStringLiteral("after:2026-05") << today - 19 * day << qint64(0);
    QTest::newRow("before a month") << QStringLiteral("before:2026-05") << qint64(0) << today - 19 * day;
    QTest::newRow("a year") << QStringLiteral("on:2026") << today - 139 * day << today + 226 * day;
}

void TestSearchQuery::datesAreDaysOfTheZone()
{
    QFETCH(QString, typed);
    QFETCH(qint64, from);
    QFETCH(qint64, to);
    const SearchNode filter = filterOf(typed);
    QCOMPARE(filter.kind, SearchNode::Kind::Filter);
    QCOMPARE(filter.from, from);
    QCOMPARE(filter.to, to);
}

void TestSearchQuery::zoneMoves()
{
    const QTimeZone moscow(3 * 3600);
    const SearchQuery query = parseSearch(QStringLiteral("on:2026-05-20"), now, moscow);
    QCOMPARE(query.root.children.first().from, today - 3 * 3'600'000);
    // 23:00 UTC is the next day there.
    const SearchQuery late = parseSearch(QStringLiteral("on:today"), today + 23 * 3'600'000, moscow);
    QCOMPARE(late.root.children.first().from, today + 21 * 3'600'000);
}

void TestSearchQuery::viewsAreRanges_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<qint64>("from");
    QTest::addColumn<qint64>("to");
    const auto row = [](const char *typed, qint64 from, qint64 to) {
        QTest::newRow(typed) << QString::fromUtf8(typed) << from << to;
    };
    row(">10000", 10'001, -1);
    row(">=10k", 10'000, -1);
    row(">=10К", 10'000, -1);
    row("<500", 0, 499);
    row("<=500", 0, 500);
    row("1000..5000", 1000, 5000);
    row("1k..1.5M", 1000, 1'500'000);
    row("100..", 100, -1);
    row("..100", 0, 100);
    row("42", 42, 42);
    row(">1,25тыс.", 1251, -1);
    row(">2млн", 2'000'001, -1);
}

void TestSearchQuery::viewsAreRanges()
{
    QFETCH(QString, typed);
    QFETCH(qint64, from);
    QFETCH(qint64, to);
    const SearchNode filter = filterOf(QLatin1String("views:") + typed);
    QCOMPARE(filter.kind, SearchNode::Kind::Filter);
    QCOMPARE(filter.from, from);
    QCOMPARE(filter.to, to);
}

void TestSearchQuery::valuesHaveOneName()
{
    QCOMPARE(canonicalSearchValue(SearchField::Has, QStringLiteral("Фото")), QStringLiteral("photo"));
    QCOMPARE(canonicalSearchValue(SearchField::Is, QStringLiteral("избранное")), QStringLiteral("starred"));
    QCOMPARE(canonicalSearchValue(SearchField::Lang, QStringLiteral("UA")), QStringLiteral("uk"));
    QVERIFY(canonicalSearchValue(SearchField::Has, QStringLiteral("starred")).isEmpty());
    QVERIFY(canonicalSearchValue(SearchField::Tag, QStringLiteral("photo")).isEmpty());
}

void TestSearchQuery::tooLongIsCut()
{
    QStringList words;
    for (int i = 0; i < 70; ++i) {
        words.append(QStringLiteral("w%1").arg(i, 2, 10, QLatin1Char('0')));
    }
    const QString many = words.join(QLatin1Char(' '));
    const SearchQuery query = parsed(many);
    QCOMPARE(query.root.children.size(), 64);
    QCOMPARE(query.problems.size(), 1);
    QCOMPARE(query.problems.first().kind, SearchProblem::Kind::TooLong);
    QCOMPARE(many.mid(query.problems.first().offset, 3), QStringLiteral("w64"));
    const SearchQuery wide = parsed(QString(2500, QLatin1Char('a')));
    QCOMPARE(wide.problems, (QList<SearchProblem>{{SearchProblem::Kind::TooLong, {}, 2000, 500}}));
    QCOMPARE(wide.root.children.first().text.size(), 2000);
}

void TestSearchQuery::deepNestingEnds()
{
    QString deep;
    for (int i = 0; i < 600; ++i) {
        deep += QLatin1String("-(");
    }
    const SearchQuery query = parsed(deep + QLatin1Char('a'));
    QVERIFY(!query.problems.isEmpty());
    QVERIFY(!query.isEmpty());
}

void TestSearchQuery::knowsWhetherThereAreWords()
{
    QVERIFY(parsed(QStringLiteral("a")).hasWords());
    QVERIFY(parsed(QStringLiteral("has:photo OR 🔥")).hasWords());
    QVERIFY(!parsed(QStringLiteral("has:photo -a")).hasWords());
    QVERIFY(!parsed(QString()).hasWords());
}

void TestSearchQuery::nothingBreaksIt()
{
    QRandomGenerator random(7);
    const QString alphabet = QString::fromUtf8("aбё \"\"-–(()|*:\\'\t\n@#$🔥\u0301OR AND has:is:views:>on:2026 ИЛИ");
    for (int round = 0; round < 20'000; ++round) {
        QString typed;
        const int size = random.bounded(30);
        for (int i = 0; i < size; ++i) {
            typed += random.bounded(20) == 0 ? QChar(static_cast<char16_t>(random.bounded(0x10000)))
                                             : alphabet.at(random.bounded(static_cast<int>(alphabet.size())));
        }
        const SearchQuery query = parsed(typed);
        checkPlaces(query.root, 0, static_cast<int>(typed.size()));
        int last = 0;
        for (const SearchProblem &problem : query.problems) {
            QVERIFY(problem.offset >= last && problem.length > 0);
            QVERIFY(problem.offset + problem.length <= typed.size());
            last = problem.offset;
        }
        for (const TextRange &hit : searchHits(query, typed)) {
            QVERIFY(hit.offset >= 0 && hit.length > 0 && hit.offset + hit.length <= typed.size());
        }
    }
}

void TestSearchQuery::hitsAreMarked_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("marked");
    const auto row = [](const char *typed, const char *text, const char *marked) {
        QTest::newRow(typed) << QString::fromUtf8(typed) << QString::fromUtf8(text)
                             << QString::fromUtf8(marked).split(QLatin1Char('/'), Qt::SkipEmptyParts);
    };
    row("банк", "Банки и банкир в банке", "Банки/банке");
    row("банк*", "Банки и банкир", "Банки/банкир");
    row("\"новости дня\"", "Новости — дня новости", "Новости — дня");
    row("ёлка", "Елки и ёлка", "Елки/ёлка");
    row("замок", "за\u0301мок!", "за\u0301мок");
    row("🔥", "🔥🔥 да", "🔥/🔥");
    row("🔥🔥", "🔥🔥🔥", "🔥🔥🔥");
    row("c++", "C++ и c", "C++");
    row("#тег", "#тег #тега тег", "#тег");
    row("-банк рубль", "банк рубль", "рубль");
    row("a OR b", "b c a", "b/a");
    row("нью-йорк", "Нью Йорка нет, Нью", "Нью Йорка");
    row("новости \"новости дня\"", "новости дня", "новости дня");
    row("has:photo", "photo", "");
    row("𝒳y", "a 𝒳y b", "𝒳y");
    row("", "text", "");
}

void TestSearchQuery::hitsAreMarked()
{
    QFETCH(QString, typed);
    QFETCH(QString, text);
    QFETCH(QStringList, marked);
    QStringList found;
    for (const TextRange &range : searchHits(parsed(typed), text)) {
        found.append(text.mid(range.offset, range.length));
    }
    QCOMPARE(found, marked);
}

QTEST_GUILESS_MAIN(TestSearchQuery)
#include "tst_searchquery.moc"
