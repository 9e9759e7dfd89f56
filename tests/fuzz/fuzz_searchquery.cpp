// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/searchquery.h"
#include "core/model/wordforms.h"

#include <QByteArray>

#include <cstddef>
#include <cstdint>
#include <cstdlib>

namespace {

constexpr vestnik::SearchNode::Kind notKind = vestnik::SearchNode::Kind::Not;

void require(bool condition)
{
    if (!condition) {
        std::abort();
    }
}

void checkNode(const vestnik::SearchNode &node, int from, int to)
{
    require(node.offset >= from && node.length >= 0 && node.offset + node.length <= to);
    require(node.kind != notKind || node.children.size() == 1);
    for (const vestnik::SearchNode &child : node.children) {
        checkNode(child, node.offset, node.offset + node.length);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const qsizetype line = bytes.indexOf('\n');
    const QString typed = QString::fromUtf8(bytes.left(line));
    const vestnik::SearchQuery query = vestnik::parseSearch(typed, 1'779'278'400'000, QTimeZone::utc());
    checkNode(query.root, 0, static_cast<int>(typed.size()));
    for (const vestnik::SearchProblem &problem : query.problems) {
        require(problem.offset >= 0 && problem.length > 0 && problem.offset + problem.length <= typed.size());
    }
    // The rest of the input is a text to look in; words are cut from the raw bytes, too.
    const QString text = QString::fromUtf8(bytes.mid(line + 1));
    int end = 0;
    for (const vestnik::TextRange &hit : vestnik::searchHits(query, text)) {
        require(hit.offset >= end && hit.length > 0 && hit.offset + hit.length <= text.size());
        end = hit.offset + hit.length;
    }
    vestnik::WordForms::ofThread().read(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())),
        [&](const vestnik::WordView &word) {
            require(word.begin < word.end && word.end <= bytes.size() && !word.form.empty() && !word.stem.empty());
            return true;
        });
    return 0;
}
