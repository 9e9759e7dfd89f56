// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/enginefacade.h"

#include <QAbstractTableModel>
#include <QSet>

namespace vestnik {

/// Posts that match a query, newest first, read page by page as the view asks for more. Behind the posts stand rows
/// without a post ("Loading…") while there is or may be more. One column. GUI thread; the facade outlives it.
class PostModel final : public QAbstractTableModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PostModel)

public:
    static constexpr int pageSize = 200;
    enum Role {
        IdRole = Qt::UserRole, ///< PostId, 0 for a row without a post
    };

    explicit PostModel(EngineFacade &engine, QObject *parent = nullptr);

    /// Reads from the newest. Answers to older queries are dropped. `before`, `after` and `limit` are the model's own.
    void setQuery(const PostQuery &query);
    [[nodiscard]] const PostQuery &query() const { return m_query; }
    /// Reads the newest page again and puts what is new in its place; rows that are there stay. Once at a time.
    void readNews();
    /// After a failure.
    void retry();
    void setRead(const QList<PostId> &ids, bool read);
    /// Empty: all channels.
    void setChannelsRead(const QSet<ChannelId> &channels);
    /// "today 14:02" grows old.
    void refreshTimes();

    /// nullptr for a row without a post.
    [[nodiscard]] const PostSummary *at(int row) const;
    [[nodiscard]] int rowOf(PostId id) const;
    [[nodiscard]] int postCount() const { return int(m_posts.size()); }
    /// The first page has come.
    [[nodiscard]] bool isLoaded() const { return m_loaded; }
    [[nodiscard]] bool isReading() const { return m_reading || m_readingNews; }
    [[nodiscard]] bool hasFailed() const { return m_failed; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    /// A page came (also an empty one).
    void pageArrived();
    void newsArrived(int inserted);
    void failed(const vestnik::Error &error);

private:
    void request();
    void onPage(quint64 generation, const Result<PostPage> &result);
    void onNews(quint64 generation, const Result<PostPage> &result);
    void replaceAll(const PostPage &page);
    int merge(const QList<PostSummary> &page);
    void setPlaceholders(int count);
    void changed(int firstRow, int lastRow);
    [[nodiscard]] static bool isNewer(const PostSummary &a, const PostSummary &b);

    EngineFacade &m_engine;
    PostQuery m_query;
    QList<PostSummary> m_posts;
    QSet<PostId> m_ids;
    int m_placeholders = 0;
    quint64 m_generation = 0;
    bool m_hasMore = false;
    bool m_loaded = false;
    bool m_reading = false;
    bool m_readingNews = false;
    bool m_failed = false;
};

} // namespace vestnik
