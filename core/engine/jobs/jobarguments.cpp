// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/engine/jobs/jobarguments.h"

#include <QDir>
#include <QFileInfo>

#include <cmath>

namespace vestnik::jobarguments {
namespace {

constexpr int longestPath = 4096;
constexpr int mostNumbers = 10'000;

} // namespace

Result<int> number(const QJsonObject &arguments, const QString &member, int fallback, int least, int most)
{
    const QJsonValue value = arguments.value(member);
    if (value.isUndefined() || value.isNull()) {
        return fallback;
    }
    const double number = value.toDouble(std::nan(""));
    // Written so that no number passes for one in the range.
    if (!(number >= least && number <= most) || number != std::floor(number)) {
        return failure(ErrorCode::InvalidArgument, member, QStringLiteral("%1 to %2").arg(least).arg(most));
    }
    return static_cast<int>(number);
}

Result<QString> text(const QJsonObject &arguments, const QString &member, const QString &fallback, int longest)
{
    const QJsonValue value = arguments.value(member);
    if (value.isUndefined() || value.isNull()) {
        return fallback;
    }
    if (!value.isString() || value.toString().size() > longest) {
        return failure(ErrorCode::InvalidArgument, member);
    }
    return value.toString();
}

Result<QString> folder(const QJsonObject &arguments, bool mayBeEmpty)
{
    const QString member = QStringLiteral("folder");
    const Result<QString> path = text(arguments, member, {}, longestPath);
    if (!path) {
        return path;
    }
    if (path->isEmpty() ? !mayBeEmpty : !QDir::isAbsolutePath(*path) || path->contains(QChar(0))) {
        return failure(ErrorCode::InvalidArgument, member, QStringLiteral("not an absolute path"));
    }
    return path->isEmpty() ? path : Result<QString>(QDir::cleanPath(*path));
}

QString freePath(const QString &path)
{
    const QFileInfo wanted(path);
    QString free = path;
    for (int n = 2; QFileInfo::exists(free) && n < mostNumbers; ++n) {
        free = wanted.dir().filePath(
            QStringLiteral("%1 (%2).%3").arg(wanted.completeBaseName(), QString::number(n), wanted.suffix()));
    }
    return free;
}

} // namespace vestnik::jobarguments
