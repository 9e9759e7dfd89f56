// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/completion.h"
#include "core/store/postrepository.h"

#include <QObject>

#include <memory>

namespace vestnik {

class Database;

/// Stores pages in batches: one transaction for all that arrive within a few milliseconds, of all channels. A commit
/// for each page costs nearly twice as much. What waits here when the process is killed is read again by the next run,
/// because coverage is stored with the posts. Lives on the engine thread, owned by the reader.
class PageQueue final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PageQueue)

public:
    static constexpr int longestWaitMs = 15;
    static constexpr int fullBatch = 16; ///< pages; then it stores at once

    using Stored = Completion<Result<StoredPage>>;

    PageQueue(Clock &clock, Database &database, QObject *parent = nullptr);

    /// Puts one page in line: its posts, and each range of ids that it covers (at least one). The answer always comes,
    /// within `longestWaitMs`. `isNewest`: it shows the channel's end completely. A page that cannot be stored does not
    /// take the others of its batch with it.
    [[nodiscard]] Stored add(
        ChannelId channel, const QList<Post> &posts, const QList<IdRange> &covered, bool isNewest = false);

    /// Somebody waits for an answer: stores in the next turn of the loop.
    void hurry();

private:
    struct Waiting {
        QList<PageToStore> parts;
        Stored answer;
    };

    void flush();
    [[nodiscard]] Result<StoredPage> storeAlone(const Waiting &page);

    Clock &m_clock;
    Database &m_database;
    QList<Waiting> m_waiting;
    std::unique_ptr<ClockAlarm> m_alarm;
};

} // namespace vestnik
