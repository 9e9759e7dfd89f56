// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/enginefacade.h"

#include <QCoreApplication>
#include <QList>

namespace vestnik {

/// One thing that waits for the operator, with the one button that helps.
struct AttentionItem {
    enum class Fix { Retry, OpenChannel, OpenSettings, OpenDiagnostics, None };

    bool bad = true; ///< false: a warning that passes by itself
    QString title; ///< what
    QString reason; ///< why, and what to do
    Fix fix = Fix::None;
    ChannelId channel = 0; ///< for Retry and OpenChannel

    [[nodiscard]] bool operator==(const AttentionItem &) const = default;
};

/// Finds what needs attention. Pure; GUI thread because of its texts.
class Attention {
    Q_DECLARE_TR_FUNCTIONS(vestnik::Attention)

public:
    /// The gravest first: store, scheduler, hosts, then failing channels, the longest failing first. `now`: ms UTC.
    [[nodiscard]] static QList<AttentionItem> find(
        const EngineStatus &status, const QList<ChannelRow> &failing, qint64 now);
    /// True if another attempt can help, as against a name that will never have a preview.
    [[nodiscard]] static bool canRetry(ErrorCode code);
};

} // namespace vestnik
