// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/model/exportwords.h"
#include "core/model/query.h"

#include <QHash>
#include <QList>
#include <QMetaType>
#include <QString>

#include <variant>

namespace vestnik {

using TaskId = qint64;

/// Long work over the archive that an operator starts, watches and may cancel.
enum class TaskKind { Export, Import, Backup, Restore, Retention, Check, Compact, Move };

/// Queued → Running → (Stopping →) one of Done, Failed, Cancelled.
enum class TaskState { Queued, Running, Stopping, Done, Failed, Cancelled };

enum class ExportFormat { Csv, Ndjson, Json, Html, Xlsx };

/// Writes posts into a file, newest first.
struct ExportSpec {
    ExportFormat format = ExportFormat::Csv;
    PostQuery query; ///< keyset and limit are ignored
    QList<PostId> posts; ///< a selection instead of the query
    QString path; ///< replaced only when everything was written
    QString title; ///< heading of an HTML page and name of a sheet; may be empty
    ExportWords words; ///< of an HTML page, in the operator's language
};

enum class ImportFormat { Automatic, Ndjson, TelegramDesktop, PythonDatabase };

/// Takes posts over. Posts that are there already are not doubled; nothing stored is lost.
struct ImportSpec {
    ImportFormat format = ImportFormat::Automatic;
    QString source; ///< a file, or a postgresql:// address of a database of the Python original
    QString folder; ///< for channels that are new; empty: none
};

struct BackupSpec {
    QString path; ///< the file to write; empty: one named by the time, in the folder of backups
};

struct RestoreSpec {
    QString path; ///< a file that Backup wrote
};

/// How much is kept. 0: no limit. Starred posts are always kept.
struct RetentionRule {
    int days = 0; ///< since the post's own time, 0..36500
    int posts = 0; ///< newest of each channel, 0..10,000,000

    [[nodiscard]] bool isOpen() const { return days <= 0 && posts <= 0; }
    [[nodiscard]] bool operator==(const RetentionRule &) const = default;
};

struct RetentionSpec {
    bool dryRun = true; ///< counts only
};

struct CheckSpec {
    bool thorough = true; ///< every page of the file and the index of texts; otherwise the quick look
};

/// Gives the space of removed posts back to the disk.
struct CompactSpec { };

/// Copies everything into another store and compares both, then goes on there.
struct MoveSpec {
    QString target; ///< sqlite:///… or postgresql://…; must be empty
};

using TaskSpec =
    std::variant<ExportSpec, ImportSpec, BackupSpec, RestoreSpec, RetentionSpec, CheckSpec, CompactSpec, MoveSpec>;

/// A number or a text of a report, named for programs ("posts_added"); the window has a sentence for each.
struct TaskFact {
    QString name;
    qint64 value = 0;
    QString text; ///< what it concerns (a channel, a file), or the value itself; may be empty

    [[nodiscard]] bool operator==(const TaskFact &) const = default;
};

/// What a task found and did; complete when its state is Done, what is known so far otherwise.
struct TaskReport {
    QList<TaskFact> facts;
    QString path; ///< the file that was written, if any

    void add(const QString &name, qint64 value, const QString &text = {}) { facts.append({name, value, text}); }
};

/// A task as it stands. A value.
struct TaskRecord {
    TaskId id = 0;
    TaskKind kind = TaskKind::Export;
    TaskState state = TaskState::Queued;
    QString subject; ///< file or address it works on, without secrets
    qint64 done = 0; ///< posts; bytes for Backup and Restore; steps of 1000 for Check and Compact
    qint64 total = -1; ///< -1 not known
    qint64 startedAt = 0; ///< ms UTC
    qint64 finishedAt = 0; ///< ms UTC, 0 while it goes
    Error error; ///< when Failed
    TaskReport report;

    [[nodiscard]] bool isGoing() const { return state <= TaskState::Stopping; }
};

[[nodiscard]] TaskKind taskKindOf(const TaskSpec &spec);
/// Stable lower-case names: "export", "running", "ndjson" …
[[nodiscard]] QString taskKindName(TaskKind kind);
[[nodiscard]] QString taskStateName(TaskState state);
[[nodiscard]] QString exportFormatName(ExportFormat format);
[[nodiscard]] std::optional<ExportFormat> exportFormatFromName(const QString &name);
/// By the end of a file's name; nullopt for one that is not known.
[[nodiscard]] std::optional<ExportFormat> exportFormatOfFile(const QString &path);

/// Disk space of one channel, estimated from the sizes of its texts and parts.
struct ChannelSize {
    ChannelId channel = 0;
    QString username;
    qint64 posts = 0;
    qint64 bytes = 0;
};

/// What the Storage page shows.
struct StorageFacts {
    QString address; ///< file, or address without a password
    bool postgres = false;
    QString server; ///< version of the database engine
    qint64 bytes = 0; ///< all files or tables together
    qint64 freeBytes = -1; ///< on the disk; -1 unknown
    qint64 reclaimableBytes = 0; ///< what Compact would give back
    qint64 posts = 0;
    qint64 notIndexed = 0; ///< posts that wait for the index of texts
    QList<ChannelSize> channels; ///< largest first
};

/// The rules of retention: the user's, and those of channels that have their own.
struct RetentionSettings {
    RetentionRule general;
    QHash<ChannelId, RetentionRule> channels;
};

/// What a database answers before it is used.
struct DatabaseProbe {
    enum class Content { Empty, Store, OlderStore, NewerStore, Foreign };

    QString address; ///< without a password
    QString server; ///< "PostgreSQL 15.6", "SQLite 3.40.1"
    Content content = Content::Empty;
    int version = 0; ///< of the schema, if it is a store
    bool mayCreate = true; ///< tables may be made there
    qint64 millis = 0; ///< until it answered
};

} // namespace vestnik

Q_DECLARE_METATYPE(vestnik::TaskRecord)
