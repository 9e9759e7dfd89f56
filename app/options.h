// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

namespace vestnik {

/// What the command line asks for. A value.
struct Options {
    enum class Mode { Panel, Headless, Command, Cron, Help, Version, Wrong };
    Mode mode = Mode::Panel;
    QString error; ///< Mode::Wrong: what is wrong, English
    QString dataDir;
    bool demo = false;
    QString page; ///< page to open first; for screenshots and shortcuts
    QString theme; ///< "light" or "dark", for this start only
    QString language; ///< "en" or "ru", for this start only

    // Mode::Command
    QString command; ///< "channels.add", "channels.remove", "channels.list", "channels.import", "parse", "posts",
                     ///< "export", "import", "status", "jobs.list", "jobs.run", "jobs.pause", "jobs.resume", and
                     ///< those of archivecommands.h
    QStringList words; ///< names, files, addresses, jobs
    bool json = false;
    bool all = false;
    bool apply = false; ///< retention: removes
    bool quick = false; ///< check: without every page
    QString folder;
    QString history;
    QStringList channels;
    QString search;
    QString format; ///< export: always set, one of exportFormatName(); import: empty or "auto" if it is to be found out
    QString output; ///< a file; empty or "-": standard output
    int limit = -1; ///< -1: the command's default

    // Mode::Cron; the expression is in `words`
    bool batch = false; ///< questions come from standard input
    QString zone; ///< empty: the system's
    QString from; ///< epoch seconds or ISO 8601; empty: now
    int count = 5; ///< fires to print
};

/// Reads the arguments without the program's name. Pure.
[[nodiscard]] Options parseOptions(const QStringList &arguments);
[[nodiscard]] QString usageText();

} // namespace vestnik
