// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/archive/jsoncutter.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace vestnik;

namespace {

struct Found {
    QList<QByteArray> pieces; ///< "path=text"
    bool good = false;
    QString error;
};

JsonCutter::Want wantMembersOfList(const QByteArrayList &path)
{
    if (path == QByteArrayList{"list"}) {
        return JsonCutter::Want::Announce;
    }
    return path.size() == 2 && path.first() == "list" ? JsonCutter::Want::Whole : JsonCutter::Want::Inside;
}

Found cut(const QByteArray &text, qsizetype portion, qsizetype limit = 1000)
{
    Found found;
    JsonCutter cutter(
        &wantMembersOfList,
        [&found](const JsonCutter::Piece &piece) {
            found.pieces.append(
                piece.path.join('/') + (piece.want == JsonCutter::Want::Whole ? "=" : "!") + piece.json);
            return true;
        },
        limit);
    for (qsizetype at = 0; at < text.size(); at += portion) {
        const QByteArray part = text.mid(at, portion);
        const Result<bool> fed = cutter.feed(part.constData(), part.size());
        if (!fed) {
            found.error = fed.error().detail;
            return found;
        }
    }
    const Result<void> finished = cutter.finish();
    found.good = finished.has_value();
    found.error = finished ? QString() : finished.error().detail;
    return found;
}

} // namespace

class TestJsonCutter final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cutsWhateverThePortions();
    void brokenTexts_data();
    void brokenTexts();
    void tooLongIsSaid();
    void depthIsBounded();
    void endsWhenTold();
};

void TestJsonCutter::cutsWhateverThePortions()
{
    const QByteArray text =
        R"( {"a" : 1, "b\"x":{"list":[1,{}]}, "list" : [ {"t":"}]\"\\"} ,[ 1, [2] ],"s,\"", -1.5e3,true ,null,{}],
        "c":[], "d":{}, "e":"\u0041" } )";
    const QList<QByteArray> expected{"list!", R"(list/[]={"t":"}]\"\\"})", "list/[]=[ 1, [2] ]", R"(list/[]="s,\"")",
        "list/[]=-1.5e3", "list/[]=true", "list/[]=null", "list/[]={}"};
    for (qsizetype portion = 1; portion <= text.size(); ++portion) {
        const Found found = cut(text, portion);
        QVERIFY2(found.good, qPrintable(found.error));
        QCOMPARE(found.pieces, expected);
    }
}

void TestJsonCutter::brokenTexts_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text :
        {"", "{", "[1,", "{\"a\"}", "{\"a\":1,}", "[1 2]", "{]", "[}", "{\"a\" 1}", "{1:2}", "[,]", "[]x", "{}{}",
            "[\"a", "{\"list\":[{\"a\":1}", "{\"list\":[{]}", "\x00\x01", "nope!", "[1]]", "{\"a\":}"}) {
        QTest::addRow("%s", text) << QByteArray(text);
    }
}

void TestJsonCutter::brokenTexts()
{
    QFETCH(QByteArray, text);
    const Found found = cut(text, 3);
    QVERIFY(!found.good);
    QVERIFY2(found.error.contains(QLatin1String("byte")), qPrintable(found.error));
}

void TestJsonCutter::tooLongIsSaid()
{
    const QByteArray text =
        "{\"list\":[\"" + QByteArray(50, 'x') + "\", {\"a\":\"" + QByteArray(5000, 'y') + "\"}, 7]}";
    const Found found = cut(text, 7, 100);
    QVERIFY(found.good);
    QCOMPARE(
        found.pieces, (QList<QByteArray>{"list!", "list/[]=\"" + QByteArray(50, 'x') + '"', "list/[]=", "list/[]=7"}));
}

void TestJsonCutter::depthIsBounded()
{
    const Found deep = cut(QByteArray(100'000, '['), 4096);
    QVERIFY(!deep.good);
    QVERIFY2(deep.error.contains(QLatin1String("too deep")), qPrintable(deep.error));
    // What is cut out is only counted through: its parser has a bound of its own.
    const QByteArray inner = QByteArray(100'000, '[') + QByteArray(100'000, ']');
    const Found whole = cut("{\"list\":[" + inner + ",1]}", 4096, 1'000'000);
    QVERIFY(whole.good);
    QCOMPARE(whole.pieces.size(), 3);
    QCOMPARE(whole.pieces.at(1), "list/[]=" + inner);
    QJsonParseError error;
    QVERIFY(QJsonDocument::fromJson(inner, &error).isNull());
}

void TestJsonCutter::endsWhenTold()
{
    int taken = 0;
    JsonCutter cutter(
        &wantMembersOfList, [&taken](const JsonCutter::Piece &) { return ++taken < 3; }, 100);
    const QByteArray text = "{\"list\":[1,2,3,4,5,6]}";
    const Result<bool> fed = cutter.feed(text.constData(), text.size());
    QVERIFY(fed);
    QVERIFY(!*fed);
    QCOMPARE(taken, 3);
    QVERIFY(cutter.finish());
}

QTEST_GUILESS_MAIN(TestJsonCutter)
#include "tst_jsoncutter.moc"
