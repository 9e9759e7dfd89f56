// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/task.h"
#include "core/store/postmarksrepository.h"
#include "core/store/savedsearchrepository.h"
#include "core/store/sqlitebackup.h"
#include "tests/store/storefixture.h"

#include <QProcess>

#include <csignal>

#include <sys/resource.h>

namespace vestnik::test {

inline constexpr qint64 dayMs = 24LL * 3600 * 1000;

/// Values of the facts with a name, in their order.
inline QList<qint64> factsOf(const TaskReport &report, const QString &name, const QString &text = {})
{
    QList<qint64> values;
    for (const TaskFact &fact : report.facts) {
        if (fact.name == name && (text.isEmpty() || fact.text == text)) {
            values.append(fact.value);
        }
    }
    return values;
}

/// Posts first..last, one a day, the last one at noon.
inline QList<PostId> fill(TempStore &store, ChannelId channel, MessageId first, MessageId last)
{
    QList<Post> posts;
    for (MessageId id = first; id <= last; ++id) {
        posts.append(simplePost(id, QStringLiteral("Текст и слова %1").arg(id), noon - (last - id) * dayMs));
    }
    return store.posts().storePage(channel, posts, IdRange{first, last}, noon)->addedPosts;
}

/// Something in every table that operators fill.
inline void fillEverything(TempStore &store)
{
    const ChannelId one = store.addChannel(QStringLiteral("one"), QStringLiteral("Папка"));
    const ChannelId two = store.addChannel(QStringLiteral("two"));
    const QList<PostId> posts = fill(store, one, 1, 300);
    (void)store.posts().storePage(two, {fullPost(7), albumPost({8, 9}, QStringLiteral("album"))}, IdRange{7, 9}, noon);
    (void)store.posts().storePage(two, {simplePost(7, QStringLiteral("edited"))}, IdRange{7, 7}, noon + 1);
    PostMarksRepository marks(store.database());
    (void)marks.setStarred({posts.at(3), posts.at(200)}, true, noon);
    (void)marks.setNote(posts.at(4), QStringLiteral("Заметка"), noon);
    (void)marks.changeTags({posts.at(4), posts.at(5)}, {QStringLiteral("Тег"), QStringLiteral("tag")}, {}, noon);
    (void)SavedSearchRepository(store.database())
        .save(SavedSearch{0, QStringLiteral("Звёзды"), QStringLiteral("is:starred")}, noon);
    (void)store.posts().indexWaiting(100);
}

/// Starts this program again with arguments; waits until it ends. Its exit code, -1 if it was killed.
inline int runChild(const QStringList &arguments)
{
    QProcess child;
    child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    child.start(QCoreApplication::applicationFilePath(), arguments);
    if (!child.waitForFinished(60'000)) {
        return -2;
    }
    return child.exitStatus() == QProcess::NormalExit ? child.exitCode() : -1;
}

/// From now on no file of this process grows beyond so many bytes: a full disk.
inline void limitFiles(qint64 bytes)
{
    ::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{static_cast<rlim_t>(bytes), static_cast<rlim_t>(bytes)};
    ::setrlimit(RLIMIT_FSIZE, &limit);
}

/// Overwrites some bytes in the middle of a file.
inline bool damage(const QString &path, qint64 at, qint64 bytes)
{
    QFile file(path);
    return file.open(QIODevice::ReadWrite) && file.seek(at) && file.write(QByteArray(bytes, '\x5a')) == bytes;
}

} // namespace vestnik::test
