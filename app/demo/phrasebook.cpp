// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/phrasebook.h"

#include <QRegularExpression>

#include <algorithm>

namespace vestnik {

using namespace Qt::StringLiterals;

namespace {

constexpr int deepest = 4; // slots in slots in slots; more is a circle

QString numberIn(const QString &low, const QString &high, DemoRandom &random)
{
    const qsizetype point = low.indexOf(u'.');
    if (point < 0) {
        return QString::number(random.between(low.toInt(), std::max(low.toInt(), high.toInt())));
    }
    const int from = int(low.toDouble() * 10);
    return QString::number(random.between(from, std::max(from, int(high.toDouble() * 10))) / 10.0, 'f', 1);
}

} // namespace

quint64 DemoRandom::next()
{
    m_state += 0x9e3779b97f4a7c15ULL;
    quint64 value = m_state;
    value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9ULL;
    value = (value ^ (value >> 27)) * 0x94d049bb133111ebULL;
    return value ^ (value >> 31);
}

int DemoRandom::below(int bound)
{
    return int(next() % quint64(std::max(1, bound)));
}

PhraseBook::PhraseBook(const QString &source)
{
    QString section;
    const QStringList lines = QString(source).remove("\\\n"_L1).split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        if (line.startsWith("# "_L1)) {
            section = line.mid(2).trimmed();
        } else if (!line.trimmed().isEmpty()) {
            m_sections[section].append(line.trimmed().replace("\\n"_L1, "\n"_L1));
        }
    }
}

QString PhraseBook::phrase(const QString &section, DemoRandom &random) const
{
    const QStringList entries = m_sections.value(section);
    return entries.isEmpty() ? QString() : resolved(entries.at(random.below(int(entries.size()))), random, 0);
}

QStringList PhraseBook::phrases(const QString &section, int count, DemoRandom &random) const
{
    QStringList entries = m_sections.value(section);
    QStringList chosen;
    while (!entries.isEmpty() && chosen.size() < count) {
        chosen.append(resolved(entries.takeAt(random.below(int(entries.size()))), random, 0));
    }
    return chosen;
}

QString PhraseBook::resolved(const QString &pattern, DemoRandom &random, int depth) const
{
    static const QRegularExpression slot(u"\\{(?:(\\d+(?:\\.\\d)?)-(\\d+(?:\\.\\d)?)|(\\w+))\\}"_s);
    QString out;
    qsizetype done = 0;
    for (auto matches = slot.globalMatch(pattern); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        out += QStringView(pattern).mid(done, match.capturedStart() - done);
        done = match.capturedEnd();
        const QStringList entries = m_sections.value(match.captured(3));
        if (match.hasCaptured(1)) {
            out += numberIn(match.captured(1), match.captured(2), random);
        } else if (entries.isEmpty() || depth >= deepest) {
            out += match.captured();
        } else {
            out += resolved(entries.at(random.below(int(entries.size()))), random, depth + 1);
        }
    }
    return out + QStringView(pattern).mid(done);
}

} // namespace vestnik
