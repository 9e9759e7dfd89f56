// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/schedule/jobcommands.h"

#include "ui/schedule/forecastdialog.h"
#include "ui/schedule/jobmodel.h"
#include "ui/schedule/pausedialog.h"
#include "ui/widgets/tasktexts.h"
#include "ui/widgets/texts.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPointer>

#include <memory>

namespace vestnik {
namespace {

constexpr int maxName = 100;

} // namespace

QList<JobId> idsOf(const QList<JobRow> &rows)
{
    QList<JobId> ids;
    ids.reserve(rows.size());
    for (const JobRow &row : rows) {
        ids.append(row.job.id);
    }
    return ids;
}

JobCommands::JobCommands(EngineFacade &engine, const JobModel &model, QWidget *window)
    : QObject(window)
    , m_engine(engine)
    , m_model(model)
    , m_window(window)
{
}

Done<void> JobCommands::orFailure()
{
    return [this](const Result<void> &result) {
        if (!result) {
            sayFailure(result.error());
        }
    };
}

void JobCommands::run(const QList<JobRow> &rows)
{
    for (const JobRow &row : rows) {
        const Job job = row.job;
        m_engine.runJob(job.id, this, [this, job, many = rows.size() > 1](const Result<RunId> &run) {
            if (!run) {
                sayFailure(run.error());
            } else if (!many) {
                InfoMessage message;
                message.kind = InfoMessage::Kind::Good;
                message.text = tr("“%1” was started.", "job").arg(job.name);
                message.actionText = tr("Show runs");
                message.action = [self = QPointer<JobCommands>(this), id = job.id] {
                    if (self) {
                        Q_EMIT self->runsRequested(id);
                    }
                };
                say(message);
            }
        });
    }
    if (rows.size() > 1) {
        InfoMessage message;
        message.kind = InfoMessage::Kind::Good;
        message.text = tr("%n jobs were started.", nullptr, int(rows.size()));
        say(message);
    }
}

void JobCommands::dryRun(const Job &job)
{
    const QPointer<ForecastDialog> dialog = new ForecastDialog(job, m_model.channelNames(), m_window);
    dialog->open();
    m_engine.forecastJob(job, this, [dialog](const Result<JobForecast> &forecast) {
        if (dialog) {
            dialog->showResult(forecast);
        }
    });
}

void JobCommands::pause(const QList<JobRow> &rows, qint64 until)
{
    if (rows.isEmpty()) {
        return;
    }
    m_engine.pauseJobs(idsOf(rows), until, this, [this, rows, until](const Result<void> &result) {
        if (!result) {
            sayFailure(result.error());
            return;
        }
        const int count = int(rows.size());
        QString text;
        if (until > 0) {
            const QString moment = JobTexts::moment(until, m_model.now());
            text = count == 1 ? tr("“%1” is paused until %2.").arg(rows.first().job.name, moment)
                              : tr("%n jobs are paused until %1.", nullptr, count).arg(moment);
        } else {
            text = count == 1 ? tr("“%1” is paused.").arg(rows.first().job.name)
                              : tr("%n jobs are paused.", nullptr, count);
        }
        sayUndo(text, [this, rows] { restorePauses(rows); });
    });
}

void JobCommands::restorePauses(const QList<JobRow> &rows)
{
    QList<JobId> going;
    QHash<qint64, QList<JobId>> paused;
    for (const JobRow &row : rows) {
        if (row.job.paused) {
            paused[row.job.pausedUntil].append(row.job.id);
        } else {
            going.append(row.job.id);
        }
    }
    if (!going.isEmpty()) {
        m_engine.resumeJobs(going, this, orFailure());
    }
    for (auto group = paused.cbegin(); group != paused.cend(); ++group) {
        m_engine.pauseJobs(group.value(), group.key(), this, orFailure());
    }
}

void JobCommands::askUntilWhen(const QList<JobRow> &rows)
{
    if (rows.isEmpty()) {
        return;
    }
    auto *dialog = new PauseDialog(rows.size() == 1 ? rows.first().job.name : QString(), int(rows.size()), m_window);
    connect(dialog, &PauseDialog::chosen, this, [this, rows](qint64 until) { pause(rows, until); });
    dialog->open();
}

void JobCommands::resume(const QList<JobRow> &rows)
{
    QList<JobRow> paused;
    for (const JobRow &row : rows) {
        if (row.job.paused) {
            paused.append(row);
        }
    }
    if (paused.isEmpty()) {
        return;
    }
    m_engine.resumeJobs(idsOf(paused), this, [this, paused](const Result<void> &result) {
        if (!result) {
            sayFailure(result.error());
            return;
        }
        const int count = int(paused.size());
        sayUndo(
            count == 1 ? tr("“%1” goes on.", "job").arg(paused.first().job.name) : tr("%n jobs go on.", nullptr, count),
            [this, paused] { restorePauses(paused); });
    });
}

void JobCommands::toggle(const QList<JobRow> &rows)
{
    QList<JobRow> off;
    for (const JobRow &row : rows) {
        if (!row.job.enabled) {
            off.append(row);
        }
    }
    const bool enable = !off.isEmpty();
    const QList<JobRow> &changed = enable ? off : rows;
    if (changed.isEmpty()) {
        return;
    }
    const int count = int(changed.size());
    const QString name = changed.first().job.name;
    const QString text = enable
        ? (count == 1 ? tr("“%1” is on.", "job").arg(name) : tr("%n jobs are on.", nullptr, count))
        : (count == 1 ? tr("“%1” is off.", "job").arg(name) : tr("%n jobs are off.", nullptr, count));
    setEnabled(idsOf(changed), enable, text);
}

void JobCommands::setEnabled(const QList<JobId> &ids, bool enabled, const QString &success)
{
    m_engine.setJobsEnabled(ids, enabled, this, [this, ids, enabled, success](const Result<void> &result) {
        if (!result) {
            sayFailure(result.error());
        } else {
            sayUndo(success, [this, ids, enabled] { m_engine.setJobsEnabled(ids, !enabled, this, orFailure()); });
        }
    });
}

QString JobCommands::copyName(const QString &name, const QStringList &taken) const
{
    for (int number = 1;; ++number) {
        const QString suffix =
            number == 1 ? tr(" (copy)", "end of a job's name") : tr(" (copy %1)", "end of a job's name").arg(number);
        const QString wanted = name.left(maxName - suffix.size()) + suffix;
        if (!taken.contains(wanted)) {
            return wanted;
        }
    }
}

void JobCommands::duplicate(const QList<JobRow> &rows)
{
    QStringList taken;
    for (const JobRow &row : m_model.rows()) {
        taken.append(row.job.name);
    }
    // Said once, when the last copy is stored.
    const auto made = std::make_shared<QList<Job>>();
    const auto left = std::make_shared<qsizetype>(rows.size());
    for (const JobRow &row : rows) {
        Job job = row.job;
        job.id = 0;
        job.name = copyName(row.job.name, taken);
        job.enabled = false;
        job.paused = false;
        job.pausedUntil = 0;
        taken.append(job.name);
        m_engine.saveJob(job, this, [this, made, left](const Result<Job> &stored) {
            if (stored) {
                made->append(*stored);
            } else {
                sayFailure(stored.error());
            }
            if (--*left > 0 || made->isEmpty()) {
                return;
            }
            QList<JobId> ids;
            for (const Job &one : std::as_const(*made)) {
                ids.append(one.id);
            }
            sayUndo(made->size() == 1 ? tr("“%1” was made; it is off.", "copy of a job").arg(made->first().name)
                                      : tr("%n copies were made; they are off.", nullptr, int(made->size())),
                [this, ids] { m_engine.removeJobs(ids, this, orFailure()); });
            Q_EMIT duplicated(*made);
        });
    }
}

void JobCommands::remove(const QList<JobRow> &rows)
{
    if (rows.isEmpty()) {
        return;
    }
    m_engine.removeJobs(idsOf(rows), this, [this, rows](const Result<void> &result) {
        if (!result) {
            sayFailure(result.error());
            return;
        }
        const int count = int(rows.size());
        sayUndo(count == 1 ? tr("“%1” was deleted.", "job").arg(rows.first().job.name)
                           : tr("%n jobs were deleted.", nullptr, count),
            [this, ids = idsOf(rows)] { m_engine.restoreJobs(ids, this, orFailure()); });
    });
}

void JobCommands::copy(const QList<JobRow> &rows)
{
    QStringList head;
    for (int column = 0; column < JobModel::Band; ++column) {
        head.append(m_model.headerData(column, Qt::Horizontal).toString());
    }
    QStringList lines{head.join(QLatin1Char('\t'))};
    for (const JobRow &row : rows) {
        const int at = m_model.rowOf(row.job.id);
        QStringList cells;
        for (int column = 0; at >= 0 && column < JobModel::Band; ++column) {
            cells.append(m_model.index(at, column).data(Qt::AccessibleTextRole).toString().simplified());
        }
        lines.append(cells.join(QLatin1Char('\t')));
    }
    QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
}

void JobCommands::say(InfoMessage message)
{
    Q_EMIT messageRequested(message);
}

void JobCommands::sayUndo(const QString &text, const std::function<void()> &undo)
{
    InfoMessage message;
    message.text = text;
    message.actionText = tr("Undo");
    message.isUndo = true;
    // The message may stand in the window longer than the page lives.
    message.action = [self = QPointer<JobCommands>(this), undo] {
        if (self) {
            undo();
        }
    };
    say(message);
}

void JobCommands::sayFailure(const Error &error)
{
    InfoMessage message;
    message.kind = InfoMessage::Kind::Bad;
    message.text = TaskTexts::trouble(error);
    message.details = error.detail;
    say(message);
}

} // namespace vestnik
