// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/tasktexts.h"

#include "ui/widgets/texts.h"

#include <QFileInfo>

#include <algorithm>
#include <limits>

namespace vestnik {
namespace {

constexpr qint64 etaAfterMs = 2'000; // before that a pace is guesswork

int small(qint64 count)
{
    return int(std::clamp<qint64>(count, 0, std::numeric_limits<int>::max()));
}

// Groups of digits stand apart by the same narrow space as elsewhere.
QString narrow(QString text)
{
    return text.replace(QChar(QChar::Nbsp), QChar(0x202F));
}

bool isAddress(const QString &subject)
{
    return subject.contains(QLatin1String("://"));
}

QString fileName(const QString &path)
{
    const QString name = isAddress(path) ? path : QFileInfo(path).fileName();
    return name.isEmpty() ? path : name;
}

bool isBytes(const QString &name)
{
    return name == QLatin1String("bytes") || name.startsWith(QLatin1String("bytes_"))
        || name.endsWith(QLatin1String("_bytes"));
}

// Without a number of its own the text is the value.
bool isSaidByText(const TaskFact &fact)
{
    static const QStringList names{
        QStringLiteral("kept_before"), QStringLiteral("problem"), QStringLiteral("file_incomplete")};
    return !fact.text.isEmpty() && (fact.value == 0 || names.contains(fact.name));
}

QString textOf(const TaskReport &report, const char *name)
{
    for (const TaskFact &fact : report.facts) {
        if (fact.name == QLatin1String(name)) {
            return fact.text;
        }
    }
    return {};
}

} // namespace

QString TaskTexts::kind(TaskKind kind)
{
    switch (kind) {
    case TaskKind::Export:
        return tr("Export");
    case TaskKind::Import:
        return tr("Import");
    case TaskKind::Backup:
        return tr("Backup");
    case TaskKind::Restore:
        return tr("Restore", "task");
    case TaskKind::Retention:
        return tr("Removal of old posts");
    case TaskKind::Check:
        return tr("Check of the database");
    case TaskKind::Compact:
        return tr("Compaction of the database");
    case TaskKind::Move:
        break;
    }
    return tr("Move to another database");
}

QString TaskTexts::title(const TaskRecord &task)
{
    const QString name = fileName(task.subject.isEmpty() ? task.report.path : task.subject);
    if (name.isEmpty()) {
        return kind(task.kind);
    }
    switch (task.kind) {
    case TaskKind::Export:
        return tr("Export to %1").arg(name);
    case TaskKind::Import:
        return tr("Import from %1").arg(name);
    case TaskKind::Backup:
        return tr("Backup to %1").arg(name);
    case TaskKind::Restore:
        return tr("Restore of %1").arg(name);
    case TaskKind::Move:
        return tr("Move to %1").arg(name);
    case TaskKind::Retention:
    case TaskKind::Check:
    case TaskKind::Compact:
        break;
    }
    return kind(task.kind);
}

QString TaskTexts::file(const TaskRecord &task)
{
    // What a restore or a move wrote is the store itself.
    const bool own = task.kind == TaskKind::Restore || task.kind == TaskKind::Move;
    return own || isAddress(task.report.path) || task.state != TaskState::Done ? QString() : task.report.path;
}

QString TaskTexts::posts(qint64 count)
{
    return narrow(tr("%Ln posts", nullptr, small(count)));
}

QString TaskTexts::trouble(const Error &error)
{
    const QString advice = texts::advice(error);
    return advice.isEmpty() ? texts::error(error) : texts::error(error) + QLatin1Char(' ') + advice;
}

int TaskTexts::permille(const TaskRecord &task)
{
    if (task.total <= 0) {
        return -1;
    }
    return int(std::clamp<double>(double(task.done) * 1000.0 / double(task.total), 0, 1000));
}

qint64 TaskTexts::timeLeft(const TaskRecord &task, qint64 now)
{
    const qint64 gone = now - task.startedAt;
    if (task.state != TaskState::Running || task.total <= 0 || task.done <= 0 || task.done > task.total
        || gone < etaAfterMs) {
        return -1;
    }
    return qint64(double(gone) * double(task.total - task.done) / double(task.done));
}

QString TaskTexts::progress(const TaskRecord &task, qint64 now)
{
    if (task.state == TaskState::Queued) {
        return tr("Waits for other tasks");
    }
    if (task.state == TaskState::Stopping) {
        return tr("Stopping…", "task");
    }
    if (!task.isGoing()) {
        return result(task);
    }
    QString text;
    switch (task.kind) {
    case TaskKind::Check:
    case TaskKind::Compact:
        text = task.total <= 0 ? tr("Beginning…") : tr("%1 %", "percent").arg(permille(task) / 10);
        break;
    case TaskKind::Backup:
    case TaskKind::Restore:
        text = task.total <= 0 ? texts::bytes(task.done)
                               : tr("%1 of %2", "bytes").arg(texts::bytes(task.done), texts::bytes(task.total));
        break;
    case TaskKind::Export:
    case TaskKind::Import:
    case TaskKind::Retention:
    case TaskKind::Move:
        text = task.total < 0 ? posts(task.done)
                              : narrow(tr("%1 of %Ln posts", nullptr, small(task.total)).arg(texts::number(task.done)));
        break;
    }
    if (const qint64 left = timeLeft(task, now); left >= 0) {
        text += QLatin1String(", ") + tr("%1 left", "time").arg(texts::duration(left));
    }
    return text;
}

bool TaskTexts::isDryRun(const TaskRecord &task)
{
    const auto counted = [](const TaskFact &fact) { return fact.name.startsWith(QLatin1String("posts_to_remove")); };
    return task.kind == TaskKind::Retention
        && std::any_of(task.report.facts.cbegin(), task.report.facts.cend(), counted);
}

bool TaskTexts::needsLook(const TaskRecord &task)
{
    return task.state == TaskState::Done
        && (value(task.report, "lines_broken") > 0 || value(task.report, "problems") > 0
            || value(task.report, "file_incomplete") > 0);
}

QString TaskTexts::result(const TaskRecord &task)
{
    if (task.isGoing()) {
        return {};
    }
    if (task.state == TaskState::Cancelled) {
        return tr("%1: cancelled.", "task").arg(title(task));
    }
    if (task.state == TaskState::Failed) {
        return tr("%1: %2", "task, what went wrong").arg(title(task), texts::error(task.error));
    }
    const TaskReport &report = task.report;
    const QString name = fileName(report.path.isEmpty() ? task.subject : report.path);
    const auto count = [&](const char *fact) { return small(value(report, fact)); };
    QStringList sentences;
    switch (task.kind) {
    case TaskKind::Export:
        sentences.append(tr("%Ln posts were exported to %1.", nullptr, count("posts")).arg(name));
        break;
    case TaskKind::Import:
        sentences.append(
            tr("%Ln new posts were taken over from %1.", nullptr, count("posts_added")).arg(fileName(task.subject)));
        if (count("posts_known") > 0) {
            sentences.append(tr("%Ln were there already.", "posts", count("posts_known")));
        }
        if (count("lines_broken") > 0) {
            sentences.append(tr("%Ln lines could not be read.", nullptr, count("lines_broken")));
        }
        break;
    case TaskKind::Backup:
        sentences.append(value(report, "bytes") > 0
                ? tr("The backup %1 was written: %2.").arg(name, texts::bytes(value(report, "bytes")))
                : tr("The backup %1 was written.").arg(name));
        break;
    case TaskKind::Restore:
        sentences.append(tr("The backup %1 was restored.").arg(fileName(task.subject)));
        if (const QString kept = textOf(report, "kept_before"); !kept.isEmpty()) {
            sentences.append(tr("What was there before is kept as %1.").arg(fileName(kept)));
        }
        break;
    case TaskKind::Retention:
        sentences.append(isDryRun(task) ? tr("%Ln posts would be removed.", nullptr, count("posts_to_remove"))
                                        : tr("%Ln posts were removed.", nullptr, count("posts_removed")));
        break;
    case TaskKind::Check:
        sentences.append(count("problems") == 0
                ? tr("The database was checked; it is sound.")
                : tr("%Ln problems were found in the database.", nullptr, count("problems")));
        if (const qint64 repaired =
                value(report, "repaired_counts") + value(report, "repaired_orphans") + value(report, "repaired_index");
            repaired > 0) {
            sentences.append(tr("%Ln entries were put right.", nullptr, small(repaired)));
        }
        break;
    case TaskKind::Compact:
        sentences.append(value(report, "bytes_freed") > 0
                ? tr("The database was compacted; %1 were given back.").arg(texts::bytes(value(report, "bytes_freed")))
                : tr("The database was compacted."));
        break;
    case TaskKind::Move:
        sentences.append(tr("Everything was moved to %1 and compared; work goes on there.").arg(task.subject));
        break;
    }
    return narrow(sentences.join(QLatin1Char(' ')));
}

QString TaskTexts::factLabel(const TaskFact &fact)
{
    static const QHash<QString, const char *> labels{
        {QStringLiteral("posts"), QT_TR_NOOP("Posts")},
        {QStringLiteral("bytes"), QT_TR_NOOP("Size")},
        {QStringLiteral("bytes_before"), QT_TR_NOOP("Size before")},
        {QStringLiteral("bytes_after"), QT_TR_NOOP("Size after")},
        {QStringLiteral("bytes_freed"), QT_TR_NOOP("Given back to the disk")},
        {QStringLiteral("files"), QT_TR_NOOP("Files")},
        {QStringLiteral("file"), QT_TR_NOOP("File")},
        {QStringLiteral("channels"), QT_TR_NOOP("Channels")},
        {QStringLiteral("names"), QT_TR_NOOP("Names")},
        {QStringLiteral("channels_added"), QT_TR_NOOP("New channels")},
        {QStringLiteral("users_added"), QT_TR_NOOP("New users")},
        {QStringLiteral("posts_added"), QT_TR_NOOP("New posts")},
        {QStringLiteral("posts_known"), QT_TR_NOOP("Posts that were there already")},
        {QStringLiteral("posts_different"), QT_TR_NOOP("Posts that are stored with another text (kept as stored)")},
        {QStringLiteral("posts_completed"), QT_TR_NOOP("Posts that got a star, a tag or a note")},
        {QStringLiteral("posts_skipped"), QT_TR_NOOP("Posts left out")},
        {QStringLiteral("chats_skipped"), QT_TR_NOOP("Chats left out")},
        {QStringLiteral("articles_skipped"), QT_TR_NOOP("Articles left out")},
        {QStringLiteral("rows_skipped"), QT_TR_NOOP("Rows left out")},
        {QStringLiteral("file_incomplete"), QT_TR_NOOP("The file is not complete")},
        {QStringLiteral("lines_broken"), QT_TR_NOOP("Lines that could not be read")},
        {QStringLiteral("posts_to_remove"), QT_TR_NOOP("Posts to remove")},
        {QStringLiteral("posts_to_remove_total"), QT_TR_NOOP("Posts to remove, all channels")},
        {QStringLiteral("noted_or_tagged_to_remove"), QT_TR_NOOP("Of these with a note or a tag")},
        {QStringLiteral("posts_removed"), QT_TR_NOOP("Posts removed")},
        {QStringLiteral("posts_removed_total"), QT_TR_NOOP("Posts removed, all channels")},
        {QStringLiteral("starred_kept"), QT_TR_NOOP("Starred posts that are kept")},
        {QStringLiteral("old_backups_removed"), QT_TR_NOOP("Older backups removed")},
        {QStringLiteral("version"), QT_TR_NOOP("Version of the tables")},
        {QStringLiteral("tables_checked"), QT_TR_NOOP("Tables checked")},
        {QStringLiteral("counts_wrong"), QT_TR_NOOP("Channels with wrong counters")},
        {QStringLiteral("repaired_counts"), QT_TR_NOOP("Counters that were put right")},
        {QStringLiteral("orphans"), QT_TR_NOOP("Rows that belong to nothing")},
        {QStringLiteral("repaired_orphans"), QT_TR_NOOP("Of these removed")},
        {QStringLiteral("index_damaged"), QT_TR_NOOP("Index of texts damaged")},
        {QStringLiteral("repaired_index"), QT_TR_NOOP("Entries of the index that were put right")},
        {QStringLiteral("problems"), QT_TR_NOOP("Problems found")},
        {QStringLiteral("problem"), QT_TR_NOOP("Problem")},
        {QStringLiteral("rows_copied"), QT_TR_NOOP("Rows copied and compared")},
        {QStringLiteral("rows_copied_total"), QT_TR_NOOP("Rows copied and compared, all tables")},
        {QStringLiteral("not_indexed"), QT_TR_NOOP("Posts that wait for the index of texts")},
        {QStringLiteral("checksum"), QT_TR_NOOP("Checksum")},
        {QStringLiteral("kept_before"), QT_TR_NOOP("What was there before is kept as")},
    };
    const auto found = labels.constFind(fact.name);
    const QString label = found == labels.cend() ? fact.name : tr(*found);
    if (fact.text.isEmpty() || isSaidByText(fact)) {
        return label;
    }
    const bool channel = fact.name.startsWith(QLatin1String("posts_")) && fact.name != QLatin1String("posts_skipped")
        && !fact.text.startsWith(QLatin1Char('@'));
    return tr("%1: %2", "fact of a report").arg(label, channel ? QLatin1Char('@') + fact.text : fact.text);
}

QString TaskTexts::factValue(const TaskFact &fact)
{
    if (isSaidByText(fact)) {
        return fact.text;
    }
    if (fact.name == QLatin1String("checksum")) {
        return QStringLiteral("%1").arg(quint64(fact.value), 16, 16, QLatin1Char('0'));
    }
    return isBytes(fact.name) ? texts::bytes(fact.value) : texts::number(fact.value);
}

QString TaskTexts::report(const TaskReport &report)
{
    QStringList lines;
    for (const TaskFact &fact : report.facts) {
        lines.append(factLabel(fact) + QLatin1Char('\t') + factValue(fact));
    }
    if (!report.path.isEmpty()) {
        lines.append(tr("File") + QLatin1Char('\t') + report.path);
    }
    return lines.join(QLatin1Char('\n'));
}

qint64 TaskTexts::value(const TaskReport &report, const char *name)
{
    const QString total = QLatin1String(name) + QLatin1String("_total");
    qint64 sum = 0;
    for (const TaskFact &fact : report.facts) {
        if (fact.name == total) {
            return fact.value;
        }
    }
    for (const TaskFact &fact : report.facts) {
        if (fact.name == QLatin1String(name)) {
            if (fact.text.isEmpty()) {
                return fact.value;
            }
            sum += fact.value;
        }
    }
    return sum;
}

} // namespace vestnik
