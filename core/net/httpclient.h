// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/base/stop.h"
#include "core/net/httptypes.h"
#include "core/net/liveset.h"
#include "core/net/retrypolicy.h"

#include <QObject>

#include <QCoroTask>

#include <map>
#include <memory>

class QNetworkAccessManager;

namespace vestnik {

class HostGate;
struct HttpAnswer;

/// The one way to the network: GET with pace, redirects, time limits, size caps, decompression, retries and a circuit
/// breaker per host. No cookies, cache or referrer. Lives on the engine thread; owned by the engine.
///
/// The clock must outlive it. Destroying it with requests in flight is safe: each ends with Cancelled inside the
/// destructor; a coroutine must not destroy the client that resumed it.
class HttpClient final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HttpClient)

public:
    static constexpr int placesPerHost =
        6; ///< requests in flight; QNetworkAccessManager itself has no more connections
    static constexpr int maxRedirects = 5;

    explicit HttpClient(Clock &clock, QObject *parent = nullptr);
    ~HttpClient() override;

    /// Subject of errors: the host. Errors: Cancelled (at once when `stop` is requested), InvalidArgument (address),
    /// HostNotFound, ConnectionFailed, ConnectionLost, TimedOut, TlsFailed, ProxyFailed, TooManyRequests (429 to the
    /// last attempt), ServerError (5xx), HttpStatus (any other status that is not 2xx; detail "HTTP 404"),
    /// TooManyRedirects, ResponseTooLarge, BadCompression, TruncatedResponse, HostPaused (the host failed too often
    /// just now).
    [[nodiscard]] QCoro::Task<Result<HttpResponse>> get(HttpRequest request, StopToken stop);

    /// One GET through `proxy` on connections of its own: no pace, no retries, 10 s. Any HTTP status counts as reached,
    /// but 407. Errors as of get().
    [[nodiscard]] QCoro::Task<Result<ProbeReport>> probe(QUrl url, ProxySettings proxy, StopToken stop);

    /// For requests that begin from now on; connections through the former proxy are not used again.
    void setProxy(const ProxySettings &proxy);
    /// Requests a second and host (0 = no limit), and how many may go at once after a quiet time (>= 1). Queued ones
    /// too.
    void setPace(double rate, int burst);
    /// Longest time without a byte, ms, counted from the moment that a request is really sent; a whole answer may take
    /// four times as long.
    void setTimeout(qint64 ms) { m_timeoutMs = ms; }
    /// Tries of one request, >= 1.
    void setAttempts(int attempts) { m_retry.attempts = attempts; }
    /// Closes all circuit breakers, so that an operator who asks for a run now gets one. Holds (Retry-After) stay.
    void forgiveHosts();

    /// Ends all requests with Cancelled, inside this call; those made meanwhile too. New ones may follow.
    void stopAll() { m_live.stopAll(); }
    /// Requests (get and probe) that have not ended.
    [[nodiscard]] int live() const { return m_live.size(); }
    /// Requests that wait for their turn at a host, as in the signals' `host`.
    [[nodiscard]] int queued(const QString &host) const;

Q_SIGNALS:
    /// A host holds requests back or is left alone until a time (ms UTC, 0 = no longer). `error` is the reason, code
    /// None when all is well again. Engine thread.
    void hostStateChanged(const QString &host, qint64 waitingUntil, qint64 pausedUntil, const vestnik::Error &error);
    /// The last live request ended. Emitted from inside its end: delete nothing here, post instead.
    void idle();

private:
    struct Trip;

    [[nodiscard]] HostGate &gateOf(const QUrl &url);
    [[nodiscard]] QCoro::Task<Result<HttpResponse>> attempt(
        HttpRequest request, std::shared_ptr<Trip> trip, StopToken stop);
    [[nodiscard]] QCoro::Task<Result<HttpAnswer>> hop(HttpRequest request, std::shared_ptr<Trip> trip, StopToken stop);
    [[nodiscard]] std::shared_ptr<QNetworkAccessManager> makeManager(const ProxySettings &proxy);

    Clock &m_clock;
    ProxySettings m_proxy; ///< before the manager, which is made for it
    /// Held by each request under way: with another proxy comes another manager. A child of this, deleted later.
    std::shared_ptr<QNetworkAccessManager> m_manager;
    RetryPolicy m_retry;
    qint64 m_timeoutMs = 30'000;
    double m_rate = 1;
    int m_burst = 3;
    std::map<QString, std::unique_ptr<HostGate>> m_gates; ///< by hostLabel()
    LiveSet m_live;
};

} // namespace vestnik
