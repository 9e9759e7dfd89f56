// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/net/httptypes.h"

#include <QNetworkReply>
#include <QString>

namespace vestnik {

/// Error of a reply that failed below HTTP. `host`: hostLabel() of the address; `text`: the reply's errorString(), from
/// which secrets of `proxy` and of addresses are cut; `answered`: the head of an answer had come.
[[nodiscard]] Error errorOfReply(QNetworkReply::NetworkError error, const QString &text, const QString &host,
    const ProxySettings &proxy, bool answered);
/// Error of a final HTTP status that is not 2xx: TooManyRequests, ServerError or HttpStatus.
[[nodiscard]] Error errorOfStatus(int status, const QString &host);
/// True if Qt reports the error because of the answer's status alone (404, 500 …).
[[nodiscard]] bool isStatusError(QNetworkReply::NetworkError error);

} // namespace vestnik
