// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/enginefacade.h"
#include "ui/posts/postcache.h"

#include <QAbstractTableModel>
#include <QSet>
#include <QTimer>

namespace vestnik {

/// The posts that match a query: the ids of all of them, and the rows near what is looked at. The first page and the
/// list of ids are read together; until the list has come, the rows of the page are shown and one row without a post
/// stands for the rest. Rows are read in blocks when they are asked for by wanted() or data(), the last asked first, at
/// most two blocks at a time; what was asked for and is far from that is cancelled. One column. GUI thread; the facade
/// outlives it.
class PostModel final : public QAbstractTableModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PostModel)

public:
    static constexpr int firstPage = 100; ///< rows that are read at once
    static constexpr int blockRows = 128;
    static constexpr int maxCached = 64 * blockRows;
    static constexpr int maxReads = 2;
    enum Role {
        IdRole = Qt::UserRole, ///< PostId, 0 for a row without a post
    };

    explicit PostModel(EngineFacade &engine, QObject *parent = nullptr);

    /// Reads from the newest, and gives up the query before. What stood there stays until the answer comes, at most a
    /// quarter of a second. `before`, `after` and `limit` are the model's own.
    void setQuery(const PostQuery &query);
    [[nodiscard]] const PostQuery &query() const { return m_query; }
    /// Gives up what is being read of the query; what has come of it stays.
    void cancel();
    /// Looks for posts that are not in the list yet; newsCounted() follows. An empty list takes them in at once.
    void readNews();
    /// Puts what readNews() found in its place.
    void showNews();
    /// Reads the list of ids again. Rows that are in both stay; new ones at the top only `withNews`.
    void relist(bool withNews);
    /// After a failure.
    void retry();
    void setRead(const QList<PostId> &ids, bool read);
    void setStarred(const QList<PostId> &ids, bool starred);
    /// Empty: all channels.
    void setChannelsRead(const QSet<ChannelId> &channels);
    /// These have changed in the store and are read again when they are looked at. Empty: all.
    void refreshRows(const QList<PostId> &ids);
    /// "today 14:02" grows old.
    void refreshTimes();

    /// nullptr for a row without a post and for one that has not been read (yet).
    [[nodiscard]] const PostSummary *at(int row) const;
    /// The same; asks for the row if it has to be read.
    [[nodiscard]] const PostSummary *wanted(int row) const;
    [[nodiscard]] const PostSummary *find(PostId id) const { return m_cache.find(id); }
    /// 0 for a row without a post.
    [[nodiscard]] PostId idAt(int row) const { return row >= 0 && row < m_ids.size() ? m_ids.at(row) : 0; }
    [[nodiscard]] int rowOf(PostId id) const;
    /// The first row posted before this moment (ms UTC), the last row if there is none; -1 if the list is empty or not
    /// in the order of time.
    [[nodiscard]] int rowBefore(qint64 ms) const;
    [[nodiscard]] bool isByTime() const { return m_descending; }
    [[nodiscard]] int postCount() const { return int(m_ids.size()); }
    [[nodiscard]] const QList<PostId> &ids() const { return m_ids; }
    [[nodiscard]] int newsCount() const { return int(m_news.size()); }
    [[nodiscard]] int cachedRows() const { return m_cache.size(); }
    /// Something of the query has come.
    [[nodiscard]] bool isLoaded() const { return m_loaded; }
    /// The list of ids has come.
    [[nodiscard]] bool isListed() const { return m_listed; }
    /// False: more posts match than are listed.
    [[nodiscard]] bool isComplete() const { return m_complete; }
    [[nodiscard]] qint64 notIndexed() const { return m_notIndexed; }
    [[nodiscard]] bool isReading() const { return m_readingPage || m_readingList; }
    [[nodiscard]] bool hasFailed() const { return m_failed; }
    /// Rows are being put in or taken out at this moment: what a view makes of it is nobody's choice.
    [[nodiscard]] bool isChanging() const { return m_changing; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    /// Rows of a new query stand there for the first time; after the reset.
    void queryAnswered();
    /// What is known of the list changed: its first page, its length, its end.
    void listChanged();
    void newsCounted(int count);
    void failed(const vestnik::Error &error);

private:
    struct Block {
        quint64 number = 0;
        ReadId read = 0;
        QList<PostId> ids;
        bool cancelled = false;
    };

    void giveUp();
    void readList(bool again, bool withNews);
    void onPage(const Result<PostPage> &result);
    void onList(const Result<PostIdList> &result, bool withNews);
    void onNews(const Result<PostIdList> &result);
    void onFailure(const Error &error);
    void takeIds(const QList<PostId> &ids);
    void resetTo(const QList<PostId> &ids, int placeholders);
    void removeGone(const QList<PostId> &asked, const QList<PostSummary> &found);
    void setPlaceholders(int count);
    void ask(PostId id) const;
    void readBlocks();
    void readBlock(int row);
    void cancelFarBlocks(int row);
    void onBlock(quint64 number, const Result<QList<PostSummary>> &result);
    void rowsChanged(const QList<PostId> &ids);
    void changed(int firstRow, int lastRow);

    EngineFacade &m_engine;
    PostQuery m_query;
    QList<PostId> m_ids; ///< all that are known, in the order of the list
    QList<PostId> m_news; ///< newest first, not in m_ids
    PostCache m_cache{maxCached};
    mutable QList<PostId> m_asked; ///< one of each block that is wanted, the last at the end
    mutable PostId m_lastAsked = 0; ///< where one looks
    mutable bool m_askQueued = false;
    QList<Block> m_blocks; ///< being read, oldest first
    quint64 m_lastBlock = 0;
    QTimer m_patience; ///< until the rows of the query before give way
    QTimer m_pause; ///< after a block that could not be read
    int m_placeholders = 0;
    quint64 m_generation = 0; ///< of the query
    quint64 m_listSequence = 0;
    ReadId m_pageRead = 0;
    ReadId m_listRead = 0;
    ReadId m_newsRead = 0;
    qint64 m_notIndexed = 0;
    bool m_descending = true; ///< ids fall from row to row
    bool m_fresh = false; ///< nothing of the present query has come
    bool m_loaded = false;
    bool m_listed = false;
    bool m_complete = true;
    bool m_readingPage = false;
    bool m_readingList = false;
    bool m_readingNews = false;
    bool m_newsAgain = false;
    bool m_failed = false;
    bool m_changing = false;
};

} // namespace vestnik
