// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/previewstandin/faults.h"

#include "app/demo/gzip.h"

#include <QRandomGenerator>
#include <QRegularExpression>

#include <array>
#include <utility>

#include <zlib.h>

namespace vestnik {

using namespace Qt::StringLiterals;

namespace {

RawReply htmlReply(QByteArray body)
{
    RawReply reply;
    reply.body = std::move(body);
    return reply;
}

QByteArray pathOf(const PreviewRequest &request)
{
    const qsizetype query = request.target.indexOf('?');
    return query < 0 ? request.target : request.target.left(query);
}

/// The zeros are packed once; a full flush makes the piece self-contained, so that it can be repeated.
QByteArray makeBomb(int megabytes)
{
    const QByteArray zeros(1 << 20, '\0');
    QByteArray piece(64 << 10, Qt::Uninitialized);
    QByteArray end(64, Qt::Uninitialized);
    z_stream stream{};
    deflateInit2(&stream, 9, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY);
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(zeros.constData()));
    stream.avail_in = uInt(zeros.size());
    stream.next_out = reinterpret_cast<Bytef *>(piece.data());
    stream.avail_out = uInt(piece.size());
    deflate(&stream, Z_FULL_FLUSH);
    piece.truncate(piece.size() - qsizetype(stream.avail_out));
    stream.next_out = reinterpret_cast<Bytef *>(end.data());
    stream.avail_out = uInt(end.size());
    deflate(&stream, Z_FINISH);
    end.truncate(end.size() - qsizetype(stream.avail_out));
    deflateEnd(&stream);

    uLong checksum = 0;
    const uLong pieceSum = crc32(0, reinterpret_cast<const Bytef *>(zeros.constData()), uInt(zeros.size()));
    for (int i = 0; i < megabytes; ++i) {
        checksum = i == 0 ? pieceSum : crc32_combine(checksum, pieceSum, z_off_t(zeros.size()));
    }
    QByteArray bomb = QByteArray::fromHex("1f8b08000000000000ff") + piece.repeated(megabytes) + end;
    const quint64 length = quint64(megabytes) << 20;
    for (int byte = 0; byte < 4; ++byte) {
        bomb.append(char((checksum >> (8 * byte)) & 0xff));
    }
    for (int byte = 0; byte < 4; ++byte) {
        bomb.append(char((length >> (8 * byte)) & 0xff));
    }
    return bomb;
}

QByteArray tagSoup(quint32 seed)
{
    static constexpr std::array pieces{"<div class=", "</div>", "<a href='", "\">", "<!--", "-->", "&#x110000;",
        "&bogus;", "</section></main>", "<script>", "</script>", "<table><tr>", "\"'>", "<svg><p>", "soup ",
        "<![CDATA[", "]]>", "<tgme_widget_message data-post=\"x/",
        "<div class=\"tgme_widget_message\" data-post=\"%d\">", "<time datetime=\"2026-99-99T99:99\">",
        "<div class=\"tgme_widget_message_text js-message_text\">", "<br/>"};
    QRandomGenerator random(seed);
    QByteArray soup = QByteArrayLiteral("<!DOCTYPE html><html><body>");
    while (soup.size() < 120'000) {
        const quint32 pick = random.bounded(quint32(pieces.size() + 1));
        if (pick == pieces.size()) {
            soup.append('\0');
        } else {
            soup.append(pieces.at(pick));
        }
    }
    return soup;
}

} // namespace

namespace faults {

Fault tooManyRequests(std::optional<int> retryAfterSeconds)
{
    return [retryAfterSeconds](const PreviewRequest &) {
        RawReply reply = htmlReply(QByteArrayLiteral("<html><body>Too Many Requests</body></html>"));
        reply.status = 429;
        if (retryAfterSeconds) {
            reply.headers.append({QByteArrayLiteral("Retry-After"), QByteArray::number(*retryAfterSeconds)});
        }
        return reply;
    };
}

Fault status(int status)
{
    return [status](const PreviewRequest &) {
        RawReply reply = htmlReply("<html><body>" + QByteArray::number(status) + "</body></html>");
        reply.status = status;
        return reply;
    };
}

Fault hang()
{
    return [](const PreviewRequest &) {
        RawReply reply;
        reply.silent = true;
        reply.end = RawReply::End::Hang;
        return reply;
    };
}

Fault hangInBody()
{
    return [](const PreviewRequest &request) {
        RawReply reply = request.usual();
        reply.mayGzip = false;
        reply.sendOnly = reply.body.size() / 2;
        reply.end = RawReply::End::Hang;
        return reply;
    };
}

Fault resetAtOnce()
{
    return [](const PreviewRequest &) {
        RawReply reply;
        reply.silent = true;
        reply.end = RawReply::End::Reset;
        return reply;
    };
}

Fault resetInBody()
{
    return [](const PreviewRequest &request) {
        RawReply reply = request.usual();
        reply.mayGzip = false;
        reply.sendOnly = reply.body.size() / 2;
        reply.end = RawReply::End::Reset;
        return reply;
    };
}

Fault truncated(int missing)
{
    return [missing](const PreviewRequest &request) {
        RawReply reply = request.usual();
        reply.mayGzip = false;
        reply.claimedLength = reply.body.size() + missing;
        reply.end = RawReply::End::Close;
        return reply;
    };
}

Fault damagedGzip()
{
    return [](const PreviewRequest &request) {
        RawReply reply = request.usual();
        reply.body = gzipped(reply.body);
        const qsizetype middle = reply.body.size() / 2;
        for (qsizetype at = middle; at < middle + 64 && at < reply.body.size(); ++at) {
            reply.body[at] = char(~reply.body.at(at));
        }
        reply.contentEncoding = QByteArrayLiteral("gzip");
        return reply;
    };
}

Fault gzipBomb(int megabytes)
{
    return [bomb = makeBomb(megabytes)](const PreviewRequest &) {
        RawReply reply = htmlReply(bomb);
        reply.contentEncoding = QByteArrayLiteral("gzip");
        return reply;
    };
}

Fault hugePage(int megabytes)
{
    return [megabytes](const PreviewRequest &request) {
        RawReply reply = request.usual();
        reply.mayGzip = false;
        const QByteArray filler =
            QByteArrayLiteral("<p>0123456789abcdefghijklmnopqrstuvwxyz0123456789abcdefghij</p>\n");
        reply.body += filler.repeated((qsizetype(megabytes) << 20) / filler.size());
        return reply;
    };
}

Fault nestedTags(int depth)
{
    return [depth](const PreviewRequest &) {
        return htmlReply("<!DOCTYPE html><html><body>" + QByteArray("<div>").repeated(depth) + "deep"
            + QByteArray("</div>").repeated(depth) + "</body></html>");
    };
}

Fault invalidUtf8()
{
    return [](const PreviewRequest &request) {
        RawReply reply = request.usual();
        const QByteArray mark = QByteArrayLiteral("js-message_text\" dir=\"auto\">");
        // A byte that is never used, an overlong form, a surrogate, a lone lead byte.
        reply.body.replace(mark, QByteArray(mark + "\xff\xfe\xc0\xaf\xed\xa0\x80\xd0 "));
        return reply;
    };
}

Fault redirectLoop()
{
    return [](const PreviewRequest &request) {
        RawReply reply;
        reply.status = 302;
        const QByteArray next =
            request.target.contains("loop=a") ? QByteArrayLiteral("?loop=b") : QByteArrayLiteral("?loop=a");
        reply.headers.append({QByteArrayLiteral("Location"), pathOf(request) + next});
        return reply;
    };
}

Fault redirectTo(const QByteArray &location)
{
    return [location](const PreviewRequest &) {
        RawReply reply;
        reply.status = 302;
        reply.headers.append({QByteArrayLiteral("Location"), location});
        return reply;
    };
}

Fault noPostsFound()
{
    return [](const PreviewRequest &request) {
        RawReply reply = request.usual();
        const QByteArray opening = QByteArrayLiteral("js-message_history\">");
        const qsizetype from = reply.body.indexOf(opening);
        const qsizetype to = reply.body.lastIndexOf("</section>");
        if (from >= 0 && to > from) {
            const qsizetype start = from + opening.size();
            reply.body.replace(start, to - start,
                "<div class=\"tgme_widget_message_wrap js-widget_message_wrap\"><div "
                "class=\"tgme_widget_message_centered\">"
                "<div class=\"tme_no_messages_found\">No posts found</div></div></div>");
        }
        static const QRegularExpression paging(u"<link rel=\"(?:prev|next)\"[^>]*>"_s);
        reply.body = QString::fromUtf8(reply.body).remove(paging).toUtf8();
        return reply;
    };
}

Fault contactPage()
{
    return [](const PreviewRequest &request) {
        RawReply reply;
        if (request.history) {
            reply.status = 302;
            reply.headers.append({QByteArrayLiteral("Location"), "/" + request.name.toUtf8()});
        } else {
            // A site without channels knows every name as a free one.
            reply.body = PreviewSite().plainPage(request.name);
        }
        return reply;
    };
}

Fault garbageHtml(quint32 seed)
{
    return [seed](const PreviewRequest &) { return htmlReply(tagSoup(seed)); };
}

Fault emptyBody()
{
    return [](const PreviewRequest &) { return htmlReply({}); };
}

Fault otherSite()
{
    return [](const PreviewRequest &) {
        return htmlReply(
            QByteArrayLiteral("<!DOCTYPE html><html><head><title>Welcome to Wi-Fi</title></head>"
                              "<body><h1>Please sign in</h1><form action=\"/login\"></form></body></html>"));
    };
}

Fault missingPrevLink()
{
    return [](const PreviewRequest &request) {
        RawReply reply = request.usual();
        static const QRegularExpression prev(
            u"<link rel=\"prev\"[^>]*>|<div class=\"tgme_widget_message_centered js-messages_more_wrap\">"
            "<a [^>]*data-before[^>]*></a></div>"_s);
        reply.body = QString::fromUtf8(reply.body).remove(prev).toUtf8();
        return reply;
    };
}

Fault delayed(int milliseconds)
{
    return [milliseconds](const PreviewRequest &request) {
        RawReply reply = request.usual();
        reply.delayMs = milliseconds;
        return reply;
    };
}

Fault slow(int bytes)
{
    return [bytes](const PreviewRequest &request) {
        RawReply reply = request.usual();
        reply.mayGzip = false;
        reply.dripBytes = bytes;
        return reply;
    };
}

} // namespace faults

struct FaultBook::State {
    struct Entry {
        QString name;
        QByteArray targetPart;
        Fault fault;
        int times = 1;
    };
    QList<Entry> entries;
    int hits = 0;
};

FaultBook::FaultBook()
    : m_state(std::make_shared<State>())
{
}

void FaultBook::add(const QString &name, Fault fault, int times)
{
    addFor(name, {}, std::move(fault), times);
}

void FaultBook::addFor(const QString &name, const QByteArray &targetPart, Fault fault, int times)
{
    m_state->entries.append({name.toLower(), targetPart, std::move(fault), times});
}

void FaultBook::clear()
{
    m_state->entries.clear();
}

int FaultBook::hits() const
{
    return m_state->hits;
}

PreviewHook FaultBook::hook() const
{
    return [state = m_state](const PreviewRequest &request) -> std::optional<RawReply> {
        for (State::Entry &entry : state->entries) {
            const bool fits = entry.times != 0 && (entry.name == u'*' || entry.name == request.name)
                && request.target.contains(entry.targetPart);
            if (fits) {
                entry.times -= entry.times > 0 ? 1 : 0;
                ++state->hits;
                return entry.fault(request);
            }
        }
        return std::nullopt;
    };
}

} // namespace vestnik
