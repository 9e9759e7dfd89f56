// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace vestnik {

Language::Language(QObject *parent)
    : QObject(parent)
{
}

Language::~Language()
{
    removeTranslators();
}

QString Language::systemCode()
{
    for (const QString &language : QLocale::system().uiLanguages()) {
        if (language.startsWith(QLatin1String("ru"))) {
            return QStringLiteral("ru");
        }
        if (language.startsWith(QLatin1String("en"))) {
            break;
        }
    }
    return QStringLiteral("en");
}

void Language::apply(const QString &setting)
{
    const QString code = setting == QLatin1String("ru") || setting == QLatin1String("en") ? setting : systemCode();
    removeTranslators();
    m_code = code;
    // The country of the system is kept where the language is the same: dates and numbers look as everywhere else.
    const QLocale system = QLocale::system();
    const bool same = system.name().startsWith(code);
    QLocale::setDefault(
        same ? system : QLocale(code == QLatin1String("ru") ? QStringLiteral("ru_RU") : QStringLiteral("en_GB")));
    // English has a file too: its plural forms.
    if (m_ours.load(QStringLiteral("vestnik_") + code, QStringLiteral(":/i18n"))) {
        QCoreApplication::installTranslator(&m_ours);
    }
    if (m_qt.load(QStringLiteral("qtbase_") + code, QLibraryInfo::path(QLibraryInfo::TranslationsPath))) {
        QCoreApplication::installTranslator(&m_qt);
    }
}

void Language::removeTranslators()
{
    QCoreApplication::removeTranslator(&m_ours);
    QCoreApplication::removeTranslator(&m_qt);
}

} // namespace vestnik
