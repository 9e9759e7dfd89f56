// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/task.h"

#include <QWidget>

class QAction;
class QLabel;
class QPushButton;
class QSettings;
class QVBoxLayout;

namespace vestnik {

class EngineFacade;
class TaskProgress;
class TaskStarter;

/// Backups: make one, make one elsewhere, go back to one; the last ones. GUI thread.
class BackupCard final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BackupCard)

public:
    static constexpr int shownBackups = 5;

    /// `engine`, `starter` and `settings` (window.ini: the last folder) outlive it.
    BackupCard(EngineFacade &engine, TaskStarter &starter, QSettings &settings, QWidget *parent = nullptr);

    [[nodiscard]] QList<QAction *> actions() const { return {m_now, m_to, m_restore}; }
    /// Says what restoring this file will do and asks for a yes.
    void askToRestore(const QString &path);

private:
    void makeActions();
    void makeConfirmation(QVBoxLayout *layout);
    void chooseTarget();
    void chooseSource();
    void run(const TaskSpec &spec);
    void showLast();
    void enable();

    EngineFacade &m_engine;
    TaskStarter &m_starter;
    QSettings &m_settings;
    QAction *m_now = nullptr;
    QAction *m_to = nullptr;
    QAction *m_restore = nullptr;
    QList<QPushButton *> m_buttons;
    TaskProgress *m_progress = nullptr;
    QWidget *m_confirmation = nullptr;
    QLabel *m_question = nullptr;
    QPushButton *m_yes = nullptr;
    QString m_source;
    QWidget *m_last = nullptr;
    QVBoxLayout *m_lastLines = nullptr;
    QList<TaskId> m_shown;
};

} // namespace vestnik
