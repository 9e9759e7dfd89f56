// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/completion.h"
#include "core/base/result.h"
#include "core/net/httptypes.h"
#include "core/net/inflater.h"

#include <QObject>

#include <memory>
#include <optional>

class QNetworkAccessManager;
class QNetworkReply;

namespace vestnik {

/// The answer to one request as sent, without redirects and retries. A value.
struct HttpAnswer {
    int status = 0; ///< 0: no head came
    QByteArray location; ///< of a redirect
    QByteArray retryAfter; ///< header of that name
    QByteArray contentType;
    QByteArray body; ///< decompressed; of a 2xx only
    qint64 wireBytes = 0; ///< of the body
    Error error; ///< of the transfer; code None if the answer is whole, whatever its status
};

/// One HTTP GET in flight. Begins when made, and delivers exactly one HttpAnswer, unless it is destroyed before: then
/// the reply is aborted. The delivery may destroy it. Engine thread; a local of the coroutine that waits.
class HttpTransfer final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HttpTransfer)

public:
    /// `proxy` only for the text of errors; `idleMs`: longest time without a byte; `totalMs`: longest time in all.
    HttpTransfer(QNetworkAccessManager &manager, Clock &clock, const HttpRequest &request, const ProxySettings &proxy,
        qint64 idleMs, qint64 totalMs);
    ~HttpTransfer() override;

    [[nodiscard]] Completion<HttpAnswer> done() const { return m_done; }

private:
    /// Reads the head once it is there; false if the transfer ended with it.
    bool takeHead();
    void onHead();
    void onReadyRead();
    void onFinished();
    void onAlarm();
    /// Takes what has come; false if the transfer ended with it.
    bool takeBytes();
    void fail(ErrorCode code, const QString &detail);
    void finish();
    void letGo();

    Clock &m_clock;
    const QString m_host;
    const ProxySettings m_proxy;
    const qint64 m_maxBytes;
    const qint64 m_idleMs;
    const qint64 m_totalMs;
    const qint64 m_startedAt;
    qint64 m_lastByteAt;
    QNetworkReply *m_reply = nullptr; ///< a child of the manager; given up by letGo()
    bool m_headSeen = false;
    bool m_wanted = false; ///< the body is kept
    HttpAnswer m_answer;
    std::optional<Inflater> m_inflater;
    std::unique_ptr<ClockAlarm> m_alarm;
    Completion<HttpAnswer> m_done;
};

} // namespace vestnik
