// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/stop.h"

#include <QTest>

#include <optional>

namespace vestnik {

namespace {

/// Counts its wake-ups, and may do something in one.
class Waiter final : public StopWaiter {
public:
    explicit Waiter(std::function<void()> then = {})
        : m_then(std::move(then))
    {
    }
    int woken = 0;

private:
    void stopped() override
    {
        ++woken;
        if (m_then) {
            m_then();
        }
    }
    std::function<void()> m_then;
};

} // namespace

class tst_Stop final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void defaultTokenNeverStops();
    void stopIsSeenByAllCopies();
    void everyWaiterIsWokenOnce();
    void unlinkedWaiterIsNotWoken();
    void waiterLinkedAfterTheStopIsNotWoken();
    void childStopsWithItsParent();
    void parentDoesNotStopWithItsChild();
    void childOfAStoppedParentIsStopped();
    void childOfADefaultTokenStopsAlone();
    void grandchildStopsToo();
    void goneChildDoesNoHarm();
    void stopInsideAWakeUpWakesEachOnce();
    void waiterMayUnlinkAnotherInsideAWakeUp();
    void waiterMayEndTheSourceInsideAWakeUp();
};

void tst_Stop::defaultTokenNeverStops()
{
    const StopToken token;
    Waiter waiter;
    token.link(&waiter);
    token.unlink(&waiter);
    QVERIFY(!token.stopRequested());
    QCOMPARE(waiter.woken, 0);
}

void tst_Stop::stopIsSeenByAllCopies()
{
    StopSource source;
    const StopToken token = source.token();
    const StopToken copy = token;
    QVERIFY(!copy.stopRequested());
    source.requestStop();
    QVERIFY(source.stopRequested());
    QVERIFY(token.stopRequested());
    QVERIFY(copy.stopRequested());
}

void tst_Stop::everyWaiterIsWokenOnce()
{
    StopSource source;
    Waiter first;
    Waiter second;
    source.token().link(&first);
    source.token().link(&second);
    source.requestStop();
    source.requestStop();
    QCOMPARE(first.woken, 1);
    QCOMPARE(second.woken, 1);
}

void tst_Stop::unlinkedWaiterIsNotWoken()
{
    StopSource source;
    Waiter waiter;
    source.token().link(&waiter);
    source.token().unlink(&waiter);
    source.requestStop();
    QCOMPARE(waiter.woken, 0);
}

void tst_Stop::waiterLinkedAfterTheStopIsNotWoken()
{
    StopSource source;
    source.requestStop();
    Waiter waiter;
    source.token().link(&waiter);
    source.requestStop();
    QCOMPARE(waiter.woken, 0);
}

void tst_Stop::childStopsWithItsParent()
{
    StopSource parent;
    const StopSource child(parent.token());
    Waiter waiter;
    child.token().link(&waiter);
    parent.requestStop();
    QVERIFY(child.stopRequested());
    QCOMPARE(waiter.woken, 1);
}

void tst_Stop::parentDoesNotStopWithItsChild()
{
    StopSource parent;
    StopSource child(parent.token());
    Waiter waiter;
    parent.token().link(&waiter);
    child.requestStop();
    QVERIFY(child.stopRequested());
    QVERIFY(!parent.stopRequested());
    QCOMPARE(waiter.woken, 0);
    parent.requestStop();
    QCOMPARE(waiter.woken, 1);
}

void tst_Stop::childOfAStoppedParentIsStopped()
{
    StopSource parent;
    parent.requestStop();
    QVERIFY(StopSource(parent.token()).stopRequested());
}

void tst_Stop::childOfADefaultTokenStopsAlone()
{
    StopSource child{StopToken()};
    QVERIFY(!child.stopRequested());
    child.requestStop();
    QVERIFY(child.stopRequested());
}

void tst_Stop::grandchildStopsToo()
{
    StopSource parent;
    std::optional<StopSource> child(std::in_place, parent.token());
    const StopSource grandchild(child->token());
    parent.requestStop();
    QVERIFY(child->stopRequested());
    QVERIFY(grandchild.stopRequested());
}

void tst_Stop::goneChildDoesNoHarm()
{
    StopSource parent;
    for (int i = 0; i < 100; ++i) {
        const StopSource child(parent.token());
        QVERIFY(!child.stopRequested());
    }
    parent.requestStop();
    QVERIFY(parent.stopRequested());
}

void tst_Stop::stopInsideAWakeUpWakesEachOnce()
{
    StopSource source;
    Waiter first([&source] { source.requestStop(); });
    Waiter second;
    source.token().link(&first);
    source.token().link(&second);
    source.requestStop();
    QCOMPARE(first.woken, 1);
    QCOMPARE(second.woken, 1);
}

void tst_Stop::waiterMayUnlinkAnotherInsideAWakeUp()
{
    StopSource source;
    Waiter second;
    Waiter first([&source, &second] { source.token().unlink(&second); });
    source.token().link(&first);
    source.token().link(&second);
    source.requestStop();
    QCOMPARE(first.woken, 1);
    QCOMPARE(second.woken, 0);
}

void tst_Stop::waiterMayEndTheSourceInsideAWakeUp()
{
    auto source = std::make_unique<StopSource>();
    Waiter first([&source] { source.reset(); });
    Waiter second;
    source->token().link(&first);
    source->token().link(&second);
    source->requestStop();
    QVERIFY(!source);
    QCOMPARE(first.woken, 1);
    QCOMPARE(second.woken, 1);
}

} // namespace vestnik

QTEST_GUILESS_MAIN(vestnik::tst_Stop)
#include "tst_stop.moc"
