// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QFile>
#include <QString>

namespace vestnik {

/// A file that appears under its name only when it is whole. It is written beside the target under a name of its own,
/// ".NAME.part-XXXXXXXX.vestnik" (eight hexadecimal digits), synced and put in place by commit(); without a commit it
/// is removed. What a killed export left is removed by the next one of the same name once it is older than a day.
/// Not QSaveFile: the names it leaves behind ("posts.csv.aBcDeF") cannot be told from files of the operator.
/// Errors: FileFailed with the target as subject; a full disk is in the detail. One thread.
class ExportFile final {
public:
    explicit ExportFile(const QString &target);
    ~ExportFile();

    /// "-" is standard output, which is written as it comes.
    [[nodiscard]] bool isStandardOutput() const { return m_target == QLatin1String("-"); }
    [[nodiscard]] Result<void> open();
    [[nodiscard]] Result<void> write(const char *data, qsizetype size);
    [[nodiscard]] Result<void> write(const QByteArray &bytes) { return write(bytes.constData(), bytes.size()); }
    [[nodiscard]] qint64 bytes() const { return m_bytes; }

    /// For a library that opens the file itself: where to write; commit() takes its size.
    [[nodiscard]] QString partPath() const { return m_file.fileName(); }
    [[nodiscard]] Result<void> commit();
    [[nodiscard]] Error error(const QString &detail) const;

private:
    Q_DISABLE_COPY_MOVE(ExportFile)

    const QString m_target; ///< as given
    QString m_place; ///< where a link points to, so that the link stays
    QFile m_file;
    qint64 m_bytes = 0;
    bool m_open = false;
};

} // namespace vestnik
