// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/databaseaddress.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QUrl>

namespace vestnik {
namespace {

const QRegularExpression &schemeOfServer()
{
    static const QRegularExpression scheme(
        QStringLiteral("^postgres(ql)?://"), QRegularExpression::CaseInsensitiveOption);
    return scheme;
}

QString decoded(const QString &text)
{
    return QUrl::fromPercentEncoding(text.toUtf8());
}

} // namespace

DatabaseAddress DatabaseAddress::of(const QString &typed)
{
    DatabaseAddress address;
    address.shown = typed.trimmed();
    const QRegularExpressionMatch scheme = schemeOfServer().match(address.shown);
    if (!scheme.hasMatch()) {
        if (address.shown.startsWith(QLatin1String("sqlite://"))) {
            address.shown = address.shown.mid(9);
            while (address.shown.startsWith(QLatin1String("//"))) {
                address.shown.remove(0, 1);
            }
        }
        return address;
    }
    static const QRegularExpression parameter(QStringLiteral("([?&])password=([^&]*)(&?)"));
    if (const QRegularExpressionMatch match = parameter.match(address.shown); match.hasMatch()) {
        address.password = decoded(match.captured(2));
        const QString rest = match.captured(3).isEmpty() ? QString() : match.captured(1);
        address.shown.replace(match.capturedStart(), match.capturedLength(), rest);
    }
    // The last '@' before the parameters: whoever did not encode a password that holds one is understood too.
    const qsizetype from = scheme.capturedEnd();
    const qsizetype end = address.shown.indexOf(QLatin1Char('?'), from);
    const qsizetype at = address.shown.lastIndexOf(QLatin1Char('@'), end < 0 ? -1 : end);
    const qsizetype colon = address.shown.indexOf(QLatin1Char(':'), from);
    if (at > from && colon >= from && colon < at) {
        address.password = decoded(address.shown.mid(colon + 1, at - colon - 1));
        address.shown.remove(colon, at - colon);
    }
    return address;
}

bool DatabaseAddress::isServer() const
{
    return schemeOfServer().match(shown).hasMatch();
}

QString DatabaseAddress::full() const
{
    if (shown.isEmpty()) {
        return {};
    }
    if (!isServer()) {
        // What cannot be used is for the engine to refuse, with its own words.
        const bool path = !shown.contains(QLatin1String("://"));
        return path ? QLatin1String("sqlite://") + QFileInfo(QDir::cleanPath(shown)).absoluteFilePath() : shown;
    }
    if (password.isEmpty()) {
        return shown;
    }
    const QString secret = QString::fromLatin1(QUrl::toPercentEncoding(password));
    const qsizetype from = schemeOfServer().match(shown).capturedEnd();
    const qsizetype slash = shown.indexOf(QRegularExpression(QStringLiteral("[/?]")), from);
    const qsizetype at = shown.indexOf(QLatin1Char('@'), from);
    QString address = shown;
    if (at >= 0 && (slash < 0 || at < slash)) {
        return address.insert(at, QLatin1Char(':') + secret);
    }
    // Without a user there is no place for it before the host.
    address += address.contains(QLatin1Char('?')) ? QLatin1Char('&') : QLatin1Char('?');
    return address + QLatin1String("password=") + secret;
}

} // namespace vestnik
