// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/fakeengine/faketexts.h"

#include <array>

namespace vestnik {
namespace {

constexpr std::array<const char *, 14> russianSentences{
    "Сегодня утром открыли новый мост через Заречную: движение пустят в два ряда, а трамвай вернётся к осени.",
    "Коротко о главном за сутки.",
    "Синоптики обещают заморозки до −6 °C, водителям советуют не спешить со сменой резины.",
    "Опубликована запись вчерашнего доклада о планировщике задач и очередях без блокировок.",
    "Редакция ищет выпускающего редактора: график два через два, удалённо.",
    "Мы сравнили восемь библиотек разбора HTML, и победитель удивил даже нас.",
    "Фестиваль «Тихая гавань» переносится на субботу из-за шторма; билеты действительны.",
    "Выпуск 4.2 готов: исправлены 37 ошибок, ускорен поиск, добавлена тёмная тема.",
    "Книга недели — «Записки смотрителя маяка». Читаем вслух в 19:00.",
    "В музее связи показывают телеграф Бодо в работе, вход свободный.",
    "Спасибо всем, кто прислал фотографии! Лучшие — в альбоме ниже.",
    "Опрос закрыт: за перенос встречи проголосовали 68 %.",
    "Поезд 104 задерживается на 25 минут, пересадка в Озёрске сохранится.",
    "Напоминаем: завтра с 10:00 до 13:00 отключат холодную воду на чётной стороне улицы Мира.",
};

constexpr std::array<const char *, 12> englishSentences{
    "The compiler team published its notes on coroutine lifetimes, with measurements for three back ends.",
    "Short digest of the day.",
    "A new release candidate is out: 214 merged requests, faster cold start, smaller binaries.",
    "Storm warning for the northern coast until Friday noon; ferries run on the winter timetable.",
    "We are hiring a data engineer. Remote, two days a week in the office if you like.",
    "The lighthouse at Cape Merrow was lit again after eleven years of repairs.",
    "Read the long version with charts on the site.",
    "Ten small tools that make a terminal pleasant, none of them larger than a megabyte.",
    "Markets closed mixed; the index of small exporters gained 0.4 %.",
    "Our photo of the week: fog over the river port at dawn.",
    "Poll: which day suits the meetup?",
    "Maintenance tonight from 23:00 to 23:30 UTC, the API stays reachable.",
};

} // namespace

const QList<FakeChannel> &fakeChannels()
{
    static const QList<FakeChannel> channels{
        {"zarechye_news", "Заречье сегодня", "Новости", true},
        {"mayak_daily", "Маяк. Ежедневно", "Новости", true},
        {"city_sluzhba", "Городская служба: отключения, ремонты, объезды", "Новости", true},
        {"northern_wire", "Northern Wire", "News", false},
        {"port_radio", "Port Radio", "News", false},
        {"ozersk_train", "Озёрск — поезда и электрички", "Транспорт", true},
        {"ferry_times", "Ferry Times", "Транспорт", false},
        {"cpp_polka", "C++ на полке", "Разработка", true},
        {"loop_notes", "Notes from the Event Loop", "Разработка", false},
        {"small_tools", "Small Tools", "Разработка", false},
        {"db_kuhnya", "Кухня баз данных", "Разработка", true},
        {"frontend_vecher", "Вечерний фронтенд", "Разработка", true},
        {"compiler_watch", "Compiler Watch", "Разработка", false},
        {"kniga_nedeli", "Книга недели 📚", "Культура", true},
        {"tihaya_gavan", "Фестиваль «Тихая гавань»", "Культура", true},
        {"museum_svyazi", "Музей связи", "Культура", true},
        {"fog_photos", "Fog & Photos", "Культура", false},
        {"pogoda_zare", "Погода в Заречье ☀️", "", true},
        {"market_minutes", "Market Minutes", "Деньги", false},
        {"kopeyka_ru", "Копейка рубль бережёт", "Деньги", true},
        {"open_grants", "Open Grants", "Деньги", false},
        {"vacancy_zare", "Работа рядом", "", true},
        {"remote_jobs_n", "Remote Jobs North", "", false},
        {"sport_zarya", "Спорт: клуб «Заря»", "Новости", true},
        {"hockey_minor", "Hockey Minors", "News", false},
        {"dachnik_club", "Клуб дачников", "", true},
        {"rybalka_ozero", "Рыбалка на озере", "", true},
        {"astro_tonight", "Astro Tonight", "Наука", false},
        {"nauka_prosto", "Наука простыми словами", "Наука", true},
        {"bio_letters", "Bio Letters", "Наука", false},
        {"math_page", "Страница математика", "Наука", true},
        {"recipes_fast", "Быстрые рецепты", "", true},
        {"coffee_map", "Coffee Map", "", false},
        {"kino_klub24", "Киноклуб 24", "Культура", true},
        {"retro_games_x", "Retro Games", "", false},
        {"security_brief", "Security Brief", "Разработка", false},
        {"admin_nochi", "Админ не спит", "Разработка", true},
        {"school_17", "Школа № 17. Объявления для родителей", "", true},
        {"garden_letters", "Garden Letters", "", false},
        {"old_archive_q", "Old Archive", "", false},
    };
    return channels;
}

QString fakeSentence(bool russian, int n)
{
    const auto index = static_cast<std::size_t>(n);
    return QString::fromUtf8(russian ? russianSentences[index % russianSentences.size()]
                                     : englishSentences[index % englishSentences.size()]);
}

} // namespace vestnik
