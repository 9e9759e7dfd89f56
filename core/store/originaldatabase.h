// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/model/ids.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <memory>

namespace vestnik {

struct OriginalUser {
    QString name; ///< username, else first and last name, else the number
    qint64 telegramId = 0;
};

struct OriginalChannel {
    qint64 id = 0; ///< row of the original
    QString username; ///< without '@'; may be empty
    QString title;
    qint64 telegramId = 0; ///< bare id (positive), 0 unknown
    bool active = false; ///< some user of the original reads it
};

/// One message, whoever of its users had read it.
struct OriginalPost {
    qint64 channel = 0; ///< row of the original
    MessageId messageId = 0;
    QString text;
    qint64 views = -1;
    qint64 postedAt = 0; ///< ms UTC, 0 unknown
    QStringList tags;
    bool enriched = false; ///< has the text of an article, which is not read
};

struct OriginalCount {
    QString table;
    qint64 rows = 0;
};

/// Reads the database of the Python parser service: an SQLite file or a PostgreSQL server, never writing. Lives on one
/// thread. Times without a zone are UTC. Users' secrets (api_id, api_hash, phone_number) are not read.
class OriginalDatabase final {
public:
    /// `source`: a file, or postgresql://user:password@host:port/name. Errors: FileFailed (no such file, not such a
    /// database), DatabaseOpenFailed (server; the subject has no password).
    [[nodiscard]] static Result<std::unique_ptr<OriginalDatabase>> open(const QString &source);
    /// True for what open() takes as the address of a server.
    [[nodiscard]] static bool isServer(const QString &source);
    ~OriginalDatabase();

    /// Where it is, without a password.
    [[nodiscard]] const QString &subject() const { return m_subject; }
    [[nodiscard]] Result<QList<OriginalUser>> users();
    [[nodiscard]] Result<QList<OriginalChannel>> channels();
    /// Finds the messages; returns how many rows hold them (one for each user that had read it). Takes memory for
    /// their numbers only.
    [[nodiscard]] Result<qint64> findPosts();
    /// The next messages, ordered by channel and number; empty at the end. Rows without a number are left out.
    [[nodiscard]] Result<QList<OriginalPost>> nextPosts(int atMost);
    /// Rows in the tables that nothing is taken from.
    [[nodiscard]] Result<QList<OriginalCount>> otherTables();

private:
    class Private;
    OriginalDatabase();
    Q_DISABLE_COPY_MOVE(OriginalDatabase)

    QString m_subject;
    std::unique_ptr<Private> d;
};

} // namespace vestnik
