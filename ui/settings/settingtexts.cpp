// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/settingtexts.h"

#include "ui/widgets/texts.h"

#include <QLocale>

namespace vestnik {

QList<SettingTexts::Group> SettingTexts::groups()
{
    return {Group::General, Group::Schedule, Group::Reading, Group::Preview, Group::Proxy, Group::Storage};
}

QString SettingTexts::groupTitle(Group group)
{
    switch (group) {
    case Group::General:
        return tr("General", "settings");
    case Group::Schedule:
        return tr("Schedule", "settings");
    case Group::Reading:
        return tr("Reading", "settings");
    case Group::Preview:
        return tr("Web preview", "settings");
    case Group::Proxy:
        return tr("Proxy", "settings");
    case Group::Storage:
        break;
    }
    return tr("Storage", "settings");
}

QString SettingTexts::groupId(Group group)
{
    switch (group) {
    case Group::General:
        return QStringLiteral("general");
    case Group::Schedule:
        return QStringLiteral("schedule");
    case Group::Reading:
        return QStringLiteral("reading");
    case Group::Preview:
        return QStringLiteral("preview");
    case Group::Proxy:
        return QStringLiteral("proxy");
    case Group::Storage:
        break;
    }
    return QStringLiteral("storage");
}

SettingTexts::Group SettingTexts::group(SettingId id)
{
    switch (id) {
    case SettingId::Language:
    case SettingId::Theme:
        return Group::General;
    case SettingId::StartScheduler:
    case SettingId::IntervalMinutes:
    case SettingId::JobConcurrency:
    case SettingId::KeepRunDays:
        return Group::Schedule;
    case SettingId::FirstRunDays:
    case SettingId::FirstRunPosts:
    case SettingId::RefreshPages:
    case SettingId::Concurrency:
        return Group::Reading;
    case SettingId::PreviewUrl:
    case SettingId::PreviewPace:
    case SettingId::PreviewBurst:
    case SettingId::PreviewTimeoutSeconds:
    case SettingId::PreviewAttempts:
        return Group::Preview;
    case SettingId::ProxyKind:
    case SettingId::ProxyHost:
    case SettingId::ProxyPort:
    case SettingId::ProxyUser:
        return Group::Proxy;
    case SettingId::DatabaseUrl:
        break;
    }
    return Group::Storage;
}

QString SettingTexts::label(SettingId id)
{
    switch (id) {
    case SettingId::Language:
        return tr("Language");
    case SettingId::Theme:
        return tr("Theme");
    case SettingId::StartScheduler:
        return tr("Start the scheduler at launch");
    case SettingId::IntervalMinutes:
        return tr("Parse all channels every");
    case SettingId::JobConcurrency:
        return tr("Jobs at the same time");
    case SettingId::KeepRunDays:
        return tr("Keep the history of runs");
    case SettingId::FirstRunDays:
        return tr("First run: days back");
    case SettingId::FirstRunPosts:
        return tr("First run: posts at least");
    case SettingId::RefreshPages:
        return tr("Pages to read again");
    case SettingId::Concurrency:
        return tr("Channels at the same time");
    case SettingId::PreviewUrl:
        return tr("Address");
    case SettingId::PreviewPace:
        return tr("Requests per second");
    case SettingId::PreviewBurst:
        return tr("Requests at once");
    case SettingId::PreviewTimeoutSeconds:
        return tr("Time limit of a request");
    case SettingId::PreviewAttempts:
        return tr("Attempts per page");
    case SettingId::ProxyKind:
        return tr("Proxy");
    case SettingId::ProxyHost:
        return tr("Proxy host");
    case SettingId::ProxyPort:
        return tr("Proxy port");
    case SettingId::ProxyUser:
        return tr("Proxy user");
    case SettingId::DatabaseUrl:
        break;
    }
    return tr("Database");
}

QString SettingTexts::help(SettingId id)
{
    switch (id) {
    case SettingId::Language:
        return tr("The language of the window; it changes at once.");
    case SettingId::Theme:
        return tr("Light or dark colours, or as the system has them.");
    case SettingId::StartScheduler:
        return tr("Otherwise runs begin when you press Start.");
    case SettingId::IntervalMinutes:
        return tr("A run that is still going is not doubled.");
    case SettingId::JobConcurrency:
        return tr("Further jobs that fall due wait for their turn.");
    case SettingId::KeepRunDays:
        return tr("Older runs and their logs are removed; posts are not touched.");
    case SettingId::FirstRunDays:
        return tr("How far back a new channel is read.");
    case SettingId::FirstRunPosts:
        return tr("A new channel is read back at least so many posts, however old they are.");
    case SettingId::RefreshPages:
        return tr("The newest pages of each channel are read in every run, for edits and new view counts.");
    case SettingId::Concurrency:
        return tr("They share one pace; more is not faster than the pace allows.");
    case SettingId::PreviewUrl:
        return tr("Where the public pages of channels are read.");
    case SettingId::PreviewPace:
        return tr("To each host. 0 is without a limit; Telegram then soon answers with empty pages.");
    case SettingId::PreviewBurst:
        return tr("After a pause so many requests may go out without waiting.");
    case SettingId::PreviewTimeoutSeconds:
        return tr("A request that takes longer is repeated.");
    case SettingId::PreviewAttempts:
        return tr("A page that fails so many times is left for the next run.");
    case SettingId::ProxyKind:
        return tr("How Vestnik reaches the internet.");
    case SettingId::ProxyHost:
        return tr("Name or address of the proxy server.");
    case SettingId::ProxyPort:
        return tr("1080 is usual for SOCKS5, 3128 or 8080 for HTTP.");
    case SettingId::ProxyUser:
        return tr("Empty if the proxy asks for none.");
    case SettingId::DatabaseUrl:
        break;
    }
    return tr("A file in the data directory, another file, or a PostgreSQL server. Sizes and backups are on the "
              "Storage page.");
}

QString SettingTexts::unit(SettingId id)
{
    switch (id) {
    case SettingId::IntervalMinutes:
        return QLatin1Char(' ') + tr("min", "unit behind a number");
    case SettingId::KeepRunDays:
    case SettingId::FirstRunDays:
        return QLatin1Char(' ') + tr("days", "unit behind a number");
    case SettingId::FirstRunPosts:
        return QLatin1Char(' ') + tr("posts", "unit behind a number");
    case SettingId::PreviewTimeoutSeconds:
        return QLatin1Char(' ') + tr("s", "unit behind a number");
    default:
        return {};
    }
}

QString SettingTexts::choice(SettingId id, const QString &value)
{
    if (value == QLatin1String("system")) {
        switch (id) {
        case SettingId::ProxyKind:
            return tr("As the system", "proxy");
        case SettingId::Language:
            return tr("As the system", "language");
        default:
            return tr("As the system", "theme");
        }
    }
    // Names of languages stand in their own language, so that they are found again.
    if (value == QLatin1String("en")) {
        return QStringLiteral("English");
    }
    if (value == QLatin1String("ru")) {
        return QStringLiteral("Русский");
    }
    if (value == QLatin1String("light")) {
        return tr("Light", "theme");
    }
    if (value == QLatin1String("dark")) {
        return tr("Dark", "theme");
    }
    if (value == QLatin1String("none")) {
        return tr("No proxy");
    }
    if (value == QLatin1String("http")) {
        return QStringLiteral("HTTP");
    }
    return value == QLatin1String("socks5") ? QStringLiteral("SOCKS5") : value;
}

QString SettingTexts::shown(SettingId id, const QVariant &value)
{
    const SettingInfo &info = settingInfo(id);
    switch (info.type) {
    case SettingType::Bool:
        return value.toBool() ? tr("on", "setting") : tr("off", "setting");
    case SettingType::Int:
        return texts::number(value.toInt()) + unit(id);
    case SettingType::Double:
        return QLocale().toString(value.toDouble(), 'g', 6) + unit(id);
    case SettingType::Choice:
        return choice(id, value.toString());
    case SettingType::Text:
        break;
    }
    return value.toString().isEmpty() ? tr("empty", "setting") : value.toString();
}

QString SettingTexts::refused(SettingId id)
{
    const SettingInfo &info = settingInfo(id);
    if (id == SettingId::PreviewUrl) {
        return tr("This is no address such as https://t.me.");
    }
    if (info.type == SettingType::Int || info.type == SettingType::Double) {
        return tr("A number from %1 to %2 is needed.")
            .arg(QLocale().toString(info.minimum), QLocale().toString(info.maximum));
    }
    return tr("This value cannot be used.");
}

} // namespace vestnik
