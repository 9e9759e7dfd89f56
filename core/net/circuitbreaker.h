// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QHash>
#include <QSet>

namespace vestnik {

/// Decides whether a host is worth a request. Closed: all go. After `threshold` failures in a row without any success
/// on the host it opens: all are refused for a while (30 s, doubled each time up to 10 min). Then it is half open: one
/// request at a time goes as a probe, and the others wait for what comes of it.
///
/// What failed matters. A connection that is not made at all speaks of the host. An answer 5xx, a silence or a cut
/// speaks first of the page that was asked for: such failures open the breaker only if they come from `distinctKeys`
/// different pages, so that one bad page never stops the others, also not as the probe.
///
/// Pure logic: the caller passes the time (monotonic ms). One thread.
class CircuitBreaker {
public:
    static constexpr int threshold = 8;
    static constexpr int distinctKeys = 3;
    static constexpr qint64 firstPauseMs = 30'000;
    static constexpr qint64 longestPauseMs = 600'000;

    enum class State { Closed, Open, HalfOpen };
    enum class Admission {
        Go,
        Probe, ///< go; this request decides: tell succeeded(), failed() or abandoned()
        Wait, ///< a probe is under way: ask again when it has ended
        Refuse, ///< fail at once
    };
    enum class Failure {
        Connection, ///< no connection was made
        Page, ///< the host was reached, and this page failed
    };

    /// May a request for `key` (what names the page) go at `now`?
    [[nodiscard]] Admission admit(const QByteArray &key, qint64 now);
    /// The host answered. Closes the breaker; true if it was not closed.
    bool succeeded();
    /// A request failed; `probe` if admit() said so. True if the breaker opened (again).
    bool failed(const QByteArray &key, Failure failure, bool probe, qint64 now);
    /// A probe ended without a verdict (it was stopped).
    void abandoned();
    /// Closes it and forgets all failures.
    void reset();

    [[nodiscard]] State state() const { return m_state; }
    /// When it may be asked again, monotonic ms; meaningful while open.
    [[nodiscard]] qint64 openUntil() const { return m_openUntil; }

private:
    void open(qint64 now);

    State m_state = State::Closed;
    int m_failures = 0; ///< in a row
    int m_connectionFailures = 0; ///< of these
    QSet<QByteArray> m_keys; ///< of these failures, up to distinctKeys
    qint64 m_openUntil = 0;
    qint64 m_pauseMs = 0; ///< the last pause, 0 = none since the last success
    bool m_probing = false;
    QHash<QByteArray, qint64> m_failedProbes; ///< page → when it may probe again
};

} // namespace vestnik
