// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/windowstate.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace vestnik;

class TestWindowState final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void savedIsLoaded()
    {
        QTemporaryDir dir;
        WindowState state;
        state.geometry = QRect(40, 50, 1000, 700);
        state.maximized = true;
        state.navigationCollapsed = true;
        state.page = QStringLiteral("log");
        {
            QSettings settings(dir.filePath(QStringLiteral("w.ini")), QSettings::IniFormat);
            state.save(settings);
        }
        const QSettings settings(dir.filePath(QStringLiteral("w.ini")), QSettings::IniFormat);
        QCOMPARE(WindowState::load(settings), state);
    }

    void damageGivesDefaults_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("binary") << QByteArray("\x00\xff\xfe\x01garbage\n\x02", 13);
        QTest::newRow("no rectangle") << QByteArray("[window]\ngeometry=hello\n");
        QTest::newRow("size zero") << QByteArray("[window]\ngeometry=@Rect(0 0 0 0)\n");
        QTest::newRow("huge") << QByteArray("[window]\ngeometry=@Rect(0 0 900000 900000)\n");
        QTest::newRow("far away") << QByteArray("[window]\ngeometry=@Rect(2000000000 0 900 700)\n");
    }

    void damageGivesDefaults()
    {
        QFETCH(QByteArray, content);
        QTemporaryDir dir;
        QFile file(dir.filePath(QStringLiteral("w.ini")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        const QSettings settings(file.fileName(), QSettings::IniFormat);
        QCOMPARE(WindowState::load(settings).geometry, QRect());
    }

    void windowIsPulledBackToAScreen_data()
    {
        QTest::addColumn<QRect>("wanted");
        QTest::addColumn<QRect>("expected");
        const QRect home(0, 0, 1920, 1040);
        QTest::newRow("inside stays") << QRect(100, 80, 1200, 800) << QRect(100, 80, 1200, 800);
        QTest::newRow("second screen stays") << QRect(2000, 80, 1000, 600) << QRect(2000, 80, 1000, 600);
        QTest::newRow("partly outside stays") << QRect(-600, 80, 1200, 800) << QRect(-600, 80, 1200, 800);
        QTest::newRow("unplugged screen") << QRect(5000, 100, 1200, 800) << QRect(1920 - 1200, 100, 1200, 800);
        QTest::newRow("above") << QRect(100, -500, 1200, 800) << QRect(100, 0, 1200, 800);
        QTest::newRow("a sliver is left") << QRect(-1180, 100, 1200, 800) << QRect(0, 100, 1200, 800);
        QTest::newRow("too large") << QRect(0, 0, 4000, 3000) << home;
        QTest::newRow("none kept") << QRect() << QRect(320, 120, 1280, 800);
    }

    void windowIsPulledBackToAScreen()
    {
        QFETCH(QRect, wanted);
        QFETCH(QRect, expected);
        QCOMPARE(visibleGeometry(wanted, {QRect(0, 0, 1920, 1040), QRect(1920, 0, 1280, 1024)}), expected);
    }

    void smallScreenCutsTheDefault()
    {
        QCOMPARE(visibleGeometry(QRect(), {QRect(0, 0, 1024, 700)}), QRect(0, 0, 1024, 700));
    }
};

QTEST_MAIN(TestWindowState)
#include "tst_windowstate.moc"
