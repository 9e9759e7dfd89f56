// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>

#include <optional>
#include <utility>

namespace vestnik {

using HttpHeaders = QList<std::pair<QByteArray, QByteArray>>;

/// What stands before the empty line of a request.
struct HttpRequestHead {
    QByteArray method;
    QByteArray target;
    HttpHeaders headers; ///< names in lower case
    bool wantsClose = false;
    bool hasBody = false;
};

/// nullopt if it is no HTTP/1 request.
[[nodiscard]] std::optional<HttpRequestHead> parseRequestHead(const QByteArray &head);
/// Status line and headers with the empty line; empty type or encoding = without that header.
[[nodiscard]] QByteArray httpHead(int status, const QByteArray &type, const QByteArray &encoding,
    const HttpHeaders &headers, qint64 length, bool close);

} // namespace vestnik
