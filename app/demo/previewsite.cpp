// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/previewsite.h"

#include "app/demo/pictures.h"
#include "app/demo/sitemarkup.h"

#include <QUrl>
#include <QUrlQuery>

#include <algorithm>
#include <iterator>

namespace vestnik {

using namespace Qt::StringLiterals;

namespace {

bool looksLikeName(const QString &text)
{
    const auto fits = [](QChar c) { return c == u'_' || (c.unicode() < 128 && c.isLetterOrNumber()); };
    return text.size() >= 3 && text.size() <= 32 && text.at(0).isLetter()
        && std::all_of(text.cbegin(), text.cend(), fits);
}

SiteAnswer redirectTo(const QString &name)
{
    SiteAnswer answer;
    answer.status = 302;
    answer.location = QByteArray("/") + QUrl::toPercentEncoding(name);
    return answer;
}

SiteAnswer notFound()
{
    SiteAnswer answer;
    answer.status = 404;
    answer.body =
        QByteArrayLiteral("<!DOCTYPE html><html><head><title>404</title></head><body><h1>Not Found</h1></body></html>");
    return answer;
}

SiteAnswer fileAnswer(const QString &file)
{
    const qsizetype dot = file.indexOf(u'.');
    const QString suffix = dot < 0 ? QString() : file.mid(dot + 1);
    const quint64 seed = pictureSeedOf(file.left(dot).toLatin1());
    if (seed == 0 || suffix == "mp4"_L1 || suffix == "ogg"_L1) {
        return notFound();
    }
    SiteAnswer answer;
    answer.contentType = QByteArrayLiteral("image/png");
    answer.body = picturePng(seed);
    return answer;
}

qint64 idIn(const QUrlQuery &query, const QString &key)
{
    return std::max<qint64>(0, query.queryItemValue(key).toLongLong());
}

} // namespace

const PreviewSite::Channel *PreviewSite::find(const QString &name) const
{
    const auto found = m_channels.constFind(name.toLower());
    return found == m_channels.cend() ? nullptr : &found.value();
}

PreviewSite::Channel *PreviewSite::find(const QString &name)
{
    const auto found = m_channels.find(name.toLower());
    return found == m_channels.end() ? nullptr : &found.value();
}

void PreviewSite::place(Channel &channel, SitePost post)
{
    if (post.id <= 0) {
        post.id = channel.newestId + 1;
        post.albumIds.clear();
    }
    if (post.kind == SiteKind::Album && post.albumIds.isEmpty()) {
        for (qsizetype i = 0; i < post.media.size(); ++i) {
            post.albumIds.append(post.id + i);
        }
    }
    channel.newestId = std::max(channel.newestId, post.lastId());
    channel.posts.insert_or_assign(post.id, std::move(post));
    ++channel.revision;
}

void PreviewSite::addChannel(SiteChannel channel, const QList<SitePost> &posts)
{
    const QString key = channel.name.toLower();
    if (channel.numericId == 0) {
        channel.numericId = 1'000'000'000 + qint64(nameNumber(channel.name) % 900'000'000);
    }
    if (!m_order.contains(channel.name)) {
        m_order.append(channel.name);
    }
    Channel entry;
    entry.revision = m_channels.value(key).revision + 1;
    entry.info = std::move(channel);
    for (const SitePost &post : posts) {
        place(entry, post);
    }
    m_channels.insert(key, entry);
}

void PreviewSite::addName(const QString &name, SiteNameKind kind, const QString &title, const QString &extra)
{
    m_names.insert(name.toLower(), {kind, title, extra});
}

QStringList PreviewSite::channelNames() const
{
    return m_order;
}

std::optional<SiteChannel> PreviewSite::channel(const QString &name) const
{
    const Channel *found = find(name);
    return found ? std::optional(found->info) : std::nullopt;
}

bool PreviewSite::setChannel(const SiteChannel &channel)
{
    Channel *found = find(channel.name);
    if (!found) {
        return false;
    }
    const QString name = found->info.name;
    const qint64 numericId = found->info.numericId;
    found->info = channel;
    found->info.name = name;
    found->info.numericId = channel.numericId == 0 ? numericId : channel.numericId;
    ++found->revision;
    return true;
}

QList<SitePost> PreviewSite::posts(const QString &name) const
{
    QList<SitePost> all;
    if (const Channel *found = find(name)) {
        all.reserve(qsizetype(found->posts.size()));
        for (const auto &[id, post] : found->posts) {
            all.append(post);
        }
    }
    return all;
}

int PreviewSite::postCount(const QString &name) const
{
    const Channel *found = find(name);
    return found ? int(found->posts.size()) : 0;
}

std::optional<SitePost> PreviewSite::post(const QString &name, qint64 messageId) const
{
    const Channel *found = find(name);
    if (!found) {
        return std::nullopt;
    }
    auto next = found->posts.upper_bound(messageId);
    if (next == found->posts.begin()) {
        return std::nullopt;
    }
    const SitePost &candidate = std::prev(next)->second;
    const bool owns = candidate.id == messageId || candidate.albumIds.contains(messageId);
    return owns ? std::optional(candidate) : std::nullopt;
}

qint64 PreviewSite::newestId(const QString &name) const
{
    const Channel *found = find(name);
    return found ? found->newestId : 0;
}

qint64 PreviewSite::append(const QString &name, SitePost post)
{
    Channel *found = find(name);
    if (!found) {
        return 0;
    }
    if (post.id <= 0) {
        post.id = found->newestId + 1;
        post.albumIds.clear();
    }
    const qint64 id = post.id;
    place(*found, std::move(post));
    return id;
}

bool PreviewSite::replace(const QString &name, const SitePost &post)
{
    Channel *found = find(name);
    if (!found || !found->posts.contains(post.id)) {
        return false;
    }
    place(*found, post);
    return true;
}

bool PreviewSite::remove(const QString &name, qint64 messageId)
{
    const std::optional<SitePost> owner = post(name, messageId);
    Channel *found = find(name);
    if (!owner || !found) {
        return false;
    }
    found->posts.erase(owner->id);
    ++found->revision;
    return true;
}

void PreviewSite::skipIds(const QString &name, int count)
{
    if (Channel *found = find(name)) {
        found->newestId += count;
    }
}

void PreviewSite::setPageSizes(const QList<int> &sizes)
{
    m_pageSizes = sizes.isEmpty() ? QList<int>{20} : sizes;
    for (Channel &channel : m_channels) {
        ++channel.revision;
    }
}

void PreviewSite::setMediaBase(const QString &base)
{
    m_mediaBase = base;
    for (Channel &channel : m_channels) {
        ++channel.revision;
    }
}

QList<SitePost> PreviewSite::pagePosts(const QString &name, qint64 before, qint64 after) const
{
    QList<SitePost> shown;
    const Channel *found = find(name);
    if (!found) {
        return shown;
    }
    const std::map<qint64, SitePost> &all = found->posts;
    const qint64 anchor = before > 0 ? before : after;
    const int limit = std::max(1, m_pageSizes.at(qsizetype(anchor % m_pageSizes.size())));
    if (after > 0 && before <= 0) {
        for (auto at = all.upper_bound(after); at != all.end() && shown.size() < limit; ++at) {
            shown.append(at->second);
        }
        return shown;
    }
    auto at = before > 0 ? all.lower_bound(before) : all.end();
    while (at != all.begin() && shown.size() < limit) {
        --at;
        shown.append(at->second);
    }
    std::reverse(shown.begin(), shown.end());
    return shown;
}

QByteArray PreviewSite::page(const QString &name, qint64 before, qint64 after) const
{
    const Channel *found = find(name);
    if (!found || found->info.previewOff) {
        return {};
    }
    const QList<SitePost> shown = pagePosts(name, before, after);
    PageLinks links;
    if (!shown.isEmpty()) {
        const qint64 last = shown.last().lastId();
        links.before = found->posts.begin()->first < shown.first().id ? shown.first().id : 0;
        links.after = found->posts.rbegin()->first > last ? last : 0;
        links.canonical = last + 1;
    }
    return historyPage({found->info, m_mediaBase}, shown, links);
}

QByteArray PreviewSite::plainPage(const QString &name) const
{
    if (const Channel *found = find(name)) {
        return channelPlainPage({found->info, m_mediaBase});
    }
    const Name other = m_names.value(name.toLower());
    return namePlainPage(name, other.kind, other.title, other.extra);
}

QByteArray PreviewSite::postPage(const QString &name, qint64 messageId, bool embed) const
{
    const Channel *found = find(name);
    const std::optional<SitePost> owner = post(name, messageId);
    return found && owner ? singlePostPage({found->info, m_mediaBase}, *owner, embed) : QByteArray();
}

quint64 PreviewSite::revision(const QString &name) const
{
    const Channel *found = find(name);
    return found ? found->revision : 0;
}

QList<QByteArray> PreviewSite::pageTargets(const QString &name) const
{
    QList<QByteArray> targets;
    const Channel *found = find(name);
    if (!found || found->info.previewOff) {
        return targets;
    }
    const QByteArray base = QByteArray("/s/") + found->info.name.toLatin1();
    targets.append(base);
    QList<SitePost> shown = pagePosts(name);
    while (!shown.isEmpty() && shown.first().id > found->posts.begin()->first) {
        const qint64 before = shown.first().id;
        targets.append(base + "?before=" + QByteArray::number(before));
        shown = pagePosts(name, before);
    }
    return targets;
}

SiteAnswer PreviewSite::answer(const QByteArray &target) const
{
    const QUrl url = QUrl::fromEncoded(target);
    const QStringList parts = url.path().split(u'/', Qt::SkipEmptyParts);
    if (parts.isEmpty()) {
        return notFound();
    }
    if (parts.first() == "file"_L1) {
        return fileAnswer(parts.last());
    }
    const QUrlQuery query(url);
    const bool history = parts.first() == "s"_L1 && parts.size() > 1;
    const QString &name = parts.at(history ? 1 : 0);
    const Channel *found = find(name);
    if (!looksLikeName(name)) {
        return notFound();
    }
    SiteAnswer answer;
    answer.channel = found ? name.toLower() : QString();
    if (history) {
        if (!found || found->info.previewOff) {
            return redirectTo(name);
        }
        const qint64 around = parts.value(2).toLongLong();
        answer.body =
            around > 0 ? page(name, 0, around - 1) : page(name, idIn(query, u"before"_s), idIn(query, u"after"_s));
        return answer;
    }
    if (parts.size() > 1 && found) {
        answer.body = postPage(name, parts.at(1).toLongLong(), query.hasQueryItem(u"embed"_s));
        return answer.body.isEmpty() ? redirectTo(found->info.name) : answer;
    }
    answer.body = plainPage(name);
    return answer;
}

} // namespace vestnik
