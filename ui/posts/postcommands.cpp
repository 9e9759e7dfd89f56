// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/posts/postcommands.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QSet>
#include <QUrl>

#include "ui/posts/postmodel.h"
#include "ui/widgets/texts.h"

#include <algorithm>
#include <utility>

namespace vestnik {
namespace {

constexpr int maxCopied = 10'000; ///< rows that fit a clipboard; whoever wants more exports them

} // namespace

PostCommands::PostCommands(EngineFacade &engine, PostModel &model, const PostTreeModel &tree, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_model(model)
    , m_tree(tree)
{
}

void PostCommands::markRead(const QList<PostId> &posts, bool read)
{
    QList<PostId> others = posts;
    others.removeIf([&](PostId id) {
        const PostSummary *post = m_model.find(id);
        return id == 0 || (post != nullptr && post->unread != read);
    });
    if (others.isEmpty()) {
        return;
    }
    sendRead(others, read);
    if (others.size() > 1) {
        const int count = int(others.size());
        say(read ? tr("%n posts marked as read.", nullptr, count) : tr("%n posts marked as unread.", nullptr, count),
            [this, others, read] { sendRead(others, !read); });
    }
}

void PostCommands::sendRead(const QList<PostId> &posts, bool read)
{
    m_model.setRead(posts, read);
    Q_EMIT changed();
    m_engine.markRead(posts, read, this, [this, posts, read](const Result<void> &result) {
        if (!result) {
            m_model.setRead(posts, !read);
            Q_EMIT changed();
            sayFailure(result.error());
        }
    });
}

void PostCommands::markScopeRead(const PostScope &scope)
{
    const QList<ChannelId> channels = m_tree.channelsOf(scope);
    const bool some = scope.kind == PostScope::Kind::Folder || scope.kind == PostScope::Kind::Channel;
    if (some && channels.isEmpty()) {
        return; // an empty list would mean all channels
    }
    m_engine.markChannelsRead(channels, this, [this](const Result<void> &result) {
        if (!result) {
            sayFailure(result.error());
        }
        Q_EMIT scopeMarked();
    });
    m_model.setChannelsRead(QSet<ChannelId>(channels.cbegin(), channels.cend()));
}

void PostCommands::setStarred(const QList<PostId> &posts, bool starred)
{
    QList<PostId> others = posts;
    others.removeIf([&](PostId id) {
        const PostSummary *post = m_model.find(id);
        return id == 0 || (post != nullptr && post->starred == starred);
    });
    if (others.isEmpty()) {
        return;
    }
    sendStarred(others, starred);
    if (others.size() > 1 || !starred) {
        const int count = int(others.size());
        say(starred ? tr("%n posts starred.", nullptr, count) : tr("Star removed from %n posts.", nullptr, count),
            [this, others, starred] { sendStarred(others, !starred); });
    }
}

void PostCommands::sendStarred(const QList<PostId> &posts, bool starred)
{
    m_model.setStarred(posts, starred);
    Q_EMIT changed();
    m_engine.setStarred(posts, starred, this, [this, posts, starred](const Result<void> &result) {
        if (!result) {
            m_model.setStarred(posts, !starred);
            Q_EMIT changed();
            sayFailure(result.error());
        }
    });
}

Done<void> PostCommands::orSay()
{
    return [this](const Result<void> &result) {
        if (!result) {
            sayFailure(result.error());
        }
    };
}

void PostCommands::addTag(const QList<PostId> &posts, const QString &name)
{
    if (posts.isEmpty() || name.isEmpty()) {
        return;
    }
    m_engine.changeTags(posts, {name}, {}, this, orSay());
    if (posts.size() > 1) {
        say(tr("%n posts tagged.", nullptr, int(posts.size())),
            [this, posts, name] { m_engine.changeTags(posts, {}, {name}, this, orSay()); });
    }
}

void PostCommands::removeTag(PostId post, const QString &name)
{
    m_engine.changeTags({post}, {}, {name}, this, orSay());
    say(tr("Tag “%1” taken off.").arg(name),
        [this, post, name] { m_engine.changeTags({post}, {name}, {}, this, orSay()); });
}

void PostCommands::setNote(PostId post, const QString &text, const QString &before)
{
    m_engine.setNote(post, text, this, orSay());
    if (!before.isEmpty()) {
        say(text.isEmpty() ? tr("Note removed.") : tr("Note changed."),
            [this, post, before] { m_engine.setNote(post, before, this, orSay()); });
    }
}

void PostCommands::saveSearch(const SavedSearch &search)
{
    m_engine.saveSearch(search, this, [this](const Result<SavedSearch> &result) {
        if (!result) {
            sayFailure(result.error());
        }
    });
}

void PostCommands::removeSearch(const SavedSearch &search)
{
    m_engine.removeSavedSearch(search.id, this, orSay());
    say(tr("Search “%1” removed.").arg(search.name), [this, search] {
        SavedSearch again = search;
        again.id = 0;
        saveSearch(again);
    });
}

void PostCommands::renameTag(const TagRow &tag, const QString &name)
{
    if (!name.isEmpty() && name != tag.name) {
        m_engine.renameTag(tag.id, name, this, orSay());
    }
}

void PostCommands::removeTagEverywhere(const TagRow &tag)
{
    m_engine.removeTag(tag.id, this, [this, name = tag.name](const Result<QList<PostId>> &posts) {
        if (!posts) {
            sayFailure(posts.error());
            return;
        }
        say(tr("Tag “%1” taken off %n posts.", nullptr, int(posts->size())).arg(name),
            [this, name, ids = *posts] { m_engine.changeTags(ids, {name}, {}, this, orSay()); });
    });
}

void PostCommands::parseAll()
{
    m_engine.parse(ParseRequest(), this, [this](const Result<RunId> &result) {
        if (!result) {
            sayFailure(result.error());
        }
    });
}

void PostCommands::openInBrowser(PostId post, const Post *shown)
{
    if (const PostSummary *summary = m_model.find(post)) {
        QDesktopServices::openUrl(QUrl(postUrl(summary->channel, summary->messageId)));
    } else if (shown != nullptr && (post == 0 || shown->id == post)) {
        QDesktopServices::openUrl(QUrl(postUrl(shown->channel, shown->messageId)));
    }
}

void PostCommands::copyText(const Post *post)
{
    if (post != nullptr) {
        QGuiApplication::clipboard()->setText(post->body.text);
        say(tr("Text copied."));
    }
}

void PostCommands::withRows(const QList<PostId> &posts, std::function<void(const QList<PostSummary> &)> then)
{
    QList<PostSummary> rows;
    for (const PostId id : posts) {
        if (const PostSummary *post = m_model.find(id)) {
            rows.append(*post);
        }
    }
    if (rows.size() == posts.size()) {
        then(rows);
        return;
    }
    m_engine.readSummaries(posts, this, [this, then = std::move(then)](const Result<QList<PostSummary>> &result) {
        if (result) {
            then(*result);
        } else {
            sayFailure(result.error());
        }
    });
}

void PostCommands::copyLinks(const QList<PostId> &posts, const Post *shown)
{
    if (posts.isEmpty()) {
        if (shown != nullptr) {
            QGuiApplication::clipboard()->setText(postUrl(shown->channel, shown->messageId));
            say(tr("Link copied."));
        }
        return;
    }
    withRows(posts.mid(0, maxCopied), [this](const QList<PostSummary> &rows) {
        QStringList lines;
        for (const PostSummary &row : rows) {
            lines.append(postUrl(row.channel, row.messageId));
        }
        QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
        say(lines.size() == 1 ? tr("Link copied.") : tr("%n links copied.", nullptr, int(lines.size())));
    });
}

void PostCommands::copyRows(const QList<PostId> &posts)
{
    withRows(posts.mid(0, maxCopied), [this](const QList<PostSummary> &rows) {
        QStringList lines;
        for (const PostSummary &row : rows) {
            QString title = row.channelTitle.isEmpty() ? row.channel : row.channelTitle;
            title.replace(QLatin1Char('\t'), QLatin1Char(' '));
            lines.append(QStringList{texts::exactTime(row.postedAt), title,
                row.excerpt.isEmpty() ? texts::postKind(row.kind) : row.excerpt.simplified(),
                row.views < 0 ? QString() : QString::number(row.views), postUrl(row.channel, row.messageId)}
                             .join(QLatin1Char('\t')));
        }
        QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
        say(tr("%n rows copied.", nullptr, int(lines.size())));
    });
}

void PostCommands::say(const QString &text, std::function<void()> undo)
{
    InfoMessage message;
    message.text = text;
    if (undo) {
        message.isUndo = true;
        message.actionText = tr("Undo");
        message.action = std::move(undo);
    }
    Q_EMIT messageRequested(message);
}

void PostCommands::sayFailure(const Error &error)
{
    InfoMessage message;
    message.kind = InfoMessage::Kind::Bad;
    message.text = texts::error(error);
    message.details = error.detail;
    Q_EMIT messageRequested(message);
}

} // namespace vestnik
