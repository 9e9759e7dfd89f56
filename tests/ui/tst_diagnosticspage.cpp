// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/fakeengine/fakeengine.h"
#include "ui/diagnostics/diagnosticspage.h"
#include "ui/diagnostics/loopsmodel.h"
#include "ui/diagnostics/systemfacts.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace vestnik;

class TestDiagnosticsPage final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void loopsModelKeepsItsContract()
    {
        LoopsModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        LoopStats loop;
        loop.name = QStringLiteral("engine");
        loop.threadId = 0xbeef;
        loop.level = 1;
        loop.highestLevel = 1;
        loop.longestGapUs = 3'100;
        model.setLoops({loop});
        QCOMPARE(model.index(0, LoopsModel::Id).data().toString(), QStringLiteral("0xbeef"));
        QCOMPARE(model.index(0, LoopsModel::State).data().toString(), QStringLiteral("Good"));
        QCOMPARE(model.index(0, LoopsModel::LongestGap).data().toString(), QStringLiteral("3.1 ms"));
        loop.highestLevel = 2;
        model.setLoops({loop});
        QCOMPARE(model.index(0, LoopsModel::State).data().toString(), QStringLiteral("Nested"));
        QCOMPARE(model.index(0, LoopsModel::Level).data().toString(), QStringLiteral("1 (was 2)"));
    }

    void memoryIsTold()
    {
        const auto memory = residentMemory();
        if (!memory) {
            QSKIP("the system does not tell");
        }
        QVERIFY(*memory > 1'000'000);
    }

    void reportHasBothLoops()
    {
        FakeEngine engine;
        DiagnosticsPage page(engine, m_settings);
        page.findChild<QAction *>(QStringLiteral("diagnosticsCopy"))->trigger();
        const QString text = QGuiApplication::clipboard()->text();
        QVERIFY2(text.contains(QStringLiteral("event loop gui 0x7f3a10c04d80 level 1")), qPrintable(text));
        QVERIFY(text.contains(QStringLiteral("event loop engine 0x7f39f1ffb6c0 level 1")));
        QVERIFY(text.contains(QStringLiteral("engine alive: yes, scheduler: stopped")));
    }

    void resetAsksTheEngine()
    {
        FakeEngine engine;
        DiagnosticsPage page(engine, m_settings);
        page.findChild<QAction *>(QStringLiteral("diagnosticsReset"))->trigger();
        QCOMPARE(engine.calls(), QStringList{QStringLiteral("resetLoops")});
    }

    void storeTroubleIsExplained()
    {
        FakeEngine engine;
        DiagnosticsPage page(engine, m_settings);
        page.show();
        EngineStatus status = engine.status();
        status.storeWritable = false;
        status.storeError = Error{ErrorCode::DatabaseDamaged, QStringLiteral("v.db"), {}};
        engine.setStatus(status);
        QVERIFY(page.findChild<QLabel *>(QStringLiteral("factStore"))
                    ->text()
                    .startsWith(QStringLiteral("The database v.db is damaged.")));
        auto *size = page.findChild<QLabel *>(QStringLiteral("factSize"));
        QTRY_COMPARE(size->text(), QStringLiteral("1.2 GB"));
    }

private:
    QTemporaryDir m_dir;
    QSettings m_settings{m_dir.filePath(QStringLiteral("window.ini")), QSettings::IniFormat};
};

QTEST_MAIN(TestDiagnosticsPage)
#include "tst_diagnosticspage.moc"
