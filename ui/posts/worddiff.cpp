// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/posts/worddiff.h"

#include <QStringView>

#include <algorithm>
#include <vector>

namespace vestnik {
namespace {

constexpr qsizetype maxCells = 600'000; ///< of the table of common lengths

using Tokens = QList<QStringView>;

/// Words, runs of space, and every other character by itself.
Tokens wordsOf(QStringView text)
{
    const auto kindOf = [](QChar c) {
        if (c.isLetterOrNumber() || c.isMark() || c.isSurrogate()) {
            return 0;
        }
        return c.isSpace() ? 1 : 2;
    };
    Tokens tokens;
    for (qsizetype i = 0; i < text.size();) {
        const int kind = kindOf(text.at(i));
        qsizetype end = i + 1;
        while (end < text.size() && kind != 2 && kindOf(text.at(end)) == kind) {
            ++end;
        }
        tokens.append(text.mid(i, end - i));
        i = end;
    }
    return tokens;
}

/// Lines with their ends.
Tokens linesOf(QStringView text)
{
    Tokens tokens;
    for (qsizetype i = 0; i < text.size();) {
        const qsizetype line = text.indexOf(QLatin1Char('\n'), i);
        const qsizetype end = line < 0 ? text.size() : line + 1;
        tokens.append(text.mid(i, end - i));
        i = end;
    }
    return tokens;
}

class Builder final {
public:
    void add(DiffPart::Kind kind, QStringView text)
    {
        if (text.isEmpty()) {
            return;
        }
        if (m_parts.isEmpty() || m_parts.last().kind != kind) {
            m_parts.append({kind, {}});
        }
        m_parts.last().text += text;
    }

    void add(DiffPart::Kind kind, const Tokens &tokens, qsizetype from, qsizetype to)
    {
        for (qsizetype i = from; i < to; ++i) {
            add(kind, tokens.at(i));
        }
    }

    /// The longest common subsequence of what differs, by the table of its lengths. False if the table is too large.
    bool compare(const Tokens &before, const Tokens &after)
    {
        qsizetype head = 0;
        const qsizetype shorter = std::min(before.size(), after.size());
        while (head < shorter && before.at(head) == after.at(head)) {
            ++head;
        }
        qsizetype tail = 0;
        while (tail < shorter - head && before.at(before.size() - 1 - tail) == after.at(after.size() - 1 - tail)) {
            ++tail;
        }
        const qsizetype rows = before.size() - head - tail;
        const qsizetype columns = after.size() - head - tail;
        if (rows > 0 && columns > maxCells / rows) {
            return false;
        }
        // Length of what is common behind (i, k). Not above the square root of maxCells.
        std::vector<quint16> common(std::size_t((rows + 1) * (columns + 1)), 0);
        const auto at = [&](qsizetype i, qsizetype k) -> quint16 & {
            return common[std::size_t(i * (columns + 1) + k)];
        };
        for (qsizetype i = rows - 1; i >= 0; --i) {
            for (qsizetype k = columns - 1; k >= 0; --k) {
                at(i, k) = before.at(head + i) == after.at(head + k) ? quint16(at(i + 1, k + 1) + 1)
                                                                     : std::max(at(i + 1, k), at(i, k + 1));
            }
        }
        add(DiffPart::Kind::Same, before, 0, head);
        qsizetype i = 0;
        qsizetype k = 0;
        while (i < rows || k < columns) {
            if (i < rows && k < columns && before.at(head + i) == after.at(head + k)) {
                add(DiffPart::Kind::Same, before.at(head + i));
                ++i;
                ++k;
            } else if (k >= columns || (i < rows && at(i + 1, k) >= at(i, k + 1))) {
                add(DiffPart::Kind::Removed, before.at(head + i++));
            } else {
                add(DiffPart::Kind::Added, after.at(head + k++));
            }
        }
        add(DiffPart::Kind::Same, before, before.size() - tail, before.size());
        return true;
    }

    [[nodiscard]] QList<DiffPart> parts() const { return m_parts; }

private:
    QList<DiffPart> m_parts;
};

} // namespace

QList<DiffPart> wordDiff(const QString &before, const QString &after)
{
    Builder builder;
    if (!builder.compare(wordsOf(before), wordsOf(after)) && !builder.compare(linesOf(before), linesOf(after))) {
        builder.add(DiffPart::Kind::Removed, before);
        builder.add(DiffPart::Kind::Added, after);
    }
    return builder.parts();
}

} // namespace vestnik
