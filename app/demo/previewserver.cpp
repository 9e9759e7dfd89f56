// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/previewserver.h"

#include "app/demo/gzip.h"
#include "app/demo/httphead.h"
#include "app/demo/previewconnection.h"

#include <QTcpSocket>

#include <algorithm>
#include <utility>

namespace vestnik {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype logLimit = 20'000;
constexpr qint64 cacheLimit = 256 << 20;

HttpHeaders headersOf(const SiteAnswer &answer)
{
    HttpHeaders headers;
    if (!answer.location.isEmpty()) {
        headers.append({QByteArrayLiteral("Location"), answer.location});
    }
    return headers;
}

} // namespace

QByteArray PreviewRequest::header(const QByteArray &lowerName) const
{
    const auto found =
        std::find_if(headers.cbegin(), headers.cend(), [&](const auto &each) { return each.first == lowerName; });
    return found == headers.cend() ? QByteArray() : found->second;
}

PreviewServer::PreviewServer(PreviewSite site, QObject *parent)
    : QObject(parent)
    , m_site(std::move(site))
    , m_listener(this)
    , m_downTimer(this)
{
    m_clock.start();
    m_downTimer.setSingleShot(true);
    connect(&m_listener, &QTcpServer::newConnection, this, &PreviewServer::onNewConnection);
    connect(&m_downTimer, &QTimer::timeout, this, [this] {
        if (!m_listener.listen(QHostAddress::LocalHost, m_port)) {
            m_downTimer.start(50);
        }
    });
}

PreviewServer::~PreviewServer()
{
    close();
}

Result<QUrl> PreviewServer::listen(quint16 port)
{
    m_downTimer.stop();
    m_listener.close();
    if (!m_listener.listen(QHostAddress::LocalHost, port)) {
        return failure(ErrorCode::ConnectionFailed, u"127.0.0.1:"_s + QString::number(port), m_listener.errorString());
    }
    m_listener.setListenBacklogSize(256);
    m_port = m_listener.serverPort();
    if (!m_keepMediaBase) {
        m_site.setMediaBase(url().toString() + "/file"_L1);
    }
    return url();
}

void PreviewServer::close()
{
    m_downTimer.stop();
    m_listener.close();
    const QList<PreviewConnection *> open = m_connections;
    for (PreviewConnection *connection : open) {
        connection->cut();
    }
}

void PreviewServer::goDown(int milliseconds)
{
    close();
    m_downTimer.start(milliseconds);
}

bool PreviewServer::isListening() const
{
    return m_listener.isListening();
}

QUrl PreviewServer::url() const
{
    return m_port == 0 ? QUrl() : QUrl(u"http://127.0.0.1:"_s + QString::number(m_port));
}

void PreviewServer::setSite(PreviewSite site)
{
    m_site = std::move(site);
    m_cache.clear();
    m_cacheBytes = 0;
    if (m_port != 0 && !m_keepMediaBase) {
        m_site.setMediaBase(url().toString() + "/file"_L1);
    }
}

void PreviewServer::warmUp()
{
    const QStringList names = m_site.channelNames();
    for (const QString &name : names) {
        const QList<QByteArray> targets = m_site.pageTargets(name);
        for (const QByteArray &target : targets) {
            (void)cached(target, true);
        }
    }
}

PreviewMaxima PreviewServer::maxima() const
{
    return m_maxima;
}

void PreviewServer::clearLog()
{
    m_logOffset += m_log.size();
    m_log.clear();
    m_lastSecond.clear();
    m_maxima = {};
    m_maxima.concurrent = m_inFlight;
    m_maxima.connections = openConnections();
}

void PreviewServer::onNewConnection()
{
    while (QTcpSocket *socket = m_listener.nextPendingConnection()) {
        m_connections.append(new PreviewConnection(socket, this));
        m_maxima.connections = std::max(m_maxima.connections, openConnections());
    }
}

void PreviewServer::drop(PreviewConnection *connection)
{
    m_connections.removeOne(connection);
}

PreviewRequest PreviewServer::requestFor(const QByteArray &method, const QByteArray &target) const
{
    PreviewRequest request;
    request.method = method;
    request.target = target;
    const QByteArray path = target.left(target.indexOf('?') < 0 ? target.size() : target.indexOf('?'));
    const QList<QByteArray> parts = path.mid(1).split('/');
    request.history = parts.first() == "s" && parts.size() > 1;
    request.name = QString::fromUtf8(request.history ? parts.at(1) : parts.first()).toLower();
    request.usual = [this, target] { return usualReply(target); };
    return request;
}

RawReply PreviewServer::usualReply(const QByteArray &target) const
{
    SiteAnswer answer = m_site.answer(target);
    RawReply reply;
    reply.status = answer.status;
    reply.headers = headersOf(answer);
    reply.contentType = answer.contentType;
    reply.mayGzip = answer.contentType.startsWith("text/");
    reply.body = std::move(answer.body);
    return reply;
}

const PreviewServer::CachedPage &PreviewServer::cached(const QByteArray &target, bool packed)
{
    const auto pack = [this](CachedPage &page, const HttpHeaders &headers, const QByteArray &type) {
        const QByteArray body = gzipped(page.plain.mid(page.headSize));
        const QByteArray head = httpHead(page.status, type, QByteArrayLiteral("gzip"), headers, body.size(), false);
        page.gzipHeadSize = head.size();
        page.gzip = head + body;
        m_cacheBytes += page.gzip.size();
    };
    const QByteArray html = QByteArrayLiteral("text/html; charset=utf-8");
    const auto known = m_cache.find(target);
    if (known != m_cache.end() && (known->channel.isEmpty() || known->revision == m_site.revision(known->channel))) {
        if (packed && known->packable && known->gzip.isEmpty()) {
            pack(*known, {}, html);
        }
        return *known;
    }
    const SiteAnswer answer = m_site.answer(target);
    const HttpHeaders headers = headersOf(answer);
    CachedPage page;
    page.status = answer.status;
    page.channel = answer.channel;
    page.revision = m_site.revision(answer.channel);
    page.packable = answer.status == 200 && answer.contentType == html;
    const QByteArray head = httpHead(answer.status, answer.contentType, {}, headers, answer.body.size(), false);
    page.headSize = head.size();
    page.plain = head + answer.body;
    if (packed && page.packable) {
        pack(page, headers, answer.contentType);
    }
    const bool keep = answer.status == 200 && (!page.channel.isEmpty() || !page.packable);
    if (!keep) {
        m_uncached = std::move(page);
        return m_uncached;
    }
    if (m_cacheBytes > cacheLimit) {
        m_cache.clear();
        m_cacheBytes = 0;
    }
    m_cacheBytes += page.plain.size();
    return *m_cache.insert(target, page);
}

qint64 PreviewServer::begin(const PreviewRequest &request)
{
    ++m_inFlight;
    const qint64 now = m_clock.elapsed();
    m_log.append({request.target, request.header(QByteArrayLiteral("user-agent")), now, m_inFlight, 0});
    if (m_log.size() > logLimit) {
        m_log.removeFirst();
        ++m_logOffset;
    }
    m_lastSecond.append(now);
    while (m_lastSecond.first() <= now - 1000) {
        m_lastSecond.removeFirst();
    }
    m_maxima.perSecond = std::max(m_maxima.perSecond, int(m_lastSecond.size()));
    m_maxima.concurrent = std::max(m_maxima.concurrent, m_inFlight);
    ++m_maxima.requests;
    return m_logOffset + m_log.size() - 1;
}

void PreviewServer::setStatus(qint64 entry, int status)
{
    const qint64 at = entry - m_logOffset;
    if (at >= 0 && at < m_log.size()) {
        m_log[at].status = status;
    }
}

} // namespace vestnik
