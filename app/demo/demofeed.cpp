// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/demofeed.h"

#include <QDateTime>

#include <algorithm>
#include <utility>

namespace vestnik {

DemoFeed::DemoFeed(PreviewServer *server, DemoWorld world, quint64 seed, std::function<qint64()> now, QObject *parent)
    : QObject(parent)
    , m_server(server)
    , m_world(std::move(world))
    , m_random(seed)
    , m_now(now ? std::move(now) : [] { return QDateTime::currentMSecsSinceEpoch(); })
    , m_timer(this)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        step();
        if (m_server) {
            start(m_intervalMs);
        }
    });
}

void DemoFeed::start(int intervalMs)
{
    m_intervalMs = std::max(1, intervalMs);
    // Uneven, as people write.
    m_timer.start(std::max(1, m_intervalMs / 2 + m_random.below(m_intervalMs + 1)));
}

void DemoFeed::stop()
{
    m_timer.stop();
}

void DemoFeed::step()
{
    if (!m_server) {
        return;
    }
    const QStringList names = m_world.channelNames();
    const QString &channel = names.at(m_random.below(int(names.size())));
    raiseViews(channel);
    if (m_random.chance(180)) {
        editOne(channel);
    } else {
        append(channel);
    }
}

void DemoFeed::append(const QString &channel)
{
    PreviewSite &site = m_server->site();
    const qint64 id = site.append(channel, m_world.nextPost(site, channel, m_now(), m_random));
    if (id > 0) {
        Q_EMIT posted(channel, id);
    }
}

void DemoFeed::editOne(const QString &channel)
{
    const QList<SitePost> recent = m_server->site().pagePosts(channel);
    if (recent.isEmpty()) {
        return;
    }
    const SitePost changed = m_world.editedPost(channel, recent.at(m_random.below(int(recent.size()))), m_random);
    if (m_server->site().replace(channel, changed)) {
        Q_EMIT edited(channel, changed.id);
    }
}

void DemoFeed::raiseViews(const QString &channel)
{
    const QList<SitePost> recent = m_server->site().pagePosts(channel);
    for (SitePost post : recent) {
        if (post.views > 0) {
            post.views += std::max<qint64>(1, post.views / m_random.between(40, 200));
            m_server->site().replace(channel, post);
        }
    }
}

} // namespace vestnik
