// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/httptypes.h"

namespace vestnik {

ProxySettings::Kind proxyKindFromName(const QString &name)
{
    if (name == QLatin1String("none")) {
        return ProxySettings::Kind::None;
    }
    if (name == QLatin1String("http")) {
        return ProxySettings::Kind::Http;
    }
    if (name == QLatin1String("socks5")) {
        return ProxySettings::Kind::Socks5;
    }
    return ProxySettings::Kind::System;
}

QString hostLabel(const QUrl &url)
{
    const int usual = url.scheme() == QLatin1String("https") ? 443 : 80;
    const int port = url.port(usual);
    const QString host = url.host();
    return port == usual ? host : host + QLatin1Char(':') + QString::number(port);
}

} // namespace vestnik
