// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/shots/shots.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QFont>

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("vestnik"));
    QApplication::setApplicationVersion(QStringLiteral("0.1.0"));
    QGuiApplication::setQuitOnLastWindowClosed(false);
    QFont font = QApplication::font();
    font.setFamilies({QStringLiteral("Noto Sans"), QStringLiteral("Noto Color Emoji")});
    QApplication::setFont(font);

    QCommandLineParser parser;
    parser.addHelpOption();
    const QCommandLineOption languages(QStringLiteral("languages"), QStringLiteral("Languages, by commas."),
        QStringLiteral("list"), QStringLiteral("en,ru"));
    const QCommandLineOption size(QStringLiteral("size"), QStringLiteral("Size of the window."), QStringLiteral("WxH"),
        QStringLiteral("1280x800"));
    parser.addOption(languages);
    parser.addOption(size);
    parser.addPositionalArgument(QStringLiteral("directory"), QStringLiteral("Where the pictures go."));
    parser.addPositionalArgument(
        QStringLiteral("pages"), QStringLiteral("Pages; all if none is named."), QStringLiteral("[page …]"));
    parser.process(application);
    QStringList arguments = parser.positionalArguments();
    if (arguments.isEmpty() || !QDir().mkpath(arguments.first())) {
        parser.showHelp(1);
    }
    const QString directory = arguments.takeFirst();
    const QStringList sides = parser.value(size).split(QLatin1Char('x'));
    vestnik::Shots shots(&application, directory, arguments, parser.value(languages).split(QLatin1Char(',')),
        QSize(sides.value(0).toInt(), sides.value(1).toInt()));
    QObject::connect(&shots, &vestnik::Shots::finished, &application, &QCoreApplication::quit);
    shots.start();
    return QApplication::exec();
}
