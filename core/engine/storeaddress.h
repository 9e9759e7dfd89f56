// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/engine.h"

namespace vestnik {

// Where the store of a setup is. Its password stands in the secret store, not in the settings.

/// The name of that secret.
[[nodiscard]] QString databaseSecret();
/// A keeper of the secrets of a data directory.
[[nodiscard]] std::unique_ptr<SecretStore> secretsOf(const EngineSetup &setup);
/// True if the settings name a server without a password. That of the environment is used as it is: the secret was kept
/// for another address.
[[nodiscard]] bool wantsDatabaseSecret(const Settings &settings);
/// What Database::open() takes, with the password.
[[nodiscard]] QString storeAddress(const EngineSetup &setup, const QString &password);

} // namespace vestnik
