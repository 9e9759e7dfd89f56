// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/archive/telegramimport.h"

#include <QIODevice>
#include <QJsonDocument>
#include <QJsonObject>

#include "core/archive/importsink.h"
#include "core/archive/jsoncutter.h"
#include "core/archive/telegrammessage.h"
#include "core/model/postexport.h"

namespace vestnik {
namespace {

constexpr qint64 chunkBytes = 256 * 1024;

/// Feeds a device to a cutter until the end, an error of `status`, or text that is no JSON, which is noted.
Result<void> feedAll(QIODevice &device, JsonCutter &cutter, ImportSink &sink, const Result<void> &status)
{
    QByteArray chunk(chunkBytes, Qt::Uninitialized);
    qint64 read = 0;
    bool first = true;
    while (true) {
        const qint64 bytes = device.read(chunk.data(), chunkBytes);
        if (bytes < 0) {
            return failure(ErrorCode::FileFailed, {}, device.errorString());
        }
        const bool marked = first && bytes >= 3 && chunk.startsWith("\xef\xbb\xbf");
        first = false;
        read += bytes;
        sink.notePosition(read, device.size());
        const Result<bool> fed = cutter.feed(chunk.constData() + (marked ? 3 : 0), bytes - (marked ? 3 : 0));
        if (!status) {
            return status;
        }
        const Result<void> ended = !fed ? Result<void>(failure(fed.error()))
            : bytes == 0                ? cutter.finish()
                                        : Result<void>();
        if (!ended) {
            sink.count(QStringLiteral("file_incomplete"), 1, ended.error().detail);
        }
        if (!ended || !*fed || bytes == 0) {
            return {};
        }
    }
}

QString placeOf(qint64 offset)
{
    return QStringLiteral("byte %1").arg(offset);
}

/// What stands around the messages of an export.
class TelegramReader final {
public:
    explicit TelegramReader(ImportSink &sink)
        : m_sink(sink)
    {
    }

    static JsonCutter::Want ask(const QByteArrayList &path)
    {
        // [name, type, id, messages] of a single chat stand at the root, of many in chats.list.[] and
        // left_chats.list.[]
        const bool many = path.size() >= 3 && (path.at(0) == "chats" || path.at(0) == "left_chats")
            && path.at(1) == "list" && path.at(2) == "[]";
        const qsizetype depth = many ? 3 : 0;
        if (path.size() == depth) {
            return JsonCutter::Want::Announce;
        }
        const QByteArray &key = path.at(depth);
        if (path.size() == depth + 1 && (key == "name" || key == "type" || key == "id")) {
            return JsonCutter::Want::Whole;
        }
        if (path.size() == depth + 1 && key == "messages") {
            return JsonCutter::Want::Announce;
        }
        return path.size() == depth + 2 && key == "messages" ? JsonCutter::Want::Whole : JsonCutter::Want::Inside;
    }
    bool take(const JsonCutter::Piece &piece)
    {
        if (piece.want == JsonCutter::Want::Announce) {
            if (!piece.path.isEmpty() && piece.path.last() == "messages") {
                m_status = beginChat();
            } else {
                m_chat = {};
            }
        } else if (piece.path.last() == "[]") {
            m_status = message(piece);
        } else {
            const QJsonValue value = QJsonDocument::fromJson("[" + piece.json + "]")[0];
            if (piece.path.last() == "name") {
                m_chat.name = value.toString().left(256);
            } else if (piece.path.last() == "type") {
                m_chat.type = value.toString();
            } else {
                m_chat.id = value.toInteger();
            }
        }
        return m_status.has_value();
    }
    [[nodiscard]] const Result<void> &status() const { return m_status; }
    [[nodiscard]] bool anyChat() const { return m_chats > 0; }

private:
    struct Chat {
        QString name;
        QString type;
        qint64 id = 0;
        ChannelId channel = 0; ///< 0: left out
        bool group = false;
    };

    Result<void> beginChat()
    {
        ++m_chats;
        const bool channel = m_chat.type.endsWith(QLatin1String("_channel"));
        m_chat.group = m_chat.type.endsWith(QLatin1String("group"));
        if (!(channel || m_chat.group) || m_chat.id <= 0) {
            m_sink.count(QStringLiteral("chats_skipped"), 1, m_chat.type);
            return {};
        }
        // Numbers of basic groups are counted apart from those of channels and supergroups.
        const bool basic = m_chat.type == QLatin1String("private_group");
        const QString name = basic ? QStringLiteral("g/%1").arg(m_chat.id) : QString();
        const Result<ChannelId> row = m_sink.channel(ImportedChannel{name, m_chat.name, basic ? 0 : m_chat.id, false});
        if (!row) {
            return failure(row.error());
        }
        m_chat.channel = *row;
        return {};
    }
    Result<void> message(const JsonCutter::Piece &piece)
    {
        if (m_chat.channel == 0) {
            return {};
        }
        const QJsonDocument document = QJsonDocument::fromJson(piece.json);
        const std::optional<Post> post =
            document.isObject() ? postFromTelegram(document.object(), m_chat.group) : std::nullopt;
        if (!post) {
            m_sink.noteBroken(placeOf(piece.offset));
            return {};
        }
        return m_sink.add(m_chat.channel, ArchivedPost{*post, {}, {}});
    }

    ImportSink &m_sink;
    Chat m_chat;
    Result<void> m_status;
    qint64 m_chats = 0;
};

} // namespace

Result<void> importTelegram(QIODevice &device, ImportSink &sink)
{
    TelegramReader reader(sink);
    JsonCutter cutter(
        &TelegramReader::ask, [&reader](const JsonCutter::Piece &piece) { return reader.take(piece); },
        longestImportedPost);
    if (Result<void> fed = feedAll(device, cutter, sink, reader.status()); !fed) {
        return fed;
    }
    if (!reader.anyChat()) {
        return failure(ErrorCode::FileFailed, {}, QStringLiteral("no chat of a Telegram Desktop export in it"));
    }
    return {};
}

Result<void> importJsonArray(QIODevice &device, ImportSink &sink)
{
    Result<void> status;
    const auto take = [&](const JsonCutter::Piece &piece) {
        const Result<ArchivedPost> post = postFromJson(QJsonDocument::fromJson(piece.json).object());
        if (!post || !ImportSink::isKnownForm(post->post.channel)) {
            sink.noteBroken(placeOf(piece.offset));
            return true;
        }
        const Result<ChannelId> channel =
            sink.channel(ImportedChannel{post->post.channel, post->channelTitle, 0, true});
        status = channel ? sink.add(*channel, *post) : Result<void>(failure(channel.error()));
        return status.has_value();
    };
    JsonCutter cutter(
        [](const QByteArrayList &path) {
            return path.size() == 1 ? JsonCutter::Want::Whole : JsonCutter::Want::Inside;
        },
        take, longestImportedPost);
    return feedAll(device, cutter, sink, status);
}

} // namespace vestnik
