// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/demoworld.h"

#include "app/demo/phrases.h"
#include "app/demo/sitetext.h"

#include <algorithm>

namespace vestnik {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 minuteMs = 60'000;
constexpr qint64 dayMs = 24 * 60 * minuteMs;

struct Cast {
    SiteChannel channel;
    QString (*phrases)() = nullptr;
    PictureStyle style = PictureStyle::Hills;
    int posts = 0;
};

SiteChannel channelOf(const QString &name, const QString &title, const QString &description, qint64 subscribers)
{
    SiteChannel channel;
    channel.name = name;
    channel.title = title;
    channel.description = description;
    channel.subscribers = subscribers;
    return channel;
}

QList<Cast> cast()
{
    QList<Cast> all{
        {channelOf(u"zarechensk_demo"_s, u"Заречье сегодня"_s,
             u"Городские новости: дороги, дворы, люди. Прислать новость: example.org/zarechensk"_s, 48'210),
            cityPhrases, PictureStyle::Skyline, 320},
        {channelOf(
             u"birzha_utrom_demo"_s, u"Биржа утром"_s, u"Рынки, цены и отчёты за пять минут до звонка."_s, 126'904),
            economyPhrases, PictureStyle::Bars, 240},
        {channelOf(u"harbor_wire_demo"_s, u"Harbor Wire"_s, u"News of Port Alder, tide by tide."_s, 9'341), wirePhrases,
            PictureStyle::Sea, 400},
        {channelOf(u"lab_notes_demo"_s, u"Lab Notes 🔬"_s, u"Science without shouting. Papers, data, corrections."_s,
             311'058),
            sciencePhrases, PictureStyle::Circles, 180},
        {channelOf(u"tech_orchard_demo"_s, u"Tech Orchard"_s,
             u"Software that grows on trees: releases & post-mortems."_s, 1'284'530),
            techPhrases, PictureStyle::Bars, 260},
        {channelOf(u"afisha_sever_demo"_s, u"Афиша Севера"_s,
             u"Театр, книги, кино и музыка. Только то, куда пошли бы сами."_s, 22'480),
            culturePhrases, PictureStyle::Stage, 160},
        {channelOf(u"pogoda_bereg_demo"_s, u"Погода на берегу"_s, u"Прогноз со станции «Маяк». Обновляем каждый час."_s,
             5'127),
            weatherPhrases, PictureStyle::Sea, 300},
        {channelOf(u"lens_daily_demo"_s, u"Lens Daily"_s, u"One photograph a day. Sometimes two."_s, 73'615),
            lensPhrases, PictureStyle::Hills, 120},
    };
    all[0].channel.verified = true;
    all[4].channel.verified = true;
    all[4].channel.color = 12;
    all[7].channel.hasPhoto = false;
    all[2].channel.color = 3;
    return all;
}

void addOtherNames(PreviewSite &site)
{
    SiteChannel closed = channelOf(u"closed_kitchen_demo"_s, u"Closed Kitchen"_s, u"Recipes behind a door."_s, 812);
    closed.previewOff = true;
    site.addChannel(closed);
    site.addName(
        u"alder_neighbours_demo"_s, SiteNameKind::Group, u"Port Alder Neighbours"_s, u"1 204 members, 37 online"_s);
    site.addName(u"nora_finch_demo"_s, SiteNameKind::User, u"Nora Finch"_s);
    site.addName(u"ferry_times_demobot"_s, SiteNameKind::Bot, u"Ferry Times"_s, u"8 122 monthly users"_s);
}

void countMedia(SiteChannel &channel, const QList<SitePost> &posts)
{
    for (const SitePost &post : posts) {
        for (const SiteMedia &media : post.media) {
            channel.photos += media.kind == SiteMediaKind::Photo ? 1 : 0;
            channel.videos += media.kind == SiteMediaKind::Video || media.kind == SiteMediaKind::PortraitVideo ? 1 : 0;
        }
        channel.links += post.card ? 1 : 0;
    }
}

void giveIds(SitePost &post, qint64 &nextId)
{
    post.id = nextId;
    if (post.kind == SiteKind::Album) {
        for (qsizetype i = 0; i < post.media.size(); ++i) {
            post.albumIds.append(post.id + i);
        }
    }
    nextId = post.lastId() + 1;
}

} // namespace

DemoWorld::DemoWorld(quint64 seed, qint64 baseTime)
    : m_seed(seed)
    , m_baseTime(baseTime)
{
    const QList<Cast> all = cast();
    for (const Cast &each : all) {
        QList<SiteChannel> neighbours;
        for (const Cast &other : all) {
            if (other.channel.name != each.channel.name) {
                neighbours.append(other.channel);
            }
        }
        m_makers.append(PostMaker(each.channel, each.phrases(), each.style, neighbours));
        m_counts.append(each.posts);
    }
}

QStringList DemoWorld::channelNames() const
{
    QStringList names;
    for (const PostMaker &each : m_makers) {
        names.append(each.channel().name);
    }
    return names;
}

QList<DemoFolder> DemoWorld::folders() const
{
    return {
        {u"News"_s, {u"zarechensk_demo"_s, u"harbor_wire_demo"_s, u"pogoda_bereg_demo"_s}},
        {u"Work"_s, {u"birzha_utrom_demo"_s, u"tech_orchard_demo"_s, u"lab_notes_demo"_s}},
        {u"Leisure"_s, {u"afisha_sever_demo"_s, u"lens_daily_demo"_s}},
    };
}

QStringList DemoWorld::otherNames() const
{
    return {u"closed_kitchen_demo"_s, u"alder_neighbours_demo"_s, u"nora_finch_demo"_s, u"ferry_times_demobot"_s,
        u"nobody_here_demo"_s};
}

const PostMaker *DemoWorld::maker(const QString &channel) const
{
    const auto same = [&channel](const PostMaker &each) {
        return each.channel().name.compare(channel, Qt::CaseInsensitive) == 0;
    };
    const auto found = std::find_if(m_makers.cbegin(), m_makers.cend(), same);
    return found == m_makers.cend() ? nullptr : &*found;
}

PreviewSite DemoWorld::makeSite() const
{
    PreviewSite site;
    for (qsizetype at = 0; at < m_makers.size(); ++at) {
        const PostMaker &each = m_makers.at(at);
        DemoRandom random(m_seed * 1000 + quint64(at));
        const int count = m_counts.at(at);
        QList<qint64> times;
        const qint64 gap = 26 * dayMs / count;
        qint64 time = m_baseTime - random.between(2, 30) * minuteMs;
        for (int i = 0; i < count; ++i) {
            times.prepend(time);
            time -= gap / 4 + qint64(random.below(int(gap * 3 / 2)));
        }
        QList<SitePost> posts{each.created(time - dayMs)};
        posts[0].id = 1;
        qint64 nextId = 2;
        for (int i = 0; i < count; ++i) {
            nextId += random.chance(70) ? random.between(1, 3) : 0;
            SitePost post = each.make(
                i, times.at(i), m_baseTime - times.at(i), random, posts.mid(std::max<qsizetype>(1, posts.size() - 12)));
            giveIds(post, nextId);
            posts.append(post);
        }
        SiteChannel channel = each.channel();
        countMedia(channel, posts);
        site.addChannel(channel, posts);
    }
    addOtherNames(site);
    return site;
}

SitePost DemoWorld::nextPost(const PreviewSite &site, const QString &channel, qint64 time, DemoRandom &random) const
{
    const PostMaker *author = maker(channel);
    if (!author) {
        SitePost post;
        post.postedAt = time;
        post.text = siteText(u"…"_s);
        return post;
    }
    return author->make(site.postCount(channel), time, 0, random, site.pagePosts(channel));
}

SitePost DemoWorld::editedPost(const QString &channel, const SitePost &post, DemoRandom &random) const
{
    const PostMaker *author = maker(channel);
    return author ? author->edited(post, random) : post;
}

PreviewSite makeBulkSite(int channels, int postsPerChannel, quint64 seed)
{
    // Texts come from a pool: making a hundred thousand of them would cost more than serving them.
    constexpr int poolSize = 640;
    const QList<Cast> all = cast();
    QList<SitePost> pool;
    DemoRandom random(seed);
    for (const Cast &each : all) {
        const PostMaker maker(each.channel, each.phrases(), each.style, {all.first().channel, all.last().channel});
        for (int i = 0; i < poolSize / int(all.size()); ++i) {
            pool.append(maker.make(i, DemoWorld::defaultBaseTime, dayMs, random, {}));
        }
    }
    PreviewSite site;
    int number = 0;
    for (int at = 1; at <= channels; ++at) {
        SiteChannel channel = channelOf(u"bulk"_s + QString::number(at).rightJustified(4, u'0'),
            u"Bulk channel "_s + QString::number(at), u"A channel for measurements."_s, 100'000 + at);
        QList<SitePost> posts;
        posts.reserve(postsPerChannel);
        qint64 nextId = 1;
        for (int i = 0; i < postsPerChannel; ++i) {
            SitePost post = pool.at(random.below(int(pool.size())));
            post.postedAt = DemoWorld::defaultBaseTime - qint64(postsPerChannel - i) * 7 * minuteMs;
            giveIds(post, nextId);
            ++number;
            if (!post.text.plain.isEmpty() && post.kind != SiteKind::Service) {
                const QString mark = QString::number(number);
                post.text.plain += u"\n"_s + mark;
                post.text.html += u"<br/>"_s + mark;
            }
            posts.append(post);
        }
        site.addChannel(channel, posts);
    }
    return site;
}

} // namespace vestnik
