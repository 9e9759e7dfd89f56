// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/croncommand.h"

#include "core/schedule/triggertimes.h"
#include "ui/widgets/triggertexts.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

#include <array>
#include <cerrno>
#include <cstdio>
#include <optional>
#include <unistd.h>

namespace vestnik {
namespace croncommand {
namespace {

constexpr int batchFires = 5;

QString isoTime(qint64 seconds, const ZoneRules &zone)
{
    const int offset = zone.offsetAt(seconds);
    const QDateTime wall = QDateTime::fromSecsSinceEpoch(seconds + offset, Qt::UTC);
    QString text = wall.toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss"));
    const int minutes = std::abs(offset) / 60;
    text += offset < 0 ? QLatin1Char('-') : QLatin1Char('+');
    text +=
        QStringLiteral("%1:%2").arg(minutes / 60, 2, 10, QLatin1Char('0')).arg(minutes % 60, 2, 10, QLatin1Char('0'));
    // Offsets of the nineteenth century.
    return offset % 60 == 0 ? text : text + QStringLiteral(":%1").arg(std::abs(offset) % 60, 2, 10, QLatin1Char('0'));
}

/// The moment at which a wall clock shows a time: the first one if it does so twice, the last one before the gap if it
/// never does, so that a fire at the gap's end comes after it.
qint64 momentOf(qint64 local, const ZoneRules &zone)
{
    ZoneRules::Span span = zone.spanAt(local - 26 * 3600);
    while (local - span.offset >= span.to) {
        const qint64 last = span.to - 1;
        span = zone.spanAt(span.to);
        if (local - span.offset < span.from) {
            return last;
        }
    }
    return local - span.offset;
}

std::optional<qint64> timeFrom(const QString &text, const ZoneRules &zone)
{
    bool isNumber = false;
    const qint64 number = text.toLongLong(&isNumber);
    // A wall clock is read as if it were one of UTC: the computer's own zone may not know the time.
    const QDate date = text.size() == 10 ? QDate::fromString(text, Qt::ISODate) : QDate();
    const QDateTime wall = date.isValid() ? QDateTime(date, QTime(0, 0), Qt::UTC)
                                          : QDateTime::fromString(text + QLatin1Char('Z'), Qt::ISODate);
    const QDateTime exact = QDateTime::fromString(text, Qt::ISODate);
    std::optional<qint64> seconds;
    if (isNumber) {
        seconds = number;
    } else if (wall.isValid()) {
        seconds = momentOf(wall.toSecsSinceEpoch(), zone);
    } else if (exact.isValid() && exact.timeSpec() != Qt::LocalTime) {
        seconds = exact.toSecsSinceEpoch();
    }
    if (seconds && (*seconds < firstCronMoment || *seconds >= lastCronMoment)) {
        return std::nullopt;
    }
    return seconds;
}

Answer wrong(const QString &text)
{
    return {2, {}, QLatin1String("vestnik: ") + text + QLatin1Char('\n')};
}

Answer wrongExpression(const QString &expression, const CronProblem &problem)
{
    // What moves the caret would leave it at the wrong place.
    QString shown = expression;
    for (QChar &c : shown) {
        c = c.isPrint() ? c : QLatin1Char(' ');
    }
    constexpr qsizetype longest = 300;
    const QString marks = QString(problem.position, QLatin1Char(' '))
        + QString(std::max(1, std::min(problem.length, 40)), QLatin1Char('^'));
    return wrong(
        cronProblemEnglish(problem) + QLatin1String("\n  ") + shown.left(longest) + QLatin1String("\n  ") + marks);
}

} // namespace

Answer answer(const Options &options, qint64 now)
{
    const QString expression = options.words.value(0);
    CronProblem problem;
    const CronFields fields = parseCron(expression, &problem);
    if (problem.kind != CronProblemKind::None) {
        return wrongExpression(expression, problem);
    }
    const Result<ZoneRules> zone = ZoneRules::load(options.zone.toUtf8());
    if (!zone) {
        return wrong(QStringLiteral("%1: %2").arg(zone.error().subject, zone.error().detail));
    }
    const std::optional<qint64> from = options.from.isEmpty() ? now : timeFrom(options.from, *zone);
    if (!from) {
        return wrong(QStringLiteral("--from is a number of seconds since 1970 or ISO 8601 such as 2026-03-29T02:00, "
                                    "from 1900 to 2199"));
    }
    Trigger trigger;
    trigger.kind = TriggerKind::Cron;
    trigger.cron = expression;
    trigger.zone = zone->id();
    const QString words = triggertexts::inWords(trigger, fields, QLocale(QLocale::English, QLocale::UnitedStates));
    const QList<qint64> fires = cronFires(fields, *zone, *from, options.count);
    Answer result;
    if (options.json) {
        QJsonArray list;
        for (const qint64 fire : fires) {
            list.append(QJsonObject{{QStringLiteral("at"), fire}, {QStringLiteral("local"), isoTime(fire, *zone)}});
        }
        const QJsonObject object{{QStringLiteral("expression"), expression},
            {QStringLiteral("zone"), QString::fromLatin1(zone->id())}, {QStringLiteral("words"), words},
            {QStringLiteral("from"), *from}, {QStringLiteral("fires"), list}};
        result.out = QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)) + QLatin1Char('\n');
        return result;
    }
    result.out = words + QLatin1Char('\n');
    for (const qint64 fire : fires) {
        result.out += isoTime(fire, *zone) + QLatin1Char(' ') + QString::fromLatin1(zone->id()) + QLatin1Char('\n');
    }
    if (fires.size() < options.count) {
        result.err = fires.isEmpty() ? QStringLiteral("vestnik: it does not fire within nine years\n")
                                     : QStringLiteral("vestnik: no more fires within nine years\n");
    }
    return result;
}

struct Batch::Private {
    ZoneCache zones;
    QByteArray rest; ///< of a line whose end is not there yet
    bool skipping = false; ///< the line is too long; its end is awaited

    [[nodiscard]] QByteArray answered(QByteArrayView line);
};

Batch::Batch()
    : d(std::make_unique<Private>())
{
}

Batch::~Batch() = default;

QByteArray Batch::Private::answered(QByteArrayView line)
{
    if (line.endsWith('\r')) {
        line.chop(1);
    }
    const qsizetype first = line.indexOf('\t');
    const qsizetype second = first < 0 ? -1 : line.indexOf('\t', first + 1);
    if (second < 0) {
        return "error: a line is ZONE<tab>START<tab>EXPRESSION";
    }
    const Result<ZoneRules> zone = first > 0 ? zones.zone(line.first(first).toByteArray())
                                             : failure(ErrorCode::InvalidArgument, {}, QStringLiteral("no time zone"));
    if (!zone) {
        return "error: " + zone.error().detail.toUtf8();
    }
    bool isNumber = false;
    const qint64 start = line.sliced(first + 1, second - first - 1).toByteArray().toLongLong(&isNumber);
    if (!isNumber || start < firstCronMoment || start >= lastCronMoment) {
        return "error: the start is no number of seconds from 1900 to 2199";
    }
    // A mark at its beginning must not be taken for one of the encoding, and vanish.
    const QByteArray text = ' ' + line.sliced(second + 1).toByteArray();
    CronProblem problem;
    const CronFields fields = parseCron(QString::fromUtf8(text).mid(1), &problem);
    if (problem.kind != CronProblemKind::None) {
        return "error: " + cronProblemEnglish(problem).toUtf8();
    }
    QByteArray answer;
    for (const qint64 fire : cronFires(fields, *zone, start, batchFires)) {
        answer += (answer.isEmpty() ? QByteArray() : QByteArrayLiteral(",")) + QByteArray::number(fire);
    }
    return answer;
}

QByteArray Batch::take(QByteArrayView bytes)
{
    QByteArray answers;
    while (!bytes.isEmpty()) {
        const qsizetype end = bytes.indexOf('\n');
        const QByteArrayView piece = end < 0 ? bytes : bytes.first(end);
        bytes = end < 0 ? QByteArrayView() : bytes.sliced(end + 1);
        if (!d->skipping && d->rest.size() + piece.size() > longestLine) {
            d->skipping = true;
            d->rest.clear();
        }
        if (!d->skipping) {
            d->rest.append(piece.data(), piece.size());
        }
        if (end >= 0) {
            answers += d->skipping ? QByteArrayLiteral("error: the line is too long") : d->answered(d->rest);
            answers += '\n';
            d->skipping = false;
            d->rest.clear();
        }
    }
    return answers;
}

QByteArray Batch::finish()
{
    return d->rest.isEmpty() && !d->skipping ? QByteArray() : take("\n");
}

} // namespace croncommand

namespace {

bool print(const QByteArray &bytes)
{
    return std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stdout)
        == static_cast<std::size_t>(bytes.size())
        && std::fflush(stdout) == 0;
}

int runBatch()
{
    croncommand::Batch batch;
    std::array<char, 64 * 1024> buffer{};
    for (;;) {
        // What is there, be it one line: whoever asks may wait for the answer before the next question.
        const ssize_t count = ::read(STDIN_FILENO, buffer.data(), buffer.size());
        if (count < 0 && errno == EINTR) {
            continue;
        }
        if (count < 0) {
            std::perror("vestnik: standard input");
            return 1;
        }
        const QByteArray answers =
            count == 0 ? batch.finish() : batch.take(QByteArrayView(buffer.data(), qsizetype(count)));
        if (!answers.isEmpty() && !print(answers)) {
            return 1; // nobody reads on
        }
        if (count == 0) {
            return 0;
        }
    }
}

} // namespace

int runCron(const Options &options)
{
    if (options.batch) {
        return runBatch();
    }
    const croncommand::Answer answer = croncommand::answer(options, QDateTime::currentSecsSinceEpoch());
    const bool printed = print(answer.out.toUtf8());
    std::fputs(answer.err.toUtf8().constData(), stderr);
    return answer.code != 0 ? answer.code : printed ? 0 : 1;
}

} // namespace vestnik
