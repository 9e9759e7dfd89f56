// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/model/channel.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace vestnik {

/// The largest file or text that is read as a list of channels, bytes.
inline constexpr qint64 maxChannelFile = 1024 * 1024;

/// One "@name" a line, UTF-8.
[[nodiscard]] QByteArray channelsAsText(const QList<ChannelRow> &rows);
/// RFC 4180 with a header line (username,title,folder,active,posts,last_post,last_parsed,url), UTF-8; times ISO 8601
/// UTC.
[[nodiscard]] QByteArray channelsAsCsv(const QList<ChannelRow> &rows);
/// Tab-separated for the clipboard: title, @name, folder, state, posts, last post, last parsed, address.
[[nodiscard]] QString channelsAsTable(const QList<ChannelRow> &rows);

/// Writes atomically. FileFailed with the path and the system's reason.
[[nodiscard]] Result<void> writeChannelFile(const QString &path, const QByteArray &content);
/// Text of a list, in UTF-8 or with a byte order mark; of a table with a header only the names are taken.
/// FileFailed, FileTooLarge.
[[nodiscard]] Result<QString> readChannelFile(const QString &path);
/// The column "url" or "username" of a comma- or semicolon-separated table with a header, one a line; other text
/// unchanged.
[[nodiscard]] QString namesOfTable(const QString &text);

} // namespace vestnik
