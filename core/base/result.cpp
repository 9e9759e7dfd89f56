// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/result.h"

#include <QtGlobal>

#include <iterator>

namespace vestnik {
namespace {

struct Row {
    ErrorCode code;
    const char *name;
    const char *sentence;
    const char *advice;
};

constexpr Row rows[] = {
    {ErrorCode::None, "none", "", ""},
    {ErrorCode::Cancelled, "cancelled", QT_TRANSLATE_NOOP("Error", "Cancelled."), ""},
    {ErrorCode::InvalidArgument, "invalid_argument", QT_TRANSLATE_NOOP("Error", "This value cannot be used: %1."),
        QT_TRANSLATE_NOOP("Error", "Correct it and try again.")},
    {ErrorCode::NotFound, "not_found", QT_TRANSLATE_NOOP("Error", "Not found: %1."), ""},
    {ErrorCode::HostNotFound, "host_not_found",
        QT_TRANSLATE_NOOP("Error", "The name of the server %1 could not be resolved."),
        QT_TRANSLATE_NOOP("Error", "Check the internet connection, the DNS and the proxy in Settings.")},
    {ErrorCode::ConnectionFailed, "connection_failed", QT_TRANSLATE_NOOP("Error", "No connection to %1."),
        QT_TRANSLATE_NOOP(
            "Error", "Check the internet connection and the proxy in Settings; the next run tries again.")},
    {ErrorCode::ConnectionLost, "connection_lost", QT_TRANSLATE_NOOP("Error", "The connection to %1 was cut."),
        QT_TRANSLATE_NOOP("Error", "The next run tries again.")},
    {ErrorCode::TimedOut, "timed_out", QT_TRANSLATE_NOOP("Error", "%1 did not answer in time."),
        QT_TRANSLATE_NOOP("Error", "The next run tries again; the time limit is in Settings.")},
    {ErrorCode::TlsFailed, "tls_failed", QT_TRANSLATE_NOOP("Error", "The secure connection to %1 could not be made."),
        QT_TRANSLATE_NOOP(
            "Error", "Check the computer's clock and the proxy; somebody may be intercepting the connection.")},
    {ErrorCode::ProxyFailed, "proxy_failed", QT_TRANSLATE_NOOP("Error", "The proxy %1 does not work."),
        QT_TRANSLATE_NOOP("Error", "Check its address, port and password in Settings and press Test.")},
    {ErrorCode::TooManyRequests, "too_many_requests", QT_TRANSLATE_NOOP("Error", "%1 asks for fewer requests."),
        QT_TRANSLATE_NOOP("Error",
            "Vestnik waits as long as it was told; lower the requests per second in Settings if this repeats.")},
    {ErrorCode::ServerError, "server_error", QT_TRANSLATE_NOOP("Error", "%1 has an internal error."),
        QT_TRANSLATE_NOOP("Error", "The next run tries again.")},
    {ErrorCode::HttpStatus, "http_status", QT_TRANSLATE_NOOP("Error", "%1 refused the request."),
        QT_TRANSLATE_NOOP("Error", "Open the channel in a browser to see what the site says.")},
    {ErrorCode::TooManyRedirects, "too_many_redirects",
        QT_TRANSLATE_NOOP("Error", "%1 sends requests around in a circle."),
        QT_TRANSLATE_NOOP("Error", "Check the address of the web preview in Settings.")},
    {ErrorCode::ResponseTooLarge, "response_too_large",
        QT_TRANSLATE_NOOP("Error", "The answer of %1 is larger than allowed."),
        QT_TRANSLATE_NOOP("Error", "Nothing was stored of it; the next run tries again.")},
    {ErrorCode::BadCompression, "bad_compression", QT_TRANSLATE_NOOP("Error", "The answer of %1 arrived damaged."),
        QT_TRANSLATE_NOOP("Error", "The next run tries again.")},
    {ErrorCode::TruncatedResponse, "truncated_response", QT_TRANSLATE_NOOP("Error", "The answer of %1 broke off."),
        QT_TRANSLATE_NOOP("Error", "The next run tries again.")},
    {ErrorCode::HostPaused, "host_paused",
        QT_TRANSLATE_NOOP("Error", "%1 failed several times in a row and is left alone for a while."),
        QT_TRANSLATE_NOOP("Error", "Vestnik tries again by itself.")},
    {ErrorCode::PreviewDisabled, "preview_disabled", QT_TRANSLATE_NOOP("Error", "The channel %1 has no web preview."),
        QT_TRANSLATE_NOOP(
            "Error", "Its owner switched the preview off; it can be read only through a Telegram account.")},
    {ErrorCode::NameIsGroup, "name_is_group", QT_TRANSLATE_NOOP("Error", "%1 is a group, not a channel."),
        QT_TRANSLATE_NOOP("Error", "Groups have no web preview; remove it from the list.")},
    {ErrorCode::NameIsUser, "name_is_user", QT_TRANSLATE_NOOP("Error", "%1 is a person, not a channel."),
        QT_TRANSLATE_NOOP("Error", "Remove it from the list.")},
    {ErrorCode::NameIsBot, "name_is_bot", QT_TRANSLATE_NOOP("Error", "%1 is a bot, not a channel."),
        QT_TRANSLATE_NOOP("Error", "Remove it from the list.")},
    {ErrorCode::NoSuchName, "no_such_name", QT_TRANSLATE_NOOP("Error", "There is no channel named %1."),
        QT_TRANSLATE_NOOP("Error", "Check the spelling; the channel may have been renamed or deleted.")},
    {ErrorCode::Throttled, "throttled",
        QT_TRANSLATE_NOOP("Error", "Telegram answers for %1 with empty pages: it limits this computer for now."),
        QT_TRANSLATE_NOOP(
            "Error", "Nothing is lost. Lower the requests per second in Settings; the next run tries again.")},
    {ErrorCode::NotTelegram, "not_telegram", QT_TRANSLATE_NOOP("Error", "The answer for %1 is not a page of Telegram."),
        QT_TRANSLATE_NOOP(
            "Error", "Check the address of the web preview; a provider or a proxy may be replacing pages.")},
    {ErrorCode::PagingStuck, "paging_stuck", QT_TRANSLATE_NOOP("Error", "The pages of %1 repeat themselves."),
        QT_TRANSLATE_NOOP("Error", "What was read is stored; the next run tries again.")},
    {ErrorCode::UnreadablePage, "unreadable_page", QT_TRANSLATE_NOOP("Error", "A page of %1 could not be read."),
        QT_TRANSLATE_NOOP(
            "Error", "The page is kept in the folder \"study\" of the data directory; please report it.")},
    {ErrorCode::DatabaseOpenFailed, "database_open_failed",
        QT_TRANSLATE_NOOP("Error", "The database %1 could not be opened."),
        QT_TRANSLATE_NOOP("Error", "Check that the folder exists and may be written.")},
    {ErrorCode::DatabaseDamaged, "database_damaged", QT_TRANSLATE_NOOP("Error", "The database %1 is damaged."),
        QT_TRANSLATE_NOOP("Error",
            "Vestnik does not write to it. Copy the file, then restore a backup or start with another data "
            "directory.")},
    {ErrorCode::DatabaseReadOnly, "database_read_only",
        QT_TRANSLATE_NOOP("Error", "The database %1 cannot be written."),
        QT_TRANSLATE_NOOP("Error", "Make the file and its folder writable; what is stored can still be read.")},
    {ErrorCode::DatabaseFull, "database_full",
        QT_TRANSLATE_NOOP("Error", "There is no space left for the database %1."),
        QT_TRANSLATE_NOOP(
            "Error", "Free some space; Vestnik then goes on by itself, and nothing that was stored is lost.")},
    {ErrorCode::DatabaseBusy, "database_busy",
        QT_TRANSLATE_NOOP("Error", "The database %1 is used by another program."),
        QT_TRANSLATE_NOOP("Error", "Close the other program and try again.")},
    {ErrorCode::DatabaseTooNew, "database_too_new",
        QT_TRANSLATE_NOOP("Error", "The database %1 was made by a newer Vestnik."),
        QT_TRANSLATE_NOOP("Error", "Install the newer version.")},
    {ErrorCode::DatabaseUnsupported, "database_unsupported",
        QT_TRANSLATE_NOOP("Error", "This address of a database is not supported: %1."),
        QT_TRANSLATE_NOOP("Error",
            "Use sqlite:/// and the path of a file, or postgresql://user@host/database; "
            "in a password write %40 for @, %3A for : and %2F for /.")},
    {ErrorCode::DatabaseFailed, "database_failed", QT_TRANSLATE_NOOP("Error", "The database reported an error: %1."),
        QT_TRANSLATE_NOOP("Error", "See the log; nothing that was stored before is lost.")},
    {ErrorCode::DatabaseUnreachable, "database_unreachable",
        QT_TRANSLATE_NOOP("Error", "The server of the database %1 does not answer."),
        QT_TRANSLATE_NOOP("Error", "Check that PostgreSQL is running there, the address, the port and the firewall.")},
    {ErrorCode::DatabaseHostNotFound, "database_host_not_found",
        QT_TRANSLATE_NOOP("Error", "The server of the database %1 was not found: its name is not known."),
        QT_TRANSLATE_NOOP("Error", "Check the spelling of the server's name, the network and the DNS.")},
    {ErrorCode::DatabaseLoginFailed, "database_login_failed",
        QT_TRANSLATE_NOOP("Error", "The server refused the user or the password for the database %1."),
        QT_TRANSLATE_NOOP("Error",
            "Check the name of the user and the password (in the address, PGPASSWORD or ~/.pgpass), and that the "
            "server's pg_hba.conf lets this computer in.")},
    {ErrorCode::DatabaseMissing, "database_missing",
        QT_TRANSLATE_NOOP("Error", "There is no database %1 on the server."),
        QT_TRANSLATE_NOOP("Error", "Create it (createdb), or correct its name in the address.")},
    {ErrorCode::DatabaseForbidden, "database_forbidden",
        QT_TRANSLATE_NOOP("Error", "The user has not the rights that Vestnik needs in the database %1."),
        QT_TRANSLATE_NOOP(
            "Error", "Make the user the owner of the database, or grant CREATE and USAGE on its schema.")},
    {ErrorCode::DatabaseServerTooOld, "database_server_too_old",
        QT_TRANSLATE_NOOP("Error", "The server of the database %1 is too old."),
        QT_TRANSLATE_NOOP("Error", "PostgreSQL 13 or newer is needed.")},
    {ErrorCode::DatabaseTlsFailed, "database_tls_failed",
        QT_TRANSLATE_NOOP("Error", "An encrypted connection to the database %1 could not be made."),
        QT_TRANSLATE_NOOP("Error",
            "Check whether the server offers TLS and demands it, and sslmode and the certificates in the address.")},
    {ErrorCode::DatabaseInUse, "database_in_use",
        QT_TRANSLATE_NOOP("Error", "Another Vestnik writes to the database %1."),
        QT_TRANSLATE_NOOP(
            "Error", "Stop the other one, or give this one a database of its own; what is stored can still be read.")},
    {ErrorCode::DatabaseLost, "database_lost",
        QT_TRANSLATE_NOOP("Error", "The connection to the database %1 was lost."),
        QT_TRANSLATE_NOOP(
            "Error", "Vestnik keeps what it has fetched and tries again by itself; check the server if this lasts.")},
    {ErrorCode::DataDirInUse, "data_dir_in_use",
        QT_TRANSLATE_NOOP("Error", "The data directory is held by another Vestnik: %1."),
        QT_TRANSLATE_NOOP("Error", "Use that one, or choose another data directory.")},
    {ErrorCode::DataDirUnusable, "data_dir_unusable",
        QT_TRANSLATE_NOOP("Error", "The data directory cannot be used: %1."),
        QT_TRANSLATE_NOOP("Error", "Choose a folder that may be written.")},
    {ErrorCode::FileFailed, "file_failed", QT_TRANSLATE_NOOP("Error", "The file %1 could not be read or written."),
        QT_TRANSLATE_NOOP("Error", "Check that it exists and that you may open it.")},
    {ErrorCode::FileTooLarge, "file_too_large", QT_TRANSLATE_NOOP("Error", "The file %1 is too large."),
        QT_TRANSLATE_NOOP("Error", "Split it into smaller ones.")},
    {ErrorCode::SettingsDamaged, "settings_damaged", QT_TRANSLATE_NOOP("Error", "The settings file %1 was damaged."),
        QT_TRANSLATE_NOOP("Error", "The last good copy was taken.")},
    {ErrorCode::EngineStopped, "engine_stopped", QT_TRANSLATE_NOOP("Error", "The engine is not running."),
        QT_TRANSLATE_NOOP("Error", "Restart Vestnik.")},
    {ErrorCode::ToolMissing, "tool_missing", QT_TRANSLATE_NOOP("Error", "The program %1 is not installed."),
        QT_TRANSLATE_NOOP("Error", "Install the client programs of PostgreSQL (package postgresql-client).")},
    {ErrorCode::Internal, "internal", QT_TRANSLATE_NOOP("Error", "Something unexpected happened: %1."),
        QT_TRANSLATE_NOOP("Error", "See the log; please report it.")},
};

const Row &rowOf(ErrorCode code)
{
    for (const Row &row : rows) {
        if (row.code == code) {
            return row;
        }
    }
    return rows[std::size(rows) - 1];
}

} // namespace

QString errorCodeName(ErrorCode code)
{
    return QString::fromLatin1(rowOf(code).name);
}

ErrorCode errorCodeFromName(const QString &name)
{
    for (const Row &row : rows) {
        if (name == QLatin1String(row.name)) {
            return row.code;
        }
    }
    return ErrorCode::Internal;
}

const char *errorTemplate(ErrorCode code)
{
    return rowOf(code).sentence;
}

const char *errorAdvice(ErrorCode code)
{
    return rowOf(code).advice;
}

QString errorEnglish(const Error &error)
{
    QString text = QString::fromUtf8(errorTemplate(error.code));
    text.replace(QLatin1String("%1"), error.subject);
    if (!error.detail.isEmpty()) {
        text += QLatin1String(" (") + error.detail + QLatin1Char(')');
    }
    return text;
}

} // namespace vestnik
