// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/options.h"
#include "core/base/result.h"

#include <QJsonObject>

namespace vestnik::output {

// What commands print: results on standard output, problems on standard error, in English, the same for every script.

void problem(const QString &text);
void problem(const Error &error);
/// Progress of a run, on standard error if that is a terminal.
void progress(const Options &options, const QJsonObject &event);
/// Prints the result of a command and gives the exit code. `invalid`: words that were not channel names.
[[nodiscard]] int finalAnswer(const Options &options, const QJsonObject &answer, const QStringList &invalid);
/// A line on standard output.
void line(const QString &text);

} // namespace vestnik::output
