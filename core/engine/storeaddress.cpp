// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/engine/storeaddress.h"

#include "core/archive/address.h"
#include "core/store/pgtools.h"

#include <QCryptographicHash>
#include <QUrl>

namespace vestnik {

QString databaseSecret()
{
    return QStringLiteral("database");
}

std::unique_ptr<SecretStore> secretsOf(const EngineSetup &setup)
{
    const QByteArray hash = QCryptographicHash::hash(setup.dataDir.toUtf8(), QCryptographicHash::Sha256).toHex();
    return std::make_unique<SecretStore>(setup.dataDir, QString::fromLatin1(hash.left(12)));
}

bool wantsDatabaseSecret(const Settings &settings)
{
    const QString address = settings.text(SettingId::DatabaseUrl);
    return !settings.isFixed(SettingId::DatabaseUrl) && isPostgresAddress(address)
        && pgtools::withoutPassword(address).password.isEmpty();
}

QString storeAddress(const EngineSetup &setup, const QString &password)
{
    const QString address = setup.settings.text(SettingId::DatabaseUrl);
    if (address.isEmpty()) {
        return setup.databaseFile;
    }
    if (password.isEmpty() || !wantsDatabaseSecret(setup.settings)) {
        return address;
    }
    // As a parameter: that works with every form of an address, also with one that names no user or no host.
    return address + (address.contains(QLatin1Char('?')) ? QLatin1Char('&') : QLatin1Char('?'))
        + QLatin1String("password=") + QString::fromLatin1(QUrl::toPercentEncoding(password));
}

} // namespace vestnik
