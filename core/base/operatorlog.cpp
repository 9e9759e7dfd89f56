// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/operatorlog.h"

#include "core/base/logging.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QMutexLocker>

#include <algorithm>
#include <array>

namespace vestnik {
namespace {

struct Row {
    LogEvent event;
    const char *text;
};

constexpr Row rows[] = {
    {LogEvent::Text, "%1"},
    {LogEvent::ProgramStarted, QT_TRANSLATE_NOOP("Log", "Vestnik %1 started; data directory %2.")},
    {LogEvent::ProgramEnding, QT_TRANSLATE_NOOP("Log", "Vestnik is closing.")},
    {LogEvent::SchedulerStarted, QT_TRANSLATE_NOOP("Log", "Scheduler started; jobs that run by themselves: %1.")},
    {LogEvent::SchedulerStopping, QT_TRANSLATE_NOOP("Log", "Scheduler is stopping.")},
    {LogEvent::SchedulerStopped, QT_TRANSLATE_NOOP("Log", "Scheduler stopped.")},
    {LogEvent::RunStarted, QT_TRANSLATE_NOOP("Log", "Run %1 started: %2 channels.")},
    {LogEvent::RunFinished,
        QT_TRANSLATE_NOOP("Log", "Run %1 finished: %2 posts added, %3 updated, %4 channels failed.")},
    {LogEvent::RunStopped, QT_TRANSLATE_NOOP("Log", "Run %1 was stopped: %2 posts added.")},
    {LogEvent::RunSkipped, QT_TRANSLATE_NOOP("Log", "A run was due but run %1 is still going; skipped.")},
    {LogEvent::RunInterrupted,
        QT_TRANSLATE_NOOP(
            "Log", "Run %1 was interrupted when the program ended; the next run reads what it left out.")},
    {LogEvent::ChannelAdded, QT_TRANSLATE_NOOP("Log", "Channel added.")},
    {LogEvent::ChannelRemoved, QT_TRANSLATE_NOOP("Log", "Channel removed from the list; its posts are kept.")},
    {LogEvent::ChannelRestored, QT_TRANSLATE_NOOP("Log", "Channel is back in the list.")},
    {LogEvent::ChannelParsed, QT_TRANSLATE_NOOP("Log", "%1 posts added, %2 updated.")},
    {LogEvent::ChannelFailed, QT_TRANSLATE_NOOP("Log", "Could not be read.")},
    {LogEvent::ChannelRenamed, QT_TRANSLATE_NOOP("Log", "The channel was renamed; it was @%1.")},
    {LogEvent::HistoryRequested, QT_TRANSLATE_NOOP("Log", "Older history was asked for.")},
    {LogEvent::HistoryFinished, QT_TRANSLATE_NOOP("Log", "Older history is complete.")},
    {LogEvent::HoleFound,
        QT_TRANSLATE_NOOP("Log", "Messages %1 to %2 were left out by an earlier run; reading them now.")},
    {LogEvent::PostsUnreadable,
        QT_TRANSLATE_NOOP("Log", "%1 posts of a page could not be read; the page is kept in %2.")},
    {LogEvent::MarkupUnknown, QT_TRANSLATE_NOOP("Log", "The page holds what Vestnik does not know yet: %1.")},
    {LogEvent::HostWaiting, QT_TRANSLATE_NOOP("Log", "Told to wait: %1 s.")},
    {LogEvent::HostPaused, QT_TRANSLATE_NOOP("Log", "Failed several times in a row; left alone for %1 s.")},
    {LogEvent::HostRecovered, QT_TRANSLATE_NOOP("Log", "Answers again.")},
    {LogEvent::StoreOpened, QT_TRANSLATE_NOOP("Log", "Database opened: %1.")},
    {LogEvent::StoreFailed, QT_TRANSLATE_NOOP("Log", "The database cannot be written.")},
    {LogEvent::StoreRecovered, QT_TRANSLATE_NOOP("Log", "The database can be written again.")},
    {LogEvent::StoreLost,
        QT_TRANSLATE_NOOP("Log", "The database is away; what was fetched is kept, trying again until it is back.")},
    {LogEvent::PagesNotStored,
        QT_TRANSLATE_NOOP("Log",
            "Stopped while the database was away: pages that were fetched could not be stored; the next run reads them "
            "again.")},
    {LogEvent::JobMissed, QT_TRANSLATE_NOOP("Log", "Runs missed: %1, made up for: %2. The history of runs says why.")},
    {LogEvent::JobOneWaits, QT_TRANSLATE_NOOP("Log", "A run was due but run %1 waits already; skipped.")},
    {LogEvent::JobRetry, QT_TRANSLATE_NOOP("Log", "Run %1 failed; trying again in %2 s.")},
    {LogEvent::JobTimedOut, QT_TRANSLATE_NOOP("Log", "Run %1 took longer than %2 s and is being stopped.")},
    {LogEvent::JobsNotStored,
        QT_TRANSLATE_NOOP("Log", "Runs that are due cannot be written to the database and do not begin.")},
    {LogEvent::SettingsChanged, QT_TRANSLATE_NOOP("Log", "Settings changed: %1.")},
    {LogEvent::SettingsRestored,
        QT_TRANSLATE_NOOP("Log", "The settings file was damaged; the last good copy was taken.")},
};

/// Stored with the logs of runs: never to be changed.
const char *nameOf(LogEvent event)
{
    switch (event) {
    case LogEvent::Text:
        return "text";
    case LogEvent::ProgramStarted:
        return "program_started";
    case LogEvent::ProgramEnding:
        return "program_ending";
    case LogEvent::SchedulerStarted:
        return "scheduler_started";
    case LogEvent::SchedulerStopping:
        return "scheduler_stopping";
    case LogEvent::SchedulerStopped:
        return "scheduler_stopped";
    case LogEvent::RunStarted:
        return "run_started";
    case LogEvent::RunFinished:
        return "run_finished";
    case LogEvent::RunStopped:
        return "run_stopped";
    case LogEvent::RunSkipped:
        return "run_skipped";
    case LogEvent::RunInterrupted:
        return "run_interrupted";
    case LogEvent::ChannelAdded:
        return "channel_added";
    case LogEvent::ChannelRemoved:
        return "channel_removed";
    case LogEvent::ChannelRestored:
        return "channel_restored";
    case LogEvent::ChannelParsed:
        return "channel_parsed";
    case LogEvent::ChannelFailed:
        return "channel_failed";
    case LogEvent::ChannelRenamed:
        return "channel_renamed";
    case LogEvent::HistoryRequested:
        return "history_requested";
    case LogEvent::HistoryFinished:
        return "history_finished";
    case LogEvent::HoleFound:
        return "hole_found";
    case LogEvent::PostsUnreadable:
        return "posts_unreadable";
    case LogEvent::MarkupUnknown:
        return "markup_unknown";
    case LogEvent::HostWaiting:
        return "host_waiting";
    case LogEvent::HostPaused:
        return "host_paused";
    case LogEvent::HostRecovered:
        return "host_recovered";
    case LogEvent::StoreOpened:
        return "store_opened";
    case LogEvent::StoreFailed:
        return "store_failed";
    case LogEvent::StoreRecovered:
        return "store_recovered";
    case LogEvent::StoreLost:
        return "store_lost";
    case LogEvent::PagesNotStored:
        return "pages_not_stored";
    case LogEvent::JobMissed:
        return "job_missed";
    case LogEvent::JobOneWaits:
        return "job_one_waits";
    case LogEvent::JobRetry:
        return "job_retry";
    case LogEvent::JobTimedOut:
        return "job_timed_out";
    case LogEvent::JobsNotStored:
        return "jobs_not_stored";
    case LogEvent::SettingsChanged:
        return "settings_changed";
    case LogEvent::SettingsRestored:
        return "settings_restored";
    }
    return "text";
}

constexpr std::array<const char *, 4> levelNames{"debug", "info", "warning", "error"};

} // namespace

const char *logTemplate(LogEvent event)
{
    for (const Row &row : rows) {
        if (row.event == event) {
            return row.text;
        }
    }
    return rows[0].text;
}

QString logEnglish(const LogEntry &entry)
{
    QString text = QString::fromUtf8(logTemplate(entry.event));
    for (int i = 0; i < entry.args.size(); ++i) {
        text.replace(QLatin1Char('%') + QString::number(i + 1), entry.args.at(i));
    }
    if (!entry.subject.isEmpty()) {
        text.prepend(entry.subject + QLatin1String(": "));
    }
    if (entry.error.code != ErrorCode::None) {
        text += QLatin1Char(' ') + errorEnglish(entry.error);
    }
    return withoutSecrets(text);
}

QString logLevelName(LogLevel level)
{
    return QString::fromLatin1(levelNames.at(static_cast<std::size_t>(level)));
}

LogLevel logLevelFromName(const QString &name)
{
    const auto found = std::find_if(
        levelNames.begin(), levelNames.end(), [&name](const char *one) { return name == QLatin1String(one); });
    return found == levelNames.end() ? LogLevel::Info : static_cast<LogLevel>(found - levelNames.begin());
}

QString logEventName(LogEvent event)
{
    return QString::fromLatin1(nameOf(event));
}

LogEvent logEventFromName(const QString &name)
{
    for (const Row &row : rows) {
        if (name == QLatin1String(nameOf(row.event))) {
            return row.event;
        }
    }
    return LogEvent::Text;
}

OperatorLog::OperatorLog(const QString &filePath, QObject *parent)
    : QObject(parent)
    , m_filePath(filePath)
{
}

OperatorLog::~OperatorLog() = default;

void OperatorLog::add(
    LogLevel level, LogEvent event, const QString &subject, const QStringList &args, const Error &error)
{
    addOfRun(0, level, event, subject, args, error);
}

void OperatorLog::addOfRun(
    qint64 run, LogLevel level, LogEvent event, const QString &subject, const QStringList &args, const Error &error)
{
    LogEntry entry;
    entry.run = run;
    entry.at = QDateTime::currentMSecsSinceEpoch();
    entry.level = level;
    entry.event = event;
    entry.subject = subject;
    for (const QString &arg : args) {
        entry.args.append(withoutSecrets(arg));
    }
    entry.error = error;
    entry.error.detail = withoutSecrets(entry.error.detail);
    {
        const QMutexLocker lock(&m_mutex);
        entry.number = ++m_lastNumber;
        m_entries.append(entry);
        if (m_entries.size() > capacity) {
            m_entries.removeFirst();
        }
    }
    writeToFile(entry);
    Q_EMIT added(entry);
}

QList<LogEntry> OperatorLog::entries() const
{
    const QMutexLocker lock(&m_mutex);
    return m_entries;
}

void OperatorLog::writeToFile(const LogEntry &entry)
{
    if (m_filePath.isEmpty() || entry.level == LogLevel::Debug) {
        return;
    }
    if (QFileInfo(m_filePath).size() > fileLimit) {
        const QString old = m_filePath + QLatin1String(".1");
        QFile::remove(old);
        QFile::rename(m_filePath, old);
    }
    QFile file(m_filePath);
    const QString line = QDateTime::fromMSecsSinceEpoch(entry.at).toString(Qt::ISODateWithMs) + QLatin1Char(' ')
        + logLevelName(entry.level) + QLatin1Char(' ') + logEnglish(entry) + QLatin1Char('\n');
    const bool written = file.open(QIODevice::WriteOnly | QIODevice::Append) && file.write(line.toUtf8()) >= 0;
    if (!written && !m_fileFailed) {
        qCWarning(lcApp) << "the log file cannot be written:" << file.errorString();
    }
    m_fileFailed = !written;
}

} // namespace vestnik
