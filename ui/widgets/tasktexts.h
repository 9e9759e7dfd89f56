// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/task.h"

#include <QCoreApplication>

namespace vestnik {

/// What the window says about long tasks: what they are, how far they are, how they ended. GUI thread.
class TaskTexts {
    Q_DECLARE_TR_FUNCTIONS(vestnik::TaskTexts)

public:
    /// "Export", "Integrity check" …
    [[nodiscard]] static QString kind(TaskKind kind);
    /// The kind and what it works on: "Export to posts.csv".
    [[nodiscard]] static QString title(const TaskRecord &task);
    /// How far it is, with the time left: "12,000 of 50,000 posts, 0:40 left", "Waits for other tasks".
    /// `now`: ms UTC.
    [[nodiscard]] static QString progress(const TaskRecord &task, qint64 now);
    /// How it ended, one or two sentences with their numbers; empty while it goes.
    [[nodiscard]] static QString result(const TaskRecord &task);
    /// Ended well, but somebody should look: broken lines, problems found.
    [[nodiscard]] static bool needsLook(const TaskRecord &task);
    /// Counted only, nothing was removed.
    [[nodiscard]] static bool isDryRun(const TaskRecord &task);

    /// 0..1000; -1 while it cannot be known.
    [[nodiscard]] static int permille(const TaskRecord &task);
    /// Milliseconds until it is done at the pace so far; -1 not known yet.
    [[nodiscard]] static qint64 timeLeft(const TaskRecord &task, qint64 now);

    /// A fact of a report as a row of two cells: "New posts", "1,234". A name that is not known is shown as it is.
    [[nodiscard]] static QString factLabel(const TaskFact &fact);
    [[nodiscard]] static QString factValue(const TaskFact &fact);
    /// All facts, one a line, for the clipboard.
    [[nodiscard]] static QString report(const TaskReport &report);
    /// The number of this name: that of the whole ("…_total", or without a text) if there is one, otherwise the sum
    /// over its parts.
    [[nodiscard]] static qint64 value(const TaskReport &report, const char *name);

    /// What went wrong and what to do about it.
    [[nodiscard]] static QString trouble(const Error &error);

    /// The file that was written; empty if there is none that the desktop could show.
    [[nodiscard]] static QString file(const TaskRecord &task);

    /// "1,234 posts".
    [[nodiscard]] static QString posts(qint64 count);
};

} // namespace vestnik
