// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/infobar.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace vestnik;

namespace {

InfoMessage message(InfoMessage::Kind kind, const QString &text)
{
    InfoMessage made;
    made.kind = kind;
    made.text = text;
    return made;
}

InfoMessage undoMessage(const QString &text, int *count)
{
    InfoMessage made = message(InfoMessage::Kind::Info, text);
    made.actionText = QStringLiteral("Undo");
    made.isUndo = true;
    made.action = [count] { ++*count; };
    return made;
}

} // namespace

class TestInfoBar final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void hiddenUntilThereIsSomethingToSay()
    {
        InfoBar bar;
        QVERIFY(bar.isHidden());
        bar.post(message(InfoMessage::Kind::Info, QStringLiteral("Hello")));
        QVERIFY(!bar.isHidden());
        QCOMPARE(bar.findChild<QLabel *>(QStringLiteral("infoText"))->text(), QStringLiteral("Hello"));
        bar.findChild<QToolButton *>(QStringLiteral("infoClose"))->click();
        QVERIFY(bar.isHidden());
    }

    void troubleStaysAndOthersWait()
    {
        InfoBar bar;
        bar.post(message(InfoMessage::Kind::Bad, QStringLiteral("First")));
        bar.post(message(InfoMessage::Kind::Info, QStringLiteral("Second")));
        bar.post(message(InfoMessage::Kind::Warning, QStringLiteral("Third")));
        QCOMPARE(bar.current()->text, QStringLiteral("First"));
        QCOMPARE(bar.waiting(), 2);
        bar.findChild<QToolButton *>(QStringLiteral("infoClose"))->click();
        QCOMPARE(bar.current()->text, QStringLiteral("Second"));
        bar.findChild<QToolButton *>(QStringLiteral("infoClose"))->click();
        QCOMPARE(bar.current()->text, QStringLiteral("Third"));
    }

    void goodNewsGivesWay()
    {
        InfoBar bar;
        bar.post(message(InfoMessage::Kind::Good, QStringLiteral("Done")));
        bar.post(message(InfoMessage::Kind::Bad, QStringLiteral("Trouble")));
        QCOMPARE(bar.current()->text, QStringLiteral("Trouble"));
        QCOMPARE(bar.waiting(), 0);
    }

    void sameMessageIsShownOnce()
    {
        InfoBar bar;
        bar.post(message(InfoMessage::Kind::Bad, QStringLiteral("Same")));
        bar.post(message(InfoMessage::Kind::Bad, QStringLiteral("Same")));
        bar.post(message(InfoMessage::Kind::Warning, QStringLiteral("Other")));
        bar.post(message(InfoMessage::Kind::Warning, QStringLiteral("Other")));
        QCOMPARE(bar.waiting(), 1);
    }

    void queueHasAnEnd()
    {
        InfoBar bar;
        for (int i = 0; i < 100; ++i) {
            bar.post(message(InfoMessage::Kind::Bad, QString::number(i)));
        }
        QCOMPARE(bar.waiting(), InfoBar::capacity);
        QCOMPARE(bar.current()->text, QStringLiteral("0"));
    }

    void undoHappensOnce()
    {
        InfoBar bar;
        QSignalSpy available(&bar, &InfoBar::undoChanged);
        int count = 0;
        bar.post(undoMessage(QStringLiteral("3 channels removed"), &count));
        QVERIFY(bar.canUndo());
        QCOMPARE(available.last().at(0).toBool(), true);
        bar.findChild<QPushButton *>(QStringLiteral("infoAction"))->click();
        QCOMPARE(count, 1);
        QVERIFY(!bar.canUndo());
        QVERIFY(bar.isHidden());
        bar.undo();
        QCOMPARE(count, 1);
    }

    void newestUndoIsTaken()
    {
        InfoBar bar;
        int first = 0;
        int second = 0;
        bar.post(undoMessage(QStringLiteral("first"), &first));
        bar.post(undoMessage(QStringLiteral("second"), &second));
        QCOMPARE(bar.current()->text, QStringLiteral("second"));
        bar.undo();
        QCOMPARE(first, 0);
        QCOMPARE(second, 1);
        QVERIFY(bar.isHidden());
    }

    void undoWorksBehindTrouble()
    {
        InfoBar bar;
        int count = 0;
        bar.post(message(InfoMessage::Kind::Bad, QStringLiteral("Trouble")));
        bar.post(undoMessage(QStringLiteral("removed"), &count));
        bar.undo();
        QCOMPARE(count, 1);
        QCOMPARE(bar.waiting(), 0);
        QCOMPARE(bar.current()->text, QStringLiteral("Trouble"));
    }

    void undoWorksAfterItsMessageWasClosed()
    {
        InfoBar bar;
        int count = 0;
        bar.post(undoMessage(QStringLiteral("removed"), &count));
        bar.findChild<QToolButton *>(QStringLiteral("infoClose"))->click();
        bar.undo();
        QCOMPARE(count, 1);
    }

    void detailsAreBehindAButton()
    {
        InfoBar bar;
        InfoMessage bad = message(InfoMessage::Kind::Bad, QStringLiteral("Trouble"));
        bar.post(bad);
        QVERIFY(bar.findChild<QPushButton *>(QStringLiteral("infoDetails"))->isHidden());
        bad.details = QStringLiteral("errno 28");
        bad.text = QStringLiteral("Other trouble");
        bar.post(bad);
        bar.findChild<QToolButton *>(QStringLiteral("infoClose"))->click();
        auto *details = bar.findChild<QLabel *>(QStringLiteral("infoDetailsText"));
        QVERIFY(details->isHidden());
        bar.findChild<QPushButton *>(QStringLiteral("infoDetails"))->click();
        QVERIFY(!details->isHidden());
        QCOMPARE(details->text(), QStringLiteral("errno 28"));
    }
};

QTEST_MAIN(TestInfoBar)
#include "tst_infobar.moc"
