// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/net/httpbench.h"

#include <QNetworkAccessManager>
#include <QTest>
#include <QTimer>

#include <array>
#include <cstddef>
#include <cstring>
#include <memory>

using namespace vestnik;

namespace {

QByteArray bigText()
{
    return QByteArray("0123456789abcdef").repeated(20'000);
}

} // namespace

class TestHttpClient final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isMadeInMemoryThatWasUsedBefore()
    {
        // As the heap gives it: a member that is read before it is made has another value each time.
        FakeClock clock;
        for (const int left : {0, 1, 2, 3}) {
            alignas(HttpClient) std::array<std::byte, sizeof(HttpClient)> room;
            for (std::size_t at = 0; at + sizeof left <= room.size(); at += sizeof left) {
                std::memcpy(room.data() + at, &left, sizeof left);
            }
            HttpClient *client = std::construct_at(reinterpret_cast<HttpClient *>(room.data()), clock);
            const auto *manager = client->findChild<QNetworkAccessManager *>();
            QVERIFY(manager);
            QVERIFY(manager->proxyFactory()); // of the system, as long as nothing else is said
            std::destroy_at(client);
        }
    }
    void givesTheAnswer_data()
    {
        QTest::addColumn<bool>("gzip");
        QTest::newRow("plain") << false;
        QTest::newRow("gzip") << true;
    }
    void givesTheAnswer()
    {
        QFETCH(bool, gzip);
        const QByteArray wire = gzip ? gzipped(bigText()) : bigText();
        const QByteArray encoding = gzip ? "Content-Encoding: gzip\r\n" : "";
        HttpBench bench([=](const QByteArray &) {
            return ScriptReply::good(wire, 200, encoding + "Content-Type: text/html; charset=utf-8\r\n");
        });
        const Got got = bench.get(QStringLiteral("/s/name"));
        QTRY_VERIFY(got.ready());
        const Result<HttpResponse> &response = got.value();
        QVERIFY(response);
        QVERIFY(response->body == bigText());
        QCOMPARE(response->status, 200);
        QCOMPARE(response->wireBytes, wire.size());
        QCOMPARE(response->attempts, 1);
        QCOMPARE(response->requests, 1);
        QCOMPARE(response->redirected, false);
        QCOMPARE(response->finalUrl, bench.server.url(QStringLiteral("/s/name")));
        QCOMPARE(response->contentType, QByteArray("text/html; charset=utf-8"));
    }

    void saysWhoItIsAndNothingMore()
    {
        HttpBench bench([](const QByteArray &) { return ScriptReply::good("ok", 200, "Set-Cookie: id=1\r\n"); });
        HttpRequest request(bench.server.url());
        request.acceptLanguage = QByteArrayLiteral("en");
        const Got first(bench.client->get(request, {}));
        QTRY_VERIFY(first.ready());
        const Got second(bench.client->get(request, {}));
        QTRY_VERIFY(second.ready());
        QCOMPARE(bench.server.requests.size(), 2);
        const QByteArray head = bench.server.requests.last().toLower();
        QVERIFY(head.contains("user-agent: mozilla/5.0 (compatible; vestnik/0.1)\r\n"));
        QVERIFY(head.contains("accept-encoding: gzip\r\n"));
        QVERIFY(head.contains("accept-language: en\r\n"));
        QVERIFY(!head.contains("cookie"));
        QVERIFY(!head.contains("referer"));
    }

    void refusesAddressesThatAreNone_data()
    {
        QTest::addColumn<QString>("url");
        QTest::newRow("empty") << QString();
        QTest::newRow("no host") << QStringLiteral("http:///x");
        QTest::newRow("file") << QStringLiteral("file:///etc/passwd");
        QTest::newRow("telegram") << QStringLiteral("tg://resolve?domain=x");
        QTest::newRow("password") << QStringLiteral("http://user:secret@127.0.0.1/");
    }
    void refusesAddressesThatAreNone()
    {
        QFETCH(QString, url);
        HttpBench bench([](const QByteArray &) { return ScriptReply::good("ok"); });
        const Got got(bench.client->get(HttpRequest(QUrl(url)), {}));
        QVERIFY(got.ready());
        QCOMPARE(got->error().code, ErrorCode::InvalidArgument);
        QVERIFY(!errorEnglish(got->error()).contains(QLatin1String("secret")));
    }

    void failuresHaveTheirCodes_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("end");
        QTest::addColumn<int>("code");
        QTest::addColumn<int>("requests"); // of 3 attempts
        const auto row = [](const char *name, const ScriptReply &reply, ErrorCode code, int requests) {
            QTest::newRow(name) << reply.bytes << static_cast<int>(reply.end) << static_cast<int>(code) << requests;
        };
        using End = ScriptReply::End;
        const QByteArray packed = gzipped(bigText());
        QByteArray damaged = packed;
        for (qsizetype i = damaged.size() / 2; i < damaged.size() / 2 + 32; ++i) {
            damaged[i] = static_cast<char>(~damaged.at(i));
        }
        const QByteArray gzip = "Content-Encoding: gzip\r\n";
        row("404", ScriptReply::good("no", 404), ErrorCode::HttpStatus, 1);
        row("403", ScriptReply::good("no", 403), ErrorCode::HttpStatus, 1);
        row("304", ScriptReply::good("", 304), ErrorCode::HttpStatus, 1);
        row("429", ScriptReply::good("slow down", 429), ErrorCode::TooManyRequests, 3);
        row("500", ScriptReply::good("oops", 500), ErrorCode::ServerError, 3);
        row("503", ScriptReply::good("", 503), ErrorCode::ServerError, 3);
        row("cut", {"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nshort", End::Close}, ErrorCode::TruncatedResponse,
            3);
        row("reset in the body", {"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nshort", End::Reset},
            ErrorCode::TruncatedResponse, 3);
        row("closed before the head", {"", End::Close}, ErrorCode::ConnectionLost, 3);
        row("no HTTP", {"SSH-2.0-OpenSSH_9.2\r\n", End::Close}, ErrorCode::ConnectionLost, 3);
        row("damaged gzip", ScriptReply::good(damaged, 200, gzip), ErrorCode::BadCompression, 3);
        row("no gzip", ScriptReply::good("<html>", 200, gzip), ErrorCode::BadCompression, 3);
        row("gzip cut", ScriptReply::good(packed.left(packed.size() / 2), 200, gzip), ErrorCode::TruncatedResponse, 3);
        row("brotli", ScriptReply::good("xx", 200, "Content-Encoding: br\r\n"), ErrorCode::BadCompression, 3);
        row("bomb", ScriptReply::good(gzipped(QByteArray(30'000'000, '\0')), 200, gzip), ErrorCode::ResponseTooLarge,
            1);
        row("too much announced", {"HTTP/1.1 200 OK\r\nContent-Length: 50000000\r\n\r\n", End::Hang},
            ErrorCode::ResponseTooLarge, 1);
        row("too much unannounced", {"HTTP/1.1 200 OK\r\n\r\n" + QByteArray(10'000'000, 'x'), End::Close},
            ErrorCode::ResponseTooLarge, 1);
        row("redirect to nowhere", ScriptReply::good("", 302), ErrorCode::HttpStatus, 1);
        row("redirect to an app", ScriptReply::redirect("tg://resolve?domain=x"), ErrorCode::HttpStatus, 1);
        row("redirect to itself", ScriptReply::redirect("/page"), ErrorCode::TooManyRedirects, 1);
    }
    void failuresHaveTheirCodes()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, end);
        QFETCH(int, code);
        HttpBench bench([=](const QByteArray &) { return ScriptReply{bytes, static_cast<ScriptReply::End>(end)}; });
        bench.client->setAttempts(3);
        const Got got = bench.get(QStringLiteral("/page"));
        SETTLE(bench, got);
        QVERIFY(!got.value());
        QCOMPARE(errorCodeName(got->error().code), errorCodeName(static_cast<ErrorCode>(code)));
        QCOMPARE(got->error().subject, QStringLiteral("127.0.0.1:%1").arg(bench.server.port()));
        // Qt itself repeats a request whose connection ended before the head.
        if (code != static_cast<int>(ErrorCode::ConnectionLost)) {
            QTEST(int(bench.server.requests.size()), "requests");
        }
        QCOMPARE(bench.client->live(), 0);
    }

    void aPassingFailureIsForgotten()
    {
        int asked = 0;
        HttpBench bench([&asked](const QByteArray &) {
            return ++asked < 3 ? ScriptReply::good("oops", 502) : ScriptReply::good("good");
        });
        const Got got = bench.get(QStringLiteral("/page"));
        SETTLE(bench, got);
        QVERIFY(got.value());
        QCOMPARE(got.value()->body, QByteArray("good"));
        QCOMPARE(got.value()->attempts, 3);
        QCOMPARE(got.value()->requests, 3);
    }

    void noHostAndNoServerAreTold()
    {
        HttpBench bench([](const QByteArray &) { return ScriptReply::good("ok"); });
        bench.client->setAttempts(1);
        QTcpServer closed;
        QVERIFY(closed.listen(QHostAddress::LocalHost));
        const quint16 port = closed.serverPort();
        closed.close();
        const Got refused(bench.client->get(HttpRequest(QUrl(QStringLiteral("http://127.0.0.1:%1/").arg(port))), {}));
        QTRY_VERIFY(refused.ready());
        QCOMPARE(refused->error().code, ErrorCode::ConnectionFailed);
        const Got unknown(bench.client->get(HttpRequest(QUrl(QStringLiteral("http://no-such-host.invalid/"))), {}));
        QTRY_VERIFY_WITH_TIMEOUT(unknown.ready(), 30'000);
        QCOMPARE(unknown->error().code, ErrorCode::HostNotFound);
        QCOMPARE(unknown->error().subject, QStringLiteral("no-such-host.invalid"));
    }

    void redirectsAreFollowed()
    {
        HttpBench bench([](const QByteArray &target) {
            if (target == "/a") {
                return ScriptReply::redirect("b?x=1#part", 301);
            }
            if (target == "/b?x=1") {
                return ScriptReply::redirect("/c", 308);
            }
            return ScriptReply::good("end of " + target);
        });
        const Got got = bench.get(QStringLiteral("/a"));
        QTRY_VERIFY(got.ready());
        QVERIFY(got.value());
        QCOMPARE(got.value()->body, QByteArray("end of /c"));
        QCOMPARE(got.value()->finalUrl, bench.server.url(QStringLiteral("/c")));
        QVERIFY(got.value()->redirected);
        QCOMPARE(got.value()->requests, 3);
        QCOMPARE(got.value()->attempts, 1);
    }

    void redirectsEnd_data()
    {
        QTest::addColumn<int>("circle"); // addresses before the first comes again
        QTest::addColumn<int>("requests");
        QTest::newRow("there and back") << 2 << 2;
        QTest::newRow("endless") << 1000 << HttpClient::maxRedirects + 1;
    }
    void redirectsEnd()
    {
        QFETCH(int, circle);
        HttpBench bench([circle](const QByteArray &target) {
            return ScriptReply::redirect("/" + QByteArray::number((target.mid(1).toInt() + 1) % circle));
        });
        const Got got = bench.get(QStringLiteral("/0"));
        QTRY_VERIFY(got.ready());
        QCOMPARE(got->error().code, ErrorCode::TooManyRedirects);
        QTEST(int(bench.server.requests.size()), "requests");
    }

    void silenceTimesOut()
    {
        HttpBench bench([](const QByteArray &) { return ScriptReply::silence(); });
        bench.client->setAttempts(1);
        bench.client->setTimeout(5000);
        const Got got = bench.get(QStringLiteral("/"));
        QTRY_COMPARE(bench.server.inFlight, 1);
        bench.clock.advance(4999);
        QVERIFY(!got.ready());
        bench.clock.advance(1);
        QVERIFY(got.ready());
        QCOMPARE(got->error().code, ErrorCode::TimedOut);
        QTRY_COMPARE(bench.server.connections, 0);
    }

    void aSlowAnswerTimesOutInTheEnd()
    {
        // Bytes keep coming, the answer never ends. In real time: nothing tells when a byte has arrived.
        ScriptServer server(
            [](const QByteArray &) { return ScriptReply{"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nx"}; });
        SystemClock clock;
        HttpClient client(clock);
        client.setAttempts(1);
        client.setTimeout(500);
        QTimer dripping;
        connect(&dripping, &QTimer::timeout, this, [&server] { server.drip("x"); });
        dripping.start(50);
        const Got got(client.get(HttpRequest(server.url()), {}));
        QTRY_VERIFY(got.ready());
        QCOMPARE(got->error().code, ErrorCode::TimedOut);
        QCOMPARE(got->error().detail, QStringLiteral("not complete after 2000 ms"));
    }
};

QTEST_GUILESS_MAIN(TestHttpClient)
#include "tst_httpclient.moc"
