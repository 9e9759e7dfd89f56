// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QString>

#include <optional>

namespace vestnik {

class Database;

/// Small facts the engine keeps between two starts (key and value). Not the operator's settings: those are a file.
/// Lives on the thread of its connection (the engine's); no state.
class SettingsRepository final {
public:
    explicit SettingsRepository(Database &database)
        : m_database(database)
    {
    }

    /// nullopt for a key that was never set.
    [[nodiscard]] Result<std::optional<QString>> value(const QString &key);
    [[nodiscard]] Result<void> setValue(const QString &key, const QString &value);
    [[nodiscard]] Result<void> remove(const QString &key);

private:
    Database &m_database;
};

} // namespace vestnik
