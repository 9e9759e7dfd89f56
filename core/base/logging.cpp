// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/logging.h"

#include <QRegularExpression>

namespace vestnik {

Q_LOGGING_CATEGORY(lcApp, "vestnik.app", QtInfoMsg)
Q_LOGGING_CATEGORY(lcEngine, "vestnik.engine", QtInfoMsg)
Q_LOGGING_CATEGORY(lcStore, "vestnik.store", QtInfoMsg)
Q_LOGGING_CATEGORY(lcNet, "vestnik.net", QtInfoMsg)
Q_LOGGING_CATEGORY(lcSource, "vestnik.source", QtInfoMsg)
Q_LOGGING_CATEGORY(lcCollect, "vestnik.collect", QtInfoMsg)
Q_LOGGING_CATEGORY(lcSchedule, "vestnik.schedule", QtInfoMsg)
Q_LOGGING_CATEGORY(lcUi, "vestnik.ui", QtInfoMsg)

QString withoutSecrets(const QString &text)
{
    static const QRegularExpression userPart(QStringLiteral("(://)[^/@\\s]+@"));
    static const QRegularExpression values(QStringLiteral("(?i)\\b(token|password|secret|api_hash|key)=[^&\\s]+"));
    QString clean = text;
    clean.replace(userPart, QStringLiteral("\\1***@"));
    clean.replace(values, QStringLiteral("\\1=***"));
    return clean;
}

} // namespace vestnik
