// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/collect/collector.h"

namespace vestnik {

/// A run that is going. For the collector's own files only.
struct Collector::Run {
    RunRecord record;
    ParseRequest request;
    QList<RunChannel> channels;
    StopSource stop;
    qsizetype next = 0; ///< first channel that nobody took yet
    int workers = 0;
    bool byOperator = false; ///< who stopped it
    RunVerdict verdict; ///< how it ends when it is stopped
    bool skipped = false; ///< never begins; the record has the reason
    QString current;
    qint64 historyTotal = -1; ///< ids of the one channel whose history was asked for
    qint64 historyDone = -1;
    MessageId historyTop = 0;
    std::unique_ptr<ClockAlarm> reportAlarm;
    bool reportPending = false;
    qint64 reportedAt = 0; ///< steady ms
    qint64 savedAt = 0; ///< steady ms
    qint64 beganAt = 0; ///< steady ms
};

} // namespace vestnik
