// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/setup.h"

#include "core/base/logging.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

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

void installLanguage(const QString &language)
{
    const QLocale locale = language == QLatin1String("system") ? QLocale::system() : QLocale(language);
    QLocale::setDefault(locale);
    const auto install = [&locale](const QString &name, const QString &folder) {
        auto *translator = new QTranslator(QCoreApplication::instance());
        if (translator->load(locale, name, QStringLiteral("_"), folder)) {
            QCoreApplication::installTranslator(translator);
        }
    };
    install(QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(QStringLiteral("vestnik"), QStringLiteral(":/i18n"));
}

} // namespace vestnik
