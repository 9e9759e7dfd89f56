// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/source/webpreview/studyfolder.h"

#include "core/base/logging.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>

namespace vestnik {

QString keepForStudy(const QString &folder, const QString &name, const QByteArray &html)
{
    if (folder.isEmpty() || !QDir().mkpath(folder)) {
        return {};
    }
    const QString path = folder + QLatin1Char('/') + name + QLatin1String(".html");
    QSaveFile file(path);
    const qint64 size = std::min<qint64>(html.size(), studyFileBytes);
    if (!file.open(QIODevice::WriteOnly) || file.write(html.constData(), size) != size || !file.commit()) {
        qCWarning(lcSource) << "a page could not be kept for study:" << file.errorString();
        return {};
    }
    const QFileInfoList kept = QDir(folder).entryInfoList({QStringLiteral("*.html")}, QDir::Files, QDir::Time);
    for (qsizetype oldest = studyFiles; oldest < kept.size(); ++oldest) {
        QFile::remove(kept.at(oldest).filePath());
    }
    return path;
}

} // namespace vestnik
