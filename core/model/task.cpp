// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/task.h"

#include <array>

namespace vestnik {
namespace {

constexpr std::array<const char *, 8> kindNames{
    "export", "import", "backup", "restore", "retention", "check", "compact", "move"};
constexpr std::array<const char *, 6> stateNames{"queued", "running", "stopping", "done", "failed", "cancelled"};
constexpr std::array<const char *, 5> formatNames{"csv", "ndjson", "json", "html", "xlsx"};

} // namespace

TaskKind taskKindOf(const TaskSpec &spec)
{
    // The alternatives stand in the order of the kinds.
    return static_cast<TaskKind>(spec.index());
}

QString taskKindName(TaskKind kind)
{
    return QString::fromLatin1(kindNames.at(static_cast<std::size_t>(kind)));
}

QString taskStateName(TaskState state)
{
    return QString::fromLatin1(stateNames.at(static_cast<std::size_t>(state)));
}

QString exportFormatName(ExportFormat format)
{
    return QString::fromLatin1(formatNames.at(static_cast<std::size_t>(format)));
}

std::optional<ExportFormat> exportFormatFromName(const QString &name)
{
    for (std::size_t i = 0; i < formatNames.size(); ++i) {
        if (name.compare(QLatin1String(formatNames[i]), Qt::CaseInsensitive) == 0) {
            return static_cast<ExportFormat>(i);
        }
    }
    return std::nullopt;
}

std::optional<ExportFormat> exportFormatOfFile(const QString &path)
{
    const QString end = path.section(QLatin1Char('.'), -1).toLower();
    if (end == QLatin1String("jsonl")) {
        return ExportFormat::Ndjson;
    }
    return end == QLatin1String("htm") ? ExportFormat::Html : exportFormatFromName(end);
}

} // namespace vestnik
