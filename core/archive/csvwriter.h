// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/archive/postwriter.h"

#include <QByteArray>

namespace vestnik {

/// RFC 4180 with CRLF, UTF-8 with a byte order mark (without it Excel reads Russian wrongly), one line of headings.
/// Texts are guarded by withoutFormula(). Tags are separated by ", ".
class CsvWriter final : public PostWriter {
public:
    explicit CsvWriter(ExportFile &file)
        : m_file(file)
    {
    }

    [[nodiscard]] Result<void> begin(const ExportHeading &heading) override;
    [[nodiscard]] Result<void> write(const ArchivedPost &post) override;
    [[nodiscard]] Result<void> finish() override;

private:
    [[nodiscard]] Result<void> row(const QStringList &fields);
    [[nodiscard]] Result<void> flush();

    ExportFile &m_file;
    QByteArray m_buffer;
};

} // namespace vestnik
