// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QObject>

#include <functional>

namespace vestnik {

/// Keeps secrets in the system's keychain; where there is none, in files of the data directory that only the user may
/// read (0600). Lives on the engine thread, owned by the engine. Never logs a value.
class SecretStore final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SecretStore)

public:
    /// `folder`: where the files go; `scope` tells data directories apart in the keychain.
    SecretStore(const QString &folder, const QString &scope, QObject *parent = nullptr);

    /// Gives the secret, empty if there is none, by a later call.
    void read(const QString &name, std::function<void(QString)> done);
    /// Keeps the secret; an empty one is deleted. `inFile` says that there is no keychain and a file was used.
    void write(const QString &name, const QString &value, std::function<void(Result<void>, bool inFile)> done);

private:
    [[nodiscard]] QString filePath(const QString &name) const;
    [[nodiscard]] QString readFile(const QString &name) const;
    [[nodiscard]] Result<void> writeFile(const QString &name, const QString &value) const;

    const QString m_folder;
    const QString m_service;
};

} // namespace vestnik
