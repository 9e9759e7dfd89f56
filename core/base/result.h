// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMetaType>
#include <QString>

#include <tl/expected.hpp>

namespace vestnik {

/// Why something failed. The name of a code is stable (`errorCodeName`): scripts read it in `--json` answers.
enum class ErrorCode {
    None,
    Cancelled,
    InvalidArgument,
    NotFound,
    // The network, one request.
    HostNotFound,
    ConnectionFailed,
    ConnectionLost,
    TimedOut,
    TlsFailed,
    ProxyFailed,
    TooManyRequests,
    ServerError,
    HttpStatus,
    TooManyRedirects,
    ResponseTooLarge,
    BadCompression,
    TruncatedResponse,
    HostPaused,
    // What the page says about a name.
    PreviewDisabled,
    NameIsGroup,
    NameIsUser,
    NameIsBot,
    NoSuchName,
    Throttled,
    NotTelegram,
    PagingStuck,
    UnreadablePage,
    // The store.
    DatabaseOpenFailed,
    DatabaseDamaged,
    DatabaseReadOnly,
    DatabaseFull,
    DatabaseBusy,
    DatabaseTooNew,
    DatabaseUnsupported,
    DatabaseFailed,
    // The store on a server.
    DatabaseUnreachable,
    DatabaseHostNotFound,
    DatabaseLoginFailed,
    DatabaseMissing,
    DatabaseForbidden,
    DatabaseServerTooOld,
    DatabaseTlsFailed,
    DatabaseInUse,
    DatabaseLost,
    // Files and this program.
    DataDirInUse,
    DataDirUnusable,
    FileFailed,
    FileTooLarge,
    SettingsDamaged,
    EngineStopped,
    ToolMissing,
    Internal,
};

/// One failure: a code for programs, what it concerns for people, and technical text for the log.
/// Secrets are cut out where the error is made; `detail` may be shown behind a *Details* button.
struct Error {
    ErrorCode code = ErrorCode::None;
    QString subject; ///< what it concerns: a channel name, a host, a file; may be empty
    QString detail; ///< technical text, untranslated; may be empty

    [[nodiscard]] bool operator==(const Error &) const = default;
};

template<typename T>
using Result = tl::expected<T, Error>;

/// `return failure(ErrorCode::NotFound, name);` in a function that returns a Result.
[[nodiscard]] inline tl::unexpected<Error> failure(ErrorCode code, QString subject = {}, QString detail = {})
{
    return tl::unexpected<Error>(Error{code, std::move(subject), std::move(detail)});
}

[[nodiscard]] inline tl::unexpected<Error> failure(Error error)
{
    return tl::unexpected<Error>(std::move(error));
}

/// Whether it went well, without what came of it.
template<typename T>
[[nodiscard]] Result<void> withoutValue(const Result<T> &result)
{
    if (!result) {
        return failure(result.error());
    }
    return {};
}

/// Stable snake_case name of a code, for JSON and logs ("preview_disabled").
[[nodiscard]] QString errorCodeName(ErrorCode code);
/// The code of a stable name; ErrorCode::Internal for a name that is not known.
[[nodiscard]] ErrorCode errorCodeFromName(const QString &name);

/// English sentence of a code with %1 = subject; marked for translation in the context "Error" (ui translates it).
[[nodiscard]] const char *errorTemplate(ErrorCode code);
/// What the operator can do about it, one English sentence, marked likewise; empty string where nothing can be done.
[[nodiscard]] const char *errorAdvice(ErrorCode code);
/// English text for logs: sentence, then the detail in parentheses.
[[nodiscard]] QString errorEnglish(const Error &error);

} // namespace vestnik

Q_DECLARE_METATYPE(vestnik::Error)
