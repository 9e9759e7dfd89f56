// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/httpclient.h"

#include "core/base/completion.h"
#include "core/base/logging.h"
#include "core/net/hostgate.h"
#include "core/net/httptransfer.h"
#include "core/net/neterror.h"
#include "core/net/netproxy.h"

#include <QNetworkAccessManager>
#include <QRandomGenerator>
#include <QSet>

namespace vestnik {
namespace {

constexpr qint64 probeMs = 10'000;
constexpr int wholeFactor = 4; // a whole answer may take so many times the longest silence

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

bool isWeb(const QUrl &url)
{
    const QString scheme = url.scheme();
    return url.isValid() && !url.host().isEmpty()
        && (scheme == QLatin1String("http") || scheme == QLatin1String("https"));
}

/// Where a redirect leads, or why it is not followed. `visited` holds the addresses of this trip.
Result<QUrl> redirectTarget(const QUrl &from, const HttpAnswer &answer, const QSet<QUrl> &visited)
{
    const QString host = hostLabel(from);
    const QString status = QStringLiteral("HTTP %1").arg(answer.status);
    QUrl target = from.resolved(QUrl::fromEncoded(answer.location));
    target.setUserInfo({});
    target.setFragment({});
    if (answer.location.isEmpty() || !isWeb(target)) {
        return failure(ErrorCode::HttpStatus, host, status + QStringLiteral(" to nowhere"));
    }
    if (from.scheme() == QLatin1String("https") && target.scheme() != QLatin1String("https")) {
        return failure(ErrorCode::HttpStatus, host, status + QStringLiteral(" to an insecure address"));
    }
    if (visited.contains(target) || visited.size() > HttpClient::maxRedirects) {
        return failure(ErrorCode::TooManyRedirects, host, QStringLiteral("%1 addresses").arg(visited.size()));
    }
    return target;
}

/// What a failure without an answer says about the host; nullopt: nothing bad.
std::optional<CircuitBreaker::Failure> verdictOf(const HttpAnswer &answer)
{
    switch (answer.error.code) {
    case ErrorCode::HostNotFound:
    case ErrorCode::ConnectionFailed:
    case ErrorCode::TlsFailed:
    case ErrorCode::ProxyFailed:
        return CircuitBreaker::Failure::Connection;
    case ErrorCode::ConnectionLost:
    case ErrorCode::TimedOut:
        return CircuitBreaker::Failure::Page;
    default:
        break;
    }
    if (answer.status >= 500) {
        return CircuitBreaker::Failure::Page;
    }
    return std::nullopt;
}

} // namespace

/// What the attempts and hops of one request add up to.
struct HttpClient::Trip {
    qint64 wireBytes = 0;
    int requests = 0;
};

HttpClient::HttpClient(Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_manager(makeManager(m_proxy))
{
    m_live.setOnIdle([this] { Q_EMIT idle(); });
}

HttpClient::~HttpClient()
{
    m_live.stopAll();
    Q_ASSERT(m_live.size() == 0);
}

QCoro::Task<Result<HttpResponse>> HttpClient::get(HttpRequest request, StopToken stop)
{
    request.url.setFragment({});
    const QString host = hostLabel(request.url);
    if (!isWeb(request.url) || !request.url.userInfo().isEmpty()) {
        co_return failure(ErrorCode::InvalidArgument, host, QStringLiteral("not a web address"));
    }
    LiveSet::Entry live(m_live, stop);
    const StopToken token = live.token();
    const auto trip = std::make_shared<Trip>();
    Error last;
    for (int tries = 1;; ++tries) {
        if (token.stopRequested()) {
            co_return failure(ErrorCode::Cancelled, host);
        }
        Result<HttpResponse> result = co_await attempt(request, trip, token);
        if (result) {
            result->attempts = tries;
            result->requests = trip->requests;
            result->wireBytes = trip->wireBytes;
            co_return result;
        }
        const Error error = result.error();
        // Who saw the host fail knows more than that it is left alone now.
        if (error.code == ErrorCode::HostPaused && last.code != ErrorCode::None) {
            co_return failure(last);
        }
        if (!isWorthRetrying(error.code)) {
            co_return failure(error);
        }
        last = error;
        if (tries >= m_retry.attempts || gateOf(request.url).isOpen()) {
            co_return failure(last);
        }
        const qint64 delay = m_retry.delay(tries, QRandomGenerator::global()->generateDouble());
        qCDebug(lcNet) << host << errorCodeName(error.code) << error.detail << "try" << tries << "next in" << delay
                       << "ms";
        const bool timeIsUp = co_await Pause(m_clock, token, delay);
        if (!timeIsUp) {
            co_return failure(ErrorCode::Cancelled, host);
        }
    }
}

QCoro::Task<Result<HttpResponse>> HttpClient::attempt(HttpRequest request, std::shared_ptr<Trip> trip, StopToken stop)
{
    const qint64 began = m_clock.steady();
    QSet<QUrl> visited{request.url};
    for (;;) {
        Result<HttpAnswer> answer = co_await hop(request, trip, stop);
        if (!answer) {
            co_return failure(answer.error());
        }
        if (isRedirect(answer->status)) {
            const Result<QUrl> target = redirectTarget(request.url, *answer, visited);
            if (!target) {
                co_return failure(target.error());
            }
            request.url = *target;
            visited.insert(*target);
            continue;
        }
        if (answer->status < 200 || answer->status > 299) {
            co_return failure(errorOfStatus(answer->status, hostLabel(request.url)));
        }
        HttpResponse response;
        response.status = answer->status;
        response.finalUrl = request.url;
        response.body = std::move(answer->body);
        response.contentType = answer->contentType;
        response.millis = m_clock.steady() - began;
        response.redirected = visited.size() > 1;
        co_return response;
    }
}

QCoro::Task<Result<HttpAnswer>> HttpClient::hop(HttpRequest request, std::shared_ptr<Trip> trip, StopToken stop)
{
    HostGate &gate = gateOf(request.url);
    const QByteArray key = request.url.path().toUtf8();
    const HostGate::Entry entry = co_await gate.enter(key, request.paced, stop);
    if (entry == HostGate::Entry::Stopped) {
        co_return failure(ErrorCode::Cancelled, gate.label());
    }
    if (entry == HostGate::Entry::Refused) {
        co_return failure(gate.pausedError());
    }
    const bool probe = entry == HostGate::Entry::Probe;
    if (stop.stopRequested()) {
        gate.left(probe);
        co_return failure(ErrorCode::Cancelled, gate.label());
    }
    const std::shared_ptr<QNetworkAccessManager> manager = m_manager;
    HttpTransfer transfer(*manager, m_clock, request, m_proxy, m_timeoutMs, m_timeoutMs * wholeFactor);
    ++trip->requests;
    const Completion<HttpAnswer> done = transfer.done();
    std::optional<HttpAnswer> answer = co_await done.wait(stop);
    if (!answer) {
        gate.left(probe);
        co_return failure(ErrorCode::Cancelled, gate.label());
    }
    trip->wireBytes += answer->wireBytes;
    if (answer->status == 429 || answer->status == 503) {
        if (const std::optional<qint64> wait = retryAfterMs(answer->retryAfter, m_clock.now())) {
            gate.hold(*wait, errorOfStatus(answer->status, gate.label()));
        }
    }
    if (const std::optional<CircuitBreaker::Failure> verdict = verdictOf(*answer)) {
        Error error = answer->error;
        if (error.code == ErrorCode::None) {
            error = errorOfStatus(answer->status, gate.label());
        }
        gate.failed(key, *verdict, probe, error);
    } else {
        gate.succeeded();
    }
    if (answer->error.code != ErrorCode::None) {
        co_return failure(answer->error);
    }
    co_return std::move(*answer);
}

QCoro::Task<Result<ProbeReport>> HttpClient::probe(QUrl url, ProxySettings proxy, StopToken stop)
{
    url.setFragment({});
    if (!isWeb(url) || !url.userInfo().isEmpty()) {
        co_return failure(ErrorCode::InvalidArgument, hostLabel(url), QStringLiteral("not a web address"));
    }
    LiveSet::Entry live(m_live, stop);
    const StopToken token = live.token();
    const std::shared_ptr<QNetworkAccessManager> manager = makeManager(proxy);
    const qint64 began = m_clock.steady();
    QSet<QUrl> visited{url};
    for (;;) {
        const qint64 left = began + probeMs - m_clock.steady();
        if (token.stopRequested()) {
            co_return failure(ErrorCode::Cancelled, hostLabel(url));
        }
        if (left <= 0) {
            co_return failure(ErrorCode::TimedOut, hostLabel(url));
        }
        HttpRequest request(url);
        HttpTransfer transfer(*manager, m_clock, request, proxy, left, left);
        const Completion<HttpAnswer> done = transfer.done();
        std::optional<HttpAnswer> answer = co_await done.wait(token);
        if (!answer) {
            co_return failure(ErrorCode::Cancelled, hostLabel(url));
        }
        if (answer->error.code != ErrorCode::None) {
            co_return failure(answer->error);
        }
        if (answer->status == 407) {
            const QString address = proxy.host + QLatin1Char(':') + QString::number(proxy.port);
            co_return failure(ErrorCode::ProxyFailed, address, QStringLiteral("HTTP 407"));
        }
        if (isRedirect(answer->status)) {
            const Result<QUrl> target = redirectTarget(url, *answer, visited);
            if (!target) {
                co_return failure(target.error());
            }
            url = *target;
            visited.insert(url);
            continue;
        }
        ProbeReport report;
        report.status = answer->status;
        report.millis = m_clock.steady() - began;
        report.server = hostLabel(url);
        co_return report;
    }
}

void HttpClient::setProxy(const ProxySettings &proxy)
{
    if (proxy == m_proxy) {
        return;
    }
    m_proxy = proxy;
    m_manager = makeManager(proxy);
    // What a dead proxy did to the hosts says nothing about the new one.
    forgiveHosts();
}

void HttpClient::setPace(double rate, int burst)
{
    m_rate = rate;
    m_burst = burst;
    for (const auto &[label, gate] : m_gates) {
        gate->setPace(rate, burst);
    }
}

void HttpClient::forgiveHosts()
{
    for (const auto &[label, gate] : m_gates) {
        gate->forgive();
    }
}

int HttpClient::queued(const QString &host) const
{
    const auto gate = m_gates.find(host);
    return gate == m_gates.end() ? 0 : gate->second->queued();
}

HostGate &HttpClient::gateOf(const QUrl &url)
{
    const QString label = hostLabel(url);
    std::unique_ptr<HostGate> &gate = m_gates[label];
    if (!gate) {
        const auto onChanged = [this, label] {
            const HostGate &changed = *m_gates.at(label);
            const qint64 now = m_clock.now();
            const qint64 held = changed.heldForMs();
            const qint64 paused = changed.openForMs();
            Q_EMIT hostStateChanged(label, held > 0 ? now + held : 0, paused > 0 ? now + paused : 0, changed.reason());
        };
        gate = std::make_unique<HostGate>(m_clock, label, m_rate, m_burst, placesPerHost, onChanged);
    }
    return *gate;
}

std::shared_ptr<QNetworkAccessManager> HttpClient::makeManager(const ProxySettings &proxy)
{
    // Released inside signals of its replies at times: deleted later, or by this.
    std::shared_ptr<QNetworkAccessManager> manager(
        new QNetworkAccessManager(this), [](QNetworkAccessManager *given) { given->deleteLater(); });
    applyProxy(*manager, proxy);
    return manager;
}

} // namespace vestnik
