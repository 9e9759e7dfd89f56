// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/setup.h"

namespace vestnik {

EngineSetup makeSetup(const DataDir &dir)
{
    const SettingsFile::Loaded loaded = SettingsFile(dir.settingsFile()).load();
    EngineSetup setup;
    setup.dataDir = dir.path();
    setup.databaseFile = dir.databaseFile();
    setup.settingsFile = dir.settingsFile();
    setup.logFile = dir.logFile();
    setup.studyDir = dir.studyDir();
    setup.cacheDir = dir.cacheDir();
    setup.settings = loaded.settings;
    if (loaded.restored) {
        setup.notes.append(errorEnglish(Error{ErrorCode::SettingsDamaged, dir.settingsFile(), {}}));
    }
    for (const QString &reason : loaded.refused) {
        setup.notes.append(QLatin1String("Setting not used: ") + reason);
    }
    for (const QString &key : loaded.unknownKeys) {
        setup.notes.append(QLatin1String("Unknown setting kept: ") + key);
    }
    return setup;
}

} // namespace vestnik
