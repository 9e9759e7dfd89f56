// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/enginefacade.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace vestnik {

class IconLabel;

/// Says that the scheduler does not run, with the button that starts it; hidden while it runs. GUI thread; the engine
/// outlives it.
class StoppedStrip final : public QFrame {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StoppedStrip)

public:
    StoppedStrip(EngineFacade &engine, QWidget *parent);

    void follow(const EngineStatus &status);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    EngineFacade &m_engine;
    IconLabel *m_icon;
    QLabel *m_text;
    QPushButton *m_start;
};

} // namespace vestnik
