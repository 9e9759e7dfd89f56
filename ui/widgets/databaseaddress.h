// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace vestnik {

/// The address of a database as people type it, with its password apart: what is shown never holds it.
struct DatabaseAddress {
    QString shown; ///< "postgresql://user@host:5432/db" or the path of a file
    QString password; ///< plain, not encoded; empty: none

    /// Takes what was typed or stored apart: a password in the address (between ':' and '@', or as "password=" behind
    /// '?') comes out of it.
    [[nodiscard]] static DatabaseAddress of(const QString &typed);

    /// True for postgresql:// and postgres://.
    [[nodiscard]] bool isServer() const;
    /// For the engine: the password encoded in its place; "sqlite://" and the absolute path for a file; empty for
    /// nothing. A secret.
    [[nodiscard]] QString full() const;
};

} // namespace vestnik
