// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/exportwords.h"

#include <QtGlobal>

namespace vestnik {

const QList<const char *> &exportWords()
{
    static const QList<const char *> words{
        QT_TRANSLATE_NOOP("Export", "Photo"),
        QT_TRANSLATE_NOOP("Export", "Video"),
        QT_TRANSLATE_NOOP("Export", "Animation"),
        QT_TRANSLATE_NOOP("Export", "Video message"),
        QT_TRANSLATE_NOOP("Export", "Voice message"),
        QT_TRANSLATE_NOOP("Export", "Audio"),
        QT_TRANSLATE_NOOP("Export", "File"),
        QT_TRANSLATE_NOOP("Export", "Poll"),
        QT_TRANSLATE_NOOP("Export", "Sticker"),
        QT_TRANSLATE_NOOP("Export", "Place"),
        QT_TRANSLATE_NOOP("Export", "Contact"),
        QT_TRANSLATE_NOOP("Export", "Something that was not shown"),
        QT_TRANSLATE_NOOP("Export", "Forwarded from"),
        QT_TRANSLATE_NOOP("Export", "In reply to"),
        QT_TRANSLATE_NOOP("Export", "Views:"),
        QT_TRANSLATE_NOOP("Export", "edited"),
        QT_TRANSLATE_NOOP("Export", "deleted, seen"),
        QT_TRANSLATE_NOOP("Export", "starred"),
        QT_TRANSLATE_NOOP("Export", "Posts of Telegram channels"),
        QT_TRANSLATE_NOOP("Export", "Channels:"),
        QT_TRANSLATE_NOOP("Export", "Search:"),
        QT_TRANSLATE_NOOP("Export", "Exported:"),
        QT_TRANSLATE_NOOP("Export", "Time zone:"),
        QT_TRANSLATE_NOOP("Export", "Posts:"),
    };
    return words;
}

} // namespace vestnik
