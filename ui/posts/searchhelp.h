// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/searchquery.h"

#include <QFrame>

namespace vestnik {

/// A sentence about a part of a query that was not understood.
[[nodiscard]] QString searchProblemText(const SearchProblem &problem);

/// What can be typed into the search field, with examples that can be clicked. Shown as a popup, deletes itself when
/// closed. GUI thread.
class SearchHelp final : public QFrame {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SearchHelp)

public:
    explicit SearchHelp(QWidget *parent);

    /// Below `anchor`, right edges together.
    void popup(const QWidget *anchor);

Q_SIGNALS:
    void exampleChosen(const QString &typed);
};

} // namespace vestnik
