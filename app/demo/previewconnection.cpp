// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/previewconnection.h"

#include "app/demo/gzip.h"
#include "app/demo/httphead.h"

#include <utility>

#ifdef Q_OS_UNIX
#include <sys/socket.h>
#endif

namespace vestnik {

namespace {

constexpr qsizetype requestLimit = 16 * 1024;

} // namespace

PreviewConnection::PreviewConnection(QTcpSocket *socket, PreviewServer *server)
    : QObject(server)
    , m_server(server)
    , m_socket(socket)
{
    m_socket->setParent(this);
    m_socket->setReadBufferSize(8 * requestLimit);
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_idle.setSingleShot(true);
    m_idle.setInterval(server->m_idleMs);
    connect(m_socket, &QTcpSocket::readyRead, this, &PreviewConnection::onReadyRead);
    connect(m_socket, &QTcpSocket::bytesWritten, this, &PreviewConnection::onBytesWritten);
    connect(m_socket, &QTcpSocket::disconnected, this, &PreviewConnection::cut);
    connect(&m_drip, &QTimer::timeout, this, &PreviewConnection::onDripTimeout);
    connect(&m_idle, &QTimer::timeout, this, [this] {
        if (!m_busy) {
            cut();
        }
    });
    m_idle.start();
}

void PreviewConnection::cut()
{
    if (m_gone) {
        return;
    }
    m_gone = true;
    if (std::exchange(m_busy, false)) {
        m_server->end();
    }
    m_drip.stop();
    m_idle.stop();
    m_socket->disconnect(this);
    m_socket->abort();
    m_server->drop(this);
    deleteLater();
}

void PreviewConnection::onReadyRead()
{
    // While an answer is due, what comes is left in the socket but for a little more than one request.
    if (m_busy && m_buffer.size() > requestLimit) {
        return;
    }
    m_buffer += m_socket->read(4 * requestLimit);
    process();
}

void PreviewConnection::process()
{
    while (!m_busy && !m_gone && !m_closeAfter) {
        const qsizetype end = m_buffer.indexOf("\r\n\r\n");
        if (end < 0 ? m_buffer.size() > requestLimit : end > requestLimit) {
            refuse(431);
            return;
        }
        if (end < 0) {
            if (m_socket->bytesAvailable() == 0) {
                return;
            }
            m_buffer += m_socket->read(4 * requestLimit);
            continue;
        }
        const QByteArray head = m_buffer.left(end);
        m_buffer.remove(0, end + 4);
        handle(head);
    }
}

void PreviewConnection::refuse(int status)
{
    write(httpHead(status, {}, {}, {}, 0, true));
    m_closeAfter = true;
    m_socket->disconnectFromHost();
}

void PreviewConnection::handle(const QByteArray &head)
{
    const std::optional<HttpRequestHead> parsed = parseRequestHead(head);
    if (!parsed || parsed->hasBody) {
        refuse(400);
        return;
    }
    const bool headOnly = parsed->method == "HEAD";
    if (!headOnly && parsed->method != "GET") {
        refuse(405);
        return;
    }
    m_closeAfter = parsed->wantsClose;
    m_busy = true;
    m_idle.stop();
    PreviewRequest request = m_server->requestFor(parsed->method, parsed->target);
    request.headers = parsed->headers;
    request.acceptsGzip = request.header("accept-encoding").contains("gzip");
    m_gzip = request.acceptsGzip;
    m_entry = m_server->begin(request);
    Q_EMIT m_server->requested(request.target);
    if (m_gone) {
        return;
    }
    std::optional<RawReply> reply;
    if (m_server->m_hook) {
        // A copy: the hook may put another one in its place.
        const PreviewHook hook = m_server->m_hook;
        reply = hook(request);
    }
    if (m_gone) {
        return;
    }
    if (!reply && !m_closeAfter && m_server->m_latencyMs <= 0) {
        answerCached(request.target, headOnly);
        return;
    }
    if (!reply) {
        reply = m_server->usualReply(request.target);
        reply->delayMs = m_server->m_latencyMs;
    }
    startReply(std::move(*reply), headOnly);
}

void PreviewConnection::answerCached(const QByteArray &target, bool head)
{
    const PreviewServer::CachedPage &page = m_server->cached(target, m_gzip);
    m_server->setStatus(m_entry, page.status);
    const bool packed = m_gzip && !page.gzip.isEmpty();
    const QByteArray &bytes = packed ? page.gzip : page.plain;
    write(head ? bytes.left(packed ? page.gzipHeadSize : page.headSize) : bytes);
    m_reply = {};
    finish();
}

void PreviewConnection::startReply(RawReply reply, bool head)
{
    m_reply = std::move(reply);
    m_headOnly = head;
    if (m_reply.delayMs > 0) {
        QTimer::singleShot(m_reply.delayMs, this, [this] {
            if (!m_gone) {
                sendReply();
                process();
            }
        });
        return;
    }
    sendReply();
}

void PreviewConnection::sendReply()
{
    if (m_reply.silent) {
        finish();
        return;
    }
    m_server->setStatus(m_entry, m_reply.status);
    QByteArray body = m_reply.body;
    QByteArray encoding = m_reply.contentEncoding;
    if (encoding.isEmpty() && m_reply.mayGzip && m_gzip && !body.isEmpty()) {
        body = gzipped(body, 1);
        encoding = QByteArrayLiteral("gzip");
    }
    const qint64 length = m_reply.claimedLength >= 0 ? m_reply.claimedLength : qint64(body.size());
    write(httpHead(m_reply.status, m_reply.contentType, encoding, m_reply.headers, length, m_closeAfter));
    if (m_headOnly) {
        body.clear();
    } else if (m_reply.sendOnly >= 0) {
        body.truncate(m_reply.sendOnly);
    }
    if (m_reply.dripBytes > 0 && !body.isEmpty()) {
        m_pending = body;
        m_drip.start(m_reply.dripEveryMs);
        return;
    }
    write(body);
    finish();
}

void PreviewConnection::onDripTimeout()
{
    write(m_pending.left(m_reply.dripBytes));
    m_pending.remove(0, m_reply.dripBytes);
    if (m_pending.isEmpty()) {
        m_drip.stop();
        finish();
        process();
    }
}

void PreviewConnection::finish()
{
    switch (m_reply.end) {
    case RawReply::End::Hang:
        return;
    case RawReply::End::Reset:
        m_reset = true;
        resetWhenWritten();
        return;
    case RawReply::End::Close:
        m_closeAfter = true;
        break;
    case RawReply::End::Normal:
        break;
    }
    m_busy = false;
    m_server->end();
    m_reply = {};
    m_idle.start();
    if (m_closeAfter) {
        m_socket->disconnectFromHost();
    }
}

void PreviewConnection::write(const QByteArray &bytes)
{
    if (!m_gone && !bytes.isEmpty()) {
        m_server->m_maxima.bytesWritten += bytes.size();
        m_socket->write(bytes);
    }
}

void PreviewConnection::onBytesWritten()
{
    if (m_reset) {
        resetWhenWritten();
    }
}

void PreviewConnection::resetWhenWritten()
{
    if (m_socket->bytesToWrite() > 0) {
        return;
    }
#ifdef Q_OS_UNIX
    // A lingering time of zero makes close() send RST instead of FIN.
    const linger atOnce{1, 0};
    ::setsockopt(int(m_socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &atOnce, sizeof(atOnce));
#endif
    cut();
}

} // namespace vestnik
