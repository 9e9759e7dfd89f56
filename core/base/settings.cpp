// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/settings.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QUrl>

namespace vestnik {
namespace {

constexpr qint64 fileLimit = 1024 * 1024;

QString keyOf(const SettingInfo &info)
{
    return QString::fromLatin1(info.key);
}

Result<QVariant> checked(const SettingInfo &info, const QVariant &value)
{
    const auto refuse = [&](const QString &why) { return failure(ErrorCode::InvalidArgument, keyOf(info), why); };
    bool ok = true;
    switch (info.type) {
    case SettingType::Bool: {
        const QString text = value.toString().toLower();
        if (text == QLatin1String("1") || text == QLatin1String("true")) {
            return QVariant(true);
        }
        if (text == QLatin1String("0") || text == QLatin1String("false")) {
            return QVariant(false);
        }
        return refuse(QStringLiteral("neither 0 nor 1"));
    }
    case SettingType::Int: {
        const int number = value.toInt(&ok);
        const double exact = value.toDouble();
        if (!ok || exact != number || number < info.minimum || number > info.maximum) {
            return refuse(QStringLiteral("not a whole number from %1 to %2").arg(info.minimum).arg(info.maximum));
        }
        return QVariant(number);
    }
    case SettingType::Double: {
        const double number = value.toDouble(&ok);
        if (!ok || !(number >= info.minimum && number <= info.maximum)) {
            return refuse(QStringLiteral("not a number from %1 to %2").arg(info.minimum).arg(info.maximum));
        }
        return QVariant(number);
    }
    case SettingType::Choice:
        if (!info.choices.contains(value.toString())) {
            return refuse(QStringLiteral("not one of ") + info.choices.join(QStringLiteral(", ")));
        }
        return QVariant(value.toString());
    case SettingType::Text:
        break;
    }
    const QString text = value.toString().trimmed();
    if (info.id == SettingId::PreviewUrl) {
        const QUrl url(text, QUrl::StrictMode);
        const bool web = url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http");
        if (!url.isValid() || !web || url.host().isEmpty() || !url.userInfo().isEmpty()) {
            return refuse(QStringLiteral("not an address such as https://t.me"));
        }
    }
    return QVariant(text);
}

} // namespace

const QList<SettingInfo> &settingTable()
{
    using S = SettingId;
    using T = SettingType;
    static const QList<SettingInfo> table{
        {S::Language, "general.language", T::Choice, QStringLiteral("system"), 0, 0,
            {QStringLiteral("system"), QStringLiteral("en"), QStringLiteral("ru")}, nullptr},
        {S::Theme, "general.theme", T::Choice, QStringLiteral("system"), 0, 0,
            {QStringLiteral("system"), QStringLiteral("light"), QStringLiteral("dark")}, nullptr},
        {S::StartScheduler, "schedule.startAtLaunch", T::Bool, false, 0, 0, {}, "VESTNIK_START_SCHEDULER"},
        {S::IntervalMinutes, "schedule.intervalMinutes", T::Int, 30, 1, 10080, {}, nullptr},
        {S::JobConcurrency, "schedule.jobConcurrency", T::Int, 4, 1, 32, {}, nullptr},
        {S::KeepRunDays, "schedule.keepRunDays", T::Int, 90, 1, 3650, {}, nullptr},
        {S::FirstRunDays, "collect.firstRunDays", T::Int, 7, 0, 3650, {}, nullptr},
        {S::FirstRunPosts, "collect.firstRunPosts", T::Int, 100, 1, 100000, {}, nullptr},
        {S::RefreshPages, "collect.refreshPages", T::Int, 1, 1, 50, {}, nullptr},
        {S::Concurrency, "collect.concurrency", T::Int, 4, 1, 6, {}, nullptr},
        {S::PreviewUrl, "preview.url", T::Text, QStringLiteral("https://t.me"), 0, 0, {}, "VESTNIK_PREVIEW_URL"},
        {S::PreviewPace, "preview.pace", T::Double, 1.0, 0, 1000, {}, "VESTNIK_PREVIEW_PACE"},
        {S::PreviewBurst, "preview.burst", T::Int, 3, 1, 100, {}, nullptr},
        {S::PreviewTimeoutSeconds, "preview.timeoutSeconds", T::Int, 30, 1, 600, {}, nullptr},
        {S::PreviewAttempts, "preview.attempts", T::Int, 4, 1, 10, {}, nullptr},
        {S::ProxyKind, "proxy.kind", T::Choice, QStringLiteral("system"), 0, 0,
            {QStringLiteral("none"), QStringLiteral("system"), QStringLiteral("http"), QStringLiteral("socks5")},
            nullptr},
        {S::ProxyHost, "proxy.host", T::Text, QString(), 0, 0, {}, nullptr},
        {S::ProxyPort, "proxy.port", T::Int, 1080, 1, 65535, {}, nullptr},
        {S::ProxyUser, "proxy.user", T::Text, QString(), 0, 0, {}, nullptr},
        {S::DatabaseUrl, "database.url", T::Text, QString(), 0, 0, {}, "VESTNIK_DATABASE_URL", true},
    };
    return table;
}

const SettingInfo &settingInfo(SettingId id)
{
    return settingTable().at(static_cast<qsizetype>(id));
}

QVariant Settings::value(SettingId id) const
{
    if (const auto fixed = m_fixed.constFind(id); fixed != m_fixed.constEnd()) {
        return *fixed;
    }
    return m_values.value(id, settingInfo(id).fallback);
}

Result<void> Settings::set(SettingId id, const QVariant &value)
{
    const Result<QVariant> good = checked(settingInfo(id), value);
    if (!good) {
        return failure(good.error());
    }
    if (*good == settingInfo(id).fallback) {
        m_values.remove(id);
    } else {
        m_values.insert(id, *good);
    }
    return {};
}

Result<void> Settings::fix(SettingId id, const QVariant &value)
{
    const Result<QVariant> good = checked(settingInfo(id), value);
    if (!good) {
        return failure(good.error());
    }
    m_fixed.insert(id, *good);
    return {};
}

bool Settings::isDefault(SettingId id) const
{
    return value(id) == settingInfo(id).fallback;
}

SettingsFile::SettingsFile(const QString &path)
    : m_path(path)
{
}

namespace {

std::optional<QJsonObject> readObject(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > fileLimit) {
        return std::nullopt;
    }
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &error);
    if (error.error != QJsonParseError::NoError || !document.isObject()) {
        return std::nullopt;
    }
    return document.object();
}

} // namespace

SettingsFile::Loaded SettingsFile::load() const
{
    Loaded loaded;
    std::optional<QJsonObject> object = readObject(m_path);
    if (!object && QFile::exists(m_path)) {
        object = readObject(m_path + QLatin1String(".bak"));
        loaded.restored = true;
    }
    QHash<QString, SettingId> known;
    for (const SettingInfo &info : settingTable()) {
        known.insert(keyOf(info), info.id);
    }
    for (auto entry = object ? object->constBegin() : QJsonObject::const_iterator();
         object && entry != object->constEnd(); ++entry) {
        const auto id = known.constFind(entry.key());
        if (id == known.constEnd()) {
            loaded.unknownKeys.append(entry.key());
        } else if (const Result<void> set = loaded.settings.set(*id, entry.value().toVariant()); !set) {
            loaded.refused.append(entry.key() + QLatin1String(": ") + set.error().detail);
        }
    }
    for (const SettingInfo &info : settingTable()) {
        if (!info.environment || !qEnvironmentVariableIsSet(info.environment)) {
            continue;
        }
        if (const Result<void> set = loaded.settings.fix(info.id, qEnvironmentVariable(info.environment)); !set) {
            loaded.refused.append(QString::fromLatin1(info.environment) + QLatin1String(": ") + set.error().detail);
        }
    }
    return loaded;
}

Result<void> SettingsFile::save(const Settings &settings) const
{
    QJsonObject object = readObject(m_path).value_or(QJsonObject());
    if (!object.isEmpty()) {
        QSaveFile copy(m_path + QLatin1String(".bak"));
        if (copy.open(QIODevice::WriteOnly)) {
            copy.write(QJsonDocument(object).toJson());
            copy.commit();
        }
    }
    for (const SettingInfo &info : settingTable()) {
        const auto value = settings.m_values.constFind(info.id);
        if (value == settings.m_values.constEnd()) {
            object.remove(keyOf(info));
        } else {
            object.insert(keyOf(info), QJsonValue::fromVariant(*value));
        }
    }
    QSaveFile file(m_path);
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(object).toJson()) < 0 || !file.commit()) {
        return failure(ErrorCode::FileFailed, m_path, file.errorString());
    }
    return {};
}

} // namespace vestnik
