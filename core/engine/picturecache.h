// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/stop.h"
#include "core/net/httpclient.h"

#include <QCoroTask>

namespace vestnik {

/// Pictures of posts, fetched when somebody asks, kept in a bounded folder. Lives on the engine thread, owned by the
/// engine.
class PictureCache final {
public:
    static constexpr qint64 pictureLimit = 4 * 1024 * 1024; ///< bytes of one picture
    static constexpr qint64 folderLimit = 200 * 1024 * 1024; ///< bytes of all; the oldest go first

    PictureCache(HttpClient &client, const QString &folder);

    /// Addresses come from pages, so only https is fetched, and what lies on `trusted` (the host of the web preview).
    [[nodiscard]] QCoro::Task<Result<QByteArray>> load(QString url, QString trusted, StopToken stop);

private:
    [[nodiscard]] QString fileOf(const QString &url) const;
    void trim() const;

    HttpClient &m_client;
    const QString m_folder;
    int m_written = 0;
};

} // namespace vestnik
