// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/archive/postwriter.h"

#include <QByteArray>

namespace vestnik {

/// One page that can be read without a network: no scripts, no pictures from elsewhere, light or dark as the reader
/// has it, fit for printing. Each post has an anchor "channel-number". Times are the operator's local ones.
class HtmlWriter final : public PostWriter {
public:
    explicit HtmlWriter(ExportFile &file)
        : m_file(file)
    {
    }

    [[nodiscard]] Result<void> begin(const ExportHeading &heading) override;
    [[nodiscard]] Result<void> write(const ArchivedPost &post) override;
    [[nodiscard]] Result<void> finish() override;

private:
    [[nodiscard]] Result<void> add(const QString &html);
    [[nodiscard]] Result<void> flush();

    ExportFile &m_file;
    ExportWords m_words;
    QByteArray m_buffer;
    qint64 m_posts = 0;
};

} // namespace vestnik
