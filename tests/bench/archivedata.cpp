// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/archivedata.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>

#include "core/store/channelrepository.h"
#include "core/store/database.h"
#include "core/store/postrepository.h"

namespace vestnik::bench {
namespace {

constexpr int russianWords = 30'000;
constexpr int englishWords = 12'000;
constexpr int shortest = 20;
constexpr int longest = 4000;
constexpr int chunk = 2000;

/// splitmix64: small, fast, the same everywhere.
class Random {
public:
    explicit Random(quint64 seed)
        : m_state(seed)
    {
    }
    quint64 next()
    {
        quint64 z = (m_state += 0x9e3779b97f4a7c15ULL);
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31);
    }
    int below(int bound) { return static_cast<int>((next() >> 33) % static_cast<quint64>(bound)); }
    double part() { return static_cast<double>(next() >> 11) / 9007199254740992.0; }

private:
    quint64 m_state;
};

const QStringList &russianCommon()
{
    static const QStringList words = QStringLiteral(
        "и в не на что с по как это за из к для его от о но так же все у бы мы а или если он она они до при уже был "
        "были есть год время день страна город люди человек рубль банк рынок компания новость правительство президент "
        "россия москва закон суд дело война мир цена нефть доллар процент работа новый большой первый российский "
        "сообщить заявить рассказать начать стать получить область глава министр совет проект вопрос решение развитие "
        "система программа группа источник власть депутат выборы экономика бюджет налог кредит ставка")
                                         .split(QLatin1Char(' '));
    return words;
}

const QStringList &englishCommon()
{
    static const QStringList words = QStringLiteral(
        "the of and to in a is that for it on was with as be by are from at this have an has not will we market price "
        "company bank people government year time world news report service system data new first people city court "
        "president minister police energy oil trade money growth rate tax share team game player technology network "
        "software security computer model research science health water climate election policy border army")
                                         .split(QLatin1Char(' '));
    return words;
}

/// Stems of syllables, told apart; common words first.
QStringList vocabulary(const QStringList &common, int size, const QStringList &consonants, const QStringList &vowels,
    const QStringList &ends, quint64 seed)
{
    Random random(seed);
    QStringList words = common;
    words.removeDuplicates();
    QSet<QString> known(words.begin(), words.end());
    while (words.size() < size) {
        QString word;
        const int syllables = 1 + random.below(3);
        for (int i = 0; i < syllables; ++i) {
            word += consonants.at(random.below(static_cast<int>(consonants.size())))
                + vowels.at(random.below(static_cast<int>(vowels.size())));
        }
        word += ends.at(random.below(static_cast<int>(ends.size())));
        if (!known.contains(word)) {
            known.insert(word);
            words.append(word);
        }
    }
    return words;
}

/// Ranks by Zipf's law through a table of quantiles.
QList<int> zipf(int size)
{
    constexpr int quantiles = 1 << 16;
    double total = 0;
    for (int rank = 0; rank < size; ++rank) {
        total += 1.0 / (rank + 2.7);
    }
    QList<int> table;
    table.reserve(quantiles);
    int rank = 0;
    double sum = 1.0 / 2.7;
    for (int i = 0; i < quantiles; ++i) {
        while (rank + 1 < size && sum / total < (i + 0.5) / quantiles) {
            ++rank;
            sum += 1.0 / (rank + 2.7);
        }
        table.append(rank);
    }
    return table;
}

constexpr std::array<const char *, 8> signs{"🔥", "❗️", "👍", "✅", "📈", "⚡️", "🇷🇺", "💰"};

} // namespace

class ArchiveData::Words {
public:
    Words()
    {
        const auto list = [](const char *text) { return QString::fromUtf8(text).split(QLatin1Char(' ')); };
        russian = vocabulary(russianCommon(), russianWords,
            list("б в г д ж з к л м н п р с т ф х ч ш пр ст кр тр гл сл др бр св вл"), list("а о у е и ы я а о е и"),
            list("к т н р л м с в д г ник тель ств ость ац ск ов ин"), 11);
        english = vocabulary(englishCommon(), englishWords,
            list("b c d f g h j k l m n p r s t v w st tr pr bl ch sh th gr cl"), list("a e i o u a e i o ea oo"),
            list("n t r l m s d ck nt st ment tion er ing al ist"), 12);
        // The rarest words: the quantiles of the table end before them.
        russianRanks = zipf(russianWords);
        englishRanks = zipf(englishWords);
        endings = list("а у е ом ы ов ам ами ах ой ого ому ый ая ое ые ых ть л ла ли ет ют");
    }

    [[nodiscard]] QString word(Random &random, bool isRussian) const
    {
        const QStringList &words = isRussian ? russian : english;
        const QList<int> &ranks = isRussian ? russianRanks : englishRanks;
        // One word in fifty is of the far end, each as likely as the other.
        const int rank = random.below(50) == 0
            ? static_cast<int>(words.size() / 2) + random.below(static_cast<int>(words.size() / 2))
            : ranks.at(random.below(static_cast<int>(ranks.size())));
        QString word = words.at(rank);
        if (isRussian && word.size() > 2 && rank >= 30 && random.below(3) != 0) {
            word += endings.at(random.below(static_cast<int>(endings.size())));
        } else if (!isRussian && word.size() > 3 && random.below(5) == 0) {
            word += random.below(2) == 0 ? QLatin1String("s") : QLatin1String("ed");
        }
        return word;
    }

    QStringList russian;
    QStringList english;
    QList<int> russianRanks;
    QList<int> englishRanks;
    QStringList endings;
};

ArchiveData::ArchiveData(qint64 posts)
    : m_posts(posts)
    , m_words(std::make_unique<Words>())
{
}

ArchiveData::~ArchiveData() = default;

QString ArchiveData::channelName(int channel)
{
    return QStringLiteral("archive%1").arg(channel + 1, 2, 10, QLatin1Char('0'));
}

int ArchiveData::channelOf(qint64 index)
{
    // Some channels write more than others.
    Random random(static_cast<quint64>(index) * 7 + 3);
    const int channel = random.below(archiveChannels);
    return std::min(channel, random.below(archiveChannels));
}

QString ArchiveData::russian(int rank) const
{
    return m_words->russian.at(rank);
}

QString ArchiveData::english(int rank) const
{
    return m_words->english.at(rank);
}

Post ArchiveData::post(qint64 index) const
{
    Random random(static_cast<quint64>(index) + 1'000'003);
    const int channel = channelOf(index);
    const bool isRussian = random.below(3) != 0;
    Post post;
    post.channel = channelName(channel);
    post.messageId = index + 1;
    post.postedAt = archiveStart + (archiveEnd - archiveStart) / m_posts * index / 1000 * 1000;
    const int length = static_cast<int>(shortest * std::pow(double(longest) / shortest, random.part()));
    QString &text = post.body.text;
    text.reserve(length + 20);
    if (random.below(8) == 0) {
        text += QString::fromUtf8(signs.at(static_cast<std::size_t>(random.below(signs.size())))) + QLatin1Char(' ');
    }
    bool sentence = true;
    while (text.size() < length) {
        QString word = m_words->word(random, isRussian);
        if (sentence) {
            word[0] = word.at(0).toUpper();
        }
        if (random.below(60) == 0) {
            word = QString::number(random.below(3000));
        }
        text += word;
        const int after = random.below(14);
        sentence = after == 0;
        text += sentence ? QLatin1String(". ") : after == 1 ? QLatin1String(", ") : QLatin1String(" ");
        if (sentence && random.below(6) == 0) {
            text += QLatin1Char('\n');
        }
    }
    text = text.left(longest).trimmed();
    post.body.entities = {{EntityType::Bold, 0, std::min<int>(12, static_cast<int>(text.size())), {}}};
    if (random.below(5) == 0) {
        const QString address = QStringLiteral("https://example.org/%1").arg(index);
        post.body.entities.append({EntityType::Link, 14, 4, address});
    }
    const int kind = random.below(100);
    if (kind < 43) {
        Media media;
        media.kind = kind < 30 ? MediaKind::Photo
            : kind < 38        ? MediaKind::Video
            : kind < 41        ? MediaKind::Document
                               : MediaKind::Poll;
        media.id = QStringLiteral("m%1").arg(index);
        media.url = QStringLiteral("https://cdn.example/file/%1.jpg?token=%2").arg(index).arg(random.next());
        media.width = 800;
        media.aspect = 0.75;
        post.media = {media};
        post.kind = kind < 30 ? PostKind::Photo
            : kind < 38       ? PostKind::Video
            : kind < 41       ? PostKind::Document
                              : PostKind::Poll;
    }
    const qint64 views = 10 + static_cast<qint64>(std::pow(10.0, 1 + 5 * random.part()));
    post.views = Count{views, QString::number(views), false};
    if (random.below(12) == 0) {
        const int source = random.below(archiveChannels);
        post.forwardedFrom = ForwardOrigin{QStringLiteral("Archive %1").arg(source), {}, channelName(source), 7, {}};
    }
    if (random.below(10) == 0) {
        post.author = russian(40 + random.below(60));
    }
    post.edited = random.below(33) == 0;
    return post;
}

Result<void> fillArchive(Database &database, const ArchiveData &data, const std::function<void(qint64)> &report)
{
    QList<ChannelDraft> drafts;
    for (int channel = 0; channel < archiveChannels; ++channel) {
        drafts.append({ArchiveData::channelName(channel), channel % 5 == 0 ? QStringLiteral("Папка") : QString()});
    }
    const Result<AddedChannels> added = ChannelRepository(database).addChannels(drafts, archiveEnd);
    if (!added) {
        return failure(added.error());
    }
    PostRepository posts(database);
    for (qint64 from = 0; from < data.posts(); from += chunk) {
        const qint64 to = std::min(data.posts(), from + chunk);
        QHash<int, PageToStore> pages;
        for (qint64 index = from; index < to; ++index) {
            const int channel = ArchiveData::channelOf(index);
            PageToStore &page = pages[channel];
            page.channel = added->added.at(channel).id;
            page.covered = IdRange{from + 1, to};
            page.posts.append(data.post(index));
        }
        const Result<QList<StoredPage>> stored = posts.storePages(pages.values(), archiveEnd);
        if (!stored) {
            return failure(stored.error());
        }
        if (const Result<qint64> left = posts.indexWaiting(chunk * 2); !left) {
            return failure(left.error());
        }
        report(to);
    }
    // Read but for the newest, as an operator leaves it.
    const Result<qint64> read =
        database.execute(QStringLiteral("DELETE FROM unread WHERE post_id < (SELECT min(id) FROM (SELECT id FROM posts "
                                        "ORDER BY id DESC LIMIT 5000) x)"));
    const Result<qint64> counted = database.execute(QStringLiteral(
        "UPDATE channels SET unread_count = (SELECT count(*) FROM unread u WHERE u.channel_id = channels.id)"));
    if (!read || !counted) {
        return failure(read ? counted.error() : read.error());
    }
    return {};
}

} // namespace vestnik::bench
