// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/collect/collector.h"
#include "core/store/channelrepository.h"
#include "core/store/database.h"
#include "core/store/reads.h"
#include "core/store/runrepository.h"
#include "tests/collect/fakesource.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <memory>

namespace vestnik {

inline constexpr qint64 dayMs = 24LL * 3600 * 1000;

/// A store, a source and a collector over them.
struct House {
    QTemporaryDir dir;
    SystemClock clock;
    OperatorLog log{QString()};
    FakeSource source;
    std::unique_ptr<Database> database;
    std::unique_ptr<Collector> collector;

    House()
    {
        DatabaseConfig config;
        config.path = dir.filePath(QStringLiteral("vestnik.db"));
        database = std::move(*Database::open(config));
        build();
    }
    /// As after a restart of the program.
    void build() { collector = std::make_unique<Collector>(clock, source, *database, log); }

    ChannelId add(const QString &name)
    {
        return ChannelRepository(*database).addChannels({{name, {}}}, clock.now())->added.first().id;
    }
    RunRecord run(const ParseRequest &request = {})
    {
        QSignalSpy finished(collector.get(), &Collector::runFinished);
        const Result<RunId> id = collector->start(request);
        if (!id || (finished.isEmpty() && !finished.wait(20'000))) {
            return {};
        }
        return finished.first().first().value<RunRecord>();
    }
    QList<MessageId> stored(ChannelId channel)
    {
        PostQuery query;
        query.channels = {channel};
        QList<MessageId> ids;
        (void)readPostsFull(*database, query, 0, [&ids](const Post &post) {
            ids.append(post.messageId);
            return true;
        });
        std::sort(ids.begin(), ids.end());
        return ids;
    }
    RunChannel rowOf(RunId run, ChannelId channel)
    {
        const QList<RunChannel> rows = *RunRepository(*database).channelsOf(run);
        for (const RunChannel &row : rows) {
            if (row.channelId == channel) {
                return row;
            }
        }
        return {};
    }
};

inline QList<MessageId> numbers(MessageId from, MessageId to)
{
    QList<MessageId> ids;
    for (MessageId id = from; id <= to; ++id) {
        ids.append(id);
    }
    return ids;
}

} // namespace vestnik
