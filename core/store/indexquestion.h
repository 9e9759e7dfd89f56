// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>

#include <functional>
#include <optional>

#include "core/model/ids.h"
#include "core/model/searchquery.h"
#include "core/store/textindex.h"

namespace vestnik {

/// What the index of texts can say about a term: it finds at least all that match, exactly these if `exact`.
struct IndexQuestion {
    std::optional<IndexQuery> base; ///< without: everything
    QList<IndexQuery> excluded; ///< to be taken from the base
    bool exact = true;
    std::optional<IndexQuery> sure; ///< if not exact: what it finds matches in any case
    bool nothing = false; ///< nothing can match
};

/// The channels that a filter names.
using ChannelsOf = std::function<QList<ChannelId>(const SearchNode &filter)>;

[[nodiscard]] IndexQuestion indexQuestion(const SearchNode &node, const ChannelsOf &channelsOf);

/// All of `terms` without what `excluded` finds; nothing if there is neither.
[[nodiscard]] std::optional<IndexQuery> united(const QList<IndexQuery> &terms, const QList<IndexQuery> &excluded);
/// Posts with one of the marks; `marks` is not empty.
[[nodiscard]] IndexQuery anyMark(const QList<QByteArray> &marks);

} // namespace vestnik
