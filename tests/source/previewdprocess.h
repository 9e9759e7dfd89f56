// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QNetworkAccessManager>
#include <QObject>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QUrl>

namespace vestnik {

/// Runs the stand-in of the web preview (previewd.py of the shared folder) for a test. Lives on the test's thread.
class PreviewdProcess final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PreviewdProcess)

public:
    explicit PreviewdProcess(QObject *parent = nullptr);
    ~PreviewdProcess() override;

    /// True if python3 and the stand-in are there.
    [[nodiscard]] static bool isAvailable();
    /// Starts it with options and waits until it is ready.
    [[nodiscard]] bool start(const QStringList &options);
    /// The body of an answer with status 200; redirects are followed. Empty on failure.
    [[nodiscard]] QByteArray get(const QString &path);
    /// Posts JSON; true if the answer says that it is well.
    [[nodiscard]] bool post(const QString &path, const QByteArray &json);

private:
    QProcess m_process;
    QNetworkAccessManager m_network;
    QUrl m_base;
};

} // namespace vestnik
