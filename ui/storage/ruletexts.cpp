// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/storage/ruletexts.h"

#include "ui/widgets/texts.h"

namespace vestnik {

QString RuleTexts::brief(const RetentionRule &rule)
{
    if (rule.isOpen()) {
        return tr("for ever");
    }
    QStringList parts;
    if (rule.days > 0) {
        parts.append(tr("%n days", "how long posts are kept", rule.days));
    }
    if (rule.posts > 0) {
        parts.append(tr("newest %1", "how many posts are kept").arg(texts::number(rule.posts)));
    }
    return parts.join(QLatin1String(", "));
}

QString RuleTexts::sentence(const RetentionRule &rule)
{
    if (rule.isOpen()) {
        return tr("Nothing goes.", "by a rule of retention");
    }
    if (rule.posts <= 0) {
        return tr("Posts go that are older than %n days.", nullptr, rule.days);
    }
    const QString newest = texts::number(rule.posts);
    if (rule.days <= 0) {
        return tr("Posts go that are not among the newest %1 of their channel.").arg(newest);
    }
    return tr("Posts go that are older than %n days or not among the newest %1 of their channel.", nullptr, rule.days)
        .arg(newest);
}

} // namespace vestnik
