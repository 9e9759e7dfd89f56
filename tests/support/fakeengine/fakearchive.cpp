// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/fakeengine/fakeengine.h"

#include "core/model/searchquery.h"

#include <QDateTime>

#include <algorithm>
#include <functional>
#include <utility>

namespace vestnik {
namespace {

qint64 now()
{
    return QDateTime::currentMSecsSinceEpoch();
}

/// What tests of the window need of the query language: words are parts of the text, of the filters the marks and some
/// kinds count, the others let everything through.
class Matcher final {
public:
    Matcher(const SearchQuery &query, std::function<bool(const SearchNode &filter, const Post &post)> filter)
        : m_query(query)
        , m_filter(std::move(filter))
    {
    }

    [[nodiscard]] bool matches(const Post &post) const { return holds(m_query.root, post); }

private:
    [[nodiscard]] bool holds(const SearchNode &node, const Post &post) const
    {
        const auto child = [&](const SearchNode &one) { return holds(one, post); };
        switch (node.kind) {
        case SearchNode::Kind::All:
            return std::all_of(node.children.cbegin(), node.children.cend(), child);
        case SearchNode::Kind::Any:
            return std::any_of(node.children.cbegin(), node.children.cend(), child);
        case SearchNode::Kind::Not:
            return std::none_of(node.children.cbegin(), node.children.cend(), child);
        case SearchNode::Kind::Filter:
            return m_filter(node, post);
        default:
            return post.body.text.contains(node.text, Qt::CaseInsensitive);
        }
    }

    const SearchQuery &m_query;
    const std::function<bool(const SearchNode &, const Post &)> m_filter;
};

} // namespace

QList<const Post *> FakeEngine::selected(const PostQuery &query) const
{
    QSet<ChannelId> wanted;
    for (const ChannelRow &row : std::as_const(m_data.channels)) {
        if ((query.channels.isEmpty() || query.channels.contains(row.id))
            && (query.folder.isEmpty() || row.folder == query.folder)) {
            wanted.insert(row.id);
        }
    }
    const bool anyChannel = query.channels.isEmpty() && query.folder.isEmpty();
    const SearchQuery search =
        parseSearch(query.text + QLatin1Char(' ') + query.scope, now(), QTimeZone::systemTimeZone());
    const Matcher matcher(search, [this](const SearchNode &filter, const Post &post) {
        const QString value = filter.text.toLower();
        switch (filter.field) {
        case SearchField::Is:
            return (value != QLatin1String("starred") || m_starred.contains(post.id))
                && (value != QLatin1String("deleted") || m_deleted.contains(post.id))
                && (value != QLatin1String("unread") || m_data.unread.contains(post.id))
                && (value != QLatin1String("edited") || post.edited);
        case SearchField::Tag:
            return m_postTags.value(post.id).contains(filter.text, Qt::CaseInsensitive);
        case SearchField::Channel:
            return post.channel.compare(filter.text, Qt::CaseInsensitive) == 0;
        case SearchField::Has:
            return (value != QLatin1String("photo") || post.kind == PostKind::Photo)
                && (value != QLatin1String("note") || m_notes.contains(post.id));
        default:
            return true;
        }
    });
    QList<const Post *> posts;
    for (const Post &post : std::as_const(m_data.posts)) {
        const bool fits = (anyChannel || wanted.contains(post.channelId))
            && (!query.onlyUnread || m_data.unread.contains(post.id)) && post.id > query.after
            && (query.postedFrom == 0 || post.postedAt >= query.postedFrom)
            && (query.postedTo == 0 || post.postedAt < query.postedTo) && matcher.matches(post);
        if (fits) {
            posts.append(&post);
        }
    }
    return posts;
}

Post *FakeEngine::findPost(PostId id)
{
    const auto found =
        std::find_if(m_data.posts.begin(), m_data.posts.end(), [id](const Post &post) { return post.id == id; });
    return found == m_data.posts.end() ? nullptr : &*found;
}

void FakeEngine::setStarred(const QList<PostId> &posts, bool starred, QObject *context, Done<void> done)
{
    called("setStarred");
    if (refused<void>(context, done)) {
        return;
    }
    for (const PostId id : posts) {
        if (starred) {
            m_starred.insert(id);
        } else {
            m_starred.remove(id);
        }
    }
    later([this, posts] { Q_EMIT postsMarked(posts); });
    answer<void>(context, std::move(done), {});
}

void FakeEngine::setNote(PostId post, const QString &text, QObject *context, Done<void> done)
{
    called("setNote");
    if (refused<void>(context, done)) {
        return;
    }
    if (text.isEmpty()) {
        m_notes.remove(post);
    } else {
        m_notes.insert(post, text);
    }
    later([this, post] { Q_EMIT postsMarked({post}); });
    answer<void>(context, std::move(done), {});
}

void FakeEngine::changeTags(
    const QList<PostId> &posts, const QStringList &add, const QStringList &remove, QObject *context, Done<void> done)
{
    called("changeTags");
    if (refused<void>(context, done)) {
        return;
    }
    for (const QString &name : add) {
        if (!m_tags.contains(name)) {
            m_tags.append(name);
        }
    }
    for (const PostId id : posts) {
        QStringList &tags = m_postTags[id];
        for (const QString &name : remove) {
            tags.removeAll(name);
        }
        for (const QString &name : add) {
            if (!tags.contains(name)) {
                tags.append(name);
            }
        }
    }
    later([this, posts] {
        Q_EMIT postsMarked(posts);
        announceTags();
    });
    answer<void>(context, std::move(done), {});
}

void FakeEngine::announceTags()
{
    QList<TagRow> rows;
    for (qsizetype i = 0; i < m_tags.size(); ++i) {
        if (m_tags.at(i).isEmpty()) {
            continue;
        }
        TagRow row{i + 1, m_tags.at(i), 0};
        for (const QStringList &tags : std::as_const(m_postTags)) {
            row.posts += tags.contains(row.name);
        }
        rows.append(row);
    }
    Q_EMIT tagsChanged(rows);
}

void FakeEngine::renameTag(TagId tag, const QString &name, QObject *context, Done<void> done)
{
    called("renameTag");
    if (refused<void>(context, done)) {
        return;
    }
    const QString old = m_tags.value(tag - 1);
    for (QStringList &tags : m_postTags) {
        tags.replaceInStrings(old, name);
    }
    m_tags[tag - 1] = name;
    later([this] { announceTags(); });
    answer<void>(context, std::move(done), {});
}

void FakeEngine::removeTag(TagId tag, QObject *context, Done<QList<PostId>> done)
{
    called("removeTag");
    if (refused<QList<PostId>>(context, done)) {
        return;
    }
    const QString name = m_tags.value(tag - 1);
    QList<PostId> posts;
    for (auto tags = m_postTags.begin(); tags != m_postTags.end(); ++tags) {
        if (tags->removeAll(name) > 0) {
            posts.append(tags.key());
        }
    }
    m_tags[tag - 1].clear();
    later([this, posts] {
        Q_EMIT postsMarked(posts);
        announceTags();
    });
    answer<QList<PostId>>(context, std::move(done), posts);
}

void FakeEngine::saveSearch(const SavedSearch &search, QObject *context, Done<SavedSearch> done)
{
    called("saveSearch");
    if (refused<SavedSearch>(context, done)) {
        return;
    }
    SavedSearch stored = search;
    const auto known =
        std::find_if(m_searches.begin(), m_searches.end(), [&](const SavedSearch &one) { return one.id == search.id; });
    if (known != m_searches.end()) {
        *known = stored;
    } else {
        stored.id = ++m_lastSearch;
        m_searches.append(stored);
    }
    later([this] { Q_EMIT savedSearchesChanged(m_searches); });
    answer<SavedSearch>(context, std::move(done), stored);
}

void FakeEngine::removeSavedSearch(qint64 id, QObject *context, Done<void> done)
{
    called("removeSavedSearch");
    if (refused<void>(context, done)) {
        return;
    }
    m_searches.removeIf([id](const SavedSearch &search) { return search.id == id; });
    later([this] { Q_EMIT savedSearchesChanged(m_searches); });
    answer<void>(context, std::move(done), {});
}

void FakeEngine::startTask(const TaskSpec &spec, QObject *context, Done<TaskId> done)
{
    called("startTask");
    m_lastTask = spec;
    if (refused<TaskId>(context, done)) {
        return;
    }
    TaskRecord record;
    record.id = m_tasks.size() + 1;
    record.kind = taskKindOf(spec);
    record.state = TaskState::Running;
    record.startedAt = now();
    if (const auto *exported = std::get_if<ExportSpec>(&spec)) {
        record.subject = exported->path;
    } else if (const auto *imported = std::get_if<ImportSpec>(&spec)) {
        record.subject = imported->source;
    }
    m_tasks.append(record);
    later([this, record] { Q_EMIT taskChanged(record); });
    answer<TaskId>(context, std::move(done), record.id);
}

void FakeEngine::cancelTask(TaskId task)
{
    called("cancelTask");
    later([this, task] { finishTask(task, TaskState::Cancelled); });
}

void FakeEngine::advanceTask(TaskId task, qint64 done, qint64 total)
{
    TaskRecord &record = m_tasks[task - 1];
    record.done = done;
    record.total = total;
    // A copy: whoever is told may start another task.
    const TaskRecord told = record;
    Q_EMIT taskChanged(told);
}

void FakeEngine::finishTask(TaskId task, TaskState state, const TaskReport &report, const Error &error)
{
    TaskRecord &record = m_tasks[task - 1];
    record.state = state;
    record.report = report;
    record.error = error;
    record.finishedAt = now();
    const TaskRecord told = record;
    Q_EMIT taskChanged(told);
}

void FakeEngine::setRetention(const RetentionRule &rule, QObject *context, Done<void> done)
{
    called("setRetention");
    if (!refused<void>(context, done)) {
        m_retention.general = rule;
        answer<void>(context, std::move(done), {});
    }
}

void FakeEngine::setChannelRetention(
    const QList<ChannelId> &ids, const std::optional<RetentionRule> &rule, QObject *context, Done<void> done)
{
    called("setChannelRetention");
    if (refused<void>(context, done)) {
        return;
    }
    for (const ChannelId id : ids) {
        if (rule) {
            m_retention.channels.insert(id, *rule);
        } else {
            m_retention.channels.remove(id);
        }
    }
    answer<void>(context, std::move(done), {});
}

void FakeEngine::readRetention(QObject *context, Done<RetentionSettings> done)
{
    if (!refused<RetentionSettings>(context, done)) {
        answer<RetentionSettings>(context, std::move(done), m_retention);
    }
}

void FakeEngine::readStorage(QObject *context, Done<StorageFacts> done)
{
    if (refused<StorageFacts>(context, done)) {
        return;
    }
    StorageFacts facts;
    facts.address = m_status.storePath;
    facts.server = QStringLiteral("SQLite 3.40.1");
    facts.bytes = 1'288'490'188;
    facts.freeBytes = 84'213'000'000;
    facts.reclaimableBytes = 12'300'000;
    for (const ChannelRow &row : std::as_const(m_data.channels)) {
        facts.posts += row.postCount;
        facts.channels.append({row.id, row.username, row.postCount, row.postCount * 1310});
    }
    std::sort(facts.channels.begin(), facts.channels.end(),
        [](const ChannelSize &a, const ChannelSize &b) { return a.bytes > b.bytes; });
    answer<StorageFacts>(context, std::move(done), m_storage.value_or(facts));
}

void FakeEngine::probeDatabase(const QString &address, QObject *context, Done<DatabaseProbe> done)
{
    called("probeDatabase");
    if (refused<DatabaseProbe>(context, done)) {
        return;
    }
    DatabaseProbe probe;
    probe.address = address;
    probe.server = QStringLiteral("PostgreSQL 15.6");
    probe.millis = 12;
    answer<DatabaseProbe>(context, std::move(done), m_probe.value_or(probe));
}

void FakeEngine::switchDatabase(const QString &address, QObject *context, Done<void> done)
{
    called("switchDatabase");
    if (refused<void>(context, done)) {
        return;
    }
    m_status.storePath = address.isEmpty() ? dataDir() + QLatin1String("/vestnik.db") : address;
    announceStatus();
    answer<void>(context, std::move(done), {});
}

void FakeEngine::cancelRead(ReadId read)
{
    m_cancelledReads.insert(read);
}

ReadId FakeEngine::listPosts(const PostQuery &query, QObject *context, Done<PostIdList> done)
{
    if (refused<PostIdList>(context, done)) {
        return 0;
    }
    PostIdList list;
    for (const Post *post : selected(query)) {
        list.ids.append(post->id);
    }
    return answerRead<PostIdList>(context, std::move(done), list);
}

ReadId FakeEngine::readSummaries(const QList<PostId> &ids, QObject *context, Done<QList<PostSummary>> done)
{
    if (refused<QList<PostSummary>>(context, done)) {
        return 0;
    }
    QList<PostSummary> rows;
    for (const PostId id : ids) {
        if (const Post *post = findPost(id)) {
            rows.append(summaryOf(*post));
        }
    }
    return answerRead<QList<PostSummary>>(context, std::move(done), rows);
}

ReadId FakeEngine::readPostDetails(PostId id, QObject *context, Done<PostDetails> done)
{
    if (refused<PostDetails>(context, done)) {
        return 0;
    }
    const Post *post = findPost(id);
    if (!post) {
        return answerRead<PostDetails>(context, std::move(done), failure(ErrorCode::NotFound, QString::number(id)));
    }
    PostDetails details;
    details.post = *post;
    details.unread = m_data.unread.contains(id);
    details.starred = m_starred.contains(id);
    details.storedAt = post->postedAt + 60'000;
    details.deletedAt = m_deleted.value(id);
    details.tags = m_postTags.value(id);
    details.note = m_notes.value(id);
    details.versions = m_versions.value(id);
    if (post->replyTo) {
        for (const Post &other : std::as_const(m_data.posts)) {
            if (other.channelId == post->channelId && other.messageId == post->replyTo->messageId) {
                details.replyTo = other.id;
            }
        }
    }
    return answerRead<PostDetails>(context, std::move(done), details);
}

void FakeEngine::readTags(QObject *context, Done<QList<TagRow>> done)
{
    if (refused<QList<TagRow>>(context, done)) {
        return;
    }
    QList<TagRow> rows;
    for (qsizetype i = 0; i < m_tags.size(); ++i) {
        if (!m_tags.at(i).isEmpty()) {
            rows.append({i + 1, m_tags.at(i), 0});
            for (const QStringList &tags : std::as_const(m_postTags)) {
                rows.last().posts += tags.contains(m_tags.at(i));
            }
        }
    }
    answer<QList<TagRow>>(context, std::move(done), rows);
}

void FakeEngine::readSavedSearches(QObject *context, Done<QList<SavedSearch>> done)
{
    if (!refused<QList<SavedSearch>>(context, done)) {
        answer<QList<SavedSearch>>(context, std::move(done), m_searches);
    }
}

void FakeEngine::deletePosts(const QList<PostId> &posts)
{
    for (const PostId id : posts) {
        m_deleted.insert(id, now());
    }
    Q_EMIT postsMarked(posts);
}

void FakeEngine::editPost(PostId post, const RichText &body)
{
    if (Post *found = findPost(post)) {
        m_versions[post].prepend({now(), found->body});
        found->body = body;
        found->edited = true;
        Q_EMIT postsMarked({post});
    }
}

} // namespace vestnik
