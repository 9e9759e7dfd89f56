// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/posts/postmodel.h"

#include <QDateTime>

#include "core/model/postkey.h"
#include "ui/widgets/texts.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace vestnik {
namespace {

constexpr int firstPlaceholders = 8; ///< rows that stand for the first page until it comes
constexpr int patienceMs = 250;
constexpr int pauseMs = 3000;
constexpr int maxSteps = 8; ///< ranges that are changed one by one; beyond, the list is set anew
/// Posts come in out of order: channels are read one after another. So far behind the newest one looks for new ones.
constexpr qint64 newsSpanMs = 2LL * 24 * 3'600'000;
constexpr qsizetype newsRows = 20'000; ///< and at most so many rows

/// A range of one list that gives way to a range of another.
struct Step {
    qsizetype at = 0;
    qsizetype removed = 0;
    qsizetype from = 0;
    qsizetype inserted = 0;
};

/// How `before` becomes `after`, both falling; more steps than `most` are not counted out.
QList<Step> stepsBetween(
    const QList<PostId> &before, const QList<PostId> &after, qsizetype head, qsizetype tail, qsizetype most)
{
    QList<Step> steps;
    qsizetype i = head;
    qsizetype k = head;
    const qsizetype lastBefore = before.size() - tail;
    const qsizetype lastAfter = after.size() - tail;
    while ((i < lastBefore || k < lastAfter) && steps.size() <= most) {
        if (i < lastBefore && k < lastAfter && before.at(i) == after.at(k)) {
            ++i;
            ++k;
            continue;
        }
        Step step{i, 0, k, 0};
        while ((i < lastBefore || k < lastAfter) && !(i < lastBefore && k < lastAfter && before.at(i) == after.at(k))) {
            if (k >= lastAfter || (i < lastBefore && before.at(i) > after.at(k))) {
                ++i;
                ++step.removed;
            } else {
                ++k;
                ++step.inserted;
            }
        }
        steps.append(step);
    }
    return steps;
}

} // namespace

PostModel::PostModel(EngineFacade &engine, QObject *parent)
    : QAbstractTableModel(parent)
    , m_engine(engine)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(patienceMs);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        if (m_fresh) {
            resetTo({}, firstPlaceholders);
        }
    });
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(&m_pause, &QTimer::timeout, this, &PostModel::readBlocks);
}

void PostModel::setQuery(const PostQuery &query)
{
    giveUp();
    m_query = query;
    m_query.before = 0;
    m_query.after = 0;
    m_query.limit = firstPage;
    m_fresh = true;
    m_loaded = false;
    m_listed = false;
    m_complete = true;
    m_notIndexed = 0;
    m_failed = false;
    m_news.clear();
    m_asked.clear();
    for (Block &block : m_blocks) {
        block.cancelled = true;
        m_engine.cancelRead(block.read);
    }
    if (m_ids.isEmpty()) {
        resetTo({}, firstPlaceholders);
    } else {
        m_patience.start();
    }
    m_readingPage = true;
    m_pageRead = m_engine.readPosts(m_query, this, [this, generation = m_generation](const Result<PostPage> &result) {
        if (generation == m_generation) {
            onPage(result);
        }
    });
    readList(false, true);
    Q_EMIT listChanged();
}

void PostModel::giveUp()
{
    ++m_generation; // answers that are on their way are dropped
    if (m_readingPage) {
        m_engine.cancelRead(m_pageRead);
    }
    if (m_readingList) {
        m_engine.cancelRead(m_listRead);
    }
    if (m_readingNews) {
        m_engine.cancelRead(m_newsRead);
    }
    m_readingPage = m_readingList = m_readingNews = m_newsAgain = false;
    m_patience.stop();
}

void PostModel::cancel()
{
    const bool unfinished = isReading();
    giveUp();
    if (!unfinished) {
        return;
    }
    if (std::exchange(m_fresh, false)) {
        m_loaded = true;
        resetTo({}, 0); // what stands there belongs to another query
    }
    m_complete = m_complete && m_listed;
    m_listed = true;
    setPlaceholders(0);
    Q_EMIT listChanged();
}

void PostModel::readList(bool again, bool withNews)
{
    if (m_readingList && again) {
        m_engine.cancelRead(m_listRead);
    }
    m_readingList = true;
    PostQuery query = m_query;
    query.limit = PostQuery().limit;
    const quint64 sequence = ++m_listSequence;
    m_listRead = m_engine.listPosts(
        query, this, [this, withNews, generation = m_generation, sequence](const Result<PostIdList> &result) {
            if (generation == m_generation && sequence == m_listSequence) {
                onList(result, withNews);
            }
        });
}

void PostModel::retry()
{
    if (m_failed) {
        setQuery(m_query);
    }
}

void PostModel::onPage(const Result<PostPage> &result)
{
    m_readingPage = false;
    if (!result) {
        onFailure(result.error());
        return;
    }
    m_cache.insert(result->posts);
    QList<PostId> ids;
    ids.reserve(result->posts.size());
    for (const PostSummary &post : result->posts) {
        ids.append(post.id);
    }
    if (m_listed) { // the list was quicker
        rowsChanged(ids);
        Q_EMIT listChanged(); // nothing is being read any more
        return;
    }
    takeIds(ids);
    setPlaceholders(result->hasMore ? 1 : 0);
    Q_EMIT listChanged();
}

void PostModel::onList(const Result<PostIdList> &result, bool withNews)
{
    m_readingList = false;
    if (!result) {
        onFailure(result.error());
        return;
    }
    m_listed = true;
    m_complete = result->complete;
    m_notIndexed = result->notIndexed;
    QList<PostId> ids = result->ids;
    if (!withNews && m_descending && !m_ids.isEmpty() && !m_fresh) {
        const auto old = std::lower_bound(ids.cbegin(), ids.cend(), m_ids.first(), std::greater<>());
        ids.erase(ids.cbegin(), old);
    } else {
        m_news.clear();
    }
    takeIds(ids);
    setPlaceholders(0);
    Q_EMIT listChanged();
    if (std::exchange(m_newsAgain, false)) {
        readNews();
    }
}

void PostModel::onFailure(const Error &error)
{
    if (error.code == ErrorCode::Cancelled) {
        return; // somebody else's order; what is there stays
    }
    cancel();
    m_failed = true;
    Q_EMIT failed(error);
    Q_EMIT listChanged();
}

void PostModel::takeIds(const QList<PostId> &ids)
{
    m_loaded = true;
    m_patience.stop();
    if (std::exchange(m_fresh, false)) {
        resetTo(ids, 0);
        Q_EMIT queryAnswered();
        return;
    }
    const auto pair = std::mismatch(m_ids.cbegin(), m_ids.cend(), ids.cbegin(), ids.cend());
    const qsizetype head = pair.first - m_ids.cbegin();
    if (head == m_ids.size() && head == ids.size()) {
        return;
    }
    qsizetype tail = 0;
    while (tail < std::min(m_ids.size(), ids.size()) - head
        && m_ids.at(m_ids.size() - 1 - tail) == ids.at(ids.size() - 1 - tail)) {
        ++tail;
    }
    const bool falling = m_descending && std::is_sorted(ids.cbegin(), ids.cend(), std::greater<>());
    const QList<Step> steps =
        falling || head == m_ids.size() ? stepsBetween(m_ids, ids, head, tail, maxSteps) : QList<Step>(maxSteps + 1);
    if (steps.size() > maxSteps) {
        resetTo(ids, m_placeholders);
        return;
    }
    // From the end, so that the places of the steps before stay right.
    for (auto step = steps.crbegin(); step != steps.crend(); ++step) {
        if (step->removed > 0) {
            m_changing = true;
            beginRemoveRows({}, int(step->at), int(step->at + step->removed) - 1);
            m_ids.remove(step->at, step->removed);
            endRemoveRows();
            m_changing = false;
        }
        if (step->inserted > 0) {
            m_changing = true;
            beginInsertRows({}, int(step->at), int(step->at + step->inserted) - 1);
            if (steps.size() == 1) {
                m_ids = ids; // shared, not copied
            } else {
                m_ids.insert(step->at, step->inserted, 0);
                std::copy_n(ids.cbegin() + step->from, step->inserted, m_ids.begin() + step->at);
            }
            m_descending = falling;
            endInsertRows();
            m_changing = false;
        }
    }
    m_descending = falling;
}

void PostModel::resetTo(const QList<PostId> &ids, int placeholders)
{
    m_changing = true;
    beginResetModel();
    m_ids = ids;
    m_descending = std::is_sorted(m_ids.cbegin(), m_ids.cend(), std::greater<>());
    m_placeholders = placeholders;
    endResetModel();
    m_changing = false;
}

void PostModel::readNews()
{
    if (m_readingNews || !m_listed) {
        m_newsAgain = true;
        return;
    }
    m_readingNews = true;
    PostQuery query = m_query;
    query.order = PostOrder::Newest;
    query.limit = PostQuery().limit;
    if (!m_ids.isEmpty()) {
        const PostId newest = m_descending ? m_ids.first() : *std::max_element(m_ids.cbegin(), m_ids.cend());
        const qint64 moment = std::min(postkey::timeOf(newest), QDateTime::currentMSecsSinceEpoch());
        query.after = postkey::firstAt(moment - newsSpanMs);
        if (m_descending && m_ids.size() > newsRows) {
            query.after = std::max(query.after, m_ids.at(newsRows));
        }
    }
    m_newsRead = m_engine.listPosts(query, this, [this, generation = m_generation](const Result<PostIdList> &result) {
        if (generation == m_generation) {
            onNews(result);
        }
    });
}

void PostModel::onNews(const Result<PostIdList> &result)
{
    m_readingNews = false;
    if (result) {
        QList<PostId> known = m_ids;
        if (!m_descending) {
            std::sort(known.begin(), known.end(), std::greater<>());
        }
        m_news.clear();
        std::set_difference(result->ids.cbegin(), result->ids.cend(), known.cbegin(), known.cend(),
            std::back_inserter(m_news), std::greater<>());
        if (m_ids.isEmpty()) {
            showNews(); // nothing that could move
        }
        Q_EMIT newsCounted(int(m_news.size()));
    }
    if (std::exchange(m_newsAgain, false)) {
        readNews();
    }
}

void PostModel::showNews()
{
    if (m_news.isEmpty()) {
        return;
    }
    if (!m_descending) { // how they rank only the store knows
        setQuery(m_query);
        return;
    }
    QList<PostId> all;
    all.reserve(m_ids.size() + m_news.size());
    std::merge(m_ids.cbegin(), m_ids.cend(), m_news.cbegin(), m_news.cend(), std::back_inserter(all), std::greater<>());
    m_news.clear();
    takeIds(all);
    Q_EMIT listChanged();
}

void PostModel::relist(bool withNews)
{
    if (!m_listed) {
        return; // it is being read
    }
    readList(true, withNews);
}

void PostModel::setPlaceholders(int count)
{
    const int first = int(m_ids.size());
    if (count < m_placeholders) {
        m_changing = true;
        beginRemoveRows({}, first + count, first + m_placeholders - 1);
        m_placeholders = count;
        endRemoveRows();
        m_changing = false;
    } else if (count > m_placeholders) {
        m_changing = true;
        beginInsertRows({}, first + m_placeholders, first + count - 1);
        m_placeholders = count;
        endInsertRows();
        m_changing = false;
    }
}

const PostSummary *PostModel::at(int row) const
{
    return row >= 0 && row < m_ids.size() ? m_cache.find(m_ids.at(row)) : nullptr;
}

int PostModel::rowOf(PostId id) const
{
    const auto found = m_descending ? std::lower_bound(m_ids.cbegin(), m_ids.cend(), id, std::greater<>())
                                    : std::find(m_ids.cbegin(), m_ids.cend(), id);
    return found == m_ids.cend() || *found != id ? -1 : int(found - m_ids.cbegin());
}

int PostModel::rowBefore(qint64 ms) const
{
    if (!m_descending || m_ids.isEmpty()) {
        return -1;
    }
    const PostId first = postkey::firstAt(ms);
    const auto found = std::partition_point(m_ids.cbegin(), m_ids.cend(), [first](PostId id) { return id >= first; });
    return int(std::min<qsizetype>(found - m_ids.cbegin(), m_ids.size() - 1));
}

int PostModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_ids.size()) + m_placeholders;
}

int PostModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : 1;
}

QVariant PostModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    switch (role) {
    case IdRole:
        return idAt(index.row());
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole:
        break;
    default:
        return {};
    }
    const PostSummary *post = wanted(index.row());
    if (post == nullptr) {
        return role == Qt::ToolTipRole ? QVariant() : QVariant(tr("Loading…"));
    }
    if (role == Qt::ToolTipRole) {
        return texts::exactTime(post->postedAt);
    }
    const QString text = post->excerpt.isEmpty() ? texts::postKind(post->kind) : post->excerpt;
    if (role == Qt::DisplayRole) {
        return text;
    }
    return QStringList({post->channelTitle, texts::when(post->postedAt), post->unread ? tr("unread") : QString(),
                           post->starred ? tr("starred") : QString(), post->deleted ? tr("deleted") : QString(), text})
        .join(QLatin1String(", "));
}

Qt::ItemFlags PostModel::flags(const QModelIndex &index) const
{
    if (!index.isValid()) {
        return {};
    }
    return index.row() < m_ids.size() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren
                                      : Qt::ItemFlags(Qt::ItemNeverHasChildren);
}

} // namespace vestnik
