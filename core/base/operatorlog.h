// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QMetaType>
#include <QMutex>
#include <QObject>
#include <QStringList>

namespace vestnik {

enum class LogLevel { Debug, Info, Warning, Error };

/// What the operator is told. Each has an English template (context "Log" for translation) with %1 … %4 = args.
enum class LogEvent {
    Text, ///< args: one finished English text
    ProgramStarted,
    ProgramEnding,
    SchedulerStarted,
    SchedulerStopping,
    SchedulerStopped,
    RunStarted,
    RunFinished,
    RunStopped,
    RunSkipped,
    RunInterrupted,
    ChannelAdded,
    ChannelRemoved,
    ChannelRestored,
    ChannelParsed,
    ChannelFailed,
    ChannelRenamed,
    HistoryRequested,
    HistoryFinished,
    HoleFound,
    PostsUnreadable,
    MarkupUnknown,
    HostWaiting,
    HostPaused,
    HostRecovered,
    StoreOpened,
    StoreFailed,
    StoreRecovered,
    StoreLost,
    PagesNotStored,
    JobMissed,
    JobOneWaits,
    JobRetry,
    JobTimedOut,
    JobsNotStored,
    SettingsChanged,
    SettingsRestored,
};

/// One line of the operator's log. A value.
struct LogEntry {
    qint64 number = 0; ///< ascending within one start of the program
    qint64 at = 0; ///< ms UTC
    LogLevel level = LogLevel::Info;
    LogEvent event = LogEvent::Text;
    QString subject; ///< channel or host that it is about; may be empty
    QStringList args;
    Error error; ///< code None where nothing failed
    qint64 run = 0; ///< the run that it belongs to; 0 none

    [[nodiscard]] bool operator==(const LogEntry &) const = default;
};

/// English template of an event with %1 …, marked for translation in the context "Log".
[[nodiscard]] const char *logTemplate(LogEvent event);
/// English text of an entry, for the log file and the command line.
[[nodiscard]] QString logEnglish(const LogEntry &entry);
[[nodiscard]] QString logLevelName(LogLevel level);
[[nodiscard]] LogLevel logLevelFromName(const QString &name);
/// Stable snake_case name of an event, as it is stored; LogEvent::Text for a name that is not known.
[[nodiscard]] QString logEventName(LogEvent event);
[[nodiscard]] LogEvent logEventFromName(const QString &name);

/// The operator's log: the newest entries in memory, and a file in the data directory.
/// Written from the engine thread; entries() may be read from any thread. Owned by the engine.
class OperatorLog final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OperatorLog)

public:
    static constexpr int capacity = 5000;
    static constexpr qint64 fileLimit = 8 * 1024 * 1024; ///< bytes; then the file is renamed to *.1 and begun anew

    /// `filePath` may be empty: memory only.
    explicit OperatorLog(const QString &filePath, QObject *parent = nullptr);
    ~OperatorLog() override;

    void add(LogLevel level, LogEvent event, const QString &subject = {}, const QStringList &args = {},
        const Error &error = {});
    /// The same, as a part of the log of a run.
    void addOfRun(qint64 run, LogLevel level, LogEvent event, const QString &subject = {}, const QStringList &args = {},
        const Error &error = {});
    [[nodiscard]] QList<LogEntry> entries() const;
    [[nodiscard]] QString filePath() const { return m_filePath; }

Q_SIGNALS:
    /// Engine thread; a value.
    void added(const vestnik::LogEntry &entry);

private:
    void writeToFile(const LogEntry &entry);

    const QString m_filePath;
    mutable QMutex m_mutex; ///< guards m_entries: written on the engine thread, read by any
    QList<LogEntry> m_entries;
    qint64 m_lastNumber = 0;
    bool m_fileFailed = false;
};

} // namespace vestnik

Q_DECLARE_METATYPE(vestnik::LogEntry)
Q_DECLARE_METATYPE(QList<vestnik::LogEntry>)
