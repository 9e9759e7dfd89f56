// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"

#include <QByteArray>
#include <QFileSystemWatcher>
#include <QList>
#include <QObject>
#include <QString>

#include <memory>

namespace vestnik {

/// Tells when the system's time-zone data or its zone has changed: an update of the system, a traveller. Does nothing
/// until the file system says so. Lives on the engine thread.
class ZoneWatch final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ZoneWatch)

public:
    /// A change is told this long after the last sign of it, since an update replaces hundreds of files …
    static constexpr qint64 settleMs = 2'000;
    /// … but not later than this after the first.
    static constexpr qint64 latestMs = 30'000;

    /// `directory`: of the zone files, empty: the system's. `link`: names the system's zone.
    explicit ZoneWatch(Clock &clock, const QString &directory = {},
        const QString &link = QStringLiteral("/etc/localtime"), QObject *parent = nullptr);
    ~ZoneWatch() override;

    /// Zones in use: their files are watched also for being written in place. Replaces the ones before.
    void setZones(const QList<QByteArray> &ids);

Q_SIGNALS:
    /// What was reckoned before may be wrong: forget zones that were loaded.
    void changed();

private:
    void onSign(const QString &path);
    void settle();
    void watch();
    [[nodiscard]] QString linkState() const;

    Clock &m_clock;
    const QString m_directory;
    const QString m_link;
    QList<QByteArray> m_zones;
    QString m_linkState;
    QFileSystemWatcher m_watcher;
    std::unique_ptr<ClockAlarm> m_alarm;
    qint64 m_firstSign = -1; ///< steady time; -1: none that was not told
    bool m_dataChanged = false;
};

} // namespace vestnik
