// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/model/run.h"

#include <QHash>
#include <QObject>

#include <memory>

namespace vestnik {

class Database;

/// Writes the rows of runs. A run goes on when the store refuses its row (a full disk, a lost connection); its end is
/// kept and tried again until it is written, so that no row stays "running". What is still unwritten when the program
/// ends is found by the next start (RunRepository::interruptGoing).
/// Lives on the engine thread, owned by the collector.
class RunLedger final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunLedger)

public:
    static constexpr int retryMs = 5'000;

    RunLedger(Clock &clock, Database &database, QObject *parent = nullptr);
    ~RunLedger() override;

    /// How it stands at present: lost if it cannot be written.
    void note(const RunRecord &run);
    void note(const RunChannel &channel);
    /// Ends; kept until they are written.
    void save(const RunChannel &channel);
    void saveEnd(const RunRecord &run, const QList<RunChannel> &cut);
    void tryAgain();
    [[nodiscard]] bool isClear() const { return m_runs.isEmpty() && m_channels.isEmpty(); }

Q_SIGNALS:
    /// The connection is lost; tryAgain() when it is back.
    void storeLost(const vestnik::Error &error);

private:
    using ChannelKey = std::pair<RunId, ChannelId>;

    [[nodiscard]] bool keeps(const Error &error);
    void keepChannels(const QList<RunChannel> &channels);

    Database &m_database;
    std::unique_ptr<ClockAlarm> m_alarm;
    QHash<RunId, RunRecord> m_runs; ///< ends that are not written yet
    QHash<ChannelKey, RunChannel> m_channels;
};

} // namespace vestnik
