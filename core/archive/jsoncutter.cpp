// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/archive/jsoncutter.h"

namespace vestnik {
namespace {

constexpr qsizetype longestKey = 4096;

bool isBlank(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

bool isWordCharacter(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '+'
        || c == '.';
}

} // namespace

JsonCutter::JsonCutter(Asked asked, Taken taken, qsizetype limit)
    : m_asked(std::move(asked))
    , m_taken(std::move(taken))
    , m_limit(limit)
{
}

Result<bool> JsonCutter::feed(const char *data, qsizetype size)
{
    for (const char *at = data; at != data + size && !m_enough; ++at, ++m_offset) {
        if (!step(*at)) {
            return failure(ErrorCode::InvalidArgument, {}, m_error);
        }
    }
    return !m_enough;
}

Result<void> JsonCutter::finish() const
{
    const bool whole = m_state == State::End || (m_state == State::Word && m_levels.isEmpty()) || m_enough;
    return whole ? Result<void>()
                 : Result<void>(failure(ErrorCode::InvalidArgument, {},
                     QStringLiteral("the text ends in the middle, at byte %1").arg(m_offset)));
}

bool JsonCutter::broken(const char *why)
{
    m_error = QStringLiteral("%1 at byte %2").arg(QLatin1String(why)).arg(m_offset);
    return false;
}

void JsonCutter::keep(char c)
{
    if (m_text.size() < m_limit) {
        m_text += c;
    } else {
        m_tooLong = true;
    }
}

bool JsonCutter::step(char c)
{
    switch (m_state) {
    case State::Cutting:
        return cut(c);
    case State::Text:
        if (m_wanted) {
            keep(c);
        }
        if (m_escaped) {
            m_escaped = false;
        } else if (c == '\\') {
            m_escaped = true;
        } else if (c == '"') {
            return endValue();
        }
        return true;
    case State::KeyText:
        if (m_escaped || c != '"') {
            m_escaped = !m_escaped && c == '\\';
            if (m_text.size() < longestKey) {
                m_text += c;
            }
            return true;
        }
        m_path.append(m_text);
        m_text.clear();
        m_state = State::Colon;
        return true;
    case State::Word:
        if (isWordCharacter(c)) {
            if (m_wanted) {
                keep(c);
            }
            return true;
        }
        return endValue() && step(c);
    default:
        break;
    }
    if (isBlank(c)) {
        return true;
    }
    switch (m_state) {
    case State::FirstMember:
        if (c == ']') {
            return endLevel(true);
        }
        [[fallthrough]];
    case State::Value:
        return beginValue(c);
    case State::FirstKey:
        if (c == '}') {
            return endLevel(false);
        }
        [[fallthrough]];
    case State::Key:
        m_text.clear();
        m_state = State::KeyText;
        return c == '"' || broken("no key");
    case State::Colon:
        m_state = State::Value;
        return c == ':' || broken("no colon");
    case State::Comma:
        if (c == ',') {
            m_state = m_levels.last().list ? State::Value : State::Key;
            return true;
        }
        return c == ']' || c == '}' ? endLevel(c == ']') : broken("no comma");
    default:
        return broken("text behind the end");
    }
}

bool JsonCutter::beginValue(char c)
{
    const bool member = !m_levels.isEmpty() && m_levels.last().list;
    if (member) {
        m_path.append(QByteArrayLiteral("[]"));
    }
    const Want want = m_asked(m_path);
    m_wanted = want == Want::Whole;
    m_begin = m_offset;
    m_text.clear();
    m_tooLong = false;
    m_escaped = false;
    const bool container = c == '{' || c == '[';
    if (container && !m_wanted) {
        if (m_levels.size() >= deepest) {
            return broken("too deep");
        }
        if (want == Want::Announce && !deliver(want)) {
            m_enough = true;
        }
        m_levels.append(Level{c == '['});
        m_state = c == '[' ? State::FirstMember : State::FirstKey;
        return true;
    }
    if (m_wanted) {
        keep(c);
    }
    if (container) {
        m_depth = 1;
        m_inText = false;
        m_state = State::Cutting;
        return true;
    }
    m_state = c == '"' ? State::Text : State::Word;
    return c == '"' || isWordCharacter(c) || broken("no value");
}

bool JsonCutter::cut(char c)
{
    keep(c);
    if (m_inText) {
        if (m_escaped) {
            m_escaped = false;
        } else if (c == '\\') {
            m_escaped = true;
        } else if (c == '"') {
            m_inText = false;
        }
    } else if (c == '"') {
        m_inText = true;
    } else if (c == '{' || c == '[') {
        ++m_depth;
    } else if (c == '}' || c == ']') {
        return --m_depth > 0 || endValue();
    }
    return true;
}

bool JsonCutter::deliver(Want want)
{
    return m_taken(Piece{m_path, want, m_tooLong ? QByteArray() : m_text, m_begin});
}

bool JsonCutter::endValue()
{
    if (m_wanted && !deliver(Want::Whole)) {
        m_enough = true;
    }
    m_wanted = false;
    if (!m_path.isEmpty()) {
        m_path.removeLast();
    }
    m_state = m_levels.isEmpty() ? State::End : State::Comma;
    return true;
}

bool JsonCutter::endLevel(bool list)
{
    if (m_levels.isEmpty() || m_levels.last().list != list) {
        return broken("brackets do not match");
    }
    m_levels.removeLast();
    return endValue();
}

} // namespace vestnik
