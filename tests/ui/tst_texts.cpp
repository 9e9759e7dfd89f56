// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/texts.h"

#include <QDateTime>
#include <QLocale>
#include <QTest>

using namespace vestnik;

namespace {

const QChar thin(0x202F);

qint64 at(int year, int month, int day, int hour, int minute)
{
    return QDateTime(QDate(year, month, day), QTime(hour, minute)).toMSecsSinceEpoch();
}

} // namespace

class TestTexts final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale(QStringLiteral("en_GB"))); }

    void numbersFollowTheLanguage_data()
    {
        QTest::addColumn<QString>("locale");
        QTest::addColumn<qint64>("value");
        QTest::addColumn<QString>("text");
        QTest::newRow("English") << QStringLiteral("en_GB") << qint64(1234567) << QStringLiteral("1,234,567");
        QTest::newRow("Russian, thin spaces") << QStringLiteral(
            "ru_RU") << qint64(1234567) << QString(QStringLiteral("1%1234%1567")).replace(QStringLiteral("%1"), thin);
        QTest::newRow("small") << QStringLiteral("ru_RU") << qint64(42) << QStringLiteral("42");
        QTest::newRow("zero") << QStringLiteral("en_GB") << qint64(0) << QStringLiteral("0");
    }

    void numbersFollowTheLanguage()
    {
        QFETCH(QString, locale);
        QFETCH(qint64, value);
        QLocale::setDefault(QLocale(locale));
        QTEST(texts::number(value), "text");
    }

    void shortNumbersAreRoundedAsPeopleDo_data()
    {
        QTest::addColumn<qint64>("value");
        QTest::addColumn<QString>("text");
        QTest::newRow("0") << qint64(0) << QStringLiteral("0");
        QTest::newRow("999") << qint64(999) << QStringLiteral("999");
        QTest::newRow("1000") << qint64(1000) << QStringLiteral("1K");
        QTest::newRow("1234") << qint64(1234) << QStringLiteral("1.2K");
        QTest::newRow("12345") << qint64(12345) << QStringLiteral("12.3K");
        QTest::newRow("123456") << qint64(123456) << QStringLiteral("123K");
        QTest::newRow("not 1000K") << qint64(999950) << QStringLiteral("1M");
        QTest::newRow("1.2M") << qint64(1200000) << QStringLiteral("1.2M");
        QTest::newRow("billions") << qint64(3400000000) << QStringLiteral("3.4B");
        QTest::newRow("negative") << qint64(-1500) << QStringLiteral("-1.5K");
    }

    void shortNumbersAreRoundedAsPeopleDo()
    {
        QFETCH(qint64, value);
        QTEST(texts::shortNumber(value), "text");
    }

    void bytesHaveAUnit()
    {
        QCOMPARE(texts::bytes(0), QStringLiteral("0 bytes"));
        QCOMPARE(texts::bytes(1536), QStringLiteral("1.5 kB"));
        QCOMPARE(texts::bytes(1288490189), QStringLiteral("1.2 GB"));
        QLocale::setDefault(QLocale(QStringLiteral("ru_RU")));
        QVERIFY(texts::bytes(1288490189).startsWith(QStringLiteral("1,2")));
    }

    void durations_data()
    {
        QTest::addColumn<qint64>("ms");
        QTest::addColumn<QString>("clock");
        QTest::addColumn<QString>("words");
        QTest::newRow("zero") << qint64(0) << QStringLiteral("0:00") << QStringLiteral("0 s");
        QTest::newRow("45 s") << qint64(45'000) << QStringLiteral("0:45") << QStringLiteral("45 s");
        QTest::newRow("100 s") << qint64(100'000) << QStringLiteral("1:40") << QStringLiteral("1 min 40 s");
        QTest::newRow("2 min") << qint64(120'000) << QStringLiteral("2:00") << QStringLiteral("2 min");
        QTest::newRow("12:30") << qint64(750'000) << QStringLiteral("12:30") << QStringLiteral("12 min");
        QTest::newRow("2:05:09") << qint64(7'509'000) << QStringLiteral("2:05:09") << QStringLiteral("2 h 5 min");
        QTest::newRow("3 days") << qint64(3 * 86'400'000LL + 4 * 3'600'000LL) << QStringLiteral("76:00:00")
                                << QStringLiteral("3 d 4 h");
        QTest::newRow("negative") << qint64(-5000) << QStringLiteral("0:00") << QStringLiteral("0 s");
    }

    void durations()
    {
        QFETCH(qint64, ms);
        QTEST(texts::duration(ms), "clock");
        QTEST(texts::durationWords(ms), "words");
    }

    void whenIsSeenFromNow_data()
    {
        QTest::addColumn<qint64>("ms");
        QTest::addColumn<QString>("text");
        QTest::newRow("never") << qint64(0) << QStringLiteral("never");
        QTest::newRow("today") << at(2025, 6, 15, 14, 2) << QStringLiteral("today 14:02");
        QTest::newRow("just after midnight") << at(2025, 6, 15, 0, 0) << QStringLiteral("today 00:00");
        QTest::newRow("last minute of yesterday") << at(2025, 6, 14, 23, 59) << QStringLiteral("yesterday");
        QTest::newRow("tomorrow") << at(2025, 6, 16, 4, 0) << QStringLiteral("tomorrow 04:00");
        QTest::newRow("this year") << at(2025, 3, 12, 9, 0) << QStringLiteral("12 Mar");
        QTest::newRow("another year") << at(2024, 3, 12, 9, 0) << QStringLiteral("12 Mar 2024");
    }

    void whenIsSeenFromNow()
    {
        QFETCH(qint64, ms);
        QTEST(texts::when(ms, at(2025, 6, 15, 16, 30)), "text");
    }

    void whenKnowsRussianMonths()
    {
        QLocale::setDefault(QLocale(QStringLiteral("ru_RU")));
        QVERIFY(texts::when(at(2025, 11, 12, 9, 0), at(2025, 12, 1, 9, 0)).startsWith(QStringLiteral("12 нояб")));
    }

    void exactTimeHasSecondsAndZone()
    {
        const QString text = texts::exactTime(at(2025, 3, 12, 9, 5) + 7000);
        QVERIFY2(text.contains(QStringLiteral("12 March 2025, 09:05:07")), qPrintable(text));
        QVERIFY(text.endsWith(QDateTime::fromMSecsSinceEpoch(at(2025, 3, 12, 9, 5)).timeZoneAbbreviation()));
        QCOMPARE(texts::exactTime(0), QString());
    }

    void errorsNameTheirSubject()
    {
        QCOMPARE(texts::error(Error{ErrorCode::NoSuchName, QStringLiteral("@zarechye"), {}}),
            QStringLiteral("There is no channel named @zarechye."));
        QCOMPARE(texts::error(Error{ErrorCode::TimedOut, {}, {}}), QStringLiteral("(unknown) did not answer in time."));
        QCOMPARE(texts::error(Error{}), QString());
        QVERIFY(!texts::advice(Error{ErrorCode::ProxyFailed, {}, {}}).isEmpty());
        QCOMPARE(texts::advice(Error{ErrorCode::Cancelled, {}, {}}), QString());
    }

    void everyErrorCodeHasASentence()
    {
        for (int code = 1; code <= int(ErrorCode::Internal); ++code) {
            const QString text = texts::error(Error{static_cast<ErrorCode>(code), QStringLiteral("X"), {}});
            QVERIFY2(!text.isEmpty() && !text.contains(QLatin1Char('%')), qPrintable(QString::number(code)));
        }
    }

    void logArgumentsAreNotReadAgain()
    {
        LogEntry entry;
        entry.event = LogEvent::RunFinished;
        entry.args = {QStringLiteral("7"), QStringLiteral("%3"), QStringLiteral("5"), QStringLiteral("0")};
        QCOMPARE(
            texts::logText(entry), QStringLiteral("Run 7 finished: %3 posts added, 5 updated, 0 channels failed."));
    }

    void logLineHasSubjectAndError()
    {
        LogEntry entry;
        entry.event = LogEvent::ChannelFailed;
        entry.subject = QStringLiteral("@maker");
        entry.error = Error{ErrorCode::PreviewDisabled, QStringLiteral("@maker"), {}};
        QCOMPARE(
            texts::logLine(entry), QStringLiteral("@maker: Could not be read. The channel @maker has no web preview."));
        QCOMPARE(texts::logText(entry), QStringLiteral("Could not be read. The channel @maker has no web preview."));
    }

    void healthOfAChannelInWords()
    {
        ChannelRow row;
        QCOMPARE(texts::channelHealth(row), QStringLiteral("Never parsed"));
        row.health = ChannelHealth::Good;
        QCOMPARE(texts::channelHealth(row), QStringLiteral("Good"));
        row.health = ChannelHealth::Failing;
        row.error = Error{ErrorCode::TimedOut, QStringLiteral("t.me"), {}};
        row.failingSince = QDateTime::currentMSecsSinceEpoch() - 2 * 3'600'000LL - 1000;
        QCOMPARE(texts::channelHealth(row), QStringLiteral("Failing for 2 h: t.me did not answer in time."));
        row.active = false;
        QCOMPARE(texts::channelHealth(row), QStringLiteral("Paused"));
        row.parsing = true;
        QCOMPARE(texts::channelHealth(row), QStringLiteral("Reading now"));
    }

    void hostStateCountsDown()
    {
        HostState host;
        host.host = QStringLiteral("t.me");
        host.pausedUntil = 100'000;
        QCOMPARE(texts::hostState(host, 10'000), QStringLiteral("t.me is left alone for 1 min 30 s after failures."));
        host.pausedUntil = 0;
        host.waitingUntil = 27'000;
        QCOMPARE(texts::hostState(host, 10'000), QStringLiteral("t.me asked us to wait: 17 s left."));
    }
};

QTEST_MAIN(TestTexts)
#include "tst_texts.moc"
