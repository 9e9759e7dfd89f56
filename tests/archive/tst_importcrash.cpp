// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/archive/transferfixture.h"

#include <QProcess>

#include <csignal>

using namespace vestnik;
using namespace vestnik::test;

namespace {

constexpr int postCount = 4000;

/// The child: imports, and says after each transaction how many posts it has seen.
int importHere(const QString &database, const QString &source)
{
    const Result<std::unique_ptr<Database>> opened = Database::open(DatabaseConfig{database, false});
    if (!opened) {
        return 1;
    }
    const TaskControl control;
    std::atomic_bool done = false;
    const std::unique_ptr<QThread> watcher(QThread::create([&] {
        long long said = 0;
        while (!done) {
            if (const long long now = control.done(); now > said) {
                said = now;
                std::fprintf(stdout, "%lld\n", said);
                std::fflush(stdout);
            }
            QThread::yieldCurrentThread();
        }
    }));
    watcher->start();
    const Result<TaskReport> report = importPosts(**opened, sourceOf(source), noon, control);
    done = true;
    watcher->wait();
    return report ? 0 : 2;
}

} // namespace

class TestImportCrash final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void killedImportIsCompletedByARepeat();
};

void TestImportCrash::killedImportIsCompletedByARepeat()
{
    const QTemporaryDir folder;
    const QString source = folder.filePath(QStringLiteral("in.ndjson"));
    QByteArray content;
    for (MessageId id = 1; id <= postCount; ++id) {
        QJsonObject post =
            postToJson(simplePost(id, QStringLiteral("text %1 ").arg(id).repeated(10), noon + id * 1000));
        post.insert(QStringLiteral("starred"), id % 3 == 0);
        post.insert(QStringLiteral("tags"), QJsonArray{QStringLiteral("tag %1").arg(id % 5)});
        content += QJsonDocument(post).toJson(QJsonDocument::Compact) + '\n';
    }
    QVERIFY(writeFile(source, content));
    QRandomGenerator random(4);
    int killed = 0;
    for (int round = 0; round < 6; ++round) {
        TempStore store;
        store.close();
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--import"), store.path(), source});
        QVERIFY(child.waitForStarted());
        const qint64 enough = random.bounded(1, 2500);
        qint64 said = 0;
        while (said < enough && (child.canReadLine() || child.waitForReadyRead())) {
            said = child.readLine().trimmed().toLongLong();
        }
        QVERIFY(said >= enough);
        ::kill(static_cast<pid_t>(child.processId()), SIGKILL);
        QVERIFY(child.waitForFinished());
        killed += child.exitStatus() == QProcess::CrashExit ? 1 : 0;

        store.reopen();
        const qint64 kept = store.number(QStringLiteral("SELECT count(*) FROM posts"));
        // All that was said, and whole transactions only: stars and tags came with their posts.
        QVERIFY(kept >= said);
        QCOMPARE(store.number(QStringLiteral("SELECT count(*) FROM post_tags")), kept);
        QCOMPARE(store.number(QStringLiteral("SELECT count(*) FROM starred")),
            store.number(QStringLiteral("SELECT count(*) FROM posts WHERE message_id % 3 = 0")));
        QCOMPARE(store.number(QStringLiteral("SELECT post_count FROM channels")), kept);
        const Result<TaskReport> report = importPosts(store.database(), sourceOf(source), noon, TaskControl());
        QVERIFY(report);
        QCOMPARE(fact(*report, "posts_added"), postCount - kept);
        QCOMPARE(fact(*report, "posts_known"), kept);
        QCOMPARE(store.number(QStringLiteral("SELECT count(*) FROM posts")), postCount);
        QCOMPARE(store.number(QStringLiteral("SELECT count(*) FROM post_tags")), postCount);
        QCOMPARE(store.number(QStringLiteral("SELECT count(*) FROM unread")), 0);
    }
    QVERIFY(killed >= 4);
}

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 4 && arguments.at(1) == QLatin1String("--import")) {
        return importHere(arguments.at(2), arguments.at(3));
    }
    TestImportCrash test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_importcrash.moc"
