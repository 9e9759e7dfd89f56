// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QByteArrayList>

#include <functional>

namespace vestnik {

/// Cuts the values that someone wants out of a JSON text of any size, as it comes, in memory for one of them. The text
/// outside of these values is checked for the shape of JSON, their own text is not: whoever parses it finds out. A
/// value; one thread.
class JsonCutter final {
public:
    enum class Want {
        Inside, ///< look into it (a list, an object) or pass over it (anything else)
        Announce, ///< the same, and say that it begins
        Whole, ///< give its text
    };
    struct Piece {
        const QByteArrayList &path; ///< keys from the root, as they stand in the text; "[]" for a member of a list
        Want want = Want::Whole;
        QByteArray json; ///< Whole: its text; empty if that is longer than the limit
        qint64 offset = 0; ///< where it begins, bytes
    };
    using Asked = std::function<Want(const QByteArrayList &path)>;
    using Taken = std::function<bool(const Piece &piece)>; ///< false: no more, please

    /// Lists and objects that are looked into may lie so deep in one another.
    static constexpr qsizetype deepest = 64;

    /// `limit`: bytes of one value.
    JsonCutter(Asked asked, Taken taken, qsizetype limit);

    /// The next part of the text; false once `taken` wanted no more. InvalidArgument, with the place in the detail, for
    /// what is no JSON.
    [[nodiscard]] Result<bool> feed(const char *data, qsizetype size);
    /// At the end of the text: InvalidArgument if it ends in the middle.
    [[nodiscard]] Result<void> finish() const;

private:
    enum class State { Value, FirstKey, Key, Colon, FirstMember, Comma, Text, KeyText, Word, Cutting, End };
    struct Level {
        bool list = false;
    };

    [[nodiscard]] bool step(char c);
    [[nodiscard]] bool beginValue(char c);
    [[nodiscard]] bool endValue();
    [[nodiscard]] bool endLevel(bool list);
    [[nodiscard]] bool deliver(Want want);
    [[nodiscard]] bool cut(char c);
    [[nodiscard]] bool broken(const char *why);
    void keep(char c);

    const Asked m_asked;
    const Taken m_taken;
    const qsizetype m_limit;
    State m_state = State::Value;
    QList<Level> m_levels;
    QByteArrayList m_path;
    QByteArray m_text; ///< of the key or the wanted value that is being read
    bool m_wanted = false; ///< the value is wanted whole
    bool m_tooLong = false;
    bool m_escaped = false; ///< the character before was a backslash
    bool m_inText = false; ///< Cutting: inside of a string
    qint64 m_depth = 0; ///< Cutting: open brackets
    qint64 m_offset = 0;
    qint64 m_begin = 0;
    bool m_enough = false;
    QString m_error;
};

} // namespace vestnik
