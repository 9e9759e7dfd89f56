// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/collect/collecthouse.h"

#include <QRandomGenerator>

using namespace vestnik;
using namespace Qt::StringLiterals;

namespace {

constexpr int steps = 150;
const QStringList names{u"alpha"_s, u"beta"_s, u"gamma"_s, u"delta"_s, u"epsilon"_s};

/// A collector under commands in no order, and what it told.
class Storm {
public:
    explicit Storm(quint32 seed)
        : m_random(seed)
    {
        for (const QString &name : names) {
            m_channels.append(m_house.add(name));
            m_house.source.addPosts(name, 1, 30, m_house.clock.now());
        }
        QObject::connect(m_house.collector.get(), &Collector::runFinished, m_house.collector.get(),
            [this](const RunRecord &run) { ++m_ends[run.id]; });
    }

    void step()
    {
        switch (m_random.bounded(10)) {
        case 0:
        case 1:
            startByHand();
            break;
        case 2:
        case 3:
        case 4:
            startQueued();
            break;
        case 5:
            m_house.collector->cancel(m_started.isEmpty() ? 0 : m_started.at(m_random.bounded(int(m_started.size()))),
                m_random.bounded(2) == 0, verdict());
            break;
        case 6:
            if (m_random.bounded(4) == 0) {
                m_house.collector->cancel(0, false, verdict());
            }
            break;
        case 7:
            m_house.source.hold();
            break;
        case 8:
            m_house.source.release();
            break;
        default:
            if (m_random.bounded(2) == 0) {
                m_house.source.failAfter(anyName(), 0, Error{ErrorCode::TimedOut, u"t.me"_s, {}});
            } else {
                m_house.source.heal(anyName());
            }
            break;
        }
        if (m_random.bounded(3) > 0) {
            // A turn of the loop, in which workers begin and answers come.
            QTest::qWait(0);
        }
    }

    void finish()
    {
        m_house.source.release();
        QTRY_VERIFY_WITH_TIMEOUT(m_house.collector->isIdle(), 20'000);
        QVERIFY(m_house.collector->going().isEmpty());
        QCOMPARE(m_ends.size(), m_started.size());
        RunRepository runs(*m_house.database);
        for (const RunId id : std::as_const(m_started)) {
            QCOMPARE(m_ends.value(id), 1);
            const RunRecord run = *runs.run(id);
            QVERIFY2(!isGoing(run.status), qPrintable(runStatusName(run.status)));
            QVERIFY(run.finishedAt >= run.startedAt && run.startedAt > 0);
            const QList<RunChannel> rows = *runs.channelsOf(id);
            QCOMPARE(rows.size(), run.channelsTotal);
            int failed = 0;
            int added = 0;
            for (const RunChannel &row : rows) {
                QVERIFY(row.status != RunChannelStatus::Queued && row.status != RunChannelStatus::Running);
                failed += row.status == RunChannelStatus::Failed ? 1 : 0;
                added += row.postsAdded;
            }
            QCOMPARE(run.channelsFailed, failed);
            QCOMPARE(run.postsAdded, added);
            QVERIFY(run.status != RunStatus::Skipped || run.reason.kind != RunReasonKind::None);
        }
        QVERIFY(runs.interruptGoing(m_house.clock.now())->isEmpty());
        for (const ChannelId channel : std::as_const(m_channels)) {
            QVERIFY(!m_house.collector->isReading(channel));
        }
        QCOMPARE(m_house.source.live(), 0);
    }

private:
    [[nodiscard]] QString anyName() { return names.at(m_random.bounded(int(names.size()))); }
    [[nodiscard]] RunVerdict verdict()
    {
        RunVerdict verdict;
        verdict.status = m_random.bounded(2) == 0 ? RunStatus::Stopped : RunStatus::Interrupted;
        return verdict;
    }
    [[nodiscard]] ParseRequest request()
    {
        ParseRequest request;
        for (const ChannelId channel : std::as_const(m_channels)) {
            if (m_random.bounded(2) == 0) {
                request.channels.append(channel);
            }
        }
        switch (m_random.bounded(4)) {
        case 0:
            request.history.kind = HistoryGoal::Kind::Recheck;
            break;
        case 1:
            request.history.kind = HistoryGoal::Kind::All;
            break;
        default:
            break;
        }
        if (m_random.bounded(4) == 0 && !m_started.isEmpty()) {
            request.reason.kind = m_random.bounded(2) == 0 ? RunReasonKind::Resumed : RunReasonKind::FailedChannels;
            request.reason.run = m_started.at(m_random.bounded(int(m_started.size())));
        }
        return request;
    }
    void startByHand()
    {
        const RunId id = m_house.collector->start(request()).value();
        // The same work is the same run.
        if (!m_started.contains(id)) {
            m_started.append(id);
        }
    }
    void startQueued()
    {
        const ParseRequest wanted = request();
        RunRecord run;
        run.queuedAt = m_house.clock.now();
        run.reason = wanted.reason;
        run.id = *RunRepository(*m_house.database).add(run);
        QVERIFY(m_house.collector->start(run, wanted));
        m_started.append(run.id);
    }

    House m_house;
    QRandomGenerator m_random;
    QList<ChannelId> m_channels;
    QList<RunId> m_started;
    QHash<RunId, int> m_ends;
};

} // namespace

/// Commands in no order: no run without a row, every row ends, each end is told once.
class TestCollectStorm final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyRunEndsOnce_data();
    void everyRunEndsOnce();
};

void TestCollectStorm::everyRunEndsOnce_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 12; ++seed) {
        QTest::addRow("seed %u", seed) << seed;
    }
}

void TestCollectStorm::everyRunEndsOnce()
{
    QFETCH(quint32, seed);
    Storm storm(seed);
    for (int i = 0; i < steps; ++i) {
        storm.step();
    }
    storm.finish();
}

QTEST_GUILESS_MAIN(TestCollectStorm)
#include "tst_collectstorm.moc"
