// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/posts/postversions.h"
#include "ui/posts/richtexthtml.h"
#include "ui/posts/worddiff.h"
#include "ui/widgets/theme.h"

#include <QRandomGenerator>
#include <QTest>

#include <cmath>

using namespace vestnik;

namespace {

/// "same [-went-] {+came+}".
QString drawn(const QString &before, const QString &after)
{
    QString text;
    for (const DiffPart &part : wordDiff(before, after)) {
        switch (part.kind) {
        case DiffPart::Kind::Same:
            text += part.text;
            break;
        case DiffPart::Kind::Removed:
            text += u"[-"_qs + part.text + u"-]"_qs;
            break;
        case DiffPart::Kind::Added:
            text += u"{+"_qs + part.text + u"+}"_qs;
            break;
        }
    }
    return text;
}

QString side(const QList<DiffPart> &parts, DiffPart::Kind left)
{
    QString text;
    for (const DiffPart &part : parts) {
        text += part.kind == left ? QString() : part.text;
    }
    return text;
}

/// WCAG 2: relative luminance.
double luminance(const QColor &color)
{
    const auto linear = [](double c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

} // namespace

class TestPostVersions final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void comparesByWords_data();
    void comparesByWords();
    void bothTextsCanBeReadFromIt();
    void largeTextsAreComparedByLines();
    void whatIsTooLargeIsTakenAsAWhole();
    void changesAreShownNewestFirst();
    void textOfPostsIsEscaped();
    void groundsAreReadable();
};

void TestPostVersions::comparesByWords_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("expected");
    QTest::newRow("nothing") << QString() << QString() << QString();
    QTest::newRow("same") << u"Мост открыт."_qs << u"Мост открыт."_qs << u"Мост открыт."_qs;
    QTest::newRow("new") << QString() << u"one two"_qs << u"{+one two+}"_qs;
    QTest::newRow("emptied") << u"one two"_qs << QString() << u"[-one two-]"_qs;
    QTest::newRow("one word") << u"rate is 7 percent"_qs << u"rate is 8 percent"_qs << u"rate is [-7-]{+8+} percent"_qs;
    QTest::newRow("whole words") << u"банк"_qs << u"банка"_qs << u"[-банк-]{+банка+}"_qs;
    QTest::newRow("inserted") << u"open today"_qs << u"open again today"_qs << u"open {+again +}today"_qs;
    QTest::newRow("at the end") << u"open"_qs << u"open!"_qs << u"open{+!+}"_qs;
    QTest::newRow("line break") << u"a\nb"_qs << u"a b"_qs << u"a[-\n-]{+ +}b"_qs;
    QTest::newRow("emoji stays whole") << u"ok 🎉"_qs << u"ok 🎈"_qs << u"ok [-🎉-]{+🎈+}"_qs;
}

void TestPostVersions::comparesByWords()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    QTEST(drawn(before, after), "expected");
}

void TestPostVersions::bothTextsCanBeReadFromIt()
{
    QRandomGenerator random(17);
    const QStringList words{u"мост"_qs, u"bank"_qs, u"7"_qs, u"\n"_qs, u", "_qs, u" "_qs, u"🎉"_qs, u"ё"_qs};
    for (int round = 0; round < 300; ++round) {
        QString before;
        QString after;
        for (int i = 0; i < 40; ++i) {
            const QString word = words.at(random.bounded(int(words.size())));
            before += random.bounded(4) > 0 ? word : QString();
            after += random.bounded(4) > 0 ? word : QString();
        }
        const QList<DiffPart> parts = wordDiff(before, after);
        QCOMPARE(side(parts, DiffPart::Kind::Added), before);
        QCOMPARE(side(parts, DiffPart::Kind::Removed), after);
        for (qsizetype i = 1; i < parts.size(); ++i) {
            QVERIFY(parts.at(i).kind != parts.at(i - 1).kind);
            QVERIFY(!parts.at(i).text.isEmpty());
        }
    }
}

void TestPostVersions::largeTextsAreComparedByLines()
{
    QString before = u"first\n"_qs;
    QString after = u"last\n"_qs;
    for (int i = 0; i < 300; ++i) {
        const QString line = u"line %1 of words that are many\n"_qs.arg(i);
        before += line;
        after += line;
    }
    before += u"the end was here\n"_qs;
    after += u"the end is there\n"_qs;
    const QList<DiffPart> parts = wordDiff(before, after);
    QCOMPARE(parts.size(), 5);
    QCOMPARE(parts.at(0), (DiffPart{DiffPart::Kind::Removed, u"first\n"_qs}));
    QCOMPARE(parts.at(3), (DiffPart{DiffPart::Kind::Removed, u"the end was here\n"_qs}));
}

void TestPostVersions::whatIsTooLargeIsTakenAsAWhole()
{
    QString before;
    QString after;
    for (int i = 0; i < 5000; ++i) {
        before += u"a%1\n"_qs.arg(i);
        after += u"b%1\n"_qs.arg(i);
    }
    const QList<DiffPart> parts = wordDiff(before, after);
    QCOMPARE(parts.size(), 2);
    QCOMPARE(parts.at(0).text, before);
    QCOMPARE(parts.at(1).text, after);
}

void TestPostVersions::changesAreShownNewestFirst()
{
    PostVersions view;
    RichText present;
    present.text = u"third text"_qs;
    PostVersion second;
    second.replacedAt = 1'700'000'600'000;
    second.body.text = u"second text"_qs;
    PostVersion first;
    first.replacedAt = 1'700'000'000'000;
    first.body.text = u"first text"_qs;
    view.setVersions(present, {second, first});
    QVERIFY(view.toPlainText().isEmpty()); // compared when looked at
    view.show();
    QTRY_VERIFY(view.isDone());
    const QString text = view.toPlainText();
    const qsizetype newer = text.indexOf(u"secondthird text"_qs);
    const qsizetype older = text.indexOf(u"firstsecond text"_qs);
    QVERIFY2(newer >= 0 && older > newer, qPrintable(text));
    view.setVersions(present, {});
    QVERIFY(view.toPlainText().isEmpty());
}

void TestPostVersions::textOfPostsIsEscaped()
{
    const PostStyle style = PostStyle::of(Theme::palette(false));
    const QString html = versionHtml(u"<b>a</b>"_qs, u"<img src=x>"_qs, style);
    QVERIFY(!html.contains(u"<b>"_qs) && !html.contains(u"<img"_qs));
}

void TestPostVersions::groundsAreReadable()
{
    for (const bool dark : {false, true}) {
        QGuiApplication::setPalette(Theme::palette(dark));
        const PostStyle style = PostStyle::of(Theme::palette(dark));
        for (const QString &ground : {style.removedGround, style.addedGround}) {
            QVERIFY2(contrast(QColor(style.text), QColor(ground)) >= 4.5, qPrintable(ground));
        }
        QVERIFY(style.removedGround != style.addedGround);
    }
}

QTEST_MAIN(TestPostVersions)
#include "tst_postversions.moc"
