// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/retentionrepository.h"

#include "core/model/postcolumns.h"
#include "core/model/postkey.h"
#include "core/store/database.h"
#include "core/store/postremoval.h"

namespace vestnik {
namespace {

constexpr qint64 dayMs = 24LL * 3600 * 1000;
constexpr int mostDays = 36'500;
constexpr int mostPosts = 10'000'000;

Result<void> checkRule(const RetentionRule &rule)
{
    if (rule.days < 0 || rule.days > mostDays) {
        return failure(ErrorCode::InvalidArgument, QStringLiteral("%1 days").arg(rule.days));
    }
    if (rule.posts < 0 || rule.posts > mostPosts) {
        return failure(ErrorCode::InvalidArgument, QStringLiteral("%1 posts").arg(rule.posts));
    }
    return {};
}

/// The rules of a channel, one for each user who has it.
Result<QList<RetentionRule>> rulesOf(Database &database, ChannelId channel)
{
    Result<Rows> rows =
        database.query(QStringLiteral("SELECT COALESCE(s.retention_days, u.retention_days), "
                                      "COALESCE(s.retention_posts, u.retention_posts) "
                                      "FROM user_channel s JOIN users u ON u.id = s.user_id WHERE s.channel_id = ?"),
            channel);
    if (!rows) {
        return failure(rows.error());
    }
    QList<RetentionRule> rules;
    while (rows->next()) {
        rules.append(RetentionRule{int(rows->integer(0)), int(rows->integer(1))});
    }
    if (const Result<void> status = rows->status(); !status) {
        return failure(status.error());
    }
    return rules;
}

/// The lowest row id that one rule keeps.
Result<PostId> lowestKept(Database &database, ChannelId channel, const RetentionRule &rule, qint64 now)
{
    PostId lowest = rule.days > 0 ? postkey::firstAt(now - rule.days * dayMs) : 0;
    if (rule.posts > 0) {
        const Result<qint64> last = database.number(
            QStringLiteral("SELECT id FROM posts WHERE channel_id = ? ORDER BY id DESC LIMIT 1 OFFSET ?"),
            {channel, qint64(rule.posts) - 1});
        if (!last) {
            return last;
        }
        lowest = std::max(lowest, *last);
    }
    return lowest;
}

const QString &notStarred()
{
    static const QString sql = QStringLiteral(" AND NOT EXISTS (SELECT 1 FROM starred s WHERE s.post_id = p.id)");
    return sql;
}

} // namespace

Result<void> RetentionRepository::setRetention(const RetentionRule &rule)
{
    if (Result<void> valid = checkRule(rule); !valid) {
        return valid;
    }
    return withoutValue(m_database.execute(QStringLiteral("UPDATE users SET retention_days = ?, retention_posts = ? "
                                                          "WHERE id = ?"),
        rule.days, rule.posts, m_user));
}

Result<RetentionRule> RetentionRepository::retention()
{
    Result<Rows> rows =
        m_database.query(QStringLiteral("SELECT retention_days, retention_posts FROM users WHERE id = ?"), m_user);
    if (!rows) {
        return failure(rows.error());
    }
    if (rows->next()) {
        return RetentionRule{int(rows->integer(0)), int(rows->integer(1))};
    }
    const Result<void> status = rows->status();
    return status ? failure(ErrorCode::NotFound, QStringLiteral("user %1").arg(m_user)) : failure(status.error());
}

Result<qint64> RetentionRepository::setChannelRetention(
    const QList<ChannelId> &channels, const std::optional<RetentionRule> &rule)
{
    if (rule) {
        if (const Result<void> valid = checkRule(*rule); !valid) {
            return failure(valid.error());
        }
    }
    return m_database.execute(
        QLatin1String("UPDATE user_channel SET retention_days = ?, retention_posts = ? WHERE user_id = ? "
                      "AND channel_id IN ")
            + m_database.idsIn(),
        rule ? QVariant(qint64(rule->days)) : QVariant(), rule ? QVariant(qint64(rule->posts)) : QVariant(), m_user,
        idsColumn(channels));
}

Result<std::optional<RetentionRule>> RetentionRepository::channelRetention(ChannelId channel)
{
    Result<Rows> rows = m_database.query(QStringLiteral("SELECT retention_days, retention_posts FROM user_channel "
                                                        "WHERE user_id = ? AND channel_id = ?"),
        m_user, channel);
    if (!rows) {
        return failure(rows.error());
    }
    if (!rows->next()) {
        const Result<void> status = rows->status();
        return status ? failure(ErrorCode::NotFound, QStringLiteral("channel %1").arg(channel))
                      : failure(status.error());
    }
    if (rows->isNull(0) && rows->isNull(1)) {
        return std::optional<RetentionRule>();
    }
    return std::optional<RetentionRule>(RetentionRule{int(rows->integer(0)), int(rows->integer(1))});
}

Result<PostId> RetentionRepository::keptFrom(ChannelId channel, qint64 now)
{
    const Result<QList<RetentionRule>> rules = rulesOf(m_database, channel);
    if (!rules) {
        return failure(rules.error());
    }
    std::optional<PostId> lowest;
    for (const RetentionRule &rule : *rules) {
        const Result<PostId> kept = lowestKept(m_database, channel, rule, now);
        if (!kept) {
            return kept;
        }
        lowest = std::min(lowest.value_or(*kept), *kept);
    }
    return lowest.value_or(0);
}

Result<RetentionPlan> RetentionRepository::planOf(ChannelId channel, const QString &username, PostId keptFrom)
{
    RetentionPlan plan{channel, username, keptFrom, 0, 0, 0};
    static const QString older = QStringLiteral("FROM posts p WHERE p.channel_id = ? AND p.id < ?");
    const Result<qint64> all = m_database.number(QLatin1String("SELECT count(*) ") + older, {channel, keptFrom});
    const Result<qint64> starred =
        m_database.number(QStringLiteral("SELECT count(*) FROM starred s JOIN posts p ON p.id = s.post_id "
                                         "WHERE p.channel_id = ? AND p.id < ?"),
            {channel, keptFrom});
    // Begins at the notes and tags, which are few.
    const Result<qint64> marked =
        m_database.number(QLatin1String("SELECT count(*) FROM posts p WHERE p.channel_id = ? AND p.id < ? AND p.id IN "
                                        "(SELECT post_id FROM notes UNION SELECT post_id FROM post_tags)")
                + notStarred(),
            {channel, keptFrom});
    for (const Result<qint64> &counted : {all, starred, marked}) {
        if (!counted) {
            return failure(counted.error());
        }
    }
    plan.posts = *all - *starred;
    plan.starred = *starred;
    plan.marked = *marked;
    return plan;
}

Result<QList<RetentionPlan>> RetentionRepository::plans(qint64 now)
{
    QList<std::pair<ChannelId, QString>> channels;
    {
        Result<Rows> rows = m_database.query(QStringLiteral("SELECT id, username FROM channels ORDER BY username"));
        if (!rows) {
            return failure(rows.error());
        }
        while (rows->next()) {
            channels.append({rows->integer(0), rows->text(1)});
        }
        if (const Result<void> status = rows->status(); !status) {
            return failure(status.error());
        }
    }
    QList<RetentionPlan> plans;
    for (const auto &[channel, username] : std::as_const(channels)) {
        const Result<PostId> from = keptFrom(channel, now);
        if (!from) {
            return failure(from.error());
        }
        if (*from == 0) {
            continue;
        }
        const Result<RetentionPlan> plan = planOf(channel, username, *from);
        if (!plan) {
            return failure(plan.error());
        }
        if (plan->posts > 0 || plan->starred > 0) {
            plans.append(*plan);
        }
    }
    return plans;
}

Result<QList<PostId>> RetentionRepository::removeSome(const RetentionPlan &plan, PostId after, int atMost)
{
    QList<PostId> removed;
    const Result<void> written = m_database.transaction([&]() -> Result<void> {
        // Asked inside the transaction: a post may have been starred since the plan was made.
        Result<QList<PostId>> some = m_database.numbers(
            QLatin1String("SELECT p.id FROM posts p WHERE p.channel_id = ? AND p.id > ? AND p.id < ?") + notStarred()
                + QLatin1String(" ORDER BY p.id LIMIT ?"),
            {plan.channel, after, plan.keptFrom, qint64(atMost)});
        if (!some) {
            return failure(some.error());
        }
        removed = std::move(*some);
        return removed.isEmpty() ? Result<void>() : removePosts(m_database, plan.channel, removed);
    });
    if (!written) {
        return failure(written.error());
    }
    return removed;
}

} // namespace vestnik
