// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/neterror.h"

#include "core/base/logging.h"

namespace vestnik {
namespace {

ErrorCode codeOf(QNetworkReply::NetworkError error, bool answered)
{
    switch (error) {
    case QNetworkReply::HostNotFoundError:
        return ErrorCode::HostNotFound;
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::TemporaryNetworkFailureError:
    case QNetworkReply::NetworkSessionFailedError:
    case QNetworkReply::BackgroundRequestNotAllowedError:
        return ErrorCode::ConnectionFailed;
    case QNetworkReply::RemoteHostClosedError:
        return answered ? ErrorCode::TruncatedResponse : ErrorCode::ConnectionLost;
    case QNetworkReply::TimeoutError:
        return ErrorCode::TimedOut;
    case QNetworkReply::SslHandshakeFailedError:
        return ErrorCode::TlsFailed;
    case QNetworkReply::TooManyRedirectsError:
    case QNetworkReply::InsecureRedirectError:
        return ErrorCode::TooManyRedirects;
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
    case QNetworkReply::UnknownProxyError:
        return ErrorCode::ProxyFailed;
    case QNetworkReply::UnknownNetworkError:
        // "Network unreachable" and the like before an answer, a cut after its head.
        return answered ? ErrorCode::TruncatedResponse : ErrorCode::ConnectionFailed;
    default:
        return answered ? ErrorCode::TruncatedResponse : ErrorCode::ConnectionLost;
    }
}

/// Qt 6.4 reports a proxy that cannot be reached as its own error only at times: as "unknown" with a text otherwise,
/// and as an ordinary failure where the proxy is the peer itself (plain HTTP through an HTTP proxy).
bool isProxysFault(QNetworkReply::NetworkError error, ProxySettings::Kind kind)
{
    switch (kind) {
    case ProxySettings::Kind::Http:
        return error == QNetworkReply::UnknownNetworkError || error == QNetworkReply::ConnectionRefusedError
            || error == QNetworkReply::HostNotFoundError;
    case ProxySettings::Kind::Socks5:
        return error == QNetworkReply::UnknownNetworkError;
    case ProxySettings::Kind::None:
    case ProxySettings::Kind::System:
        break;
    }
    return false;
}

QString cleaned(const QString &text, const ProxySettings &proxy)
{
    QString clean = withoutSecrets(text);
    if (!proxy.password.isEmpty()) {
        clean.replace(proxy.password, QStringLiteral("***"));
    }
    return clean;
}

} // namespace

Error errorOfReply(QNetworkReply::NetworkError error, const QString &text, const QString &host,
    const ProxySettings &proxy, bool answered)
{
    Error result;
    result.code = codeOf(error, answered);
    if (!answered && isProxysFault(error, proxy.kind)) {
        result.code = ErrorCode::ProxyFailed;
    }
    result.subject = host;
    result.detail = cleaned(text, proxy);
    const bool named = proxy.kind == ProxySettings::Kind::Http || proxy.kind == ProxySettings::Kind::Socks5;
    if (result.code == ErrorCode::ProxyFailed && named) {
        result.subject = proxy.host + QLatin1Char(':') + QString::number(proxy.port);
    }
    return result;
}

Error errorOfStatus(int status, const QString &host)
{
    Error result;
    result.code = ErrorCode::HttpStatus;
    if (status == 429) {
        result.code = ErrorCode::TooManyRequests;
    } else if (status >= 500) {
        result.code = ErrorCode::ServerError;
    }
    result.subject = host;
    result.detail = QStringLiteral("HTTP %1").arg(status);
    return result;
}

bool isStatusError(QNetworkReply::NetworkError error)
{
    const int number = static_cast<int>(error);
    const bool content = number > 200 && number < 300;
    const bool server = number > 400 && number < 500;
    return content || server;
}

} // namespace vestnik
