// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/schedule/jobtexts.h"

#include "ui/widgets/runtexts.h"
#include "ui/widgets/tasktexts.h"
#include "ui/widgets/texts.h"
#include "ui/widgets/theme.h"

#include <QDateTime>
#include <QLocale>

namespace vestnik {
namespace {

constexpr qint64 minuteMs = 60'000;
constexpr qint64 hourMs = 60 * minuteMs;

bool is(const QString &kind, const char *name)
{
    return kind == QLatin1String(name);
}

} // namespace

QStringList JobTexts::kinds()
{
    QStringList all;
    for (const char *kind :
        {jobkinds::parse, jobkinds::recheck, jobkinds::retention, jobkinds::backup, jobkinds::exportPosts}) {
        all.append(QLatin1String(kind));
    }
    return all;
}

QString JobTexts::kindHelp(const QString &kind)
{
    if (is(kind, jobkinds::parse)) {
        return tr("Reads what is new in the channels.");
    }
    if (is(kind, jobkinds::recheck)) {
        return tr("Reads stored posts again, for edits and deletions.");
    }
    if (is(kind, jobkinds::retention)) {
        return tr("Removes old posts by the rules of the Storage page.");
    }
    if (is(kind, jobkinds::backup)) {
        return tr("Writes a copy of the database.");
    }
    return is(kind, jobkinds::exportPosts) ? tr("Writes posts into a file.") : QString();
}

QString JobTexts::kindIcon(const QString &kind)
{
    if (is(kind, jobkinds::parse)) {
        return QStringLiteral("download");
    }
    if (is(kind, jobkinds::recheck)) {
        return QStringLiteral("edited");
    }
    if (is(kind, jobkinds::retention)) {
        return QStringLiteral("storage");
    }
    if (is(kind, jobkinds::backup)) {
        return QStringLiteral("backup");
    }
    return is(kind, jobkinds::exportPosts) ? QStringLiteral("export") : QStringLiteral("calendar");
}

bool JobTexts::hasTarget(const QString &kind)
{
    return is(kind, jobkinds::parse) || is(kind, jobkinds::recheck) || is(kind, jobkinds::exportPosts);
}

QString JobTexts::target(const Job &job, const ChannelNames &names)
{
    if (is(job.kind, jobkinds::backup)) {
        const QString folder = job.arguments.value(QLatin1String("folder")).toString();
        return folder.isEmpty() ? tr("into the data folder", "where a backup goes") : folder;
    }
    if (!hasTarget(job.kind)) {
        return {};
    }
    switch (job.target.kind) {
    case JobTarget::Kind::All:
        return tr("all active channels");
    case JobTarget::Kind::User:
        return job.target.user == localUserId ? tr("channels of this user")
                                              : tr("channels of user %1").arg(job.target.user);
    case JobTarget::Kind::Folder:
        return job.target.folder.isEmpty() ? tr("channels without a folder") : tr("folder “%1”").arg(job.target.folder);
    case JobTarget::Kind::Channels:
        break;
    }
    if (job.target.channels.size() == 1) {
        const QString name = names.value(job.target.channels.first());
        if (!name.isEmpty()) {
            return QLatin1Char('@') + name;
        }
    }
    return tr("%n channels", nullptr, int(job.target.channels.size()));
}

JobTexts::State JobTexts::state(const JobRow &row)
{
    if (!row.going.isEmpty()) {
        return State::Running;
    }
    if (!row.job.enabled) {
        return State::Off;
    }
    return row.job.paused ? State::Paused : State::On;
}

QString JobTexts::stateWord(State state)
{
    switch (state) {
    case State::Running:
        return tr("Running", "job");
    case State::On:
        return tr("On", "job");
    case State::Paused:
        return tr("Paused", "job");
    case State::Off:
        break;
    }
    return tr("Off", "job");
}

QString JobTexts::stateDetail(const JobRow &row, qint64 now)
{
    if (row.going.size() > 1) {
        return tr("%n runs", nullptr, int(row.going.size()));
    }
    if (row.job.enabled && row.job.paused) {
        return row.job.pausedUntil > 0 ? tr("until %1", "paused").arg(moment(row.job.pausedUntil, now))
                                       : tr("until resumed", "paused");
    }
    return row.going.isEmpty() || row.job.enabled ? QString() : tr("switched off", "a job whose last run still goes");
}

QIcon JobTexts::stateIcon(State state)
{
    switch (state) {
    case State::Running:
        return Theme::icon(QStringLiteral("refresh"), Theme::Role::Info);
    case State::On:
        return Theme::icon(QStringLiteral("clock"), Theme::Role::Good);
    case State::Paused:
        return Theme::icon(QStringLiteral("pause"), Theme::Role::Warning);
    case State::Off:
        break;
    }
    return Theme::icon(QStringLiteral("stop"));
}

QString JobTexts::moment(qint64 ms, qint64 now)
{
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(ms);
    const QDate today = QDateTime::fromMSecsSinceEpoch(now).date();
    const QString time = at.time().toString(QStringLiteral("HH:mm"));
    switch (today.daysTo(at.date())) {
    case 0:
        return time;
    case 1:
        return tr("tomorrow %1", "time").arg(time);
    case -1:
        return tr("yesterday %1", "time").arg(time);
    default:
        break;
    }
    const bool sameYear = at.date().year() == today.year();
    return QLocale().toString(at.date(), sameYear ? QStringLiteral("d MMM") : QStringLiteral("d MMM yyyy"))
        + QLatin1Char(' ') + time;
}

QString JobTexts::next(qint64 ms, qint64 now)
{
    if (ms == 0) {
        return tr("never", "next run");
    }
    const qint64 left = ms - now;
    if (left < minuteMs) {
        return left <= 0 ? tr("now", "next run") : tr("in less than 1 min");
    }
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(ms);
    if (left < hourMs || at.date() == QDateTime::fromMSecsSinceEpoch(now).date()) {
        // Whole minutes: seconds would be wrong until the next refresh.
        return tr("in %1", "duration").arg(texts::durationWords(left / minuteMs * minuteMs));
    }
    return moment(ms, now);
}

QString JobTexts::sentence(QString words)
{
    if (!words.isEmpty()) {
        words[0] = words.at(0).toUpper();
    }
    return words;
}

QString JobTexts::resultDetail(const RunRecord &run, qint64 now)
{
    const QString when = moment(run.startedAt, now);
    if (run.finishedAt <= run.startedAt || texts::isOnlyNoted(run.status)) {
        return when;
    }
    return when + QStringLiteral(" · ") + texts::duration(run.finishedAt - run.startedAt);
}

QString JobTexts::resultTip(const RunRecord &run)
{
    QStringList lines{tr("Run %1, %2", "number, result").arg(run.id).arg(texts::runStatus(run.status))};
    lines.append(texts::exactTime(run.startedAt));
    if (const QString reason = texts::runReason(run.reason); !reason.isEmpty()) {
        lines.append(reason);
    }
    if (run.error.code != ErrorCode::None) {
        lines.append(TaskTexts::trouble(run.error));
    } else if (run.channelsFailed > 0) {
        lines.append(tr("%1 of %2 channels failed.").arg(run.channelsFailed).arg(run.channelsTotal));
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace vestnik
