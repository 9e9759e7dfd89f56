// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/demoworld.h"
#include "app/demo/previewserver.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSocketNotifier>

#include <cstdio>
#include <unistd.h>

using namespace vestnik;

namespace {

/// Whoever started this holds the other end of standard input: when it goes, so does the server.
void endWithInput(QSocketNotifier &input)
{
    QObject::connect(&input, &QSocketNotifier::activated, &input, [] {
        char bytes[256];
        if (::read(STDIN_FILENO, bytes, sizeof bytes) <= 0) {
            QCoreApplication::exit(0);
        }
    });
}

QJsonObject announcement(const QUrl &url, const PreviewSite &site)
{
    QJsonObject posts;
    qint64 pages = 0;
    const QStringList names = site.channelNames();
    for (const QString &name : names) {
        posts.insert(name, site.postCount(name));
        pages += site.pageTargets(name).size();
    }
    return {{QStringLiteral("url"), url.toString()}, {QStringLiteral("channels"), QJsonArray::fromStringList(names)},
        {QStringLiteral("posts"), posts}, {QStringLiteral("pages"), pages}};
}

} // namespace

/// previewhost [--channels N] [--posts N] [--seed N] [--demo] [--port N] [--latency MS] [--cold]
///
/// Serves a stand-in of the web preview on 127.0.0.1: N channels `bulk0001` … of N posts each, or the demo's channels.
/// Prints {"url","channels":[names],"posts":{name: count},"pages"} in one line when every page is ready to be sent, and
/// ends when standard input does, or by a signal.
int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QCommandLineOption channels(QStringLiteral("channels"), {}, QStringLiteral("n"), QStringLiteral("1"));
    const QCommandLineOption posts(QStringLiteral("posts"), {}, QStringLiteral("n"), QStringLiteral("10000"));
    const QCommandLineOption seed(QStringLiteral("seed"), {}, QStringLiteral("n"), QStringLiteral("1"));
    const QCommandLineOption port(QStringLiteral("port"), {}, QStringLiteral("n"), QStringLiteral("0"));
    const QCommandLineOption latency(QStringLiteral("latency"), {}, QStringLiteral("ms"), QStringLiteral("0"));
    const QCommandLineOption demo(QStringLiteral("demo"));
    const QCommandLineOption cold(QStringLiteral("cold"));
    QCommandLineParser parser;
    parser.addOptions({channels, posts, seed, port, latency, demo, cold});
    parser.process(application);

    PreviewSite site = parser.isSet(demo)
        ? DemoWorld(parser.value(seed).toULongLong(), QDateTime::currentMSecsSinceEpoch()).makeSite()
        : makeBulkSite(parser.value(channels).toInt(), parser.value(posts).toInt(), parser.value(seed).toULongLong());
    PreviewServer server(std::move(site));
    server.setLatency(parser.value(latency).toInt());
    const Result<QUrl> url = server.listen(static_cast<quint16>(parser.value(port).toUInt()));
    if (!url) {
        std::fprintf(stderr, "previewhost: %s\n", qUtf8Printable(errorEnglish(url.error())));
        return 1;
    }
    if (!parser.isSet(cold)) {
        server.warmUp();
    }
    QSocketNotifier input(STDIN_FILENO, QSocketNotifier::Read);
    endWithInput(input);
    std::puts(QJsonDocument(announcement(*url, server.site())).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
    return application.exec();
}
