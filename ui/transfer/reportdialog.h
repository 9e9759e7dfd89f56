// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/task.h"

#include <QDialog>

namespace vestnik {

/// What a task found and did: the sentence, all facts, the file, and where it failed the advice and the technical
/// text. To be open()ed; deletes itself when closed.
class ReportDialog final : public QDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReportDialog)

public:
    explicit ReportDialog(const TaskRecord &task, QWidget *parent = nullptr);
};

} // namespace vestnik
