// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/channelnames.h"

namespace vestnik {

bool isChannelName(const QString &name)
{
    Q_UNUSED(name)
    return false;
}

QList<NameFinding> findChannelNames(const QString &text)
{
    Q_UNUSED(text)
    return {};
}

} // namespace vestnik
