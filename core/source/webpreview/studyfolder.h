// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

namespace vestnik {

/// Most pages that are kept for study, and the longest of one, bytes; what is longer is cut.
inline constexpr int studyFiles = 50;
inline constexpr qint64 studyFileBytes = 8LL * 1024 * 1024;

/// Keeps a page that could not be read as `<folder>/<name>.html`, over an older one of that name, and removes the
/// oldest files above the limit. `name`: letters, digits, '-' and '_'. Gives the file's path, or an empty string if it
/// could not be written or `folder` is empty: studying is not worth an error. Any thread.
[[nodiscard]] QString keepForStudy(const QString &folder, const QString &name, const QByteArray &html);

} // namespace vestnik
