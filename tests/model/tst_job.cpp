// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/job.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QtTest>

using namespace vestnik;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 noon = 1'779'278'400'000; // 2026-05-20T12:00:00Z

QJsonObject parsed(const QByteArray &text)
{
    return QJsonDocument::fromJson(text).object();
}

QByteArray textOf(const QJsonObject &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

Job goodJob()
{
    Job job;
    job.name = u"Утро"_s;
    return job;
}

} // namespace

/// Jobs as JSON, against texts that were written by hand.
class TestJob final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void triggersAsJson_data();
    void triggersAsJson();
    void whatIsAbsentIsUsual();
    void badTriggers_data();
    void badTriggers();
    void targetsAsJson_data();
    void targetsAsJson();
    void badTargets_data();
    void badTargets();
    void policiesAsJson();
    void badPolicies_data();
    void badPolicies();
    void wholeJobsAsJson();
    void jobsAreChecked_data();
    void jobsAreChecked();
};

void TestJob::triggersAsJson_data()
{
    QTest::addColumn<Trigger>("trigger");
    QTest::addColumn<QByteArray>("json");
    const auto with = [](const std::function<void(Trigger &)> &change) {
        Trigger trigger;
        change(trigger);
        return trigger;
    };
    QTest::newRow("interval") << Trigger() << QByteArray(R"({"every_ms":1800000,"kind":"interval"})");
    QTest::newRow("interval, anchored") << with([](Trigger &t) {
        t.everyMs = 1000;
        t.anchor = noon;
        t.jitterMs = 86'400'000;
    }) << QByteArray(R"({"anchor":1779278400000,"every_ms":1000,"jitter_ms":86400000,"kind":"interval"})");
    QTest::newRow("cron") << with([](Trigger &t) {
        t.kind = TriggerKind::Cron;
        t.cron = u"30 8 * * mon-fri"_s;
        t.zone = "Europe/Berlin";
    }) << QByteArray(R"({"cron":"30 8 * * mon-fri","kind":"cron","zone":"Europe/Berlin"})");
    QTest::newRow("once") << with([](Trigger &t) {
        t.kind = TriggerKind::Once;
        t.at = noon;
    }) << QByteArray(R"({"at":1779278400000,"kind":"once"})");
    QTest::newRow("windows") << with([](Trigger &t) {
        t.windows = {{0x1f, 480, 1200}, {0x40, 1320, 60}, {}};
    })
                             << QByteArray(
                                    R"({"every_ms":1800000,"kind":"interval","windows":[)"
                                    R"({"days":["mon","tue","wed","thu","fri"],"from":480,"to":1200},)"
                                    R"({"days":["sun"],"from":1320,"to":60},)"
                                    R"({"days":["mon","tue","wed","thu","fri","sat","sun"],"from":0,"to":1440}]})");
    QTest::newRow("of another kind before") << with([](Trigger &t) {
        t.kind = TriggerKind::Once;
        t.at = 1;
        t.everyMs = 60'000;
        t.cron = u"@daily"_s;
    }) << QByteArray(R"({"at":1,"cron":"@daily","every_ms":60000,"kind":"once"})");
}

void TestJob::triggersAsJson()
{
    QFETCH(Trigger, trigger);
    QFETCH(QByteArray, json);
    QCOMPARE(textOf(triggerToJson(trigger)), json);
    const Result<Trigger> back = triggerFromJson(parsed(json));
    QVERIFY2(back, back ? "" : qPrintable(errorEnglish(back.error())));
    QVERIFY(*back == trigger);
}

void TestJob::whatIsAbsentIsUsual()
{
    QVERIFY(triggerFromJson({}).value() == Trigger());
    QVERIFY(jobTargetFromJson({}).value() == JobTarget());
    QVERIFY(jobPolicyFromJson({}).value() == JobPolicy());
    const Result<Trigger> window = triggerFromJson(parsed(R"({"windows":[{"from":60}]})"));
    QVERIFY(window);
    QVERIFY(window->windows == (QList<TimeWindow>{{0x7f, 60, 1440}}));
}

void TestJob::badTriggers_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("member");
    QTest::newRow("kind") << QByteArray(R"({"kind":"sunrise"})") << u"kind"_s;
    QTest::newRow("kind in capitals") << QByteArray(R"({"kind":"Cron"})") << u"kind"_s;
    QTest::newRow("kind, a number") << QByteArray(R"({"kind":1})") << u"kind"_s;
    QTest::newRow("too often") << QByteArray(R"({"every_ms":999})") << u"every_ms"_s;
    QTest::newRow("too seldom") << QByteArray(R"({"every_ms":31622400001})") << u"every_ms"_s;
    QTest::newRow("a fraction") << QByteArray(R"({"every_ms":1000.5})") << u"every_ms"_s;
    QTest::newRow("no number") << QByteArray(R"({"every_ms":"60000"})") << u"every_ms"_s;
    QTest::newRow("null") << QByteArray(R"({"every_ms":null})") << u"every_ms"_s;
    QTest::newRow("huge") << QByteArray(R"({"anchor":1e300})") << u"anchor"_s;
    QTest::newRow("before 1970") << QByteArray(R"({"anchor":-1})") << u"anchor"_s;
    QTest::newRow("year 10000") << QByteArray(R"({"kind":"once","at":253402300800000})") << u"at"_s;
    QTest::newRow("jitter") << QByteArray(R"({"jitter_ms":86400001})") << u"jitter_ms"_s;
    QTest::newRow("cron, a list") << QByteArray(R"({"cron":["*"]})") << u"cron"_s;
    QTest::newRow("long cron") << QByteArray(R"({"cron":")" + QByteArray(257, '*') + R"("})") << u"cron"_s;
    QTest::newRow("zone") << QByteArray(R"({"zone":"../../etc/passwd"})") << u"zone"_s;
    QTest::newRow("zone in Cyrillic") << QByteArray(R"({"zone":"Европа"})") << u"zone"_s;
    QTest::newRow("long zone") << QByteArray(R"({"zone":")" + QByteArray(65, 'a') + R"("})") << u"zone"_s;
    QTest::newRow("windows, an object") << QByteArray(R"({"windows":{}})") << u"windows"_s;
    QTest::newRow("windows of numbers") << QByteArray(R"({"windows":[1]})") << u"windows"_s;
    QTest::newRow("no day") << QByteArray(R"({"windows":[{"days":[]}]})") << u"windows"_s;
    QTest::newRow("unknown day") << QByteArray(R"({"windows":[{"days":["monday"]}]})") << u"windows"_s;
    QTest::newRow("window from 24:00") << QByteArray(R"({"windows":[{"from":1440}]})") << u"windows"_s;
    QTest::newRow("window to 0:00") << QByteArray(R"({"windows":[{"to":0}]})") << u"windows"_s;
    QTest::newRow("window to 24:01") << QByteArray(R"({"windows":[{"to":1441}]})") << u"windows"_s;
    QTest::newRow("member of a window") << QByteArray(R"({"windows":[{"zone":""}]})") << u"windows"_s;
    QTest::newRow("51 windows") << QByteArray(R"({"windows":[)" + QByteArray("{},").repeated(50) + "{}]}")
                                << u"windows"_s;
    QTest::newRow("unknown member") << QByteArray(R"({"kind":"cron","minute":5})") << u"minute"_s;
}

void TestJob::badTriggers()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, member);
    const Result<Trigger> read = triggerFromJson(parsed(json));
    QVERIFY(!parsed(json).isEmpty());
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::InvalidArgument);
    QCOMPARE(read.error().subject, member);
}

void TestJob::targetsAsJson_data()
{
    QTest::addColumn<JobTarget>("target");
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("all") << JobTarget() << QByteArray(R"({"kind":"all"})");
    QTest::newRow("user") << JobTarget{JobTarget::Kind::User, 7, {}, {}} << QByteArray(R"({"kind":"user","user":7})");
    QTest::newRow("local user") << JobTarget{JobTarget::Kind::User, 1, {}, {}}
                                << QByteArray(R"({"kind":"user","user":1})");
    QTest::newRow("folder") << JobTarget{JobTarget::Kind::Folder, 1, u"Новости"_s, {}}
                            << QByteArray(R"({"folder":"Новости","kind":"folder"})");
    QTest::newRow("no folder") << JobTarget{JobTarget::Kind::Folder, 1, {}, {}}
                               << QByteArray(R"({"folder":"","kind":"folder"})");
    QTest::newRow("channels") << JobTarget{JobTarget::Kind::Channels, 1, {}, {3, 1, 9'007'199'254'740'991}}
                              << QByteArray(R"({"channels":[3,1,9007199254740991],"kind":"channels"})");
}

void TestJob::targetsAsJson()
{
    QFETCH(JobTarget, target);
    QFETCH(QByteArray, json);
    QCOMPARE(textOf(jobTargetToJson(target)), json);
    const Result<JobTarget> back = jobTargetFromJson(parsed(json));
    QVERIFY(back);
    QVERIFY(*back == target);
}

void TestJob::badTargets_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("member");
    QTest::newRow("kind") << QByteArray(R"({"kind":"group"})") << u"kind"_s;
    QTest::newRow("user") << QByteArray(R"({"user":0})") << u"user"_s;
    QTest::newRow("folder") << QByteArray(R"({"folder":5})") << u"folder"_s;
    QTest::newRow("long folder") << QByteArray(R"({"folder":")" + QByteArray(201, 'a') + R"("})") << u"folder"_s;
    QTest::newRow("channel") << QByteArray(R"({"channels":["a"]})") << u"channels"_s;
    QTest::newRow("fraction of a channel") << QByteArray(R"({"channels":[1.5]})") << u"channels"_s;
    QTest::newRow("channel -1") << QByteArray(R"({"channels":[1,-1]})") << u"channels"_s;
    QTest::newRow("one channel") << QByteArray(R"({"channels":1})") << u"channels"_s;
    QTest::newRow("too many channels") << QByteArray(R"({"channels":[)" + QByteArray("1,").repeated(100'000) + "1]}")
                                       << u"channels"_s;
    QTest::newRow("unknown member") << QByteArray(R"({"chanels":[1]})") << u"chanels"_s;
}

void TestJob::badTargets()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, member);
    const Result<JobTarget> read = jobTargetFromJson(parsed(json));
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::InvalidArgument);
    QCOMPARE(read.error().subject, member);
}

void TestJob::policiesAsJson()
{
    QCOMPARE(textOf(jobPolicyToJson({})),
        QByteArray(R"({"concurrency":1,"missed":"once","missed_limit":3,"overlap":"skip","priority":0,"retries":0,)"
                   R"("retry_delay_ms":60000,"timeout_ms":0})"));
    const JobPolicy policy{MissedPolicy::All, 1000, OverlapPolicy::CancelOld, 16, -10, 604'800'000, 20, 86'400'000};
    const QByteArray text(R"({"concurrency":16,"missed":"all","missed_limit":1000,"overlap":"cancel_old",)"
                          R"("priority":-10,"retries":20,"retry_delay_ms":86400000,"timeout_ms":604800000})");
    QCOMPARE(textOf(jobPolicyToJson(policy)), text);
    QVERIFY(jobPolicyFromJson(parsed(text)).value() == policy);
    QCOMPARE(jobPolicyFromJson(parsed(R"({"missed":"skip","overlap":"queue"})"))->missed, MissedPolicy::Skip);
    QCOMPARE(jobPolicyFromJson(parsed(R"({"missed":"skip","overlap":"queue"})"))->overlap, OverlapPolicy::Queue);
    QCOMPARE(missedPolicyName(MissedPolicy::Skip), u"skip"_s);
    QCOMPARE(overlapPolicyName(OverlapPolicy::Queue), u"queue"_s);
}

void TestJob::badPolicies_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("member");
    const QList<std::pair<QByteArray, QList<QByteArray>>> wrong{{"missed", {R"("never")", "1"}},
        {"missed_limit", {"0", "1001"}}, {"overlap", {R"("cancel")"}}, {"concurrency", {"0", "17"}},
        {"priority", {"-11", "11"}}, {"timeout_ms", {"999", "604800001", "-1"}}, {"retries", {"-1", "21"}},
        {"retry_delay_ms", {"0", "999", "86400001"}}, {"mercy", {"true"}}};
    for (const auto &[member, values] : wrong) {
        for (const QByteArray &value : values) {
            QTest::newRow(QByteArray(member + " " + value).constData())
                << QByteArray("{\"" + member + "\":" + value + "}") << QString::fromLatin1(member);
        }
    }
}

void TestJob::badPolicies()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, member);
    const Result<JobPolicy> read = jobPolicyFromJson(parsed(json));
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::InvalidArgument);
    QCOMPARE(read.error().subject, member);
}

void TestJob::wholeJobsAsJson()
{
    Job job = goodJob();
    job.id = 12;
    job.kind = u"recheck"_s;
    job.enabled = false;
    job.paused = true;
    job.pausedUntil = noon;
    job.arguments = {{u"days"_s, 7}};
    const QJsonObject json = jobToJson(job);
    QCOMPARE(textOf(json),
        QByteArray(R"({"arguments":{"days":7},"enabled":false,"id":12,"kind":"recheck","name":"Утро","paused":true,)"
                   R"("paused_until":1779278400000,"policy":{"concurrency":1,"missed":"once","missed_limit":3,)"
                   R"("overlap":"skip","priority":0,"retries":0,"retry_delay_ms":60000,"timeout_ms":0},)"
                   R"("target":{"kind":"all"},"trigger":{"every_ms":1800000,"kind":"interval"}})"));
}

void TestJob::jobsAreChecked_data()
{
    QTest::addColumn<Job>("job");
    QTest::addColumn<QString>("member");
    const auto with = [](const std::function<void(Job &)> &change) {
        Job job = goodJob();
        change(job);
        return job;
    };
    QTest::newRow("good") << goodJob() << QString();
    QTest::newRow("longest name") << with([](Job &j) { j.name = QString(100, u'я'); }) << QString();
    QTest::newRow("long name") << with([](Job &j) { j.name = QString(101, u'я'); }) << u"name"_s;
    QTest::newRow("no name") << with([](Job &j) { j.name.clear(); }) << u"name"_s;
    QTest::newRow("blank name") << with([](Job &j) { j.name = u"  "_s; }) << u"name"_s;
    QTest::newRow("two lines") << with([](Job &j) { j.name = u"a\nb"_s; }) << u"name"_s;
    QTest::newRow("a kind of later") << with([](Job &j) { j.kind = u"digest_2"_s; }) << QString();
    QTest::newRow("no kind") << with([](Job &j) { j.kind.clear(); }) << u"kind"_s;
    QTest::newRow("strange kind") << with([](Job &j) { j.kind = u"Parse"_s; }) << u"kind"_s;
    QTest::newRow("pause before 1970") << with([](Job &j) { j.pausedUntil = -1; }) << u"paused_until"_s;
    QTest::newRow("once, never") << with([](Job &j) { j.trigger.kind = TriggerKind::Once; }) << u"at"_s;
    QTest::newRow("too often") << with([](Job &j) { j.trigger.everyMs = 0; }) << u"every_ms"_s;
    QTest::newRow("window without days") << with([](Job &j) { j.trigger.windows = {{0, 0, 60}}; }) << u"windows"_s;
    QTest::newRow("window of an eighth day") << with([](Job &j) {
        j.trigger.windows = {{0x80, 0, 60}};
    }) << u"windows"_s;
    QTest::newRow("no channels") << with([](Job &j) { j.target.kind = JobTarget::Kind::Channels; }) << u"channels"_s;
    QTest::newRow("no channel") << with([](Job &j) {
        j.target.kind = JobTarget::Kind::Channels;
        j.target.channels = {0};
    }) << u"channels"_s;
    QTest::newRow("concurrency") << with([](Job &j) { j.policy.concurrency = 0; }) << u"concurrency"_s;
    QTest::newRow("time limit") << with([](Job &j) { j.policy.timeoutMs = 1; }) << u"timeout_ms"_s;
}

void TestJob::jobsAreChecked()
{
    QFETCH(Job, job);
    QFETCH(QString, member);
    const Result<void> checked = checkJob(job);
    QCOMPARE(bool(checked), member.isEmpty());
    if (!checked) {
        QCOMPARE(checked.error().code, ErrorCode::InvalidArgument);
        QCOMPARE(checked.error().subject, member);
    }
}

QTEST_APPLESS_MAIN(TestJob)
#include "tst_job.moc"
