// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/fakeengine/fakeengine.h"
#include "ui/log/logmodel.h"
#include "ui/log/logpage.h"
#include "ui/log/logproxy.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace vestnik;

namespace {

LogEntry entry(qint64 number, LogLevel level, const QString &subject = {})
{
    LogEntry made;
    made.number = number;
    made.at = 1'700'000'000'000 + number * 1000;
    made.level = level;
    made.event = LogEvent::ChannelAdded;
    made.subject = subject;
    return made;
}

} // namespace

class TestLogPage final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void modelKeepsItsContract()
    {
        LogModel model;
        LogProxy proxy;
        proxy.setSourceModel(&model);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QAbstractItemModelTester proxyTester(&proxy, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setEntries({entry(1, LogLevel::Info), entry(2, LogLevel::Error)});
        model.append({entry(2, LogLevel::Error), entry(3, LogLevel::Debug)});
        QCOMPARE(model.rowCount(), 3);
        proxy.setLowestLevel(LogLevel::Error);
        QCOMPARE(proxy.rowCount(), 1);
        proxy.setLowestLevel(LogLevel::Debug);
        QCOMPARE(proxy.rowCount(), 3);
    }

    void modelDropsTheOldestLines()
    {
        LogModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QList<LogEntry> many;
        for (int i = 1; i <= OperatorLog::capacity; ++i) {
            many.append(entry(i, LogLevel::Info));
        }
        model.setEntries(many);
        model.append(
            {entry(OperatorLog::capacity + 1, LogLevel::Info), entry(OperatorLog::capacity + 2, LogLevel::Info)});
        QCOMPARE(model.rowCount(), OperatorLog::capacity);
        QCOMPARE(model.index(0, 0).data(LogModel::EntryRole).value<LogEntry>().number, qint64(3));
    }

    void textFilterKnowsCyrillicCase()
    {
        LogModel model;
        LogProxy proxy;
        proxy.setSourceModel(&model);
        proxy.setLowestLevel(LogLevel::Debug);
        model.setEntries(
            {entry(1, LogLevel::Info, QStringLiteral("Заречье")), entry(2, LogLevel::Info, QStringLiteral("port"))});
        proxy.setText(QStringLiteral("  заречье "));
        QCOMPARE(proxy.rowCount(), 1);
        proxy.setText(QStringLiteral("ADDED"));
        QCOMPARE(proxy.rowCount(), 2);
    }

    void newLinesAreFollowedOnlyAtTheEnd()
    {
        FakeEngine engine;
        QSettings settings(m_dir.filePath(QStringLiteral("follow.ini")), QSettings::IniFormat);
        LogPage page(engine, settings);
        page.resize(700, 300);
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        auto *table = page.findChild<QTableView *>(QStringLiteral("logTable"));
        QScrollBar *bar = table->verticalScrollBar();
        table->scrollToBottom();
        QTRY_COMPARE(bar->value(), bar->maximum());
        engine.addLog(LogLevel::Info, LogEvent::SchedulerStarted, {}, {QStringLiteral("30")});
        QTRY_COMPARE(bar->value(), bar->maximum());
        bar->setValue(0);
        engine.addLog(LogLevel::Info, LogEvent::SchedulerStopped);
        QCOMPARE(bar->value(), 0);
    }

    void levelIsKept()
    {
        FakeEngine engine;
        QSettings settings(m_dir.filePath(QStringLiteral("level.ini")), QSettings::IniFormat);
        {
            LogPage page(engine, settings);
            auto *level = page.findChild<QComboBox *>(QStringLiteral("logLevel"));
            level->setCurrentIndex(level->findData(int(LogLevel::Error)));
        }
        LogPage page(engine, settings);
        QCOMPARE(page.findChild<QComboBox *>(QStringLiteral("logLevel"))->currentData().toInt(), int(LogLevel::Error));
        auto *table = page.findChild<QTableView *>(QStringLiteral("logTable"));
        QVERIFY(table->model()->rowCount() > 0);
        for (int row = 0; row < table->model()->rowCount(); ++row) {
            QCOMPARE(table->model()->index(row, 0).data(LogModel::LevelRole).toInt(), int(LogLevel::Error));
        }
    }

    void errorShowsAdvice()
    {
        FakeEngine engine(FakeEngine::Content::Empty);
        engine.addLog(LogLevel::Error, LogEvent::ChannelFailed, QStringLiteral("@maker"), {},
            Error{ErrorCode::NoSuchName, QStringLiteral("@maker"), QStringLiteral("302")});
        QSettings settings(m_dir.filePath(QStringLiteral("advice.ini")), QSettings::IniFormat);
        LogPage page(engine, settings);
        page.show();
        auto *table = page.findChild<QTableView *>(QStringLiteral("logTable"));
        auto *advice = page.findChild<QLabel *>(QStringLiteral("logDetailsAdvice"));
        QVERIFY(!advice->isVisible());
        table->selectRow(0);
        QVERIFY(advice->isVisible());
        QCOMPARE(advice->text(), QStringLiteral("Check the spelling; the channel may have been renamed or deleted."));
    }

    void copyGivesTabSeparatedLines()
    {
        FakeEngine engine(FakeEngine::Content::Empty);
        engine.addLog(LogLevel::Info, LogEvent::ChannelAdded, QStringLiteral("@one"));
        engine.addLog(LogLevel::Info, LogEvent::ChannelAdded, QStringLiteral("@two"));
        QSettings settings(m_dir.filePath(QStringLiteral("copy.ini")), QSettings::IniFormat);
        LogPage page(engine, settings);
        auto *copy = page.findChild<QAction *>(QStringLiteral("logCopy"));
        QVERIFY(!copy->isEnabled());
        QVERIFY(copy->toolTip().contains(QStringLiteral("No line is selected.")));
        page.findChild<QTableView *>(QStringLiteral("logTable"))->selectAll();
        QVERIFY(copy->isEnabled());
        copy->trigger();
        const QStringList lines = QGuiApplication::clipboard()->text().split(QLatin1Char('\n'));
        QCOMPARE(lines.size(), 2);
        const QStringList cells = lines.last().split(QLatin1Char('\t'));
        QCOMPARE(cells.size(), 4);
        QCOMPARE(cells.at(2), QStringLiteral("@two"));
        QCOMPARE(cells.at(3), QStringLiteral("Channel added."));
    }

    void searchNarrowsTheTable()
    {
        FakeEngine engine;
        QSettings settings(m_dir.filePath(QStringLiteral("search.ini")), QSettings::IniFormat);
        LogPage page(engine, settings);
        auto *table = page.findChild<QTableView *>(QStringLiteral("logTable"));
        const int before = table->model()->rowCount();
        page.findChild<QLineEdit *>(QStringLiteral("logSearch"))->setText(QStringLiteral("scheduler started"));
        QCOMPARE(table->model()->rowCount(), 1);
        QVERIFY(before > 1);
    }

private:
    QTemporaryDir m_dir;
};

QTEST_MAIN(TestLogPage)
#include "tst_logpage.moc"
