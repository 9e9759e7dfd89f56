// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/schedule/dayband.h"
#include "ui/schedule/jobtexts.h"

#include <QAbstractTableModel>

namespace vestnik {

/// The jobs of the Schedule page by their ids, with what is read for them when they are seen: the fires of the next
/// day, and what their cron expressions mean. GUI thread.
class JobModel final : public QAbstractTableModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JobModel)

public:
    enum Column { Name, State, When, Next, Last, Band, ColumnCount };
    enum Role {
        IdRole = Qt::UserRole, ///< JobId
        RawRole, ///< the value behind the text: number, ms UTC, or text to collate
        SecondRole, ///< second line of the cell; may be empty
    };

    explicit JobModel(QObject *parent = nullptr);

    void setRows(const QList<JobRow> &rows);
    /// Changes rows that are known and appends the others; only cells that differ are announced.
    void upsert(const QList<JobRow> &rows);
    void remove(const QList<JobId> &ids);
    /// Moves the present, ms UTC: texts with times are announced, bands grow stale.
    void setNow(qint64 now);
    [[nodiscard]] qint64 now() const { return m_now; }
    void setChannelNames(const JobTexts::ChannelNames &names);
    [[nodiscard]] const JobTexts::ChannelNames &channelNames() const { return m_names; }
    /// Runs by themselves happen; for tooltips.
    void setSchedulerRuns(bool runs) { m_schedulerRuns = runs; }
    [[nodiscard]] bool schedulerRuns() const { return m_schedulerRuns; }

    // What is read for rows that are seen.
    /// Jobs among these whose band was not read since the present moved or they were changed.
    [[nodiscard]] QList<JobId> withoutBand(const QList<JobId> &ids) const;
    /// Triggers among those of these jobs whose words need to be asked for, one of each expression.
    [[nodiscard]] QList<Trigger> withoutWords(const QList<JobId> &ids) const;
    /// `asked`: the jobs that were asked about; those without fires are among `fires` or not. `now`: when that was.
    void setFires(const QList<JobId> &asked, const QList<JobFires> &fires, qint64 now);
    void setCron(const QString &expression, const CronFields &fields);

    [[nodiscard]] const QList<JobRow> &rows() const { return m_rows; }
    [[nodiscard]] const JobRow &at(int row) const { return m_rows.at(row); }
    /// nullptr if there is no such job. Valid until the next change.
    [[nodiscard]] const JobRow *find(JobId id) const;
    [[nodiscard]] int rowOf(JobId id) const { return m_rowOfId.value(id, -1); }
    /// Not read: no band yet. The last one read stays until the next.
    [[nodiscard]] DayBand band(int row) const;
    [[nodiscard]] QString words(int row) const { return words(m_rows.at(row)); }
    /// Everything that the filter looks through.
    [[nodiscard]] QString searchText(int row) const;
    /// The last run failed, and the job is not switched off.
    [[nodiscard]] static bool isFailing(const JobRow &row);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Read {
        DayBand band;
        bool stale = true;
    };
    [[nodiscard]] QString words(const JobRow &row) const;
    [[nodiscard]] QString text(int row, int column) const;
    [[nodiscard]] QString second(const JobRow &row, int column) const;
    [[nodiscard]] QVariant raw(const JobRow &row, int column) const;
    [[nodiscard]] QString toolTip(int row, int column) const;
    [[nodiscard]] QString kindAndTarget(const JobRow &row) const;
    void indexRows();

    QList<JobRow> m_rows;
    QHash<JobId, int> m_rowOfId;
    QHash<JobId, Read> m_read;
    QHash<QString, CronFields> m_crons; ///< by expression
    mutable QHash<JobId, QString> m_words; ///< triggers in words: sorting asks for them again and again
    JobTexts::ChannelNames m_names;
    qint64 m_now = 0;
    bool m_schedulerRuns = true;
};

} // namespace vestnik
