// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/retrypolicy.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace vestnik {

qint64 RetryPolicy::delay(int failures, double random) const
{
    const int doublings = std::clamp(failures - 1, 0, 30);
    const double longest = std::min(static_cast<double>(capMs), std::ldexp(static_cast<double>(baseMs), doublings));
    return static_cast<qint64>(longest * std::clamp(random, 0.0, 1.0));
}

bool isWorthRetrying(ErrorCode code)
{
    switch (code) {
    case ErrorCode::HostNotFound:
    case ErrorCode::ConnectionFailed:
    case ErrorCode::ConnectionLost:
    case ErrorCode::TimedOut:
    case ErrorCode::TlsFailed:
    case ErrorCode::ProxyFailed:
    case ErrorCode::TooManyRequests:
    case ErrorCode::ServerError:
    case ErrorCode::BadCompression:
    case ErrorCode::TruncatedResponse:
        return true;
    default:
        return false;
    }
}

std::optional<qint64> retryAfterMs(const QByteArray &value, qint64 now)
{
    const QByteArray text = value.trimmed();
    if (text.isEmpty()) {
        return std::nullopt;
    }
    const bool digits = std::all_of(text.cbegin(), text.cend(), [](char c) { return c >= '0' && c <= '9'; });
    if (digits) {
        // More digits than fit are still a number: as long as is granted.
        bool fits = false;
        const qint64 seconds = text.toLongLong(&fits);
        return fits ? std::min(seconds, retryAfterCap / 1000) * 1000 : retryAfterCap;
    }
    // RFC 9110 wants the first form sent and all three understood; all of them mean UTC.
    const QString date = QString::fromLatin1(text);
    QString form = QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'");
    QDateTime at = QLocale::c().toDateTime(date, form);
    if (!at.isValid()) {
        form = QStringLiteral("dddd, dd-MMM-yy HH:mm:ss 'GMT'");
        at = QLocale::c().toDateTime(date, form);
        if (at.isValid() && at.date().year() < 1970) {
            at = at.addYears(100);
        }
    }
    if (!at.isValid()) {
        form = QStringLiteral("ddd MMM d HH:mm:ss yyyy");
        at = QLocale::c().toDateTime(date.simplified(), form);
    }
    if (!at.isValid()) {
        return std::nullopt;
    }
    at.setTimeSpec(Qt::UTC);
    return std::clamp<qint64>(at.toMSecsSinceEpoch() - now, 0, retryAfterCap);
}

} // namespace vestnik
