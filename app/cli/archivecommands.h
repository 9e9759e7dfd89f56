// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/options.h"

#include <QJsonObject>

namespace vestnik::archivecommands {

// `import`, `backup`, `restore`, `check`, `compact`, `retention`, `move`: tasks over the archive, carried out by the
// running instance or by an engine of this process.

[[nodiscard]] bool isOne(const QString &command);
/// The request of such a command. Files are named by their whole path: another process may carry it out.
[[nodiscard]] QJsonObject request(const Options &options);
/// How far it is, on standard error if that is a terminal and results are not JSON.
void showProgress(const Options &options, const QJsonObject &event);
/// Prints the outcome; returns the exit code: 1 if it failed, if a check found damage, or if some of what was to be
/// imported could not be read.
[[nodiscard]] int showAnswer(const Options &options, const QJsonObject &answer);

} // namespace vestnik::archivecommands
