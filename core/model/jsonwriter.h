// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/post.h"

#include <QLocale>
#include <QString>

namespace vestnik {

/// Appends JSON to a text. Our own, because building a document of values first costs several times as much, and
/// storing a page is on the path of every post. The caller keeps brackets and keys in order. A value; any thread.
class JsonWriter final {
public:
    explicit JsonWriter(qsizetype expected) { m_text.reserve(expected); }

    void open(char16_t bracket)
    {
        separate();
        m_text += QChar(bracket);
        m_first = true;
    }
    void close(char16_t bracket)
    {
        m_text += QChar(bracket);
        m_first = false;
    }
    void key(QLatin1String name)
    {
        separate();
        m_text += QLatin1Char('"');
        m_text += name;
        m_text += QLatin1String("\":");
        m_first = true;
    }
    void number(qint64 value)
    {
        separate();
        m_text += QString::number(value);
    }
    void real(double value)
    {
        separate();
        m_text += QString::number(value, 'g', QLocale::FloatingPointShortest);
    }
    void string(const QString &value)
    {
        separate();
        m_text += QLatin1Char('"');
        const QChar *from = value.constData();
        const QChar *const end = from + value.size();
        for (const QChar *at = from; at != end; ++at) {
            const char16_t unit = at->unicode();
            if (unit >= 0x20 && unit != u'"' && unit != u'\\') {
                continue;
            }
            m_text.append(from, at - from);
            from = at + 1;
            if (unit >= 0x20) {
                m_text += QLatin1Char('\\');
                m_text += *at;
            } else if (unit == u'\n') {
                m_text += QLatin1String("\\n");
            } else {
                m_text += QLatin1String("\\u") + QString::number(unit, 16).rightJustified(4, QLatin1Char('0'));
            }
        }
        m_text.append(from, end - from);
        m_text += QLatin1Char('"');
    }
    void member(QLatin1String name, const QString &value)
    {
        if (!value.isEmpty()) {
            key(name);
            string(value);
        }
    }
    void member(QLatin1String name, qint64 value, qint64 absent)
    {
        if (value != absent) {
            key(name);
            number(value);
        }
    }
    /// value[,"shown"[,1]]: the display only where it says more than the number.
    void count(const Count &count)
    {
        number(count.value);
        if (count.rounded || count.shown != QString::number(count.value)) {
            string(count.shown);
            if (count.rounded) {
                number(1);
            }
        }
    }
    [[nodiscard]] QString take() { return std::move(m_text); }

private:
    void separate()
    {
        if (!m_first) {
            m_text += QLatin1Char(',');
        }
        m_first = false;
    }

    QString m_text;
    bool m_first = true;
};

} // namespace vestnik
