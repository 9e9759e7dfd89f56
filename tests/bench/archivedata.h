// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/model/post.h"

#include <QList>
#include <QString>

#include <functional>
#include <memory>

namespace vestnik {
class Database;
}

namespace vestnik::bench {

inline constexpr int archiveChannels = 50;
inline constexpr qint64 archiveStart = 1'609'459'200'000; ///< 2021-01-01 UTC
inline constexpr qint64 archiveEnd = 1'775'001'600'000; ///< 2026-04-01 UTC

/// Posts of a big archive, the same for the same number: 20 to 4000 characters (the logarithm evenly spread), two of
/// three in Russian, words by Zipf's law from some 30,000 Russian ones with their endings and 12,000 English ones;
/// media, forwards, authors, views, links as in channels of news. Posts are spread evenly over five years and 50
/// channels.
class ArchiveData final {
public:
    explicit ArchiveData(qint64 posts);
    ~ArchiveData();
    Q_DISABLE_COPY_MOVE(ArchiveData)

    [[nodiscard]] qint64 posts() const { return m_posts; }
    [[nodiscard]] static QString channelName(int channel);
    /// Post `index` from 0 by time, without row ids. Its channel is channelOf(index), from 0.
    [[nodiscard]] Post post(qint64 index) const;
    [[nodiscard]] static int channelOf(qint64 index);
    /// The word of a rank, 0 the most frequent, in its basic form.
    [[nodiscard]] QString russian(int rank) const;
    [[nodiscard]] QString english(int rank) const;

private:
    class Words;
    const qint64 m_posts;
    std::unique_ptr<Words> m_words;
};

/// Stores them into a new or empty database and indexes them. `report` gets the number stored now and then.
[[nodiscard]] Result<void> fillArchive(
    Database &database, const ArchiveData &data, const std::function<void(qint64)> &report);

} // namespace vestnik::bench
