// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/job.h"

#include <QCoreApplication>
#include <QHash>
#include <QIcon>

namespace vestnik {

/// What the Schedule page says about jobs; names of kinds and runs are in runtexts.h. Times are ms UTC and shown in
/// local time. GUI thread.
class JobTexts {
    Q_DECLARE_TR_FUNCTIONS(vestnik::JobTexts)

public:
    using ChannelNames = QHash<ChannelId, QString>;

    /// In the order of the table's sorting.
    enum class State { Running, On, Paused, Off };

    /// Kinds that the window can edit, in the order of the box.
    [[nodiscard]] static QStringList kinds();
    /// What jobs of the kind do, one sentence.
    [[nodiscard]] static QString kindHelp(const QString &kind);
    /// Name of the kind's icon.
    [[nodiscard]] static QString kindIcon(const QString &kind);
    [[nodiscard]] static bool hasTarget(const QString &kind);
    /// What it works on: "all active channels", "folder News", "@one", "3 channels", "posts.csv".
    [[nodiscard]] static QString target(const Job &job, const ChannelNames &names);

    [[nodiscard]] static State state(const JobRow &row);
    [[nodiscard]] static QString stateWord(State state);
    /// "until 14:00", "2 waiting"; may be empty.
    [[nodiscard]] static QString stateDetail(const JobRow &row, qint64 now);
    [[nodiscard]] static QIcon stateIcon(State state);

    /// "14:00", "tomorrow 14:00", "12 Nov 14:00".
    [[nodiscard]] static QString moment(qint64 ms, qint64 now);
    /// "in 12 min" on the same day, otherwise as moment(); "never" for 0, "now" for what is due.
    [[nodiscard]] static QString next(qint64 ms, qint64 now);
    /// With a capital letter.
    [[nodiscard]] static QString sentence(QString words);
    /// "today 14:02 · 1:40".
    [[nodiscard]] static QString resultDetail(const RunRecord &run, qint64 now);
    /// How it ended, when, why: for a tooltip, plain text.
    [[nodiscard]] static QString resultTip(const RunRecord &run);
};

} // namespace vestnik
