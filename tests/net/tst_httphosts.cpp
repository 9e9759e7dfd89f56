// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/net/httpbench.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <vector>

using namespace vestnik;

namespace {

int readyOf(const std::vector<Got> &all)
{
    return static_cast<int>(std::count_if(all.begin(), all.end(), [](const Got &got) { return got.ready(); }));
}

} // namespace

/// How the client treats hosts: places, holds, the circuit breaker, and stops.
class TestHttpHosts final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void retryAfterHoldsTheWholeHost()
    {
        bool angry = true;
        HttpBench bench([&angry](const QByteArray &) {
            return std::exchange(angry, false) ? ScriptReply::good("", 429, "Retry-After: 7\r\n")
                                               : ScriptReply::good("ok");
        });
        QSignalSpy states(bench.client.get(), &HttpClient::hostStateChanged);
        const qint64 began = bench.clock.now();
        const Got first = bench.get(QStringLiteral("/a"));
        QTRY_COMPARE(states.size(), 1);
        QCOMPARE(states.at(0).at(1).toLongLong(), began + 7000);
        QCOMPARE(states.at(0).at(2).toLongLong(), qint64(0));
        QCOMPARE(states.at(0).at(3).value<Error>().code, ErrorCode::TooManyRequests);
        const Got second = bench.get(QStringLiteral("/b"));
        bench.clock.advance(6999);
        QCOMPARE(bench.server.requests.size(), 1);
        QVERIFY(!second.ready());
        bench.clock.advance(1);
        QTRY_VERIFY(first.ready() && second.ready());
        QVERIFY(first.value() && second.value());
        QCOMPARE(states.size(), 2);
        QCOMPARE(states.at(1).at(1).toLongLong(), qint64(0));
        QCOMPARE(states.at(1).at(3).value<Error>().code, ErrorCode::None);
    }

    void waitingForAPlaceIsNoSilence()
    {
        HttpBench bench([](const QByteArray &) { return ScriptReply::silence(); });
        bench.client->setTimeout(5000);
        std::vector<Got> all;
        for (int i = 0; i < 24; ++i) {
            all.push_back(bench.get(QStringLiteral("/%1").arg(i)));
        }
        int done = 0;
        while (done < 24) {
            QTRY_COMPARE(bench.server.inFlight, HttpClient::placesPerHost);
            bench.clock.advance(4000);
            bench.server.answerHanging();
            done += HttpClient::placesPerHost;
            QTRY_COMPARE(readyOf(all), done);
        }
        for (const Got &got : all) {
            QVERIFY(got.value());
        }
        QCOMPARE(bench.server.mostInFlight, HttpClient::placesPerHost);
    }

    void stopEndsAtOnce_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("end");
        QTest::newRow("while the server is silent") << QByteArray() << static_cast<int>(ScriptReply::End::Hang);
        QTest::newRow("in the middle of the body") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhal")
                                                   << static_cast<int>(ScriptReply::End::Hang);
        QTest::newRow("between two tries")
            << ScriptReply::good("", 500).bytes << static_cast<int>(ScriptReply::End::Keep);
    }
    void stopEndsAtOnce()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, end);
        HttpBench bench([=](const QByteArray &) { return ScriptReply{bytes, static_cast<ScriptReply::End>(end)}; });
        QSignalSpy idle(bench.client.get(), &HttpClient::idle);
        StopSource stop;
        std::vector<Got> all;
        for (int i = 0; i < 20; ++i) {
            all.push_back(bench.get(QStringLiteral("/page"), stop.token()));
        }
        QTRY_VERIFY(bench.server.requests.size() >= HttpClient::placesPerHost);
        stop.requestStop();
        for (const Got &got : all) {
            QVERIFY(got.ready());
            QCOMPARE(got->error().code, ErrorCode::Cancelled);
        }
        QCOMPARE(bench.client->live(), 0);
        QCOMPARE(idle.size(), 1);
        QCOMPARE(bench.clock.pending(), 0);
    }

    void stopInTheQueueAndTwice()
    {
        HttpBench bench([](const QByteArray &) { return ScriptReply::good("ok"); });
        bench.client->setPace(0.001, 1);
        const Got first = bench.get(QStringLiteral("/1"));
        QTRY_VERIFY(first.ready());
        const Got second = bench.get(QStringLiteral("/2"));
        QCOMPARE(bench.client->queued(QStringLiteral("127.0.0.1:%1").arg(bench.server.port())), 1);
        bench.client->stopAll();
        QCOMPARE(second->error().code, ErrorCode::Cancelled);
        bench.client->stopAll();
        StopSource stopped;
        stopped.requestStop();
        const Got third = bench.get(QStringLiteral("/3"), stopped.token());
        QCOMPARE(third->error().code, ErrorCode::Cancelled);
        bench.client->setPace(0, 1);
        const Got fourth = bench.get(QStringLiteral("/4"));
        QTRY_VERIFY(fourth.ready());
        QVERIFY(fourth.value());
    }

    void destructionEndsWhatIsInFlight()
    {
        HttpBench bench([](const QByteArray &) { return ScriptReply::silence(); });
        std::vector<Got> all;
        for (int i = 0; i < 10; ++i) {
            all.push_back(bench.get(QStringLiteral("/%1").arg(i)));
        }
        QTRY_COMPARE(bench.server.inFlight, HttpClient::placesPerHost);
        bench.client.reset();
        for (const Got &got : all) {
            QCOMPARE(got->error().code, ErrorCode::Cancelled);
        }
    }

    void aDeadHostEndsManyRequestsSoon()
    {
        HttpBench bench([](const QByteArray &) { return ScriptReply::good("ok"); });
        QTcpServer closed;
        QVERIFY(closed.listen(QHostAddress::LocalHost));
        const QString dead = QStringLiteral("http://127.0.0.1:%1/s/").arg(closed.serverPort());
        closed.close();
        QSignalSpy states(bench.client.get(), &HttpClient::hostStateChanged);
        std::vector<Got> all;
        for (int i = 0; i < 200; ++i) {
            all.emplace_back(bench.client->get(HttpRequest(QUrl(dead + QString::number(i))), {}));
        }
        QTRY_COMPARE((bench.clock.advance(1000), readyOf(all)), 200);
        const auto paused = std::count_if(
            all.begin(), all.end(), [](const Got &g) { return g->error().code == ErrorCode::HostPaused; });
        QVERIFY2(paused >= 180, qPrintable(QString::number(paused)));
        QCOMPARE(states.size(), 1);
        QVERIFY(states.at(0).at(2).toLongLong() > bench.clock.now());
        const Got other = bench.get(QStringLiteral("/s/other"));
        QTRY_VERIFY(other.ready());
        QVERIFY(other.value());
    }

    void aHostThatComesBackIsFoundOut()
    {
        bool dead = true;
        HttpBench bench(
            [&dead](const QByteArray &) { return dead ? ScriptReply::good("", 503) : ScriptReply::good("ok"); });
        QSignalSpy states(bench.client.get(), &HttpClient::hostStateChanged);
        std::vector<Got> failing;
        for (int i = 0; i < 10; ++i) {
            failing.push_back(bench.get(QStringLiteral("/%1").arg(i)));
        }
        QTRY_COMPARE((bench.clock.advance(100), bench.client->live()), 0);
        QCOMPARE(states.size(), 1);
        const Got refused = bench.get(QStringLiteral("/early"));
        QVERIFY(refused.ready());
        QCOMPARE(refused->error().code, ErrorCode::HostPaused);
        dead = false;
        bench.clock.advance(30'000);
        std::vector<Got> all;
        for (int i = 0; i < 10; ++i) {
            all.push_back(bench.get(QStringLiteral("/%1").arg(i)));
        }
        QTRY_COMPARE(readyOf(all), 10);
        for (const Got &got : all) {
            QVERIFY(got.value());
        }
        QCOMPARE(states.size(), 2);
        QCOMPARE(states.at(1).at(2).toLongLong(), qint64(0));
    }

    void oneBadPageStopsNoOther()
    {
        HttpBench bench([](const QByteArray &target) {
            return target == "/bad" ? ScriptReply::good("", 500) : ScriptReply::good("ok");
        });
        for (int i = 0; i < 5; ++i) {
            const Got bad = bench.get(QStringLiteral("/bad"));
            SETTLE(bench, bad);
            QCOMPARE(bad->error().code, ErrorCode::ServerError);
        }
        const Got good = bench.get(QStringLiteral("/good"));
        QTRY_VERIFY(good.ready());
        QVERIFY(good.value());
    }

    void forgivenHostsAreAskedAtOnce()
    {
        bool dead = true;
        HttpBench bench(
            [&dead](const QByteArray &) { return dead ? ScriptReply::good("", 503) : ScriptReply::good("ok"); });
        std::vector<Got> failing;
        for (int i = 0; i < 10; ++i) {
            failing.push_back(bench.get(QStringLiteral("/%1").arg(i)));
        }
        QTRY_COMPARE((bench.clock.advance(100), bench.client->live()), 0);
        dead = false;
        bench.client->forgiveHosts();
        const Got got = bench.get(QStringLiteral("/1"));
        QTRY_VERIFY(got.ready());
        QVERIFY(got.value());
    }
};

QTEST_GUILESS_MAIN(TestHttpHosts)
#include "tst_httphosts.moc"
