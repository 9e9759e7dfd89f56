// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/demoworld.h"
#include "app/demo/previewserver.h"
#include "core/store/database.h"
#include "core/store/jobrepository.h"
#include "tests/support/previewhost/programrun.h"

#include <QFile>
#include <QJsonArray>
#include <QTest>

#include <csignal>

using namespace vestnik;
using namespace vestnik::test;
using namespace Qt::StringLiterals;

/// "vestnik jobs", on a data directory and through the program that holds it.
class TestCommandJobs final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void aNewDirectoryHasOneJob();
    void jobsAreRunAndTold();
    void pausedJobsStayPaused();
    void unknownAndEqualNamesAreSaid();
    void aRunningInstanceDoesIt();
    void wrongUsage_data();
    void wrongUsage();

private:
    [[nodiscard]] QJsonArray listed() const
    {
        return m_program->run({u"jobs"_s, u"list"_s, u"--json"_s}).object().value("jobs"_L1).toArray();
    }

    std::unique_ptr<PreviewServer> m_server;
    std::unique_ptr<Program> m_program;
};

void TestCommandJobs::init()
{
    m_server = std::make_unique<PreviewServer>(makeBulkSite(2, 20));
    QVERIFY(m_server->listen());
    m_program = std::make_unique<Program>(m_server->url());
    QCOMPARE(m_program->run(QStringList{u"channels"_s, u"add"_s} + m_server->site().channelNames()).code, 0);
}

void TestCommandJobs::cleanup()
{
    m_program.reset();
    m_server.reset();
}

void TestCommandJobs::aNewDirectoryHasOneJob()
{
    const QJsonArray jobs = listed();
    QCOMPARE(jobs.size(), 1);
    const QJsonObject job = jobs.first().toObject();
    QCOMPARE(job.value("name"_L1).toString(), u"Parse all channels"_s);
    QCOMPARE(job.value("kind"_L1).toString(), u"parse"_s);
    QCOMPARE(job.value("enabled"_L1).toBool(), true);
    QCOMPARE(job.value("paused"_L1).toBool(true), false);
    QCOMPARE(job.value("trigger"_L1)[u"every_ms"].toInteger(), 1'800'000);
    QVERIFY(job.value("last"_L1).isNull());
    QVERIFY(job.contains("next_at"_L1));
    QCOMPARE(job.value("going"_L1).toArray().size(), 0);
    const Finished words = m_program->run({u"jobs"_s, u"list"_s});
    QCOMPARE(words.code, 0);
    QVERIFY2(words.out.contains("Parse all channels\tparse\tarmed\t"), words.out.constData());
    const QJsonObject status = m_program->run({u"status"_s, u"--json"_s}).object();
    QCOMPARE(status.value("jobs"_L1)[u"count"].toInt(), 1);
    QCOMPARE(status.value("jobs"_L1)[u"armed"].toInt(), 1);
    QVERIFY(status.value("upcoming"_L1).isArray());
}

void TestCommandJobs::jobsAreRunAndTold()
{
    const Finished done = m_program->run({u"jobs"_s, u"run"_s, u"parse ALL channels"_s, u"--json"_s});
    QVERIFY2(done.code == 0, done.err.constData());
    const QJsonArray runs = done.object().value("runs"_L1).toArray();
    QCOMPARE(runs.size(), 1);
    const QJsonObject run = runs.first().toObject();
    QCOMPARE(run.value("status"_L1).toString(), u"done"_s);
    QCOMPARE(run.value("origin"_L1).toString(), u"command_line"_s);
    QCOMPARE(run.value("kind"_L1).toString(), u"parse"_s);
    QCOMPARE(run.value("job_name"_L1).toString(), u"Parse all channels"_s);
    QCOMPARE(run.value("attempt"_L1).toInt(), 1);
    QVERIFY(run.value("reason"_L1).isNull());
    QVERIFY(run.value("due_at"_L1).isNull());
    QVERIFY(!run.value("queued_at"_L1).toString().isEmpty());
    QVERIFY(run.value("posts_added"_L1).toInt() > 0);
    const QJsonObject last = listed().first()[u"last"].toObject();
    QCOMPARE(last.value("run"_L1), run.value("run"_L1));
    QCOMPARE(last.value("job"_L1), run.value("job"_L1));
    // What failed is said.
    QCOMPARE(m_program->run({u"channels"_s, u"add"_s, u"nobody_has_this_name"_s}).code, 0);
    const Finished failing = m_program->run({u"jobs"_s, u"run"_s, u"1"_s, u"--json"_s});
    QCOMPARE(failing.code, 1);
    QVERIFY2(failing.err.contains("@nobody_has_this_name: "), failing.err.constData());
    const QJsonObject partly = failing.object().value("runs"_L1)[0].toObject();
    QCOMPARE(partly.value("status"_L1).toString(), u"partly"_s);
    QCOMPARE(partly.value("failed_channels"_L1)[0][u"channel"].toString(), u"nobody_has_this_name"_s);
    QVERIFY(!partly.value("failed_channels"_L1)[0][u"error"].toString().isEmpty());
    QCOMPARE(m_program->run({u"channels"_s, u"remove"_s, u"nobody_has_this_name"_s}).code, 0);
    // Nothing to do is no failure, and says why.
    const QStringList remove{u"channels"_s, u"remove"_s};
    QCOMPARE(m_program->run(remove + m_server->site().channelNames()).code, 0);
    const Finished nothing = m_program->run({u"jobs"_s, u"run"_s, u"1"_s});
    QVERIFY2(nothing.code == 0, nothing.err.constData());
    QVERIFY2(nothing.out.contains("skipped ("), nothing.out.constData());
    const QJsonObject told = m_program->run({u"status"_s, u"--json"_s}).object().value("last_run"_L1).toObject();
    QCOMPARE(told.value("status"_L1).toString(), u"skipped"_s);
    QCOMPARE(told.value("reason"_L1)[u"name"].toString(), u"nothing_to_do"_s);
    QVERIFY(!told.value("reason"_L1)[u"text"].toString().isEmpty());
}

void TestCommandJobs::pausedJobsStayPaused()
{
    const Finished paused = m_program->run({u"jobs"_s, u"pause"_s, u"1"_s, u"--json"_s});
    QVERIFY2(paused.code == 0, paused.err.constData());
    QCOMPARE(paused.object().value("jobs"_L1).toArray().first()[u"paused"].toBool(), true);
    QCOMPARE(listed().first()[u"paused"].toBool(), true);
    QCOMPARE(m_program->run({u"status"_s, u"--json"_s}).object().value("jobs"_L1)[u"armed"].toInt(-1), 0);
    QVERIFY(m_program->run({u"jobs"_s, u"list"_s}).out.contains("\tpaused\t"));
    QCOMPARE(m_program->run({u"jobs"_s, u"resume"_s, u"Parse all channels"_s}).code, 0);
    QCOMPARE(listed().first()[u"paused"].toBool(true), false);
}

void TestCommandJobs::unknownAndEqualNamesAreSaid()
{
    const Finished unknown = m_program->run({u"jobs"_s, u"pause"_s, u"1"_s, u"Nobody"_s});
    QCOMPARE(unknown.code, 1);
    QVERIFY2(unknown.err.contains("no such job: Nobody"), unknown.err.constData());
    QCOMPARE(listed().first()[u"paused"].toBool(), true); // the other one was done
    {
        DatabaseConfig config;
        config.path = m_program->dataDir() + u"/vestnik.db"_s;
        const Result<std::unique_ptr<Database>> opened = Database::open(config);
        QVERIFY(opened);
        Job twin;
        twin.name = u"Parse all channels"_s;
        QVERIFY(JobRepository(**opened).add(twin, 0));
    }
    const Finished twins = m_program->run({u"jobs"_s, u"resume"_s, u"Parse all channels"_s});
    QCOMPARE(twins.code, 1);
    QVERIFY2(twins.err.contains("several jobs have this name"), twins.err.constData());
    QCOMPARE(m_program->run({u"jobs"_s, u"resume"_s, u"1"_s}).code, 0);
}

void TestCommandJobs::aRunningInstanceDoesIt()
{
    const std::unique_ptr<QProcess> headless = m_program->start({u"--headless"_s});
    // A command that came before it would hold the directory itself.
    const QString lock = m_program->dataDir() + u"/vestnik.lock"_s;
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(lock), 30'000);
    const Finished done = m_program->run({u"jobs"_s, u"run"_s, u"1"_s, u"--json"_s});
    QVERIFY2(done.code == 0, done.err.constData());
    QCOMPARE(done.object().value("runs"_L1).toArray().first()[u"status"].toString(), u"done"_s);
    QCOMPARE(m_program->run({u"jobs"_s, u"pause"_s, u"1"_s}).code, 0);
    QCOMPARE(listed().first()[u"paused"].toBool(), true);
    const qint64 pid = m_program->run({u"status"_s, u"--json"_s}).object().value("pid"_L1).toInteger();
    QCOMPARE(pid, headless->processId());
    QCOMPARE(::kill(static_cast<pid_t>(headless->processId()), SIGTERM), 0);
    QCOMPARE(Program::ended(*headless, 10'000).code, 0);
    QCOMPARE(listed().first()[u"paused"].toBool(), true);
}

void TestCommandJobs::wrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("nothing") << QStringList{u"jobs"_s};
    QTest::newRow("unknown") << QStringList{u"jobs"_s, u"delete"_s, u"1"_s};
    QTest::newRow("run nothing") << QStringList{u"jobs"_s, u"run"_s};
    QTest::newRow("list one") << QStringList{u"jobs"_s, u"list"_s, u"1"_s};
}

void TestCommandJobs::wrongUsage()
{
    QFETCH(QStringList, arguments);
    const Finished told = m_program->run(arguments);
    QCOMPARE(told.code, 2);
    QVERIFY(told.err.contains("--help"));
    QVERIFY(told.out.isEmpty());
}

QTEST_GUILESS_MAIN(TestCommandJobs)
#include "tst_commandjobs.moc"
