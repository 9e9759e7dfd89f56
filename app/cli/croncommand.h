// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/options.h"

#include <QByteArray>
#include <QString>

#include <memory>

namespace vestnik {

namespace croncommand {

/// What `vestnik cron` prints, and its exit code. A value.
struct Answer {
    int code = 0; ///< 0; 2: the expression, the zone or the time cannot be used
    QString out;
    QString err;
};

/// The expression in words and its next fires. `now`: seconds since 1970.
[[nodiscard]] Answer answer(const Options &options, qint64 now);

/// Answers questions, one a line, in memory that does not grow with their number.
class Batch final {
public:
    /// A longer line is not looked at; its answer is an error.
    static constexpr qsizetype longestLine = 4096;

    Batch();
    ~Batch();
    Q_DISABLE_COPY_MOVE(Batch)

    /// Takes some bytes of the questions, as they come; gives the answers that are ready.
    [[nodiscard]] QByteArray take(QByteArrayView bytes);
    /// The last line may have no end.
    [[nodiscard]] QByteArray finish();

private:
    struct Private;
    const std::unique_ptr<Private> d;
};

} // namespace croncommand

/// Runs the command. Needs no data directory, no engine, no event loop; gives the exit code.
[[nodiscard]] int runCron(const Options &options);

} // namespace vestnik
