// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/schedule/zonewatch.h"

#include "core/schedule/zonerules.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace vestnik {
namespace {

constexpr int mostFolders = 64;

/// The folder of the zones and those in it (America/Argentina …), without the two copies of everything.
QStringList foldersOf(const QString &root)
{
    static const QStringList copies{QStringLiteral("posix"), QStringLiteral("right")};
    QStringList found{root};
    for (qsizetype i = 0; i < found.size() && found.size() < mostFolders; ++i) {
        const QDir folder(found.at(i));
        const QStringList names = folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks);
        for (const QString &name : names) {
            if (i > 0 || !copies.contains(name)) {
                found.append(folder.filePath(name));
            }
        }
    }
    return found;
}

} // namespace

ZoneWatch::ZoneWatch(Clock &clock, const QString &directory, const QString &link, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_directory(directory.isEmpty() ? systemZoneDirectory() : directory)
    , m_link(link)
    , m_linkState(linkState())
    , m_alarm(clock.makeAlarm([this] { settle(); }))
{
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &ZoneWatch::onSign);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, &ZoneWatch::onSign);
    watch();
}

ZoneWatch::~ZoneWatch() = default;

void ZoneWatch::setZones(const QList<QByteArray> &ids)
{
    m_zones = ids;
    watch();
}

void ZoneWatch::watch()
{
    QStringList paths;
    if (!m_directory.isEmpty()) {
        paths = foldersOf(m_directory);
        paths.append(m_directory + QLatin1String("/tzdata.zi"));
        for (const QByteArray &id : std::as_const(m_zones)) {
            if (ZoneRules::isName(id)) {
                paths.append(m_directory + QLatin1Char('/') + QString::fromLatin1(id));
            }
        }
    }
    if (!m_link.isEmpty()) {
        // A link is replaced, not written: only its folder sees that.
        paths.append(QFileInfo(m_link).absolutePath());
        paths.append(m_link);
    }
    // Files that were replaced are no longer watched; those that are, are not added again.
    const QStringList watched = m_watcher.files() + m_watcher.directories();
    QStringList gone;
    for (const QString &path : watched) {
        if (!paths.contains(path)) {
            gone.append(path);
        }
    }
    if (!gone.isEmpty()) {
        m_watcher.removePaths(gone);
    }
    paths.removeIf([&watched](const QString &path) { return watched.contains(path) || !QFileInfo::exists(path); });
    if (!paths.isEmpty()) {
        m_watcher.addPaths(paths);
    }
}

QString ZoneWatch::linkState() const
{
    if (m_link.isEmpty()) {
        return {};
    }
    const QFileInfo info(m_link);
    return QStringLiteral("%1 %2 %3")
        .arg(info.symLinkTarget(), QString::number(info.size()), info.lastModified().toString(Qt::ISODateWithMs));
}

void ZoneWatch::onSign(const QString &path)
{
    const bool ofLink = path == m_link || path == QFileInfo(m_link).absolutePath();
    // The folder of the link is that of all settings of the system.
    if (ofLink && linkState() == m_linkState) {
        watch();
        return;
    }
    m_dataChanged |= !ofLink;
    const qint64 now = m_clock.steady();
    if (m_firstSign < 0) {
        m_firstSign = now;
    }
    m_alarm->setIn(std::clamp<qint64>(m_firstSign + latestMs - now, 0, settleMs));
}

void ZoneWatch::settle()
{
    m_firstSign = -1;
    watch();
    const QString state = linkState();
    if (!m_dataChanged && state == m_linkState) {
        return;
    }
    m_dataChanged = false;
    m_linkState = state;
    Q_EMIT changed();
}

} // namespace vestnik
