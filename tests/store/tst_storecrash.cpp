// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QProcess>
#include <QSet>

#include <csignal>

#include "tests/store/storefixture.h"

using namespace vestnik;
using namespace vestnik::test;

namespace {

constexpr int pageSize = 10;

/// The child: stores pages until it is killed, and says after each one how many it has.
int writeForever(const QString &path)
{
    const Result<std::unique_ptr<Database>> database = Database::open(DatabaseConfig{path, false});
    if (!database) {
        return 1;
    }
    const Result<ChannelRow> channel = ChannelRepository(**database).byName(QStringLiteral("somewhere"));
    if (!channel) {
        return 2;
    }
    QFile out;
    if (!out.open(stdout, QIODevice::WriteOnly)) {
        return 3;
    }
    for (MessageId first = channel->highestRead + 1;; first += pageSize) {
        QList<Post> posts;
        for (MessageId id = first; id < first + pageSize; ++id) {
            posts.append(simplePost(id, QStringLiteral("text %1").arg(id), noon + id * 1000));
        }
        const Result<StoredPage> stored =
            PostRepository(**database).storePage(channel->id, posts, IdRange{first, first + pageSize - 1}, noon);
        if (!stored || stored->added != pageSize) {
            return 4;
        }
        out.write(QByteArray::number(first + pageSize - 1) + '\n');
        out.flush();
    }
}

} // namespace

class TestStoreCrash final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void killedWriterLeavesWholePages();
};

void TestStoreCrash::killedWriterLeavesWholePages()
{
    TempStore store;
    const ChannelId channel = store.addChannel(QStringLiteral("somewhere"));
    store.close();
    QRandomGenerator random(11);
    for (int round = 0; round < 12; ++round) {
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--write"), store.path()});
        QVERIFY(child.waitForStarted());
        MessageId said = 0;
        const MessageId enough = said + random.bounded(1, 400);
        int lines = 0;
        while (lines < enough / 10 + 1) {
            QVERIFY2(child.canReadLine() || child.waitForReadyRead(), qPrintable(QString::number(child.exitCode())));
            while (child.canReadLine()) {
                said = child.readLine().trimmed().toLongLong();
                ++lines;
            }
        }
        QCOMPARE(::kill(static_cast<pid_t>(child.processId()), SIGKILL), 0);
        QVERIFY(child.waitForFinished());
        while (child.canReadLine()) {
            said = child.readLine().trimmed().toLongLong();
        }

        store.reopen();
        const Result<ChannelRow> row = store.channels().row(channel);
        QVERIFY(row);
        // What was said to be stored is; beyond it whole pages only; posts, counters and coverage tell the same.
        QVERIFY(row->highestRead >= said);
        QCOMPARE(row->highestRead % pageSize, 0);
        QCOMPARE(row->postCount, row->highestRead);
        QCOMPARE(row->unreadCount, row->highestRead);
        QCOMPARE(store.number(QStringLiteral("SELECT count(DISTINCT message_id) FROM posts")), row->highestRead);
        QCOMPARE(store.channels().coverage(channel)->ranges(), (QList<IdRange>{{1, row->highestRead}}));
        QVERIFY(store.posts().indexWaiting(100'000));
        QCOMPARE(store.indexed(QStringLiteral("text")), row->highestRead);
        store.close();
    }
    store.reopen();
}

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 3 && arguments.at(1) == QLatin1String("--write")) {
        return writeForever(arguments.at(2));
    }
    if (lacksServer()) {
        return skippedExitCode;
    }
    TestStoreCrash test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_storecrash.moc"
