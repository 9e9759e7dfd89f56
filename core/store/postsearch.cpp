// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/postsearch.h"

#include <algorithm>

namespace vestnik {
namespace {

constexpr int mostWords = 32;

/// What the tokenizer of the index (unicode61) keeps: letters, numbers and private-use characters.
bool isTokenPart(char32_t point)
{
    return QChar::isLetterOrNumber(point) || QChar::category(point) == QChar::Other_PrivateUse;
}

/// Case, accents of Latin and Greek letters, and ё make no difference, as in the index.
void appendFolded(QString &token, char32_t point)
{
    constexpr char32_t lastGreek = 0x3ff;
    if (point > 0x7f && point <= lastGreek && QChar::decompositionTag(point) == QChar::Canonical) {
        point = QChar::decomposition(point).at(0).unicode();
    }
    point = QChar::toCaseFolded(point);
    if (point == U'ё') {
        point = U'е';
    }
    token += QChar::fromUcs4(point);
}

QStringList tokensOf(const QString &text)
{
    QStringList tokens;
    QString token;
    const QList<uint> points = text.toUcs4();
    for (const uint point : points) {
        if (isTokenPart(point)) {
            appendFolded(token, point);
        } else if (!QChar::isMark(point) && !token.isEmpty()) {
            tokens.append(token);
            token.clear();
        }
    }
    if (!token.isEmpty()) {
        tokens.append(token);
    }
    return tokens;
}

bool stands(const QStringList &phrase, const QStringList &tokens, qsizetype at, bool mayContinue)
{
    for (qsizetype i = 0; i < phrase.size(); ++i) {
        const QString &token = tokens.at(at + i);
        const bool last = i + 1 == phrase.size();
        if (mayContinue && last ? !token.startsWith(phrase.at(i)) : token != phrase.at(i)) {
            return false;
        }
    }
    return true;
}

QString quoted(QString word)
{
    word.replace(QLatin1Char('"'), QLatin1String("\"\""));
    return QLatin1Char('"') + word + QLatin1Char('"');
}

} // namespace

bool TextSearch::matches(const QString &text) const
{
    const QStringList tokens = tokensOf(text);
    for (qsizetype i = 0; i < phrases.size(); ++i) {
        const QStringList &phrase = phrases.at(i);
        const bool mayContinue = lastMayContinue && i + 1 == phrases.size();
        bool found = false;
        for (qsizetype at = 0; !found && at + phrase.size() <= tokens.size(); ++at) {
            found = stands(phrase, tokens, at, mayContinue);
        }
        if (!found) {
            return false;
        }
    }
    return !phrases.isEmpty();
}

TextSearch textSearch(const QString &typed)
{
    TextSearch search;
    QString text = typed.normalized(QString::NormalizationForm_C);
    text.replace(QChar(u'\0'), QLatin1Char(' '));
    const QStringList words = text.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts).mid(0, mostWords);
    QStringList indexed;
    for (QString word : words) {
        const QStringList phrase = tokensOf(word);
        search.lastMayContinue = !phrase.isEmpty();
        if (phrase.isEmpty()) {
            search.signs.append(word);
            continue;
        }
        // As the view posts_search writes it.
        word.replace(QChar(u'ё'), QChar(u'е')).replace(QChar(u'Ё'), QChar(u'Е'));
        indexed.append(quoted(word));
        search.phrases.append(phrase);
    }
    search.match = indexed.join(QLatin1String(" AND "));
    if (search.lastMayContinue) {
        search.match += QLatin1String(" *");
    }
    return search;
}

} // namespace vestnik
