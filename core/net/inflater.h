// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <memory>

namespace vestnik {

/// Decompresses gzip as it arrives, and stops at a cap whatever is claimed. Any one thread.
class Inflater final {
public:
    enum class State {
        More, ///< good so far, the stream has not ended
        Ended, ///< the stream is complete and its checksum right
        TooLarge,
        Damaged,
    };

    /// `cap`: most bytes that come out, >= 0.
    explicit Inflater(qint64 cap);
    ~Inflater();
    Inflater(const Inflater &) = delete;
    Inflater &operator=(const Inflater &) = delete;

    /// Takes compressed bytes and appends what they give to `out`. After TooLarge or Damaged nothing more is taken.
    /// Bytes behind the end of the stream are a further gzip member, or are ignored, as browsers do.
    State feed(QByteArrayView in, QByteArray &out);
    [[nodiscard]] State state() const { return m_state; }

private:
    struct Stream;
    std::unique_ptr<Stream> m_stream;
    qint64 m_left;
    State m_state = State::More;
};

} // namespace vestnik
