// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/httptransfer.h"

#include "core/net/neterror.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>

#include <algorithm>

namespace vestnik {
namespace {

// What Qt may hold of an answer that arrives faster than it is read.
constexpr qint64 readBuffer = 512 * 1024;
// Bytes of a redirect's or a failure's body that are worth keeping the connection for.
constexpr qint64 unwantedBytes = 256 * 1024;

QNetworkRequest networkRequest(const HttpRequest &request)
{
    QNetworkRequest result(request.url);
    result.setRawHeader(QByteArrayLiteral("User-Agent"), QByteArray(httpUserAgent));
    // Set by hand, so that Qt leaves decompression, and with it the cap, to us.
    result.setRawHeader(QByteArrayLiteral("Accept-Encoding"), QByteArrayLiteral("gzip"));
    if (!request.acceptLanguage.isEmpty()) {
        result.setRawHeader(QByteArrayLiteral("Accept-Language"), request.acceptLanguage);
    }
    result.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    result.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    result.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    result.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    result.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    result.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    result.setAttribute(QNetworkRequest::Http2AllowedAttribute, request.url.scheme() == QLatin1String("https"));
    return result;
}

} // namespace

HttpTransfer::HttpTransfer(QNetworkAccessManager &manager, Clock &clock, const HttpRequest &request,
    const ProxySettings &proxy, qint64 idleMs, qint64 totalMs)
    : m_clock(clock)
    , m_host(hostLabel(request.url))
    , m_proxy(proxy)
    , m_maxBytes(request.maxBytes)
    , m_idleMs(idleMs)
    , m_totalMs(totalMs)
    , m_startedAt(clock.steady())
    , m_lastByteAt(m_startedAt)
    , m_reply(manager.get(networkRequest(request)))
    , m_alarm(clock.makeAlarm([this] { onAlarm(); }))
{
    m_reply->setReadBufferSize(readBuffer);
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &HttpTransfer::onHead);
    connect(m_reply, &QNetworkReply::readyRead, this, &HttpTransfer::onReadyRead);
    connect(m_reply, &QNetworkReply::finished, this, &HttpTransfer::onFinished);
    m_alarm->setIn(std::min(m_idleMs, m_totalMs));
}

HttpTransfer::~HttpTransfer()
{
    letGo();
}

void HttpTransfer::onHead()
{
    takeHead();
}

bool HttpTransfer::takeHead()
{
    m_lastByteAt = m_clock.steady();
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (m_headSeen || status < 200) {
        return true;
    }
    m_headSeen = true;
    m_answer.status = status;
    m_answer.location = m_reply->rawHeader(QByteArrayLiteral("Location"));
    m_answer.retryAfter = m_reply->rawHeader(QByteArrayLiteral("Retry-After"));
    m_answer.contentType = m_reply->rawHeader(QByteArrayLiteral("Content-Type"));
    m_wanted = status < 300;
    if (!m_wanted) {
        return true;
    }
    const qint64 length = m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong();
    if (length > m_maxBytes) {
        fail(ErrorCode::ResponseTooLarge, QStringLiteral("%1 bytes announced").arg(length));
        return false;
    }
    const QByteArray encoding = m_reply->rawHeader(QByteArrayLiteral("Content-Encoding")).trimmed().toLower();
    if (encoding == "gzip" || encoding == "x-gzip") {
        m_inflater.emplace(m_maxBytes);
        // Pages shrink to a sixth or so; a wrong guess costs a copy.
        m_answer.body.reserve(static_cast<qsizetype>(std::min(length * 8, m_maxBytes)));
    } else if (!encoding.isEmpty() && encoding != "identity") {
        fail(ErrorCode::BadCompression, QStringLiteral("unknown encoding"));
        return false;
    }
    return true;
}

void HttpTransfer::onReadyRead()
{
    takeBytes();
}

bool HttpTransfer::takeBytes()
{
    const QByteArray bytes = m_reply->readAll();
    if (bytes.isEmpty()) {
        return true;
    }
    m_lastByteAt = m_clock.steady();
    m_answer.wireBytes += bytes.size();
    if (!m_wanted) {
        if (m_answer.wireBytes > unwantedBytes && m_headSeen) {
            finish();
            return false;
        }
        return true;
    }
    if (m_answer.wireBytes > m_maxBytes) {
        fail(ErrorCode::ResponseTooLarge, QStringLiteral("more than %1 bytes").arg(m_maxBytes));
        return false;
    }
    if (!m_inflater) {
        m_answer.body.append(bytes);
        return true;
    }
    switch (m_inflater->feed(bytes, m_answer.body)) {
    case Inflater::State::TooLarge:
        fail(ErrorCode::ResponseTooLarge, QStringLiteral("more than %1 bytes when decompressed").arg(m_maxBytes));
        return false;
    case Inflater::State::Damaged:
        fail(ErrorCode::BadCompression, QStringLiteral("broken gzip"));
        return false;
    case Inflater::State::More:
    case Inflater::State::Ended:
        break;
    }
    return true;
}

void HttpTransfer::onFinished()
{
    if (!takeHead() || !takeBytes()) {
        return;
    }
    const QNetworkReply::NetworkError error = m_reply->error();
    if (error != QNetworkReply::NoError && !(m_headSeen && isStatusError(error))) {
        m_answer.error = errorOfReply(error, m_reply->errorString(), m_host, m_proxy, m_headSeen);
        finish();
        return;
    }
    if (!m_headSeen) {
        fail(ErrorCode::ConnectionLost, QStringLiteral("no HTTP answer"));
        return;
    }
    if (m_wanted) {
        const QVariant length = m_reply->header(QNetworkRequest::ContentLengthHeader);
        if (length.isValid() && length.toLongLong() != m_answer.wireBytes) {
            const QString detail = QStringLiteral("%1 of %2 bytes").arg(m_answer.wireBytes).arg(length.toLongLong());
            fail(ErrorCode::TruncatedResponse, detail);
            return;
        }
        // An empty body is no gzip stream, and is what some servers send for nothing.
        if (m_inflater && m_inflater->state() == Inflater::State::More && m_answer.wireBytes > 0) {
            fail(ErrorCode::TruncatedResponse, QStringLiteral("gzip ends early"));
            return;
        }
    }
    finish();
}

void HttpTransfer::onAlarm()
{
    const qint64 now = m_clock.steady();
    const qint64 idleLeft = m_lastByteAt + m_idleMs - now;
    const qint64 totalLeft = m_startedAt + m_totalMs - now;
    if (idleLeft > 0 && totalLeft > 0) {
        m_alarm->setIn(std::min(idleLeft, totalLeft));
        return;
    }
    const QString silent = QStringLiteral("nothing for %1 ms").arg(m_idleMs);
    const QString slow = QStringLiteral("not complete after %1 ms").arg(m_totalMs);
    fail(ErrorCode::TimedOut, idleLeft <= 0 ? silent : slow);
}

void HttpTransfer::fail(ErrorCode code, const QString &detail)
{
    m_answer.error.code = code;
    m_answer.error.subject = m_host;
    m_answer.error.detail = detail;
    finish();
}

void HttpTransfer::finish()
{
    letGo();
    // The one who waits may destroy this object: nothing of it is touched after the delivery.
    Completion<HttpAnswer> done = m_done;
    done.deliver(std::move(m_answer));
}

void HttpTransfer::letGo()
{
    m_alarm->cancel();
    if (!m_reply) {
        return;
    }
    // abort() emits finished() at once; later, not now: this may be inside a signal of the reply.
    QNetworkReply *reply = std::exchange(m_reply, nullptr);
    reply->disconnect(this);
    if (!reply->isFinished()) {
        reply->abort();
    }
    reply->deleteLater();
}

} // namespace vestnik
