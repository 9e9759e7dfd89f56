// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/demoworld.h"
#include "app/demo/previewserver.h"
#include "core/store/database.h"
#include "core/store/reads.h"
#include "tests/support/previewhost/programrun.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

#include <csignal>

using namespace vestnik;
using namespace vestnik::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int channels = 4;
constexpr int postsEach = 400;
constexpr int latencyMs = 4;
constexpr int killsWanted = 50;
constexpr int killsAtLeast = 10;
constexpr qint64 budgetMs = 40'000;

/// What a channel holds, as text to compare: ids, album members and words of every post, oldest first.
QStringList shown(qint64 id, const QList<qint64> &album, const QString &kind, const QString &text)
{
    QStringList members;
    for (const qint64 member : album) {
        members.append(QString::number(member));
    }
    return {QString::number(id), members.join(u','), kind, text.simplified()};
}

QList<QStringList> servedIn(const PreviewSite &site, const QString &channel)
{
    QList<QStringList> all;
    const QList<SitePost> posts = site.posts(channel);
    for (const SitePost &post : posts) {
        const bool hasText = post.kind != SiteKind::Service && post.kind != SiteKind::Unsupported;
        all.append(shown(post.id, post.albumIds, siteKindName(post.kind), hasText ? post.text.plain : QString()));
    }
    return all;
}

Result<QList<QStringList>> storedIn(Database &database, const QString &channel)
{
    const Result<QList<ChannelRow>> rows = readChannels(database);
    if (!rows) {
        return failure(rows.error());
    }
    PostQuery query;
    for (const ChannelRow &row : *rows) {
        if (row.username == channel) {
            query.channels = {row.id};
        }
    }
    if (query.channels.isEmpty()) {
        return failure(ErrorCode::NotFound, channel);
    }
    QList<QStringList> all;
    const Result<qint64> read = readPostsFull(database, query, 0, [&all](const Post &post) {
        const bool hasText = post.kind != PostKind::Service && post.kind != PostKind::Unsupported;
        all.append(shown(post.messageId, post.albumIds, postKindName(post.kind), hasText ? post.body.text : QString()));
        return true;
    });
    if (!read) {
        return failure(read.error());
    }
    std::sort(all.begin(), all.end(), [](const QStringList &left, const QStringList &right) {
        return left.first().toLongLong() < right.first().toLongLong();
    });
    return all;
}

} // namespace

/// The real program, killed at any moment of a run: the next run must leave every post stored once.
class TestKilled final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void killedRunsLoseAndDoubleNothing();

private:
    /// A new data directory with the channels in its list.
    void begin();
    /// Kills the program when so many pages were asked for, and a few milliseconds later. False if it ended before.
    bool killAfter(const QStringList &arguments, qint64 requests, int moreMs);
    void append(int posts);
    /// One whole run, then the comparison.
    void checkStore();

    QRandomGenerator m_random{20260901};
    std::unique_ptr<PreviewServer> m_server;
    std::unique_ptr<Program> m_program;
};

void TestKilled::init()
{
    m_server = std::make_unique<PreviewServer>(makeBulkSite(channels, postsEach));
    m_server->setLatency(latencyMs);
    QVERIFY(m_server->listen());
    m_server->warmUp();
    begin();
}

void TestKilled::cleanup()
{
    m_program.reset();
    m_server.reset();
}

void TestKilled::begin()
{
    m_program = std::make_unique<Program>(m_server->url());
    m_program->environment().insert(u"VESTNIK_START_SCHEDULER"_s, u"1"_s); // the headless program runs at once
    const QStringList add{u"channels"_s, u"add"_s};
    QCOMPARE(m_program->run(add + m_server->site().channelNames()).code, 0);
}

bool TestKilled::killAfter(const QStringList &arguments, qint64 requests, int moreMs)
{
    const qint64 before = m_server->maxima().requests;
    const std::unique_ptr<QProcess> process = m_program->start(arguments);
    (void)QTest::qWaitFor(
        [&] { return m_server->maxima().requests - before >= requests || process->state() == QProcess::NotRunning; },
        30'000);
    QTest::qWait(moreMs);
    const bool alive = process->state() == QProcess::Running;
    if (alive) {
        ::kill(static_cast<pid_t>(process->processId()), SIGKILL);
    }
    (void)Program::ended(*process);
    return alive;
}

void TestKilled::append(int posts)
{
    const QStringList names = m_server->site().channelNames();
    for (int i = 0; i < posts; ++i) {
        SitePost post;
        post.postedAt = QDateTime::currentMSecsSinceEpoch();
        const QString text = u"Late post %1"_s.arg(m_random.generate());
        post.text.plain = text;
        post.text.html = text;
        post.views = 5;
        m_server->site().append(names.at(m_random.bounded(int(names.size()))), post);
    }
}

void TestKilled::checkStore()
{
    const Finished whole = m_program->run({u"parse"_s, u"--all"_s, u"--history"_s, u"all"_s, u"--json"_s});
    QVERIFY2(whole.code == 0, whole.err.constData());
    DatabaseConfig config;
    config.path = m_program->dataDir() + u"/vestnik.db"_s;
    config.readOnly = true;
    const Result<std::unique_ptr<Database>> opened = Database::open(config);
    QVERIFY2(opened, opened ? "" : qPrintable(errorEnglish(opened.error())));
    Database &database = **opened;
    qint64 total = 0;
    const QStringList names = m_server->site().channelNames();
    for (const QString &name : names) {
        const QList<QStringList> served = servedIn(m_server->site(), name);
        const Result<QList<QStringList>> stored = storedIn(database, name);
        QVERIFY(stored);
        QCOMPARE(stored->size(), served.size());
        for (qsizetype i = 0; i < served.size(); ++i) {
            QCOMPARE(stored->at(i), served.at(i));
        }
        total += served.size();
    }
    QCOMPARE(database.number(u"SELECT count(*) FROM posts"_s).value_or(-1), total);
    QCOMPARE(
        database.number(u"SELECT count(*) FROM (SELECT DISTINCT channel_id, message_id FROM posts)"_s).value_or(-1),
        total);
    QCOMPARE(database.number(u"SELECT count(*) FROM coverage"_s).value_or(-1), channels); // no hole is left
    QCOMPARE(database.number(u"SELECT count(*) FROM runs WHERE finished_at = 0"_s).value_or(-1), 0);
    Result<Rows> rows = database.query(u"PRAGMA integrity_check"_s);
    QVERIFY(rows);
    QVERIFY(rows->next());
    QCOMPARE(rows->text(0), u"ok"_s);
}

void TestKilled::killedRunsLoseAndDoubleNothing()
{
    bool given = false;
    const int wanted = qEnvironmentVariableIntValue("VESTNIK_KILLS", &given);
    const int kills = given ? wanted : killsWanted;
    const qint64 pages = qint64(channels) * postsEach / 20;
    QElapsedTimer timer;
    timer.start();
    int killed = 0;
    int checked = 0;
    bool held = false;
    int kind = 0;
    while (killed < kills && (given || killed < killsAtLeast || timer.elapsed() < budgetMs)) {
        if (held) {
            // All history is there: only a store that misses something is worth killing.
            checkStore();
            if (QTest::currentTestFailed()) {
                return;
            }
            ++checked;
            begin();
            held = false;
        }
        const QStringList arguments = ++kind % 3 == 0 ? QStringList{u"--headless"_s}
                                                      : QStringList{u"parse"_s, u"--all"_s, u"--history"_s, u"all"_s};
        // From before the first page to well behind the last; new posts meanwhile, so that killed runs leave holes.
        if (killAfter(arguments, m_random.bounded(pages / 2), m_random.bounded(40))) {
            ++killed;
        } else {
            held = true;
        }
        held = held || m_random.bounded(6) == 0;
        append(m_random.bounded(80));
    }
    checkStore();
    if (!QTest::currentTestFailed()) {
        qInfo("killed %d times, %d stores compared, %lld ms", killed, checked + 1, timer.elapsed());
        QVERIFY(killed >= std::min(kills, killsAtLeast));
    }
}

QTEST_GUILESS_MAIN(TestKilled)
#include "tst_killed.moc"
