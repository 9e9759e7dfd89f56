// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/demo/previewserver.h"

#include <memory>

/// Ready-made troubles for a PreviewServer. A test adds some to a FaultBook and gives the server its hook:
/// `FaultBook faults; server.setHook(faults.hook()); faults.add(u"news"_s, faults::tooManyRequests(3), 2);`
namespace vestnik {

/// Makes the bad answer to one request.
using Fault = std::function<RawReply(const PreviewRequest &)>;

namespace faults {

/// 429, with `Retry-After: seconds` if given.
[[nodiscard]] Fault tooManyRequests(std::optional<int> retryAfterSeconds = std::nullopt);
/// A bare status: 500, 502, 503, 403 …
[[nodiscard]] Fault status(int status);
/// Never an answer; the connection stays open.
[[nodiscard]] Fault hang();
/// Status and headers, half of the body, then nothing more.
[[nodiscard]] Fault hangInBody();
/// RST before the first byte.
[[nodiscard]] Fault resetAtOnce();
/// RST in the middle of the body.
[[nodiscard]] Fault resetInBody();
/// The body ends (FIN) `missing` bytes before its Content-Length.
[[nodiscard]] Fault truncated(int missing = 1000);
/// A gzip stream, whatever was asked for, whose middle is overwritten.
[[nodiscard]] Fault damagedGzip();
/// About `megabytes` kB of gzip that unpack to so many MiB of zeros.
[[nodiscard]] Fault gzipBomb(int megabytes = 1024);
/// A page with a filler of so many MiB, not compressed.
[[nodiscard]] Fault hugePage(int megabytes = 50);
/// A page of nested elements.
[[nodiscard]] Fault nestedTags(int depth = 200'000);
/// The usual page with bytes in its texts that are no UTF-8.
[[nodiscard]] Fault invalidUtf8();
/// 302 to an address of the same name that answers 302 again. Add it with times = -1.
[[nodiscard]] Fault redirectLoop();
/// 302 to another address, absolute or relative.
[[nodiscard]] Fault redirectTo(const QByteArray &location);
/// 200 and the channel's head with "No posts found", as a throttled client sees it.
[[nodiscard]] Fault noPostsFound();
/// 302 to /NAME, which says "you can contact @name right away". One fetch takes two strikes: add it with times = 2.
[[nodiscard]] Fault contactPage();
/// Tag soup with NULs, the same for the same seed.
[[nodiscard]] Fault garbageHtml(quint32 seed = 1);
/// 200 with an empty body.
[[nodiscard]] Fault emptyBody();
/// A page that has nothing to do with Telegram (a captive portal).
[[nodiscard]] Fault otherSite();
/// The usual page without its links to older posts.
[[nodiscard]] Fault missingPrevLink();
/// The usual answer after so many ms.
[[nodiscard]] Fault delayed(int milliseconds);
/// The usual answer, uncompressed, `bytes` each 100 ms.
[[nodiscard]] Fault slow(int bytes = 200);

} // namespace faults

/// Which requests meet which fault. Copies share their state, so that a test keeps one and the server's hook another.
class FaultBook final {
public:
    FaultBook();

    /// Adds a fault for a channel (without regard to case; "*" = any), striking `times` requests, -1 = until cleared.
    /// The oldest that fits wins.
    void add(const QString &name, Fault fault, int times = 1);
    /// Likewise, but only for requests whose target contains the text, e.g. "before=".
    void addFor(const QString &name, const QByteArray &targetPart, Fault fault, int times = 1);
    void clear();
    /// Requests struck so far.
    [[nodiscard]] int hits() const;
    [[nodiscard]] PreviewHook hook() const;

private:
    struct State;
    std::shared_ptr<State> m_state;
};

} // namespace vestnik
