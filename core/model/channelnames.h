// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

namespace vestnik {

/// One piece of pasted text and what was understood of it.
struct NameFinding {
    enum class Kind {
        Name, ///< `username` is the canonical name
        Duplicate, ///< a name that stands earlier in the same text
        Private, ///< an invite link (t.me/+…, t.me/joinchat/…, t.me/c/…): readable through an account only
        Invalid, ///< looks meant as a name but cannot be one
    };
    Kind kind = Kind::Invalid;
    QString source; ///< as it stood in the text
    QString username; ///< for Name and Duplicate
};

/// A public username: 3 to 32 of [A-Za-z0-9_], a letter first, no '_' last, no "__".
/// Source: Telegram's rule (5 to 32; 4 for names sold on Fragment; Telegram's own have 3, as @gif),
/// https://telegram.org/faq#usernames-and-t-me
[[nodiscard]] bool isChannelName(const QString &name);

/// What people see of a name: with the sign that Telegram uses.
[[nodiscard]] inline QString atName(const QString &username)
{
    return QLatin1Char('@') + username;
}

/// Finds channel names in any text: `@name`, `name`, `t.me/name`, `https://t.me/s/name/123`, `telegram.me/…`,
/// `telegram.dog/…`, `name.t.me`, `tg://resolve?domain=name`; separated by white space, commas, semicolons or lines.
/// Bare words count only where the text is a plain list (one word per line or separated by commas), so that prose with
/// an @name in it gives that name alone. Reads at most 1 MiB of text and 20,000 names. Pure, any thread.
[[nodiscard]] QList<NameFinding> findChannelNames(const QString &text);

} // namespace vestnik
