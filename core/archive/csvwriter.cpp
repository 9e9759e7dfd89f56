// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/archive/csvwriter.h"

#include <algorithm>

#include "core/archive/exportfile.h"
#include "core/model/postjson.h"

namespace vestnik {
namespace {

constexpr qsizetype bufferBytes = 256 * 1024;

bool needsQuotes(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) {
        return c == QLatin1Char('"') || c == QLatin1Char(',') || c == QLatin1Char('\n') || c == QLatin1Char('\r');
    });
}

QString flag(bool value)
{
    return value ? QStringLiteral("true") : QStringLiteral("false");
}

} // namespace

Result<void> CsvWriter::begin(const ExportHeading &)
{
    m_buffer.reserve(bufferBytes + 64 * 1024);
    m_buffer.append("\xef\xbb\xbf");
    return row(exportColumns());
}

Result<void> CsvWriter::write(const ArchivedPost &archived)
{
    const Post &post = archived.post;
    const PostExtras &extras = archived.extras;
    return row({withoutFormula(post.channel), QString::number(post.messageId), isoTime(post.postedAt),
        postKindName(post.kind), withoutFormula(post.body.text), postUrl(post.channel, post.messageId),
        post.views ? QString::number(post.views->value) : QString(), withoutFormula(post.author), flag(post.edited),
        post.forwardedFrom ? withoutFormula(post.forwardedFrom->name) : QString(),
        post.replyTo ? QString::number(post.replyTo->messageId) : QString(), flag(extras.starred),
        withoutFormula(extras.tags.join(QLatin1String(", "))), withoutFormula(extras.note), isoTime(extras.deletedAt)});
}

Result<void> CsvWriter::row(const QStringList &fields)
{
    for (qsizetype i = 0; i < fields.size(); ++i) {
        if (i > 0) {
            m_buffer += ',';
        }
        const QString &field = fields.at(i);
        if (needsQuotes(field)) {
            m_buffer += '"';
            m_buffer += QString(field).replace(QLatin1Char('"'), QLatin1String("\"\"")).toUtf8();
            m_buffer += '"';
        } else {
            m_buffer += field.toUtf8();
        }
    }
    m_buffer += "\r\n";
    return m_buffer.size() >= bufferBytes ? flush() : Result<void>();
}

Result<void> CsvWriter::flush()
{
    Result<void> written = m_file.write(m_buffer);
    m_buffer.resize(0);
    return written;
}

Result<void> CsvWriter::finish()
{
    return flush();
}

} // namespace vestnik
