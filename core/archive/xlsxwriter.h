// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/archive/postwriter.h"

struct lxw_format;
struct lxw_workbook;
struct lxw_worksheet;

namespace vestnik {

/// A spreadsheet of Office Open XML with the columns of exportColumns(). Texts are cells of text, which no program
/// takes for formulas, so they need no apostrophe. Times are date cells in UTC. A sheet takes 1,048,576 rows; further
/// posts go to further sheets. A cell takes 32,767 characters; what is longer ends in " […]".
/// finish() packs the sheets, which takes some seconds for each hundred thousand posts and cannot be interrupted.
class XlsxWriter final : public PostWriter {
public:
    static constexpr int mostRows = 1'048'576;
    static constexpr int mostCharacters = 32'767;

    /// `rowsPerSheet`: with the headings; less than mostRows in tests only.
    explicit XlsxWriter(ExportFile &file, int rowsPerSheet = mostRows)
        : m_file(file)
        , m_rowsPerSheet(rowsPerSheet)
    {
    }
    ~XlsxWriter() override;

    [[nodiscard]] Result<void> begin(const ExportHeading &heading) override;
    [[nodiscard]] Result<void> write(const ArchivedPost &post) override;
    [[nodiscard]] Result<void> finish() override;

private:
    [[nodiscard]] Result<void> beginSheet();
    [[nodiscard]] Result<void> endSheet();
    void text(int column, const QString &text);
    void number(int column, double value);
    void time(int column, qint64 msUtc);

    ExportFile &m_file;
    const int m_rowsPerSheet;
    QString m_sheetName;
    QByteArray m_folder;
    lxw_workbook *m_book = nullptr;
    lxw_worksheet *m_sheet = nullptr;
    lxw_format *m_head = nullptr;
    lxw_format *m_dates = nullptr;
    lxw_format *m_wrapped = nullptr;
    int m_sheets = 0;
    int m_row = 0;
    int m_error = 0; ///< first one of the library
};

} // namespace vestnik
