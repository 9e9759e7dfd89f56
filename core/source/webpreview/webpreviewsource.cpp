// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/source/webpreview/webpreviewsource.h"

#include "core/base/completion.h"
#include "core/base/logging.h"
#include "core/source/webpreview/pagejudge.h"
#include "core/source/webpreview/previewparser.h"
#include "core/source/webpreview/studyfolder.h"

#include <QRandomGenerator>
#include <QUrlQuery>

#include <algorithm>

namespace vestnik {
namespace {

constexpr int parserThreads = 2;
constexpr int longestName = 64;

/// What may stand in the path. Whether Telegram would take it is for Telegram to say.
bool isUsable(const QString &name)
{
    const auto good = [](QChar c) {
        const char16_t u = c.unicode();
        return (u >= u'a' && u <= u'z') || (u >= u'A' && u <= u'Z') || (u >= u'0' && u <= u'9') || u == u'_';
    };
    return !name.isEmpty() && name.size() <= longestName && std::all_of(name.cbegin(), name.cend(), good);
}

} // namespace

/// What a task of the pool makes of a page's bytes.
struct WebPreviewSource::Reading {
    PreviewPage page;
    QList<MessageId> announced; ///< if posts could not be read
    QString keptFile; ///< if the page was kept for study
};

/// A page with what it took to get it.
struct WebPreviewSource::Fetched {
    Reading reading;
    qint64 bytes = 0;
    int requests = 0;
};

WebPreviewSource::WebPreviewSource(HttpClient &client, Clock &clock, const QString &studyDir, QObject *parent)
    : ChannelSource(parent)
    , m_client(client)
    , m_clock(clock)
    , m_studyDir(studyDir)
{
    m_pool.setMaxThreadCount(parserThreads);
}

WebPreviewSource::~WebPreviewSource()
{
    m_live.stopAll();
    Q_ASSERT(m_live.size() == 0);
    m_pool.clear();
}

QCoro::Task<Result<SourcePage>> WebPreviewSource::fetch(PageRequest request, StopToken stop)
{
    if (!isUsable(request.username)) {
        co_return failure(ErrorCode::InvalidArgument, request.username, QStringLiteral("not a name"));
    }
    if (request.before == 1) {
        SourcePage nothing;
        nothing.info.username = request.username;
        nothing.atBeginning = true;
        co_return nothing;
    }
    LiveSet::Entry live(m_live, stop);
    const StopToken token = live.token();
    if (token.stopRequested()) {
        co_return failure(ErrorCode::Cancelled, request.username);
    }
    co_return co_await settle(request, token);
}

QCoro::Task<Result<SourcePage>> WebPreviewSource::settle(PageRequest request, StopToken stop)
{
    using Kind = PageVerdict::Kind;
    qint64 bytes = 0;
    int requests = 0;
    for (int tries = 1;; ++tries) {
        Result<Fetched> fetched = co_await load(request.username, request.before, stop);
        PageVerdict verdict;
        if (fetched) {
            bytes += fetched->bytes;
            requests += fetched->requests;
            verdict = judgePage(fetched->reading.page, request, m_retry.attempts);
        } else if (fetched.error().code == ErrorCode::TooManyRedirects) {
            // A login page that leads back is one of the ways in which a client is kept out.
            verdict.kind = Kind::AskAgain;
            verdict.tries = m_retry.attempts;
            verdict.error = fetched.error();
        } else {
            co_return failure(fetched.error());
        }
        if (verdict.kind == Kind::Good) {
            SourcePage page = sourcePageOf(fetched->reading.page, request, fetched->reading.announced);
            page.bytes = bytes;
            page.requests = requests;
            co_return page;
        }
        if (verdict.kind == Kind::Failed) {
            co_return failure(verdict.error);
        }
        if (tries < std::min(verdict.tries, std::max(2, m_retry.attempts))) {
            const qint64 delay = m_retry.delay(tries, QRandomGenerator::global()->generateDouble());
            const bool timeIsUp = co_await Pause(m_clock, stop, delay);
            if (!timeIsUp) {
                co_return failure(ErrorCode::Cancelled, request.username);
            }
            continue;
        }
        if (verdict.kind == Kind::AskAgain) {
            co_return failure(verdict.error);
        }
        if (verdict.kind == Kind::PerhapsBeginning) {
            Result<SourcePage> beginning = co_await acceptBeginning(request, stop);
            if (beginning) {
                beginning->bytes += bytes;
                beginning->requests += requests;
            }
            co_return beginning;
        }
        SourcePage empty;
        empty.info = fetched->reading.page.info;
        if (empty.info.username.isEmpty()) {
            empty.info.username = request.username;
        }
        empty.unknown = fetched->reading.page.unknown;
        empty.atBeginning = true;
        empty.bytes = bytes;
        empty.requests = requests;
        co_return empty;
    }
}

QCoro::Task<Result<SourcePage>> WebPreviewSource::acceptBeginning(PageRequest request, StopToken stop)
{
    // A limited client gets empty pages everywhere: only where the newest page has posts is an older empty one
    // believed.
    const Result<Fetched> newest = co_await load(request.username, 0, stop);
    if (!newest) {
        co_return failure(newest.error());
    }
    PageRequest newestRequest(request.username, 0, true);
    const PageVerdict verdict = judgePage(newest->reading.page, newestRequest, 1);
    if (verdict.kind != PageVerdict::Kind::Good) {
        const QString detail = QStringLiteral("no posts before %1, and none at all").arg(request.before);
        co_return failure(ErrorCode::Throttled, request.username, detail);
    }
    SourcePage beginning;
    beginning.info = newest->reading.page.info;
    if (beginning.info.username.isEmpty()) {
        beginning.info.username = request.username;
    }
    IdRange nothingThere;
    nothingThere.from = 1;
    nothingThere.to = request.before - 1;
    beginning.covered.append(nothingThere);
    beginning.atBeginning = true;
    beginning.bytes = newest->bytes;
    beginning.requests = newest->requests;
    co_return beginning;
}

QCoro::Task<Result<WebPreviewSource::Fetched>> WebPreviewSource::load(QString name, MessageId before, StopToken stop)
{
    HttpRequest request(pageUrl(name, before));
    // The words of the counters are read: in one language.
    request.acceptLanguage = QByteArrayLiteral("en");
    Result<HttpResponse> response = co_await m_client.get(request, stop);
    if (!response) {
        co_return failure(response.error());
    }
    Completion<Reading> read;
    const QByteArray html = response->body;
    const QString folder = m_studyDir;
    const auto task = [this, read, html, name, before, folder] {
        Reading reading;
        reading.page = parsePreviewPage(html, name);
        const bool senseless = reading.page.pageClass == PageClass::NotTelegram && !html.trimmed().isEmpty();
        if (reading.page.postsUnreadable > 0 || senseless) {
            reading.announced = announcedIds(html);
            const QString file = name + QLatin1Char('-') + QString::number(before);
            reading.keptFile = keepForStudy(folder, file, html);
        }
        const auto deliver = [read, reading]() mutable { read.deliver(std::move(reading)); };
        QMetaObject::invokeMethod(this, deliver, Qt::QueuedConnection);
    };
    m_pool.start(task);
    std::optional<Reading> reading = co_await read.wait(stop);
    if (!reading) {
        co_return failure(ErrorCode::Cancelled, name);
    }
    if (!reading->keptFile.isEmpty()) {
        Q_EMIT pageKept(name, reading->keptFile, reading->page.postsUnreadable);
    }
    Fetched fetched;
    fetched.reading = std::move(*reading);
    fetched.bytes = response->wireBytes;
    fetched.requests = response->requests;
    co_return fetched;
}

QUrl WebPreviewSource::pageUrl(const QString &name, MessageId before) const
{
    QUrl url = m_baseUrl;
    QString path = url.path();
    while (path.endsWith(QLatin1Char('/'))) {
        path.chop(1);
    }
    url.setPath(path + QLatin1String("/s/") + name);
    QUrlQuery query;
    if (before > 0) {
        query.addQueryItem(QStringLiteral("before"), QString::number(before));
    }
    url.setQuery(query);
    return url;
}

} // namespace vestnik
