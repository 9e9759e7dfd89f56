// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/model/ids.h"
#include "core/model/post.h"

#include <QList>
#include <QMetaType>
#include <QString>

#include <optional>

namespace vestnik {

/// What a channel's page says about the channel. Absent counters are nullopt.
struct ChannelInfo {
    QString username; ///< as the page writes it, without '@'
    QString title;
    qint64 telegramId = 0; ///< bare id (positive), 0 unknown
    QString description;
    bool verified = false;
    QString photoUrl;
    std::optional<Count> subscribers;
    std::optional<Count> photos;
    std::optional<Count> videos;
    std::optional<Count> files;
    std::optional<Count> links;

    [[nodiscard]] bool operator==(const ChannelInfo &) const = default;
};

/// How the last attempt to read a channel ended.
enum class ChannelHealth {
    New, ///< never read
    Good,
    Waiting, ///< held back by the host's pace or by a pause
    Failing, ///< the last attempt failed; `error` says why
};

/// A channel in a user's list with all that the Channels page shows. A value: copied freely between threads.
struct ChannelRow {
    ChannelId id = 0;
    QString username; ///< without '@'
    QString title;
    QString folder; ///< empty: no folder
    bool active = true;
    bool parsing = false; ///< being read at this moment
    ChannelHealth health = ChannelHealth::New;
    Error error; ///< code None unless failing
    qint64 failingSince = 0; ///< ms UTC
    int failuresInRow = 0;
    qint64 postCount = 0;
    qint64 unreadCount = 0;
    qint64 lastPostAt = 0; ///< ms UTC
    qint64 lastParsedAt = 0; ///< ms UTC, the last success
    qint64 addedAt = 0; ///< ms UTC
    qint64 telegramId = 0;
    qint64 subscribers = -1; ///< -1 unknown
    bool verified = false;
    QString description;
    QString photoUrl;
    bool historyPending = false; ///< older history was asked for and is not complete
    bool historyComplete = false; ///< read back to the first message
    MessageId lowestRead = 0; ///< lowest message id that was read
    MessageId highestRead = 0;

    [[nodiscard]] bool operator==(const ChannelRow &) const = default;
};

/// A name found in text that an operator pasted.
struct ChannelDraft {
    QString username; ///< canonical, without '@'
    QString folder;

    [[nodiscard]] bool operator==(const ChannelDraft &) const = default;
};

/// What is to change in some channels; members that are not set stay.
struct ChannelPatch {
    std::optional<QString> folder;
    std::optional<bool> active;
    std::optional<QString> username; ///< after a rename; one channel only
};

struct AddedChannels {
    QList<ChannelRow> added; ///< new rows, and rows that were removed before and came back
    QList<QString> alreadyThere;
};

} // namespace vestnik

Q_DECLARE_METATYPE(vestnik::ChannelRow)
Q_DECLARE_METATYPE(QList<vestnik::ChannelRow>)
