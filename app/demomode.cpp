// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demomode.h"

#include "app/demo/demofeed.h"
#include "app/demo/demoworld.h"
#include "app/demo/previewserver.h"
#include "core/base/logging.h"

#include <QDateTime>

namespace vestnik {
namespace {

constexpr quint64 demoSeed = 1;
constexpr qint64 demoIntervalMs = 15'000;
constexpr int demoPostEveryMs = 4'000;

} // namespace

void prepareDemo(EngineLink &link)
{
    link.setPrologue([](EngineSetup &setup) {
        const DemoWorld world(demoSeed, QDateTime::currentMSecsSinceEpoch());
        auto server = std::make_unique<PreviewServer>(world.makeSite());
        const Result<QUrl> url = server->listen();
        if (!url) {
            qCCritical(lcApp) << "the demo has no server:" << errorEnglish(url.error());
            return std::unique_ptr<QObject>(std::move(server));
        }
        (void)setup.settings.fix(SettingId::PreviewUrl, url->toString());
        (void)setup.settings.fix(SettingId::PreviewPace, 20);
        (void)setup.settings.fix(SettingId::ProxyKind, QStringLiteral("none"));
        setup.intervalMs = demoIntervalMs;
        auto *feed = new DemoFeed(server.get(), world, demoSeed, {}, server.get());
        feed->start(demoPostEveryMs);
        return std::unique_ptr<QObject>(std::move(server));
    });
}

void populateDemo(EngineLink &link)
{
    link.withEngine([](Engine &engine) {
        const DemoWorld world(demoSeed);
        QList<ChannelDraft> drafts;
        for (const DemoFolder &folder : world.folders()) {
            for (const QString &name : folder.channels) {
                drafts.append({name, folder.name});
            }
        }
        if (const Result<AddedChannels> added = engine.addChannels(drafts)) {
            engine.startScheduler();
        }
    });
}

} // namespace vestnik
