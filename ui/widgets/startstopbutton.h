// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/enginefacade.h"
#include "ui/widgets/theme.h"

#include <QPushButton>

#include <optional>

namespace vestnik {

/// The one button of the scheduler: Start while it stands, Stop while it runs. Follows the engine by itself.
class StartStopButton final : public QPushButton {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StartStopButton)

public:
    /// `engine` outlives the button.
    explicit StartStopButton(EngineFacade &engine, QWidget *parent = nullptr);

    /// Only the icon, for narrow places; the word stays in the tooltip and the accessible name.
    void setCompact(bool compact);

    /// Colour that belongs to a state; nullopt for Stopped and while the store is being opened.
    [[nodiscard]] static std::optional<Theme::Role> role(const EngineFacade &engine);
    /// The word beside the dot: the state, or what the engine is doing instead.
    [[nodiscard]] static QString word(const EngineFacade &engine);
    /// The engine has just been started and is opening its store.
    [[nodiscard]] static bool isOpening(const EngineFacade &engine);

private:
    void follow(const EngineStatus &status);
    void press();

    EngineFacade &m_engine;
    bool m_compact = false;
};

} // namespace vestnik
