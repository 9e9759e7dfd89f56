// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/walkeeper.h"

#include <chrono>

#include "core/base/logging.h"
#include "core/store/database.h"
#include "core/store/postrepository.h"
#include "core/store/readpool.h"

namespace vestnik {
namespace {

using namespace std::chrono_literals;

constexpr auto quiet = 250ms;
// Between two portions the loop gets its turns.
constexpr auto betweenPortions = 20ms;
constexpr int portion = 128;

} // namespace

WalKeeper::WalKeeper(Database &writer, ReadPool &pool, qint64 threshold, QObject *parent)
    : QObject(parent)
    , m_writer(writer)
    , m_pool(pool)
    , m_threshold(threshold)
    , m_pause(this)
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &WalKeeper::indexPortion);
    m_pause.start(quiet);
}

void WalKeeper::noteWrite()
{
    m_pause.start(quiet);
    keepLogShort();
}

void WalKeeper::keepLogShort()
{
    if (m_busy || m_writer.walBytes() < m_threshold) {
        return;
    }
    m_busy = true;
    m_pool.checkpoint(this, [this](const Result<qint64> &left) {
        m_busy = false;
        if (!left && left.error().code != ErrorCode::Cancelled && left.error().code != ErrorCode::EngineStopped) {
            qCInfo(lcStore).noquote() << errorEnglish(left.error());
        }
        Q_EMIT checkpointed(left.value_or(-1));
    });
}

void WalKeeper::indexPortion()
{
    const Result<qint64> left = PostRepository(m_writer).indexWaiting(portion);
    if (!left) {
        // Nothing depends on it; the next write starts it again.
        qCInfo(lcStore).noquote() << errorEnglish(left.error());
        return;
    }
    keepLogShort();
    if (*left > 0) {
        m_pause.start(betweenPortions);
    } else {
        Q_EMIT indexed();
    }
}

} // namespace vestnik
