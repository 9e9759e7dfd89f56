// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/enginefacade.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QList>
#include <QTimer>

namespace vestnik {

/// The history of runs, newest first, read page by page as one scrolls. Follows the engine by itself: new runs that the
/// query selects come on top, known ones change in place. A row that no longer fits the query stays until the next
/// reading, so that nothing goes away under the reader. GUI thread.
class RunListModel final : public QAbstractTableModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunListModel)

public:
    enum Column { Status, Number, When, Job, Origin, Took, Channels, Added, Updated, Failed, Size, Note, ColumnCount };
    enum Role {
        RunRole = Qt::UserRole, ///< RunRecord
        PermilleRole, ///< 0..1000 of a going run whose channels are counted; otherwise invalid
    };
    static constexpr int pageSize = 200;

    /// `engine` outlives it. Nothing is read before setQuery().
    explicit RunListModel(EngineFacade &engine, QObject *parent = nullptr);

    /// Reads the first page; the rows of the query before stay until it is there. `before` and `limit` are ignored.
    void setQuery(const RunQuery &query);
    void reload();
    [[nodiscard]] bool isLoaded() const { return m_loaded; }
    /// The first page is on its way: what is listed is about to be replaced.
    [[nodiscard]] bool isReloading() const { return m_reloading; }
    [[nodiscard]] bool hasMore() const { return m_hasMore; }
    [[nodiscard]] int rowOf(RunId run) const;
    [[nodiscard]] const RunRecord *find(RunId run) const;
    [[nodiscard]] const RunRecord &at(int row) const { return m_runs.at(row); }
    /// What a going run reported last; run.id 0 for the others.
    [[nodiscard]] RunProgress progress(RunId run) const { return m_progress.value(run); }
    /// Texts that depend on the moment.
    void refreshTimes();
    /// As tab-separated text, all columns.
    [[nodiscard]] QString line(int row) const;
    [[nodiscard]] static qint64 startOf(const RunRecord &run)
    {
        return run.startedAt > 0 ? run.startedAt : run.queuedAt;
    }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    /// The first page of a query is there.
    void loaded();
    void failed(const vestnik::Error &error);
    /// A run came on top of the others; the view has it already.
    void arrived(vestnik::RunId run);
    /// A row that is shown got other values.
    void changed(vestnik::RunId run);

private:
    void onFirstPage(const Result<RunPage> &page);
    void onNextPage(const Result<RunPage> &page);
    void take(const RunRecord &run);
    void takeProgress(const RunProgress &progress);
    void touch(int row);
    void indexRows();
    void watchGoing();
    [[nodiscard]] bool selects(const RunRecord &run) const;
    [[nodiscard]] QString text(const RunRecord &run, int column) const;
    [[nodiscard]] QString channelsText(const RunRecord &run) const;
    [[nodiscard]] QString noteText(const RunRecord &run, qint64 now) const;
    [[nodiscard]] QString tip(const RunRecord &run, int column) const;

    EngineFacade &m_engine;
    RunQuery m_query;
    QList<RunRecord> m_runs; ///< by id, the highest first
    QHash<RunId, int> m_rows;
    QHash<RunId, RunProgress> m_progress;
    QList<RunRecord> m_early; ///< what came while the first page was on its way
    ReadId m_read = 0;
    int m_generation = 0; ///< of the query; answers to earlier ones are dropped
    bool m_reading = false;
    bool m_reloading = false;
    bool m_loaded = false;
    bool m_hasMore = false;
    QTimer m_tick; ///< while a run goes: its time does
};

} // namespace vestnik
