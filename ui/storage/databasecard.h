// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/task.h"

#include <QWidget>

class QAction;
class QGridLayout;
class QLabel;
class QPushButton;

namespace vestnik {

class EngineFacade;
class IconLabel;
class TaskProgress;
class TaskStarter;

/// Where the posts are stored, how much room they take and leave; check, compact, open the folder. GUI thread.
class DatabaseCard final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DatabaseCard)

public:
    /// `engine` and `starter` outlive it.
    DatabaseCard(EngineFacade &engine, TaskStarter &starter, QWidget *parent = nullptr);

    void setFacts(const StorageFacts &facts);
    /// The numbers could not be read.
    void clearFacts();
    [[nodiscard]] QList<QAction *> actions() const { return {m_quick, m_thorough, m_compactAction, m_openAction}; }
    /// True when so little is free that writing may soon fail.
    [[nodiscard]] static bool isNearlyFull(const StorageFacts &facts);

private:
    void makeActions();
    QLabel *addFact(QGridLayout *grid, const QString &label, const char *name);
    void run(const TaskSpec &spec);
    void enable();
    void askHow();

    EngineFacade &m_engine;
    TaskStarter &m_starter;
    StorageFacts m_facts;
    QLabel *m_address = nullptr;
    QLabel *m_server = nullptr;
    QLabel *m_size = nullptr;
    QLabel *m_free = nullptr;
    QLabel *m_posts = nullptr;
    QLabel *m_waiting = nullptr;
    QLabel *m_waitingLabel = nullptr;
    QWidget *m_warning = nullptr;
    QLabel *m_warningText = nullptr;
    QPushButton *m_check = nullptr;
    QPushButton *m_compact = nullptr;
    QPushButton *m_open = nullptr;
    QAction *m_quick = nullptr;
    QAction *m_thorough = nullptr;
    QAction *m_compactAction = nullptr;
    QAction *m_openAction = nullptr;
    TaskProgress *m_progress = nullptr;
};

} // namespace vestnik
