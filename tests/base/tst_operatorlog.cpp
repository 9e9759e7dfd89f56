// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/logging.h"
#include "core/base/operatorlog.h"

#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSet>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace vestnik {

class tst_OperatorLog final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void entriesAreNumberedAndAnnounced();
    void newestEntriesAreKept();
    void everyEventHasAText();
    void everyEventHasANameOfItsOwn();
    void entriesSayWhichRunTheyBelongTo();
    void argumentsAndErrorAreInTheEnglishText();
    void lineOfTheFileHasTimeLevelAndText();
    void debugEntriesAreNotWritten();
    void fullFileIsRenamedAndBegunAnew();
    void unwritableFileIsSaidOnceAndTheLogGoesOn();
    void secretsAreCut_data();
    void secretsAreCut();
    void secretsReachNeitherTheFileNorTheDetail();

private:
    [[nodiscard]] static QStringList linesOf(const QString &path);
};

QStringList tst_OperatorLog::linesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    return QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
}

void tst_OperatorLog::entriesAreNumberedAndAnnounced()
{
    OperatorLog log{QString()};
    QSignalSpy spy(&log, &OperatorLog::added);
    const qint64 before = QDateTime::currentMSecsSinceEpoch();
    log.add(LogLevel::Info, LogEvent::ChannelAdded, QStringLiteral("first"));
    log.add(LogLevel::Warning, LogEvent::HostWaiting, QStringLiteral("t.me"), {QStringLiteral("30")});
    const QList<LogEntry> entries = log.entries();
    QCOMPARE(entries.size(), 2);
    QCOMPARE(entries.at(0).number, 1);
    QCOMPARE(entries.at(1).number, 2);
    QCOMPARE(entries.at(1).level, LogLevel::Warning);
    QVERIFY(entries.at(0).at >= before);
    QCOMPARE(spy.size(), 2);
    QCOMPARE(spy.at(1).at(0).value<LogEntry>(), entries.at(1));
}

void tst_OperatorLog::newestEntriesAreKept()
{
    OperatorLog log{QString()};
    for (int i = 0; i < OperatorLog::capacity + 10; ++i) {
        log.add(LogLevel::Info, LogEvent::ChannelAdded);
    }
    const QList<LogEntry> entries = log.entries();
    QCOMPARE(entries.size(), OperatorLog::capacity);
    QCOMPARE(entries.first().number, 11);
    QCOMPARE(entries.last().number, OperatorLog::capacity + 10);
}

void tst_OperatorLog::everyEventHasAText()
{
    for (int i = 0; i <= static_cast<int>(LogEvent::SettingsRestored); ++i) {
        const auto event = static_cast<LogEvent>(i);
        QVERIFY(qstrlen(logTemplate(event)) > 0);
        QVERIFY2(event == LogEvent::Text || QByteArray(logTemplate(event)) != "%1", qPrintable(QString::number(i)));
    }
}

void tst_OperatorLog::everyEventHasANameOfItsOwn()
{
    // The last event of the list: one that is added behind it is to be added here.
    constexpr int count = static_cast<int>(LogEvent::SettingsRestored) + 1;
    QSet<QString> names;
    for (int i = 0; i < count; ++i) {
        const auto event = static_cast<LogEvent>(i);
        QCOMPARE(logEventFromName(logEventName(event)), event);
        names.insert(logEventName(event));
    }
    QCOMPARE(names.size(), count);
    // Stored with runs: these never change.
    QCOMPARE(logEventName(LogEvent::Text), QStringLiteral("text"));
    QCOMPARE(logEventName(LogEvent::RunStarted), QStringLiteral("run_started"));
    QCOMPARE(logEventName(LogEvent::ChannelFailed), QStringLiteral("channel_failed"));
    QCOMPARE(logEventFromName(QStringLiteral("of a later version")), LogEvent::Text);
    for (const LogLevel level : {LogLevel::Debug, LogLevel::Info, LogLevel::Warning, LogLevel::Error}) {
        QCOMPARE(logLevelFromName(logLevelName(level)), level);
    }
    QCOMPARE(logLevelFromName(QStringLiteral("alarm")), LogLevel::Info);
}

void tst_OperatorLog::entriesSayWhichRunTheyBelongTo()
{
    QTemporaryDir dir;
    OperatorLog log(dir.filePath(QStringLiteral("log.txt")));
    QSignalSpy spy(&log, &OperatorLog::added);
    log.add(LogLevel::Info, LogEvent::ChannelAdded, QStringLiteral("first"));
    log.addOfRun(812, LogLevel::Info, LogEvent::ChannelAdded, QStringLiteral("first"));
    QCOMPARE(log.entries().at(0).run, 0);
    QCOMPARE(log.entries().at(1).run, 812);
    QCOMPARE(log.entries().at(1).number, 2);
    QCOMPARE(spy.at(1).at(0).value<LogEntry>().run, 812);
    // The file does not tell them apart.
    const QStringList lines = linesOf(log.filePath());
    QCOMPARE(lines.size(), 2);
    QCOMPARE(lines.at(1).section(QLatin1Char(' '), 1), QStringLiteral("info first: Channel added."));
    QCOMPARE(lines.at(0).section(QLatin1Char(' '), 1), lines.at(1).section(QLatin1Char(' '), 1));
}

void tst_OperatorLog::argumentsAndErrorAreInTheEnglishText()
{
    LogEntry entry;
    entry.event = LogEvent::RunFinished;
    entry.args = {QStringLiteral("7"), QStringLiteral("120"), QStringLiteral("3"), QStringLiteral("1")};
    QCOMPARE(logEnglish(entry), QStringLiteral("Run 7 finished: 120 posts added, 3 updated, 1 channels failed."));
    entry = LogEntry();
    entry.event = LogEvent::ChannelFailed;
    entry.subject = QStringLiteral("durov");
    entry.error = {ErrorCode::TimedOut, QStringLiteral("t.me"), QStringLiteral("30 s")};
    QCOMPARE(logEnglish(entry), QStringLiteral("durov: Could not be read. t.me did not answer in time. (30 s)"));
}

void tst_OperatorLog::lineOfTheFileHasTimeLevelAndText()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("vestnik.log"));
    OperatorLog log(path);
    log.add(LogLevel::Error, LogEvent::Text, QStringLiteral("канал"), {QStringLiteral("текст")});
    const QStringList lines = linesOf(path);
    QCOMPARE(lines.size(), 1);
    static const QRegularExpression line(
        QStringLiteral("^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}\\S* error канал: текст$"));
    QVERIFY2(line.match(lines.first()).hasMatch(), qPrintable(lines.first()));
}

void tst_OperatorLog::debugEntriesAreNotWritten()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("vestnik.log"));
    OperatorLog log(path);
    log.add(LogLevel::Debug, LogEvent::Text, {}, {QStringLiteral("noise")});
    log.add(LogLevel::Info, LogEvent::Text, {}, {QStringLiteral("news")});
    QCOMPARE(log.entries().size(), 2);
    QCOMPARE(linesOf(path).size(), 1);
}

void tst_OperatorLog::fullFileIsRenamedAndBegunAnew()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("vestnik.log"));
    const QString old = path + QStringLiteral(".1");
    QFile older(old);
    QVERIFY(older.open(QIODevice::WriteOnly));
    older.write("older\n");
    older.close();
    QFile full(path);
    QVERIFY(full.open(QIODevice::WriteOnly));
    QVERIFY(full.resize(OperatorLog::fileLimit + 1));
    full.close();
    OperatorLog log(path);
    log.add(LogLevel::Info, LogEvent::Text, {}, {QStringLiteral("after")});
    QCOMPARE(QFileInfo(old).size(), OperatorLog::fileLimit + 1);
    QCOMPARE(linesOf(path).size(), 1);
    log.add(LogLevel::Info, LogEvent::Text, {}, {QStringLiteral("next")});
    QCOMPARE(linesOf(path).size(), 2);
}

void tst_OperatorLog::unwritableFileIsSaidOnceAndTheLogGoesOn()
{
    const QTemporaryDir dir;
    OperatorLog log(dir.filePath(QStringLiteral("missing/vestnik.log")));
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("log file cannot be written")));
    log.add(LogLevel::Info, LogEvent::ChannelAdded);
    log.add(LogLevel::Info, LogEvent::ChannelAdded);
    QCOMPARE(log.entries().size(), 2);
}

void tst_OperatorLog::secretsAreCut_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("clean");
    QTest::newRow("nothing") << QStringLiteral("a monkey=1 at https://t.me/s/name?before=7")
                             << QStringLiteral("a monkey=1 at https://t.me/s/name?before=7");
    QTest::newRow("user part") << QStringLiteral("via socks5://ann:pa55@proxy:1080 failed")
                               << QStringLiteral("via socks5://***@proxy:1080 failed");
    QTest::newRow("token") << QStringLiteral("GET /x?token=abc123&page=2") << QStringLiteral("GET /x?token=***&page=2");
    QTest::newRow("capitals") << QStringLiteral("Password=abc rest") << QStringLiteral("Password=*** rest");
    QTest::newRow("two") << QStringLiteral("key=1 api_hash=2") << QStringLiteral("key=*** api_hash=***");
    QTest::newRow("empty") << QString() << QString();
}

void tst_OperatorLog::secretsAreCut()
{
    QFETCH(QString, text);
    QFETCH(QString, clean);
    QCOMPARE(withoutSecrets(text), clean);
}

void tst_OperatorLog::secretsReachNeitherTheFileNorTheDetail()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("vestnik.log"));
    OperatorLog log(path);
    const Error error{ErrorCode::ProxyFailed, QStringLiteral("proxy"), QStringLiteral("http://ann:hidden1@proxy")};
    log.add(LogLevel::Error, LogEvent::Text, QStringLiteral("http://ann:hidden2@proxy"),
        {QStringLiteral("token=hidden3")}, error);
    QVERIFY(!log.entries().first().error.detail.contains(QLatin1String("hidden")));
    const QStringList lines = linesOf(path);
    QCOMPARE(lines.size(), 1);
    QVERIFY2(!lines.first().contains(QLatin1String("hidden")), qPrintable(lines.first()));
}

} // namespace vestnik

QTEST_GUILESS_MAIN(vestnik::tst_OperatorLog)
#include "tst_operatorlog.moc"
