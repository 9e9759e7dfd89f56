// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/enginefacade.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace vestnik {

class ElidedLabel;
class StartStopButton;
class UpcomingList;
class StateDot;

/// "State": the large Start/Stop with the word and the countdown, the going run with numbers, time left and Cancel, and
/// the next five runs.
class SchedulerCard final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SchedulerCard)

public:
    /// `engine` outlives it.
    explicit SchedulerCard(EngineFacade &engine, QWidget *parent = nullptr);

Q_SIGNALS:
    void pageRequested(const QString &pageId, const QVariant &what);

private:
    void follow();
    void tick();
    void showProgress();
    [[nodiscard]] QWidget *makeRunPart();

    EngineFacade &m_engine;
    StateDot *m_dot = nullptr;
    QLabel *m_word = nullptr;
    ElidedLabel *m_next = nullptr;
    StartStopButton *m_button = nullptr;
    QWidget *m_runPart = nullptr;
    ElidedLabel *m_runTitle = nullptr;
    QProgressBar *m_bar = nullptr;
    ElidedLabel *m_runNumbers = nullptr;
    ElidedLabel *m_runNow = nullptr;
    QPushButton *m_cancel = nullptr;
    ElidedLabel *m_idle = nullptr;
    UpcomingList *m_upcoming = nullptr;
    QTimer m_timer;
    RunProgress m_progress;
};

} // namespace vestnik
