// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/model/archivedpost.h"
#include "core/model/task.h"

#include <QString>

#include <memory>

namespace vestnik {

class ExportFile;

/// What stands at the head of an export.
struct ExportHeading {
    QString title; ///< may be empty
    QString search; ///< the query as typed; may be empty
    QString channels; ///< names of the channels that were asked for; empty: all
    qint64 madeAt = 0; ///< ms UTC
    ExportWords words; ///< of a page for people
};

/// Writes posts in one format: begin() once, write() for each post, finish() once; after an error nothing more. Gives
/// the bytes to an ExportFile and does not decide what becomes of it. One thread.
class PostWriter {
public:
    PostWriter() = default;
    virtual ~PostWriter() = default;
    Q_DISABLE_COPY_MOVE(PostWriter)

    [[nodiscard]] virtual Result<void> begin(const ExportHeading &heading) = 0;
    [[nodiscard]] virtual Result<void> write(const ArchivedPost &post) = 0;
    [[nodiscard]] virtual Result<void> finish() = 0;
};

/// `file` is open and outlives the writer. InvalidArgument for a format that cannot be written there (a spreadsheet to
/// standard output).
[[nodiscard]] Result<std::unique_ptr<PostWriter>> makePostWriter(ExportFormat format, ExportFile &file);

/// The columns of CSV and of a spreadsheet, in order.
[[nodiscard]] const QStringList &exportColumns();
/// A text that a spreadsheet would take for a formula gets an apostrophe in front: one that begins with = + - @, a
/// tabulator or a carriage return.
[[nodiscard]] QString withoutFormula(const QString &text);

} // namespace vestnik
