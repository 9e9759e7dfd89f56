// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/source/webpreview/textcollector.h"

namespace vestnik {
namespace {

bool isBlank(char c)
{
    return static_cast<unsigned char>(c) <= ' ' && (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f');
}

int utf16Units(std::string_view utf8)
{
    int units = 0;
    for (const char c : utf8) {
        const auto byte = static_cast<unsigned char>(c);
        units += ((byte & 0xC0) != 0x80 ? 1 : 0) + (byte >= 0xF0 ? 1 : 0);
    }
    return units;
}

} // namespace

void TextCollector::clear()
{
    m_text.clear();
    m_units = 0;
    m_preDepth = 0;
    m_preStart = false;
    dropPending();
}

void TextCollector::append(std::string_view utf8)
{
    std::size_t at = 0;
    while (at < utf8.size()) {
        const std::size_t start = at;
        if (m_preDepth > 0) {
            while (at < utf8.size() && utf8[at] != '\r') {
                ++at;
            }
            std::string_view run = utf8.substr(start, at - start);
            if (m_preStart && !run.empty()) {
                m_preStart = false;
                run.remove_prefix(run.front() == '\n' ? 1 : 0);
            }
            put(run);
            ++at;
        } else if (isBlank(utf8[at])) {
            while (at < utf8.size() && isBlank(utf8[at])) {
                m_pendingLineEnd = m_pendingLineEnd || utf8[at] == '\n' || utf8[at] == '\r';
                ++at;
            }
            if (m_pending.size() < maxBytes) {
                m_pending.append(utf8.substr(start, at - start));
            }
        } else {
            while (at < utf8.size() && !isBlank(utf8[at])) {
                ++at;
            }
            flush();
            put(utf8.substr(start, at - start));
        }
    }
}

void TextCollector::lineBreak()
{
    if (m_pendingLineEnd) {
        dropPending();
    } else {
        flush();
    }
    m_preStart = false;
    put("\n");
}

void TextCollector::enterPre()
{
    flush();
    ++m_preDepth;
    m_preStart = true;
}

void TextCollector::leavePre()
{
    m_preDepth = qMax(0, m_preDepth - 1);
    m_preStart = false;
}

TextCollector::Position TextCollector::beginRange()
{
    flush();
    return {m_units, m_text.size()};
}

TextCollector::Position TextCollector::endRange()
{
    if (!m_pendingLineEnd) {
        flush();
    }
    return {m_units, m_text.size()};
}

TextCollector::Position TextCollector::finish()
{
    dropPending();
    while (!m_text.empty() && (m_text.back() == ' ' || m_text.back() == '\t')) {
        m_text.pop_back();
        --m_units;
    }
    return {m_units, m_text.size()};
}

QString TextCollector::take()
{
    finish();
    const QString text = toQString(m_text);
    clear();
    return text;
}

QString TextCollector::takeTrimmed()
{
    return take().trimmed();
}

QString TextCollector::toQString(std::string_view utf8)
{
    // QString::fromUtf8 drops a byte order mark at the front; here it is a character that counts as one unit.
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    int marks = 0;
    while (utf8.substr(0, mark.size()) == mark) {
        utf8.remove_prefix(mark.size());
        ++marks;
    }
    const QString text = QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
    return marks > 0 ? QString(QString(marks, QChar(0xFEFF)) + text) : text;
}

void TextCollector::put(std::string_view utf8)
{
    if (m_text.size() + utf8.size() > maxBytes) {
        return;
    }
    m_text.append(utf8);
    m_units += utf16Units(utf8);
}

void TextCollector::flush()
{
    if (m_pending.empty()) {
        return;
    }
    if (!m_text.empty()) {
        if (!m_pendingLineEnd) {
            put(m_pending);
        } else if (m_text.back() != '\n' && m_text.back() != ' ') {
            put(" ");
        }
    }
    dropPending();
}

void TextCollector::dropPending()
{
    m_pending.clear();
    m_pendingLineEnd = false;
}

} // namespace vestnik
