// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/previewhost/programrun.h"

#include <QFile>
#include <QFileInfo>
#include <QTest>

using namespace vestnik::test;
using namespace Qt::StringLiterals;

/// The real program.
class TestCommandCron final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itNeedsNoDataDirectory();
    void wrongExpressionsEndWithTwo();
    void theSystemsZoneCounts();
    void batchAnswersWhileItIsAsked();
    void batchAnswersManyLines();

private:
    Program m_program{QUrl()};
};

void TestCommandCron::itNeedsNoDataDirectory()
{
    const Finished run = m_program.run({u"cron"_s, u"--zone"_s, u"Europe/Moscow"_s, u"--from"_s,
        u"2026-03-02T10:00:00"_s, u"--count"_s, u"1"_s, u"30 8 * * 1-5"_s});
    QCOMPARE(run.code, 0);
    QCOMPARE(run.out, "every weekday at 08:30, Moscow time\n2026-03-03T08:30:00+03:00 Europe/Moscow\n");
    QCOMPARE(run.err, "");
    QVERIFY(!QFileInfo::exists(m_program.dataDir()));
}

void TestCommandCron::wrongExpressionsEndWithTwo()
{
    Finished run = m_program.run({u"cron"_s, u"0 24 * * *"_s});
    QCOMPARE(run.code, 2);
    QCOMPARE(run.out, "");
    QVERIFY(run.err.contains("\n    ^^\n"));
    run = m_program.run({u"cron"_s});
    QCOMPARE(run.code, 2);
    run = m_program.run({u"cron"_s, u"--zone"_s, u"Mars/Base"_s, u"@daily"_s});
    QCOMPARE(run.code, 2);
}

void TestCommandCron::theSystemsZoneCounts()
{
    Program elsewhere{QUrl()};
    elsewhere.environment().insert(u"TZ"_s, u"Asia/Kathmandu"_s);
    const Finished run = elsewhere.run({u"cron"_s, u"--from=0"_s, u"--count=1"_s, u"@daily"_s});
    QCOMPARE(run.code, 0);
    QVERIFY2(run.out.contains("1970-01-02T00:00:00+05:30 Asia/Kathmandu\n"), run.out.constData());
}

void TestCommandCron::batchAnswersWhileItIsAsked()
{
    const std::unique_ptr<QProcess> process = m_program.start({u"cron"_s, u"--batch"_s});
    QByteArray out;
    for (int i = 1; i <= 3; ++i) {
        process->write("UTC\t0\t@daily\n");
        // The answer comes before the next question.
        QTRY_VERIFY((out += process->readAllStandardOutput()).count('\n') == i);
    }
    QCOMPARE(out, QByteArray("86400,172800,259200,345600,432000\n").repeated(3));
    process->closeWriteChannel();
    QCOMPARE(Program::ended(*process).code, 0);
}

void TestCommandCron::batchAnswersManyLines()
{
    const QByteArray question = "Europe/Berlin\t1700000000\t30 2 * * *\n";
    const Finished run = m_program.run({u"cron"_s, u"--batch"_s}, question.repeated(50'000) + "nonsense\n");
    QCOMPARE(run.code, 0);
    const QList<QByteArray> lines = run.out.split('\n');
    QCOMPARE(lines.size(), 50'002);
    QCOMPARE(lines.at(49'999), lines.first());
    QVERIFY(lines.at(50'000).startsWith("error: "));
}

QTEST_GUILESS_MAIN(TestCommandCron)

#include "tst_commandcron.moc"
