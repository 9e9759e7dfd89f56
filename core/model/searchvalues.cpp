// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/searchvalues.h"

#include <QDate>
#include <QDateTime>
#include <QHash>
#include <QRegularExpression>

namespace vestnik {
namespace {

using Names = QHash<QString, QString>;

Names namesOf(const QList<QStringList> &rows)
{
    Names names;
    for (const QStringList &row : rows) {
        for (const QString &name : row) {
            names.insert(name, row.first());
        }
    }
    return names;
}

/// The first name of each row is the one that the program uses.
const Names &hasNames()
{
    static const Names names = namesOf({
        {QStringLiteral("link"), QStringLiteral("links"), QStringLiteral("url"), QStringLiteral("ссылка"),
            QStringLiteral("ссылки")},
        {QStringLiteral("photo"), QStringLiteral("photos"), QStringLiteral("image"), QStringLiteral("фото"),
            QStringLiteral("картинка")},
        {QStringLiteral("video"), QStringLiteral("videos"), QStringLiteral("видео")},
        {QStringLiteral("file"), QStringLiteral("files"), QStringLiteral("document"), QStringLiteral("файл"),
            QStringLiteral("документ")},
        {QStringLiteral("poll"), QStringLiteral("polls"), QStringLiteral("опрос")},
        {QStringLiteral("article"), QStringLiteral("статья")},
        {QStringLiteral("audio"), QStringLiteral("music"), QStringLiteral("аудио"), QStringLiteral("музыка")},
        {QStringLiteral("voice"), QStringLiteral("голос"), QStringLiteral("голосовое")},
        {QStringLiteral("media"), QStringLiteral("медиа"), QStringLiteral("вложение")},
        {QStringLiteral("note"), QStringLiteral("заметка")},
        {QStringLiteral("tag"), QStringLiteral("tags"), QStringLiteral("метка"), QStringLiteral("метки")},
    });
    return names;
}

const Names &isNames()
{
    static const Names names = namesOf({
        {QStringLiteral("starred"), QStringLiteral("star"), QStringLiteral("избранное"), QStringLiteral("звезда")},
        {QStringLiteral("unread"), QStringLiteral("new"), QStringLiteral("непрочитанное"), QStringLiteral("новое")},
        {QStringLiteral("read"), QStringLiteral("прочитанное")},
        {QStringLiteral("edited"), QStringLiteral("изменено"), QStringLiteral("изменённое"),
            QStringLiteral("измененное"), QStringLiteral("правка")},
        {QStringLiteral("deleted"), QStringLiteral("удалено"), QStringLiteral("удалённое"),
            QStringLiteral("удаленное")},
        {QStringLiteral("forwarded"), QStringLiteral("forward"), QStringLiteral("переслано"),
            QStringLiteral("пересланное"), QStringLiteral("репост")},
        {QStringLiteral("reply"), QStringLiteral("ответ")},
    });
    return names;
}

const Names &languageNames()
{
    static const Names names = namesOf({
        {QStringLiteral("ru"), QStringLiteral("rus"), QStringLiteral("russian"), QStringLiteral("рус"),
            QStringLiteral("русский")},
        {QStringLiteral("en"), QStringLiteral("eng"), QStringLiteral("english"), QStringLiteral("англ"),
            QStringLiteral("английский")},
        {QStringLiteral("uk"), QStringLiteral("ua"), QStringLiteral("ukr"), QStringLiteral("ukrainian"),
            QStringLiteral("укр"), QStringLiteral("украинский")},
        {QStringLiteral("be"), QStringLiteral("by"), QStringLiteral("belarusian"), QStringLiteral("белорусский")},
        {QStringLiteral("kk"), QStringLiteral("kz"), QStringLiteral("kazakh"), QStringLiteral("казахский")},
        {QStringLiteral("el"), QStringLiteral("greek"), QStringLiteral("греческий")},
        {QStringLiteral("he"), QStringLiteral("hebrew"), QStringLiteral("иврит")},
        {QStringLiteral("ar"), QStringLiteral("arabic"), QStringLiteral("арабский")},
        {QStringLiteral("hy"), QStringLiteral("armenian"), QStringLiteral("армянский")},
        {QStringLiteral("ka"), QStringLiteral("georgian"), QStringLiteral("грузинский")},
        {QStringLiteral("zh"), QStringLiteral("chinese"), QStringLiteral("китайский")},
        {QStringLiteral("ja"), QStringLiteral("japanese"), QStringLiteral("японский")},
        {QStringLiteral("ko"), QStringLiteral("korean"), QStringLiteral("корейский")},
    });
    return names;
}

} // namespace

QString canonicalSearchValue(SearchField field, const QString &typed)
{
    const QString name = typed.trimmed().toLower();
    switch (field) {
    case SearchField::Has:
        return hasNames().value(name);
    case SearchField::Is:
        return isNames().value(name);
    case SearchField::Lang:
        return languageNames().value(name);
    default:
        return {};
    }
}

namespace searchvalues {
namespace {

constexpr int firstYear = 1971; // 0 ms is "open"
constexpr int lastYear = 2999;
constexpr int mostUnitsBack = 100'000;

std::optional<Span> spanOf(QDate first, QDate next, const QTimeZone &zone)
{
    if (!first.isValid() || first.year() < firstYear || first.year() > lastYear) {
        return std::nullopt;
    }
    return Span{first.startOfDay(zone).toMSecsSinceEpoch(), next.startOfDay(zone).toMSecsSinceEpoch()};
}

std::optional<Span> daySpan(QDate day, const QTimeZone &zone)
{
    return spanOf(day, day.addDays(1), zone);
}

std::optional<QDate> daysBack(const QString &typed, QDate today)
{
    static const QRegularExpression pattern(QStringLiteral("^(\\d{1,6})([dwmyднмг])$"));
    const QRegularExpressionMatch match = pattern.match(typed);
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    const int count = match.captured(1).toInt();
    if (count > mostUnitsBack) {
        return std::nullopt;
    }
    switch (match.captured(2).at(0).unicode()) {
    case u'd':
    case u'д':
        return today.addDays(-count);
    case u'w':
    case u'н':
        return today.addDays(-7 * qint64(count));
    case u'm':
    case u'м':
        return today.addMonths(-count);
    default:
        return today.addYears(-count);
    }
}

std::optional<Span> calendarSpan(const QString &typed, const QTimeZone &zone)
{
    static const QRegularExpression iso(QStringLiteral("^(\\d{4})(?:-(\\d{1,2})(?:-(\\d{1,2}))?)?$"));
    static const QRegularExpression dotted(QStringLiteral("^(?:(\\d{1,2})\\.)?(\\d{1,2})\\.(\\d{4})$"));
    QRegularExpressionMatch match = iso.match(typed);
    int year = 1;
    int month = 2;
    int day = 3;
    if (!match.hasMatch()) {
        match = dotted.match(typed);
        std::swap(year, day);
    }
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    const int ofYear = match.captured(year).toInt();
    if (match.captured(month).isEmpty()) {
        const QDate first(ofYear, 1, 1);
        return spanOf(first, first.addYears(1), zone);
    }
    const int ofMonth = match.captured(month).toInt();
    if (match.captured(day).isEmpty()) {
        const QDate first(ofYear, ofMonth, 1);
        return spanOf(first, first.addMonths(1), zone);
    }
    return daySpan(QDate(ofYear, ofMonth, match.captured(day).toInt()), zone);
}

/// "10k", "1,5 млн" without the space; nothing for what is no number.
std::optional<qint64> countOf(const QString &typed)
{
    static const QRegularExpression pattern(
        QStringLiteral("^(\\d{1,15})(?:[.,](\\d{1,3}))?(k|к|тыс\\.?|m|м|млн\\.?)?$"),
        QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = pattern.match(typed);
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    const QString unit = match.captured(3).toLower();
    const bool thousands =
        unit == QLatin1String("k") || unit.startsWith(QStringLiteral("к")) || unit.startsWith(QStringLiteral("тыс"));
    const qint64 scale = unit.isEmpty() ? 1 : thousands ? 1000 : 1'000'000;
    const QString fraction = match.captured(2);
    if (scale == 1 && !fraction.isEmpty()) {
        return std::nullopt;
    }
    constexpr qint64 most = 1'000'000'000'000;
    const qint64 whole = match.captured(1).toLongLong();
    if (whole > most) {
        return most;
    }
    qint64 parts = fraction.toLongLong() * scale;
    for (qsizetype i = 0; i < fraction.size(); ++i) {
        parts /= 10;
    }
    return whole * scale + parts;
}

} // namespace

std::optional<SearchField> fieldFromName(const QString &name)
{
    static const QHash<QString, SearchField> fields{
        {QStringLiteral("channel"), SearchField::Channel},
        {QStringLiteral("канал"), SearchField::Channel},
        {QStringLiteral("folder"), SearchField::Folder},
        {QStringLiteral("папка"), SearchField::Folder},
        {QStringLiteral("from"), SearchField::From},
        {QStringLiteral("от"), SearchField::From},
        {QStringLiteral("author"), SearchField::Author},
        {QStringLiteral("автор"), SearchField::Author},
        {QStringLiteral("before"), SearchField::Before},
        {QStringLiteral("до"), SearchField::Before},
        {QStringLiteral("after"), SearchField::After},
        {QStringLiteral("после"), SearchField::After},
        {QStringLiteral("on"), SearchField::On},
        {QStringLiteral("date"), SearchField::On},
        {QStringLiteral("дата"), SearchField::On},
        {QStringLiteral("has"), SearchField::Has},
        {QStringLiteral("есть"), SearchField::Has},
        {QStringLiteral("is"), SearchField::Is},
        {QStringLiteral("это"), SearchField::Is},
        {QStringLiteral("views"), SearchField::Views},
        {QStringLiteral("просмотры"), SearchField::Views},
        {QStringLiteral("просмотров"), SearchField::Views},
        {QStringLiteral("lang"), SearchField::Lang},
        {QStringLiteral("language"), SearchField::Lang},
        {QStringLiteral("язык"), SearchField::Lang},
        {QStringLiteral("tag"), SearchField::Tag},
        {QStringLiteral("метка"), SearchField::Tag},
    };
    const auto found = fields.constFind(name.toLower());
    return found == fields.constEnd() ? std::nullopt : std::optional(*found);
}

std::optional<Span> dateSpan(const QString &typed, qint64 nowMs, const QTimeZone &zone)
{
    const QString value = typed.trimmed().toLower();
    const QDate today = QDateTime::fromMSecsSinceEpoch(nowMs, zone).date();
    if (value == QLatin1String("today") || value == QStringLiteral("сегодня")) {
        return daySpan(today, zone);
    }
    if (value == QLatin1String("yesterday") || value == QStringLiteral("вчера")) {
        return daySpan(today.addDays(-1), zone);
    }
    if (const std::optional<QDate> day = daysBack(value, today)) {
        return daySpan(*day, zone);
    }
    return calendarSpan(value, zone);
}

std::optional<Span> numberSpan(const QString &typed)
{
    QString value = typed.simplified();
    value.remove(QLatin1Char(' '));
    const qsizetype dots = value.indexOf(QLatin1String(".."));
    if (dots >= 0) {
        const QString low = value.left(dots);
        const QString high = value.mid(dots + 2);
        const std::optional<qint64> from = low.isEmpty() ? 0 : countOf(low);
        const std::optional<qint64> to = high.isEmpty() ? -1 : countOf(high);
        const bool ordered = from && to && (*to < 0 || *from <= *to);
        return ordered && !(low.isEmpty() && high.isEmpty()) ? std::optional(Span{*from, *to}) : std::nullopt;
    }
    const bool more = value.startsWith(QLatin1Char('>'));
    const bool less = value.startsWith(QLatin1Char('<'));
    if (more || less) {
        value.remove(0, 1);
    }
    const bool orEqual = (more || less) && value.startsWith(QLatin1Char('='));
    if (orEqual) {
        value.remove(0, 1);
    }
    const std::optional<qint64> count = countOf(value);
    if (!count) {
        return std::nullopt;
    }
    if (more) {
        return Span{orEqual ? *count : *count + 1, -1};
    }
    if (less) {
        return orEqual || *count > 0 ? std::optional(Span{0, orEqual ? *count : *count - 1}) : std::nullopt;
    }
    return Span{*count, *count};
}

} // namespace searchvalues
} // namespace vestnik
