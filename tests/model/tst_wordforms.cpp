// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>

#include "core/model/wordforms.h"

using namespace vestnik;

namespace {

QStringList formsOf(const QString &text)
{
    QStringList forms;
    for (const TextWord &word : WordForms::ofThread().words(text)) {
        forms.append(QString::fromUtf8(word.form));
    }
    return forms;
}

QString stemOf(const QString &word)
{
    const QList<TextWord> words = WordForms::ofThread().words(word);
    return words.size() == 1 ? QString::fromUtf8(words.first().stem) : QStringLiteral("(%1 words)").arg(words.size());
}

} // namespace

class TestWordForms final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wordsAreCut_data();
    void wordsAreCut();
    void formsShareTheirStem_data();
    void formsShareTheirStem();
    void differentWordsDiffer();
    void placesAreThoseOfTheText();
    void bytesAndUnitsAgree();
    void malformedBytesEndNoReading();
    void longWordsAreCutAlike();
    void beginningsOfFormsLeadToTheirStems();
    void stemsShareTheirBeginning();
    void foldedTextKeepsPlaces();
};

void TestWordForms::wordsAreCut_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("forms");
    const auto row = [](const char *name, const char *text, const char *forms) {
        QTest::newRow(name) << QString::fromUtf8(text)
                            << QString::fromUtf8(forms).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    };
    row("nothing", "", "");
    row("only signs", "!? — 🔥", "");
    row("case and yo", "ЁЖ Ежи", "еж ежи");
    row("decomposed yo", "е\u0308ж", "еж");
    row("decomposed short i", "чаи\u0306", "чай");
    row("decomposed yi", "і\u0308жак", "їжак");
    row("stress", "за\u0301мок", "замок");
    row("accents", "Café Ångström ναί", "cafe angstrom ναι");
    row("short i stays", "йод", "йод");
    row("hyphen", "e-mail Нью-Йорк", "e mail нью йорк");
    row("numbers", "12:30 1.5 2026г B2B", "12 30 1 5 2026г b2b");
    row("underscore", "some_name", "some name");
    row("apostrophe", "don't", "don t");
    row("soft hyphen", "сло\u00adво", "слово");
    row("joined emoji is no word", "👨\u200d👩\u200d👧", "");
    row("keycap is a number", "1\ufe0f\u20e3", "1");
    row("mark without a word", "\u0301 слово", "слово");
    row("full width", "ＡＢ", "ａｂ");
    row("chinese", "你好 世界", "你好 世界");
}

void TestWordForms::wordsAreCut()
{
    QFETCH(QString, text);
    QFETCH(QStringList, forms);
    QCOMPARE(formsOf(text), forms);
}

void TestWordForms::formsShareTheirStem_data()
{
    QTest::addColumn<QStringList>("forms");
    const auto row = [](const char *forms) {
        QTest::newRow(forms) << QString::fromUtf8(forms).split(QLatin1Char(' '));
    };
    row("банк банка банку банком банке банки банков банкам банками банках");
    row("книга книги книге книгу книгой книг книгам книгами");
    row("ёлка елки ёлкой елкам");
    row("новый нового новому новым новая новой новую новые новых новыми");
    row("заявил заявила заявили заявило");
    row("bank banks banked banking");
    row("happy happiness");
    row("run runs running");
    row("dying dies died");
    row("nationalization nationalize nationalized");
}

void TestWordForms::formsShareTheirStem()
{
    QFETCH(QStringList, forms);
    for (const QString &form : std::as_const(forms)) {
        QCOMPARE(stemOf(form), stemOf(forms.first()));
    }
}

void TestWordForms::differentWordsDiffer()
{
    QVERIFY(stemOf(QStringLiteral("банк")) != stemOf(QStringLiteral("банан")));
    QVERIFY(stemOf(QStringLiteral("рубль")) != stemOf(QStringLiteral("рубин")));
    QVERIFY(stemOf(QStringLiteral("policy")) != stemOf(QStringLiteral("police")));
    // What is not wholly of one alphabet has no rules.
    QCOMPARE(stemOf(QStringLiteral("банки2")), QStringLiteral("банки2"));
    QCOMPARE(stemOf(QStringLiteral("itи")), QStringLiteral("itи"));
    QCOMPARE(stemOf(QStringLiteral("їжаками")), QStringLiteral("їжаками"));
    QCOMPARE(stemOf(QStringLiteral("0hphotos")), QStringLiteral("0hphotos"));
}

void TestWordForms::placesAreThoseOfTheText()
{
    const QString text = QString::fromUtf8("🔥 Ёлка, за\u0301мок!");
    const QList<TextWord> words = WordForms::ofThread().words(text);
    QCOMPARE(words.size(), 2);
    QCOMPARE(text.mid(words.at(0).offset, words.at(0).length), QStringLiteral("Ёлка"));
    QCOMPARE(text.mid(words.at(1).offset, words.at(1).length), QString::fromUtf8("за\u0301мок"));
}

void TestWordForms::bytesAndUnitsAgree()
{
    const QString text = QString::fromUtf8("Ёж и BANKS’ 🔥 новостями 12:30 𝒳y ї́ Café");
    const QByteArray utf8 = text.toUtf8();
    QList<QByteArray> fromBytes;
    QStringList slices;
    WordForms::ofThread().read(
        std::string_view(utf8.constData(), static_cast<std::size_t>(utf8.size())), [&](const WordView &word) {
            fromBytes.append(QByteArray(word.stem.data(), static_cast<qsizetype>(word.stem.size())));
            slices.append(QString::fromUtf8(utf8.mid(word.begin, word.end - word.begin)));
            return true;
        });
    QList<QByteArray> fromUnits;
    QStringList pieces;
    for (const TextWord &word : WordForms::ofThread().words(text)) {
        fromUnits.append(word.stem);
        pieces.append(text.mid(word.offset, word.length));
    }
    QCOMPARE(fromBytes, fromUnits);
    QCOMPARE(slices, pieces);
    QCOMPARE(fromUnits.size(), 9);
}

void TestWordForms::malformedBytesEndNoReading()
{
    const QByteArray bytes("ab\xd0 cd\xff\xf0\x9f ef\xc0\x80 gh\xed\xa0\x80 \xe2\x82");
    QList<QByteArray> forms;
    WordForms::ofThread().read(
        std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())), [&forms](const WordView &word) {
            forms.append(QByteArray(word.form.data(), static_cast<qsizetype>(word.form.size())));
            return true;
        });
    QCOMPARE(forms, (QList<QByteArray>{"ab", "cd", "ef", "gh"}));
}

void TestWordForms::longWordsAreCutAlike()
{
    const QString longWord(500, QChar(u'щ'));
    const QList<TextWord> words = WordForms::ofThread().words(QString(longWord + QLatin1String(" a")));
    QCOMPARE(words.size(), 2);
    QCOMPARE(QString::fromUtf8(words.first().form), QString(WordForms::longest, QChar(u'щ')));
    QCOMPARE(words.first().length, 500);
}

/// Every ending of the rules behind many roots: whatever is typed of a form leads to its stem.
void TestWordForms::beginningsOfFormsLeadToTheirStems()
{
    const QStringList russianRoots = QStringLiteral("банк книг нов заяв стро красн делов а ум чита люб пе мо "
                                                    "тонн раненн сильн программ важн ехав чу")
                                         .split(QLatin1Char(' '));
    const QStringList russianEndings =
        QStringLiteral(" а я ы и у ю е о ой ей ом ем ами ями ах ях ов ев ый ий ая ое ые ого ему ому ыми ую ть ти л ла "
                       "ло ли ет ют ят ешь ишь ил ыла ена ите йте вши вшись ив ивши ывшись ся сь ется лась ость остью "
                       "остями ейший ейшего нный нная щий ющая емый анный енно ны но")
            .split(QLatin1Char(' '));
    const QStringList englishRoots = QStringLiteral("bank hop hope run happ sens ab rel oper pol cr d l t sk sky on ug "
                                                    "earl sing gen cap prob nation form valu decis viet as it ad be "
                                                    "agree fe ti rebel control fizz activ digit condition hesit")
                                         .split(QLatin1Char(' '));
    const QStringList englishEndings = QStringLiteral(
        " s es ed ing ings ly y ies ied ying er ers est eed eedly edly ingly ness fulness ful less "
        "ousness ously iveness ivity ive ility ibility ability ably ible able ation ational ator ization "
        "izer ize ency ancy ence ance ement ment ent ant ism ate ity ous al alism ality ally ical icate "
        "icity ative ative ion tional ogy ogist bly bility ping ped ning ned ling led")
                                           .split(QLatin1Char(' '));
    int checked = 0;
    for (const auto &[roots, endings] :
        {std::pair(russianRoots, russianEndings), std::pair(englishRoots, englishEndings)}) {
        for (const QString &root : roots) {
            for (const QString &ending : endings) {
                const QString form = root + ending;
                const QString stem = stemOf(form);
                for (int size = 1; size <= form.size(); ++size) {
                    const QByteArray prefix = form.left(size).toUtf8();
                    const bool found = stem.toUtf8().startsWith(prefix) || shorterStems(prefix).contains(stem.toUtf8());
                    QVERIFY2(found, qPrintable(form.left(size) + QLatin1String("* ") + form + u' ' + stem));
                    ++checked;
                }
                const QString shared = QString::fromUtf8(sharedBeginning(stem.toUtf8()));
                QVERIFY2(form.startsWith(shared), qPrintable(form + u' ' + stem + u' ' + shared));
            }
        }
    }
    QVERIFY(checked > 10'000);
}

void TestWordForms::stemsShareTheirBeginning()
{
    QCOMPARE(sharedBeginning(QByteArrayLiteral("happi")), QByteArrayLiteral("happ"));
    QCOMPARE(sharedBeginning(QByteArrayLiteral("die")), QByteArrayLiteral("d"));
    QCOMPARE(QString::fromUtf8(sharedBeginning(QStringLiteral("банк").toUtf8())), QStringLiteral("банк"));
}

void TestWordForms::foldedTextKeepsPlaces()
{
    const QString text = QString::fromUtf8("Чаи\u0306 🔥️!Ё");
    QList<int> places;
    const QString folded = foldedText(text, &places);
    QCOMPARE(folded, QString::fromUtf8("чай 🔥!е"));
    QCOMPARE(places.size(), folded.size() + 1);
    QCOMPARE(places.at(folded.indexOf(u'!')), text.indexOf(u'!'));
    QCOMPARE(places.last(), text.size());
}

QTEST_GUILESS_MAIN(TestWordForms)
#include "tst_wordforms.moc"
