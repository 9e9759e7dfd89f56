// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/completion.h"
#include "core/base/stop.h"
#include "core/store/postrepository.h"

#include <QObject>

#include <memory>

namespace vestnik {

class Database;

/// Stores pages in batches: one transaction for all that arrive within a few milliseconds, of all channels. A commit
/// for each page costs nearly twice as much. What waits here when the process is killed is read again by the next run,
/// because coverage is stored with the posts.
///
/// When the connection to the database is lost, pages stay here and are stored after it is back; it is tried again
/// after 1 s, 2 s, … 30 s. Memory is bounded because readers wait for their answers. A page whose reader is stopped
/// meanwhile is tried once more and then answered with DatabaseLost.
///
/// Lives on the engine thread, owned by the reader.
class PageQueue final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PageQueue)

public:
    static constexpr int longestWaitMs = 15;
    static constexpr int fullBatch = 16; ///< pages; then it stores at once
    static constexpr int firstRetryMs = 1'000;
    static constexpr int longestRetryMs = 30'000;

    using Stored = Completion<Result<StoredPage>>;

    PageQueue(Clock &clock, Database &database, QObject *parent = nullptr);
    ~PageQueue() override;

    /// Puts one page in line: its posts, and each range of ids that it covers (at least one). The answer always comes,
    /// within `longestWaitMs` unless the database is lost; a page that cannot be stored does not take the others of its
    /// batch with it. `isNewest`: it shows the channel's end completely. `stop`: of the reader that waits.
    [[nodiscard]] Stored add(ChannelId channel, const QList<Post> &posts, const QList<IdRange> &covered,
        bool isNewest = false, const StopToken &stop = {});

    /// Somebody waits for an answer: stores in the next turn of the loop.
    void hurry();

    /// Somebody else's statement found the connection lost.
    void noteLost(const Error &error);
    [[nodiscard]] bool isLost() const { return m_lost; }
    /// Delivers when the database answers again; at once if it does.
    [[nodiscard]] Completion<bool> whenBack();

Q_SIGNALS:
    /// The connection is lost, or was not back at `retryAt` before. `retryAt`: ms UTC of the next attempt.
    void lost(const vestnik::Error &error, qint64 retryAt);
    void back();

private:
    /// Makes the queue try at once when the reader of a page is stopped.
    class Wake;
    struct Waiting {
        QList<PageToStore> parts;
        Stored answer;
        StopToken stop;
        std::shared_ptr<Wake> wake; ///< while the database is lost
    };

    void work();
    void flush();
    void tryConnection();
    void keep(const QList<Waiting> &pages, const Error &error);
    void noteBack();
    [[nodiscard]] Result<StoredPage> storeAlone(const Waiting &page);

    Clock &m_clock;
    Database &m_database;
    QList<Waiting> m_waiting;
    QList<Completion<bool>> m_untilBack;
    bool m_lost = false;
    int m_retryMs = 0; ///< pause before the attempt that is to come
    std::unique_ptr<ClockAlarm> m_alarm;
};

} // namespace vestnik
