// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/fakeengine/fakeengine.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/windowhost.h"

#include <QAction>
#include <QApplication>
#include <QLocale>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace vestnik;

class TestWindowHost final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void themeFollowsTheSetting()
    {
        FakeEngine engine(FakeEngine::Content::Empty);
        QTemporaryDir dir;
        WindowHost host(qApp, engine, dir.filePath(QStringLiteral("window.ini")));
        host.show();
        QVERIFY(!host.theme().isDark());
        host.window()->findChild<QAction *>(QStringLiteral("actionTheme_dark"))->trigger();
        QTRY_VERIFY(host.theme().isDark());
        QVERIFY(host.window()->findChild<QAction *>(QStringLiteral("actionTheme_dark"))->isChecked());
    }

    void languageChangesWithoutARestart()
    {
        FakeEngine engine;
        QTemporaryDir dir;
        WindowHost host(qApp, engine, dir.filePath(QStringLiteral("window.ini")));
        host.show();
        host.window()->openPage(QStringLiteral("settings"));
        const QPointer<MainWindow> before = host.window();
        const QString other = QLocale().language() == QLocale::Russian ? QStringLiteral("en") : QStringLiteral("ru");
        engine.changeSettings({{SettingId::Language, other}}, nullptr, nullptr);
        QTRY_VERIFY(before.isNull());
        QTRY_VERIFY(host.window()->isVisible());
        QCOMPARE(host.window()->currentPage()->id(), QStringLiteral("settings"));
        QCOMPARE(QLocale().language(), other == QLatin1String("ru") ? QLocale::Russian : QLocale::English);
        engine.changeSettings({{SettingId::Language, QStringLiteral("en")}}, nullptr, nullptr);
        QTRY_COMPARE(QLocale().language(), QLocale::English);
    }

    void layoutResetForgetsSizes()
    {
        FakeEngine engine;
        QTemporaryDir dir;
        WindowHost host(qApp, engine, dir.filePath(QStringLiteral("window.ini")));
        host.show();
        host.window()->findChild<QAction *>(QStringLiteral("actionCollapse"))->trigger();
        const QPointer<MainWindow> before = host.window();
        host.window()->findChild<QAction *>(QStringLiteral("actionResetLayout"))->trigger();
        QTRY_VERIFY(before.isNull());
        QVERIFY(host.window()->isVisible());
        QVERIFY(!host.window()->findChild<QAction *>(QStringLiteral("actionCollapse"))->isChecked());
    }

    void closingAsksToQuit()
    {
        FakeEngine engine;
        QTemporaryDir dir;
        WindowHost host(qApp, engine, dir.filePath(QStringLiteral("window.ini")));
        QSignalSpy quit(&host, &WindowHost::quitRequested);
        host.show();
        host.window()->close();
        QCOMPARE(quit.count(), 1);
        QVERIFY(host.window()->isHidden());
        host.raise();
        QVERIFY(host.window()->isVisible());
    }
};

QTEST_MAIN(TestWindowHost)
#include "tst_windowhost.moc"
