// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/httphead.h"

namespace vestnik {

namespace {

QByteArray reasonOf(int status)
{
    switch (status) {
    case 200:
        return QByteArrayLiteral("OK");
    case 301:
        return QByteArrayLiteral("Moved Permanently");
    case 302:
        return QByteArrayLiteral("Found");
    case 400:
        return QByteArrayLiteral("Bad Request");
    case 403:
        return QByteArrayLiteral("Forbidden");
    case 404:
        return QByteArrayLiteral("Not Found");
    case 405:
        return QByteArrayLiteral("Method Not Allowed");
    case 429:
        return QByteArrayLiteral("Too Many Requests");
    case 431:
        return QByteArrayLiteral("Request Header Fields Too Large");
    case 500:
        return QByteArrayLiteral("Internal Server Error");
    case 502:
        return QByteArrayLiteral("Bad Gateway");
    case 503:
        return QByteArrayLiteral("Service Unavailable");
    default:
        return QByteArrayLiteral("Status");
    }
}

} // namespace

std::optional<HttpRequestHead> parseRequestHead(const QByteArray &head)
{
    const QList<QByteArray> lines = head.split('\n');
    const QList<QByteArray> words = lines.first().trimmed().split(' ');
    if (words.size() != 3 || !words.at(2).startsWith("HTTP/1.") || !words.at(1).startsWith('/')) {
        return std::nullopt;
    }
    HttpRequestHead request;
    request.method = words.at(0);
    request.target = words.at(1);
    request.wantsClose = words.at(2) == "HTTP/1.0";
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const QByteArray &line = lines.at(i);
        const qsizetype colon = line.indexOf(':');
        if (colon <= 0) {
            return std::nullopt;
        }
        const QByteArray name = line.left(colon).trimmed().toLower();
        const QByteArray value = line.mid(colon + 1).trimmed();
        if (name == "connection") {
            request.wantsClose = value.toLower() == "close" || (request.wantsClose && value.toLower() != "keep-alive");
        } else if (name == "transfer-encoding" || (name == "content-length" && value != "0")) {
            request.hasBody = true;
        }
        request.headers.append({name, value});
    }
    return request;
}

QByteArray httpHead(int status, const QByteArray &type, const QByteArray &encoding, const HttpHeaders &headers,
    qint64 length, bool close)
{
    QByteArray head = "HTTP/1.1 " + QByteArray::number(status) + ' ' + reasonOf(status) + "\r\n";
    const auto line = [&head](const QByteArray &name, const QByteArray &value) {
        if (!value.isEmpty()) {
            head += name + ": " + value + "\r\n";
        }
    };
    line("Server", "preview-stand-in");
    line("Content-Type", type);
    line("Content-Encoding", encoding);
    line("Cache-Control", "no-store");
    for (const auto &[name, value] : headers) {
        line(name, value);
    }
    line("Content-Length", QByteArray::number(length));
    line("Connection", close ? QByteArrayLiteral("close") : QByteArrayLiteral("keep-alive"));
    return head + "\r\n";
}

} // namespace vestnik
