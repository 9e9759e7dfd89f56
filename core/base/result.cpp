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

#define T(text) QT_TRANSLATE_NOOP("Error", text)

constexpr Row rows[] = {
    {ErrorCode::None, "none", "", ""},
    {ErrorCode::Cancelled, "cancelled", T("Cancelled."), ""},
    {ErrorCode::InvalidArgument, "invalid_argument", T("This value cannot be used: %1."), T("Correct it and try again.")},
    {ErrorCode::NotFound, "not_found", T("Not found: %1."), ""},
    {ErrorCode::HostNotFound, "host_not_found", T("The name of the server %1 could not be resolved."),
        T("Check the internet connection, the DNS and the proxy in Settings.")},
    {ErrorCode::ConnectionFailed, "connection_failed", T("No connection to %1."),
        T("Check the internet connection and the proxy in Settings; the next run tries again.")},
    {ErrorCode::ConnectionLost, "connection_lost", T("The connection to %1 was cut."), T("The next run tries again.")},
    {ErrorCode::TimedOut, "timed_out", T("%1 did not answer in time."),
        T("The next run tries again; the time limit is in Settings.")},
    {ErrorCode::TlsFailed, "tls_failed", T("The secure connection to %1 could not be made."),
        T("Check the computer's clock and the proxy; somebody may be intercepting the connection.")},
    {ErrorCode::ProxyFailed, "proxy_failed", T("The proxy %1 does not work."),
        T("Check its address, port and password in Settings and press Test.")},
    {ErrorCode::TooManyRequests, "too_many_requests", T("%1 asks for fewer requests."),
        T("Vestnik waits as long as it was told; lower the requests per second in Settings if this repeats.")},
    {ErrorCode::ServerError, "server_error", T("%1 has an internal error."), T("The next run tries again.")},
    {ErrorCode::HttpStatus, "http_status", T("%1 refused the request."),
        T("Open the channel in a browser to see what the site says.")},
    {ErrorCode::TooManyRedirects, "too_many_redirects", T("%1 sends requests around in a circle."),
        T("Check the address of the web preview in Settings.")},
    {ErrorCode::ResponseTooLarge, "response_too_large", T("The answer of %1 is larger than allowed."),
        T("Nothing was stored of it; the next run tries again.")},
    {ErrorCode::BadCompression, "bad_compression", T("The answer of %1 arrived damaged."), T("The next run tries again.")},
    {ErrorCode::TruncatedResponse, "truncated_response", T("The answer of %1 broke off."), T("The next run tries again.")},
    {ErrorCode::HostPaused, "host_paused", T("%1 failed several times in a row and is left alone for a while."),
        T("Vestnik tries again by itself.")},
    {ErrorCode::PreviewDisabled, "preview_disabled", T("The channel %1 has no web preview."),
        T("Its owner switched the preview off; it can be read only through a Telegram account.")},
    {ErrorCode::NameIsGroup, "name_is_group", T("%1 is a group, not a channel."),
        T("Groups have no web preview; remove it from the list.")},
    {ErrorCode::NameIsUser, "name_is_user", T("%1 is a person, not a channel."), T("Remove it from the list.")},
    {ErrorCode::NameIsBot, "name_is_bot", T("%1 is a bot, not a channel."), T("Remove it from the list.")},
    {ErrorCode::NoSuchName, "no_such_name", T("There is no channel named %1."),
        T("Check the spelling; the channel may have been renamed or deleted.")},
    {ErrorCode::Throttled, "throttled", T("Telegram answers for %1 with empty pages: it limits this computer for now."),
        T("Nothing is lost. Lower the requests per second in Settings; the next run tries again.")},
    {ErrorCode::NotTelegram, "not_telegram", T("The answer for %1 is not a page of Telegram."),
        T("Check the address of the web preview; a provider or a proxy may be replacing pages.")},
    {ErrorCode::PagingStuck, "paging_stuck", T("The pages of %1 repeat themselves."),
        T("What was read is stored; the next run tries again.")},
    {ErrorCode::UnreadablePage, "unreadable_page", T("A page of %1 could not be read."),
        T("The page is kept in the folder \"study\" of the data directory; please report it.")},
    {ErrorCode::DatabaseOpenFailed, "database_open_failed", T("The database %1 could not be opened."),
        T("Check that the folder exists and may be written.")},
    {ErrorCode::DatabaseDamaged, "database_damaged", T("The database %1 is damaged."),
        T("Vestnik does not write to it. Copy the file, then restore a backup or start with another data directory.")},
    {ErrorCode::DatabaseReadOnly, "database_read_only", T("The database %1 cannot be written."),
        T("Make the file and its folder writable; what is stored can still be read.")},
    {ErrorCode::DatabaseFull, "database_full", T("There is no space left for the database %1."),
        T("Free some space; Vestnik then goes on by itself, and nothing that was stored is lost.")},
    {ErrorCode::DatabaseBusy, "database_busy", T("The database %1 is used by another program."),
        T("Close the other program and try again.")},
    {ErrorCode::DatabaseTooNew, "database_too_new", T("The database %1 was made by a newer Vestnik."),
        T("Install the newer version.")},
    {ErrorCode::DatabaseUnsupported, "database_unsupported", T("This address of a database is not supported: %1."),
        T("Use sqlite:/// and the path of a file.")},
    {ErrorCode::DatabaseFailed, "database_failed", T("The database reported an error: %1."),
        T("See the log; nothing that was stored before is lost.")},
    {ErrorCode::DataDirInUse, "data_dir_in_use", T("The data directory is held by another Vestnik: %1."),
        T("Use that one, or choose another data directory.")},
    {ErrorCode::DataDirUnusable, "data_dir_unusable", T("The data directory cannot be used: %1."),
        T("Choose a folder that may be written.")},
    {ErrorCode::FileFailed, "file_failed", T("The file %1 could not be read or written."),
        T("Check that it exists and that you may open it.")},
    {ErrorCode::FileTooLarge, "file_too_large", T("The file %1 is too large."), T("Split it into smaller ones.")},
    {ErrorCode::SettingsDamaged, "settings_damaged", T("The settings file %1 was damaged."),
        T("The last good copy was taken.")},
    {ErrorCode::EngineStopped, "engine_stopped", T("The engine is not running."), T("Restart Vestnik.")},
    {ErrorCode::Internal, "internal", T("Something unexpected happened: %1."), T("See the log; please report it.")},
};

#undef T

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
