// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/source/webpreview/webpreviewsource.h"
#include "tests/net/outcome.h"
#include "tests/support/fakeclock.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace vestnik;
using Read = Outcome<Result<SourcePage>>;

namespace {

constexpr int patience = 60'000; // ms, of a busy computer
constexpr qint64 limit = 1'000'000'000'000; // ms: no time-out, whatever the clock is moved by

/// A source that reads from the stand-in server, and a clock that only pauses wait for.
struct Reader {
    FakeClock clock;
    HttpClient client{clock};
    WebPreviewSource source{client, clock, {}};

    explicit Reader(const QUrl &server)
    {
        client.setPace(0, 1);
        client.setTimeout(limit);
        source.setBaseUrl(server);
    }
    [[nodiscard]] Read fetch(const PageRequest &request, const StopToken &stop = {})
    {
        return Read(source.fetch(request, stop));
    }
};

const QString bad = QStringLiteral("badnews");
const QString good = QStringLiteral("goodnews");

} // namespace

// Lets pauses pass while it waits.
#define SETTLE(reader, got) QTRY_VERIFY_WITH_TIMEOUT(((reader).clock.advance(61'000), (got).ready()), patience)

/// Every fault that the stand-in server knows, against the real client and parser.
class TestWebPreviewFaults final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const QString script = QStringLiteral(VESTNIK_SHARED_DIR "/tools/previewd/previewd.py");
        const QString python = QStandardPaths::findExecutable(QStringLiteral("python3"));
        if (!QFile::exists(script) || python.isEmpty()) {
            QSKIP("python3 or the stand-in server is not there");
        }
        QSignalSpy output(&m_server, &QProcess::readyReadStandardOutput);
        m_server.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_server.start(python,
            {QStringLiteral("-B"), script, QStringLiteral("--port"), QStringLiteral("0"),
                QStringLiteral("--control-port"), QStringLiteral("0"), QStringLiteral("--max-seconds"),
                QStringLiteral("900"), QStringLiteral("--channel"), QStringLiteral("BadNews:120:mixed"),
                QStringLiteral("--channel"), QStringLiteral("GoodNews:60:ru")});
        while (!m_server.canReadLine()) {
            QVERIFY(output.wait(patience));
        }
        const QJsonObject line = QJsonDocument::fromJson(m_server.readLine()).object();
        m_url = QUrl(line.value(QLatin1String("url")).toString());
        m_control = m_url;
        m_control.setPort(line.value(QLatin1String("control_port")).toInt());
        QVERIFY(m_url.port() > 0 && m_control.port() > 0);
    }

    void cleanup()
    {
        if (m_server.state() == QProcess::Running) {
            setFault(QByteArrayLiteral("{\"clear\": true}"));
        }
    }

    void cleanupTestCase()
    {
        if (m_server.state() == QProcess::Running) {
            QSignalSpy ended(&m_server, &QProcess::finished);
            m_server.terminate();
            QVERIFY(ended.wait(patience));
        }
    }

    void aFaultStopsNoOtherChannelAndPasses_data()
    {
        QTest::addColumn<QByteArray>("fault");
        QTest::addColumn<QString>("errors"); // of a lasting fault, by name; empty: the page is read all the same
        const auto row = [](const char *name, const char *fault, const char *errors) {
            QTest::newRow(name) << QByteArray(fault) << QString::fromLatin1(errors);
        };
        row("429", "\"kind\": \"429\"", "too_many_requests");
        row("429, wait 5 s", "\"kind\": \"429\", \"retry_after\": 5", "too_many_requests");
        row("500", "\"kind\": \"500\"", "server_error");
        row("502", "\"kind\": \"502\"", "server_error");
        row("503", "\"kind\": \"503\"", "server_error");
        row("403", "\"kind\": \"403\"", "http_status");
        row("404", "\"kind\": \"404\"", "http_status");
        row("late", "\"kind\": \"delay\", \"ms\": 300", "");
        row("slow", "\"kind\": \"slow\", \"bytes_per_s\": 30000", "");
        row("reset", "\"kind\": \"reset\"", "truncated_response connection_lost");
        row("truncated", "\"kind\": \"truncated\"", "truncated_response");
        row("damaged gzip", "\"kind\": \"bad_gzip\"", "bad_compression");
        row("gzip bomb", "\"kind\": \"gzip_bomb\", \"mb\": 256", "response_too_large");
        row("huge page", "\"kind\": \"huge\", \"mb\": 50", "response_too_large");
        row("nested page", "\"kind\": \"deep\", \"depth\": 200000", "not_telegram");
        row("invalid UTF-8", "\"kind\": \"bad_utf8\"", "");
        row("garbage", "\"kind\": \"garbage_html\"", "not_telegram unreadable_page");
        row("nothing", "\"kind\": \"empty_200\"", "not_telegram");
        row("login loop", "\"kind\": \"login_redirect_loop\"", "too_many_redirects");
        row("empty page", "\"kind\": \"false_empty\"", "throttled");
        row("contact page", "\"kind\": \"contact_page\"", "throttled");
        row("no link to older posts", "\"kind\": \"no_prev_link\"", "");
    }
    void aFaultStopsNoOtherChannelAndPasses()
    {
        QFETCH(QByteArray, fault);
        QFETCH(QString, errors);
        Reader reader(m_url);
        setFault("{\"name\": \"badnews\", \"times\": -1, " + fault + "}");
        const Read lasting = reader.fetch(PageRequest(bad, 0, true));
        const Read other = reader.fetch(PageRequest(good, 0, true));
        SETTLE(reader, lasting);
        SETTLE(reader, other);
        QVERIFY2(other.value(), qPrintable(other.value() ? QString() : errorEnglish(other->error())));
        if (errors.isEmpty()) {
            QVERIFY2(lasting.value(), qPrintable(lasting.value() ? QString() : errorEnglish(lasting->error())));
        } else {
            QVERIFY(!lasting.value());
            const QString name = errorCodeName(lasting->error().code);
            QVERIFY2(errors.split(QLatin1Char(' ')).contains(name), qPrintable(errorEnglish(lasting->error())));
        }
        setFault(QByteArrayLiteral("{\"clear\": true}"));
        const Read after = reader.fetch(PageRequest(bad, 0, true));
        SETTLE(reader, after);
        QVERIFY2(after.value(), qPrintable(after.value() ? QString() : errorEnglish(after->error())));
        QVERIFY(!after.value()->posts.isEmpty());
    }

    void aFaultThatStrikesOnceIsOvercome_data()
    {
        QTest::addColumn<QByteArray>("fault");
        const QList<QByteArray> kinds{"429", "500", "503", "reset", "truncated", "bad_gzip", "empty_200",
            "garbage_html", "false_empty", "contact_page", "login_redirect_loop"};
        for (const QByteArray &kind : kinds) {
            QTest::newRow(kind.constData()) << QByteArray("\"kind\": \"" + kind + "\"");
        }
    }
    void aFaultThatStrikesOnceIsOvercome()
    {
        QFETCH(QByteArray, fault);
        Reader reader(m_url);
        setFault("{\"name\": \"badnews\", \"times\": 1, " + fault + "}");
        const Read read = reader.fetch(PageRequest(bad, 0, true));
        SETTLE(reader, read);
        QVERIFY2(read.value(), qPrintable(read.value() ? QString() : errorEnglish(read->error())));
        QVERIFY(talk(QStringLiteral("/_fault"), {}).contains("\"times_left\": 0"));
    }

    void silenceTimesOutAndStopEndsIt()
    {
        setFault(QByteArrayLiteral("{\"name\": \"*\", \"kind\": \"timeout\", \"times\": -1, \"seconds\": 60}"));
        Reader reader(m_url);
        reader.client.setTimeout(5000);
        reader.client.setAttempts(1);
        const Read silent = reader.fetch(PageRequest(bad, 0, true));
        QTRY_VERIFY_WITH_TIMEOUT((reader.clock.advance(1000), silent.ready()), patience);
        QCOMPARE(silent->error().code, ErrorCode::TimedOut);
        StopSource stop;
        const Read first = reader.fetch(PageRequest(bad, 0, true), stop.token());
        const Read second = reader.fetch(PageRequest(good, 0, true), stop.token());
        stop.requestStop();
        QVERIFY(first.ready() && second.ready());
        QCOMPARE(first->error().code, ErrorCode::Cancelled);
        QCOMPARE(second->error().code, ErrorCode::Cancelled);
        QCOMPARE(reader.client.live() + reader.source.live() + reader.clock.pending(), 0);
    }

    void aHostThatIsDownIsReadWhenItIsBack()
    {
        Reader reader(m_url);
        reader.client.setAttempts(1);
        setFault(QByteArrayLiteral("{\"kind\": \"host_down\", \"seconds\": 1}"));
        // Asks again and again until an answer is as wanted.
        auto read = std::make_unique<Read>(reader.fetch(PageRequest(bad, 0, true)));
        const auto settles = [&reader, &read](bool wanted) {
            reader.clock.advance(61'000);
            if (!read->ready()) {
                return false;
            }
            if (read->value().has_value() == wanted) {
                return true;
            }
            read = std::make_unique<Read>(reader.fetch(PageRequest(bad, 0, true)));
            return false;
        };
        QTRY_VERIFY_WITH_TIMEOUT(settles(false), patience);
        QTRY_VERIFY_WITH_TIMEOUT(settles(true), patience);
    }

    void noPostIsLostOrSkippedWhateverHappens()
    {
        Reader reader(m_url);
        reader.client.setAttempts(10);
        reader.source.setAttempts(10);
        const QList<QByteArray> kinds{"429", "500", "reset", "truncated", "bad_gzip", "false_empty", "empty_200",
            "no_prev_link", "contact_page", "login_redirect_loop"};
        int seed = 1;
        for (const QByteArray &kind : kinds) {
            setFault("{\"name\": \"badnews\", \"times\": -1, \"probability\": 0.08, \"scope\": \"s\", \"seed\": "
                + QByteArray::number(++seed) + ", \"kind\": \"" + kind + "\"}");
        }
        QList<MessageId> ids;
        Coverage covered;
        PageRequest request(bad);
        for (int pages = 0; pages < 100; ++pages) {
            const Read read = reader.fetch(request);
            SETTLE(reader, read);
            QVERIFY2(read.value(), qPrintable(read.value() ? QString() : errorEnglish(read->error())));
            const SourcePage &page = *read.value();
            for (auto post = page.posts.crbegin(); post != page.posts.crend(); ++post) {
                ids.prepend(post->messageId);
            }
            std::sort(ids.begin(), ids.end());
            for (const IdRange &range : page.covered) {
                covered.add(range);
            }
            if (page.atBeginning) {
                break;
            }
            request = PageRequest(bad, page.next, true, page.olderPromised);
        }
        setFault(QByteArrayLiteral("{\"clear\": true}"));
        QCOMPARE(ids, truth(QStringLiteral("BadNews")));
        QCOMPARE(covered.ranges().size(), 1);
        QCOMPARE(covered.lowest(), MessageId(1));
    }

private:
    QByteArray talk(const QString &path, const QByteArray &json)
    {
        QUrl url = m_control;
        url.setPath(path);
        QNetworkRequest request(url);
        request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
        QNetworkReply *reply = json.isEmpty() ? m_network.get(request) : m_network.post(request, json);
        QSignalSpy finished(reply, &QNetworkReply::finished);
        if (!reply->isFinished()) {
            finished.wait(patience);
        }
        const QByteArray body = reply->readAll();
        reply->deleteLater();
        return body;
    }
    void setFault(const QByteArray &json)
    {
        const QByteArray answer = talk(QStringLiteral("/_fault"), json);
        QVERIFY2(QJsonDocument::fromJson(answer).isObject(), answer.constData());
    }
    QList<MessageId> truth(const QString &channel)
    {
        const QJsonObject answer = QJsonDocument::fromJson(talk(QLatin1String("/_truth/") + channel, {})).object();
        QList<MessageId> ids;
        const QJsonArray posts = answer.value(QLatin1String("posts")).toArray();
        for (const QJsonValue &post : posts) {
            ids.append(static_cast<MessageId>(post.toObject().value(QLatin1String("id")).toDouble()));
        }
        std::sort(ids.begin(), ids.end());
        return ids;
    }

    QProcess m_server;
    QUrl m_url;
    QUrl m_control;
    QNetworkAccessManager m_network;
};

QTEST_GUILESS_MAIN(TestWebPreviewFaults)
#include "tst_webpreviewfaults.moc"
