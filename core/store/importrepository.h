// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/model/archivedpost.h"

#include <QHash>
#include <QList>

namespace vestnik {

class Database;

/// A stored post that holds a message which is to be imported.
struct HeldMessage {
    PostId id = 0;
    QString text;
    bool album = false; ///< the message is one of several in it
};

/// What an import adds beside posts. Lives on the thread of its connection; no state. Meant to run inside the
/// transaction that stores the posts.
class ImportRepository final {
public:
    explicit ImportRepository(Database &database)
        : m_database(database)
    {
    }

    /// Which of the messages a channel has already; members of albums too.
    [[nodiscard]] Result<QHash<MessageId, HeldMessage>> held(ChannelId channel, const QList<MessageId> &messages);
    /// Attaches what is not there yet: a star, tags (a name that is too long is cut), a note; to a `fresh` post also
    /// its earlier texts and its deletion. Returns true if anything was added.
    [[nodiscard]] Result<bool> attach(PostId post, const PostExtras &extras, bool fresh, qint64 now);
    /// A user row, known by Telegram's number; false if there is one.
    [[nodiscard]] Result<bool> addUser(const QString &name, qint64 telegramId, qint64 now);

private:
    Database &m_database;
};

} // namespace vestnik
