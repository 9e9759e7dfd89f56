// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/demoworld.h"
#include "app/demo/gzip.h"
#include "app/demo/previewserver.h"
#include "tests/support/previewstandin/faults.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>

using namespace vestnik;
using namespace Qt::StringLiterals;

namespace {

struct Answer {
    int status = 0;
    QNetworkReply::NetworkError error = QNetworkReply::NoError;
    QByteArray body;
    QByteArray encoding;
    QByteArray retryAfter;
    bool finished = false;
};

const QString channelName = u"lens_daily_demo"_s;

} // namespace

class TestPreviewServer final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<PreviewServer>(DemoWorld().makeSite());
        QVERIFY(m_server->listen());
        m_faults = FaultBook();
        m_server->setHook(m_faults.hook());
        m_network = std::make_unique<QNetworkAccessManager>();
    }
    void cleanup()
    {
        m_network.reset();
        m_server.reset();
    }

    void pagesAreServedPlainAndPacked()
    {
        const QByteArray target = "/s/lens_daily_demo?before=60";
        const Answer plain = fetch(target, false);
        const Answer packed = fetch(target, true);
        QCOMPARE(plain.status, 200);
        QVERIFY(plain.encoding.isEmpty());
        QCOMPARE(packed.encoding, QByteArray("gzip"));
        QVERIFY(packed.body.size() < plain.body.size() / 3);
        QCOMPARE(gunzipped(packed.body), plain.body);
        QCOMPARE(plain.body, m_server->site().page(channelName, 60));
        QCOMPARE(fetch(target, true).body, packed.body);
    }

    void pagingOverHttpReachesEveryPostOnce()
    {
        static const QRegularExpression mark(u"data-post=\"[^/\"]+/(\\d+)\""_s);
        QList<qint64> seen;
        QByteArray target = "/s/lens_daily_demo";
        for (int pages = 0; pages < 100 && !target.isEmpty(); ++pages) {
            const QByteArray body = fetch(target, false).body;
            QList<qint64> ids;
            for (auto found = mark.globalMatch(QString::fromUtf8(body)); found.hasNext();) {
                ids.append(found.next().captured(1).toLongLong());
            }
            seen = ids + seen;
            target = ids.isEmpty() ? QByteArray() : "/s/lens_daily_demo?before=" + QByteArray::number(ids.first());
        }
        QList<qint64> expected;
        for (const SitePost &post : m_server->site().posts(channelName)) {
            expected.append(post.id);
        }
        QCOMPARE(seen, expected);
    }

    void changedPageIsServedAnew()
    {
        const QByteArray target = "/s/lens_daily_demo";
        const QByteArray before = fetch(target, false).body;
        SitePost post = m_server->site().posts(channelName).last();
        post.views += 1'000'000;
        QVERIFY(m_server->site().replace(channelName, post));
        QVERIFY(fetch(target, false).body != before);
        m_server->setSite(PreviewSite());
        QCOMPARE(fetch(target, false).status, 302);
    }

    void picturesOfThePageAreServedHere()
    {
        static const QRegularExpression address(u"url\\('(http://127[^']+\\.png)'\\)"_s);
        const QString page = QString::fromUtf8(fetch("/s/lens_daily_demo", false).body);
        const QUrl url(address.match(page).captured(1));
        QVERIFY(url.isValid() && url.port() == m_server->port());
        QVERIFY(fetch(url.path().toLatin1(), true).body.startsWith("\x89PNG"));
        QCOMPARE(fetch("/file/unknown.png", true).status, 404);
    }

    void rawRequestsAreAnswered_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<QByteArray>("begins");
        QTest::addColumn<int>("answers");
        QTest::addColumn<bool>("closes");
        const QByteArray get = "GET /nobody_here HTTP/1.1\r\nHost: x\r\n\r\n";
        QTest::newRow("keeps alive") << get << QByteArray("HTTP/1.1 200 OK") << 1 << false;
        QTest::newRow("pipelined") << get + get + get << QByteArray("HTTP/1.1 200 OK") << 3 << false;
        QTest::newRow("head only") << QByteArray("HEAD /nobody_here HTTP/1.1\r\n\r\n") << QByteArray("HTTP/1.1 200 OK")
                                   << 1 << false;
        QTest::newRow("close") << QByteArray("GET /nobody_here HTTP/1.1\r\nConnection: close\r\n\r\n")
                               << QByteArray("HTTP/1.1 200 OK") << 1 << true;
        QTest::newRow("HTTP/1.0") << QByteArray("GET /nobody_here HTTP/1.0\r\n\r\n") << QByteArray("HTTP/1.1 200 OK")
                                  << 1 << true;
        QTest::newRow("post") << QByteArray("POST /nobody_here HTTP/1.1\r\n\r\n") << QByteArray("HTTP/1.1 405") << 1
                              << true;
        QTest::newRow("no HTTP") << QByteArray("\x16\x03\x01 hello\r\n\r\n") << QByteArray("HTTP/1.1 400") << 1 << true;
        QTest::newRow("too large") << QByteArray("GET /") + QByteArray(20'000, 'a') << QByteArray("HTTP/1.1 431") << 1
                                   << true;
        QTest::newRow("bad name") << QByteArray("GET /a-b HTTP/1.1\r\n\r\n") << QByteArray("HTTP/1.1 404") << 1
                                  << false;
    }
    void rawRequestsAreAnswered()
    {
        QFETCH(QByteArray, request);
        QFETCH(QByteArray, begins);
        QFETCH(int, answers);
        QFETCH(bool, closes);
        QTcpSocket socket;
        socket.connectToHost(u"127.0.0.1"_s, m_server->port());
        socket.write(request);
        QByteArray got;
        connect(&socket, &QTcpSocket::readyRead, this, [&] { got += socket.readAll(); });
        QTRY_COMPARE(got.count("HTTP/1.1 "), answers);
        QVERIFY2(got.startsWith(begins), got.left(80).constData());
        if (request.startsWith("HEAD")) {
            QVERIFY(got.endsWith("\r\n\r\n"));
        }
        if (closes) {
            QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);
        } else {
            QCOMPARE(socket.state(), QAbstractSocket::ConnectedState);
        }
    }

    void idleConnectionsAreClosed()
    {
        m_server->setIdleTimeout(30);
        QTcpSocket socket;
        socket.connectToHost(u"127.0.0.1"_s, m_server->port());
        QTRY_COMPARE(m_server->openConnections(), 1);
        QTRY_COMPARE(m_server->openConnections(), 0);
        QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);
    }

    void statusFaultsAreServed()
    {
        m_faults.add(u"*"_s, faults::tooManyRequests());
        m_faults.add(u"LENS_daily_demo"_s, faults::tooManyRequests(7));
        m_faults.add(channelName, faults::status(503), 2);
        m_faults.addFor(channelName, "before=5", faults::status(500), -1);
        const Answer bare = fetch("/s/lens_daily_demo", true);
        QCOMPARE(bare.status, 429);
        QVERIFY(bare.retryAfter.isEmpty());
        QCOMPARE(fetch("/s/lens_daily_demo", true).retryAfter, QByteArray("7"));
        QCOMPARE(fetch("/s/tech_orchard_demo", true).status, 200);
        QCOMPARE(fetch("/s/lens_daily_demo", true).status, 503);
        QCOMPARE(fetch("/s/lens_daily_demo", true).status, 503);
        QCOMPARE(fetch("/s/lens_daily_demo", true).status, 200);
        QCOMPARE(fetch("/s/lens_daily_demo?before=5", true).status, 500);
        QCOMPARE(m_faults.hits(), 5);
        m_faults.clear();
        QCOMPARE(fetch("/s/lens_daily_demo?before=5", true).status, 200);
    }

    void brokenTransfersAreSeenByTheClient_data()
    {
        QTest::addColumn<Fault>("fault");
        QTest::newRow("reset at once") << faults::resetAtOnce();
        QTest::newRow("reset in the body") << faults::resetInBody();
        QTest::newRow("truncated") << faults::truncated();
    }
    void brokenTransfersAreSeenByTheClient()
    {
        QFETCH(Fault, fault);
        // The client may repeat a request by itself.
        m_faults.add(u"*"_s, fault, -1);
        const Answer answer = fetch("/s/lens_daily_demo", true);
        QVERIFY(answer.finished);
        QVERIFY(answer.error != QNetworkReply::NoError);
        QTRY_COMPARE(m_server->requestsInFlight(), 0);
    }

    void hangingAnswersEndWithTheClient_data()
    {
        QTest::addColumn<Fault>("fault");
        QTest::newRow("silent") << faults::hang();
        QTest::newRow("in the body") << faults::hangInBody();
        QTest::newRow("slow") << faults::slow(1);
        QTest::newRow("late") << faults::delayed(600'000);
    }
    void hangingAnswersEndWithTheClient()
    {
        QFETCH(Fault, fault);
        m_faults.add(u"*"_s, fault, -1);
        std::unique_ptr<QNetworkReply> reply(m_network->get(QNetworkRequest(address("/s/lens_daily_demo"))));
        QTRY_COMPARE(m_server->requestsInFlight(), 1);
        QVERIFY(!reply->isFinished());
        reply->abort();
        QTRY_COMPARE(m_server->requestsInFlight(), 0);
    }

    void damagedGzipCannotBeRead()
    {
        m_faults.add(channelName, faults::damagedGzip());
        const Answer answer = fetch("/s/lens_daily_demo", true);
        QCOMPARE(answer.encoding, QByteArray("gzip"));
        QVERIFY(gunzipped(answer.body).isEmpty());
    }

    void gzipBombUnpacksToZeros()
    {
        m_faults.add(channelName, faults::gzipBomb(3));
        m_faults.add(channelName, faults::gzipBomb());
        QCOMPARE(gunzipped(fetch("/s/lens_daily_demo", true).body), QByteArray(3 << 20, '\0'));
        const QByteArray bomb = fetch("/s/lens_daily_demo", true).body;
        QVERIFY(bomb.size() < (2 << 20));
        QVERIFY(gunzipped(bomb, 16 << 20).isEmpty());
    }

    void badPagesAreServed()
    {
        const QByteArray usual = m_server->site().page(channelName);
        const auto page = [this](const Fault &fault) {
            m_faults.add(channelName, fault);
            return fetch("/s/lens_daily_demo", false).body;
        };
        QVERIFY(page(faults::hugePage()).size() > 50'000'000);
        QCOMPARE(page(faults::nestedTags()).count("<div>"), 200'000);
        QVERIFY(page(faults::invalidUtf8()).contains("\xff\xfe"));
        QVERIFY(page(faults::garbageHtml()).contains('\0'));
        QVERIFY(page(faults::emptyBody()).isEmpty());
        QVERIFY(!page(faults::otherSite()).contains("tgme_"));
        QVERIFY(usual.contains("rel=\"prev\"") && usual.contains("data-before"));
        const QByteArray noPrev = page(faults::missingPrevLink());
        QVERIFY(!noPrev.contains("rel=\"prev\"") && !noPrev.contains("data-before"));
        QCOMPARE(noPrev.count("data-post"), usual.count("data-post"));
        const QByteArray throttled = page(faults::noPostsFound());
        QVERIFY(throttled.contains("No posts found") && throttled.contains("tgme_channel_info_header"));
        QVERIFY(!throttled.contains("data-post") && !throttled.contains("rel=\"prev\""));
    }

    void redirectFaultsLead()
    {
        m_faults.add(channelName, faults::redirectLoop(), -1);
        QNetworkRequest request(address("/s/lens_daily_demo"));
        request.setMaximumRedirectsAllowed(5);
        std::unique_ptr<QNetworkReply> reply(m_network->get(request));
        QTRY_VERIFY(reply->isFinished());
        QCOMPARE(reply->error(), QNetworkReply::TooManyRedirectsError);
        m_faults.clear();
        m_faults.add(channelName, faults::contactPage(), 2);
        QCOMPARE(fetch("/s/lens_daily_demo", false).status, 302);
        QVERIFY(fetch("/lens_daily_demo", false).body.contains("right away"));
        QVERIFY(fetch("/lens_daily_demo", false).body.contains("Preview channel"));
    }

    void downHostRefusesAndComesBack()
    {
        const quint16 port = m_server->port();
        m_server->goDown(150);
        QVERIFY(!m_server->isListening());
        QCOMPARE(fetch("/s/lens_daily_demo", true).error, QNetworkReply::ConnectionRefusedError);
        QTRY_VERIFY(m_server->isListening());
        QCOMPARE(m_server->port(), port);
        QCOMPARE(fetch("/s/lens_daily_demo", true).status, 200);
    }

    void downFromAHookCutsTheAsker()
    {
        m_server->setHook([this](const PreviewRequest &) -> std::optional<RawReply> {
            m_server->setHook({});
            m_server->goDown(60'000);
            return std::nullopt;
        });
        QVERIFY(fetch("/s/lens_daily_demo", true).error != QNetworkReply::NoError);
        QCOMPARE(m_server->openConnections(), 0);
        QCOMPARE(m_server->requestsInFlight(), 0);
    }

    void logTellsPathsTimesAndMaxima()
    {
        QSignalSpy requested(m_server.get(), &PreviewServer::requested);
        m_faults.add(u"*"_s, faults::hang(), -1);
        QList<QNetworkReply *> replies;
        for (int i = 0; i < 3; ++i) {
            replies.append(
                m_network->get(QNetworkRequest(address("/s/lens_daily_demo?before=" + QByteArray::number(i + 2)))));
        }
        QTRY_COMPARE(m_server->requestsInFlight(), 3);
        QCOMPARE(m_server->maxima().concurrent, 3);
        QCOMPARE(m_server->maxima().connections, 3);
        QCOMPARE(m_server->maxima().requests, 3);
        QCOMPARE(m_server->log().size(), 3);
        QCOMPARE(m_server->log().last().concurrent, 3);
        QCOMPARE(requested.size(), 3);
        qDeleteAll(replies);
        QTRY_COMPARE(m_server->requestsInFlight(), 0);
        m_server->clearLog();
        m_faults.clear();
        QCOMPARE(fetch("/s/lens_daily_demo", true).status, 200);
        QCOMPARE(m_server->log().size(), 1);
        QCOMPARE(m_server->log().first().target, QByteArray("/s/lens_daily_demo"));
        QCOMPARE(m_server->log().first().status, 200);
        QCOMPARE(m_server->maxima().concurrent, 1);
    }

    void latencyHoldsRequestsInFlight()
    {
        m_server->setLatency(40);
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(fetch("/s/lens_daily_demo", true).status, 200);
        QVERIFY(timer.elapsed() >= 39);
    }

    void cachedPagesAreServedQuickly()
    {
        m_server->setHook({});
        m_server->warmUp();
        QTcpSocket socket;
        socket.connectToHost(u"127.0.0.1"_s, m_server->port());
        constexpr int batch = 5000;
        const QByteArray request = "GET /s/lens_daily_demo HTTP/1.1\r\nAccept-Encoding: gzip\r\n\r\n";
        qint64 got = 0;
        connect(&socket, &QTcpSocket::readyRead, this, [&] { got += socket.readAll().size(); });
        socket.write(request);
        QTRY_COMPARE(m_server->maxima().requests, 1);
        const qint64 size = m_server->maxima().bytesWritten;
        QTRY_COMPARE(got, size);
        QBENCHMARK
        {
            got = 0;
            socket.write(request.repeated(batch));
            QTRY_COMPARE(got, size * batch);
        }
    }

private:
    [[nodiscard]] QUrl address(const QByteArray &target) const
    {
        return QUrl::fromEncoded(m_server->url().toEncoded() + target);
    }

    /// Asks without following redirects; with `packed` the body is left as it came.
    Answer fetch(const QByteArray &target, bool packed)
    {
        QNetworkRequest request(address(target));
        request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
        request.setRawHeader("Accept-Encoding", packed ? "gzip" : "identity");
        request.setTransferTimeout(20'000);
        std::unique_ptr<QNetworkReply> reply(m_network->get(request));
        QSignalSpy finished(reply.get(), &QNetworkReply::finished);
        Answer answer;
        answer.finished = reply->isFinished() || finished.wait(30'000);
        answer.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        answer.error = reply->error();
        answer.body = reply->readAll();
        answer.encoding = reply->rawHeader("Content-Encoding");
        answer.retryAfter = reply->rawHeader("Retry-After");
        return answer;
    }

    std::unique_ptr<PreviewServer> m_server;
    std::unique_ptr<QNetworkAccessManager> m_network;
    FaultBook m_faults;
};

QTEST_GUILESS_MAIN(TestPreviewServer)
#include "tst_previewserver.moc"
