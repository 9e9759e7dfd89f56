// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/rules/sourcetree.h"

#include <functional>

namespace vestnik::rules {

/// A place that breaks a rule.
struct Finding {
    QString path;
    int line = 0;
    QString what;

    [[nodiscard]] QString text() const { return QStringLiteral("%1:%2: %3").arg(path).arg(line).arg(what); }
};

/// A rule of the house. `look` is given the whole tree, because some rules count over all files.
struct Rule {
    const char *name;
    const char *why;
    std::function<QList<Finding>(const QList<SourceFile> &)> look;
};

[[nodiscard]] const QList<Rule> &houseRules();

} // namespace vestnik::rules
