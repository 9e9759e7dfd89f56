// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/job.h"

#include <QJsonArray>
#include <QVarLengthArray>

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

namespace vestnik {
namespace {

constexpr qint64 secondMs = 1000;
constexpr qint64 dayMs = 24LL * 3600 * secondMs;
constexpr qint64 latestMs = 253'402'300'799'999; ///< the end of the year 9999
constexpr qsizetype longestName = 100;
constexpr qsizetype longestKind = 50;
constexpr qsizetype longestFolder = 200;
constexpr qsizetype longestCron = 256;
constexpr qsizetype longestZone = 64;
constexpr qsizetype mostWindows = 50;
constexpr qsizetype mostChannels = 100'000;

constexpr std::array<const char *, 3> triggerNames{"interval", "cron", "once"};
constexpr std::array<const char *, 4> targetNames{"all", "user", "folder", "channels"};
constexpr std::array<const char *, 3> missedNames{"skip", "once", "all"};
constexpr std::array<const char *, 3> overlapNames{"skip", "queue", "cancel_old"};
constexpr std::array<const char *, 7> dayNames{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

template<typename Enum, std::size_t N>
QString nameOf(const std::array<const char *, N> &names, Enum value)
{
    return QString::fromLatin1(names.at(static_cast<std::size_t>(value)));
}

Error wrong(QLatin1String member, const QString &detail)
{
    return Error{ErrorCode::InvalidArgument, member, detail};
}

/// Reads the members of an object one after another; remembers the first that is wrong.
class Members final {
public:
    explicit Members(const QJsonObject &json)
        : m_json(json)
    {
    }

    template<typename Number>
    void number(QLatin1String name, Number &value)
    {
        if (const auto member = find(name)) {
            // What is no whole number, or too large for one, comes as the fallback.
            constexpr qint64 none = std::numeric_limits<qint64>::min();
            const qint64 read = member->isDouble() ? member->toInteger(none) : none;
            if (read == none || !std::in_range<Number>(read)) {
                fail(name, QStringLiteral("not a whole number"));
                return;
            }
            value = static_cast<Number>(read);
        }
    }
    void text(QLatin1String name, QString &value)
    {
        if (const auto member = find(name)) {
            if (!member->isString()) {
                fail(name, QStringLiteral("not a text"));
                return;
            }
            value = member->toString();
        }
    }
    template<typename Enum, std::size_t N>
    void choice(QLatin1String name, const std::array<const char *, N> &names, Enum &value)
    {
        const auto member = find(name);
        if (!member) {
            return;
        }
        const QString read = member->toString();
        const auto found =
            std::find_if(names.begin(), names.end(), [&read](const char *one) { return read == QLatin1String(one); });
        if (found == names.end()) {
            fail(name, QStringLiteral("unknown: %1").arg(read.left(longestName)));
            return;
        }
        value = static_cast<Enum>(found - names.begin());
    }
    [[nodiscard]] std::optional<QJsonArray> list(QLatin1String name)
    {
        const auto member = find(name);
        if (!member) {
            return std::nullopt;
        }
        if (!member->isArray()) {
            fail(name, QStringLiteral("not a list"));
            return std::nullopt;
        }
        return member->toArray();
    }
    void fail(QLatin1String name, const QString &detail)
    {
        if (m_error.code == ErrorCode::None) {
            m_error = wrong(name, detail);
        }
    }
    /// The first error; a member that nobody asked for is one, too.
    [[nodiscard]] Result<void> end() const
    {
        if (m_error.code != ErrorCode::None) {
            return failure(m_error);
        }
        if (m_known == m_json.size()) {
            return {};
        }
        for (const QString &key : m_json.keys()) {
            if (std::find(m_asked.begin(), m_asked.end(), key) == m_asked.end()) {
                return failure(ErrorCode::InvalidArgument, key.left(longestName), QStringLiteral("unknown member"));
            }
        }
        return {};
    }

private:
    [[nodiscard]] std::optional<QJsonValue> find(QLatin1String name)
    {
        m_asked.append(name);
        const auto found = m_json.constFind(name);
        if (found == m_json.constEnd()) {
            return std::nullopt;
        }
        ++m_known;
        return found.value();
    }

    const QJsonObject &m_json;
    QVarLengthArray<QLatin1String, 16> m_asked;
    qsizetype m_known = 0;
    Error m_error;
};

template<typename Number>
Result<void> within(const char *member, Number value, Number least, Number most)
{
    if (value >= least && value <= most) {
        return {};
    }
    return failure(
        wrong(QLatin1String(member), QStringLiteral("%1 is not within %2 to %3").arg(value).arg(least).arg(most)));
}

Result<void> firstOf(std::initializer_list<Result<void>> checks)
{
    for (const Result<void> &check : checks) {
        if (!check) {
            return check;
        }
    }
    return {};
}

Result<void> checkLength(const char *member, qsizetype length, qsizetype most)
{
    if (length <= most) {
        return {};
    }
    return failure(wrong(QLatin1String(member), QStringLiteral("longer than %1 characters").arg(most)));
}

Result<void> checkZone(const QByteArray &zone)
{
    const bool plain = std::all_of(zone.begin(), zone.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '/' || c == '_'
            || c == '-' || c == '+';
    });
    if (!plain) {
        return failure(wrong(QLatin1String("zone"), QStringLiteral("not a name of a time zone")));
    }
    return checkLength("zone", zone.size(), longestZone);
}

Result<void> checkWindow(const TimeWindow &window)
{
    const bool good = window.days >= 1 && window.days <= TimeWindow::everyDay && window.from >= 0
        && window.from < 24 * 60 && window.to >= 1 && window.to <= 24 * 60;
    if (!good) {
        return failure(wrong(QLatin1String("windows"), QStringLiteral("a window is out of range")));
    }
    return {};
}

Result<void> checkTrigger(const Trigger &trigger)
{
    if (trigger.windows.size() > mostWindows) {
        return failure(wrong(QLatin1String("windows"), QStringLiteral("more than %1").arg(mostWindows)));
    }
    for (const TimeWindow &window : trigger.windows) {
        if (Result<void> checked = checkWindow(window); !checked) {
            return checked;
        }
    }
    return firstOf({within("every_ms", trigger.everyMs, secondMs, 366 * dayMs),
        within("anchor", trigger.anchor, qint64(0), latestMs), within("at", trigger.at, qint64(0), latestMs),
        within("jitter_ms", trigger.jitterMs, qint64(0), dayMs), checkLength("cron", trigger.cron.size(), longestCron),
        checkZone(trigger.zone)});
}

Result<void> checkTarget(const JobTarget &target)
{
    if (target.channels.size() > mostChannels) {
        return failure(wrong(QLatin1String("channels"), QStringLiteral("more than %1").arg(mostChannels)));
    }
    for (const ChannelId channel : target.channels) {
        if (channel < 1) {
            return failure(wrong(QLatin1String("channels"), QStringLiteral("%1 is no channel").arg(channel)));
        }
    }
    return firstOf({within("user", target.user, UserId(1), std::numeric_limits<qint64>::max()),
        checkLength("folder", target.folder.size(), longestFolder)});
}

Result<void> checkPolicy(const JobPolicy &policy)
{
    if (policy.timeoutMs != 0) {
        if (Result<void> checked = within("timeout_ms", policy.timeoutMs, secondMs, 7 * dayMs); !checked) {
            return checked;
        }
    }
    return firstOf({within("missed_limit", policy.missedLimit, 1, 1000),
        within("concurrency", policy.concurrency, 1, 16), within("priority", policy.priority, -10, 10),
        within("retries", policy.retries, 0, 20), within("retry_delay_ms", policy.retryDelayMs, secondMs, dayMs)});
}

QJsonObject windowToJson(const TimeWindow &window)
{
    QJsonArray days;
    for (std::size_t day = 0; day < dayNames.size(); ++day) {
        if ((window.days & (1 << day)) != 0) {
            days.append(QLatin1String(dayNames[day]));
        }
    }
    return {{QStringLiteral("days"), days}, {QStringLiteral("from"), window.from}, {QStringLiteral("to"), window.to}};
}

Result<TimeWindow> windowFromJson(const QJsonValue &json)
{
    if (!json.isObject()) {
        return failure(wrong(QLatin1String("windows"), QStringLiteral("not a list of objects")));
    }
    const QJsonObject object = json.toObject();
    Members members(object);
    TimeWindow window;
    members.number(QLatin1String("from"), window.from);
    members.number(QLatin1String("to"), window.to);
    if (const std::optional<QJsonArray> days = members.list(QLatin1String("days"))) {
        window.days = 0;
        for (const QJsonValue &day : *days) {
            const QString name = day.toString();
            const auto found = std::find_if(
                dayNames.begin(), dayNames.end(), [&name](const char *one) { return name == QLatin1String(one); });
            if (found == dayNames.end()) {
                return failure(wrong(QLatin1String("windows"), QStringLiteral("unknown day")));
            }
            window.days |= 1 << (found - dayNames.begin());
        }
    }
    if (const Result<void> read = members.end(); !read) {
        return failure(
            wrong(QLatin1String("windows"), read.error().subject + QLatin1String(": ") + read.error().detail));
    }
    if (const Result<void> checked = checkWindow(window); !checked) {
        return failure(checked.error());
    }
    return window;
}

template<typename Value>
Result<Value> checked(const Members &members, const Value &value, Result<void> (*check)(const Value &))
{
    const Result<void> read = members.end();
    const Result<void> good = read ? check(value) : read;
    if (!good) {
        return failure(good.error());
    }
    return value;
}

} // namespace

QString missedPolicyName(MissedPolicy policy)
{
    return nameOf(missedNames, policy);
}

QString overlapPolicyName(OverlapPolicy policy)
{
    return nameOf(overlapNames, policy);
}

QJsonObject triggerToJson(const Trigger &trigger)
{
    // What says nothing for this kind of trigger is left out, unless somebody has set it.
    static const Trigger usual;
    QJsonObject json{{QStringLiteral("kind"), nameOf(triggerNames, trigger.kind)}};
    if (trigger.kind == TriggerKind::Interval || trigger.everyMs != usual.everyMs) {
        json.insert(QStringLiteral("every_ms"), trigger.everyMs);
    }
    if (trigger.anchor != 0) {
        json.insert(QStringLiteral("anchor"), trigger.anchor);
    }
    if (trigger.kind == TriggerKind::Cron || !trigger.cron.isEmpty()) {
        json.insert(QStringLiteral("cron"), trigger.cron);
    }
    if (trigger.kind == TriggerKind::Once || trigger.at != 0) {
        json.insert(QStringLiteral("at"), trigger.at);
    }
    if (trigger.jitterMs != 0) {
        json.insert(QStringLiteral("jitter_ms"), trigger.jitterMs);
    }
    if (!trigger.zone.isEmpty()) {
        json.insert(QStringLiteral("zone"), QString::fromLatin1(trigger.zone));
    }
    if (!trigger.windows.isEmpty()) {
        QJsonArray windows;
        for (const TimeWindow &window : trigger.windows) {
            windows.append(windowToJson(window));
        }
        json.insert(QStringLiteral("windows"), windows);
    }
    return json;
}

Result<Trigger> triggerFromJson(const QJsonObject &json)
{
    Members members(json);
    Trigger trigger;
    QString zone;
    members.choice(QLatin1String("kind"), triggerNames, trigger.kind);
    members.number(QLatin1String("every_ms"), trigger.everyMs);
    members.number(QLatin1String("anchor"), trigger.anchor);
    members.text(QLatin1String("cron"), trigger.cron);
    members.number(QLatin1String("at"), trigger.at);
    members.number(QLatin1String("jitter_ms"), trigger.jitterMs);
    members.text(QLatin1String("zone"), zone);
    // A sign that Latin-1 lacks becomes a question mark, which no name of a zone has.
    trigger.zone = zone.toLatin1();
    if (const std::optional<QJsonArray> windows = members.list(QLatin1String("windows"))) {
        if (windows->size() > mostWindows) {
            members.fail(QLatin1String("windows"), QStringLiteral("more than %1").arg(mostWindows));
            return failure(members.end().error());
        }
        for (const QJsonValue &one : *windows) {
            const Result<TimeWindow> window = windowFromJson(one);
            if (!window) {
                return failure(window.error());
            }
            trigger.windows.append(*window);
        }
    }
    return checked(members, trigger, &checkTrigger);
}

QJsonObject jobTargetToJson(const JobTarget &target)
{
    QJsonObject json{{QStringLiteral("kind"), nameOf(targetNames, target.kind)}};
    if (target.kind == JobTarget::Kind::User || target.user != localUserId) {
        json.insert(QStringLiteral("user"), target.user);
    }
    if (target.kind == JobTarget::Kind::Folder || !target.folder.isEmpty()) {
        json.insert(QStringLiteral("folder"), target.folder);
    }
    if (target.kind == JobTarget::Kind::Channels || !target.channels.isEmpty()) {
        QJsonArray channels;
        for (const ChannelId channel : target.channels) {
            channels.append(channel);
        }
        json.insert(QStringLiteral("channels"), channels);
    }
    return json;
}

Result<JobTarget> jobTargetFromJson(const QJsonObject &json)
{
    Members members(json);
    JobTarget target;
    members.choice(QLatin1String("kind"), targetNames, target.kind);
    members.number(QLatin1String("user"), target.user);
    members.text(QLatin1String("folder"), target.folder);
    if (const std::optional<QJsonArray> channels = members.list(QLatin1String("channels"))) {
        target.channels.reserve(std::min<qsizetype>(channels->size(), mostChannels + 1));
        for (const QJsonValue &channel : *channels) {
            if (target.channels.size() > mostChannels) {
                break;
            }
            // What is no whole number is no channel either.
            target.channels.append(channel.isDouble() ? channel.toInteger(0) : 0);
        }
    }
    return checked(members, target, &checkTarget);
}

QJsonObject jobPolicyToJson(const JobPolicy &policy)
{
    return {{QStringLiteral("missed"), missedPolicyName(policy.missed)},
        {QStringLiteral("missed_limit"), policy.missedLimit},
        {QStringLiteral("overlap"), overlapPolicyName(policy.overlap)},
        {QStringLiteral("concurrency"), policy.concurrency}, {QStringLiteral("priority"), policy.priority},
        {QStringLiteral("timeout_ms"), policy.timeoutMs}, {QStringLiteral("retries"), policy.retries},
        {QStringLiteral("retry_delay_ms"), policy.retryDelayMs}};
}

Result<JobPolicy> jobPolicyFromJson(const QJsonObject &json)
{
    Members members(json);
    JobPolicy policy;
    members.choice(QLatin1String("missed"), missedNames, policy.missed);
    members.number(QLatin1String("missed_limit"), policy.missedLimit);
    members.choice(QLatin1String("overlap"), overlapNames, policy.overlap);
    members.number(QLatin1String("concurrency"), policy.concurrency);
    members.number(QLatin1String("priority"), policy.priority);
    members.number(QLatin1String("timeout_ms"), policy.timeoutMs);
    members.number(QLatin1String("retries"), policy.retries);
    members.number(QLatin1String("retry_delay_ms"), policy.retryDelayMs);
    return checked(members, policy, &checkPolicy);
}

QJsonObject jobToJson(const Job &job)
{
    return {{QStringLiteral("id"), job.id}, {QStringLiteral("kind"), job.kind}, {QStringLiteral("name"), job.name},
        {QStringLiteral("enabled"), job.enabled}, {QStringLiteral("paused"), job.paused},
        {QStringLiteral("paused_until"), job.pausedUntil}, {QStringLiteral("trigger"), triggerToJson(job.trigger)},
        {QStringLiteral("target"), jobTargetToJson(job.target)}, {QStringLiteral("arguments"), job.arguments},
        {QStringLiteral("policy"), jobPolicyToJson(job.policy)}};
}

Result<void> checkJob(const Job &job)
{
    const bool plainKind = std::all_of(job.kind.begin(), job.kind.end(), [](QChar c) {
        return (c >= QLatin1Char('a') && c <= QLatin1Char('z')) || (c >= QLatin1Char('0') && c <= QLatin1Char('9'))
            || c == QLatin1Char('_');
    });
    if (job.kind.isEmpty() || !plainKind || job.kind.size() > longestKind) {
        return failure(wrong(QLatin1String("kind"), QStringLiteral("not the name of a kind")));
    }
    const bool oneLine =
        std::none_of(job.name.begin(), job.name.end(), [](QChar c) { return c.category() == QChar::Other_Control; });
    if (job.name.trimmed().isEmpty() || !oneLine || job.name.size() > longestName) {
        return failure(wrong(QLatin1String("name"), QStringLiteral("a name has 1 to %1 characters").arg(longestName)));
    }
    if (job.trigger.kind == TriggerKind::Once && job.trigger.at == 0) {
        return failure(wrong(QLatin1String("at"), QStringLiteral("no time")));
    }
    if (job.target.kind == JobTarget::Kind::Channels && job.target.channels.isEmpty()) {
        return failure(wrong(QLatin1String("channels"), QStringLiteral("no channel")));
    }
    return firstOf({within("paused_until", job.pausedUntil, qint64(0), latestMs), checkTrigger(job.trigger),
        checkTarget(job.target), checkPolicy(job.policy)});
}

} // namespace vestnik
