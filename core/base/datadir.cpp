// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/datadir.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace vestnik {

QString DataDir::choose(const QString &option)
{
    if (!option.isEmpty()) {
        return QDir(option).absolutePath();
    }
    const QString variable = qEnvironmentVariable("VESTNIK_DATA_DIR");
    if (!variable.isEmpty()) {
        return QDir(variable).absolutePath();
    }
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
}

DataDir::DataDir(const QString &path)
    : m_path(QDir(path).absolutePath())
{
}

Result<void> DataDir::acquire()
{
    const bool isNew = !QFileInfo::exists(m_path);
    if (!QDir().mkpath(m_path)) {
        return failure(ErrorCode::DataDirUnusable, m_path);
    }
    if (isNew) {
        QFile::setPermissions(m_path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    m_lock = std::make_unique<QLockFile>(m_path + QLatin1String("/vestnik.lock"));
    m_lock->setStaleLockTime(0); // a lock is stale only when its process is gone
    if (m_lock->tryLock(0)) {
        return {};
    }
    const QLockFile::LockError error = m_lock->error();
    qint64 pid = 0;
    QString host;
    QString program;
    m_lock->getLockInfo(&pid, &host, &program);
    m_lock.reset();
    if (error == QLockFile::LockFailedError) {
        return failure(ErrorCode::DataDirInUse,
            QStringLiteral("%1, process %2 on %3")
                .arg(m_path)
                .arg(pid)
                .arg(host.isEmpty() ? QStringLiteral("?") : host));
    }
    return failure(ErrorCode::DataDirUnusable, m_path, QStringLiteral("the lock file cannot be written"));
}

void DataDir::release()
{
    m_lock.reset();
}

QString DataDir::socketName() const
{
    // In the directory itself, which only its owner enters, unless the path is too long for a socket (108 bytes).
    constexpr qsizetype longestPath = 100;
    const QString canonical = QFileInfo(m_path).canonicalFilePath();
    const QString directory = canonical.isEmpty() ? m_path : canonical;
    QString inside = directory + QLatin1String("/vestnik.sock");
    if (QFile::encodeName(inside).size() <= longestPath) {
        return inside;
    }
    const QByteArray hash = QCryptographicHash::hash(directory.toUtf8(), QCryptographicHash::Sha256);
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR", QDir::tempPath());
    return runtime + QLatin1String("/vestnik-") + QString::fromLatin1(hash.toHex().left(24));
}

} // namespace vestnik
