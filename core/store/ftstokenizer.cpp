// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/ftstokenizer.h"

#include <sqlite3.h>

#include <string_view>

#include "core/model/wordforms.h"

namespace vestnik {
namespace {

using Token = int (*)(void *context, int flags, const char *token, int size, int begin, int end);

/// The tokenizer keeps nothing of its own: the words are cut by the instance of the thread.
int create(void * /*context*/, const char ** /*arguments*/, int /*count*/, Fts5Tokenizer **made)
{
    static char nothing = 0;
    *made = reinterpret_cast<Fts5Tokenizer *>(&nothing);
    return SQLITE_OK;
}

void destroy(Fts5Tokenizer * /*tokenizer*/) { }

int readQuery(void *context, std::string_view text, Token token)
{
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        if (end > at) {
            const int code = token(
                context, 0, text.data() + at, static_cast<int>(end - at), static_cast<int>(at), static_cast<int>(end));
            if (code != SQLITE_OK) {
                return code;
            }
        }
        at = end + 1;
    }
    return SQLITE_OK;
}

int tokenize(Fts5Tokenizer * /*tokenizer*/, void *context, int flags, const char *bytes, int size, Token token)
{
    if (!bytes || size <= 0) {
        return SQLITE_OK;
    }
    const std::string_view text(bytes, static_cast<std::size_t>(size));
    if ((flags & FTS5_TOKENIZE_QUERY) != 0) {
        return readQuery(context, text, token);
    }
    int code = SQLITE_OK;
    WordForms::ofThread().read(text, [&](const WordView &word) {
        code = token(context, 0, word.stem.data(), static_cast<int>(word.stem.size()), static_cast<int>(word.begin),
            static_cast<int>(word.end));
        return code == SQLITE_OK;
    });
    return code;
}

} // namespace

int registerTokenizer(sqlite3 *handle)
{
    fts5_api *api = nullptr;
    sqlite3_stmt *statement = nullptr;
    int code = sqlite3_prepare_v2(handle, "SELECT fts5(?1)", -1, &statement, nullptr);
    if (code == SQLITE_OK) {
        code = sqlite3_bind_pointer(statement, 1, static_cast<void *>(&api), "fts5_api_ptr", nullptr);
    }
    if (code == SQLITE_OK) {
        sqlite3_step(statement);
    }
    sqlite3_finalize(statement);
    if (code != SQLITE_OK || !api) {
        return code == SQLITE_OK ? SQLITE_ERROR : code;
    }
    fts5_tokenizer methods{create, destroy, tokenize};
    return api->xCreateTokenizer(api, "vestnik", nullptr, &methods, nullptr);
}

} // namespace vestnik
