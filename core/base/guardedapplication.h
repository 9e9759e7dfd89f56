// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/loopguard.h"

#include <QEvent>

namespace vestnik {

/// QCoreApplication or QApplication whose event delivery LoopGuard can time. Used once, by `app` and by tests.
template<typename Application>
class GuardedApplication final : public Application {
public:
    using Application::Application;

    bool notify(QObject *receiver, QEvent *event) override
    {
        LoopGuard::eventBegins();
        const bool handled = Application::notify(receiver, event);
        LoopGuard::eventEnds();
        return handled;
    }
};

} // namespace vestnik
