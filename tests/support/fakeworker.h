// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/schedule/jobworker.h"
#include "core/store/database.h"
#include "core/store/runrepository.h"

#include <QList>

#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace vestnik {

/// A worker whose runs end when the test says so, or after a time of the test's clock. Its rows are real.
class FakeWorker final : public JobWorker {
public:
    /// A run as it was begun.
    struct Begun {
        RunRecord run;
        Job job;
        qint64 at = 0; ///< ms UTC
    };

    FakeWorker(Clock &clock, const QString &kind = QLatin1String(jobkinds::parse))
        : m_clock(clock)
        , m_kind(kind)
    {
    }

    Database *database = nullptr;
    qint64 lengthMs = -1; ///< runs end by themselves after it; -1: when the test says so
    qint64 cancelMs = 0; ///< how long a run takes to end when it is cancelled; -1: until the test says so
    RunStatus outcome = RunStatus::Done; ///< of runs that end by themselves
    bool goesOn = false; ///< resumes()
    Error beginError; ///< begin() fails with it
    Error checkError; ///< check() fails with it
    QList<Begun> begun; ///< all that ever began, in order

    [[nodiscard]] QString kind() const override { return m_kind; }
    [[nodiscard]] Result<void> check(const Job &) const override
    {
        return checkError.code == ErrorCode::None ? Result<void>() : failure(checkError);
    }
    [[nodiscard]] Result<void> begin(const RunRecord &run, const Job &job, const Ended &ended) override
    {
        if (beginError.code != ErrorCode::None) {
            return failure(beginError);
        }
        auto going = std::make_unique<Going>();
        going->run = run;
        going->run.status = RunStatus::Running;
        going->run.startedAt = m_clock.now();
        going->ended = ended;
        store(going->run);
        begun.append({run, job, m_clock.now()});
        const RunId id = run.id;
        going->alarm = m_clock.makeAlarm([this, id] { endByItself(id); });
        if (lengthMs >= 0) {
            going->alarm->setIn(lengthMs);
        }
        m_going[id] = std::move(going);
        return {};
    }
    void cancel(RunId run, const RunVerdict &verdict) override
    {
        const auto found = m_going.find(run);
        if (found == m_going.end()) {
            return;
        }
        found->second->verdict = verdict;
        if (cancelMs >= 0) {
            found->second->alarm->setIn(cancelMs);
        }
    }
    void forecast(const Job &, std::function<void(Result<QList<TaskFact>>)> done) override
    {
        done(QList<TaskFact>{{QStringLiteral("channels"), 3, {}}});
    }
    [[nodiscard]] bool resumes() const override { return goesOn; }

    /// Ends a run: with its verdict if it was cancelled, otherwise with `status`.
    void end(RunId run, RunStatus status = RunStatus::Done)
    {
        const auto found = m_going.find(run);
        if (found == m_going.end()) {
            return;
        }
        const std::unique_ptr<Going> going = std::move(found->second);
        m_going.erase(found);
        RunRecord record = going->run;
        record.status = going->verdict ? going->verdict->status : status;
        record.error = going->verdict ? going->verdict->error : Error();
        if (going->verdict && going->verdict->reason.kind != RunReasonKind::None) {
            record.reason = going->verdict->reason;
        }
        record.finishedAt = m_clock.now() + 1;
        store(record);
        going->ended(record);
    }
    void endAll(RunStatus status = RunStatus::Done)
    {
        const QList<RunId> runs = going();
        for (const RunId run : runs) {
            end(run, status);
        }
    }
    [[nodiscard]] QList<RunId> going() const
    {
        QList<RunId> ids;
        for (const auto &[id, run] : m_going) {
            ids.append(id);
        }
        return ids;
    }
    [[nodiscard]] std::optional<RunVerdict> verdictOf(RunId run) const
    {
        const auto found = m_going.find(run);
        return found == m_going.end() ? std::nullopt : found->second->verdict;
    }

private:
    struct Going {
        RunRecord run;
        Ended ended;
        std::optional<RunVerdict> verdict;
        std::unique_ptr<ClockAlarm> alarm;
    };

    void endByItself(RunId run) { end(run, outcome); }
    void store(const RunRecord &record)
    {
        if (database != nullptr) {
            if (const Result<void> saved = RunRepository(*database).saveRun(record); !saved) {
                qWarning("run %lld could not be stored", static_cast<long long>(record.id));
            }
        }
    }

    Clock &m_clock;
    const QString m_kind;
    std::map<RunId, std::unique_ptr<Going>> m_going;
};

} // namespace vestnik
