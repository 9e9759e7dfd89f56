// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/stages.h"

#include "core/base/datadir.h"
#include "core/engine/enginelink.h"
#include "core/source/webpreview/previewparser.h"
#include "core/store/channelrepository.h"
#include "core/store/database.h"
#include "core/store/postrepository.h"

#include <QDateTime>
#include <QSignalSpy>
#include <QTemporaryDir>

namespace vestnik::bench {

namespace {

constexpr int longestMs = 600'000;
/// Texts that enter the index at once, as the engine does it.
constexpr int indexPortion = 128;

tl::unexpected<Error> wrongNumber(const QString &what, qint64 found, qint64 expected)
{
    return failure(ErrorCode::Internal, QStringLiteral("%1: %2 instead of %3").arg(what).arg(found).arg(expected));
}

Result<void> indexAll(Database &database)
{
    while (true) {
        const Result<qint64> left = PostRepository(database).indexWaiting(indexPortion);
        if (!left) {
            return failure(left.error());
        }
        if (*left == 0) {
            return {};
        }
    }
}

/// Every post once, channel by channel.
Result<void> checkStore(Database &database, const Subject &subject)
{
    for (const QString &channel : subject.channels) {
        const qint64 expected = subject.posts.value(channel);
        const QString from =
            QStringLiteral(" FROM posts WHERE channel_id = (SELECT id FROM channels WHERE username = ?)");
        for (const QString &what : {QStringLiteral("count(*)"), QStringLiteral("count(DISTINCT message_id)")}) {
            const Result<qint64> found = database.number(QStringLiteral("SELECT ") + what + from, {channel});
            if (!found) {
                return failure(found.error());
            }
            if (*found != expected) {
                return wrongNumber(what + QStringLiteral(" of ") + channel, *found, expected);
            }
        }
    }
    return {};
}

/// What the engine stored, seen by another connection after the engine has gone.
Result<Cost> finishStore(const QString &file, const Subject &subject)
{
    const Result<std::unique_ptr<Database>> database = Database::open(DatabaseConfig{file, false});
    if (!database) {
        return failure(database.error());
    }
    const Meter meter;
    if (const Result<void> indexed = indexAll(**database); !indexed) {
        return failure(indexed.error());
    }
    const Cost cost = meter.cost(subject.postsTotal);
    if (const Result<void> right = checkStore(**database, subject); !right) {
        return failure(right.error());
    }
    return cost;
}

EngineSetup setupFor(const DataDir &dir, const QUrl &server)
{
    EngineSetup setup;
    setup.dataDir = dir.path();
    setup.databaseFile = dir.databaseFile();
    setup.logFile = dir.logFile();
    setup.cacheDir = dir.cacheDir();
    (void)setup.settings.fix(SettingId::PreviewUrl, server.toString());
    (void)setup.settings.fix(SettingId::PreviewPace, 0);
    (void)setup.settings.fix(SettingId::ProxyKind, QStringLiteral("none"));
    (void)setup.settings.fix(SettingId::StartScheduler, false);
    return setup;
}

} // namespace

Download::Download(const Subject &subject)
    : m_subject(subject)
    , m_client(m_clock)
    , m_pages(subject.targets.size())
{
    ProxySettings proxy;
    proxy.kind = ProxySettings::Kind::None;
    m_client.setProxy(proxy);
    m_client.setPace(0, 1);
    m_tasks.setOnIdle([this] { QMetaObject::invokeMethod(this, &Download::finished, Qt::QueuedConnection); });
}

QCoro::Task<> Download::work()
{
    while (m_next < m_subject.targets.size() && m_error.code == ErrorCode::None) {
        const qsizetype at = m_next++;
        const HttpRequest request(m_subject.server.resolved(QUrl::fromEncoded(m_subject.targets.at(at))));
        const StopToken never;
        const Result<HttpResponse> response = co_await m_client.get(request, never);
        if (response) {
            m_pages[at] = response->body;
        } else {
            m_error = response.error();
        }
    }
}

Result<Cost> Download::run()
{
    QSignalSpy ended(this, &Download::finished);
    const Meter meter;
    for (int i = 0; i < HttpClient::placesPerHost; ++i) {
        m_tasks.spawn(work());
    }
    if (!ended.wait(longestMs)) {
        return failure(ErrorCode::TimedOut, QStringLiteral("download"));
    }
    if (m_error.code != ErrorCode::None) {
        return failure(m_error);
    }
    return meter.cost(m_subject.postsTotal);
}

Parsed parseAll(const QList<QByteArray> &pages)
{
    Parsed parsed;
    parsed.pages.reserve(pages.size());
    qint64 posts = 0;
    const Meter meter;
    for (const QByteArray &page : pages) {
        parsed.pages.append(parsePreviewPage(page, QString()));
        posts += parsed.pages.last().posts.size();
    }
    parsed.cost = meter.cost(posts);
    return parsed;
}

Result<Stored> storeAll(const QList<PreviewPage> &pages, qint64 expected)
{
    QTemporaryDir dir;
    const Result<std::unique_ptr<Database>> opened =
        Database::open(DatabaseConfig{dir.filePath(QStringLiteral("bench.db")), false});
    if (!opened) {
        return failure(opened.error());
    }
    Database &database = **opened;
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    QHash<QString, ChannelId> ids;
    for (const PreviewPage &page : pages) {
        if (!ids.contains(page.info.username)) {
            const QList<ChannelDraft> drafts{ChannelDraft{page.info.username, QString()}};
            const Result<AddedChannels> added = ChannelRepository(database).addChannels(drafts, now);
            if (!added) {
                return failure(added.error());
            }
            ids.insert(page.info.username, added->added.first().id);
        }
    }
    Stored stored;
    qint64 posts = 0;
    PostRepository repository(database);
    const Meter meter;
    for (const PreviewPage &page : pages) {
        const IdRange covered{page.posts.first().messageId, page.posts.last().lastMessageId()};
        const Result<StoredPage> done = repository.storePage(ids.value(page.info.username), page.posts, covered, now);
        if (!done) {
            return failure(done.error());
        }
        posts += done->added;
    }
    stored.posts = meter.cost(posts);
    if (posts != expected) {
        return wrongNumber(QStringLiteral("stored posts"), posts, expected);
    }
    if (const Result<void> indexed = indexAll(database); !indexed) {
        return failure(indexed.error());
    }
    stored.indexed = meter.cost(posts);
    return stored;
}

Result<Stored> readEverything(const Subject &subject, const std::shared_ptr<LoopGuard> &guard)
{
    const QTemporaryDir folder;
    const DataDir dir(folder.path());
    Stored stored;
    RunRecord record;
    {
        EngineLink link(setupFor(dir, subject.server), guard);
        QObject context;
        QSignalSpy ready(&link, &EngineLink::ready);
        link.start();
        if (!ready.wait(longestMs)) {
            return failure(ErrorCode::TimedOut, QStringLiteral("engine"));
        }
        QSignalSpy ended(&link, &EngineLink::runFinished);
        QList<ChannelDraft> drafts;
        for (const QString &channel : subject.channels) {
            drafts.append({channel, QString()});
        }
        const Meter meter;
        link.addChannels(drafts, &context, {});
        ParseRequest request;
        request.history.kind = HistoryGoal::Kind::All;
        link.parse(request, &context, {});
        if (!ended.wait(longestMs)) {
            return failure(ErrorCode::TimedOut, QStringLiteral("run"));
        }
        stored.posts = meter.cost(subject.postsTotal);
        record = ended.first().first().value<RunRecord>();
        QSignalSpy drained(&link, &EngineLink::drained);
        link.shutDown();
        if (!drained.wait(longestMs)) {
            return failure(ErrorCode::TimedOut, QStringLiteral("shutdown"));
        }
    }
    if (record.status != RunStatus::Done) {
        return failure(ErrorCode::Internal, QStringLiteral("run ") + runStatusName(record.status));
    }
    if (record.postsAdded != subject.postsTotal) {
        return wrongNumber(QStringLiteral("posts added"), record.postsAdded, subject.postsTotal);
    }
    const Result<Cost> rest = finishStore(dir.databaseFile(), subject);
    if (!rest) {
        return failure(rest.error());
    }
    stored.indexed = stored.posts + *rest;
    return stored;
}

} // namespace vestnik::bench
