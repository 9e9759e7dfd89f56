// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/source/webpreview/addresses.h"
#include "core/source/webpreview/counters.h"

#include <QTest>

using namespace vestnik;

/// Numbers, times and addresses as the pages write them.
class PreviewValuesTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void countsAreRead_data();
    void countsAreRead();
    void durationsAreRead_data();
    void durationsAreRead();
    void timesAreRead_data();
    void timesAreRead();
    void addressesOfTelegramAreRead_data();
    void addressesOfTelegramAreRead();
    void stylesAreRead();
    void mapLinksAreRead();
    void pagingLinksAreRead();
};

void PreviewValuesTest::countsAreRead_data()
{
    QTest::addColumn<QString>("shown");
    QTest::addColumn<qint64>("value");
    QTest::addColumn<bool>("rounded");
    const auto row = [](const QString &shown, qint64 value, bool rounded) {
        QTest::newRow(qPrintable(shown.isEmpty() ? QStringLiteral("empty") : shown)) << shown << value << rounded;
    };
    row(QStringLiteral("0"), 0, false);
    row(QStringLiteral("436"), 436, false);
    row(QStringLiteral("1.2M"), 1200000, true);
    row(QStringLiteral("8.67M"), 8670000, true);
    row(QStringLiteral("1.09K"), 1090, true);
    row(QStringLiteral("15K"), 15000, true);
    row(QStringLiteral("436.6K"), 436600, true);
    row(QStringLiteral("2.345678K"), 2345, true);
    row(QStringLiteral("1.1B"), 1100000000, true);
    row(QStringLiteral("11 286 994"), 11286994, false);
    row(QStringLiteral("11\u00a0286\u202f994"), 11286994, false);
    row(QStringLiteral("11,286,994"), 11286994, false);
    row(QStringLiteral("1 K"), 1000, true);
    // -1: no number at all.
    row(QString(), -1, false);
    row(QStringLiteral("no"), -1, false);
    row(QStringLiteral("K"), -1, false);
    row(QStringLiteral("1K5"), -1, false);
    row(QStringLiteral("-5"), -1, false);
    row(QStringLiteral("1.2.3"), -1, false);
    row(QStringLiteral("99999999999999999999"), -1, false);
}

void PreviewValuesTest::countsAreRead()
{
    QFETCH(QString, shown);
    QFETCH(qint64, value);
    QFETCH(bool, rounded);
    const std::optional<Count> count = parseCount(shown);
    QCOMPARE(count.has_value(), value >= 0);
    if (count) {
        QCOMPARE(*count, (Count{value, shown, rounded}));
    }
}

void PreviewValuesTest::durationsAreRead_data()
{
    QTest::addColumn<QString>("shown");
    QTest::addColumn<int>("seconds");
    QTest::newRow("seconds") << QStringLiteral("0:09") << 9;
    QTest::newRow("minutes") << QStringLiteral("12:31") << 751;
    QTest::newRow("hours") << QStringLiteral("1:02:03") << 3723;
    QTest::newRow("number") << QStringLiteral("15") << -1;
    QTest::newRow("empty") << QString() << -1;
    QTest::newRow("words") << QStringLiteral("GIF") << -1;
    QTest::newRow("too many parts") << QStringLiteral("1:2:3:4") << -1;
    QTest::newRow("long number") << QStringLiteral("99999999:00") << -1;
}

void PreviewValuesTest::durationsAreRead()
{
    QFETCH(QString, shown);
    QFETCH(int, seconds);
    QCOMPARE(parseDuration(shown), seconds);
}

void PreviewValuesTest::timesAreRead_data()
{
    QTest::addColumn<QByteArray>("iso");
    QTest::addColumn<qint64>("ms");
    QTest::newRow("UTC") << QByteArray("2026-05-20T15:38:10+00:00") << qint64(1779291490000);
    QTest::newRow("Z") << QByteArray("2026-05-20T15:38:10Z") << qint64(1779291490000);
    QTest::newRow("offset") << QByteArray("2026-05-20T18:38:10+03:00") << qint64(1779291490000);
    QTest::newRow("offset without a colon") << QByteArray("2026-05-20T12:08:10-0330") << qint64(1779291490000);
    QTest::newRow("leap day") << QByteArray("2024-02-29T00:00:00+00:00") << qint64(1709164800000);
    QTest::newRow("nonsense") << QByteArray("2026-99-99T99:99") << qint64(0);
    QTest::newRow("empty") << QByteArray() << qint64(0);
    QTest::newRow("date only") << QByteArray("2026-05-20") << qint64(0);
    QTest::newRow("before the epoch") << QByteArray("1969-12-31T23:59:59+00:00") << qint64(0);
}

void PreviewValuesTest::timesAreRead()
{
    QFETCH(QByteArray, iso);
    QFETCH(qint64, ms);
    QCOMPARE(parseTime(iso.toStdString()), ms);
}

void PreviewValuesTest::addressesOfTelegramAreRead_data()
{
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<QString>("username");
    QTest::addColumn<MessageId>("id");
    QTest::addColumn<bool>("single");
    const auto row = [](const char *url, const char *username, MessageId id, bool single) {
        QTest::newRow(url) << QByteArray(url) << QString::fromLatin1(username) << id << single;
    };
    row("https://t.me/name/123", "name", 123, false);
    row("https://t.me/name/123?single", "name", 123, true);
    row("https://t.me/name/123?comment=5&single", "name", 123, true);
    row("https://telegram.me/s/name/9", "name", 9, false);
    row("/s/name?before=5", "name", 0, false);
    row("/name", "name", 0, false);
    row("https://t.me/name", "name", 0, false);
    row("tg://resolve?domain=name&post=4", "name", 4, false);
    row("https://t.me/+khrCMdYLrqNmM2I6", "", 0, false);
    row("https://t.me/joinchat/AAAA", "", 0, false);
    row("https://t.me/c/123/45", "", 0, false);
    row("https://example.org/name/5", "", 0, false);
    row("https://t.me/", "", 0, false);
    row("", "", 0, false);
    row("name/5", "", 0, false);
}

void PreviewValuesTest::addressesOfTelegramAreRead()
{
    QFETCH(QByteArray, url);
    QFETCH(QString, username);
    QFETCH(MessageId, id);
    QFETCH(bool, single);
    const TelegramAddress address = telegramAddress(url.toStdString());
    QCOMPARE(address.username, username);
    QCOMPARE(address.messageId, id);
    QCOMPARE(address.single, single);
}

void PreviewValuesTest::stylesAreRead()
{
    const std::string_view style = "width:600px;background-image:url('https://c.org/f.jpg');padding-top:133.33%";
    QCOMPARE(styleUrl(style), QStringLiteral("https://c.org/f.jpg"));
    QCOMPARE(styleNumber(style, "width"), 600.0);
    QCOMPARE(styleNumber(style, "padding-top"), 133.33);
    QCOMPARE(styleNumber("max-width:5px", "width"), 0.0);
    QCOMPARE(styleNumber("width", "width"), 0.0);
    QCOMPARE(styleUrl("background-image:url(\"//c.org/f\")"), QStringLiteral("https://c.org/f"));
    QCOMPARE(styleUrl("background-image:url(https://c.org/f)"), QStringLiteral("https://c.org/f"));
    QCOMPARE(styleUrl("background-image:url('data:image/svg+xml;base64,AA')"), QString());
    QCOMPARE(styleUrl("background-image:url("), QString());
    QCOMPARE(styleUrl("color:red"), QString());
}

void PreviewValuesTest::mapLinksAreRead()
{
    const auto point = mapPoint("https://maps.google.com/maps?q=-23.93,-44.08&ll=1,2&z=16");
    QVERIFY(point.has_value());
    QCOMPARE(point->first, -23.93);
    QCOMPARE(point->second, -44.08);
    QVERIFY(!mapPoint("https://maps.google.com/maps?q=here"));
    QVERIFY(!mapPoint("https://maps.google.com/maps?q=91,10"));
    QVERIFY(!mapPoint("https://maps.google.com/maps?q=nan,10"));
    QVERIFY(!mapPoint("https://maps.google.com/maps"));
    QVERIFY(mapPoint("https://maps.google.com/maps?q=Home&ll=55.5,37.5").has_value());
}

void PreviewValuesTest::pagingLinksAreRead()
{
    QCOMPARE(numberInQuery("/s/name?before=508", "before"), 508);
    QCOMPARE(numberInQuery("/s/name?q=x&after=7#top", "after"), 7);
    QCOMPARE(numberInQuery("/s/name?before=", "before"), 0);
    QCOMPARE(numberInQuery("/s/name?notbefore=5", "before"), 0);
    QCOMPARE(numberInQuery("/s/name", "before"), 0);
}

QTEST_GUILESS_MAIN(PreviewValuesTest)

#include "tst_previewvalues.moc"
