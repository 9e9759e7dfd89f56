// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/source/webpreview/previewpage.h"

#include <QByteArray>
#include <QString>

namespace vestnik {

/// Bytes of a page that are read; what follows is left out and PreviewPage::cut is set.
inline constexpr qsizetype previewPageLimit = 8 * 1024 * 1024;
/// Posts that are taken from one page. The real site shows up to 20.
inline constexpr int previewPostLimit = 200;

/// Reads a page of the web preview: a history (`/s/name`), a plain page (`/name`), a widget (`?embed=1`) or a part of
/// one.
///
/// Never fails and never throws: a page that is damaged gives what is readable, anything else is
/// PageClass::NotTelegram. Time and memory are bounded for any input. `expectedName` is the username that was asked
/// for, without '@'; it fills ChannelInfo::username only where the page does not tell. Pure; any thread.
[[nodiscard]] PreviewPage parsePreviewPage(const QByteArray &html, const QString &expectedName);

} // namespace vestnik
