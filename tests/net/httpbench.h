// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/net/httpclient.h"
#include "tests/net/outcome.h"
#include "tests/net/scriptserver.h"
#include "tests/support/fakeclock.h"

#include <memory>

namespace vestnik {

using Got = Outcome<Result<HttpResponse>>;

/// Client, server and clock of one test.
struct HttpBench {
    static constexpr qint64 never = 1'000'000'000'000; ///< ms: no time-out, whatever the clock is moved by

    FakeClock clock;
    ScriptServer server;
    std::unique_ptr<HttpClient> client = std::make_unique<HttpClient>(clock);

    explicit HttpBench(ScriptServer::Script script)
        : server(std::move(script))
    {
        client->setPace(0, 1);
        client->setTimeout(never);
        ProxySettings direct;
        direct.kind = ProxySettings::Kind::None;
        client->setProxy(direct);
    }
    [[nodiscard]] Got get(const QString &path, StopToken stop = {}, qint64 maxBytes = httpMaxBytes)
    {
        HttpRequest request(server.url(path));
        request.maxBytes = maxBytes;
        return Got(client->get(request, std::move(stop)));
    }
};

} // namespace vestnik

// Lets pauses between tries pass while it waits.
#define SETTLE(bench, got) QTRY_VERIFY_WITH_TIMEOUT(((bench).clock.advance(61'000), (got).ready()), 20'000)
