// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/croncommand.h"

#include <QDateTime>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>

#include <ctime>

using namespace vestnik;
using namespace vestnik::croncommand;
using namespace Qt::StringLiterals;

namespace {

qint64 secondsOf(const char *iso)
{
    return QDateTime::fromString(QString::fromLatin1(iso), Qt::ISODate).toSecsSinceEpoch();
}

Answer asked(const QStringList &words, qint64 now = secondsOf("2026-03-02T10:00:00Z"))
{
    const Options options = parseOptions(QStringList{u"cron"_s} + words);
    if (options.mode != Options::Mode::Cron) {
        return {-1, {}, options.error};
    }
    return answer(options, now);
}

QByteArray answered(const QByteArray &questions)
{
    Batch batch;
    const QByteArray answers = batch.take(questions);
    return answers + batch.finish();
}

} // namespace

class TestCronCommand final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void usage_data();
    void usage();
    void wordsAndFiresArePrinted();
    void theBeginningIsATimeOfTheZone_data();
    void theBeginningIsATimeOfTheZone();
    void theZoneOfTheComputerDoesNotMatter();
    void jsonIsOneObject();
    void aCaretStandsUnderTheProblem();
    void whatCannotBeUsedIsSaid();
    void batchAnswersEachLine();
    void batchTakesPiecesOfAnySize();
    void batchKeepsNothingOfLongLines();
    void batchAgreesWithTheVectors();
};

void TestCronCommand::usage_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("error");
    QTest::newRow("nothing") << QStringList{} << u"cron needs an expression"_s;
    QTest::newRow("count") << QStringList{u"--count"_s, u"0"_s, u"@daily"_s} << u"--count is a number"_s;
    QTest::newRow("count of words") << QStringList{u"--count=many"_s, u"@daily"_s} << u"--count is a number"_s;
    QTest::newRow("zone") << QStringList{u"@daily"_s, u"--zone"_s} << u"--zone needs a value"_s;
    QTest::newRow("both") << QStringList{u"--batch"_s, u"@daily"_s} << u"--batch goes alone"_s;
    QTest::newRow("batch in a zone") << QStringList{u"--batch"_s, u"--zone"_s, u"UTC"_s} << u"--batch goes alone"_s;
    QTest::newRow("another's option") << QStringList{u"--folder"_s, u"x"_s, u"@daily"_s} << u"unknown option"_s;
}

void TestCronCommand::usage()
{
    QFETCH(const QStringList, words);
    QFETCH(const QString, error);
    const Answer wrong = asked(words);
    QCOMPARE(wrong.code, -1);
    QVERIFY2(wrong.err.contains(error), qPrintable(wrong.err));
    QVERIFY(usageText().contains("vestnik cron "_L1));
}

void TestCronCommand::wordsAndFiresArePrinted()
{
    Answer result = asked({u"--zone"_s, u"Europe/Moscow"_s, u"--count"_s, u"2"_s, u"30 8 * * 1-5"_s});
    QCOMPARE(result.code, 0);
    QCOMPARE(result.out,
        u"every weekday at 08:30, Moscow time\n"
        "2026-03-03T08:30:00+03:00 Europe/Moscow\n"
        "2026-03-04T08:30:00+03:00 Europe/Moscow\n"_s);
    QCOMPARE(result.err, QString());
    // Without quotes, as a shell hands it over; west of Greenwich.
    result = asked({u"0"_s, u"0"_s, u"29"_s, u"2"_s, u"*"_s, u"--zone=America/St_Johns"_s});
    QCOMPARE(result.code, 0);
    QCOMPARE(result.out,
        u"on 29 February at 00:00, time of America/St Johns\n"
        "2028-02-29T00:00:00-03:30 America/St_Johns\n"
        "2032-02-29T00:00:00-03:30 America/St_Johns\n"_s);
    QCOMPARE(result.err, u"vestnik: no more fires within nine years\n"_s);
    result = asked({u"0 0 31 2 *"_s, u"--zone=UTC"_s});
    QCOMPARE(result.code, 0);
    QCOMPARE(result.out, u"on 31 February at 00:00, UTC\n"_s);
    QCOMPARE(result.err, u"vestnik: it does not fire within nine years\n"_s);
}

void TestCronCommand::theBeginningIsATimeOfTheZone_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("first");
    QTest::newRow("seconds") << QString::number(secondsOf("2026-03-01T00:00:30Z")) << u"2026-03-01T01:01:00+01:00"_s;
    QTest::newRow("with an offset") << u"2026-03-01T12:00:00+03:00"_s << u"2026-03-01T10:01:00+01:00"_s;
    QTest::newRow("UTC") << u"2026-03-01T12:00:00Z"_s << u"2026-03-01T13:01:00+01:00"_s;
    QTest::newRow("local") << u"2026-03-01T12:00:00"_s << u"2026-03-01T12:01:00+01:00"_s;
    QTest::newRow("local, to the minute") << u"2026-07-01T12:00"_s << u"2026-07-01T12:01:00+02:00"_s;
    QTest::newRow("a date") << u"2026-07-01"_s << u"2026-07-01T00:01:00+02:00"_s;
    QTest::newRow("in a gap") << u"2026-03-29T02:30:00"_s << u"2026-03-29T03:00:00+02:00"_s;
    QTest::newRow("twice") << u"2026-10-25T02:30:00"_s << u"2026-10-25T02:31:00+02:00"_s;
}

void TestCronCommand::theBeginningIsATimeOfTheZone()
{
    QFETCH(const QString, from);
    QFETCH(const QString, first);
    const Answer result = asked({u"--zone=Europe/Berlin"_s, u"--from"_s, from, u"--count=1"_s, u"* * * * *"_s});
    QCOMPARE(result.err, QString());
    QCOMPARE(result.out, u"every minute\n"_s + first + u" Europe/Berlin\n"_s);
}

void TestCronCommand::theZoneOfTheComputerDoesNotMatter()
{
    // Where the computer itself has the gap.
    const QByteArray before = qgetenv("TZ");
    qputenv("TZ", "Europe/Berlin");
    tzset();
    const Answer here =
        asked({u"--zone=Europe/Berlin"_s, u"--from=2026-03-29T02:30:00"_s, u"--count=1"_s, u"@hourly"_s});
    const Answer there = asked({u"--zone=UTC"_s, u"--from=2026-03-29T02:30:00"_s, u"--count=1"_s, u"@hourly"_s});
    qputenv("TZ", before);
    tzset();
    QCOMPARE(here.out, u"every hour\n2026-03-29T03:00:00+02:00 Europe/Berlin\n"_s);
    QCOMPARE(there.out, u"every hour\n2026-03-29T03:00:00+00:00 UTC\n"_s);
}

void TestCronCommand::jsonIsOneObject()
{
    const Answer result = asked({u"--json"_s, u"--zone=Asia/Kolkata"_s, u"--count=1"_s, u"@daily"_s});
    const QJsonObject object = QJsonDocument::fromJson(result.out.toUtf8()).object();
    QCOMPARE(object.value("words"_L1).toString(), u"every day at 00:00, time of Asia/Kolkata"_s);
    QCOMPARE(object.value("zone"_L1).toString(), u"Asia/Kolkata"_s);
    QCOMPARE(object.value("expression"_L1).toString(), u"@daily"_s);
    QCOMPARE(object.value("from"_L1).toInteger(), secondsOf("2026-03-02T10:00:00Z"));
    const QJsonArray fires = object.value("fires"_L1).toArray();
    QCOMPARE(fires.size(), 1);
    QCOMPARE(fires.at(0)["at"_L1].toInteger(), secondsOf("2026-03-02T18:30:00Z"));
    QCOMPARE(fires.at(0)["local"_L1].toString(), u"2026-03-03T00:00:00+05:30"_s);
}

void TestCronCommand::aCaretStandsUnderTheProblem()
{
    Answer result = asked({u"0 24 * * *"_s});
    QCOMPARE(result.code, 2);
    QCOMPARE(result.out, QString());
    QCOMPARE(result.err, u"vestnik: hour: must be from 0 to 23\n  0 24 * * *\n    ^^\n"_s);
    result = asked({u"0 0\t1 1"_s});
    QCOMPARE(result.err,
        u"vestnik: five fields are needed: minute, hour, day of month, month, day of week\n  0 0 1 1\n         ^\n"_s);
    QCOMPARE(asked({QString()}).code, 2);
    QCOMPARE(asked({QString(100'000, u'*')}).code, 2);
    QVERIFY(asked({QString(100'000, u'*')}).err.size() < 1000);
}

void TestCronCommand::whatCannotBeUsedIsSaid()
{
    for (const QString &zone : {u"Mars/Base"_s, u"../UTC"_s, u"/etc/passwd"_s, u"Europe"_s}) {
        const Answer result = asked({u"--zone"_s, zone, u"@daily"_s});
        QCOMPARE(result.code, 2);
        QVERIFY2(result.err.startsWith(u"vestnik: "_s + zone + u": "_s), qPrintable(result.err));
    }
    for (const QString &from : {u"yesterday"_s, u"2026-02-30"_s, u"99999999999999999999"_s, u"9999999999"_s,
             u"2026-01-01T25:00"_s, u"2026-01-01T12:00+99:00"_s, u"12:00"_s}) {
        const Answer result = asked({u"--from"_s, from, u"@daily"_s});
        QCOMPARE(result.code, 2);
        QVERIFY(result.err.contains("--from is"_L1));
    }
}

void TestCronCommand::batchAnswersEachLine()
{
    QCOMPARE(answered("Asia/Kolkata\t1901314841\t13 13 * * *\n"),
        "1901346180,1901432580,1901518980,1901605380,1901691780\n");
    QCOMPARE(answered("UTC\t0\t0 0 31 2 *\nUTC\t0\t@yearly\r\n"), "\n31536000,63072000,94694400,126230400,157766400\n");
    // Tabs part fields, too; the last line may have no end.
    QCOMPARE(answered("UTC\t-60\t0\t0\t1\t1\t*"), "0,31536000,63072000,94694400,126230400\n");
    QCOMPARE(answered(""), "");
    const QList<QByteArray> answers = answered("\n"
                                               "UTC\t0\n"
                                               "UTC\t0\t60 * * * *\n"
                                               "Mars/Base\t0\t@daily\n"
                                               "\t0\t@daily\n"
                                               "UTC\tnow\t@daily\n"
                                               "UTC\t99999999999999\t@daily\n"
                                               "UTC\t0\t\xff\xfe * * * *\n"
                                               "UTC\t0\t\xef\xbb\xbf@daily\n"
                                               "UTC\t0\t@daily\n")
                                          .split('\n');
    QCOMPARE(answers.size(), 11);
    for (int i = 0; i < 9; ++i) {
        QVERIFY2(answers.at(i).startsWith("error: "), answers.at(i).constData());
        QVERIFY(answers.at(i).size() > 10);
    }
    QCOMPARE(answers.at(2), "error: minute: must be from 0 to 59");
    QCOMPARE(answers.at(9), "86400,172800,259200,345600,432000");
}

void TestCronCommand::batchTakesPiecesOfAnySize()
{
    QByteArray questions;
    for (int i = 0; i < 300; ++i) {
        questions += "Europe/Berlin\t" + QByteArray::number(1'700'000'000 + i * 86'400) + "\t"
            + QByteArray::number(i % 70) + " 2 * * *\n";
    }
    const QByteArray expected = answered(questions);
    QCOMPARE(expected.count('\n'), 300);
    QCOMPARE(expected.count("error"), 40); // 60 to 69, four times
    QRandomGenerator random(5);
    Batch batch;
    QByteArray got;
    for (qsizetype done = 0; done < questions.size();) {
        const qsizetype size = std::min<qsizetype>(questions.size() - done, random.bounded(100));
        got += batch.take(QByteArrayView(questions).sliced(done, size));
        done += size;
        // What is whole is answered at once.
        QCOMPARE(got.count('\n'), questions.first(done).count('\n'));
    }
    QCOMPARE(got + batch.finish(), expected);
}

void TestCronCommand::batchKeepsNothingOfLongLines()
{
    Batch batch;
    QCOMPARE(batch.take("UTC\t0\t"), "");
    for (int i = 0; i < 1000; ++i) {
        QCOMPARE(batch.take(QByteArray(10'000, '1')), "");
    }
    QCOMPARE(batch.take("\nUTC\t0\t@daily\n"), "error: the line is too long\n86400,172800,259200,345600,432000\n");
    QCOMPARE(batch.take(QByteArray(Batch::longestLine + 1, 'x')), "");
    QCOMPARE(batch.finish(), "error: the line is too long\n");
}

void TestCronCommand::batchAgreesWithTheVectors()
{
    QFile file(QStringLiteral(VESTNIK_SOURCE_DIR "/tests/data/cron/vectors.tsv"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QByteArray questions;
    QByteArray expected;
    while (!file.atEnd()) {
        const QList<QByteArray> row = file.readLine().split('\t');
        if (row.size() >= 4 && !row.first().startsWith('#')) {
            questions += row.at(0) + '\t' + row.at(1) + '\t' + row.at(2) + '\n';
            expected += row.at(3) + '\n';
        }
    }
    QVERIFY(expected.count('\n') > 90);
    QCOMPARE(answered(questions), expected);
}

QTEST_GUILESS_MAIN(TestCronCommand)

#include "tst_croncommand.moc"
