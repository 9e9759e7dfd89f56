// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/task.h"

#include <QCoreApplication>

namespace vestnik {

/// Rules of retention in words. GUI thread.
class RuleTexts {
    Q_DECLARE_TR_FUNCTIONS(vestnik::RuleTexts)

public:
    /// For a cell: "for ever", "365 days", "365 days, newest 1,000".
    [[nodiscard]] static QString brief(const RetentionRule &rule);
    /// What goes by this rule, in a sentence.
    [[nodiscard]] static QString sentence(const RetentionRule &rule);
};

} // namespace vestnik
