// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QHash>
#include <QList>
#include <QMetaType>
#include <QString>
#include <QStringList>
#include <QVariant>

namespace vestnik {

/// Every setting of the program. The table in settings.cpp has its key, type, default, range and environment variable.
enum class SettingId {
    Language, ///< "system", "en", "ru"
    Theme, ///< "system", "light", "dark"
    StartScheduler, ///< bool: at launch
    IntervalMinutes, ///< of the job that a new store begins with
    JobConcurrency, ///< runs of jobs side by side
    KeepRunDays, ///< how long the history of runs is kept
    FirstRunDays,
    FirstRunPosts,
    RefreshPages,
    Concurrency,
    PreviewUrl,
    PreviewPace, ///< requests a second and host, 0 = no limit
    PreviewBurst,
    PreviewTimeoutSeconds,
    PreviewAttempts,
    ProxyKind, ///< "none", "system", "http", "socks5"
    ProxyHost,
    ProxyPort,
    ProxyUser,
    DatabaseUrl, ///< empty: a file in the data directory
};

enum class SettingType { Bool, Int, Double, Text, Choice };

/// One row of the table of settings.
struct SettingInfo {
    SettingId id;
    const char *key; ///< in the settings file, "schedule.intervalMinutes"
    SettingType type;
    QVariant fallback; ///< the default
    double minimum = 0; ///< Int and Double, included
    double maximum = 0;
    QStringList choices; ///< Choice
    const char *environment; ///< variable that overrides it, nullptr if none
    bool needsRestart = false;
};

/// All rows, in the order of the enum.
[[nodiscard]] const QList<SettingInfo> &settingTable();
[[nodiscard]] const SettingInfo &settingInfo(SettingId id);

/// A snapshot of all settings: a value, copied to whoever needs it. Reads give a value in range, always.
class Settings {
public:
    [[nodiscard]] QVariant value(SettingId id) const;
    [[nodiscard]] bool flag(SettingId id) const { return value(id).toBool(); }
    [[nodiscard]] int number(SettingId id) const { return value(id).toInt(); }
    [[nodiscard]] double real(SettingId id) const { return value(id).toDouble(); }
    [[nodiscard]] QString text(SettingId id) const { return value(id).toString(); }

    /// Sets a value; an Error (InvalidArgument, subject = key) if it is of the wrong type or out of range.
    [[nodiscard]] Result<void> set(SettingId id, const QVariant &value);
    void reset(SettingId id) { m_values.remove(id); }
    /// True if an environment variable gives the value: it cannot be changed in the window, and is never written to the
    /// file.
    [[nodiscard]] bool isFixed(SettingId id) const { return m_fixed.contains(id); }
    [[nodiscard]] Result<void> fix(SettingId id, const QVariant &value);
    [[nodiscard]] bool isDefault(SettingId id) const;
    [[nodiscard]] bool operator==(const Settings &) const = default;

private:
    friend class SettingsFile;
    QHash<SettingId, QVariant> m_values;
    QHash<SettingId, QVariant> m_fixed;
};

/// What the operator changed in the window: only these are set.
using SettingChanges = QList<std::pair<SettingId, QVariant>>;

/// The settings on disk: `settings.json` in the data directory, written atomically, with the last good copy beside it
/// (`settings.json.bak`). Any one thread.
class SettingsFile {
public:
    explicit SettingsFile(const QString &path);

    struct Loaded {
        Settings settings;
        bool restored = false; ///< the file was damaged and the copy was taken
        QStringList unknownKeys; ///< kept in the file
        QStringList refused; ///< keys and variables whose value could not be used, with the reason
    };
    /// Reads the file, then the environment. A missing file gives the defaults.
    [[nodiscard]] Loaded load() const;
    [[nodiscard]] Result<void> save(const Settings &settings) const;

private:
    const QString m_path;
};

} // namespace vestnik

Q_DECLARE_METATYPE(vestnik::Settings)
