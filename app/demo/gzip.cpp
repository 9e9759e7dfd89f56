// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/gzip.h"

#include <algorithm>

#include <zlib.h>

namespace vestnik {

namespace {

constexpr int gzipWindow = 15 + 16; // 16 selects the gzip format

Bytef *bytesOf(const char *data)
{
    // zlib does not write to its input; its interface lacks the const.
    return reinterpret_cast<Bytef *>(const_cast<char *>(data));
}

} // namespace

QByteArray gzipped(const QByteArray &data, int level)
{
    z_stream stream{};
    if (deflateInit2(&stream, level, Z_DEFLATED, gzipWindow, 8, Z_DEFAULT_STRATEGY) != Z_OK) {
        return {};
    }
    QByteArray packed(qsizetype(deflateBound(&stream, uLong(data.size()))), Qt::Uninitialized);
    stream.next_in = bytesOf(data.constData());
    stream.avail_in = uInt(data.size());
    stream.next_out = bytesOf(packed.data());
    stream.avail_out = uInt(packed.size());
    deflate(&stream, Z_FINISH);
    packed.truncate(qsizetype(stream.total_out));
    deflateEnd(&stream);
    return packed;
}

QByteArray gunzipped(const QByteArray &packed, qint64 limit)
{
    z_stream stream{};
    if (inflateInit2(&stream, gzipWindow) != Z_OK) {
        return {};
    }
    QByteArray data;
    QByteArray piece(64 << 10, Qt::Uninitialized);
    stream.next_in = bytesOf(packed.constData());
    stream.avail_in = uInt(packed.size());
    int state = Z_OK;
    while (state == Z_OK && data.size() <= limit) {
        stream.next_out = bytesOf(piece.data());
        stream.avail_out = uInt(piece.size());
        state = inflate(&stream, Z_NO_FLUSH);
        data.append(piece.constData(), piece.size() - qsizetype(stream.avail_out));
    }
    inflateEnd(&stream);
    return state == Z_STREAM_END && data.size() <= limit ? data : QByteArray();
}

} // namespace vestnik
