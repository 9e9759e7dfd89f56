// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/source/webpreview/addresses.h"

#include "core/source/webpreview/counters.h"
#include "core/source/webpreview/textcollector.h"

#include <QByteArray>

#include <array>

namespace vestnik {
namespace {

constexpr std::size_t maxUrl = 16 * 1024;

bool isNameChar(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

bool startsWith(std::string_view text, std::string_view prefix)
{
    return text.substr(0, prefix.size()) == prefix;
}

/// Takes the part up to the first of `ends` from the front of `text`, and that character.
std::string_view takeUntil(std::string_view &text, std::string_view ends)
{
    const std::size_t at = text.find_first_of(ends);
    const std::string_view part = text.substr(0, at);
    text = at == std::string_view::npos ? std::string_view() : text.substr(at + 1);
    return part;
}

bool isUsername(std::string_view text)
{
    if (text.empty() || text.size() > 64) {
        return false;
    }
    for (const char c : text) {
        if (!isNameChar(c)) {
            return false;
        }
    }
    return true;
}

/// Path segments of the site that are no usernames.
bool isReserved(std::string_view segment)
{
    constexpr std::array<std::string_view, 12> reserved{"c", "joinchat", "addstickers", "addemoji", "addlist", "share",
        "proxy", "socks", "iv", "login", "boost", "invoice"};
    for (const std::string_view name : reserved) {
        if (segment == name) {
            return true;
        }
    }
    return false;
}

std::string_view withoutScheme(std::string_view url)
{
    for (const std::string_view scheme :
        {std::string_view("https://"), std::string_view("http://"), std::string_view("//")}) {
        if (startsWith(url, scheme)) {
            url.remove_prefix(scheme.size());
            break;
        }
    }
    if (!url.empty() && url.back() == '/') {
        url.remove_suffix(1);
    }
    return url;
}

std::optional<double> coordinate(std::string_view text, double limit)
{
    bool ok = false;
    const double value = text.empty() || text.size() > 40
        ? 0
        : QByteArray::fromRawData(text.data(), static_cast<qsizetype>(text.size())).toDouble(&ok);
    // The comparison also turns away what is not a number.
    return ok && value >= -limit && value <= limit ? std::optional<double>(value) : std::nullopt;
}

std::string_view parameter(std::string_view url, std::string_view key)
{
    std::string_view query = url.substr(0, url.find('#'));
    takeUntil(query, "?");
    while (!query.empty()) {
        const std::string_view item = takeUntil(query, "&");
        if (item.size() > key.size() && startsWith(item, key) && item[key.size()] == '=') {
            return item.substr(key.size() + 1);
        }
    }
    return {};
}

} // namespace

TelegramAddress telegramAddress(std::string_view url)
{
    TelegramAddress address;
    if (startsWith(url, "tg://resolve?")) {
        const std::string_view domain = parameter(url, "domain");
        if (isUsername(domain)) {
            address.username = TextCollector::toQString(domain);
            address.messageId = parseId(parameter(url, "post"));
        }
        return address;
    }
    std::string_view rest = url;
    if (!startsWith(url, "/") || startsWith(url, "//")) {
        if (withoutScheme(url).size() == url.size()) {
            return address; // neither a path nor an address with a host
        }
        rest = url.substr(url.find("//") + 2);
        const std::string_view host = takeUntil(rest, "/");
        if (host != "t.me" && host != "telegram.me" && host != "telegram.dog" && host != "www.t.me") {
            return address;
        }
    } else {
        rest.remove_prefix(1);
    }
    const std::size_t queryAt = rest.find_first_of("?#");
    const std::string_view query = queryAt == std::string_view::npos ? std::string_view() : rest.substr(queryAt + 1);
    std::string_view path = rest.substr(0, queryAt);
    std::string_view segment = takeUntil(path, "/");
    if (segment == "s") {
        segment = takeUntil(path, "/");
    }
    if (!isUsername(segment) || isReserved(segment)) {
        return address;
    }
    address.username = TextCollector::toQString(segment);
    address.messageId = parseId(takeUntil(path, "/"));
    address.single =
        query == "single" || startsWith(query, "single&") || query.find("&single") != std::string_view::npos;
    return address;
}

MessageId numberInQuery(std::string_view url, std::string_view key)
{
    return parseId(parameter(url, key));
}

QString styleUrl(std::string_view style)
{
    const std::size_t at = style.find("url(");
    if (at == std::string_view::npos) {
        return {};
    }
    std::string_view rest = style.substr(at + 4);
    if (rest.empty()) {
        return {};
    }
    const char quote = rest.front();
    if (quote == '\'' || quote == '"') {
        rest.remove_prefix(1);
        return fileUrl(rest.substr(0, rest.find(quote)));
    }
    return fileUrl(rest.substr(0, rest.find(')')));
}

double styleNumber(std::string_view style, std::string_view key)
{
    std::size_t from = 0;
    while (from < style.size()) {
        const std::size_t at = style.find(key, from);
        if (at == std::string_view::npos) {
            return 0;
        }
        from = at + key.size();
        const bool starts = at == 0 || style[at - 1] == ';' || style[at - 1] == ' ';
        if (!starts || from >= style.size() || style[from] != ':') {
            continue;
        }
        const std::size_t end = style.find_first_not_of("0123456789.", from + 1);
        const std::string_view number = style.substr(from + 1, end == std::string_view::npos ? end : end - from - 1);
        bool ok = false;
        const double value = number.size() > 24
            ? 0
            : QByteArray::fromRawData(number.data(), static_cast<qsizetype>(number.size())).toDouble(&ok);
        return ok && value < 100000 ? value : 0;
    }
    return 0;
}

QString fileUrl(std::string_view url)
{
    if (url.size() > maxUrl || startsWith(url, "data:")) {
        return {};
    }
    const QString text = TextCollector::toQString(url);
    return startsWith(url, "//") ? QString(QLatin1String("https:") + text) : text;
}

std::string linkUrl(std::string_view href, bool confirmed)
{
    std::string url(href.substr(0, maxUrl));
    for (int pass = 0; confirmed && pass < 3; ++pass) {
        std::size_t at = url.find("&amp;");
        if (at == std::string::npos) {
            break;
        }
        std::string undone;
        undone.reserve(url.size());
        std::size_t from = 0;
        while (at != std::string::npos) {
            undone.append(url, from, at + 1 - from);
            from = at + 5;
            at = url.find("&amp;", from);
        }
        undone.append(url, from);
        url = std::move(undone);
    }
    const QByteArray start =
        QByteArray(url.data(), static_cast<qsizetype>(qMin<std::size_t>(url.size(), 32))).trimmed().toLower();
    if (start.startsWith("javascript:") || start.startsWith("data:") || start.startsWith("vbscript:")) {
        return {};
    }
    return startsWith(url, "//") ? "https:" + url : url;
}

std::optional<std::pair<double, double>> mapPoint(std::string_view url)
{
    for (const std::string_view key : {std::string_view("q"), std::string_view("ll")}) {
        std::string_view value = parameter(url, key);
        const std::optional<double> latitude = coordinate(takeUntil(value, ","), 90);
        const std::optional<double> longitude = coordinate(takeUntil(value, ","), 180);
        if (latitude && longitude) {
            return std::pair(*latitude, *longitude);
        }
    }
    return std::nullopt;
}

bool showsItsAddress(std::string_view text, std::string_view url)
{
    if (text.empty()) {
        return false;
    }
    const std::string_view shown = withoutScheme(text);
    const std::string_view target = withoutScheme(url);
    return shown == target || percentDecoded(shown) == percentDecoded(target);
}

std::string percentDecoded(std::string_view text)
{
    const QByteArray decoded =
        QByteArray::fromPercentEncoding(QByteArray::fromRawData(text.data(), static_cast<qsizetype>(text.size())));
    return decoded.toStdString();
}

} // namespace vestnik
