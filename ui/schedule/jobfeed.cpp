// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/schedule/jobfeed.h"

#include "ui/schedule/jobmodel.h"

#include <QDateTime>

namespace vestnik {
namespace {

constexpr int soonMs = 15; ///< about a frame: a scroll by the wheel is many steps

} // namespace

JobFeed::JobFeed(EngineFacade &engine, JobModel &model, std::function<QList<JobId>()> seen, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_model(model)
    , m_seen(std::move(seen))
{
    m_tick.setInterval(tickMs);
    connect(&m_tick, &QTimer::timeout, this, &JobFeed::tick);
    m_soon.setSingleShot(true);
    m_soon.setInterval(soonMs);
    connect(&m_soon, &QTimer::timeout, this, &JobFeed::ask);
}

void JobFeed::setOn(bool on)
{
    if (on && !m_tick.isActive()) {
        m_tick.start();
        tick();
    } else if (!on) {
        m_tick.stop();
        m_soon.stop();
    }
}

void JobFeed::refresh()
{
    if (isOn() && !m_soon.isActive()) {
        m_soon.start();
    }
}

void JobFeed::tick()
{
    m_model.setNow(QDateTime::currentMSecsSinceEpoch());
    refresh();
}

void JobFeed::ask()
{
    if (m_asking || !isOn()) {
        return; // the answer asks again
    }
    const QList<JobId> seen = m_seen();
    for (const Trigger &trigger : m_model.withoutWords(seen)) {
        if (!m_askedCrons.contains(trigger.cron)) {
            m_askedCrons.append(trigger.cron);
            m_engine.previewTrigger(trigger, 1, this, [this, trigger](const Result<TriggerPreview> &preview) {
                m_askedCrons.removeAll(trigger.cron);
                m_model.setCron(trigger.cron, preview ? preview->cron : CronFields());
            });
        }
    }
    const QList<JobId> missing = m_model.withoutBand(seen);
    if (missing.isEmpty()) {
        return;
    }
    m_asking = true;
    const qint64 now = m_model.now();
    m_engine.readFires(
        now, now + DayBand::length, missing, this, [this, missing, now](const Result<QList<JobFires>> &fires) {
            m_asking = false;
            if (fires) {
                m_model.setFires(missing, *fires, now);
                refresh(); // what came into sight meanwhile
            }
            // A failure is tried again with the next tick; the store's state is said elsewhere.
        });
}

} // namespace vestnik
