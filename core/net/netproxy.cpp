// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/netproxy.h"

#include <QHostAddress>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkProxyFactory>

namespace vestnik {
namespace {

class SystemProxies final : public QNetworkProxyFactory {
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        const QString host = query.peerHostName();
        if (host == QLatin1String("localhost") || QHostAddress(host).isLoopback()) {
            return {QNetworkProxy(QNetworkProxy::NoProxy)};
        }
        return systemProxyForQuery(query);
    }
};

} // namespace

void applyProxy(QNetworkAccessManager &manager, const ProxySettings &proxy)
{
    switch (proxy.kind) {
    case ProxySettings::Kind::System:
        manager.setProxyFactory(new SystemProxies); // the manager owns it
        return;
    case ProxySettings::Kind::None:
        manager.setProxy(QNetworkProxy(QNetworkProxy::NoProxy));
        return;
    case ProxySettings::Kind::Http:
        manager.setProxy(QNetworkProxy(QNetworkProxy::HttpProxy, proxy.host, proxy.port, proxy.user, proxy.password));
        return;
    case ProxySettings::Kind::Socks5:
        manager.setProxy(QNetworkProxy(QNetworkProxy::Socks5Proxy, proxy.host, proxy.port, proxy.user, proxy.password));
        return;
    }
}

} // namespace vestnik
