// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/archive/htmltext.h"
#include "core/archive/jsoncutter.h"
#include "core/archive/telegrammessage.h"
#include "core/model/jsonbytes.h"
#include "core/model/postexport.h"

#include <QByteArray>
#include <QJsonDocument>

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace vestnik;

namespace {

constexpr qsizetype limit = 4096;

void require(bool condition)
{
    if (!condition) {
        std::abort();
    }
}

struct Seen {
    QByteArrayList pieces;
    bool good = false;

    bool operator==(const Seen &) const = default;
};

/// Cuts the members of every list "messages", and scalars called "name", in portions of a size.
Seen cut(const QByteArray &text, qsizetype portion)
{
    Seen seen;
    JsonCutter cutter(
        [](const QByteArrayList &path) {
            require(path.size() <= JsonCutter::deepest + 1);
            const bool member = path.size() >= 2 && path.at(path.size() - 2) == "messages" && path.last() == "[]";
            return member || (!path.isEmpty() && path.last() == "name") ? JsonCutter::Want::Whole
                                                                        : JsonCutter::Want::Announce;
        },
        [&](const JsonCutter::Piece &piece) {
            require(piece.json.size() <= limit && piece.offset >= 0 && piece.offset < text.size());
            if (piece.want == JsonCutter::Want::Whole) {
                require(piece.json.isEmpty() || text.mid(piece.offset, piece.json.size()) == piece.json);
                seen.pieces.append(piece.path.join('/') + '=' + piece.json);
            }
            return true;
        },
        limit);
    for (qsizetype at = 0; at < text.size(); at += portion) {
        const QByteArray part = text.mid(at, portion);
        const Result<bool> fed = cutter.feed(part.constData(), part.size());
        if (!fed) {
            return seen;
        }
        require(*fed);
    }
    seen.good = cutter.finish().has_value();
    return seen;
}

void checkEntities(const RichText &text)
{
    for (const TextEntity &entity : text.entities) {
        require(entity.offset >= 0 && entity.length > 0);
        require(entity.offset + entity.length <= text.text.size());
    }
    require(!htmlBody(text).contains(QLatin1String("<script")));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    // However the text comes, the same is cut out of it.
    const Seen whole = cut(text, std::max<qsizetype>(1, text.size()));
    require(cut(text, 7) == whole);
    // What Qt takes for JSON has to be JSON here, unless it is too deep.
    const QJsonDocument document = QJsonDocument::fromJson(text);
    for (const QByteArray &piece : whole.pieces) {
        const QJsonObject object = QJsonDocument::fromJson(piece.mid(piece.indexOf('=') + 1)).object();
        if (const std::optional<Post> post = postFromTelegram(object, false)) {
            require(post->messageId > 0 && post->postedAt > 0);
            checkEntities(post->body);
        }
    }
    if (const Result<ArchivedPost> post = postFromJson(document.object())) {
        checkEntities(post->post.body);
        JsonBytes out;
        writePostJson(out, *post);
        const Result<ArchivedPost> again = postFromJson(QJsonDocument::fromJson(out.toByteArray()).object());
        require(again && again->post == post->post);
    }
    return 0;
}
