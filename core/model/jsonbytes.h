// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

namespace vestnik {

/// Appends JSON in UTF-8 to a buffer that is written out and used again: the way of a million posts. JsonWriter does
/// the same for the columns of the store, as text. The caller keeps brackets and keys in order. A value; any thread.
class JsonBytes final {
public:
    void open(char bracket)
    {
        separate();
        append(bracket);
        m_first = true;
    }
    void close(char bracket)
    {
        append(bracket);
        m_first = false;
    }
    void key(const char *name)
    {
        separate();
        append('"');
        append(name);
        append("\":");
        m_first = true;
    }
    void number(qint64 value);
    /// As QJsonDocument writes it; null for what is no number.
    void real(double value);
    void boolean(bool value) { word(value ? "true" : "false"); }
    void null() { word("null"); }
    /// Half of a surrogate pair becomes U+FFFD: the file stays valid UTF-8.
    void string(const QString &value);
    void stringOrNull(const QString &value)
    {
        if (value.isEmpty()) {
            null();
        } else {
            string(value);
        }
    }
    /// "2026-05-20T15:38:10Z", with milliseconds only if there are any; null for 0. As isoTime().
    void time(qint64 msUtc);
    /// A word of ASCII that needs no escaping, in quotes.
    void name(const char *ascii)
    {
        separate();
        append('"');
        append(ascii);
        append('"');
    }

    /// Between two values of a file: no comma comes before the next one.
    void raw(const char *text)
    {
        append(text);
        m_first = true;
    }
    [[nodiscard]] const char *data() const { return m_bytes.constData(); }
    [[nodiscard]] qsizetype size() const { return m_size; }
    /// Forgets what was written and keeps the room.
    void clear()
    {
        m_size = 0;
        m_first = true;
    }
    [[nodiscard]] QByteArray toByteArray() const { return m_bytes.left(m_size); }

private:
    void separate()
    {
        if (!m_first) {
            append(',');
        }
        m_first = false;
    }
    void word(const char *text)
    {
        separate();
        append(text);
    }
    void append(char c)
    {
        *room(1) = c;
        ++m_size;
    }
    void append(const char *text)
    {
        const auto length = static_cast<qsizetype>(qstrlen(text));
        std::copy(text, text + length, room(length));
        m_size += length;
    }
    /// Place for so many bytes behind what was written.
    char *room(qsizetype bytes)
    {
        if (m_bytes.size() - m_size < bytes) {
            m_bytes.resize(std::max<qsizetype>(2 * m_bytes.size(), m_size + bytes + 4096));
        }
        return m_bytes.data() + m_size;
    }
    void digits(int value, int width);

    QByteArray m_bytes;
    qsizetype m_size = 0;
    bool m_first = true;
};

} // namespace vestnik
