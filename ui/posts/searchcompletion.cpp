// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/posts/searchcompletion.h"

#include <QHash>

namespace vestnik {
namespace {

constexpr int maxProposals = 12;
constexpr int leastLetters = 2; ///< of a field's name, so that short words are left in peace

const QStringList &fields()
{
    static const QStringList names{QStringLiteral("channel:"), QStringLiteral("folder:"), QStringLiteral("from:"),
        QStringLiteral("author:"), QStringLiteral("before:"), QStringLiteral("after:"), QStringLiteral("on:"),
        QStringLiteral("has:"), QStringLiteral("is:"), QStringLiteral("views:"), QStringLiteral("lang:"),
        QStringLiteral("tag:")};
    return names;
}

QStringList valuesOf(const QString &field, const SearchNames &names)
{
    const QStringList days{
        QStringLiteral("today"), QStringLiteral("yesterday"), QStringLiteral("7d"), QStringLiteral("30d")};
    const QHash<QString, QStringList> values{{QStringLiteral("channel"), names.channels},
        {QStringLiteral("folder"), names.folders}, {QStringLiteral("tag"), names.tags},
        {QStringLiteral("before"), days}, {QStringLiteral("after"), days}, {QStringLiteral("on"), days.mid(0, 2)},
        {QStringLiteral("has"),
            {QStringLiteral("link"), QStringLiteral("photo"), QStringLiteral("video"), QStringLiteral("file"),
                QStringLiteral("poll"), QStringLiteral("article"), QStringLiteral("audio"), QStringLiteral("voice"),
                QStringLiteral("media"), QStringLiteral("note"), QStringLiteral("tag")}},
        {QStringLiteral("is"),
            {QStringLiteral("starred"), QStringLiteral("unread"), QStringLiteral("read"), QStringLiteral("edited"),
                QStringLiteral("deleted"), QStringLiteral("forwarded"), QStringLiteral("reply")}},
        {QStringLiteral("views"), {QStringLiteral(">10000"), QStringLiteral(">=1000"), QStringLiteral("<500")}},
        {QStringLiteral("lang"), {QStringLiteral("ru"), QStringLiteral("en"), QStringLiteral("uk")}}};
    return values.value(field);
}

/// Where the word begins that the cursor stands in or behind; quotes hold words together.
int wordStart(const QString &typed, int cursor)
{
    int start = 0;
    bool quoted = false;
    for (int i = 0; i < cursor; ++i) {
        const QChar c = typed.at(i);
        if (c == QLatin1Char('"')) {
            quoted = !quoted;
        } else if (!quoted && (c.isSpace() || c == QLatin1Char('(') || c == QLatin1Char(')'))) {
            start = i + 1;
        }
    }
    return start < cursor && typed.at(start) == QLatin1Char('-') ? start + 1 : start;
}

} // namespace

SearchCompletion completeSearch(const QString &typed, int cursor, const SearchNames &names)
{
    SearchCompletion result;
    const int start = wordStart(typed, cursor);
    const QString word = typed.mid(start, cursor - start);
    const qsizetype colon = word.indexOf(QLatin1Char(':'));
    result.from = start;
    result.length = int(word.size());
    if (word.startsWith(QLatin1Char('"'))) {
        return result;
    }
    if (colon < 0) {
        for (const QString &field : fields()) {
            if (word.size() >= leastLetters && field.startsWith(word, Qt::CaseInsensitive)) {
                result.proposals.append(field);
            }
        }
        return result;
    }
    const QString field = word.left(colon).toLower();
    QString begun = word.mid(colon + 1);
    begun.remove(QLatin1Char('"'));
    if (begun.startsWith(QLatin1Char('@'))) {
        begun.remove(0, 1);
    }
    QStringList within;
    for (const QString &value : valuesOf(field, names)) {
        QString shown = value;
        shown.remove(QLatin1Char('"'));
        if (shown.contains(QLatin1Char(' '))) {
            shown = QLatin1Char('"') + shown + QLatin1Char('"');
        }
        const QString whole = field + QLatin1Char(':') + shown;
        if (value.startsWith(begun, Qt::CaseInsensitive)) {
            result.proposals.append(whole);
        } else if (value.contains(begun, Qt::CaseInsensitive)) {
            within.append(whole);
        }
    }
    result.proposals = (result.proposals + within).mid(0, maxProposals);
    if (result.proposals.size() == 1 && result.proposals.first() == word) {
        result.proposals.clear(); // it stands there
    }
    return result;
}

} // namespace vestnik
