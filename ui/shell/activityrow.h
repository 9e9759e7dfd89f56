// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/task.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace vestnik {

class ElidedLabel;
class IconLabel;

/// One task in the panel of activities.
class ActivityRow final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ActivityRow)

public:
    explicit ActivityRow(const TaskRecord &task, QWidget *parent = nullptr);

    void showTask(const TaskRecord &task);
    [[nodiscard]] TaskId task() const { return m_task.id; }

Q_SIGNALS:
    void cancelRequested(vestnik::TaskId task);
    void openRequested(const QString &path);
    void folderRequested(const QString &path);
    void reportRequested(const vestnik::TaskRecord &task);

private:
    TaskRecord m_task;
    IconLabel *m_icon = nullptr;
    ElidedLabel *m_title = nullptr;
    QLabel *m_when = nullptr;
    QProgressBar *m_bar = nullptr;
    QLabel *m_text = nullptr;
    QPushButton *m_cancel = nullptr;
    QPushButton *m_open = nullptr;
    QPushButton *m_folder = nullptr;
    QPushButton *m_details = nullptr;
};

} // namespace vestnik
