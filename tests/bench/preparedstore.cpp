// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/preparedstore.h"

#include "app/demo/demoworld.h"
#include "core/base/datadir.h"
#include "core/source/webpreview/previewparser.h"
#include "core/store/channelrepository.h"
#include "core/store/database.h"
#include "core/store/postrepository.h"
#include "core/store/reads.h"
#include "core/store/savedsearchrepository.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

#include <memory>

namespace vestnik::bench {

namespace {

constexpr int preparedChannels = 20;
constexpr int postsPerPage = 20;
constexpr qint64 minuteMs = 60'000;

Result<qint64> countAll(Database &database)
{
    return database.number(QStringLiteral("SELECT count(*) FROM posts"));
}

/// What an operator may have saved: words that are common and rare, filters, one that looks at many rows.
QStringList savedTexts()
{
    return {QStringLiteral("кредит OR bank"), QStringLiteral("город -совет"), QStringLiteral("has:photo"),
        QStringLiteral("is:unread"), QStringLiteral("views:>10000 правительство"), QStringLiteral("\"это было\"")};
}

/// Posts as real pages give them, to be stored under many ids.
QList<Post> samplePosts()
{
    const PreviewSite site = makeBulkSite(1, 600);
    QList<Post> posts;
    const QList<QByteArray> targets = site.pageTargets(QStringLiteral("bulk0001"));
    for (const QByteArray &target : targets) {
        posts += parsePreviewPage(site.answer(target).body, QStringLiteral("bulk0001")).posts;
    }
    return posts;
}

Result<void> fillChannel(
    Database &database, ChannelId channel, const QList<Post> &samples, int count, qint64 newest, qint64 stepMs)
{
    PostRepository repository(database);
    MessageId next = 1;
    int made = 0;
    while (made < count) {
        QList<PageToStore> pages;
        for (int page = 0; page < 25 && made < count; ++page) {
            PageToStore one;
            one.channel = channel;
            one.covered.from = next;
            for (int i = 0; i < postsPerPage && made < count; ++i, ++made) {
                Post post = samples.at(made % samples.size());
                post.messageId = next;
                for (MessageId &member : post.albumIds) {
                    member = next++;
                }
                next = std::max(next, post.messageId + 1);
                post.postedAt = newest - (count - made) * stepMs;
                one.posts.append(post);
            }
            one.covered.to = next - 1;
            pages.append(one);
        }
        if (const Result<QList<StoredPage>> stored = repository.storePages(pages, newest); !stored) {
            return failure(stored.error());
        }
    }
    return {};
}

} // namespace

Result<void> prepareStore(const QString &path, int posts)
{
    QDir().mkpath(path);
    const QString file = DataDir(path).databaseFile();
    if (QFileInfo::exists(file)) {
        return {};
    }
    const Result<std::unique_ptr<Database>> opened = Database::open(DatabaseConfig{file, false});
    if (!opened) {
        return failure(opened.error());
    }
    Database &database = **opened;
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    QList<ChannelDraft> drafts;
    for (int i = 1; i <= preparedChannels; ++i) {
        drafts.append({QStringLiteral("prepared%1").arg(i, 2, 10, QLatin1Char('0')), QStringLiteral("Old")});
    }
    const Result<AddedChannels> added = ChannelRepository(database).addChannels(drafts, now);
    if (!added) {
        return failure(added.error());
    }
    const QList<Post> samples = samplePosts();
    for (const ChannelRow &row : added->added) {
        const Result<void> filled = fillChannel(database, row.id, samples, posts / preparedChannels, now, 5 * minuteMs);
        if (!filled) {
            return filled;
        }
    }
    for (qint64 left = 1; left > 0;) {
        const Result<qint64> waiting = PostRepository(database).indexWaiting(5000);
        if (!waiting) {
            return failure(waiting.error());
        }
        left = *waiting;
    }
    const Result<qint64> count = countAll(database);
    if (!count || *count != posts / preparedChannels * preparedChannels) {
        return failure(ErrorCode::Internal, QStringLiteral("posts prepared: %1").arg(count.value_or(-1)));
    }
    return {};
}

bool copyStore(const QString &from, const QString &to)
{
    QDir().mkpath(to);
    const QStringList files = QDir(from).entryList({QStringLiteral("vestnik.db*")}, QDir::Files);
    for (const QString &name : files) {
        if (!QFile::copy(from + QLatin1Char('/') + name, to + QLatin1Char('/') + name)) {
            return false;
        }
    }
    return !files.isEmpty();
}

Result<qint64> reuseArchive(const QString &archive, const QString &path)
{
    QDir().mkpath(path);
    const QString file = DataDir(path).databaseFile();
    if (!QFileInfo::exists(file)) {
        // Under another name until it is whole.
        const QString part = file + QLatin1String(".part");
        QFile::remove(part);
        if (!QFile::copy(archive, part) || !QFile::rename(part, file)) {
            return failure(ErrorCode::FileFailed, archive);
        }
    }
    const Result<std::unique_ptr<Database>> opened = Database::open(DatabaseConfig{file, false});
    if (!opened) {
        return failure(opened.error());
    }
    Database &database = **opened;
    // What a run before read is there already; under these names nothing is.
    const Result<qint64> renamed =
        database.execute(QStringLiteral("UPDATE channels SET username = 'read_' || id WHERE username LIKE 'bulk%'"));
    if (!renamed) {
        return renamed;
    }
    // Searches in the tree are counted while the window is open.
    const Result<QList<SavedSearch>> saved = SavedSearchRepository(database).list();
    for (const QString &text : saved && saved->isEmpty() ? savedTexts() : QStringList()) {
        const Result<SavedSearch> one =
            SavedSearchRepository(database).save({0, text, text}, QDateTime::currentMSecsSinceEpoch());
        if (!one) {
            return failure(one.error());
        }
    }
    return countAll(database);
}

Result<QString> wordsOfNewest(const QString &path)
{
    const Result<std::unique_ptr<Database>> opened = Database::open(DatabaseConfig{DataDir(path).databaseFile(), true});
    if (!opened) {
        return failure(opened.error());
    }
    const Result<PostPage> page = readPosts(**opened, PostQuery());
    if (!page) {
        return failure(page.error());
    }
    static const QRegularExpression words(QStringLiteral("(\\p{L}{5,12}) (\\p{L}{5,12})"));
    for (const PostSummary &post : page->posts) {
        if (const QRegularExpressionMatch match = words.match(post.excerpt); match.hasMatch()) {
            return match.captured();
        }
    }
    return failure(ErrorCode::Internal, QStringLiteral("no words in the newest posts"));
}

} // namespace vestnik::bench
