// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QProcess>
#include <QStringList>
#include <QUrl>

namespace vestnik::test {

/// A `previewhost` that serves for as long as this lives. One thread.
class HostProcess final {
public:
    HostProcess() = default;
    ~HostProcess();
    HostProcess(const HostProcess &) = delete;
    HostProcess &operator=(const HostProcess &) = delete;

    /// Starts it and waits until its pages are ready, at most two minutes. False: `error` says why.
    [[nodiscard]] bool start(const QStringList &arguments);

    QUrl url;
    QStringList channels;
    QHash<QString, int> posts; ///< served posts of each channel; an album is one
    int pages = 0;
    QString error;

    [[nodiscard]] int postsTotal() const;

private:
    QProcess m_process;
};

} // namespace vestnik::test
