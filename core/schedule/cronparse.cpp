// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/schedule/cron.h"

#include <QHash>
#include <QStringList>

#include <algorithm>
#include <array>

namespace vestnik {
namespace {

constexpr qsizetype longest = 256;
constexpr int fieldCount = 5;
constexpr qsizetype mostDigits = 4;
constexpr int mostStep = 9999;

struct FieldRules {
    int least;
    int most;
    const char *names; ///< of three letters each, without gaps
    int firstName;
};

constexpr std::array<FieldRules, fieldCount> rules{{
    {0, 59, "", 0},
    {0, 23, "", 0},
    {1, 31, "", 0},
    {1, 12, "janfebmaraprmayjunjulaugsepoctnovdec", 1},
    {0, 7, "sunmontuewedthufrisat", 0},
}};
constexpr int weekdayField = 4;

/// A part of the expression and where it stands.
struct Piece {
    QStringView text;
    int position = 0;
};

// What Python's str.split() and the C library take for space, and the separators of ASCII.
bool isGap(QChar c)
{
    return c.isSpace() || (c.unicode() >= 0x1c && c.unicode() <= 0x1f);
}

bool isDigits(QStringView text)
{
    return !text.isEmpty() && std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

QList<Piece> words(QStringView text)
{
    QList<Piece> found;
    qsizetype i = 0;
    while (i < text.size()) {
        const qsizetype begin = i;
        while (i < text.size() && isGap(text.at(i)) == isGap(text.at(begin))) {
            ++i;
        }
        if (!isGap(text.at(begin))) {
            found.append({text.sliced(begin, i - begin), int(begin)});
        }
    }
    return found;
}

QList<Piece> split(const Piece &piece, QChar separator)
{
    QList<Piece> parts;
    qsizetype begin = 0;
    for (qsizetype i = 0; i <= piece.text.size(); ++i) {
        if (i == piece.text.size() || piece.text.at(i) == separator) {
            parts.append({piece.text.sliced(begin, i - begin), piece.position + int(begin)});
            begin = i + 1;
        }
    }
    return parts;
}

/// The signs of Quartz, Jenkins and others.
bool isOfOtherCrons(QStringView text)
{
    for (const QChar c : text) {
        if (c == u'?' || c == u'#' || c == u'~') {
            return true;
        }
    }
    const QString upper = text.toString().toUpper();
    if (upper == QLatin1String("L") || upper == QLatin1String("W") || upper == QLatin1String("LW")
        || upper == QLatin1String("H") || upper.startsWith(QLatin1String("H("))) {
        return true;
    }
    return (upper.endsWith(u'L') || upper.endsWith(u'W')) && isDigits(QStringView(upper).chopped(1));
}

/// Reads one field.
class FieldReader final {
public:
    FieldReader(int field, CronProblem &problem)
        : m_field(field)
        , m_rules(rules.at(static_cast<std::size_t>(field)))
        , m_problem(problem)
    {
    }

    /// The values as bits; nullopt: there is a problem.
    std::optional<quint64> read(const Piece &piece)
    {
        m_begin = piece.position;
        quint64 bits = 0;
        const QList<Piece> parts = split(piece, u',');
        for (const Piece &part : parts) {
            const std::optional<quint64> some = readPart(part);
            if (!some) {
                return std::nullopt;
            }
            bits |= *some;
        }
        return bits;
    }

private:
    std::nullopt_t fail(CronProblemKind kind, const Piece &at)
    {
        m_problem.kind = kind;
        m_problem.position = at.position;
        m_problem.length = int(at.text.size());
        m_problem.field = m_field;
        if (kind == CronProblemKind::OutOfRange) {
            m_problem.minimum = m_rules.least;
            m_problem.maximum = m_rules.most;
        }
        return std::nullopt;
    }

    /// Of what is missing, only the sign beside it can be marked.
    std::nullopt_t failEmpty(const Piece &at)
    {
        const int position = at.position > m_begin ? at.position - 1 : at.position;
        fail(CronProblemKind::EmptyPart, {at.text, position});
        m_problem.length = 1;
        return std::nullopt;
    }

    std::optional<int> readNumber(const Piece &piece)
    {
        if (piece.text.isEmpty()) {
            return failEmpty(piece);
        }
        if (piece.text.size() == 3) {
            const QByteArray names(m_rules.names);
            const qsizetype place = names.indexOf(piece.text.toString().toLower().toLatin1());
            if (place >= 0 && place % 3 == 0) {
                return m_rules.firstName + int(place / 3);
            }
        }
        if (!isDigits(piece.text)) {
            return fail(isOfOtherCrons(piece.text) ? CronProblemKind::Unsupported : CronProblemKind::NotANumber, piece);
        }
        const int value = piece.text.size() > mostDigits ? -1 : piece.text.toInt();
        if (value < m_rules.least || value > m_rules.most) {
            return fail(CronProblemKind::OutOfRange, piece);
        }
        return value;
    }

    std::optional<int> readStep(const Piece &piece)
    {
        if (piece.text.isEmpty()) {
            return failEmpty(piece);
        }
        Piece digits = piece;
        while (digits.text.size() > 1 && digits.text.front() == u'0') {
            digits.text = digits.text.sliced(1);
        }
        const bool usable = isDigits(piece.text) && digits.text.size() <= mostDigits;
        const int step = usable ? digits.text.toInt() : 0;
        if (step < 1 || step > mostStep) {
            return fail(CronProblemKind::BadStep, piece);
        }
        return step;
    }

    std::optional<quint64> readPart(const Piece &part)
    {
        if (part.text.isEmpty()) {
            return failEmpty(part);
        }
        if (isOfOtherCrons(part.text)) {
            return fail(CronProblemKind::Unsupported, part);
        }
        const qsizetype slash = part.text.indexOf(u'/');
        const Piece body = slash < 0 ? part : Piece{part.text.first(slash), part.position};
        int from = m_rules.least;
        int to = m_rules.most;
        bool range = true;
        if (body.text != u"*") {
            const QList<Piece> ends = split(body, u'-');
            if (ends.size() > 2) {
                return fail(CronProblemKind::NotANumber, body);
            }
            const std::optional<int> begin = readNumber(ends.first());
            const std::optional<int> end = begin && ends.size() == 2 ? readNumber(ends.last()) : begin;
            if (!end) {
                return std::nullopt;
            }
            from = *begin;
            to = *end;
            range = ends.size() == 2;
            // Only by its name Sunday ends a week, too: mon-sun.
            if (m_field == weekdayField && from > 0 && to == 0 && !isDigits(ends.last().text)) {
                to = 7;
            }
            if (from > to) {
                return fail(CronProblemKind::Backwards, body);
            }
        }
        int step = 1;
        if (slash >= 0) {
            const Piece text{part.text.sliced(slash + 1), part.position + int(slash) + 1};
            if (!range) {
                return fail(CronProblemKind::StepOfOne, part);
            }
            const std::optional<int> read = readStep(text);
            if (!read) {
                return std::nullopt;
            }
            step = *read;
        }
        quint64 bits = 0;
        for (int value = from; value <= to; value += step) {
            bits |= quint64(1) << value;
        }
        return bits;
    }

    const int m_field;
    const FieldRules &m_rules;
    CronProblem &m_problem;
    int m_begin = 0; ///< of the field
};

/// The five fields of a nickname; empty if it is none.
QString ofNickname(const QString &name)
{
    static const QHash<QString, QString> known{
        {QStringLiteral("@hourly"), QStringLiteral("0 * * * *")},
        {QStringLiteral("@daily"), QStringLiteral("0 0 * * *")},
        {QStringLiteral("@midnight"), QStringLiteral("0 0 * * *")},
        {QStringLiteral("@weekly"), QStringLiteral("0 0 * * 0")},
        {QStringLiteral("@monthly"), QStringLiteral("0 0 1 * *")},
        {QStringLiteral("@yearly"), QStringLiteral("0 0 1 1 *")},
        {QStringLiteral("@annually"), QStringLiteral("0 0 1 1 *")},
    };
    return known.value(name.toLower());
}

CronProblem inWhole(CronProblemKind kind, qsizetype position, qsizetype length)
{
    CronProblem problem;
    problem.kind = kind;
    problem.position = int(position);
    problem.length = int(length);
    return problem;
}

CronFields parse(const QString &expression, CronProblem &problem)
{
    if (expression.size() > longest) {
        problem = inWhole(CronProblemKind::TooLong, longest, expression.size() - longest);
        return {};
    }
    const QList<Piece> pieces = words(expression);
    if (pieces.isEmpty()) {
        problem = inWhole(CronProblemKind::Empty, 0, expression.size());
        return {};
    }
    if (pieces.size() == 1 && pieces.first().text.startsWith(u'@')) {
        const QString fields = ofNickname(pieces.first().text.toString());
        if (!fields.isEmpty()) {
            return parse(fields, problem);
        }
        problem = inWhole(CronProblemKind::UnknownNickname, pieces.first().position, pieces.first().text.size());
        return {};
    }
    const qsizetype end = pieces.last().position + pieces.last().text.size();
    if (pieces.size() > fieldCount) {
        const int begin = pieces.at(fieldCount).position;
        problem = inWhole(CronProblemKind::FieldCount, begin, end - begin);
        return {};
    }
    std::array<quint64, fieldCount> bits{};
    for (int field = 0; field < int(pieces.size()); ++field) {
        const std::optional<quint64> read = FieldReader(field, problem).read(pieces.at(field));
        if (!read) {
            return {};
        }
        bits.at(static_cast<std::size_t>(field)) = *read;
    }
    if (pieces.size() < fieldCount) {
        problem = inWhole(CronProblemKind::FieldCount, end, 0);
        return {};
    }
    CronFields fields;
    fields.minutes = bits[0];
    fields.hours = static_cast<quint32>(bits[1]);
    fields.days = static_cast<quint32>(bits[2]);
    fields.months = static_cast<quint16>(bits[3]);
    fields.weekdays = static_cast<quint8>((bits[4] | bits[4] >> 7) & 0x7f);
    fields.minuteStar = pieces.at(0).text.startsWith(u'*');
    fields.hourStar = pieces.at(1).text.startsWith(u'*');
    fields.dayStar = pieces.at(2).text.startsWith(u'*');
    fields.weekdayStar = pieces.at(4).text.startsWith(u'*');
    return fields;
}

} // namespace

CronFields parseCron(const QString &expression, CronProblem *problem)
{
    CronProblem found;
    const CronFields fields = parse(expression, found);
    if (problem != nullptr) {
        *problem = found;
    }
    return fields;
}

QString cronProblemEnglish(const CronProblem &problem)
{
    static constexpr std::array<const char *, fieldCount> names{
        "minute", "hour", "day of month", "month", "day of week"};
    const auto field = static_cast<std::size_t>(problem.field);
    const QString name = field < names.size() ? QString::fromLatin1(names.at(field)) : QStringLiteral("field");
    switch (problem.kind) {
    case CronProblemKind::None:
        break;
    case CronProblemKind::Empty:
        return QStringLiteral("the expression is empty");
    case CronProblemKind::TooLong:
        return QStringLiteral("the expression is longer than %1 characters").arg(longest);
    case CronProblemKind::FieldCount:
        return QStringLiteral("five fields are needed: minute, hour, day of month, month, day of week");
    case CronProblemKind::UnknownNickname:
        return QStringLiteral("unknown nickname; @hourly, @daily, @midnight, @weekly, @monthly, @yearly and @annually "
                              "are known");
    case CronProblemKind::EmptyPart:
        return name + QStringLiteral(": something is missing beside \",\", \"-\" or \"/\"");
    case CronProblemKind::NotANumber:
        return name
            + (problem.field < 3 ? QStringLiteral(": not a number") : QStringLiteral(": neither a number nor a name"));
    case CronProblemKind::OutOfRange:
        return name + QStringLiteral(": must be from %1 to %2").arg(problem.minimum).arg(problem.maximum);
    case CronProblemKind::Backwards:
        return name + QStringLiteral(": the range runs backwards");
    case CronProblemKind::StepOfOne:
        return name + QStringLiteral(": a step needs a range or \"*\" before it");
    case CronProblemKind::BadStep:
        return name + QStringLiteral(": the step must be a number from 1 to %1").arg(mostStep);
    case CronProblemKind::Unsupported:
        return name + QStringLiteral(": the signs ? L W # H ~ of other crons are not supported");
    }
    return {};
}

} // namespace vestnik
