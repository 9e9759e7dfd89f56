// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

namespace vestnik {

/// A small generator of numbers: the same seed gives the same sequence everywhere.
class DemoRandom final {
public:
    explicit DemoRandom(quint64 seed)
        : m_state(seed)
    {
    }
    [[nodiscard]] quint64 next();
    /// 0..bound-1; bound at least 1.
    [[nodiscard]] int below(int bound);
    /// low..high, both included.
    [[nodiscard]] int between(int low, int high) { return low + below(high - low + 1); }
    /// True in so many cases of a thousand.
    [[nodiscard]] bool chance(int perMille) { return below(1000) < perMille; }

private:
    quint64 m_state;
};

/// Sentence templates of one topic. The source text is a list of sections: a line `# name` begins one, every other
/// line is an entry; one that ends with a backslash goes on in the next. In an entry `{name}` is a random entry of that
/// section, `{3-17}` a random number, `{2.1-4.7}` one with a decimal; the rest is the markup of `siteText`. What a
/// template cannot resolve stays as it is.
class PhraseBook final {
public:
    explicit PhraseBook(const QString &source);

    /// A random entry of a section with its slots filled; empty if there is no such section.
    [[nodiscard]] QString phrase(const QString &section, DemoRandom &random) const;
    /// `count` different entries of a section (fewer if it has fewer), filled.
    [[nodiscard]] QStringList phrases(const QString &section, int count, DemoRandom &random) const;
    [[nodiscard]] bool has(const QString &section) const { return m_sections.contains(section); }

private:
    [[nodiscard]] QString resolved(const QString &pattern, DemoRandom &random, int depth) const;

    QHash<QString, QStringList> m_sections;
};

} // namespace vestnik
