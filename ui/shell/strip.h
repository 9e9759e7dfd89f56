// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/enginefacade.h"
#include "ui/widgets/theme.h"

#include <QFrame>
#include <QTimer>

class QLabel;

namespace vestnik {

class IconLabel;

/// The calm strip under the page header while something holds the work up: the store, the engine, a host. Hidden
/// otherwise.
class Strip final : public QFrame {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Strip)

public:
    /// `engine` outlives it.
    explicit Strip(EngineFacade &engine, QWidget *parent = nullptr);

Q_SIGNALS:
    /// The user wants to know more.
    void detailsRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void follow();

    EngineFacade &m_engine;
    IconLabel *m_icon = nullptr;
    QLabel *m_text = nullptr;
    QTimer m_timer;
    Theme::Role m_role = Theme::Role::Warning;
};

} // namespace vestnik
