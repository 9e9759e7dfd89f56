// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/demo/demoworld.h"
#include "app/demo/previewserver.h"
#include "core/engine/enginelink.h"
#include "core/store/readpool.h"
#include "tests/store/testserver.h"

#include <QDateTime>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace vestnik::test {

/// Secrets go to files: a keychain knows one engine in a process, here there are several.
inline void useNoKeychain()
{
    qunsetenv("DBUS_SESSION_BUS_ADDRESS");
    qunsetenv("XDG_RUNTIME_DIR");
}

/// One for all houses that stand at a time.
inline std::shared_ptr<LoopGuard> guardOfThread()
{
    static std::weak_ptr<LoopGuard> known;
    std::shared_ptr<LoopGuard> guard = known.lock();
    if (!guard) {
        guard = LoopGuard::watch(QStringLiteral("main"));
        known = guard;
    }
    return guard;
}

/// A data directory, a stand-in of the web preview on this thread, and an engine over a store of the kind that this run
/// of the test is for.
struct ArchiveHouse {
    QTemporaryDir dir;
    std::unique_ptr<ServerSchema> schema; ///< with PostgreSQL
    PreviewServer server;
    std::shared_ptr<LoopGuard> guard = guardOfThread();
    std::unique_ptr<EngineLink> link;
    QHash<TaskId, QList<TaskRecord>> told;

    explicit ArchiveHouse(int channels = 3, int posts = 40)
        : schema(usesPostgres() ? std::make_unique<ServerSchema>() : nullptr)
        , server(makeBulkSite(channels, posts))
    {
        (void)server.listen();
        build();
    }
    ~ArchiveHouse() { link.reset(); }
    Q_DISABLE_COPY_MOVE(ArchiveHouse)

    [[nodiscard]] QString path(const char *name) const { return dir.filePath(QLatin1String(name)); }
    [[nodiscard]] EngineSetup setup() const
    {
        EngineSetup setup;
        setup.dataDir = dir.path();
        setup.databaseFile = path("vestnik.db");
        setup.settingsFile = path("settings.json");
        setup.cacheDir = path("cache");
        if (QFile::exists(setup.settingsFile)) {
            setup.settings = SettingsFile(setup.settingsFile).load().settings;
        } else if (schema) {
            (void)setup.settings.set(SettingId::DatabaseUrl, schema->address());
        }
        (void)setup.settings.set(SettingId::PreviewUrl, server.url().toString());
        (void)setup.settings.set(SettingId::PreviewPace, 0);
        (void)setup.settings.set(SettingId::PreviewAttempts, 1);
        (void)setup.settings.set(SettingId::ProxyKind, QStringLiteral("none"));
        return setup;
    }
    void build()
    {
        told.clear();
        link = std::make_unique<EngineLink>(setup(), guard);
        QObject::connect(link.get(), &EngineFacade::taskChanged, link.get(),
            [this](const TaskRecord &task) { told[task.id].append(task); });
    }
    bool start()
    {
        QSignalSpy ready(link.get(), &EngineFacade::ready);
        link->start();
        return ready.wait(10'000);
    }
    bool end()
    {
        QSignalSpy drained(link.get(), &EngineLink::drained);
        link->shutDown();
        return drained.wait(5000);
    }

    /// Waits for the answer of a command or read: `ask` is called with what it gives to the facade.
    template<typename T>
    Result<T> wait(const std::function<void(Done<T>)> &ask, int timeoutMs = 20'000)
    {
        const auto result = std::make_shared<std::optional<Result<T>>>();
        ask([result](const Result<T> &given) { *result = given; });
        return QTest::qWaitFor([&] { return result->has_value(); }, timeoutMs)
            ? **result
            : Result<T>(failure(ErrorCode::TimedOut, QStringLiteral("no answer")));
    }
    Result<QList<PostId>> ids(const QString &text = {})
    {
        PostQuery query;
        query.text = text;
        const Result<PostIdList> list =
            wait<PostIdList>([&](const Done<PostIdList> &done) { link->listPosts(query, link.get(), done); });
        return list ? Result<QList<PostId>>(list->ids) : failure(list.error());
    }
    qint64 count(const QString &text = {})
    {
        const Result<QList<PostId>> found = ids(text);
        return found ? found->size() : -1;
    }

    /// All channels of the site with all their posts; returns how many these are.
    int fill()
    {
        QList<ChannelDraft> drafts;
        int served = 0;
        for (const QString &name : server.site().channelNames()) {
            drafts.append({name, {}});
            served += static_cast<int>(server.site().posts(name).size());
        }
        (void)wait<AddedChannels>(
            [&](const Done<AddedChannels> &done) { link->addChannels(drafts, link.get(), done); });
        QSignalSpy finished(link.get(), &EngineFacade::runFinished);
        (void)parseAll();
        return QTest::qWaitFor([&] { return !finished.isEmpty(); }, 30'000) ? served : -1;
    }
    Result<RunId> parseAll()
    {
        ParseRequest request;
        request.history.kind = HistoryGoal::Kind::All;
        return wait<RunId>([&](const Done<RunId> &done) { link->parse(request, link.get(), done); });
    }

    Result<TaskId> begin(const TaskSpec &spec)
    {
        return wait<TaskId>([&](const Done<TaskId> &done) { link->startTask(spec, link.get(), done); });
    }
    [[nodiscard]] bool hasEnded(TaskId task) const { return told.contains(task) && !told.value(task).last().isGoing(); }
    /// Starts a task and waits for its last record.
    TaskRecord run(const TaskSpec &spec)
    {
        const Result<TaskId> task = begin(spec);
        TaskRecord record;
        if (!task) {
            record.state = TaskState::Failed;
            record.error = task.error();
            return record;
        }
        (void)QTest::qWaitFor([&] { return hasEnded(*task); }, 60'000);
        return told.value(*task).isEmpty() ? record : told.value(*task).last();
    }
    /// A file of NDJSON with posts of one channel.
    QString postsFile(int posts, const char *name = "posts.ndjson") const
    {
        QFile file(path(name));
        (void)file.open(QIODevice::WriteOnly);
        for (int id = 1; id <= posts; ++id) {
            const QString when =
                QDateTime::fromMSecsSinceEpoch(1'700'000'000'000 + id * 60'000LL, Qt::UTC).toString(Qt::ISODate);
            file.write(QStringLiteral("{\"channel\":\"imported_demo\",\"message_id\":%1,\"posted_at\":\"%2\","
                                      "\"kind\":\"text\",\"text\":\"imported post %1\"}\n")
                           .arg(QString::number(id), when)
                           .toUtf8());
        }
        return file.fileName();
    }
};

inline qint64 fact(const TaskRecord &record, const char *name)
{
    qint64 sum = -1;
    for (const TaskFact &one : record.report.facts) {
        if (one.name == QLatin1String(name)) {
            sum = std::max<qint64>(sum, 0) + one.value;
        }
    }
    return sum;
}

inline QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The task ended well, with a text that says why not.
#define VERIFY_DONE(record)                                                                                            \
    do {                                                                                                               \
        const TaskRecord told = (record);                                                                              \
        QVERIFY2(told.state == TaskState::Done,                                                                        \
            qPrintable(taskStateName(told.state) + QLatin1String(": ") + errorEnglish(told.error)));                   \
    } while (false)

} // namespace vestnik::test
