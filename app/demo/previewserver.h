// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/demo/previewsite.h"
#include "core/base/result.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTcpServer>
#include <QTimer>
#include <QUrl>

#include <functional>
#include <optional>

namespace vestnik {

class PreviewConnection;

/// An answer with every way to go wrong. As it stands it is a good one.
struct RawReply {
    enum class End {
        Normal, ///< as the request wishes: keep alive or close
        Close, ///< close after the last byte
        Reset, ///< RST after the last byte
        Hang, ///< say nothing more and keep the connection open
    };
    int status = 200;
    QList<std::pair<QByteArray, QByteArray>> headers; ///< without Content-Length, Content-Encoding, Connection
    QByteArray contentType = QByteArrayLiteral("text/html; charset=utf-8");
    QByteArray body;
    bool mayGzip = true; ///< compress if the request accepts it
    QByteArray contentEncoding; ///< set: the body is encoded already and goes out as it is
    qint64 claimedLength = -1; ///< Content-Length to claim; -1 = the true one
    qint64 sendOnly = -1; ///< bytes of the body that are sent before `end`; -1 = all
    int delayMs = 0; ///< before the status line
    int dripBytes = 0; ///< > 0: the body goes out in pieces of that size …
    int dripEveryMs = 100; ///< … one each so many ms
    bool silent = false; ///< send nothing at all, not even a status line
    End end = End::Normal;
};

/// One request as a hook sees it.
struct PreviewRequest {
    QByteArray method; ///< "GET" or "HEAD"
    QByteArray target; ///< path with query, as sent
    QList<std::pair<QByteArray, QByteArray>> headers; ///< names in lower case
    bool acceptsGzip = false;
    QString name; ///< channel in the path, lower case; "file" for files; may be empty
    bool history = false; ///< it asks for /s/NAME
    std::function<RawReply()> usual; ///< what the site would answer; call it at once or not at all

    [[nodiscard]] QByteArray header(const QByteArray &lowerName) const;
};

/// Answers instead of the site; nullopt = the site answers. Called on the server's thread.
using PreviewHook = std::function<std::optional<RawReply>(const PreviewRequest &)>;

/// One line of the log.
struct PreviewLogEntry {
    QByteArray target;
    QByteArray userAgent;
    qint64 timeMs = 0; ///< since the server was made, monotonic
    int concurrent = 0; ///< requests in flight when it came, itself included
    int status = 0; ///< as answered; 0 while it is silent
};

struct PreviewMaxima {
    int concurrent = 0; ///< requests in flight
    int connections = 0; ///< open connections
    int perSecond = 0; ///< requests in any 1000 ms
    qint64 requests = 0; ///< in all
    qint64 bytesWritten = 0; ///< heads and bodies handed to sockets
};

/// HTTP/1.1 server of a PreviewSite on 127.0.0.1. Lives on the thread that made it and answers there; everything is
/// called on that thread. Keep-alive, GET and HEAD, gzip when asked for; finished pages are cached until their channel
/// changes.
class PreviewServer final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PreviewServer)

public:
    explicit PreviewServer(PreviewSite site = {}, QObject *parent = nullptr);
    ~PreviewServer() override;

    /// Starts to listen on 127.0.0.1; port 0 = any free one. Pictures of the site get this server's address unless
    /// `setKeepMediaBase(true)` was called. Error: ConnectionFailed.
    [[nodiscard]] Result<QUrl> listen(quint16 port = 0);
    /// Stops listening and cuts all connections. `listen` may follow.
    void close();
    /// Refuses connections and cuts open ones for so long, then listens on the same port again.
    void goDown(int milliseconds);
    [[nodiscard]] bool isListening() const;
    [[nodiscard]] quint16 port() const { return m_port; }
    /// `http://127.0.0.1:PORT`, empty before the first `listen`.
    [[nodiscard]] QUrl url() const;

    /// Another site in the place of this one.
    void setSite(PreviewSite site);
    /// The site itself: append, edit, remove at will between requests. To put another in its place use `setSite`.
    [[nodiscard]] PreviewSite &site() { return m_site; }
    [[nodiscard]] const PreviewSite &site() const { return m_site; }
    void setKeepMediaBase(bool keep) { m_keepMediaBase = keep; }
    /// Renders and compresses all pages of all channels now, so that a benchmark measures its client.
    void warmUp();

    void setHook(PreviewHook hook) { m_hook = std::move(hook); }
    /// Wait before every answer of the site, ms; not before a hook's answers.
    void setLatency(int milliseconds) { m_latencyMs = milliseconds; }
    /// Connections without a request for so long are closed, ms; 30,000 unless set.
    void setIdleTimeout(int milliseconds) { m_idleMs = milliseconds; }

    /// The newest requests, oldest first, at most 20,000.
    [[nodiscard]] QList<PreviewLogEntry> log() const { return m_log; }
    [[nodiscard]] PreviewMaxima maxima() const;
    void clearLog();
    [[nodiscard]] int openConnections() const { return int(m_connections.size()); }
    [[nodiscard]] int requestsInFlight() const { return m_inFlight; }

Q_SIGNALS:
    /// A request has come; the log holds it. Emitted before the answer.
    void requested(const QByteArray &target);

private:
    friend class PreviewConnection;
    struct CachedPage {
        quint64 revision = 0;
        QString channel;
        int status = 200;
        bool packable = false; ///< HTML with status 200
        QByteArray plain; ///< head and body, keep-alive
        QByteArray gzip;
        qsizetype headSize = 0; ///< of `plain`
        qsizetype gzipHeadSize = 0; ///< of `gzip`
    };

    void onNewConnection();
    void drop(PreviewConnection *connection);
    [[nodiscard]] PreviewRequest requestFor(const QByteArray &method, const QByteArray &target) const;
    [[nodiscard]] RawReply usualReply(const QByteArray &target) const;
    /// Valid until the next call. With `packed` its `gzip` is filled (empty if there is nothing to pack).
    [[nodiscard]] const CachedPage &cached(const QByteArray &target, bool packed);
    /// Logs a request; returns the number of its entry.
    qint64 begin(const PreviewRequest &request);
    void setStatus(qint64 entry, int status);
    void end() { --m_inFlight; }

    PreviewSite m_site;
    QTcpServer m_listener;
    QTimer m_downTimer;
    PreviewHook m_hook;
    QHash<QByteArray, CachedPage> m_cache;
    CachedPage m_uncached; ///< the last answer that is not worth keeping
    qint64 m_cacheBytes = 0;
    QList<PreviewConnection *> m_connections; ///< children
    QList<PreviewLogEntry> m_log;
    qint64 m_logOffset = 0; ///< entries that have left the log
    QElapsedTimer m_clock;
    PreviewMaxima m_maxima;
    QList<qint64> m_lastSecond;
    quint16 m_port = 0;
    int m_latencyMs = 0;
    int m_idleMs = 30'000;
    int m_inFlight = 0;
    bool m_keepMediaBase = false;
};

} // namespace vestnik
