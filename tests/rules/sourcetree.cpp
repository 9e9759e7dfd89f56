// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/rules/sourcetree.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>

#include <algorithm>

namespace vestnik::rules {
namespace {

/// Walks over C++ text and blanks what is no code.
class Stripper final {
public:
    explicit Stripper(const QString &text)
        : m_text(text)
        , m_bare(text)
        , m_code(text)
    {
        while (m_at < m_text.size()) {
            step();
        }
    }
    [[nodiscard]] QString bare() const { return m_bare; }
    [[nodiscard]] QString code() const { return m_code; }

private:
    [[nodiscard]] QChar at(qsizetype index) const { return index < m_text.size() ? m_text.at(index) : QChar(); }

    void blank(QString &view, qsizetype from, qsizetype to)
    {
        for (qsizetype i = from; i < std::min(to, view.size()); ++i) {
            if (view.at(i) != QLatin1Char('\n')) {
                view[i] = QLatin1Char(' ');
            }
        }
    }

    void comment(qsizetype end)
    {
        blank(m_bare, m_at, end);
        blank(m_code, m_at, end);
        m_at = end;
    }

    void step()
    {
        const QChar c = at(m_at);
        if (c == QLatin1Char('/') && at(m_at + 1) == QLatin1Char('/')) {
            const qsizetype end = m_text.indexOf(QLatin1Char('\n'), m_at);
            comment(end < 0 ? m_text.size() : end);
        } else if (c == QLatin1Char('/') && at(m_at + 1) == QLatin1Char('*')) {
            const qsizetype end = m_text.indexOf(QLatin1String("*/"), m_at + 2);
            comment(end < 0 ? m_text.size() : end + 2);
        } else if (c == QLatin1Char('"')) {
            string();
        } else if (c == QLatin1Char('\'') && !isDigitSeparator()) {
            quoted(QLatin1Char('\''));
        } else {
            ++m_at;
        }
    }

    void string()
    {
        if (m_at == 0 || at(m_at - 1) != QLatin1Char('R')) {
            quoted(QLatin1Char('"'));
            return;
        }
        const qsizetype open = m_text.indexOf(QLatin1Char('('), m_at);
        const QString close = QLatin1Char(')') + m_text.mid(m_at + 1, open - m_at - 1) + QLatin1Char('"');
        const qsizetype end = open < 0 ? -1 : m_text.indexOf(close, open);
        const qsizetype next = end < 0 ? m_text.size() : end + close.size();
        blank(m_code, m_at + 1, next - 1);
        m_at = next;
    }

    void quoted(QChar quote)
    {
        qsizetype i = m_at + 1;
        while (i < m_text.size() && at(i) != quote && at(i) != QLatin1Char('\n')) {
            i += at(i) == QLatin1Char('\\') ? 2 : 1;
        }
        blank(m_code, m_at + 1, i);
        m_at = i + 1;
    }

    /// 16'000: the quote belongs to a token that begins with a digit.
    [[nodiscard]] bool isDigitSeparator() const
    {
        qsizetype begin = m_at;
        while (begin > 0 && (at(begin - 1).isLetterOrNumber() || at(begin - 1) == QLatin1Char('\''))) {
            --begin;
        }
        return begin < m_at && at(begin).isDigit();
    }

    const QString m_text;
    QString m_bare;
    QString m_code;
    qsizetype m_at = 0;
};

} // namespace

int SourceFile::lineAt(qsizetype offset) const
{
    return static_cast<int>(QStringView(raw).left(offset).count(QLatin1Char('\n'))) + 1;
}

bool SourceFile::isCpp() const
{
    return isHeader() || path.endsWith(QLatin1String(".cpp"));
}

bool SourceFile::isIn(const QStringList &folders) const
{
    return std::any_of(folders.begin(), folders.end(),
        [this](const QString &folder) { return path.startsWith(folder + QLatin1Char('/')); });
}

SourceFile sourceFile(const QString &path, const QString &text)
{
    SourceFile file{path, text, text, text};
    if (file.isCpp()) {
        const Stripper stripper(text);
        file.bare = stripper.bare();
        file.code = stripper.code();
    }
    return file;
}

QList<SourceFile> readTree(const QString &root)
{
    static const QRegularExpression ours(QStringLiteral("(\\.(cpp|h|cmake|sh|py|qss)|/CMakeLists\\.txt|^\\.ci/run)$"));
    const QDir base(root);
    QStringList paths{QStringLiteral("CMakeLists.txt"), QStringLiteral(".ci/run")};
    for (const char *top : {"app", "core", "ui", "resources", "tests", "packaging"}) {
        QDirIterator walk(base.filePath(QLatin1String(top)), QDir::Files, QDirIterator::Subdirectories);
        while (walk.hasNext()) {
            const QString path = base.relativeFilePath(walk.next());
            if (ours.match(path).hasMatch() && !path.startsWith(QLatin1String("tests/data/"))) {
                paths.append(path);
            }
        }
    }
    paths.sort();
    QList<SourceFile> files;
    for (const QString &path : paths) {
        QFile file(base.filePath(path));
        if (file.open(QIODevice::ReadOnly)) {
            files.append(sourceFile(path, QString::fromUtf8(file.readAll())));
        }
    }
    return files;
}

qsizetype closingBracket(const QString &code, qsizetype open)
{
    int depth = 0;
    for (qsizetype i = open; i < code.size(); ++i) {
        const QChar c = code.at(i);
        if (QStringView(u"([{").contains(c)) {
            ++depth;
        } else if (QStringView(u")]}").contains(c) && --depth == 0) {
            return i;
        }
    }
    return -1;
}

QStringList argumentsAt(const QString &code, qsizetype open)
{
    const qsizetype close = closingBracket(code, open);
    if (close < 0) {
        return {};
    }
    QStringList arguments;
    int depth = 0;
    qsizetype begin = open + 1;
    for (qsizetype i = begin; i <= close; ++i) {
        const QChar c = code.at(i);
        if ((c == QLatin1Char(',') && depth == 0) || i == close) {
            arguments.append(code.mid(begin, i - begin).trimmed());
            begin = i + 1;
        } else if (QStringView(u"([{").contains(c)) {
            ++depth;
        } else if (QStringView(u")]}").contains(c)) {
            --depth;
        }
    }
    return arguments;
}

} // namespace vestnik::rules
