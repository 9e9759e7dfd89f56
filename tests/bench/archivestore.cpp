// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QHash>
#include <QSet>
#include <QTemporaryDir>

#include <array>
#include <memory>
#include <vector>

#include <sqlite3.h>

#include "core/model/postkey.h"
#include "core/store/channelrepository.h"
#include "core/store/database.h"
#include "core/store/ftstokenizer.h"
#include "core/store/postmarks.h"
#include "core/store/postrepository.h"
#include "core/store/postrow.h"
#include "tests/bench/archivebench.h"
#include "tests/bench/archivedata.h"
#include "tests/bench/measure.h"

namespace vestnik::bench {
namespace {

constexpr qint64 chunk = 1000;

/// A value as SQLite takes it.
struct Cell {
    enum class Kind { Null, Integer, Text };
    Kind kind = Kind::Null;
    qint64 integer = 0;
    QByteArray text;
};

struct BareRow {
    qint64 id = 0;
    qint64 channel = 0;
    std::vector<Cell> cells; ///< of the statement of posts
    QByteArray text;
    QByteArray marks;
};

Error failureOf(sqlite3 *handle)
{
    return Error{ErrorCode::DatabaseFailed, QString::fromUtf8(sqlite3_errmsg(handle)), {}};
}

/// A store that is filled by prepared statements alone.
class BareStore final {
public:
    explicit BareStore(bool withMarks)
        : m_withMarks(withMarks)
    {
    }
    ~BareStore()
    {
        for (sqlite3_stmt *statement : {m_post, m_words, m_unread}) {
            sqlite3_finalize(statement);
        }
        sqlite3_close(m_handle);
    }
    Q_DISABLE_COPY_MOVE(BareStore)

    Result<void> open(const QString &file)
    {
        const bool open = sqlite3_open(file.toUtf8().constData(), &m_handle) == SQLITE_OK
            && registerTokenizer(m_handle) == SQLITE_OK
            && sqlite3_exec(
                   m_handle, "PRAGMA synchronous = NORMAL; PRAGMA cache_size = -16384", nullptr, nullptr, nullptr)
                == SQLITE_OK
            && prepare(insertPostSql().toUtf8(), &m_post)
            && prepare("INSERT INTO posts_fts (rowid, text, marks) VALUES (?, ?, ?)", &m_words)
            && prepare("INSERT INTO unread (channel_id, post_id) VALUES (?, ?)", &m_unread);
        return open ? Result<void>() : Result<void>(failure(failureOf(m_handle)));
    }

    Result<void> store(const std::vector<BareRow> &rows)
    {
        bool fine = sqlite3_exec(m_handle, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr) == SQLITE_OK;
        for (const BareRow &row : rows) {
            fine = fine && storeOne(row);
        }
        fine = fine && sqlite3_exec(m_handle, "COMMIT", nullptr, nullptr, nullptr) == SQLITE_OK;
        return fine ? Result<void>() : Result<void>(failure(failureOf(m_handle)));
    }

private:
    bool prepare(const QByteArray &sql, sqlite3_stmt **statement)
    {
        return sqlite3_prepare_v3(m_handle, sql.constData(), -1, SQLITE_PREPARE_PERSISTENT, statement, nullptr)
            == SQLITE_OK;
    }
    static void bindText(sqlite3_stmt *statement, int place, const QByteArray &text)
    {
        sqlite3_bind_text(statement, place, text.constData(), static_cast<int>(text.size()), SQLITE_STATIC);
    }
    static bool step(sqlite3_stmt *statement)
    {
        const bool stepped = sqlite3_step(statement) == SQLITE_DONE;
        return sqlite3_reset(statement) == SQLITE_OK && stepped;
    }
    bool storeOne(const BareRow &row)
    {
        int place = 1;
        for (const Cell &cell : row.cells) {
            switch (cell.kind) {
            case Cell::Kind::Null:
                sqlite3_bind_null(m_post, place);
                break;
            case Cell::Kind::Integer:
                sqlite3_bind_int64(m_post, place, cell.integer);
                break;
            case Cell::Kind::Text:
                bindText(m_post, place, cell.text);
                break;
            }
            ++place;
        }
        if (!m_withMarks) {
            sqlite3_bind_null(m_post, place - 1);
        }
        sqlite3_bind_int64(m_words, 1, row.id);
        bindText(m_words, 2, row.text);
        bindText(m_words, 3, m_withMarks ? row.marks : QByteArray(""));
        sqlite3_bind_int64(m_unread, 1, row.channel);
        sqlite3_bind_int64(m_unread, 2, row.id);
        return step(m_post) && step(m_words) && step(m_unread);
    }

    const bool m_withMarks;
    sqlite3 *m_handle = nullptr;
    sqlite3_stmt *m_post = nullptr;
    sqlite3_stmt *m_words = nullptr;
    sqlite3_stmt *m_unread = nullptr;
};

/// The tables and channels, made by the program itself.
Result<QList<ChannelId>> prepare(const QString &file)
{
    const Result<std::unique_ptr<Database>> database = Database::open(DatabaseConfig{file, false});
    if (!database) {
        return failure(database.error());
    }
    QList<ChannelDraft> drafts;
    for (int channel = 0; channel < archiveChannels; ++channel) {
        drafts.append({ArchiveData::channelName(channel), {}});
    }
    const Result<AddedChannels> added = ChannelRepository(**database).addChannels(drafts, archiveEnd);
    if (!added) {
        return failure(added.error());
    }
    QList<ChannelId> ids;
    for (const ChannelRow &row : added->added) {
        ids.append(row.id);
    }
    return ids;
}

std::vector<Cell> cellsOf(const QVariantList &values)
{
    std::vector<Cell> cells;
    for (const QVariant &value : values) {
        Cell cell;
        if (value.isNull()) {
            cell.kind = Cell::Kind::Null;
        } else if (value.userType() == QMetaType::QString) {
            cell.kind = Cell::Kind::Text;
            cell.text = value.toString().toUtf8();
        } else {
            cell.kind = Cell::Kind::Integer;
            cell.integer = value.toLongLong();
        }
        cells.push_back(cell);
    }
    return cells;
}

std::vector<BareRow> bareRows(const QList<Post> &posts, const QList<ChannelId> &channels, QSet<PostId> &taken)
{
    std::vector<BareRow> rows;
    for (const Post &post : posts) {
        PostRow row = toRow(post);
        row.channelId = channels.at(ArchiveData::channelOf(post.messageId - 1));
        row.marks = postmarks::marksOf(post, row.channelId, row.hasLink);
        row.id = postkey::wanted(row.channelId, row.messageId, row.postedAt);
        while (taken.contains(row.id)) {
            row.id = postkey::following(row.id);
        }
        taken.insert(row.id);
        rows.push_back(BareRow{
            row.id, row.channelId, cellsOf(insertPostValues(row, archiveEnd)), row.text.toUtf8(), row.marks.toUtf8()});
    }
    return rows;
}

/// As the collector stores and the keeper of the store indexes.
Result<void> storeAsProgram(Database &database, const QList<Post> &posts, const QList<ChannelId> &channels)
{
    QHash<ChannelId, PageToStore> pages;
    for (const Post &post : posts) {
        PageToStore &page = pages[channels.at(ArchiveData::channelOf(post.messageId - 1))];
        page.posts.append(post);
        page.covered = IdRange{posts.first().messageId, posts.last().messageId};
    }
    for (auto it = pages.begin(); it != pages.end(); ++it) {
        it->channel = it.key();
    }
    PostRepository repository(database);
    const Result<QList<StoredPage>> stored = repository.storePages(pages.values(), archiveEnd);
    if (!stored) {
        return failure(stored.error());
    }
    const Result<qint64> left = repository.indexWaiting(static_cast<int>(chunk));
    return left ? Result<void>() : Result<void>(failure(left.error()));
}

Result<void> checkCount(const QString &file, qint64 posts, bool marks)
{
    const Result<std::unique_ptr<Database>> database = Database::open(DatabaseConfig{file, true});
    if (!database) {
        return failure(database.error());
    }
    const Result<qint64> stored = (*database)->number(QStringLiteral("SELECT count(*) FROM posts"));
    const Result<qint64> marked =
        (*database)->number(QStringLiteral("SELECT count(*) FROM posts_fts WHERE posts_fts MATCH 'marks : \"0p\"'"));
    if (stored.value_or(-1) != posts || marked.value_or(-1) != (marks ? posts : 0)) {
        return failure(ErrorCode::Internal,
            QStringLiteral("stored %1, indexed %2 of %3").arg(stored.value_or(-1)).arg(marked.value_or(-1)).arg(posts));
    }
    return {};
}

} // namespace

Result<void> benchStoring(qint64 posts)
{
    enum Way { Program, Bare, BareWithoutMarks, WayCount };
    const QTemporaryDir folder;
    std::array<QString, WayCount> files;
    std::array<QList<ChannelId>, WayCount> channels;
    for (int way = 0; way < WayCount; ++way) {
        files[way] = folder.filePath(QStringLiteral("way%1.db").arg(way));
        const Result<QList<ChannelId>> made = prepare(files[way]);
        if (!made) {
            return failure(made.error());
        }
        channels[way] = *made;
    }
    Result<std::unique_ptr<Database>> program = Database::open(DatabaseConfig{files[Program], false});
    BareStore bare(true);
    BareStore unmarked(false);
    if (!program) {
        return failure(program.error());
    }
    for (const auto &[store, way] : {std::pair(&bare, Bare), std::pair(&unmarked, BareWithoutMarks)}) {
        if (const Result<void> opened = store->open(files[way]); !opened) {
            return opened;
        }
    }
    const ArchiveData data(std::max<qint64>(posts, 1000));
    std::array<Cost, WayCount> costs{};
    QSet<PostId> taken;
    for (qint64 from = 0; from < posts; from += chunk) {
        QList<Post> some;
        for (qint64 index = from; index < std::min(posts, from + chunk); ++index) {
            some.append(data.post(index));
        }
        const std::vector<BareRow> rows = bareRows(some, channels[Bare], taken);
        const std::array<std::function<Result<void>()>, WayCount> ways{
            [&] { return storeAsProgram(**program, some, channels[Program]); }, [&] { return bare.store(rows); },
            [&] { return unmarked.store(rows); }};
        for (int turn = 0; turn < WayCount; ++turn) {
            // Each goes first in turn.
            const int way = static_cast<int>((turn + from / chunk) % WayCount);
            const Meter meter;
            const Result<void> stored = ways[way]();
            const Cost cost = meter.cost(some.size());
            if (!stored) {
                return stored;
            }
            costs[way] = Cost{costs[way].wallMs + cost.wallMs, costs[way].cpuMs + cost.cpuMs, from + some.size()};
        }
    }
    program->reset();
    for (const auto &[way, marks] :
        {std::pair(Program, true), std::pair(Bare, true), std::pair(BareWithoutMarks, false)}) {
        if (const Result<void> counted = checkCount(files[way], posts, marks); !counted) {
            return counted;
        }
    }
    printRow(QStringLiteral("storing and indexing %1 posts").arg(posts),
        {QStringLiteral("posts/s"), QStringLiteral("CPU ms/1,000"), QStringLiteral("CPU share")});
    static constexpr std::array<const char *, WayCount> names{
        "  the program", "  prepared statements in C", "  the same without marks"};
    for (int way = 0; way < WayCount; ++way) {
        printRow(QLatin1String(names[way]),
            {number(costs[way].postsPerSecond()), number(costs[way].cpuPerThousand(), 1),
                number(costs[Bare].cpuMs * 100 / std::max(0.001, costs[way].cpuMs)) + QLatin1Char('%')});
    }
    return {};
}

} // namespace vestnik::bench
