// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/task.h"

#include <QWidget>

class QAction;
class QCheckBox;
class QLabel;
class QPushButton;
class QTableWidget;
class QVBoxLayout;

namespace vestnik {

class EngineFacade;
class RuleEditor;
class TaskProgress;
class TaskStarter;

/// How long posts are kept: the general rule, a preview that counts, and the removal, which needs a fresh preview and
/// makes a backup first. GUI thread.
class RetentionCard final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RetentionCard)

public:
    /// `engine` and `starter` outlive it.
    RetentionCard(EngineFacade &engine, TaskStarter &starter, QWidget *parent = nullptr);

    /// What is in force. What the user is editing stays.
    void setRetention(const RetentionSettings &retention);
    /// Rules of channels or posts changed: what was counted does not hold any more.
    void forgetPreview();
    [[nodiscard]] QList<QAction *> actions() const { return {m_preview}; }

Q_SIGNALS:
    /// The general rule was stored.
    void ruleChanged();

private:
    enum class Step { None, Counting, BackingUp, Removing };

    void makePreview(QVBoxLayout *layout);
    void preview();
    void count();
    void removeNow();
    void startRemoval();
    void follow(Step step, const TaskSpec &spec);
    void onEnded(const TaskRecord &task);
    void showCounts(const TaskReport &report);
    void setRule(const RetentionRule &rule);
    void enable();

    EngineFacade &m_engine;
    TaskStarter &m_starter;
    RetentionSettings m_retention;
    QAction *m_preview = nullptr;
    RuleEditor *m_editor = nullptr;
    QPushButton *m_previewButton = nullptr;
    TaskProgress *m_progress = nullptr;
    QWidget *m_result = nullptr;
    QLabel *m_total = nullptr;
    QTableWidget *m_table = nullptr;
    QCheckBox *m_backup = nullptr;
    QPushButton *m_remove = nullptr;
    QLabel *m_state = nullptr;
    Step m_step = Step::None;
    qint64 m_toRemove = -1; ///< of a fresh preview; -1 there is none
    bool m_edited = false;
    bool m_stale = false; ///< something changed while it was counted
};

} // namespace vestnik
