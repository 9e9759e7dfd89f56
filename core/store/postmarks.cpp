// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/postmarks.h"

#include <algorithm>
#include <array>

#include "core/model/channelnames.h"
#include "core/model/wordforms.h"
#include "core/store/postrow.h"

namespace vestnik::postmarks {
namespace {

constexpr int lettersLookedAt = 400;

QByteArray mark(const char *kind, const QByteArray &value)
{
    return QByteArray(kind) + value;
}

/// Names of channels differ by letters and digits; underscores end words.
QByteArray usernameMark(const QString &username)
{
    QByteArray value = username.toLower().toUtf8();
    value.replace('_', "");
    return mark("0u", value);
}

QList<QByteArray> wordMarks(const char *kind, const QString &text)
{
    QList<QByteArray> marks;
    for (const TextWord &word : WordForms::ofThread().words(text)) {
        const QByteArray made = mark(kind, word.form);
        if (!marks.contains(made)) {
            marks.append(made);
        }
    }
    return marks;
}

const char *mediaName(MediaKind kind)
{
    switch (kind) {
    case MediaKind::Photo:
        return "photo";
    case MediaKind::Video:
    case MediaKind::Gif:
    case MediaKind::Round:
        return "video";
    case MediaKind::Voice:
        return "voice";
    case MediaKind::Audio:
        return "audio";
    case MediaKind::Document:
        return "file";
    case MediaKind::Poll:
        return "poll";
    case MediaKind::Sticker:
    case MediaKind::Location:
    case MediaKind::Contact:
    case MediaKind::Unsupported:
        break;
    }
    return nullptr;
}

void appendOnce(QList<QByteArray> &marks, const QByteArray &value)
{
    if (!marks.contains(value)) {
        marks.append(value);
    }
}

/// Letters of a text by what they tell about its language.
struct Letters {
    int cyrillic = 0;
    int latin = 0;
    int accented = 0; ///< Latin with accents
    int ukrainian = 0; ///< ї є ґ
    int dottedI = 0; ///< і: Ukrainian, Belarusian, Kazakh
    int belarusian = 0; ///< ў
    int kazakh = 0; ///< ә ғ қ ң ө ұ ү һ
    int russian = 0; ///< ы э ъ
    std::array<int, 8> others{};

    static constexpr std::array<const char *, 8> otherNames{"el", "he", "ar", "hy", "ka", "zh", "ja", "ko"};

    void add(char32_t point);
    [[nodiscard]] QString language() const;
};

void Letters::add(char32_t point)
{
    if ((point >= U'a' && point <= U'z') || (point >= U'A' && point <= U'Z')) {
        ++latin;
        return;
    }
    switch (QChar::script(point)) {
    case QChar::Script_Cyrillic: {
        const char32_t letter = QChar::toCaseFolded(point);
        ++cyrillic;
        ukrainian += letter == U'ї' || letter == U'є' || letter == U'ґ' ? 1 : 0;
        dottedI += letter == U'і' ? 1 : 0;
        belarusian += letter == U'ў' ? 1 : 0;
        russian += letter == U'ы' || letter == U'э' || letter == U'ъ' ? 1 : 0;
        static constexpr std::u32string_view kazakhOnly = U"әғқңөұүһ";
        kazakh += kazakhOnly.find(letter) != std::u32string_view::npos ? 1 : 0;
        break;
    }
    case QChar::Script_Latin:
        ++latin;
        ++accented;
        break;
    case QChar::Script_Greek:
        ++others[0];
        break;
    case QChar::Script_Hebrew:
        ++others[1];
        break;
    case QChar::Script_Arabic:
        ++others[2];
        break;
    case QChar::Script_Armenian:
        ++others[3];
        break;
    case QChar::Script_Georgian:
        ++others[4];
        break;
    case QChar::Script_Han:
        ++others[5];
        break;
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
        // Japanese writes with both: a few of these among Han tell it.
        others[6] += 4;
        break;
    case QChar::Script_Hangul:
        ++others[7];
        break;
    default:
        break;
    }
}

QString Letters::language() const
{
    const auto most = std::max_element(others.begin(), others.end());
    if (*most > cyrillic && *most > latin) {
        return QString::fromLatin1(otherNames.at(static_cast<std::size_t>(most - others.begin())));
    }
    if (cyrillic == 0 && latin == 0) {
        return {};
    }
    if (latin > cyrillic) {
        // English has hardly any accents; one in fifty letters is another language.
        return accented * 50 > latin ? QString() : QStringLiteral("en");
    }
    if (kazakh > 0) {
        return QStringLiteral("kk");
    }
    if (belarusian > 0) {
        return QStringLiteral("be");
    }
    return ukrainian + dottedI > russian ? QStringLiteral("uk") : QStringLiteral("ru");
}

} // namespace

QString guessedLanguage(const QString &text)
{
    Letters letters;
    int seen = 0;
    for (qsizetype i = 0; i < text.size() && seen < lettersLookedAt; ++i) {
        char32_t point = text.at(i).unicode();
        if (QChar::isHighSurrogate(static_cast<char16_t>(point)) && i + 1 < text.size()) {
            point = QChar::surrogateToUcs4(text.at(i), text.at(i + 1));
            ++i;
        }
        if (QChar::isLetter(point)) {
            letters.add(point);
            ++seen;
        }
    }
    return letters.language();
}

QList<QByteArray> signMarks(const QString &text)
{
    QList<QByteArray> marks;
    char32_t last = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        char32_t point = text.at(i).unicode();
        if (QChar::isHighSurrogate(static_cast<char16_t>(point)) && i + 1 < text.size()) {
            point = QChar::surrogateToUcs4(text.at(i), text.at(i + 1));
            ++i;
        }
        if (point != last && isSearchSign(point)) {
            last = point;
            appendOnce(marks, mark("0e", QByteArray::number(QChar::toCaseFolded(point), 16)));
        }
    }
    return marks;
}

QByteArray channelMark(ChannelId channel)
{
    return mark("0c", QByteArray::number(channel));
}

QString marksOf(const Post &post, ChannelId channel, bool hasLink)
{
    QList<QByteArray> marks{everyPost, channelMark(channel)};
    if (hasLink) {
        marks.append(mark("0h", "link"));
    }
    if (post.linkPreview && !post.linkPreview->title.isEmpty()) {
        marks.append(mark("0h", "article"));
    }
    for (const Media &media : post.media) {
        if (const char *name = mediaName(media.kind)) {
            appendOnce(marks, mark("0h", name));
        }
    }
    if (!post.media.isEmpty()) {
        marks.append(mark("0h", "media"));
    }
    if (const QString language = guessedLanguage(post.body.text); !language.isEmpty()) {
        marks.append(mark("0l", language.toLatin1()));
    }
    if (post.forwardedFrom) {
        marks.append(mark("0i", "forwarded"));
        marks += wordMarks("0f", post.forwardedFrom->name);
        if (!post.forwardedFrom->channel.isEmpty()) {
            marks.append(usernameMark(post.forwardedFrom->channel));
        }
    }
    if (post.replyTo) {
        marks.append(mark("0i", "reply"));
    }
    if (!post.author.isEmpty()) {
        marks += wordMarks("0a", post.author);
    }
    marks += signMarks(post.body.text);
    return QString::fromUtf8(marks.join(' '));
}

QString marksOfRow(const PostRow &row)
{
    return marksOf(toPost(row, {}), row.channelId, row.hasLink);
}

bool sameMarks(const PostRow &a, const PostRow &b)
{
    return a.text == b.text && a.hasLink == b.hasLink && a.preview == b.preview && a.media == b.media
        && a.forward == b.forward && a.reply == b.reply && a.author == b.author && a.channelId == b.channelId;
}

std::optional<QList<QList<QByteArray>>> marksFor(const SearchNode &filter)
{
    using Groups = QList<QList<QByteArray>>;
    const auto orNothing = [](const QList<QByteArray> &group) { return group.isEmpty() ? Groups() : Groups{group}; };
    const QByteArray value = canonicalSearchValue(filter.field, filter.text).toLatin1();
    switch (filter.field) {
    case SearchField::Has:
        if (value == "note" || value == "tag") {
            return std::nullopt;
        }
        return Groups{{mark("0h", value)}};
    case SearchField::Lang:
        return Groups{{mark("0l", value)}};
    case SearchField::Is:
        if (value == "forwarded" || value == "reply") {
            return Groups{{mark("0i", value)}};
        }
        return std::nullopt;
    case SearchField::Author:
        return orNothing(wordMarks("0a", filter.text));
    case SearchField::From: {
        const QList<NameFinding> names = findChannelNames(filter.text);
        const bool named = names.size() == 1 && names.first().kind == NameFinding::Kind::Name;
        const bool address = filter.text.contains(QLatin1Char('@')) || filter.text.contains(QLatin1Char('/'));
        Groups groups = named && address ? Groups() : orNothing(wordMarks("0f", filter.text));
        if (named) {
            groups.append({usernameMark(names.first().username)});
        }
        return groups;
    }
    default:
        return std::nullopt;
    }
}

} // namespace vestnik::postmarks
