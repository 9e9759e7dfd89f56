// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/postgresaddress.h"

#include <libpq-fe.h>

#include <memory>

namespace vestnik {
namespace {

struct OptionsFree {
    void operator()(PQconninfoOption *options) const { PQconninfoFree(options); }
};

Error unusable()
{
    return Error{ErrorCode::DatabaseUnsupported, QStringLiteral("postgresql"), {}};
}

/// As it stands in an address.
QString encoded(const QString &part)
{
    return QString::fromLatin1(part.toUtf8().toPercentEncoding("~,[]:"));
}

} // namespace

bool PostgresAddress::isOne(const QString &address)
{
    return address.startsWith(QLatin1String("postgresql://")) || address.startsWith(QLatin1String("postgres://"));
}

Result<PostgresAddress> PostgresAddress::parse(const QString &address)
{
    const QString rest = address.section(QLatin1String("://"), 1);
    const QString authority = rest.section(QLatin1Char('/'), 0, 0).section(QLatin1Char('?'), 0, 0);
    // An unescaped @ or / of a password would become a part of the host's name, and be shown.
    if (authority.count(QLatin1Char('@')) > 1
        || rest.section(QLatin1Char('?'), 0, 0).mid(authority.size()).contains(QLatin1Char('@'))
        || address.contains(QChar(u'\0'))) {
        return failure(unusable());
    }
    PostgresAddress parsed;
    parsed.m_secret = address.toUtf8();
    const std::unique_ptr<PQconninfoOption, OptionsFree> options(PQconninfoParse(parsed.m_secret.constData(), nullptr));
    if (!options) {
        return failure(unusable());
    }
    QString user;
    QString port;
    QString name;
    for (const PQconninfoOption *option = options.get(); option->keyword; ++option) {
        const auto take = [option](const char *keyword, QString &into) {
            if (option->val && qstrcmp(option->keyword, keyword) == 0) {
                into = QString::fromUtf8(option->val);
            }
        };
        take("user", user);
        take("host", parsed.m_host);
        take("port", port);
        take("dbname", name);
        take("sslmode", parsed.m_sslMode);
    }
    // libpq lets a nested connection string pass as the name of a database.
    if (name.contains(QLatin1Char('=')) || name.contains(QLatin1String("://"))) {
        return failure(unusable());
    }
    parsed.m_shown = QLatin1String("postgresql://") + (user.isEmpty() ? QString() : encoded(user) + QLatin1Char('@'))
        + encoded(parsed.m_host) + (port.isEmpty() ? QString() : QLatin1Char(':') + encoded(port)) + QLatin1Char('/')
        + encoded(name);
    return parsed;
}

} // namespace vestnik
