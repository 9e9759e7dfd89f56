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

/// {"task","kind","state","subject","done","total","facts":[{"name","value","text"}],"path","error"}.
[[nodiscard]] QJsonObject taskToJson(const TaskRecord &record);

} // namespace vestnik
