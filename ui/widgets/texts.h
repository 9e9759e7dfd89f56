// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/operatorlog.h"
#include "core/base/result.h"
#include "core/engine/enginefacade.h"
#include "core/model/channel.h"
#include "core/model/post.h"
#include "core/model/run.h"

#include <QString>

namespace vestnik::texts {

// Texts for people, in the language of the window. Numbers, dates and sizes follow the locale of that language, which
// is the default QLocale: whoever installs a translation sets it. Times are milliseconds UTC and shown in local time.
// GUI thread.

[[nodiscard]] QString error(const Error &error); ///< what happened: one sentence with the subject
[[nodiscard]] QString advice(const Error &error); ///< what to do; may be empty
[[nodiscard]] QString logLine(const LogEntry &entry); ///< without time and level
[[nodiscard]] QString logText(const LogEntry &entry); ///< without time, level and subject
[[nodiscard]] QString logLevel(LogLevel level);
[[nodiscard]] QString postKind(PostKind kind);
[[nodiscard]] QString mediaKind(MediaKind kind);
[[nodiscard]] QString runStatus(RunStatus status);
[[nodiscard]] QString runOrigin(RunOrigin origin);
[[nodiscard]] QString runChannelStatus(RunChannelStatus status);
[[nodiscard]] QString channelHealth(const ChannelRow &row); ///< "Good", "Never parsed", "Failing for 2 h: …"

[[nodiscard]] QString number(qint64 value); ///< "1 234 567" with thin spaces in Russian
[[nodiscard]] QString shortNumber(qint64 value); ///< "1.2M", "1,2 млн"
[[nodiscard]] QString bytes(qint64 value); ///< "1.2 GB"
[[nodiscard]] QString duration(qint64 ms); ///< "1:40", "2:05:09"
[[nodiscard]] QString durationWords(qint64 ms); ///< "2 h 13 min", "45 s"
[[nodiscard]] QString when(qint64 ms); ///< "today 14:02", "yesterday", "12 Nov", "12 Nov 2024"; "never" for 0
[[nodiscard]] QString when(qint64 ms, qint64 now); ///< the same, seen from another moment; "tomorrow 04:00"
[[nodiscard]] QString exactTime(qint64 ms); ///< for tooltips: date, time with seconds, zone; empty for 0

[[nodiscard]] QString schedulerState(SchedulerState state); ///< "Running"
[[nodiscard]] QString hostState(const HostState &host, qint64 now); ///< what it is doing to us, with the time left

} // namespace vestnik::texts
