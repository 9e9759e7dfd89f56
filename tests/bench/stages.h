// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/loopguard.h"
#include "core/base/result.h"
#include "core/base/taskscope.h"
#include "core/net/httpclient.h"
#include "core/source/webpreview/previewpage.h"
#include "tests/bench/measure.h"

#include <QObject>
#include <QUrl>

#include <memory>

namespace vestnik::bench {

/// What a benchmark reads, and what must be stored afterwards.
struct Subject {
    QUrl server;
    QStringList channels;
    QList<QByteArray> targets; ///< pages, channel by channel, newest first
    QHash<QString, qint64> posts; ///< by channel; an album is one
    qint64 postsTotal = 0;
};

/// Asks for pages, six at a time as the client allows, and keeps them. Lives on the main thread.
class Download final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Download)

public:
    explicit Download(const Subject &subject);

    /// Waits for all pages. The posts of the cost are the subject's.
    [[nodiscard]] Result<Cost> run();
    [[nodiscard]] const QList<QByteArray> &pages() const { return m_pages; }

Q_SIGNALS:
    void finished();

private:
    [[nodiscard]] QCoro::Task<> work();

    const Subject m_subject;
    SystemClock m_clock;
    HttpClient m_client;
    TaskScope m_tasks;
    QList<QByteArray> m_pages;
    qsizetype m_next = 0;
    Error m_error;
};

struct Parsed {
    Cost cost;
    QList<PreviewPage> pages;
};

/// On this thread alone.
[[nodiscard]] Parsed parseAll(const QList<QByteArray> &pages);

struct Stored {
    Cost posts; ///< writing the posts
    Cost indexed; ///< and then entering all texts into the index
};

/// Into a new database, a page a transaction.
[[nodiscard]] Result<Stored> storeAll(const QList<PreviewPage> &pages, qint64 expected);

/// The whole way with a real engine on a new data directory: channels added, everything read. Checks what is stored.
[[nodiscard]] Result<Stored> readEverything(const Subject &subject, const std::shared_ptr<LoopGuard> &guard);

} // namespace vestnik::bench
