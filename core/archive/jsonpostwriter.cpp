// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/archive/jsonpostwriter.h"

#include "core/archive/exportfile.h"
#include "core/model/postexport.h"

namespace vestnik {
namespace {

constexpr qsizetype bufferBytes = 256 * 1024;

} // namespace

Result<void> JsonPostWriter::begin(const ExportHeading &)
{
    if (m_layout == Layout::Array) {
        m_buffer.raw("[");
    }
    return {};
}

Result<void> JsonPostWriter::write(const ArchivedPost &post)
{
    if (m_layout == Layout::Array) {
        m_buffer.raw(m_any ? ",\n  " : "\n  ");
    }
    m_any = true;
    writePostJson(m_buffer, post);
    m_buffer.raw(m_layout == Layout::Lines ? "\n" : "");
    return m_buffer.size() >= bufferBytes ? flush() : Result<void>();
}

Result<void> JsonPostWriter::finish()
{
    if (m_layout == Layout::Array) {
        m_buffer.raw(m_any ? "\n]\n" : "]\n");
    }
    return flush();
}

Result<void> JsonPostWriter::flush()
{
    Result<void> written = m_file.write(m_buffer.data(), m_buffer.size());
    m_buffer.clear();
    return written;
}

} // namespace vestnik
