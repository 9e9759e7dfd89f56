// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/archive/postwriter.h"
#include "core/model/jsonbytes.h"

namespace vestnik {

/// The keys of writePostJson(): one object a line, or one array with an object a line.
class JsonPostWriter final : public PostWriter {
public:
    enum class Layout { Lines, Array };
    JsonPostWriter(ExportFile &file, Layout layout)
        : m_file(file)
        , m_layout(layout)
    {
    }

    [[nodiscard]] Result<void> begin(const ExportHeading &heading) override;
    [[nodiscard]] Result<void> write(const ArchivedPost &post) override;
    [[nodiscard]] Result<void> finish() override;

private:
    [[nodiscard]] Result<void> flush();

    ExportFile &m_file;
    const Layout m_layout;
    JsonBytes m_buffer;
    bool m_any = false;
};

} // namespace vestnik
