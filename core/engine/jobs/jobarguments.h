// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QJsonObject>
#include <QString>

namespace vestnik::jobarguments {

// The arguments of a job, read with care: what is stored may be of another version. Errors: InvalidArgument, subject:
// the member.

/// A whole number in its range; `fallback` if the member is absent.
[[nodiscard]] Result<int> number(
    const QJsonObject &arguments, const QString &member, int fallback, int least, int most);
/// A text; `fallback` if the member is absent.
[[nodiscard]] Result<QString> text(
    const QJsonObject &arguments, const QString &member, const QString &fallback, int longest);
/// An absolute path, or nothing if `mayBeEmpty`.
[[nodiscard]] Result<QString> folder(const QJsonObject &arguments, bool mayBeEmpty);

/// "file.csv", or "file (2).csv" and so on if that is there already.
[[nodiscard]] QString freePath(const QString &path);

} // namespace vestnik::jobarguments
