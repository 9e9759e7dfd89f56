// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QtTest>

#include <optional>

#include "core/store/channelrepository.h"
#include "core/store/database.h"
#include "core/store/postrepository.h"
#include "core/store/reads.h"
#include "tests/store/testserver.h"

namespace vestnik::test {

inline constexpr qint64 noon = 1'779'278'400'000; ///< 2026-05-20T12:00:00Z

/// A store of its own that goes with this value: a file in a folder, or a schema on the private server.
class TempStore {
public:
    TempStore()
    {
        if (usesPostgres()) {
            m_schema.emplace();
        }
        reopen();
    }

    /// What to open: the path of the file, or the address.
    [[nodiscard]] QString path() const
    {
        return m_schema ? m_schema->address() : m_dir.filePath(QStringLiteral("vestnik.db"));
    }
    [[nodiscard]] Database &database() { return *m_database; }
    [[nodiscard]] PostRepository posts() { return PostRepository(*m_database); }
    [[nodiscard]] ChannelRepository channels() { return ChannelRepository(*m_database); }
    void close() { m_database.reset(); }
    void reopen()
    {
        m_database.reset();
        Result<std::unique_ptr<Database>> opened = Database::open(DatabaseConfig{path(), false});
        if (!opened) {
            qFatal("%s", qPrintable(errorEnglish(opened.error())));
        }
        m_database = std::move(*opened);
    }
    ChannelId addChannel(const QString &name, const QString &folder = {})
    {
        const Result<AddedChannels> added = channels().addChannels({ChannelDraft{name, folder}}, noon);
        return added && !added->added.isEmpty() ? added->added.first().id : 0;
    }
    [[nodiscard]] qint64 number(const QString &sql)
    {
        const Result<qint64> value = m_database->number(sql);
        return value ? *value : -1;
    }

    /// Posts that the index of texts itself has for a word that is its own stem.
    [[nodiscard]] qint64 indexed(const QString &word)
    {
        return number(usesPostgres()
                ? QStringLiteral("SELECT count(*) FROM post_words WHERE words @@ CAST('%1' AS tsquery)").arg(word)
                : QStringLiteral("SELECT count(*) FROM posts_fts WHERE posts_fts MATCH '%1'").arg(word));
    }

private:
    QTemporaryDir m_dir;
    std::optional<ServerSchema> m_schema;
    std::unique_ptr<Database> m_database;
};

inline Post simplePost(MessageId id, const QString &text, qint64 postedAt = noon)
{
    Post post;
    post.messageId = id;
    post.channel = QStringLiteral("somewhere");
    post.postedAt = postedAt;
    post.body.text = text;
    post.views = Count{id * 10, QString::number(id * 10), false};
    return post;
}

inline Post albumPost(const QList<MessageId> &ids, const QString &text, qint64 postedAt = noon)
{
    Post post = simplePost(ids.first(), text, postedAt);
    post.kind = PostKind::Album;
    post.albumIds = ids;
    for (const MessageId id : ids) {
        Media media;
        media.messageId = id;
        media.id = QStringLiteral("photo%1").arg(id);
        media.url = QStringLiteral("https://files.example/%1?token=a").arg(id);
        post.media.append(media);
    }
    return post;
}

/// A post that uses every member of the value.
inline Post fullPost(MessageId id)
{
    Post post = simplePost(id, QStringLiteral("Жирный \"текст\" \\ с\nпереносом 👍"), noon + id * 1000);
    post.kind = PostKind::Photo;
    post.body.entities = {{EntityType::Bold, 0, 6, {}},
        {EntityType::Link, 7, 7, QStringLiteral("https://example.org/?a=1&b=2")},
        {EntityType::Hashtag, 8, 2, QStringLiteral("тег")}, {EntityType::Pre, 9, 3, QStringLiteral("c++")}};
    post.author = QStringLiteral("Редактор");
    post.viaBot = QStringLiteral("somebot");
    post.edited = true;
    post.pinned = true;
    post.views = Count{1'200'000, QStringLiteral("1.2M"), true};
    post.forwardedFrom = ForwardOrigin{QStringLiteral("Источник"), QStringLiteral("https://t.me/source/5"),
        QStringLiteral("source"), 5, QStringLiteral("Автор")};
    post.replyTo = ReplyTarget{3, QStringLiteral("somewhere"), QStringLiteral("Кто-то"), QStringLiteral("начало")};
    post.linkPreview = LinkPreview{QStringLiteral("https://example.org/a"), QStringLiteral("Example"),
        QStringLiteral("Заголовок"), QStringLiteral("Описание"), QStringLiteral("https://cdn.example/p.jpg?t=1")};
    Media photo;
    photo.kind = MediaKind::Photo;
    photo.id = QStringLiteral("class-token");
    photo.url = QStringLiteral("https://cdn.example/photo.jpg?t=1");
    photo.thumbnailUrl = QStringLiteral("https://cdn.example/thumb.jpg?t=1");
    photo.width = 800;
    photo.aspect = 0.5625;
    Media poll;
    poll.kind = MediaKind::Poll;
    poll.question = QStringLiteral("Да или нет?");
    poll.pollType = QStringLiteral("Anonymous Poll");
    poll.options = {{QStringLiteral("Да"), 60}, {QStringLiteral("Нет"), -1}};
    poll.voters = Count{12'300, QStringLiteral("12.3K"), true};
    Media place;
    place.kind = MediaKind::Location;
    place.latitude = 55.751244;
    place.longitude = -37.618423;
    place.durationSeconds = 0;
    place.tooBig = true;
    place.title = QStringLiteral("имя");
    place.extra = QStringLiteral("ещё");
    place.waveform = QStringLiteral("0,1,2");
    post.media = {photo, poll, place};
    post.reactions = {{ReactionKind::Emoji, QStringLiteral("👍"), Count{12, QStringLiteral("12"), false}},
        {ReactionKind::CustomEmoji, QStringLiteral("5368324170671202286"), Count{1500, QStringLiteral("1.5K"), true}},
        {ReactionKind::Stars, {}, Count{7, QStringLiteral("7"), false}}};
    post.buttons = {
        {QStringLiteral("Открыть"), QStringLiteral("https://example.org/b"), 0}, {QStringLiteral("Ещё"), {}, 1}};
    post.partlyUnsupported = true;
    return post;
}

} // namespace vestnik::test
