// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/archive/postwriter.h"

#include "core/archive/csvwriter.h"
#include "core/archive/exportfile.h"
#include "core/archive/htmlwriter.h"
#include "core/archive/jsonpostwriter.h"
#include "core/archive/xlsxwriter.h"

namespace vestnik {

Result<std::unique_ptr<PostWriter>> makePostWriter(ExportFormat format, ExportFile &file)
{
    switch (format) {
    case ExportFormat::Csv:
        return std::make_unique<CsvWriter>(file);
    case ExportFormat::Ndjson:
        return std::make_unique<JsonPostWriter>(file, JsonPostWriter::Layout::Lines);
    case ExportFormat::Json:
        return std::make_unique<JsonPostWriter>(file, JsonPostWriter::Layout::Array);
    case ExportFormat::Html:
        return std::make_unique<HtmlWriter>(file);
    case ExportFormat::Xlsx:
        break;
    }
    if (file.isStandardOutput()) {
        return failure(ErrorCode::InvalidArgument, QStringLiteral("-"), QStringLiteral("a spreadsheet needs a file"));
    }
    return std::make_unique<XlsxWriter>(file);
}

const QStringList &exportColumns()
{
    static const QStringList columns{QStringLiteral("channel"), QStringLiteral("message_id"),
        QStringLiteral("posted_at"), QStringLiteral("kind"), QStringLiteral("text"), QStringLiteral("url"),
        QStringLiteral("views"), QStringLiteral("author"), QStringLiteral("edited"), QStringLiteral("forwarded_from"),
        QStringLiteral("reply_to"), QStringLiteral("starred"), QStringLiteral("tags"), QStringLiteral("note"),
        QStringLiteral("deleted_at")};
    return columns;
}

QString withoutFormula(const QString &text)
{
    static const QString dangerous = QStringLiteral("=+-@\t\r");
    return !text.isEmpty() && dangerous.contains(text.at(0)) ? QLatin1Char('\'') + text : text;
}

} // namespace vestnik
