// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/demo/demoworld.h"
#include "app/demo/previewserver.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

namespace vestnik {

/// Keeps the demo alive: every few seconds a new post in some channel, now and then an edit, always more views. Lives
/// on the server's thread and observes it; stops by itself when the server is gone.
class DemoFeed final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DemoFeed)

public:
    /// `now` gives ms UTC; empty = the system's clock.
    DemoFeed(PreviewServer *server, DemoWorld world, quint64 seed = 1, std::function<qint64()> now = {},
        QObject *parent = nullptr);

    /// Begins, or goes on with another interval: milliseconds between two changes on average, at least 1.
    void start(int intervalMs);
    void stop();
    [[nodiscard]] bool isRunning() const { return m_timer.isActive(); }
    /// One change at once.
    void step();

Q_SIGNALS:
    void posted(const QString &channel, qint64 messageId);
    void edited(const QString &channel, qint64 messageId);

private:
    void append(const QString &channel);
    void editOne(const QString &channel);
    void raiseViews(const QString &channel);

    QPointer<PreviewServer> m_server;
    DemoWorld m_world;
    DemoRandom m_random;
    std::function<qint64()> m_now;
    QTimer m_timer;
    int m_intervalMs = 4000;
};

} // namespace vestnik
