// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/enginefacade.h"

#include <QTimer>
#include <QWidget>

class QLabel;

namespace vestnik {

class ElidedLabel;
class StartStopButton;
class StateDot;

/// The top of the navigation, always visible: dot, word, countdown to the next run, one button.
class StateCard final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StateCard)

public:
    /// `engine` outlives the card.
    explicit StateCard(EngineFacade &engine, QWidget *parent = nullptr);

    void setCollapsed(bool collapsed);

private:
    void follow();
    void tick();

    EngineFacade &m_engine;
    StateDot *m_dot = nullptr;
    ElidedLabel *m_word = nullptr;
    ElidedLabel *m_next = nullptr;
    StartStopButton *m_button = nullptr;
    QTimer m_timer;
    bool m_collapsed = false;
};

} // namespace vestnik
