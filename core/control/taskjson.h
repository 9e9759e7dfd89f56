// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/task.h"

#include <QJsonObject>

namespace vestnik {

/// The task that a request asks for: "kind" names it ("import", "backup", "restore", "retention", "check", "compact",
/// "move"), the other keys are those of its spec: source, folder, format, path, apply (retention: true removes), quick
/// (check), target. InvalidArgument with the key that is wrong. Exports are written by whoever asks for them.
[[nodiscard]] Result<TaskSpec> taskSpecFromJson(const QJsonObject &request);

/// {"posts_added":5, …, "path": …, "facts":[{"name","value","text"}]}: each name with the sum of its values, and all
/// one by one.
[[nodiscard]] QJsonObject reportToJson(const TaskReport &report);
/// The same, and {"task","kind","state","subject","done","total","error"}.
[[nodiscard]] QJsonObject taskToJson(const TaskRecord &record);

} // namespace vestnik
