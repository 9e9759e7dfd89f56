// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/postmaker.h"

#include "app/demo/sitetext.h"

#include <algorithm>
#include <array>
#include <utility>

namespace vestnik {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<QStringView, 10> emojis{u"👍", u"❤️", u"🔥", u"👏", u"😁", u"🤔", u"😢", u"🎉", u"🙏", u"👀"};
constexpr std::array<std::pair<QStringView, QStringView>, 4> customEmojis{
    std::pair<QStringView, QStringView>{u"5345799227572257356", u"🔥"},
    std::pair<QStringView, QStringView>{u"5226639745106330551", u"⚡️"},
    std::pair<QStringView, QStringView>{u"5341715473882955310", u"✅"},
    std::pair<QStringView, QStringView>{u"5368324170671202286", u"🎭"}};

QString parts(const QString &entry, int index)
{
    return entry.split(u'|').value(index).trimmed();
}

QString cutAt(const QString &text, qsizetype length)
{
    const QString line = text.section(u'\n', 0, 0);
    return line.size() <= length ? line : QString(line.left(length) + u'…');
}

QString capitalised(const QString &text)
{
    return text.left(1).toUpper() + text.mid(1);
}

bool mayBeForwarded(const SitePost &post)
{
    return post.kind != SiteKind::Service && post.kind != SiteKind::Unsupported && post.kind != SiteKind::Poll;
}

} // namespace

PostMaker::PostMaker(SiteChannel channel, const QString &phrases, PictureStyle style, QList<SiteChannel> neighbours)
    : m_channel(std::move(channel))
    , m_book(phrases)
    , m_style(style)
    , m_neighbours(std::move(neighbours))
{
}

SitePost PostMaker::created(qint64 time) const
{
    SitePost post;
    post.postedAt = time - time % 1000;
    post.kind = SiteKind::Service;
    post.text = siteText(u"Channel created"_s);
    return post;
}

SitePost PostMaker::make(
    int number, qint64 time, qint64 ageMs, DemoRandom &random, const QList<SitePost> &earlier) const
{
    SitePost post;
    post.postedAt = time - time % 1000;
    post.kind = kindOf(number, random);
    fill(post, random, earlier);
    if (post.kind != SiteKind::Service) {
        decorate(post, number, random, earlier);
        countUp(post, ageMs, random);
    }
    return post;
}

SitePost PostMaker::edited(SitePost post, DemoRandom &random) const
{
    post.views += std::max<qint64>(1, post.views / 50);
    if (!post.text.plain.isEmpty() && post.kind != SiteKind::Service) {
        post.edited = true;
        post.text = siteText(post.kind == SiteKind::Text ? longText(random) : caption(random));
    }
    return post;
}

SiteKind PostMaker::kindOf(int number, DemoRandom &random) const
{
    switch (number % 64) {
    case 5:
        return SiteKind::Round;
    case 9:
        return SiteKind::Voice;
    case 14:
        return SiteKind::Audio;
    case 19:
        return SiteKind::Document;
    case 23:
        return SiteKind::Poll;
    case 28:
        return SiteKind::Sticker;
    case 33:
        return SiteKind::Location;
    case 38:
        return SiteKind::Contact;
    case 42:
        return SiteKind::Gif;
    case 47:
        return SiteKind::Service;
    case 52:
        return SiteKind::Poll;
    case 57:
        return SiteKind::Unsupported;
    case 61:
        return SiteKind::Document;
    default:
        break;
    }
    const int draw = random.below(100);
    if (draw < 52) {
        return SiteKind::Text;
    }
    if (draw < 78) {
        return SiteKind::Photo;
    }
    if (draw < 87) {
        return SiteKind::Album;
    }
    return draw < 96 ? SiteKind::Video : SiteKind::Gif;
}

QString PostMaker::longText(DemoRandom &random) const
{
    QString text;
    if (random.chance(90)) {
        const auto &[id, emoji] = customEmojis.at(std::size_t(random.below(int(customEmojis.size()))));
        text += u"[emoji="_s + id.toString() + u']' + emoji.toString() + u"[/emoji] "_s;
    }
    text += u"[b]"_s + capitalised(m_book.phrase(u"head"_s, random)) + u"[/b]\n\n"_s;
    const QStringList lines = m_book.phrases(u"line"_s, random.between(1, 4), random);
    text += lines.join(random.chance(400) ? u"\n\n"_s : u" "_s);
    if (random.chance(90)) {
        const QString tag = random.chance(500) ? u"quote"_s : u"quote+"_s;
        text += u"\n\n["_s + tag + u']' + m_book.phrase(u"quote"_s, random) + u"[/"_s + tag + u']';
    }
    if (m_book.has(u"code"_s) && random.chance(180)) {
        text += u"\n\n"_s + m_book.phrase(u"code"_s, random);
    }
    if (random.chance(550)) {
        text += u"\n\n"_s + m_book.phrase(u"end"_s, random);
    }
    if (random.chance(500)) {
        text += u"\n\n"_s + m_book.phrases(u"tag"_s, random.between(1, 3), random).join(u' ');
    }
    return text;
}

QString PostMaker::caption(DemoRandom &random) const
{
    QString text = capitalised(m_book.phrase(u"photo"_s, random));
    if (random.chance(450)) {
        text += u"\n\n"_s + m_book.phrase(u"line"_s, random);
    }
    if (random.chance(250)) {
        text += u' ' + m_book.phrase(u"tag"_s, random);
    }
    return text;
}

SiteMedia PostMaker::media(SiteMediaKind kind, DemoRandom &random) const
{
    static constexpr std::array aspects{0.5625, 0.6667, 0.75, 1.0, 1.3333};
    SiteMedia media;
    media.kind = kind;
    media.aspect =
        kind == SiteMediaKind::PortraitVideo ? 1.7778 : aspects.at(std::size_t(random.below(int(aspects.size()))));
    if (kind == SiteMediaKind::Round || kind == SiteMediaKind::Sticker) {
        media.aspect = 1;
    }
    media.durationSeconds =
        kind == SiteMediaKind::Voice || kind == SiteMediaKind::Round ? random.between(3, 59) : random.between(6, 4200);
    const bool own = random.chance(650);
    const PictureStyle style = own ? m_style : PictureStyle(random.below(int(PictureStyle::Map)));
    media.picture =
        pictureSeed(kind == SiteMediaKind::Sticker ? PictureStyle::Circles : style, media.aspect, random.next());
    return media;
}

void PostMaker::fill(SitePost &post, DemoRandom &random, const QList<SitePost> &earlier) const
{
    const auto withCaption = [&](int perMille) {
        if (random.chance(perMille)) {
            post.text = siteText(caption(random));
        }
    };
    const auto named = [&](SiteMediaKind kind, const QString &title, const QString &extra) {
        SiteMedia each = media(kind, random);
        each.title = title;
        each.extra = extra;
        post.media = {each};
    };
    switch (post.kind) {
    case SiteKind::Text:
        post.text = siteText(longText(random));
        break;
    case SiteKind::Photo:
        post.media = {media(SiteMediaKind::Photo, random)};
        withCaption(850);
        break;
    case SiteKind::Album:
        for (int left = random.between(2, 6); left > 0; --left) {
            post.media.append(media(random.chance(850) ? SiteMediaKind::Photo : SiteMediaKind::Video, random));
        }
        withCaption(850);
        break;
    case SiteKind::Video: {
        const int draw = random.below(10);
        post.media = {media(draw < 7 ? SiteMediaKind::Video
                : draw < 9           ? SiteMediaKind::PortraitVideo
                                     : SiteMediaKind::BigVideo,
            random)};
        withCaption(850);
        break;
    }
    case SiteKind::Gif:
        post.media = {media(SiteMediaKind::Gif, random)};
        withCaption(600);
        break;
    case SiteKind::Round:
        post.media = {media(SiteMediaKind::Round, random)};
        break;
    case SiteKind::Voice:
        post.media = {media(SiteMediaKind::Voice, random)};
        withCaption(250);
        break;
    case SiteKind::Audio:
        named(SiteMediaKind::Audio, capitalised(m_book.phrase(u"photo"_s, random)), m_book.phrase(u"sign"_s, random));
        break;
    case SiteKind::Document: {
        const QString entry = m_book.phrase(u"doc"_s, random);
        named(SiteMediaKind::Document, parts(entry, 0), parts(entry, 1));
        withCaption(600);
        break;
    }
    case SiteKind::Poll:
        makePoll(post, random);
        break;
    case SiteKind::Sticker:
        post.media = {media(SiteMediaKind::Sticker, random)};
        break;
    case SiteKind::Location:
        post.location =
            SiteLocation{random.between(54'000'000, 60'000'000) / 1e6, random.between(20'000'000, 38'000'000) / 1e6};
        break;
    case SiteKind::Contact:
        named(SiteMediaKind::Contact, m_book.phrase(u"sign"_s, random),
            u"+7 000 000-"_s + QString::number(random.between(10, 99)) + u'-'
                + QString::number(random.between(10, 99)));
        break;
    case SiteKind::Service:
        makeService(post, random, earlier);
        break;
    case SiteKind::Unsupported:
        break;
    }
}

void PostMaker::makeService(SitePost &post, DemoRandom &random, const QList<SitePost> &earlier) const
{
    const int draw = random.below(3);
    if (draw == 0) {
        post.servicePhoto = true;
        SiteMedia photo;
        photo.aspect = 1;
        photo.picture = pictureSeed(PictureStyle::Avatar, 1, random.next());
        post.media = {photo};
        post.text = siteText(u"Channel photo updated"_s);
        return;
    }
    QString pinned;
    for (const SitePost &candidate : earlier) {
        if (candidate.kind == SiteKind::Text) {
            pinned = cutAt(candidate.text.plain, 40);
        }
    }
    if (draw == 1 || pinned.isEmpty()) {
        post.text = siteText(u"Channel name was changed to «[strong]"_s + m_channel.title + u"[/strong]»"_s);
        return;
    }
    post.text = siteText(m_channel.title + u" pinned «[strong]"_s + pinned.replace(u'[', u"[["_s) + u"[/strong]»"_s);
}

void PostMaker::makePoll(SitePost &post, DemoRandom &random) const
{
    static const QStringList types{u"Anonymous Poll"_s, u"Quiz"_s, u"Anonymous Quiz"_s, u"Poll"_s, u"Final Results"_s};
    QStringList entry = m_book.phrase(u"poll"_s, random).split(u'|');
    SitePoll poll;
    poll.question = entry.takeFirst().trimmed();
    poll.type = types.at(random.below(int(types.size())));
    poll.voters = shownCount(random.between(0, 40'000));
    int left = 100;
    for (qsizetype i = 0; i < entry.size(); ++i) {
        const bool last = i == entry.size() - 1;
        const int percent = last ? left : random.between(0, left * 2 / 3);
        left -= percent;
        poll.options.append({entry.at(i).trimmed(), percent});
    }
    post.poll = poll;
}

void PostMaker::decorate(SitePost &post, int number, DemoRandom &random, const QList<SitePost> &earlier) const
{
    if (random.chance(180)) {
        post.signature = m_book.phrase(u"sign"_s, random);
    }
    post.edited = !post.text.plain.isEmpty() && random.chance(120);
    if (mayBeForwarded(post) && number % 13 == 7 && !m_neighbours.isEmpty()) {
        const SiteChannel &origin = m_neighbours.at(random.below(int(m_neighbours.size())));
        SiteForward forward{origin.title, {}, {}};
        if (random.chance(750)) {
            forward.url = u"https://t.me/"_s + origin.name + u'/' + QString::number(random.between(2, 90));
            forward.author = random.chance(250) ? m_book.phrase(u"sign"_s, random) : QString();
        }
        post.forward = forward;
    } else if (post.kind == SiteKind::Text && number % 11 == 4 && !earlier.isEmpty()) {
        const SitePost &target = earlier.at(random.below(int(earlier.size())));
        SiteReply reply;
        reply.messageId = target.id;
        reply.text = cutAt(target.text.plain, 90);
        reply.label = target.kind == SiteKind::Video ? u"Video"_s : u"Photo"_s;
        post.reply = reply;
        post.text = siteText(m_book.phrase(u"reply"_s, random));
    }
    if (post.kind == SiteKind::Text && !post.reply && random.chance(280)) {
        const QString entry = m_book.phrase(u"card"_s, random);
        SiteCard card;
        card.url = u"https://example.org/story/"_s + QString::number(random.between(1000, 9999)) + u"?from=preview&n="_s
            + QString::number(random.below(9));
        card.site = parts(entry, 0);
        card.title = parts(entry, 1);
        card.description = parts(entry, 2);
        card.image = SiteCard::Image(random.below(3));
        card.picture = pictureSeed(m_style, 0.535, random.next());
        post.card = card;
    }
    if (number % 17 == 3) {
        const QStringList labels = m_book.phrases(u"button"_s, random.between(1, 3), random);
        QList<SiteButton> row;
        for (const QString &label : labels) {
            const SiteButton button{label, u"https://example.org/go/"_s + QString::number(random.between(10, 999))};
            row.append(button);
        }
        post.buttons.append(row.mid(0, 2));
        if (row.size() > 2) {
            post.buttons.append(row.mid(2));
        }
    }
    post.unsupportedPart = post.kind == SiteKind::Text && number % 41 == 20 && !post.text.hasCustomEmoji;
    if (post.kind == SiteKind::Gif && random.chance(300)) {
        post.viaBot = u"gif"_s;
    }
}

void PostMaker::countUp(SitePost &post, qint64 ageMs, DemoRandom &random) const
{
    const double reach = 0.08 + 0.5 * random.below(1000) / 1000.0;
    const double grown = std::min(1.0, 0.02 + double(ageMs) / 86'400'000.0);
    post.views = std::max<qint64>(1, qint64(double(m_channel.subscribers) * reach * grown));
    if (!random.chance(720)) {
        return;
    }
    qint64 count = std::max<qint64>(1, post.views / random.between(20, 90));
    if (random.chance(150)) {
        post.reactions.append({SiteReaction::Kind::Stars, {}, random.between(1, 300)});
    }
    const int first = random.below(int(emojis.size()));
    for (int i = 0; i < random.between(1, 6) && count > 0; ++i) {
        if (random.chance(160)) {
            const auto &[id, emoji] = customEmojis.at(std::size_t(i) % customEmojis.size());
            post.reactions.append({SiteReaction::Kind::Custom, id.toString(), count});
        } else {
            post.reactions.append(
                {SiteReaction::Kind::Emoji, emojis.at(std::size_t(first + i) % emojis.size()).toString(), count});
        }
        count = count * random.between(20, 80) / 100;
    }
}

} // namespace vestnik
