// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/engine/enginefacade.h"

#include <array>

namespace vestnik {

QString schedulerStateName(SchedulerState state)
{
    static constexpr std::array<const char *, 5> names{"stopped", "starting", "running", "stopping", "failed"};
    return QString::fromLatin1(names.at(static_cast<std::size_t>(state)));
}

} // namespace vestnik
