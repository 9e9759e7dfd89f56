// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/schedule/cron.h"
#include "ui/widgets/triggertexts.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QTest>
#include <QTranslator>

using namespace vestnik;
using namespace Qt::StringLiterals;

namespace {

const QLocale english(QLocale::English, QLocale::UnitedStates);

Trigger cron(const QString &expression, const QByteArray &zone = {})
{
    Trigger trigger;
    trigger.kind = TriggerKind::Cron;
    trigger.cron = expression;
    trigger.zone = zone;
    return trigger;
}

QString words(const Trigger &trigger)
{
    CronProblem problem;
    const CronFields fields = parseCron(trigger.cron, &problem);
    return triggertexts::inWords(trigger, fields, english);
}

QString every(qint64 ms)
{
    Trigger trigger;
    trigger.everyMs = ms;
    return words(trigger);
}

TimeWindow window(int days, int from, int to)
{
    TimeWindow result;
    result.days = days;
    result.from = from;
    result.to = to;
    return result;
}

qint64 at(const char *iso)
{
    return QDateTime::fromString(QString::fromLatin1(iso), Qt::ISODate).toMSecsSinceEpoch();
}

} // namespace

class TestTriggerTexts final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void expressions_data();
    void expressions();
    void everyExpressionHasASentence();
    void intervals();
    void windowsAreNamed();
    void onceHasADate();
    void zonesHaveNames();
    void problemsAreSentences();
    void translatedWordsTakeTheirForms();
};

void TestTriggerTexts::expressions_data()
{
    QTest::addColumn<QString>("text");
    const auto row = [](const char *expression, const char *text) {
        QTest::newRow(expression) << QString::fromUtf8(text);
    };
    // Times of the clock.
    row("30 8 * * 1-5", "every weekday at 08:30");
    row("30 8 * * mon-fri", "every weekday at 08:30");
    row("30 8 * * *", "every day at 08:30");
    row("@daily", "every day at 00:00");
    row("0 8,12,18 * * *", "every day at 08:00, 12:00 and 18:00");
    row("0,30 8 * * sat,sun", "on weekends at 08:00 and 08:30");
    row("0 0 * * 0", "on Sundays at 00:00");
    row("0 9 * * 1,3,5", "on Mondays, Wednesdays and Fridays at 09:00");
    row("0 9 * * 1-6", "every day except Sunday at 09:00");
    row("0 9 * * 0-7", "every day at 09:00");
    row("15 3 1,15 * *", "at 03:15 on the 1st and 15th of each month");
    row("15 3 1-7,22,23 * *", "at 03:15 on the 1st–7th, 22nd and 23rd of each month");
    row("0 0 11-13 * *", "at 00:00 on the 11th–13th of each month");
    row("0 0 2,3,21,31 * *", "at 00:00 on the 2nd, 3rd, 21st and 31st of each month");
    row("55 23 31 12 *", "on 31 December at 23:55");
    row("0 0 31 2 *", "on 31 February at 00:00");
    row("0 6 1 1,7 *", "at 06:00 on the 1st of January and July");
    row("0 6 1,2 jan-mar *", "at 06:00 on the 1st and 2nd of January–March");
    row("0 6 * 6-8 *", "every day in June–August at 06:00");
    row("0 6 * 12 mon", "on Mondays in December at 06:00");
    row("0 6 * 12 1-5", "on weekdays in December at 06:00");
    // Both day fields.
    row("0 12 13 * 5", "at 12:00 on the 13th and on Fridays");
    row("0 12 1,15 6 mon-fri", "at 12:00 on the 1st and 15th and on weekdays in June");
    row("0 12 1-31/2 * mon", "at 12:00 on odd days and on Mondays");
    row("0 12 2-31/2 * mon", "at 12:00 on even days and on Mondays");
    row("0 12 */2 * mon", "at 12:00 on Mondays that fall on odd days");
    row("0 12 */10 * sat,sun", "at 12:00 on weekends that fall on the 1st, 11th, 21st and 31st");
    row("0 12 1-7 * */7", "at 12:00 on Sundays that fall on the 1st–7th");
    row("0 12 */2 * *", "at 12:00 on odd days");
    row("0 12 */2 5 *", "at 12:00 on odd days in May");
    row("0 12 1-31 * mon", "every day at 12:00");
    // Again and again.
    row("* * * * *", "every minute");
    row("*/15 * * * *", "every 15 minutes");
    row("0,30 * * * *", "every 30 minutes");
    row("*/15 9-18 * * 1-5", "every 15 minutes from 09:00 to 18:59 on weekdays");
    row("*/15 9 * * *", "every 15 minutes from 09:00 to 09:59");
    row("*/10 8-11,14-17 * * 6", "every 10 minutes, 08:00–11:59 and 14:00–17:59 on Saturdays");
    row("* 3 * * *", "every minute from 03:00 to 03:59");
    row("10-40 3 * * *", "every minute from 03:10 to 03:40");
    row("@hourly", "every hour");
    row("5 * * * *", "every hour at minute 5");
    row("5,20,35 * * * *", "every hour at minutes 5, 20 and 35");
    row("30 9-18 * * *", "every hour from 09:30 to 18:30");
    row("15,45 9-18 * * *", "every hour at minutes 15 and 45 from 09:15 to 18:45");
    row("0 */2 * * *", "every 2 hours");
    row("0 */6 * * 1-6", "every 6 hours, except on Sunday");
    row("15 */2 * * *", "every 2 hours from 00:15");
    row("15 */6 * * *", "every day at 00:15, 06:15, 12:15 and 18:15");
    row("*/30 * 1 * *", "every 30 minutes on the 1st of each month");
    row("*/30 * * 12 *", "every 30 minutes in December");
    row("*/30 * 24 12 *", "every 30 minutes on 24 December");
    // Too ugly for a sentence.
    row("*/7 * * * *", "minutes: 0, 7, 14, 21, 28, 35, 42, 49, 56; hours: all");
    row("1-40,50 3 * * *", "minutes: 1–40, 50; hours: 3");
    row("*/7 3 1,2 1 *", "minutes: 0, 7, 14, 21, 28, 35, 42, 49, 56; hours: 3; days of the month: 1, 2; months: 1");
    row("*/7 3 13 * fri,sun",
        "minutes: 0, 7, 14, 21, 28, 35, 42, 49, 56; hours: 3; days of the month: 13; or days of the week: Fri, Sun");
    row("*/7 3 */13 * fri",
        "minutes: 0, 7, 14, 21, 28, 35, 42, 49, 56; hours: 3; days of the month: 1, 14, 27; days of the week: Fri");
    row("0 0 */3 * *", "minutes: 0; hours: 0; days of the month: 1, 4, 7, 10, 13, 16, 19, 22, 25, 28, 31");
}

void TestTriggerTexts::expressions()
{
    QFETCH(const QString, text);
    const QString expression = QString::fromLatin1(QTest::currentDataTag());
    QCOMPARE(words(cron(expression)), text);
    // The same in a zone, if it says anything.
    static const QStringList everywhere{
        u"every minute"_s, u"every 15 minutes"_s, u"every 30 minutes"_s, u"every hour"_s};
    const QString zone = everywhere.contains(text) ? QString()
        : text.startsWith("minutes:"_L1)           ? u" (Moscow time)"_s
                                                   : u", Moscow time"_s;
    QCOMPARE(words(cron(expression, "Europe/Moscow")), text + zone);
}

void TestTriggerTexts::everyExpressionHasASentence()
{
    const QStringList parts{u"*"_s, u"0"_s, u"5"_s, u"*/2"_s, u"*/7"_s, u"1-3"_s, u"1,2,7"_s, u"2-6/3"_s};
    for (const QString &minute : parts) {
        for (const QString &hour : parts) {
            for (const QString &rest :
                {u"* * *"_s, u"1 * *"_s, u"*/2 3 *"_s, u"* 1-4 2"_s, u"1,5 * 1-5"_s, u"*/5 * */2"_s, u"1-30 * 1"_s}) {
                const QString text = words(cron(minute + u' ' + hour + u' ' + rest));
                QVERIFY(text.size() > 5);
                QVERIFY2(!text.contains(u'%') && !text.contains(u"  "_s), qPrintable(text));
            }
        }
    }
    // Nothing understood, nothing said.
    QCOMPARE(words(cron(u"nonsense"_s, "UTC")), QString());
}

void TestTriggerTexts::intervals()
{
    QCOMPARE(every(1'000), u"every second"_s);
    QCOMPARE(every(1'500), u"every 1.5 seconds"_s);
    QCOMPARE(every(45'000), u"every 45 seconds"_s);
    QCOMPARE(every(60'000), u"every minute"_s);
    QCOMPARE(every(90 * 60'000), u"every 90 minutes"_s);
    QCOMPARE(every(60 * 60'000), u"every hour"_s);
    QCOMPARE(every(6 * 3'600'000), u"every 6 hours"_s);
    QCOMPARE(every(24 * 3'600'000), u"every 24 hours"_s);
    QCOMPARE(every(7 * 24 * 3'600'000LL), u"every 7 days"_s);
    Trigger trigger;
    trigger.everyMs = 6 * 3'600'000;
    trigger.zone = "Europe/Moscow"; // says nothing without a clock
    QCOMPARE(words(trigger), u"every 6 hours"_s);
    trigger.anchor = at("2026-11-12T06:00:00Z");
    QCOMPARE(words(trigger), u"every 6 hours, counted from 12 Nov 2026 09:00, Moscow time"_s);
    trigger.anchor = 0;
    trigger.jitterMs = 10 * 60'000;
    QCOMPARE(words(trigger), u"every 6 hours, up to 10 minutes later"_s);
    trigger.jitterMs = 60'000;
    QCOMPARE(words(trigger), u"every 6 hours, up to a minute later"_s);
    trigger.jitterMs = 30'000;
    QCOMPARE(words(trigger), u"every 6 hours, up to 30 seconds later"_s);
    trigger.jitterMs = 2 * 3'600'000;
    QCOMPARE(words(trigger), u"every 6 hours, up to 2 hours later"_s);
}

void TestTriggerTexts::windowsAreNamed()
{
    Trigger trigger;
    trigger.everyMs = 30 * 60'000;
    trigger.windows = {window(0x1f, 8 * 60, 20 * 60)};
    QCOMPARE(words(trigger), u"every 30 minutes, Mon–Fri 08:00–20:00"_s);
    trigger.zone = "Europe/Moscow";
    QCOMPARE(words(trigger), u"every 30 minutes, Mon–Fri 08:00–20:00, Moscow time"_s);
    trigger.zone.clear();
    trigger.windows = {window(0x7f, 22 * 60, 6 * 60 + 30)};
    QCOMPARE(words(trigger), u"every 30 minutes, 22:00–06:30"_s);
    trigger.windows = {window(0x60, 0, 24 * 60), window(0x15, 9 * 60, 24 * 60)};
    QCOMPARE(words(trigger), u"every 30 minutes, Sat–Sun; Mon, Wed, Fri 09:00–24:00"_s);
    trigger.windows = {window(0x7f, 0, 24 * 60)};
    QCOMPARE(words(trigger), u"every 30 minutes"_s);
    trigger.windows = QList<TimeWindow>(6, window(1, 60, 120));
    QCOMPARE(words(trigger), u"every 30 minutes, Mon 01:00–02:00; Mon 01:00–02:00; Mon 01:00–02:00; 3 other windows"_s);
    Trigger daily = cron(u"0 */2 * * *"_s, "Asia/Tokyo");
    daily.windows = {window(0x1f, 8 * 60, 20 * 60)};
    QCOMPARE(words(daily), u"every 2 hours, only Mon–Fri 08:00–20:00, time of Asia/Tokyo"_s);
}

void TestTriggerTexts::onceHasADate()
{
    Trigger trigger;
    trigger.kind = TriggerKind::Once;
    trigger.at = at("2026-11-12T06:00:00Z");
    trigger.zone = "Europe/Moscow";
    QCOMPARE(words(trigger), u"once on 12 Nov 2026 at 09:00, Moscow time"_s);
    trigger.zone = "UTC";
    QCOMPARE(words(trigger), u"once on 12 Nov 2026 at 06:00, UTC"_s);
    trigger.at += 5'000;
    QCOMPARE(words(trigger), u"once on 12 Nov 2026 at 06:00:05, UTC"_s);
}

void TestTriggerTexts::zonesHaveNames()
{
    using triggertexts::zoneName;
    QCOMPARE(zoneName("Europe/Moscow", english), u"Moscow time"_s);
    QCOMPARE(zoneName("America/New_York", english), u"New York time"_s);
    QCOMPARE(zoneName("Europe/Kyiv", english), zoneName("Europe/Kiev", english));
    QCOMPARE(zoneName("UTC", english), u"UTC"_s);
    QCOMPARE(zoneName("Etc/UTC", english), u"UTC"_s);
    QCOMPARE(zoneName("America/Argentina/Buenos_Aires", english), u"time of America/Argentina/Buenos Aires"_s);
    QCOMPARE(zoneName("", english), u"local time"_s);
}

void TestTriggerTexts::problemsAreSentences()
{
    const auto said = [](const QString &expression) {
        CronProblem problem;
        const CronFields fields = parseCron(expression, &problem);
        return fields == CronFields() ? triggertexts::problem(problem) : QString();
    };
    QCOMPARE(said(u"0 24 * * *"_s), u"Hour: must be from 0 to 23."_s);
    QCOMPARE(said(u"x * * * *"_s), u"Minute: this is not a number."_s);
    QCOMPARE(said(u"* * * x *"_s), u"Month: neither a number nor a month such as jan."_s);
    QCOMPARE(said(u"* * * * x"_s), u"Day of the week: neither a number nor a day such as mon."_s);
    QCOMPARE(said(u"* * L * *"_s), u"Day of the month: the signs ? L W # H ~ are not supported."_s);
    QCOMPARE(said(u"0 0"_s), u"Five fields are needed: minute, hour, day of the month, month, day of the week."_s);
    QCOMPARE(triggertexts::problem({}), QString());
    QStringList texts;
    CronProblem problem;
    problem.field = 0;
    for (int kind = int(CronProblemKind::Empty); kind <= int(CronProblemKind::Unsupported); ++kind) {
        problem.kind = CronProblemKind(kind);
        texts.append(triggertexts::problem(problem));
        QVERIFY(texts.last().endsWith(u'.'));
    }
    QCOMPARE(texts.removeDuplicates(), 0);
}

/// A translator that tells which form of a word was asked for.
class Marker final : public QTranslator {
public:
    using QTranslator::QTranslator;
    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char *context, const char *text, const char *comment, int n) const override
    {
        const QByteArray source(text);
        if (qstrcmp(context, "TriggerTexts") != 0) {
            return {};
        }
        if (source == "Fridays") {
            return QStringLiteral("пятницам");
        }
        if (source == "on %1" && qstrcmp(comment, "days of the week") == 0) {
            return QStringLiteral("по %1");
        }
        if (source == "%1 at %2") {
            return QStringLiteral("%1 в %2");
        }
        if (source == "Moscow time") {
            return qstrcmp(comment, "at the end of a sentence") == 0 ? QStringLiteral("по московскому времени")
                                                                     : QStringLiteral("московское время");
        }
        if (source == "%1, %2" && qstrcmp(comment, "when, Moscow time") == 0) {
            return QStringLiteral("%1 %2");
        }
        if (source == "every weekday at %1") {
            return QStringLiteral("каждый будний день в %1");
        }
        if (source == "every %n minutes") {
            return n == 21 ? QStringLiteral("каждую %n минуту") : QStringLiteral("каждые %n минуты");
        }
        return {};
    }
};

void TestTriggerTexts::translatedWordsTakeTheirForms()
{
    Marker marker;
    QVERIFY(QCoreApplication::installTranslator(&marker));
    const QString friday = words(cron(u"30 8 * * 5"_s, "Europe/Moscow"));
    const QString weekday = words(cron(u"30 8 * * 1-5"_s, "Europe/Moscow"));
    const QString zone = triggertexts::zoneName("Europe/Moscow", english);
    const QString often = every(21 * 60'000);
    QCoreApplication::removeTranslator(&marker);
    QCOMPARE(friday, u"по пятницам в 08:30 по московскому времени"_s);
    QCOMPARE(weekday, u"каждый будний день в 08:30 по московскому времени"_s);
    QCOMPARE(zone, u"московское время"_s);
    QCOMPARE(often, u"каждую 21 минуту"_s);
}

QTEST_GUILESS_MAIN(TestTriggerTexts)

#include "tst_triggertexts.moc"
