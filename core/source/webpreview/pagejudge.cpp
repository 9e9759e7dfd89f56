// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/source/webpreview/pagejudge.h"

#include <algorithm>

namespace vestnik {
namespace {

constexpr int twice = 2;

PageVerdict verdict(
    PageVerdict::Kind kind, int tries, ErrorCode code, const QString &subject, const QString &detail = {})
{
    PageVerdict result;
    result.kind = kind;
    result.tries = tries;
    result.error.code = code;
    result.error.subject = subject;
    result.error.detail = detail;
    return result;
}

/// A history with no post on it, whether it says so or not.
PageVerdict judgeEmpty(const PreviewPage &page, const PageRequest &request, int attempts)
{
    using Kind = PageVerdict::Kind;
    if (page.postsSeen > 0) {
        const QString detail = QStringLiteral("none of %1 posts").arg(page.postsSeen);
        return verdict(Kind::AskAgain, twice, ErrorCode::UnreadablePage, request.username, detail);
    }
    const QString detail = QStringLiteral("no posts before %1").arg(request.before);
    if (request.before > 0) {
        const Kind kind = request.olderPromised ? Kind::AskAgain : Kind::PerhapsBeginning;
        return verdict(kind, request.olderPromised ? attempts : twice, ErrorCode::Throttled, request.username, detail);
    }
    const bool counted = page.info.photos || page.info.videos || page.info.files || page.info.links;
    if (request.known || counted) {
        return verdict(Kind::AskAgain, attempts, ErrorCode::Throttled, request.username, QStringLiteral("no posts"));
    }
    return verdict(Kind::EmptyChannel, twice, ErrorCode::None, request.username);
}

PageVerdict judgeHistory(const PreviewPage &page, const PageRequest &request, int attempts)
{
    using Kind = PageVerdict::Kind;
    if (page.posts.isEmpty()) {
        return judgeEmpty(page, request, attempts);
    }
    const auto foreign = std::find_if(page.posts.cbegin(), page.posts.cend(),
        [&request](const Post &post) { return post.channel.compare(request.username, Qt::CaseInsensitive) != 0; });
    if (foreign != page.posts.cend()) {
        const QString detail = QStringLiteral("a post of %1").arg(foreign->channel);
        return verdict(Kind::Failed, 1, ErrorCode::UnreadablePage, request.username, detail);
    }
    if (request.before > 0 && page.posts.first().messageId >= request.before) {
        const QString detail =
            QStringLiteral("posts from %1 asked before %2").arg(page.posts.first().messageId).arg(request.before);
        return verdict(Kind::Failed, 1, ErrorCode::PagingStuck, request.username, detail);
    }
    return {};
}

} // namespace

PageVerdict judgePage(const PreviewPage &page, const PageRequest &request, int attempts)
{
    using Kind = PageVerdict::Kind;
    const QString &name = request.username;
    // Who has posts of it, or has just read a page of it, knows that it is a channel.
    const bool known = request.known || request.before > 0;
    const Kind doubt = known ? Kind::AskAgain : Kind::Failed;
    switch (page.pageClass) {
    case PageClass::Channel:
    case PageClass::EmptyChannel:
        return judgeHistory(page, request, attempts);
    case PageClass::Restricted:
        if (!page.posts.isEmpty()) {
            return judgeHistory(page, request, attempts);
        }
        return verdict(doubt, twice, ErrorCode::PreviewDisabled, name, page.notice);
    case PageClass::PreviewDisabled:
        return verdict(doubt, twice, ErrorCode::PreviewDisabled, name, page.notice);
    case PageClass::PlainChannel:
        return verdict(Kind::AskAgain, attempts, ErrorCode::Throttled, name, QStringLiteral("no history page"));
    case PageClass::Group:
        return verdict(doubt, twice, ErrorCode::NameIsGroup, name);
    case PageClass::User:
        return verdict(doubt, twice, ErrorCode::NameIsUser, name);
    case PageClass::Bot:
        return verdict(doubt, twice, ErrorCode::NameIsBot, name);
    case PageClass::NoSuchName:
        if (known) {
            return verdict(
                Kind::AskAgain, attempts, ErrorCode::Throttled, name, QStringLiteral("a page as of a free name"));
        }
        return verdict(Kind::AskAgain, twice, ErrorCode::NoSuchName, name);
    case PageClass::Refused:
        return verdict(
            Kind::AskAgain, attempts, ErrorCode::Throttled, name, QStringLiteral("a page with nothing in it"));
    case PageClass::PostPage:
    case PageClass::PostNotFound:
        return verdict(Kind::AskAgain, twice, ErrorCode::UnreadablePage, name, QStringLiteral("the page of one post"));
    case PageClass::NotTelegram:
        break;
    }
    return verdict(Kind::AskAgain, attempts, ErrorCode::NotTelegram, name);
}

QList<MessageId> announcedIds(const QByteArray &html)
{
    static const QByteArray mark = QByteArrayLiteral("data-post=\"");
    QList<MessageId> ids;
    for (qsizetype at = html.indexOf(mark); at >= 0; at = html.indexOf(mark, at)) {
        at += mark.size();
        const qsizetype end = html.indexOf('"', at);
        // A name and a number: longer values are something else.
        const QByteArray value = end < 0 || end - at > 80 ? QByteArray() : html.mid(at, end - at);
        bool isNumber = false;
        const MessageId id = value.mid(value.lastIndexOf('/') + 1).toLongLong(&isNumber);
        ids.append(isNumber && id > 0 ? id : 0);
    }
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    return ids;
}

QList<IdRange> coveredBy(const QList<Post> &posts, MessageId before, const QList<MessageId> &unread)
{
    // Marks where something begins: what lies between two marks belongs to the first of them.
    struct Mark {
        MessageId id;
        bool read;
    };
    QList<Mark> marks;
    MessageId newest = 0;
    for (const Post &post : posts) {
        marks.append(Mark{post.messageId, true});
        newest = std::max(newest, post.lastMessageId());
    }
    for (const MessageId id : unread) {
        marks.append(Mark{id, false});
    }
    std::sort(marks.begin(), marks.end(), [](const Mark &a, const Mark &b) { return a.id < b.id; });
    const MessageId end = before > 0 ? before - 1 : newest;
    Coverage covered;
    for (qsizetype i = 0; i < marks.size(); ++i) {
        const MessageId last = i + 1 < marks.size() ? std::min(marks.at(i + 1).id - 1, end) : end;
        if (marks.at(i).read) {
            covered.add(IdRange{marks.at(i).id, last});
        }
    }
    return covered.ranges();
}

SourcePage sourcePageOf(const PreviewPage &page, const PageRequest &request, const QList<MessageId> &announced)
{
    SourcePage result;
    result.info = page.info;
    result.unknown = page.unknown;
    result.postsUnreadable = page.postsUnreadable;
    result.olderPromised = page.olderBefore > 0;
    QList<MessageId> unread = announced;
    for (const Post &post : page.posts) {
        unread.removeOne(post.messageId);
        for (const MessageId member : post.albumIds) {
            unread.removeOne(member);
        }
        if (request.before == 0 || post.messageId < request.before) {
            result.posts.append(post);
        }
    }
    if (result.posts.isEmpty()) {
        return result;
    }
    if (result.info.username.isEmpty()) {
        result.info.username = result.posts.first().channel;
    }
    if (page.postsUnreadable == 0) {
        unread.clear();
    }
    const bool idsKnown = page.postsUnreadable == 0 || (!announced.isEmpty() && !announced.contains(0));
    if (idsKnown) {
        result.covered = coveredBy(result.posts, request.before, unread);
    } else {
        // Where the unread ones stood is not known: only the read ones are proven.
        Coverage own;
        for (const Post &post : result.posts) {
            own.add(IdRange{post.messageId, post.messageId});
            for (const MessageId member : post.albumIds) {
                own.add(IdRange{member, member});
            }
        }
        result.covered = own.ranges();
    }
    MessageId lowest = result.posts.first().messageId;
    if (!unread.isEmpty() && unread.first() > 0) {
        lowest = std::min(lowest, unread.first());
    }
    result.atBeginning = lowest <= 1;
    if (!result.atBeginning) {
        result.next = lowest;
    }
    return result;
}

} // namespace vestnik
