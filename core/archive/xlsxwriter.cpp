// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/archive/xlsxwriter.h"

#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>

#include <xlsxwriter.h>

#include "core/archive/exportfile.h"

namespace vestnik {
namespace {

// Characters, in the order of exportColumns().
constexpr std::array<double, 15> widths{22, 11, 18, 10, 80, 34, 10, 18, 8, 24, 10, 8, 22, 30, 18};
constexpr off_t zip64Above = off_t(3) * 1024 * 1024 * 1024;
constexpr double msOfDay = 86'400'000;
constexpr double dayOfEpoch = 25'569; ///< 1970-01-01 in the count of days that begins in 1900

/// What a sheet may be called: 1 to 31 characters without []:*?/\ and no apostrophe at the ends.
QString sheetName(const QString &title)
{
    static const QRegularExpression forbidden(QStringLiteral("[\\[\\]:*?/\\\\\\x00-\\x1f']"));
    QString name = QString(title).replace(forbidden, QStringLiteral(" ")).simplified().left(24).trimmed();
    while (!name.isEmpty() && name.back().isHighSurrogate()) {
        name.chop(1);
    }
    // "History" is taken by Excel itself.
    const bool taken = name.compare(QLatin1String("History"), Qt::CaseInsensitive) == 0;
    return name.isEmpty() || taken ? QStringLiteral("Posts") : name;
}

/// What a cell can hold: no characters that XML forbids, and not too long.
QByteArray cellText(const QString &text)
{
    static const QString note = QStringLiteral(" […]");
    QString cell = text;
    cell.remove(QLatin1Char('\r'));
    if (cell.size() > XlsxWriter::mostCharacters) {
        cell.truncate(XlsxWriter::mostCharacters - note.size());
        if (cell.back().isHighSurrogate()) {
            cell.chop(1);
        }
        cell += note;
    }
    for (QChar &c : cell) {
        const char16_t unit = c.unicode();
        if ((unit < 0x20 && unit != u'\n' && unit != u'\t') || unit >= 0xfffe) {
            c = QChar(QChar::ReplacementCharacter);
        }
    }
    return cell.toUtf8();
}

} // namespace

XlsxWriter::~XlsxWriter()
{
    if (m_book) {
        // Given up: free without packing. The sheets' own files have no name and go with their handles.
        for (lxw_worksheet *sheet = STAILQ_FIRST(m_book->worksheets); sheet;
             sheet = STAILQ_NEXT(sheet, list_pointers)) {
            if (sheet->optimize_tmpfile) {
                std::fclose(sheet->optimize_tmpfile);
                sheet->optimize_tmpfile = nullptr;
            }
        }
        lxw_workbook_free(m_book);
    }
}

Result<void> XlsxWriter::begin(const ExportHeading &heading)
{
    m_sheetName = sheetName(heading.title);
    // The sheets are gathered beside the target: /tmp may be small, and lives in memory on many computers.
    m_folder = QFile::encodeName(QFileInfo(m_file.partPath()).absolutePath());
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    options.tmpdir = m_folder.data();
    m_book = workbook_new_opt(QFile::encodeName(m_file.partPath()).constData(), &options);
    if (!m_book) {
        return failure(m_file.error(QStringLiteral("out of memory")));
    }
    m_head = workbook_add_format(m_book);
    format_set_bold(m_head);
    format_set_bg_color(m_head, 0xE7EAF0);
    m_dates = workbook_add_format(m_book);
    format_set_num_format(m_dates, "yyyy-mm-dd hh:mm:ss");
    format_set_align(m_dates, LXW_ALIGN_VERTICAL_TOP);
    m_wrapped = workbook_add_format(m_book);
    format_set_align(m_wrapped, LXW_ALIGN_VERTICAL_TOP);
    return beginSheet();
}

Result<void> XlsxWriter::beginSheet()
{
    ++m_sheets;
    const QString name = m_sheets == 1 ? m_sheetName : m_sheetName + QLatin1Char(' ') + QString::number(m_sheets);
    m_sheet = workbook_add_worksheet(m_book, name.toUtf8().constData());
    if (!m_sheet || !m_sheet->optimize_tmpfile) {
        return failure(m_file.error(QStringLiteral("no temporary file for a sheet")));
    }
    const QStringList &columns = exportColumns();
    for (int column = 0; column < columns.size(); ++column) {
        worksheet_set_column(m_sheet, static_cast<lxw_col_t>(column), static_cast<lxw_col_t>(column),
            widths.at(static_cast<std::size_t>(column)), nullptr);
        worksheet_write_string(
            m_sheet, 0, static_cast<lxw_col_t>(column), columns.at(column).toUtf8().constData(), m_head);
    }
    worksheet_freeze_panes(m_sheet, 1, 0);
    m_row = 1;
    return {};
}

Result<void> XlsxWriter::endSheet()
{
    worksheet_autofilter(
        m_sheet, 0, 0, static_cast<lxw_row_t>(m_row - 1), static_cast<lxw_col_t>(exportColumns().size() - 1));
    return {};
}

Result<void> XlsxWriter::write(const ArchivedPost &archived)
{
    if (m_row >= m_rowsPerSheet) {
        Result<void> turned = endSheet();
        turned = turned ? beginSheet() : turned;
        if (!turned) {
            return turned;
        }
    }
    const Post &post = archived.post;
    const PostExtras &extras = archived.extras;
    text(0, post.channel);
    number(1, static_cast<double>(post.messageId));
    time(2, post.postedAt);
    text(3, postKindName(post.kind));
    text(4, post.body.text);
    text(5, postUrl(post.channel, post.messageId));
    if (post.views) {
        number(6, static_cast<double>(post.views->value));
    }
    text(7, post.author);
    worksheet_write_boolean(m_sheet, static_cast<lxw_row_t>(m_row), 8, post.edited ? 1 : 0, m_wrapped);
    text(9, post.forwardedFrom ? post.forwardedFrom->name : QString());
    if (post.replyTo) {
        number(10, static_cast<double>(post.replyTo->messageId));
    }
    worksheet_write_boolean(m_sheet, static_cast<lxw_row_t>(m_row), 11, extras.starred ? 1 : 0, m_wrapped);
    text(12, extras.tags.join(QLatin1String(", ")));
    text(13, extras.note);
    time(14, extras.deletedAt);
    ++m_row;
    if (m_error != 0) {
        return failure(m_file.error(QString::fromUtf8(lxw_strerror(static_cast<lxw_error>(m_error)))));
    }
    // The library does not look whether its rows reached the disk.
    if (std::ferror(m_sheet->optimize_tmpfile) != 0) {
        return failure(m_file.error(QString::fromLocal8Bit(std::strerror(errno))));
    }
    return {};
}

void XlsxWriter::text(int column, const QString &text)
{
    if (text.isEmpty()) {
        return;
    }
    const lxw_error error = worksheet_write_string(
        m_sheet, static_cast<lxw_row_t>(m_row), static_cast<lxw_col_t>(column), cellText(text).constData(), m_wrapped);
    m_error = m_error != 0 ? m_error : error;
}

void XlsxWriter::number(int column, double value)
{
    worksheet_write_number(m_sheet, static_cast<lxw_row_t>(m_row), static_cast<lxw_col_t>(column), value, m_wrapped);
}

void XlsxWriter::time(int column, qint64 msUtc)
{
    if (msUtc > 0) {
        worksheet_write_number(m_sheet, static_cast<lxw_row_t>(m_row), static_cast<lxw_col_t>(column),
            static_cast<double>(msUtc) / msOfDay + dayOfEpoch, m_dates);
    }
}

Result<void> XlsxWriter::finish()
{
    if (Result<void> ended = endSheet(); !ended) {
        return ended;
    }
    off_t largest = 0;
    for (lxw_worksheet *sheet = STAILQ_FIRST(m_book->worksheets); sheet; sheet = STAILQ_NEXT(sheet, list_pointers)) {
        largest = std::max(largest, ::ftello(sheet->optimize_tmpfile));
        if (std::fflush(sheet->optimize_tmpfile) != 0 || std::ferror(sheet->optimize_tmpfile) != 0) {
            return failure(m_file.error(QString::fromLocal8Bit(std::strerror(errno))));
        }
    }
    // The wider form of the package only where it is needed: not every program reads it.
    m_book->options.use_zip64 = largest > zip64Above ? LXW_TRUE : LXW_FALSE;
    const lxw_error closed = workbook_close(m_book);
    m_book = nullptr;
    if (closed != LXW_NO_ERROR) {
        return failure(m_file.error(QString::fromUtf8(lxw_strerror(closed))));
    }
    return {};
}

} // namespace vestnik
