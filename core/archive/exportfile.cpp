// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/archive/exportfile.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QRegularExpression>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <unistd.h>

namespace vestnik {
namespace {

constexpr qint64 leftOverAfterMs = 24LL * 60 * 60 * 1000;

/// Removes what killed exports to the same name left behind.
void removeLeftOvers(const QFileInfo &target)
{
    const QRegularExpression ours(QLatin1String("^\\.") + QRegularExpression::escape(target.fileName())
        + QLatin1String("\\.part-[0-9a-f]{8}\\.vestnik$"));
    const QDir folder(target.absolutePath());
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    const QFileInfoList files = folder.entryInfoList(QDir::Files | QDir::Hidden | QDir::NoSymLinks);
    for (const QFileInfo &file : files) {
        if (ours.match(file.fileName()).hasMatch() && now - file.lastModified().toMSecsSinceEpoch() > leftOverAfterMs) {
            QFile::remove(file.filePath());
        }
    }
}

QString systemText(int number)
{
    return QString::fromLocal8Bit(std::strerror(number));
}

} // namespace

ExportFile::ExportFile(const QString &target)
    : m_target(target)
{
}

ExportFile::~ExportFile()
{
    if (m_open && !isStandardOutput()) {
        m_file.close();
        QFile::remove(m_file.fileName());
    }
}

Error ExportFile::error(const QString &detail) const
{
    return Error{ErrorCode::FileFailed, isStandardOutput() ? QStringLiteral("standard output") : m_target, detail};
}

Result<void> ExportFile::open()
{
    if (isStandardOutput()) {
        m_open = m_file.open(stdout, QIODevice::WriteOnly | QIODevice::Unbuffered);
        return m_open ? Result<void>() : Result<void>(failure(error(m_file.errorString())));
    }
    const QFileInfo named(m_target);
    m_place = named.isSymLink() && named.exists() ? named.canonicalFilePath() : named.absoluteFilePath();
    const QFileInfo place(m_place);
    if (m_target.isEmpty() || place.isDir()) {
        return failure(error(QStringLiteral("is a directory")));
    }
    if (!place.absoluteDir().exists()) {
        return failure(error(QStringLiteral("no such folder")));
    }
    if (place.exists() && !place.isWritable()) {
        return failure(error(systemText(EACCES)));
    }
    removeLeftOvers(place);
    const quint32 number = QRandomGenerator::global()->generate();
    m_file.setFileName(QStringLiteral("%1/.%2.part-%3.vestnik")
                           .arg(place.absolutePath(), place.fileName())
                           .arg(number, 8, 16, QLatin1Char('0')));
    m_open = m_file.open(QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered);
    if (!m_open) {
        return failure(error(m_file.errorString()));
    }
    if (place.exists()) {
        m_file.setPermissions(place.permissions());
    }
    return {};
}

Result<void> ExportFile::write(const char *data, qsizetype size)
{
    // A disk takes what fits on it first, and names the reason only at the next try.
    for (qsizetype done = 0; done < size;) {
        const qint64 taken = m_file.write(data + done, size - done);
        if (taken <= 0) {
            return failure(error(m_file.errorString()));
        }
        done += taken;
    }
    m_bytes += size;
    return {};
}

Result<void> ExportFile::commit()
{
    if (isStandardOutput()) {
        return {};
    }
    m_bytes = QFileInfo(m_file.fileName()).size();
    // The name must not reach the disk before the bytes do.
    if (::fsync(m_file.handle()) != 0) {
        return failure(error(systemText(errno)));
    }
    if (std::rename(QFile::encodeName(m_file.fileName()).constData(), QFile::encodeName(m_place).constData()) != 0) {
        return failure(error(systemText(errno)));
    }
    m_file.close();
    m_open = false;
    return {};
}

} // namespace vestnik
