// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/originaldatabase.h"

#include <QDateTime>
#include <QFileInfo>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>
#include <QTimeZone>
#include <QUrl>
#include <QUrlQuery>

#include <algorithm>
#include <atomic>

namespace vestnik {
namespace {

QString connectionName()
{
    static std::atomic<quint64> counter = 0;
    return QStringLiteral("vestnik-original-%1").arg(++counter);
}

/// "2025-09-19 20:53:00.123456+03": a zone only where the column has one.
qint64 timeFromText(QString text)
{
    text.replace(QLatin1Char(' '), QLatin1Char('T'));
    // PostgreSQL writes +03, ISO 8601 in Qt wants +03:00.
    const qsizetype sign = std::max(text.lastIndexOf(QLatin1Char('+')), text.lastIndexOf(QLatin1Char('-')));
    if (sign > 10 && text.size() - sign == 3) {
        text += QLatin1String(":00");
    }
    QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!time.isValid()) {
        return 0;
    }
    if (time.timeSpec() == Qt::LocalTime) {
        time = QDateTime(time.date(), time.time(), Qt::UTC);
    }
    return std::max<qint64>(0, time.toMSecsSinceEpoch());
}

QStringList tagsFromText(const QString &text)
{
    QStringList tags;
    const QJsonArray list = QJsonDocument::fromJson(text.toUtf8()).array();
    for (const QJsonValue &tag : list) {
        const QString name = tag.toString().simplified();
        if (!name.isEmpty() && !tags.contains(name, Qt::CaseInsensitive)) {
            tags.append(name);
        }
    }
    return tags;
}

/// Of what an address may say behind its question mark, what makes a difference to a reader.
QString connectOptions(const QUrl &url)
{
    static const QRegularExpression sslMode(QStringLiteral("^[a-z-]+$"));
    static const QRegularExpression searchPath(QStringLiteral("^-c ?search_path=(\\w+)$"));
    const QUrlQuery query(url);
    const QString ssl = query.queryItemValue(QStringLiteral("sslmode"), QUrl::FullyDecoded);
    const QString schema =
        searchPath.match(query.queryItemValue(QStringLiteral("options"), QUrl::FullyDecoded)).captured(1);
    QString options = QStringLiteral("connect_timeout=10");
    if (sslMode.match(ssl).hasMatch()) {
        options += QLatin1String(";sslmode=") + ssl;
    }
    if (!schema.isEmpty()) {
        options += QLatin1String(";options=-csearch_path=") + schema;
    }
    return options;
}

/// -1001234567890 and 1234567890 are the same channel.
qint64 bareId(qint64 id)
{
    constexpr qint64 mark = 1'000'000'000'000;
    return id < -mark ? -id - mark : std::abs(id);
}

QString nameOf(const QSqlQuery &row)
{
    const QString username = row.value(1).toString();
    if (!username.isEmpty()) {
        return username;
    }
    const QString full = QString(row.value(2).toString() + QLatin1Char(' ') + row.value(3).toString()).simplified();
    return full.isEmpty() ? row.value(0).toString() : full;
}

} // namespace

class OriginalDatabase::Private {
public:
    QSqlDatabase connection;
    QString subject;
    QList<qint64> rows; ///< of posts, by channel, message and row
    QList<bool> begins; ///< this row is the first of its message
    qsizetype at = 0;

    [[nodiscard]] Error errorOf(const QSqlError &error) const
    {
        return Error{ErrorCode::FileFailed, subject, error.databaseText()};
    }
    /// Not prepared: every text is run once, and a server does not prepare SET.
    Result<QSqlQuery> run(const QString &sql) const
    {
        QSqlQuery query(connection);
        query.setForwardOnly(true);
        if (!query.exec(sql)) {
            return failure(errorOf(query.lastError()));
        }
        return query;
    }
    Result<QSqlRecord> columns(const QString &table) const
    {
        const QSqlRecord record = connection.record(table);
        if (record.isEmpty()) {
            return failure(ErrorCode::FileFailed, subject, QLatin1String("no table ") + table);
        }
        return record;
    }
    /// The column as text, or NULL in the databases of older versions that have none.
    static QString text(const QSqlRecord &record, const QString &column)
    {
        return record.contains(column) ? QLatin1String("CAST(") + column + QLatin1String(" AS TEXT)")
                                       : QStringLiteral("NULL");
    }
};

OriginalDatabase::OriginalDatabase()
    : d(std::make_unique<Private>())
{
}

OriginalDatabase::~OriginalDatabase()
{
    const QString name = d->connection.connectionName();
    d->connection.close();
    d->connection = QSqlDatabase();
    QSqlDatabase::removeDatabase(name);
}

bool OriginalDatabase::isServer(const QString &source)
{
    // As in the settings of the original too, where a driver is named: postgresql+asyncpg://
    static const QRegularExpression address(QStringLiteral("^postgres(ql)?(\\+\\w+)?://"));
    return address.match(source).hasMatch();
}

Result<std::unique_ptr<OriginalDatabase>> OriginalDatabase::open(const QString &source)
{
    std::unique_ptr<OriginalDatabase> opened(new OriginalDatabase);
    Private &d = *opened->d;
    const bool server = isServer(source);
    if (server) {
        const QUrl url(source);
        if (!url.isValid()) {
            return failure(ErrorCode::InvalidArgument, QStringLiteral("postgresql://"), QStringLiteral("bad address"));
        }
        d.subject = url.toString(QUrl::RemovePassword | QUrl::RemoveQuery | QUrl::RemoveFragment);
        if (!QSqlDatabase::isDriverAvailable(QStringLiteral("QPSQL"))) {
            return failure(ErrorCode::DatabaseOpenFailed, d.subject, QStringLiteral("no driver for PostgreSQL"));
        }
        d.connection = QSqlDatabase::addDatabase(QStringLiteral("QPSQL"), connectionName());
        d.connection.setHostName(url.host(QUrl::FullyDecoded));
        d.connection.setPort(url.port(5432));
        d.connection.setDatabaseName(url.path(QUrl::FullyDecoded).mid(1));
        d.connection.setUserName(url.userName(QUrl::FullyDecoded));
        d.connection.setPassword(url.password(QUrl::FullyDecoded));
        d.connection.setConnectOptions(connectOptions(url));
    } else {
        d.subject = source;
        if (!QFileInfo(source).isFile()) {
            return failure(ErrorCode::FileFailed, source, QStringLiteral("no such file"));
        }
        d.connection = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), connectionName());
        d.connection.setDatabaseName(source);
        d.connection.setConnectOptions(QStringLiteral("QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=5000"));
    }
    opened->m_subject = d.subject;
    if (!d.connection.open()) {
        return failure(server ? ErrorCode::DatabaseOpenFailed : ErrorCode::FileFailed, d.subject,
            d.connection.lastError().databaseText());
    }
    if (server) {
        if (const Result<QSqlQuery> guarded = d.run(QStringLiteral("SET default_transaction_read_only = on"));
            !guarded) {
            return failure(guarded.error());
        }
    }
    const Result<QSqlRecord> posts = d.columns(QStringLiteral("posts"));
    if (!posts || !posts->contains(QStringLiteral("telegram_message_id"))
        || !d.columns(QStringLiteral("channels")).value_or(QSqlRecord()).contains(QStringLiteral("channel_username"))) {
        return failure(ErrorCode::FileFailed, d.subject, QStringLiteral("not a database of the Python parser"));
    }
    return opened;
}

Result<QList<OriginalUser>> OriginalDatabase::users()
{
    const Result<QSqlRecord> record = d->columns(QStringLiteral("users"));
    if (!record) {
        return QList<OriginalUser>();
    }
    Result<QSqlQuery> rows =
        d->run(QLatin1String("SELECT telegram_id, ") + Private::text(*record, QStringLiteral("username"))
            + QLatin1String(", ") + Private::text(*record, QStringLiteral("first_name")) + QLatin1String(", ")
            + Private::text(*record, QStringLiteral("last_name"))
            + QLatin1String(" FROM users WHERE telegram_id IS NOT NULL ORDER BY id"));
    if (!rows) {
        return failure(rows.error());
    }
    QList<OriginalUser> users;
    while (rows->next()) {
        users.append(OriginalUser{nameOf(*rows), rows->value(0).toLongLong()});
    }
    return users;
}

Result<QList<OriginalChannel>> OriginalDatabase::channels()
{
    const Result<QSqlRecord> record = d->columns(QStringLiteral("channels"));
    if (!record) {
        return failure(record.error());
    }
    const bool listed = !d->connection.record(QStringLiteral("user_channel")).isEmpty();
    Result<QSqlQuery> rows =
        d->run(QLatin1String("SELECT id, channel_username, ") + Private::text(*record, QStringLiteral("channel_title"))
            + QLatin1String(", ") + Private::text(*record, QStringLiteral("channel_id"))
            + (listed ? QLatin1String(
                   ", (SELECT count(*) FROM user_channel u WHERE u.channel_id = channels.id AND u.is_active)")
                      : QLatin1String(", 0"))
            + QLatin1String(" FROM channels ORDER BY id"));
    if (!rows) {
        return failure(rows.error());
    }
    QList<OriginalChannel> channels;
    while (rows->next()) {
        QString name = rows->value(1).toString().trimmed();
        if (name.startsWith(QLatin1Char('@'))) {
            name.remove(0, 1);
        }
        channels.append(OriginalChannel{rows->value(0).toLongLong(), name, rows->value(2).toString(),
            bareId(rows->value(3).toLongLong()), rows->value(4).toLongLong() > 0});
    }
    return channels;
}

Result<qint64> OriginalDatabase::findPosts()
{
    d->rows.clear();
    d->begins.clear();
    d->at = 0;
    Result<QSqlQuery> rows =
        d->run(QStringLiteral("SELECT id, channel_id, telegram_message_id FROM posts WHERE telegram_message_id > 0 "
                              "ORDER BY channel_id, telegram_message_id, id"));
    if (!rows) {
        return failure(rows.error());
    }
    qint64 channel = 0;
    MessageId message = 0;
    while (rows->next()) {
        const bool same = channel == rows->value(1).toLongLong() && message == rows->value(2).toLongLong();
        channel = rows->value(1).toLongLong();
        message = rows->value(2).toLongLong();
        d->rows.append(rows->value(0).toLongLong());
        d->begins.append(!same);
    }
    return d->rows.size();
}

Result<QList<OriginalPost>> OriginalDatabase::nextPosts(int atMost)
{
    const qsizetype from = d->at;
    qsizetype messages = 0;
    while (d->at < d->rows.size() && (messages < atMost || !d->begins.at(d->at))) {
        messages += d->begins.at(d->at) ? 1 : 0;
        ++d->at;
    }
    if (from == d->at) {
        return QList<OriginalPost>();
    }
    const Result<QSqlRecord> record = d->columns(QStringLiteral("posts"));
    if (!record) {
        return failure(record.error());
    }
    QStringList ids;
    for (qsizetype i = from; i < d->at; ++i) {
        ids.append(QString::number(d->rows.at(i)));
    }
    const QString enriched = record->contains(QStringLiteral("enriched_content"))
        ? QStringLiteral("CASE WHEN enriched_content IS NULL OR enriched_content = '' THEN 0 ELSE 1 END")
        : QStringLiteral("0");
    Result<QSqlQuery> rows = d->run(QLatin1String("SELECT channel_id, telegram_message_id, ")
        + Private::text(*record, QStringLiteral("text")) + QLatin1String(", ")
        + Private::text(*record, QStringLiteral("views")) + QLatin1String(", ")
        + Private::text(*record, QStringLiteral("posted_at")) + QLatin1String(", ")
        + Private::text(*record, QStringLiteral("parsed_at")) + QLatin1String(", ")
        + Private::text(*record, QStringLiteral("tags")) + QLatin1String(", ") + enriched
        + QLatin1String(" FROM posts WHERE id IN (") + ids.join(QLatin1Char(','))
        + QLatin1String(") ORDER BY channel_id, telegram_message_id, id"));
    if (!rows) {
        return failure(rows.error());
    }
    QList<OriginalPost> posts;
    while (rows->next()) {
        const qint64 channel = rows->value(0).toLongLong();
        const MessageId message = rows->value(1).toLongLong();
        if (posts.isEmpty() || posts.last().channel != channel || posts.last().messageId != message) {
            posts.append(OriginalPost{channel, message, {}, -1, 0, {}, false});
        }
        OriginalPost &post = posts.last();
        // What was read last is the newest; an empty text is one that was not read.
        if (!rows->value(2).toString().isEmpty()) {
            post.text = rows->value(2).toString();
        }
        if (!rows->value(3).isNull()) {
            post.views = std::max(post.views, rows->value(3).toLongLong());
        }
        const qint64 posted = timeFromText(rows->value(4).toString());
        post.postedAt = posted > 0 ? posted
            : post.postedAt > 0    ? post.postedAt
                                   : timeFromText(rows->value(5).toString());
        const QStringList tags = tagsFromText(rows->value(6).toString());
        for (const QString &tag : tags) {
            if (!post.tags.contains(tag, Qt::CaseInsensitive)) {
                post.tags.append(tag);
            }
        }
        post.enriched = post.enriched || rows->value(7).toLongLong() == 1;
    }
    return posts;
}

Result<QList<OriginalCount>> OriginalDatabase::otherTables()
{
    QList<OriginalCount> counts;
    for (const QString &table : {QStringLiteral("groups"), QStringLiteral("user_group"),
             QStringLiteral("group_mentions"), QStringLiteral("group_settings"), QStringLiteral("digest_settings")}) {
        if (d->connection.record(table).isEmpty()) {
            continue;
        }
        Result<QSqlQuery> rows =
            d->run(QLatin1String("SELECT count(*) FROM ") + QLatin1Char('"') + table + QLatin1Char('"'));
        if (!rows) {
            return failure(rows.error());
        }
        if (rows->next() && rows->value(0).toLongLong() > 0) {
            counts.append(OriginalCount{table, rows->value(0).toLongLong()});
        }
    }
    return counts;
}

} // namespace vestnik
