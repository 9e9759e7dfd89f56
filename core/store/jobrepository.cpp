// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/jobrepository.h"

#include <QJsonDocument>

#include "core/base/logging.h"
#include "core/model/postcolumns.h"
#include "core/store/database.h"
#include "core/store/settingsrepository.h"

namespace vestnik {
namespace {

QString wantedKey()
{
    return QStringLiteral("scheduler_wanted");
}

QVariant objectText(const QJsonObject &object)
{
    return object.isEmpty() ? QVariant()
                            : QVariant(QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)));
}

template<typename Value>
QVariant objectText(const Value &value, QJsonObject (*toJson)(const Value &))
{
    // Most jobs have what is usual: nothing is stored of it, and nothing has to be read.
    return value == Value() ? QVariant() : objectText(toJson(value));
}

Result<QJsonObject> objectOf(const QString &text)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8(), &problem);
    if (!document.isObject()) {
        return failure(ErrorCode::InvalidArgument, text.left(40), problem.errorString());
    }
    return document.object();
}

/// Reads objects; the same text as in the row before is not read again.
template<typename Value>
class Objects final {
public:
    using FromJson = Result<Value> (*)(const QJsonObject &);

    explicit Objects(FromJson fromJson)
        : m_fromJson(fromJson)
    {
    }
    [[nodiscard]] const Result<Value> &read(const QString &text)
    {
        if (text.isNull()) {
            return m_usual;
        }
        if (m_text.isNull() || text != m_text) {
            const Result<QJsonObject> object = objectOf(text);
            m_last = object ? m_fromJson(*object) : failure(object.error());
            m_text = text;
        }
        return m_last;
    }

private:
    const FromJson m_fromJson;
    const Result<Value> m_usual;
    QString m_text;
    Result<Value> m_last;
};

Result<QJsonObject> asItIs(const QJsonObject &object)
{
    return object;
}

class JobReader final {
public:
    [[nodiscard]] static QString sql(const QString &condition)
    {
        return QLatin1String("SELECT id, kind, name, enabled, paused, paused_until, created_at, handled_until, "
                             "last_began_at, trigger, target, policy, arguments FROM jobs WHERE ")
            + condition + QLatin1String(" ORDER BY id");
    }
    [[nodiscard]] Result<QList<StoredJob>> readAll(Result<Rows> rows)
    {
        if (!rows) {
            return failure(rows.error());
        }
        QList<StoredJob> jobs;
        while (rows->next()) {
            jobs.append(readOne(*rows));
        }
        if (const Result<void> status = rows->status(); !status) {
            return failure(status.error());
        }
        return jobs;
    }

private:
    [[nodiscard]] StoredJob readOne(const Rows &rows)
    {
        StoredJob stored;
        Job &job = stored.job;
        job.id = rows.integer(0);
        job.kind = rows.text(1);
        job.name = rows.text(2);
        job.enabled = rows.flag(3);
        job.paused = rows.flag(4);
        job.pausedUntil = rows.integer(5);
        job.createdAt = rows.integer(6);
        stored.handledUntil = rows.integer(7);
        stored.lastBeganAt = rows.integer(8);
        const Result<Trigger> &trigger = m_triggers.read(rows.text(9));
        const Result<JobTarget> &target = m_targets.read(rows.text(10));
        const Result<JobPolicy> &policy = m_policies.read(rows.text(11));
        const Result<QJsonObject> &arguments = m_arguments.read(rows.text(12));
        if (!trigger || !target || !policy || !arguments) {
            const Error error = !trigger ? trigger.error()
                : !target                ? target.error()
                : !policy                ? policy.error()
                                         : arguments.error();
            qCWarning(lcStore) << "job" << job.id << "cannot be read and stays off:" << errorEnglish(error);
            job.enabled = false;
            return stored;
        }
        job.trigger = *trigger;
        job.target = *target;
        job.policy = *policy;
        job.arguments = *arguments;
        return stored;
    }

    Objects<Trigger> m_triggers{&triggerFromJson};
    Objects<JobTarget> m_targets{&jobTargetFromJson};
    Objects<JobPolicy> m_policies{&jobPolicyFromJson};
    Objects<QJsonObject> m_arguments{&asItIs};
};

QVariantList valuesOf(const Job &job)
{
    return {job.kind.isNull() ? QStringLiteral("") : job.kind, job.name.isNull() ? QStringLiteral("") : job.name,
        qint64(job.enabled), qint64(job.paused), job.pausedUntil, objectText(triggerToJson(job.trigger)),
        objectText(job.target, &jobTargetToJson), objectText(job.policy, &jobPolicyToJson), objectText(job.arguments)};
}

} // namespace

Result<QList<StoredJob>> JobRepository::all()
{
    return JobReader().readAll(m_database.query(JobReader::sql(QStringLiteral("removed_at = 0"))));
}

Result<JobId> JobRepository::add(const Job &job, qint64 handledUntil)
{
    return m_database.number(
        QStringLiteral("INSERT INTO jobs (kind, name, enabled, paused, paused_until, trigger, target, policy, "
                       "arguments, user_id, created_at, handled_until) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
                       "RETURNING id"),
        valuesOf(job) << localUserId << job.createdAt << handledUntil);
}

Result<void> JobRepository::update(const Job &job)
{
    const Result<qint64> changed = m_database.executeList(
        QStringLiteral("UPDATE jobs SET kind = ?, name = ?, enabled = ?, paused = ?, paused_until = ?, trigger = ?, "
                       "target = ?, policy = ?, arguments = ?, created_at = ? WHERE id = ? AND removed_at = 0"),
        valuesOf(job) << job.createdAt << job.id);
    if (changed && *changed == 0) {
        return failure(ErrorCode::NotFound, QStringLiteral("job %1").arg(job.id));
    }
    return withoutValue(changed);
}

Result<void> JobRepository::setHandled(const QHash<JobId, qint64> &until)
{
    // Many fall due at the same moment: one statement for all of them.
    QHash<qint64, QList<JobId>> jobsAt;
    for (auto one = until.begin(); one != until.end(); ++one) {
        jobsAt[one.value()].append(one.key());
    }
    return m_database.transaction([&]() -> Result<void> {
        for (auto one = jobsAt.constBegin(); one != jobsAt.constEnd(); ++one) {
            const Result<qint64> set =
                m_database.execute(QLatin1String("UPDATE jobs SET handled_until = ? WHERE id IN ") + m_database.idsIn(),
                    one.key(), idsColumn(one.value()));
            if (!set) {
                return failure(set.error());
            }
        }
        return {};
    });
}

Result<void> JobRepository::setBegan(JobId job, qint64 at)
{
    return withoutValue(m_database.execute(QStringLiteral("UPDATE jobs SET last_began_at = ? WHERE id = ?"), at, job));
}

Result<void> JobRepository::remove(const QList<JobId> &jobs, qint64 now)
{
    if (jobs.isEmpty()) {
        return {};
    }
    return withoutValue(m_database.execute(
        QLatin1String("UPDATE jobs SET removed_at = ? WHERE removed_at = 0 AND id IN ") + m_database.idsIn(), now,
        idsColumn(jobs)));
}

Result<QList<StoredJob>> JobRepository::restore(const QList<JobId> &jobs)
{
    if (jobs.isEmpty()) {
        return QList<StoredJob>();
    }
    QList<StoredJob> back;
    const Result<void> written = m_database.transaction([&]() -> Result<void> {
        const Result<QList<JobId>> ids = m_database.numbers(
            QStringLiteral("UPDATE jobs SET removed_at = 0 WHERE removed_at > 0 AND id IN %1 RETURNING id")
                .arg(m_database.idsIn()),
            {idsColumn(jobs)});
        if (!ids || ids->isEmpty()) {
            return withoutValue(ids);
        }
        Result<QList<StoredJob>> read = JobReader().readAll(
            m_database.query(JobReader::sql(QLatin1String("id IN ") + m_database.idsIn()), idsColumn(*ids)));
        if (!read) {
            return failure(read.error());
        }
        back = std::move(*read);
        return {};
    });
    if (!written) {
        return failure(written.error());
    }
    return back;
}

Result<qint64> JobRepository::purge()
{
    return m_database.execute(QStringLiteral("DELETE FROM jobs WHERE removed_at > 0"));
}

Result<bool> JobRepository::isWanted()
{
    const Result<std::optional<QString>> value = SettingsRepository(m_database).value(wantedKey());
    if (!value) {
        return failure(value.error());
    }
    return value->value_or(QString()) == QLatin1String("1");
}

Result<void> JobRepository::setWanted(bool wanted)
{
    return SettingsRepository(m_database).setValue(wantedKey(), wanted ? QStringLiteral("1") : QStringLiteral("0"));
}

} // namespace vestnik
