// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/channelnames.h"
#include "ui/channels/addpreviewmodel.h"
#include "ui/channels/channelfiles.h"
#include "ui/channels/historydialog.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QPointer>
#include <QSignalSpy>
#include <QStringEncoder>
#include <QTemporaryDir>
#include <QTest>

using namespace vestnik;

namespace {

ChannelRow channel(const QString &username, const QString &title)
{
    ChannelRow row;
    row.username = username;
    row.title = title;
    return row;
}

} // namespace

class TestChannelFiles final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void textHasOneNameALine();
    void tableQuotesWhatNeedsIt();
    void exportedTableIsReadBack_data();
    void exportedTableIsReadBack();
    void namesOfATable_data();
    void namesOfATable();
    void readsOtherEncodings();
    void refusesLargeAndMissingFiles();
    void failsWhereItCannotWrite();
    void clipboardHasTabs();
    void previewTellsWhatItFound();
    void historyGoals();
    void historyEstimates();
};

void TestChannelFiles::textHasOneNameALine()
{
    QCOMPARE(channelsAsText({channel(u"durov"_qs, u"Durov"_qs), channel(u"telegram"_qs, {})}),
        QByteArray("@durov\n@telegram\n"));
}

void TestChannelFiles::tableQuotesWhatNeedsIt()
{
    const QString table = QString::fromUtf8(channelsAsCsv({channel(u"durov"_qs, u"He said \"hi\", twice"_qs)}));
    QVERIFY(table.startsWith(u"username,title,"_qs));
    QVERIFY(table.contains(u"\r\ndurov,\"He said \"\"hi\"\", twice\","_qs));
    QVERIFY(table.endsWith(u"https://t.me/durov\r\n"_qs));
}

void TestChannelFiles::exportedTableIsReadBack_data()
{
    QTest::addColumn<bool>("table");
    QTest::newRow("text") << false;
    QTest::newRow("table") << true;
}

void TestChannelFiles::exportedTableIsReadBack()
{
    QFETCH(bool, table);
    const QTemporaryDir dir;
    const QString path = dir.filePath(table ? u"list.csv"_qs : u"list.txt"_qs);
    // A title that looks like a name must not become a channel.
    const QList<ChannelRow> rows{
        channel(u"durov"_qs, u"Meduza"_qs), channel(u"telegram"_qs, u"a\n@fake_name, \"x\""_qs)};
    QVERIFY(writeChannelFile(path, table ? channelsAsCsv(rows) : channelsAsText(rows)));
    const Result<QString> text = readChannelFile(path);
    QVERIFY(text);
    QStringList names;
    for (const NameFinding &finding : findChannelNames(*text)) {
        QCOMPARE(finding.kind, NameFinding::Kind::Name);
        names.append(finding.username);
    }
    QCOMPARE(names, (QStringList{u"durov"_qs, u"telegram"_qs}));
}

void TestChannelFiles::namesOfATable_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("no table") << u"durov\ntelegram\n"_qs << u"durov\ntelegram\n"_qs;
    QTest::newRow("one line") << u"@durov, @telegram"_qs << u"@durov, @telegram"_qs;
    QTest::newRow("semicolons") << u"id;username\n1;durov\n2;telegram"_qs << u"durov\ntelegram"_qs;
    QTest::newRow("url wins") << u"username,url\na,https://t.me/durov\n"_qs << u"https://t.me/durov"_qs;
    QTest::newRow("head in capitals") << u"ID,Username\r\n1,durov\r\n"_qs << u"durov"_qs;
    QTest::newRow("empty cells") << u"id,username\n1,\n2,durov\n3\n"_qs << u"durov"_qs;
}

void TestChannelFiles::namesOfATable()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(vestnik::namesOfTable(text), expected);
}

void TestChannelFiles::readsOtherEncodings()
{
    const QTemporaryDir dir;
    QFile file(dir.filePath(u"utf16.txt"_qs));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QStringEncoder encode(QStringEncoder::Utf16LE, QStringConverter::Flag::WriteBom);
    const QByteArray content = encode(u"@durov\n@telegram"_qs);
    file.write(content);
    file.close();
    const Result<QString> text = readChannelFile(file.fileName());
    QVERIFY(text);
    QCOMPARE(findChannelNames(*text).size(), 2);
}

void TestChannelFiles::refusesLargeAndMissingFiles()
{
    const QTemporaryDir dir;
    QFile file(dir.filePath(u"large.txt"_qs));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(maxChannelFile + 1, 'x'));
    file.close();
    const Result<QString> large = readChannelFile(file.fileName());
    QVERIFY(!large);
    QCOMPARE(large.error().code, ErrorCode::FileTooLarge);
    const Result<QString> missing = readChannelFile(dir.filePath(u"none.txt"_qs));
    QVERIFY(!missing);
    QCOMPARE(missing.error().code, ErrorCode::FileFailed);
}

void TestChannelFiles::failsWhereItCannotWrite()
{
    const Result<void> written = writeChannelFile(u"/nowhere/at/all/list.txt"_qs, "x");
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::FileFailed);
}

void TestChannelFiles::clipboardHasTabs()
{
    const QString text = channelsAsTable({channel(u"durov"_qs, u"Two\tparts\nof it"_qs)});
    QCOMPARE(text.count(QLatin1Char('\t')), 7);
    QVERIFY(!text.contains(QLatin1Char('\n')));
    QVERIFY(text.startsWith(u"Two parts of it\t@durov\t"_qs));
}

void TestChannelFiles::previewTellsWhatItFound()
{
    AddPreviewModel model;
    const QAbstractItemModelTester tester(&model);
    model.setKnown({u"Durov"_qs});
    model.setFindings(findChannelNames(u"@durov @telegram @TELEGRAM t.me/+abcDEF @x"_qs));
    QCOMPARE(model.rowCount(), 5);
    QCOMPARE(model.counts().known, 1);
    QCOMPARE(model.counts().fresh, 1);
    QCOMPARE(model.counts().duplicate, 1);
    QCOMPARE(model.counts().invitation, 1);
    QCOMPARE(model.counts().invalid, 1);
    QCOMPARE(model.newNames(), QStringList{u"telegram"_qs});
    model.setKnown({u"telegram"_qs});
    QCOMPARE(model.newNames(), QStringList{u"durov"_qs});
}

void TestChannelFiles::historyGoals()
{
    const QPointer<HistoryDialog> dialog = new HistoryDialog({channel(u"durov"_qs, {})}, 1, nullptr);
    QSignalSpy chosen(dialog.data(), &HistoryDialog::chosen);
    QCOMPARE(dialog->goal().kind, HistoryGoal::Kind::All);
    dialog->findChild<QObject *>(u"historyDayCount"_qs)->setProperty("value", 30);
    QCOMPARE(dialog->goal().kind, HistoryGoal::Kind::Since);
    const qint64 ago = QDateTime::currentMSecsSinceEpoch() - dialog->goal().since;
    QVERIFY(qAbs(ago - 30LL * 24 * 60 * 60 * 1000) < 60'000);
    dialog->findChild<QObject *>(u"historyPostCount"_qs)->setProperty("value", 500);
    QCOMPARE(dialog->goal().kind, HistoryGoal::Kind::Newest);
    QCOMPARE(dialog->goal().posts, 500);
    dialog->open();
    QMetaObject::invokeMethod(dialog->findChild<QObject *>(u"historyStart"_qs), "click");
    QCOMPARE(chosen.size(), 1);
    QTRY_VERIFY(dialog.isNull()); // it deletes itself
}

void TestChannelFiles::historyEstimates()
{
    ChannelRow read = channel(u"durov"_qs, {});
    read.lowestRead = 401;
    ChannelRow done = channel(u"done"_qs, {});
    done.historyComplete = true;
    QCOMPARE(HistoryDialog::unreadMessages({read, done}), 400);
    QCOMPARE(HistoryDialog::unreadMessages({read, channel(u"fresh"_qs, {})}), -1);
}

QTEST_MAIN(TestChannelFiles)
#include "tst_channelfiles.moc"
