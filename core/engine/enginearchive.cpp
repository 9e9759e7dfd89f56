// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The archive's commands; the rest is in enginecommands.cpp.

#include "core/engine/engine.h"

namespace vestnik {

Result<void> Engine::setStarred(const QList<PostId> &, bool)
{
    return failure(ErrorCode::Internal);
}

Result<void> Engine::setNote(PostId, const QString &)
{
    return failure(ErrorCode::Internal);
}

Result<void> Engine::changeTags(const QList<PostId> &, const QStringList &, const QStringList &)
{
    return failure(ErrorCode::Internal);
}

Result<void> Engine::renameTag(TagId, const QString &)
{
    return failure(ErrorCode::Internal);
}

Result<QList<PostId>> Engine::removeTag(TagId)
{
    return failure(ErrorCode::Internal);
}

Result<SavedSearch> Engine::saveSearch(const SavedSearch &)
{
    return failure(ErrorCode::Internal);
}

Result<void> Engine::removeSavedSearch(qint64)
{
    return failure(ErrorCode::Internal);
}

Result<TaskId> Engine::startTask(const TaskSpec &)
{
    return failure(ErrorCode::Internal);
}

Result<void> Engine::setRetention(const RetentionRule &)
{
    return failure(ErrorCode::Internal);
}

Result<void> Engine::setChannelRetention(const QList<ChannelId> &, const std::optional<RetentionRule> &)
{
    return failure(ErrorCode::Internal);
}

void Engine::cancelTask(TaskId) { }

void Engine::probeDatabase(const QString &, std::function<void(Result<DatabaseProbe>)> done)
{
    done(failure(ErrorCode::Internal));
}

void Engine::switchDatabase(const QString &, std::function<void(Result<void>)> done)
{
    done(failure(ErrorCode::Internal));
}

} // namespace vestnik
