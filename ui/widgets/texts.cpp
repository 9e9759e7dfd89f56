// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/texts.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace vestnik::texts {
namespace {

constexpr qint64 second = 1000;
constexpr qint64 minute = 60 * second;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;

QString translate(const char *context, const char *source, const char *comment = nullptr, int n = -1)
{
    return QCoreApplication::translate(context, source, comment, n);
}

// Russian groups digits by a no-break space of full width; a narrow one reads better in a table.
QString thinSpaces(QString text)
{
    return text.replace(QChar(QChar::Nbsp), QChar(0x202F));
}

// One pass: what an argument brings in is not looked at again.
QString filled(const QString &pattern, const QStringList &args)
{
    QString text;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        const QChar next = i + 1 < pattern.size() ? pattern.at(i + 1) : QChar();
        const int which = next.digitValue() - 1;
        if (pattern.at(i) == QLatin1Char('%') && which >= 0 && which < args.size()) {
            text += args.at(which);
            ++i;
        } else {
            text += pattern.at(i);
        }
    }
    return text;
}

} // namespace

QString error(const Error &error)
{
    const QString subject =
        error.subject.isEmpty() ? translate("Texts", "(unknown)", "what an error concerns") : error.subject;
    const char *pattern = errorTemplate(error.code);
    return *pattern == '\0' ? QString() : filled(translate("Error", pattern), {subject});
}

QString advice(const Error &error)
{
    const char *text = errorAdvice(error.code);
    return *text == '\0' ? QString() : translate("Error", text);
}

QString logText(const LogEntry &entry)
{
    const char *pattern = logTemplate(entry.event);
    QString text = filled(entry.event == LogEvent::Text ? QStringLiteral("%1") : translate("Log", pattern), entry.args);
    if (entry.error.code != ErrorCode::None) {
        text += QLatin1Char(' ') + error(entry.error);
    }
    return text;
}

QString logLine(const LogEntry &entry)
{
    return entry.subject.isEmpty() ? logText(entry) : entry.subject + QLatin1String(": ") + logText(entry);
}

QString logLevel(LogLevel level)
{
    switch (level) {
    case LogLevel::Debug:
        return translate("Texts", "Detail", "level of a log line");
    case LogLevel::Info:
        return translate("Texts", "Note", "level of a log line");
    case LogLevel::Warning:
        return translate("Texts", "Warning", "level of a log line");
    case LogLevel::Error:
        break;
    }
    return translate("Texts", "Error", "level of a log line");
}

QString postKind(PostKind kind)
{
    switch (kind) {
    case PostKind::Text:
        return translate("Texts", "Text", "kind of post");
    case PostKind::Photo:
        return mediaKind(MediaKind::Photo);
    case PostKind::Video:
        return mediaKind(MediaKind::Video);
    case PostKind::Gif:
        return mediaKind(MediaKind::Gif);
    case PostKind::Round:
        return mediaKind(MediaKind::Round);
    case PostKind::Voice:
        return mediaKind(MediaKind::Voice);
    case PostKind::Audio:
        return mediaKind(MediaKind::Audio);
    case PostKind::Document:
        return mediaKind(MediaKind::Document);
    case PostKind::Poll:
        return mediaKind(MediaKind::Poll);
    case PostKind::Sticker:
        return mediaKind(MediaKind::Sticker);
    case PostKind::Location:
        return mediaKind(MediaKind::Location);
    case PostKind::Contact:
        return mediaKind(MediaKind::Contact);
    case PostKind::Album:
        return translate("Texts", "Album", "kind of post");
    case PostKind::Service:
        return translate("Texts", "Service message", "kind of post");
    case PostKind::Unsupported:
        break;
    }
    return mediaKind(MediaKind::Unsupported);
}

QString mediaKind(MediaKind kind)
{
    switch (kind) {
    case MediaKind::Photo:
        return translate("Texts", "Photo", "kind of media");
    case MediaKind::Video:
        return translate("Texts", "Video", "kind of media");
    case MediaKind::Gif:
        return translate("Texts", "GIF", "kind of media");
    case MediaKind::Round:
        return translate("Texts", "Video message", "kind of media");
    case MediaKind::Voice:
        return translate("Texts", "Voice message", "kind of media");
    case MediaKind::Audio:
        return translate("Texts", "Audio", "kind of media");
    case MediaKind::Document:
        return translate("Texts", "File", "kind of media");
    case MediaKind::Poll:
        return translate("Texts", "Poll", "kind of media");
    case MediaKind::Sticker:
        return translate("Texts", "Sticker", "kind of media");
    case MediaKind::Location:
        return translate("Texts", "Location", "kind of media");
    case MediaKind::Contact:
        return translate("Texts", "Contact", "kind of media");
    case MediaKind::Unsupported:
        break;
    }
    return translate("Texts", "Not shown on the web", "kind of media");
}

QString runStatus(RunStatus status)
{
    switch (status) {
    case RunStatus::Queued:
        return translate("Texts", "Queued", "run");
    case RunStatus::Running:
        return translate("Texts", "Running", "run");
    case RunStatus::Done:
        return translate("Texts", "Done", "run");
    case RunStatus::Partly:
        return translate("Texts", "Partly done", "run");
    case RunStatus::Failed:
        return translate("Texts", "Failed", "run");
    case RunStatus::Stopped:
        return translate("Texts", "Stopped", "run");
    case RunStatus::Skipped:
        return translate("Texts", "Skipped", "run");
    case RunStatus::Missed:
        return translate("Texts", "Missed", "run");
    case RunStatus::Interrupted:
        break;
    }
    return translate("Texts", "Interrupted", "run");
}

QString runOrigin(RunOrigin origin)
{
    switch (origin) {
    case RunOrigin::Schedule:
        return translate("Texts", "Schedule", "who started a run");
    case RunOrigin::Window:
        return translate("Texts", "By hand", "who started a run");
    case RunOrigin::CommandLine:
        return translate("Texts", "Command line", "who started a run");
    case RunOrigin::Api:
        return translate("Texts", "API", "who started a run");
    case RunOrigin::Bot:
        break;
    }
    return translate("Texts", "Bot", "who started a run");
}

QString runChannelStatus(RunChannelStatus status)
{
    switch (status) {
    case RunChannelStatus::Queued:
        return translate("Texts", "Queued", "channel of a run");
    case RunChannelStatus::Running:
        return translate("Texts", "Reading", "channel of a run");
    case RunChannelStatus::Ok:
        return translate("Texts", "Good", "channel of a run");
    case RunChannelStatus::Failed:
        return translate("Texts", "Failed", "channel of a run");
    case RunChannelStatus::Stopped:
        break;
    }
    return translate("Texts", "Stopped", "channel of a run");
}

QString channelHealth(const ChannelRow &row)
{
    if (row.parsing) {
        return translate("Texts", "Reading now", "state of a channel");
    }
    if (!row.active) {
        return translate("Texts", "Paused", "state of a channel");
    }
    switch (row.health) {
    case ChannelHealth::New:
        return translate("Texts", "Never parsed", "state of a channel");
    case ChannelHealth::Good:
        return translate("Texts", "Good", "state of a channel");
    case ChannelHealth::Waiting:
        return translate("Texts", "Waiting", "state of a channel");
    case ChannelHealth::Failing:
        break;
    }
    const QString why = error(row.error);
    if (row.failingSince <= 0) {
        return filled(translate("Texts", "Failing: %1", "state of a channel"), {why});
    }
    const qint64 since = std::max<qint64>(0, QDateTime::currentMSecsSinceEpoch() - row.failingSince);
    return filled(translate("Texts", "Failing for %1: %2", "state of a channel"), {durationWords(since), why});
}

QString schedulerState(SchedulerState state)
{
    switch (state) {
    case SchedulerState::Stopped:
        return translate("Texts", "Stopped", "scheduler");
    case SchedulerState::Starting:
        return translate("Texts", "Starting…", "scheduler");
    case SchedulerState::Running:
        return translate("Texts", "Running", "scheduler");
    case SchedulerState::Stopping:
        return translate("Texts", "Stopping…", "scheduler");
    case SchedulerState::Failed:
        break;
    }
    return translate("Texts", "Failed", "scheduler");
}

QString hostState(const HostState &host, qint64 now)
{
    if (host.pausedUntil > now) {
        return filled(translate("Texts", "%1 is left alone for %2 after failures."),
            {host.host, durationWords(host.pausedUntil - now)});
    }
    if (host.waitingUntil > now) {
        return filled(
            translate("Texts", "%1 asked us to wait: %2 left."), {host.host, durationWords(host.waitingUntil - now)});
    }
    return filled(translate("Texts", "%1 answers again."), {host.host});
}

QString number(qint64 value)
{
    return thinSpaces(QLocale().toString(value));
}

QString shortNumber(qint64 value)
{
    if (value < 0) {
        return QLatin1Char('-') + shortNumber(-value);
    }
    if (value < 1000) {
        return number(value);
    }
    double scaled = double(value) / 1000;
    int unit = 0;
    while (scaled >= 999.5 && unit < 2) {
        scaled /= 1000;
        ++unit;
    }
    // One digit after the point only where it can be seen: 1.2K, 12.3K, 123K, but 2K.
    const double tenths = std::round(scaled * 10) / 10;
    const bool whole = scaled >= 99.95 || tenths == std::floor(tenths);
    const QString shown = whole ? number(qint64(std::round(scaled))) : QLocale().toString(tenths, 'f', 1);
    switch (unit) {
    case 0:
        return filled(translate("Texts", "%1K", "thousands"), {shown});
    case 1:
        return filled(translate("Texts", "%1M", "millions"), {shown});
    default:
        return filled(translate("Texts", "%1B", "billions"), {shown});
    }
}

QString bytes(qint64 value)
{
    return thinSpaces(QLocale().formattedDataSize(value, 1, QLocale::DataSizeTraditionalFormat));
}

QString duration(qint64 ms)
{
    const qint64 seconds = std::max<qint64>(0, ms) / second;
    const QString tail = QStringLiteral("%1").arg(seconds % 60, 2, 10, QLatin1Char('0'));
    const qint64 minutes = seconds / 60;
    if (minutes < 60) {
        return QString::number(minutes) + QLatin1Char(':') + tail;
    }
    return QStringLiteral("%1:%2:").arg(minutes / 60).arg(minutes % 60, 2, 10, QLatin1Char('0')) + tail;
}

QString durationWords(qint64 ms)
{
    const qint64 time = std::max<qint64>(0, ms);
    const auto days = [](qint64 n) { return filled(translate("Texts", "%1 d", "duration"), {number(n)}); };
    const auto hours = [](qint64 n) { return filled(translate("Texts", "%1 h", "duration"), {number(n)}); };
    const auto minutes = [](qint64 n) { return filled(translate("Texts", "%1 min", "duration"), {number(n)}); };
    const auto seconds = [](qint64 n) { return filled(translate("Texts", "%1 s", "duration"), {number(n)}); };
    const auto with = [](const QString &large, const QString &small, qint64 rest) {
        return rest == 0 ? large : large + QLatin1Char(' ') + small;
    };
    if (time >= day) {
        const qint64 rest = time % day / hour;
        return with(days(time / day), hours(rest), rest);
    }
    if (time >= hour) {
        const qint64 rest = time % hour / minute;
        return with(hours(time / hour), minutes(rest), rest);
    }
    if (time >= minute) {
        const qint64 rest = time >= 10 * minute ? 0 : time % minute / second;
        return with(minutes(time / minute), seconds(rest), rest);
    }
    return seconds(time / second);
}

QString when(qint64 ms)
{
    return when(ms, QDateTime::currentMSecsSinceEpoch());
}

QString when(qint64 ms, qint64 now)
{
    if (ms == 0) {
        return translate("Texts", "never", "time");
    }
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(ms);
    const QDate today = QDateTime::fromMSecsSinceEpoch(now).date();
    const QString time = at.time().toString(QStringLiteral("HH:mm"));
    switch (today.daysTo(at.date())) {
    case 0:
        return filled(translate("Texts", "today %1", "time"), {time});
    case -1:
        return translate("Texts", "yesterday", "time");
    case 1:
        return filled(translate("Texts", "tomorrow %1", "time"), {time});
    default:
        break;
    }
    const bool sameYear = at.date().year() == today.year();
    return QLocale().toString(at.date(), sameYear ? QStringLiteral("d MMM") : QStringLiteral("d MMM yyyy"));
}

QString exactTime(qint64 ms)
{
    if (ms == 0) {
        return {};
    }
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(ms);
    return QLocale().toString(at, QStringLiteral("d MMMM yyyy, HH:mm:ss")) + QLatin1Char(' ')
        + at.timeZoneAbbreviation();
}

} // namespace vestnik::texts
