// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/triggertexts.h"

#include "ui/widgets/triggernames_p.h"

#include <QDateTime>
#include <QTimeZone>

namespace vestnik::triggertexts {
namespace {

using namespace triggernames;

constexpr qsizetype mostWindows = 4; // a longer list is not read

constexpr Word anchorPattern = QT_TRANSLATE_NOOP3("TriggerTexts", "%1 %2", "date, time");
constexpr Word oncePattern = QT_TRANSLATE_NOOP3("TriggerTexts", "once on %1 at %2", "date, time");

QString dateAndTime(qint64 ms, const QByteArray &zone, const QLocale &locale, const Word &pattern)
{
    QDateTime moment = QDateTime::fromMSecsSinceEpoch(ms);
    if (const QTimeZone wanted(zone); !zone.isEmpty() && wanted.isValid()) {
        moment = moment.toTimeZone(wanted);
    }
    const QString time = moment.time().second() == 0 ? clock(moment.time().hour(), moment.time().minute())
                                                     : moment.time().toString(QStringLiteral("HH:mm:ss"));
    return pattern.translated().arg(locale.toString(moment.date(), QStringLiteral("d MMM yyyy")), time);
}

QString interval(const Trigger &trigger, const QLocale &locale)
{
    constexpr qint64 minute = 60'000;
    const qint64 ms = trigger.everyMs;
    QString text;
    if (ms > 0 && ms % (24 * 60 * minute) == 0) {
        const int days = int(ms / (24 * 60 * minute));
        text = days == 1 ? everyHours(24) : TriggerTexts::tr("every %n days", nullptr, days);
    } else if (ms > 0 && ms % (60 * minute) == 0) {
        text = everyHours(int(ms / (60 * minute)));
    } else if (ms > 0 && ms % minute == 0) {
        text = everyMinutes(int(ms / minute));
    } else if (ms == 1000) {
        text = TriggerTexts::tr("every second");
    } else if (ms % 1000 == 0) {
        text = TriggerTexts::tr("every %n seconds", nullptr, int(ms / 1000));
    } else {
        text = TriggerTexts::tr("every %1 seconds", "a fraction").arg(locale.toString(double(ms) / 1000));
    }
    if (trigger.anchor == 0) {
        return text;
    }
    return TriggerTexts::tr("%1, counted from %2", "how often, date and time")
        .arg(text, dateAndTime(trigger.anchor, trigger.zone, locale, anchorPattern));
}

QString windowText(const TimeWindow &window, const QLocale &locale)
{
    QStringList days;
    if (window.days != TimeWindow::everyDay) {
        // Bit 0 is Monday, the locale's first.
        for (const Range &range : ranges(values(quint64(window.days), 0, 6))) {
            const QString from = locale.dayName(range.from + 1, QLocale::ShortFormat);
            const QString to = locale.dayName(range.to + 1, QLocale::ShortFormat);
            days.append(range.from == range.to ? from : from + QChar(0x2013) + to);
        }
    }
    const QString names = days.join(QLatin1String(", "));
    if (window.from == 0 && window.to == 24 * 60) {
        return names;
    }
    const QString hours =
        clock(window.from / 60, window.from % 60) + QChar(0x2013) + clock(window.to / 60, window.to % 60);
    return names.isEmpty() ? hours : names + QLatin1Char(' ') + hours;
}

QString windowsText(const QList<TimeWindow> &windows, const QLocale &locale)
{
    QStringList texts;
    for (const TimeWindow &window : windows) {
        const QString text = windowText(window, locale);
        if (text.isEmpty()) {
            return {}; // the whole week
        }
        texts.append(text);
    }
    if (texts.size() <= mostWindows) {
        return texts.join(QLatin1String("; "));
    }
    const int others = int(texts.size() - mostWindows + 1);
    return TriggerTexts::tr("%1; %n other windows", nullptr, others)
        .arg(texts.mid(0, mostWindows - 1).join(QLatin1String("; ")));
}

QString withJitter(const QString &text, qint64 jitterMs)
{
    const auto seconds = int((jitterMs + 999) / 1000);
    if (seconds < 1) {
        return text;
    }
    if (seconds % 3600 == 0 && seconds > 3600) {
        return TriggerTexts::tr("%1, up to %n hours later", nullptr, seconds / 3600).arg(text);
    }
    if (seconds > 60) {
        return TriggerTexts::tr("%1, up to %n minutes later", nullptr, (seconds + 59) / 60).arg(text);
    }
    if (seconds == 60) {
        return TriggerTexts::tr("%1, up to a minute later", "when").arg(text);
    }
    return seconds == 1 ? TriggerTexts::tr("%1, up to a second later", "when").arg(text)
                        : TriggerTexts::tr("%1, up to %n seconds later", nullptr, seconds).arg(text);
}

} // namespace

QString cronInWords(const CronFields &cron, const QLocale &locale)
{
    if (cron == CronFields()) {
        return {};
    }
    return cronSentence(cron).value_or(cronFieldByField(cron, locale));
}

QString inWords(const Trigger &trigger, const CronFields &cron, const QLocale &locale)
{
    QString text;
    // Of what is the same everywhere, the zone says nothing.
    bool clockMatters = !trigger.windows.isEmpty();
    switch (trigger.kind) {
    case TriggerKind::Interval:
        text = interval(trigger, locale);
        clockMatters |= trigger.anchor != 0;
        break;
    case TriggerKind::Cron:
        text = cronInWords(cron, locale);
        clockMatters |= !followsNoClock(cron);
        if (!text.isEmpty() && !cronSentence(cron) && !trigger.zone.isEmpty()) {
            text = TriggerTexts::tr("%1 (%2)", "fields of an expression, Moscow time")
                       .arg(text, zoneName(trigger.zone, locale));
            clockMatters = false;
        }
        break;
    case TriggerKind::Once:
        text = dateAndTime(trigger.at, trigger.zone, locale, oncePattern);
        clockMatters = true;
        break;
    }
    if (text.isEmpty()) {
        return text;
    }
    if (const QString windows = windowsText(trigger.windows, locale); !windows.isEmpty()) {
        text = trigger.kind == TriggerKind::Interval
            ? TriggerTexts::tr("%1, %2", "how often, windows").arg(text, windows)
            : TriggerTexts::tr("%1, only %2", "when, windows").arg(text, windows);
    }
    if (clockMatters && !trigger.zone.isEmpty()) {
        text = TriggerTexts::tr("%1, %2", "when, Moscow time").arg(text, inZone(trigger.zone));
    }
    return withJitter(text, trigger.jitterMs);
}

} // namespace vestnik::triggertexts
