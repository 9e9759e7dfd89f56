// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/engine/picturecache.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QSaveFile>

namespace vestnik {
namespace {

constexpr int trimEvery = 50; ///< new files between two looks at the folder's size

bool looksLikePicture(const QByteArray &bytes)
{
    return bytes.startsWith("\x89PNG") || bytes.startsWith("\xff\xd8\xff") || bytes.startsWith("GIF8")
        || (bytes.startsWith("RIFF") && bytes.mid(8, 4) == "WEBP");
}

} // namespace

PictureCache::PictureCache(HttpClient &client, const QString &folder)
    : m_client(client)
    , m_folder(folder)
{
}

QString PictureCache::fileOf(const QString &url) const
{
    const QByteArray hash = QCryptographicHash::hash(url.toUtf8(), QCryptographicHash::Sha256);
    return m_folder + QLatin1Char('/') + QString::fromLatin1(hash.toHex().left(40));
}

QCoro::Task<Result<QByteArray>> PictureCache::load(QString url, QString trusted, StopToken stop)
{
    const QString path = fileOf(url);
    QFile cached(path);
    if (cached.open(QIODevice::ReadOnly)) {
        const QByteArray bytes = cached.read(pictureLimit);
        if (looksLikePicture(bytes)) {
            co_return bytes;
        }
    }
    const QUrl address(url);
    if (address.scheme() != QLatin1String("https") && hostLabel(address) != trusted) {
        co_return failure(ErrorCode::InvalidArgument, url);
    }
    HttpRequest request(address);
    request.maxBytes = pictureLimit;
    request.paced = false;
    const Result<HttpResponse> response = co_await m_client.get(request, stop);
    if (!response) {
        co_return failure(response.error());
    }
    if (!looksLikePicture(response->body)) {
        co_return failure(ErrorCode::NotFound, url, QStringLiteral("not a picture"));
    }
    QDir().mkpath(m_folder);
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly)) {
        file.write(response->body);
        file.commit();
    }
    if (++m_written % trimEvery == 0) {
        trim();
    }
    co_return response->body;
}

void PictureCache::trim() const
{
    qint64 total = 0;
    const QFileInfoList newestFirst = QDir(m_folder).entryInfoList(QDir::Files, QDir::Time);
    for (const QFileInfo &file : newestFirst) {
        total += file.size();
        if (total > folderLimit) {
            QFile::remove(file.filePath());
        }
    }
}

} // namespace vestnik
