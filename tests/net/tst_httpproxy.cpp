// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/httpclient.h"
#include "tests/net/outcome.h"
#include "tests/net/scriptserver.h"
#include "tests/support/fakeclock.h"

#include <QTest>

using namespace vestnik;
using Got = Outcome<Result<HttpResponse>>;
using Probed = Outcome<Result<ProbeReport>>;

namespace {

ProxySettings proxyAt(quint16 port, ProxySettings::Kind kind = ProxySettings::Kind::Http)
{
    ProxySettings proxy;
    proxy.kind = kind;
    proxy.host = QStringLiteral("127.0.0.1");
    proxy.port = port;
    proxy.user = QStringLiteral("operator");
    proxy.password = QStringLiteral("s3cret-word");
    return proxy;
}

quint16 closedPort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

} // namespace

class TestHttpProxy final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void requestsGoThroughTheProxyFromNowOn()
    {
        ScriptServer server([](const QByteArray &) { return ScriptReply::good("direct"); });
        ScriptServer proxy([](const QByteArray &) { return ScriptReply::good("through the proxy"); });
        FakeClock clock;
        HttpClient client(clock);
        const Got direct(client.get(HttpRequest(server.url()), {}));
        QTRY_VERIFY(direct.ready());
        QCOMPARE(direct.value()->body, QByteArray("direct"));
        client.setProxy(proxyAt(proxy.port()));
        const Got proxied(client.get(HttpRequest(QUrl(QStringLiteral("http://channel.invalid/s/name"))), {}));
        QTRY_VERIFY(proxied.ready());
        QCOMPARE(proxied.value()->body, QByteArray("through the proxy"));
        QVERIFY(proxy.requests.first().startsWith("GET http://channel.invalid/s/name HTTP/1.1\r\n"));
        ProxySettings none;
        none.kind = ProxySettings::Kind::None;
        client.setProxy(none);
        const Got again(client.get(HttpRequest(server.url()), {}));
        QTRY_VERIFY(again.ready());
        QCOMPARE(again.value()->body, QByteArray("direct"));
    }

    void theProxyMayBeChangedWhileRequestsGo()
    {
        ScriptServer server([](const QByteArray &) { return ScriptReply::silence(); });
        FakeClock clock;
        HttpClient client(clock);
        const Got got(client.get(HttpRequest(server.url()), {}));
        QTRY_COMPARE(server.inFlight, 1);
        client.setProxy(proxyAt(closedPort()));
        server.answerHanging();
        QTRY_VERIFY(got.ready());
        QCOMPARE(got.value()->body, QByteArray("late"));
    }

    void failuresNameTheProxyAndKeepItsSecrets_data()
    {
        QTest::addColumn<QByteArray>("answer"); // empty: nobody listens
        QTest::addColumn<int>("kind");
        const int http = static_cast<int>(ProxySettings::Kind::Http);
        const int socks = static_cast<int>(ProxySettings::Kind::Socks5);
        QTest::newRow("http, nobody listens") << QByteArray() << http;
        QTest::newRow("socks5, nobody listens") << QByteArray() << socks;
        QTest::newRow("wrong password") << ScriptReply::good("", 407, "Proxy-Authenticate: Basic realm=\"x\"\r\n").bytes
                                        << http;
    }
    void failuresNameTheProxyAndKeepItsSecrets()
    {
        QFETCH(QByteArray, answer);
        QFETCH(int, kind);
        ScriptServer proxy([answer](const QByteArray &) { return ScriptReply{answer}; });
        const ProxySettings settings =
            proxyAt(answer.isEmpty() ? closedPort() : proxy.port(), static_cast<ProxySettings::Kind>(kind));
        FakeClock clock;
        HttpClient client(clock);
        client.setAttempts(1);
        client.setProxy(settings);
        const QUrl url(QStringLiteral("http://channel.invalid/s/name"));
        const Got got(client.get(HttpRequest(url), {}));
        const Probed probed(client.probe(url, settings, {}));
        QTRY_VERIFY(got.ready() && probed.ready());
        const QList<Error> errors{got->error(), probed->error()};
        for (const Error &error : errors) {
            QCOMPARE(errorCodeName(error.code), QStringLiteral("proxy_failed"));
            QCOMPARE(error.subject, QStringLiteral("127.0.0.1:%1").arg(settings.port));
            QVERIFY(!error.detail.contains(settings.password));
        }
    }

    void probeReportsWhatAnswers_data()
    {
        QTest::addColumn<int>("status");
        QTest::newRow("good") << 200;
        QTest::newRow("not found is reached") << 404;
        QTest::newRow("server error is reached") << 500;
    }
    void probeReportsWhatAnswers()
    {
        QFETCH(int, status);
        ScriptServer server([status](const QByteArray &target) {
            return target == "/" ? ScriptReply::redirect("/x") : ScriptReply::good("", status);
        });
        FakeClock clock;
        HttpClient client(clock);
        ProxySettings none;
        none.kind = ProxySettings::Kind::None;
        const Probed probed(client.probe(server.url(), none, {}));
        QTRY_VERIFY(probed.ready());
        QVERIFY(probed.value());
        QCOMPARE(probed.value()->status, status);
        QCOMPARE(probed.value()->server, QStringLiteral("127.0.0.1:%1").arg(server.port()));
    }

    void probeEndsAfterTenSecondsOrWhenStopped()
    {
        ScriptServer server([](const QByteArray &) { return ScriptReply::silence(); });
        FakeClock clock;
        HttpClient client(clock);
        ProxySettings none;
        none.kind = ProxySettings::Kind::None;
        StopSource stop;
        const Probed patient(client.probe(server.url(), none, {}));
        const Probed stopped(client.probe(server.url(), none, stop.token()));
        QTRY_COMPARE(server.inFlight, 2);
        stop.requestStop();
        QCOMPARE(stopped->error().code, ErrorCode::Cancelled);
        clock.advance(9'999);
        QVERIFY(!patient.ready());
        clock.advance(1);
        QCOMPARE(patient->error().code, ErrorCode::TimedOut);
        QCOMPARE(client.live(), 0);
    }

    void kindsHaveTheirNames()
    {
        QCOMPARE(proxyKindFromName(QStringLiteral("none")), ProxySettings::Kind::None);
        QCOMPARE(proxyKindFromName(QStringLiteral("system")), ProxySettings::Kind::System);
        QCOMPARE(proxyKindFromName(QStringLiteral("http")), ProxySettings::Kind::Http);
        QCOMPARE(proxyKindFromName(QStringLiteral("socks5")), ProxySettings::Kind::Socks5);
    }
};

QTEST_GUILESS_MAIN(TestHttpProxy)
#include "tst_httpproxy.moc"
