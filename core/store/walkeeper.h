// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QTimer>

namespace vestnik {

class Database;
class ReadPool;

/// Housekeeping after writes, without making the writer wait. When the write-ahead log has grown, a pool thread moves
/// it into the file. When writes pause, stored texts enter the index in portions of a few milliseconds; what a program
/// that was killed left behind, too. Lives on the writer's thread, owned by the engine; connection and pool outlive it.
class WalKeeper final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WalKeeper)

public:
    /// `threshold`: bytes of log from which it works.
    explicit WalKeeper(Database &writer, ReadPool &pool, qint64 threshold = 24'000'000, QObject *parent = nullptr);

    /// To be called after writes; costs one look at a file's size.
    void noteWrite();

Q_SIGNALS:
    /// A checkpoint ended; `pagesLeft` are still in the log, -1 after an error.
    void checkpointed(qint64 pagesLeft);
    /// All stored texts are in the index.
    void indexed();

private:
    void keepLogShort();
    void indexPortion();

    Database &m_writer;
    ReadPool &m_pool;
    qint64 m_threshold;
    bool m_busy = false;
    QTimer m_pause; ///< runs out when nothing was written for a moment
};

} // namespace vestnik
