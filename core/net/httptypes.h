// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>
#include <QUrl>

namespace vestnik {

/// What HttpClient sends with every request.
inline constexpr char httpUserAgent[] = "Mozilla/5.0 (compatible; Vestnik/0.1)";
/// Default cap of an answer's body after decompression, bytes.
inline constexpr qint64 httpMaxBytes = 8LL * 1024 * 1024;

/// One GET. A value.
struct HttpRequest {
    QUrl url; ///< http or https, without user and password
    qint64 maxBytes = httpMaxBytes; ///< cap of the body, on the wire and after decompression
    QByteArray acceptLanguage; ///< value of Accept-Language; empty: not sent
    bool paced = true; ///< false: takes no token of the host's pace, only one of its places

    // Constructors keep it from being an aggregate: GCC 12 destroys aggregate temporaries of an awaited call twice.
    HttpRequest() = default;
    explicit HttpRequest(QUrl address)
        : url(std::move(address))
    {
    }
};

/// A good answer (status 2xx). A value.
struct HttpResponse {
    int status = 0;
    QUrl finalUrl; ///< after redirects
    QByteArray body; ///< decompressed
    QByteArray contentType; ///< as served, may be empty
    qint64 wireBytes = 0; ///< of bodies as they came over the network, all attempts and hops
    qint64 millis = 0; ///< of the attempt that succeeded, from sending the first hop to the last byte, waits included
    int attempts = 0; ///< 1 = at the first go
    int requests = 0; ///< HTTP requests sent: attempts and hops
    bool redirected = false;
};

/// How to reach the network. A value; the password never appears in errors.
struct ProxySettings {
    enum class Kind { None, System, Http, Socks5 };
    Kind kind = Kind::System;
    QString host;
    quint16 port = 0;
    QString user;
    QString password;

    // Declared for the same reason as HttpRequest's.
    ProxySettings() = default;
    [[nodiscard]] bool operator==(const ProxySettings &) const = default;
};

/// What HttpClient::probe() found out.
struct ProbeReport {
    int status = 0; ///< HTTP status of the final answer, any
    qint64 millis = 0; ///< from the first byte sent to the end of the answer
    QString server; ///< host that answered, after redirects
};

/// "none", "system", "http", "socks5" (the values of the setting); anything else is System.
[[nodiscard]] ProxySettings::Kind proxyKindFromName(const QString &name);
/// How a host is named in errors and signals: the host, with the port where it is not the scheme's own.
[[nodiscard]] QString hostLabel(const QUrl &url);

} // namespace vestnik
