// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/archive/importer.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

#include "core/archive/importsink.h"
#include "core/archive/jsoncutter.h"
#include "core/archive/originalimport.h"
#include "core/archive/telegramimport.h"
#include "core/model/postexport.h"
#include "core/store/database.h"
#include "core/store/originaldatabase.h"

namespace vestnik {
namespace {

constexpr qint64 headBytes = 256 * 1024;

QByteArray withoutMark(const QByteArray &text)
{
    return (text.startsWith("\xef\xbb\xbf") ? text.mid(3) : text).trimmed();
}

/// The keys of the object that a text begins with, as far as the text goes.
QByteArrayList firstKeys(const QByteArray &text)
{
    QByteArrayList keys;
    JsonCutter cutter(
        [&keys](const QByteArrayList &path) {
            if (path.size() == 1) {
                keys.append(path.first());
            }
            return JsonCutter::Want::Inside;
        },
        [](const JsonCutter::Piece &) { return true; }, 0);
    const Result<bool> fed = cutter.feed(text.constData(), text.size());
    Q_UNUSED(fed) // a part of a text need not be whole
    return keys;
}

ImportFormat formatOf(const QByteArray &head)
{
    if (head.startsWith(QByteArray("SQLite format 3\0", 16))) {
        return ImportFormat::PythonDatabase;
    }
    const QByteArray text = withoutMark(head);
    if (text.startsWith('[')) {
        return ImportFormat::Ndjson; // our own as well: an array of the same objects
    }
    const QByteArrayList keys = firstKeys(text);
    if (keys.contains("messages") || keys.contains("chats") || keys.contains("left_chats")
        || keys.contains("personal_information")) {
        return ImportFormat::TelegramDesktop;
    }
    if (keys.contains("channel") && keys.contains("message_id")) {
        return ImportFormat::Ndjson;
    }
    return ImportFormat::Automatic;
}

Result<void> takeLine(const QByteArray &line, qint64 number, ImportSink &sink)
{
    if (line.trimmed().isEmpty()) {
        return {};
    }
    const Result<ArchivedPost> post = postFromJson(QJsonDocument::fromJson(line).object());
    if (!post || !ImportSink::isKnownForm(post->post.channel)) {
        sink.noteBroken(QStringLiteral("line %1").arg(number));
        return {};
    }
    const Result<ChannelId> channel = sink.channel(ImportedChannel{post->post.channel, post->channelTitle, 0, true});
    return channel ? sink.add(*channel, *post) : Result<void>(failure(channel.error()));
}

Result<void> importLines(QFile &file, ImportSink &sink)
{
    qint64 number = 0;
    bool cutOff = false; ///< in the rest of a line that is too long
    while (!file.atEnd()) {
        QByteArray line = file.readLine(longestImportedPost);
        if (line.isEmpty()) {
            return failure(ErrorCode::FileFailed, file.fileName(), file.errorString());
        }
        const bool ends = line.endsWith('\n') || file.atEnd();
        if (cutOff) {
            cutOff = !ends;
            continue;
        }
        ++number;
        if (!ends) {
            sink.noteBroken(QStringLiteral("line %1").arg(number));
            cutOff = true;
            continue;
        }
        if (number == 1 && line.startsWith("\xef\xbb\xbf")) {
            line.remove(0, 3);
        }
        if (Result<void> taken = takeLine(line, number, sink); !taken) {
            return taken;
        }
        sink.notePosition(file.pos(), file.size());
    }
    return {};
}

Result<void> importFile(const QString &path, ImportFormat format, ImportSink &sink)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(ErrorCode::FileFailed, path, file.errorString());
    }
    Result<void> read;
    if (format == ImportFormat::TelegramDesktop) {
        read = importTelegram(file, sink);
    } else if (withoutMark(file.peek(64)).startsWith('[')) {
        read = importJsonArray(file, sink);
    } else {
        read = importLines(file, sink);
    }
    if (!read && read.error().code == ErrorCode::FileFailed && read.error().subject.isEmpty()) {
        return failure(ErrorCode::FileFailed, path, read.error().detail);
    }
    return read;
}

} // namespace

Result<ImportFormat> detectImportFormat(const QString &source)
{
    if (OriginalDatabase::isServer(source)) {
        return ImportFormat::PythonDatabase;
    }
    QFile file(source);
    if (QFileInfo(source).isDir()) {
        return failure(ErrorCode::FileFailed, source, QStringLiteral("is a directory"));
    }
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(ErrorCode::FileFailed, source, file.errorString());
    }
    return formatOf(file.read(headBytes));
}

Result<TaskReport> importPosts(Database &database, const ImportSpec &spec, qint64 now, const TaskControl &control)
{
    ImportFormat format = spec.format;
    if (format == ImportFormat::Automatic) {
        const Result<ImportFormat> detected = detectImportFormat(spec.source);
        if (!detected) {
            return failure(detected.error());
        }
        format = *detected;
    }
    if (format == ImportFormat::Automatic) {
        return failure(ErrorCode::FileFailed, spec.source,
            QStringLiteral("neither posts of Vestnik, nor an export of Telegram Desktop, nor a database"));
    }
    ImportSink sink(database, spec, now, control);
    Result<void> step = sink.begin();
    if (step && format == ImportFormat::PythonDatabase) {
        const Result<std::unique_ptr<OriginalDatabase>> original = OriginalDatabase::open(spec.source);
        step = original ? importOriginal(**original, database, now, sink) : failure(original.error());
    } else if (step) {
        step = importFile(spec.source, format, sink);
    }
    step = step ? sink.flush() : step;
    if (!step) {
        return failure(step.error());
    }
    control.report(sink.posts(), sink.posts());
    return sink.report();
}

} // namespace vestnik
