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
        return tr("Nothing is removed.");
    }
    if (rule.posts <= 0) {
        return tr("Posts older than %n days are removed.", nullptr, rule.days);
    }
    const QString newest = texts::number(rule.posts);
    if (rule.days <= 0) {
        return tr("Only the newest %1 posts of each channel are kept.").arg(newest);
    }
    return tr("Posts older than %n days are removed, and all but the newest %1 of each channel.", nullptr, rule.days)
        .arg(newest);
}

} // namespace vestnik
