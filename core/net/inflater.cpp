// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/inflater.h"

#include <zlib.h>

#include <algorithm>
#include <array>

namespace vestnik {
namespace {

constexpr int gzipOnly = 16 + MAX_WBITS;
constexpr char gzipMagic[] = "\x1f\x8b";

} // namespace

struct Inflater::Stream {
    z_stream z{};
    bool good = false;
    std::array<char, 64 * 1024> buffer;

    Stream()
        : good(inflateInit2(&z, gzipOnly) == Z_OK)
    {
    }
    ~Stream()
    {
        if (good) {
            inflateEnd(&z);
        }
    }
    Stream(const Stream &) = delete;
    Stream &operator=(const Stream &) = delete;
};

Inflater::Inflater(qint64 cap)
    : m_stream(std::make_unique<Stream>())
    , m_left(cap)
    , m_state(m_stream->good ? State::More : State::Damaged)
{
}

Inflater::~Inflater() = default;

Inflater::State Inflater::feed(QByteArrayView in, QByteArray &out)
{
    if (m_state == State::Ended && in.startsWith(QByteArrayView(gzipMagic))) {
        inflateReset(&m_stream->z);
        m_state = State::More;
    }
    if (m_state != State::More) {
        return m_state;
    }
    z_stream &z = m_stream->z;
    // zlib's interface is older than const.
    z.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(in.data()));
    z.avail_in = static_cast<uInt>(in.size());
    while (m_state == State::More) {
        z.next_out = reinterpret_cast<Bytef *>(m_stream->buffer.data());
        z.avail_out = static_cast<uInt>(m_stream->buffer.size());
        const int result = inflate(&z, Z_NO_FLUSH);
        const qint64 got = static_cast<qint64>(m_stream->buffer.size()) - z.avail_out;
        out.append(m_stream->buffer.data(), static_cast<qsizetype>(std::min(got, m_left)));
        if (got > m_left) {
            m_state = State::TooLarge;
            break;
        }
        m_left -= got;
        if (result == Z_STREAM_END) {
            const QByteArrayView rest(reinterpret_cast<const char *>(z.next_in), static_cast<qsizetype>(z.avail_in));
            if (!rest.startsWith(QByteArrayView(gzipMagic)) || inflateReset(&z) != Z_OK) {
                m_state = State::Ended;
            }
        } else if (result == Z_BUF_ERROR) {
            break; // all taken
        } else if (result != Z_OK) {
            m_state = State::Damaged;
        } else if (z.avail_in == 0 && z.avail_out > 0) {
            break;
        }
    }
    z.next_in = nullptr;
    z.avail_in = 0;
    return m_state;
}

} // namespace vestnik
