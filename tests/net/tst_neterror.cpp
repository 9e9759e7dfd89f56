// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/neterror.h"

#include <QTest>

using namespace vestnik;
using Kind = ProxySettings::Kind;

class TestNetError final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void repliesHaveTheirCodes_data()
    {
        QTest::addColumn<int>("error");
        QTest::addColumn<int>("proxy");
        QTest::addColumn<bool>("answered");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, QNetworkReply::NetworkError error, Kind proxy, bool answered,
                             const char *expected) {
            QTest::newRow(name) << static_cast<int>(error) << static_cast<int>(proxy) << answered
                                << QString::fromLatin1(expected);
        };
        using R = QNetworkReply;
        row("unknown host", R::HostNotFoundError, Kind::None, false, "host_not_found");
        row("refused", R::ConnectionRefusedError, Kind::None, false, "connection_failed");
        row("network unreachable", R::UnknownNetworkError, Kind::System, false, "connection_failed");
        row("closed", R::RemoteHostClosedError, Kind::None, false, "connection_lost");
        row("closed in the body", R::RemoteHostClosedError, Kind::None, true, "truncated_response");
        row("TLS", R::SslHandshakeFailedError, Kind::None, false, "tls_failed");
        row("time-out", R::TimeoutError, Kind::None, false, "timed_out");
        row("proxy's password", R::ProxyAuthenticationRequiredError, Kind::Http, false, "proxy_failed");
        row("HTTP proxy refused", R::ConnectionRefusedError, Kind::Http, false, "proxy_failed");
        row("HTTP proxy unknown", R::HostNotFoundError, Kind::Http, false, "proxy_failed");
        row("SOCKS proxy refused", R::UnknownNetworkError, Kind::Socks5, false, "proxy_failed");
        row("refused behind SOCKS", R::ConnectionRefusedError, Kind::Socks5, false, "connection_failed");
        row("cut behind a proxy", R::RemoteHostClosedError, Kind::Http, true, "truncated_response");
    }
    void repliesHaveTheirCodes()
    {
        QFETCH(int, error);
        QFETCH(int, proxy);
        QFETCH(bool, answered);
        ProxySettings settings;
        settings.kind = static_cast<Kind>(proxy);
        settings.host = QStringLiteral("proxy.example");
        settings.port = 8080;
        const auto code = static_cast<QNetworkReply::NetworkError>(error);
        const Error result = errorOfReply(code, QStringLiteral("text"), QStringLiteral("t.me"), settings, answered);
        QTEST(errorCodeName(result.code), "expected");
        const bool atProxy = result.code == ErrorCode::ProxyFailed;
        QCOMPARE(result.subject, atProxy ? QStringLiteral("proxy.example:8080") : QStringLiteral("t.me"));
    }

    void secretsAreCutOut()
    {
        ProxySettings settings;
        settings.kind = Kind::Http;
        settings.password = QStringLiteral("hunter2");
        const QString text = QStringLiteral("http://user:open@t.me/ said hunter2 is wrong");
        const Error error =
            errorOfReply(QNetworkReply::UnknownProxyError, text, QStringLiteral("t.me"), settings, false);
        QVERIFY(!error.detail.contains(QLatin1String("hunter2")));
        QVERIFY(!error.detail.contains(QLatin1String("open")));
        QVERIFY(error.detail.contains(QLatin1String("is wrong")));
    }

    void statusesHaveTheirCodes_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("expected");
        QTest::newRow("304") << 304 << QStringLiteral("http_status");
        QTest::newRow("404") << 404 << QStringLiteral("http_status");
        QTest::newRow("429") << 429 << QStringLiteral("too_many_requests");
        QTest::newRow("500") << 500 << QStringLiteral("server_error");
        QTest::newRow("503") << 503 << QStringLiteral("server_error");
    }
    void statusesHaveTheirCodes()
    {
        QFETCH(int, status);
        const Error error = errorOfStatus(status, QStringLiteral("t.me"));
        QTEST(errorCodeName(error.code), "expected");
        QCOMPARE(error.detail, QStringLiteral("HTTP %1").arg(status));
    }

    void hostsAreLabelledWithUnusualPorts_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("expected");
        QTest::newRow("https") << QStringLiteral("https://t.me/s/x") << QStringLiteral("t.me");
        QTest::newRow("https, usual port") << QStringLiteral("https://t.me:443/") << QStringLiteral("t.me");
        QTest::newRow("http, usual port") << QStringLiteral("http://t.me:80/") << QStringLiteral("t.me");
        QTest::newRow("unusual port") << QStringLiteral("http://127.0.0.1:8080/") << QStringLiteral("127.0.0.1:8080");
        QTest::newRow("user") << QStringLiteral("http://me:secret@t.me/") << QStringLiteral("t.me");
    }
    void hostsAreLabelledWithUnusualPorts()
    {
        QFETCH(QString, url);
        QTEST(hostLabel(QUrl(url)), "expected");
    }
};

QTEST_GUILESS_MAIN(TestNetError)
#include "tst_neterror.moc"
