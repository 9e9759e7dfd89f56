// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QLockFile>
#include <QString>

#include <memory>

namespace vestnik {

/// The data directory: where everything that one Vestnik keeps lies. One running program holds it at a time.
/// Made on the main thread; const functions may be called from any.
class DataDir {
public:
    /// `--data-dir`, else VESTNIK_DATA_DIR, else the system's place for application data. Not created yet.
    [[nodiscard]] static QString choose(const QString &option);

    explicit DataDir(const QString &path);

    /// Creates the directory (0700) and takes its lock. DataDirInUse names the holder (process id and computer).
    [[nodiscard]] Result<void> acquire();
    void release();

    [[nodiscard]] QString path() const { return m_path; }
    [[nodiscard]] QString databaseFile() const { return m_path + QLatin1String("/vestnik.db"); }
    [[nodiscard]] QString settingsFile() const { return m_path + QLatin1String("/settings.json"); }
    [[nodiscard]] QString windowFile() const { return m_path + QLatin1String("/window.ini"); }
    [[nodiscard]] QString logFile() const { return m_path + QLatin1String("/vestnik.log"); }
    [[nodiscard]] QString studyDir() const { return m_path + QLatin1String("/study"); }
    [[nodiscard]] QString cacheDir() const { return m_path + QLatin1String("/cache"); }
    /// Name of the local socket through which other programs of the same user reach the holder: short, whatever the
    /// path.
    [[nodiscard]] QString socketName() const;

private:
    const QString m_path;
    std::unique_ptr<QLockFile> m_lock;
};

} // namespace vestnik
