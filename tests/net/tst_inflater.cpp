// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/inflater.h"
#include "tests/net/scriptserver.h"

#include <QTest>

using namespace vestnik;
using State = Inflater::State;

namespace {

constexpr qint64 wide = 64 * 1024 * 1024;

QByteArray sample()
{
    QByteArray text;
    for (int i = 0; i < 20'000; ++i) {
        text += "line " + QByteArray::number(i * 7919) + "\n";
    }
    return text;
}

} // namespace

class TestInflater final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void givesBackWhatWasPacked_data()
    {
        QTest::addColumn<int>("piece");
        QTest::newRow("byte by byte") << 1;
        QTest::newRow("odd pieces") << 777;
        QTest::newRow("at once") << 100'000'000;
    }
    void givesBackWhatWasPacked()
    {
        QFETCH(int, piece);
        const QByteArray packed = gzipped(sample());
        Inflater inflater(wide);
        QByteArray out;
        for (qsizetype at = 0; at < packed.size(); at += piece) {
            QCOMPARE(inflater.state(), State::More);
            inflater.feed(packed.mid(at, piece), out);
        }
        QCOMPARE(inflater.state(), State::Ended);
        QVERIFY(out == sample());
    }

    void severalMembersAreOneText()
    {
        Inflater inflater(wide);
        QByteArray out;
        QCOMPARE(inflater.feed(QByteArray(gzipped("one ") + gzipped("two ")), out), State::Ended);
        QCOMPARE(inflater.feed(gzipped("three"), out), State::Ended);
        QCOMPARE(out, QByteArray("one two three"));
    }

    void bytesBehindTheEndAreIgnored()
    {
        Inflater inflater(wide);
        QByteArray out;
        QCOMPARE(inflater.feed(QByteArray(gzipped("text") + "\n\n"), out), State::Ended);
        QCOMPARE(inflater.feed(QByteArray("more"), out), State::Ended);
        QCOMPARE(out, QByteArray("text"));
    }

    void aBombStopsAtTheCap()
    {
        const QByteArray bomb = gzipped(QByteArray(50'000'000, '\0'));
        QVERIFY(bomb.size() < 100'000);
        Inflater inflater(1'000'000);
        QByteArray out;
        QCOMPARE(inflater.feed(bomb, out), State::TooLarge);
        QCOMPARE(out.size(), 1'000'000);
        QCOMPARE(inflater.feed(bomb, out), State::TooLarge);
        QCOMPARE(out.size(), 1'000'000);
    }

    void exactlyTheCapIsAllowed()
    {
        Inflater inflater(1000);
        QByteArray out;
        QCOMPARE(inflater.feed(gzipped(QByteArray(1000, 'x')), out), State::Ended);
        QCOMPARE(out.size(), 1000);
    }

    void damageIsSeen_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QByteArray middle = gzipped(sample());
        for (qsizetype i = middle.size() / 2; i < middle.size() / 2 + 64; ++i) {
            middle[i] = static_cast<char>(~middle.at(i));
        }
        QTest::newRow("overwritten middle") << middle;
        QByteArray sum = gzipped(sample());
        sum[sum.size() - 6] = static_cast<char>(~sum.at(sum.size() - 6));
        QTest::newRow("wrong checksum") << sum;
        QTest::newRow("no gzip at all") << QByteArray("<!DOCTYPE html><html>");
    }
    void damageIsSeen()
    {
        QFETCH(QByteArray, bytes);
        Inflater inflater(wide);
        QByteArray out;
        QCOMPARE(inflater.feed(bytes, out), State::Damaged);
    }

    void anEarlyEndIsNoEnd()
    {
        const QByteArray packed = gzipped(sample());
        for (qsizetype length = 0; length < packed.size(); length += 997) {
            Inflater inflater(wide);
            QByteArray out;
            QCOMPARE(inflater.feed(packed.left(length), out), State::More);
        }
    }
};

QTEST_GUILESS_MAIN(TestInflater)
#include "tst_inflater.moc"
