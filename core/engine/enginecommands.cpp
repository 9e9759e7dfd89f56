// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The commands of the engine; its life is in engine.cpp.

#include "core/engine/engine.h"

#include "core/base/logging.h"
#include "core/model/channelnames.h"
#include "core/store/channelrepository.h"
#include "core/store/postrepository.h"
#include "core/store/runrepository.h"

#include <QUrl>

namespace vestnik {

void Engine::startScheduler()
{
    if (!m_shuttingDown && (m_preparing || m_storeAway || m_retryAt > 0)) {
        m_schedulerWanted = true; // starts when the store is there
        m_startError = {};
        statusSoon();
        return;
    }
    if (const Result<void> store = needStore(); !store) {
        m_startError = store.error();
        statusSoon();
        return;
    }
    m_startError = {};
    m_stoppingByHand = false;
    if (m_scheduler.state() == Scheduler::State::Stopped) {
        m_http.forgiveHosts();
        m_log.add(LogLevel::Info, LogEvent::SchedulerStarted, {}, {QString::number(m_jobBoard.armed())});
    }
    countChannels();
    m_scheduler.start();
}

void Engine::stopScheduler()
{
    m_startError = {};
    m_schedulerWanted = false;
    if (m_scheduler.state() == Scheduler::State::Running) {
        m_log.add(LogLevel::Info, LogEvent::SchedulerStopping);
    }
    m_stoppingByHand = m_scheduler.state() != Scheduler::State::Stopped && isWorking();
    m_scheduler.stop();
    cancelByHand(false);
    QMetaObject::invokeMethod(this, &Engine::onIdle, Qt::QueuedConnection);
    statusSoon();
}

Result<RunId> Engine::parse(const ParseRequest &request)
{
    if (const Result<void> store = needStore(); !store) {
        return failure(store.error());
    }
    if (request.origin != RunOrigin::Schedule) {
        m_http.forgiveHosts();
    }
    if (request.history.kind != HistoryGoal::Kind::Recent) {
        m_log.add(LogLevel::Info, LogEvent::HistoryRequested);
    }
    return m_collector->start(request);
}

Result<AddedChannels> Engine::addChannels(const QList<ChannelDraft> &drafts)
{
    if (const Result<void> store = needStore(); !store) {
        return failure(store.error());
    }
    const Result<AddedChannels> added = ChannelRepository(*m_database).addChannels(drafts, m_clock.now());
    if (!added) {
        onStoreFailed(added.error());
        return added;
    }
    for (const ChannelRow &row : added->added) {
        m_log.add(LogLevel::Info, LogEvent::ChannelAdded, atName(row.username));
    }
    if (!added->added.isEmpty()) {
        Q_EMIT channelsChanged(added->added);
        countChannels();
    }
    return added;
}

Result<void> Engine::editChannels(const QList<ChannelId> &ids, const ChannelPatch &patch)
{
    if (const Result<void> store = needStore(); !store) {
        return failure(store.error());
    }
    const Result<QList<ChannelRow>> rows = ChannelRepository(*m_database).patch(ids, patch);
    if (!rows) {
        return failure(rows.error());
    }
    Q_EMIT channelsChanged(*rows);
    countChannels();
    return {};
}

Result<void> Engine::removeChannels(const QList<ChannelId> &ids)
{
    if (const Result<void> store = needStore(); !store) {
        return failure(store.error());
    }
    ChannelRepository repository(*m_database);
    for (ChannelId id : ids) {
        if (const Result<ChannelRow> row = repository.row(id)) {
            m_log.add(LogLevel::Info, LogEvent::ChannelRemoved, atName(row->username));
        }
    }
    if (const Result<void> removed = repository.remove(ids, m_clock.now()); !removed) {
        return removed;
    }
    Q_EMIT channelsRemoved(ids);
    countChannels();
    return {};
}

Result<void> Engine::restoreChannels(const QList<ChannelId> &ids)
{
    if (const Result<void> store = needStore(); !store) {
        return failure(store.error());
    }
    const Result<QList<ChannelRow>> rows = ChannelRepository(*m_database).restore(ids);
    if (!rows) {
        return failure(rows.error());
    }
    for (const ChannelRow &row : *rows) {
        m_log.add(LogLevel::Info, LogEvent::ChannelRestored, atName(row.username));
    }
    Q_EMIT channelsChanged(*rows);
    countChannels();
    return {};
}

Result<void> Engine::markRead(const QList<PostId> &posts, bool read)
{
    if (const Result<void> store = needStore(); !store) {
        return failure(store.error());
    }
    PostRepository repository(*m_database);
    ReadMark mark;
    mark.posts = posts;
    const Result<qint64> marked = read ? repository.markRead(mark) : repository.markUnread(posts);
    if (!marked) {
        return failure(marked.error());
    }
    return publishUnread();
}

Result<void> Engine::markChannelsRead(const QList<ChannelId> &ids)
{
    if (const Result<void> store = needStore(); !store) {
        return failure(store.error());
    }
    ReadMark mark;
    mark.channels = ids;
    mark.everything = ids.isEmpty();
    const Result<qint64> marked = PostRepository(*m_database).markRead(mark);
    if (!marked) {
        return failure(marked.error());
    }
    return publishUnread();
}

Result<void> Engine::publishUnread()
{
    const Result<QList<ChannelRow>> rows = channels();
    if (!rows) {
        return failure(rows.error());
    }
    Q_EMIT channelsChanged(*rows);
    return {};
}

void Engine::limitStorePages(int pages)
{
    if (!m_database) {
        return;
    }
    if (const auto set = m_database->number(QStringLiteral("PRAGMA max_page_count = %1").arg(pages)); !set) {
        qCWarning(lcEngine) << "the store's size could not be limited:" << errorEnglish(set.error());
    }
}

Result<QList<ChannelRow>> Engine::channels()
{
    if (const Result<void> store = needStore(); !store) {
        return failure(store.error());
    }
    Result<QList<ChannelRow>> rows = ChannelRepository(*m_database).rows();
    if (rows) {
        for (ChannelRow &row : *rows) {
            row.parsing = m_collector->isReading(row.id);
        }
    }
    return rows;
}

Result<QList<RunChannel>> Engine::runChannels(RunId run)
{
    // Also while shutting down: the rows of the run that was stopped are still told.
    if (!m_database) {
        return failure(ErrorCode::EngineStopped);
    }
    return RunRepository(*m_database).channelsOf(run);
}

Result<RunRecord> Engine::run(RunId run)
{
    if (!m_database) {
        return failure(ErrorCode::EngineStopped);
    }
    return RunRepository(*m_database).run(run);
}

Result<std::optional<RunRecord>> Engine::lastRun()
{
    if (!m_database) {
        return failure(ErrorCode::EngineStopped);
    }
    return RunRepository(*m_database).last();
}

Result<void> Engine::changeSettings(const SettingChanges &changes)
{
    Settings changed = m_setup.settings;
    QStringList names;
    for (const auto &[id, value] : changes) {
        if (const Result<void> set = changed.set(id, value); !set) {
            return set;
        }
        names.append(QString::fromLatin1(settingInfo(id).key));
    }
    if (!m_setup.settingsFile.isEmpty()) {
        if (const Result<void> saved = SettingsFile(m_setup.settingsFile).save(changed); !saved) {
            return saved;
        }
    }
    m_setup.settings = changed;
    applySettings();
    applyProxy();
    m_log.add(LogLevel::Info, LogEvent::SettingsChanged, {}, {names.join(QStringLiteral(", "))});
    Q_EMIT settingsChanged(changed);
    return {};
}

void Engine::applySettings()
{
    const Settings &settings = m_setup.settings;
    m_http.setPace(settings.real(SettingId::PreviewPace), settings.number(SettingId::PreviewBurst));
    m_http.setTimeout(settings.number(SettingId::PreviewTimeoutSeconds) * 1000LL);
    m_http.setAttempts(settings.number(SettingId::PreviewAttempts));
    m_preview.setAttempts(settings.number(SettingId::PreviewAttempts));
    m_preview.setBaseUrl(QUrl(settings.text(SettingId::PreviewUrl)));
    m_scheduler.setConcurrency(settings.number(SettingId::JobConcurrency));
    m_history.setKeepDays(settings.number(SettingId::KeepRunDays));
    if (m_collector) {
        CollectSettings collect;
        collect.firstRunDays = settings.number(SettingId::FirstRunDays);
        collect.firstRunPosts = settings.number(SettingId::FirstRunPosts);
        collect.refreshPages = settings.number(SettingId::RefreshPages);
        collect.concurrency = settings.number(SettingId::Concurrency);
        m_collector->setSettings(collect);
    }
}

void Engine::applyProxy()
{
    const Settings &settings = m_setup.settings;
    ProxySettings proxy;
    proxy.kind = proxyKindFromName(settings.text(SettingId::ProxyKind));
    proxy.host = settings.text(SettingId::ProxyHost);
    proxy.port = static_cast<quint16>(settings.number(SettingId::ProxyPort));
    proxy.user = settings.text(SettingId::ProxyUser);
    proxy.password = m_proxyPassword;
    m_http.setProxy(proxy);
}

void Engine::setProxyPassword(const QString &password, std::function<void(Result<void>)> done)
{
    m_secrets->write(QStringLiteral("proxy"), password, [this, password, done](const Result<void> &kept, bool inFile) {
        if (kept) {
            m_proxyPassword = password;
            applyProxy();
        }
        if (inFile) {
            m_log.add(LogLevel::Warning, LogEvent::Text, {},
                {QStringLiteral("This computer has no keychain: the proxy's password is kept in a file of the data "
                                "directory that only you may read.")});
        }
        done(kept);
    });
}

void Engine::testProxy(const ProxyDraft &draft, std::function<void(Result<ConnectionReport>)> done)
{
    if (m_shuttingDown) {
        done(failure(ErrorCode::EngineStopped));
        return;
    }
    ProxySettings proxy;
    proxy.kind = proxyKindFromName(draft.kind);
    proxy.host = draft.host;
    proxy.port = static_cast<quint16>(draft.port);
    proxy.user = draft.user;
    proxy.password = draft.password.isEmpty() ? m_proxyPassword : draft.password;
    m_tasks.spawn(runProbe(proxy, std::move(done)));
}

QCoro::Task<> Engine::runProbe(ProxySettings proxy, std::function<void(Result<ConnectionReport>)> done)
{
    const QUrl url = m_preview.baseUrl();
    const Result<ProbeReport> probe = co_await m_http.probe(url, proxy, m_stop.token());
    if (!probe) {
        done(failure(probe.error()));
        co_return;
    }
    ConnectionReport report;
    report.status = probe->status;
    report.millis = probe->millis;
    report.server = probe->server;
    done(report);
}

void Engine::loadPicture(const QString &url, std::function<void(Result<QByteArray>)> done)
{
    if (m_shuttingDown) {
        done(failure(ErrorCode::EngineStopped));
        return;
    }
    m_tasks.spawn(runPicture(url, std::move(done)));
}

QCoro::Task<> Engine::runPicture(QString url, std::function<void(Result<QByteArray>)> done)
{
    const QString trusted = hostLabel(m_preview.baseUrl());
    const Result<QByteArray> picture = co_await m_pictures.load(url, trusted, m_stop.token());
    done(picture);
}

} // namespace vestnik
