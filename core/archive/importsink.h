// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/base/taskcontrol.h"
#include "core/model/archivedpost.h"
#include "core/model/channel.h"
#include "core/model/task.h"
#include "core/store/importrepository.h"

#include <QHash>
#include <QList>
#include <QMap>

#include <functional>

namespace vestnik {

class Database;

/// A channel as a file names it.
struct ImportedChannel {
    QString username; ///< empty: only known by its number
    QString title;
    qint64 telegramId = 0; ///< bare id (positive), 0 unknown
    bool active = true; ///< whether a new one is read by the collector; one without a public name never is
};

/// Where the readers of all formats put what they find: gathers posts, stores what is missing in short transactions,
/// counts. One thread, that of the connection.
class ImportSink final {
public:
    ImportSink(Database &database, const ImportSpec &spec, qint64 now, const TaskControl &control)
        : m_database(database)
        , m_spec(spec)
        , m_now(now)
        , m_control(control)
    {
    }

    /// True for names that channels may come with: public ones, and "c/<number>" and "g/<number>".
    [[nodiscard]] static bool isKnownForm(const QString &name);

    [[nodiscard]] Result<void> begin();
    /// The row of a channel; made if it is not there. The title and the number go to a new channel only.
    [[nodiscard]] Result<ChannelId> channel(const ImportedChannel &channel);
    /// Takes a post; stores when enough have come. Cancelled if that was asked for.
    [[nodiscard]] Result<void> add(ChannelId channel, const ArchivedPost &post);
    [[nodiscard]] Result<void> flush();

    /// A place in the source that cannot be read: "line 17", "byte 100".
    void noteBroken(const QString &place);
    /// Something that was left out, or another fact; values of one name and text add up.
    void count(const QString &fact, qint64 value = 1, const QString &text = {});
    /// For the estimate of a total.
    void notePosition(qint64 bytes, qint64 size);
    void setTotal(qint64 posts) { m_total = posts; }
    [[nodiscard]] qint64 posts() const { return m_seen; }

    [[nodiscard]] TaskReport report() const;

    /// A transaction that waits while others write, up to a minute. For what does not go through add().
    [[nodiscard]] Result<void> write(const std::function<Result<void>()> &work);

private:
    [[nodiscard]] Result<void> storeWaiting();
    [[nodiscard]] Result<void> storeOf(ChannelId channel, const QList<ArchivedPost> &posts);
    [[nodiscard]] Result<void> complete(
        const QList<ArchivedPost> &posts, const QHash<MessageId, HeldMessage> &held, bool fresh);

    struct Counts {
        qint64 added = 0;
        qint64 known = 0;
        qint64 different = 0;
        qint64 completed = 0;
    };

    Database &m_database;
    const ImportSpec m_spec;
    const qint64 m_now;
    const TaskControl m_control;
    QHash<QString, ChannelId> m_byName; ///< lower case
    QHash<qint64, ChannelId> m_byNumber;
    QMap<ChannelId, QList<ArchivedPost>> m_waiting;
    qsizetype m_waitingPosts = 0;
    qsizetype m_waitingCharacters = 0;
    qint64 m_seen = 0;
    qint64 m_total = -1;
    qint64 m_channelsAdded = 0;
    Counts m_counts;
    Counts m_pending; ///< of the transaction that is being written
    qint64 m_broken = 0;
    QStringList m_brokenPlaces;
    QList<TaskFact> m_others;
};

} // namespace vestnik
