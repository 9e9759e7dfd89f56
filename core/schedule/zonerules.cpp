// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/schedule/zonerules.h"

#include "core/schedule/tzfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTimeZone>

#include <algorithm>
#include <limits>

namespace vestnik {

struct ZoneRules::Data {
    QByteArray id;
    OffsetTable table;
};

namespace {

constexpr qint64 namesLimit = 1024 * 1024;

/// The name in a path such as /usr/share/zoneinfo/Europe/Berlin.
QByteArray nameInPath(const QString &path)
{
    static const QString folder = QStringLiteral("/zoneinfo/");
    const qsizetype place = path.lastIndexOf(folder);
    if (place < 0) {
        return {};
    }
    QString name = path.mid(place + folder.size());
    for (const QString &prefix : {QStringLiteral("posix/"), QStringLiteral("right/")}) {
        if (name.startsWith(prefix)) {
            name.remove(0, prefix.size());
        }
    }
    return name.toUtf8();
}

bool isThere(const QByteArray &id, const QString &directory)
{
    return ZoneRules::isName(id) && QFileInfo(directory + QLatin1Char('/') + QString::fromLatin1(id)).isFile();
}

} // namespace

ZoneRules::ZoneRules()
{
    static const auto utc = std::make_shared<const Data>(Data{QByteArrayLiteral("UTC"), OffsetTable::fixed(0)});
    m_data = utc;
}

ZoneRules::ZoneRules(std::shared_ptr<const Data> data)
    : m_data(std::move(data))
{
}

bool ZoneRules::isName(const QByteArray &id)
{
    const auto belongs = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '+'
            || c == '-' || c == '/';
    };
    return !id.isEmpty() && id.size() <= 64 && id.front() != '/' && id.back() != '/' && !id.contains("//")
        && std::all_of(id.cbegin(), id.cend(), belongs);
}

Result<ZoneRules> ZoneRules::load(const QByteArray &id, const QString &directory)
{
    const QByteArray name = id.isEmpty() ? systemZoneId() : id;
    const QString subject = QString::fromUtf8(name);
    if (!isName(name)) {
        return failure(ErrorCode::InvalidArgument, subject, QStringLiteral("not the name of a time zone"));
    }
    const QString folder = directory.isEmpty() ? systemZoneDirectory() : directory;
    if (folder.isEmpty()) {
        const QTimeZone zone(name);
        if (zone.isValid()) {
            return ZoneRules(std::make_shared<const Data>(Data{name, qtOffsets(zone)}));
        }
    } else if (isThere(name, folder)) {
        QFile file(folder + QLatin1Char('/') + subject);
        if (!file.open(QIODevice::ReadOnly)) {
            return failure(ErrorCode::InvalidArgument, subject, file.errorString());
        }
        const QByteArray bytes = file.read(tzFileLimit + 1);
        if (bytes.size() > tzFileLimit) {
            return failure(ErrorCode::InvalidArgument, subject, QStringLiteral("not a time-zone file: too large"));
        }
        Result<OffsetTable> table = parseTzFile(bytes);
        if (!table) {
            return failure(ErrorCode::InvalidArgument, subject, table.error().detail);
        }
        return ZoneRules(std::make_shared<const Data>(Data{name, std::move(*table)}));
    }
    if (name == "UTC") {
        return ZoneRules();
    }
    return failure(ErrorCode::InvalidArgument, subject, QStringLiteral("unknown time zone"));
}

QByteArray ZoneRules::id() const
{
    return m_data->id;
}

ZoneRules::Span ZoneRules::spanAt(qint64 seconds) const
{
    const std::vector<qint64> &starts = m_data->table.starts;
    const auto next = std::upper_bound(starts.cbegin() + 1, starts.cend(), seconds);
    const auto index = static_cast<std::size_t>(next - starts.cbegin()) - 1;
    return {starts[index], next == starts.cend() ? std::numeric_limits<qint64>::max() : *next,
        m_data->table.offsets[index]};
}

QString systemZoneDirectory()
{
    static const QStringList usual{QStringLiteral("/usr/share/zoneinfo"), QStringLiteral("/usr/lib/zoneinfo"),
        QStringLiteral("/usr/share/lib/zoneinfo"), QStringLiteral("/etc/zoneinfo")};
    for (const QString &folder : usual) {
        // A folder alone is left behind when the package of the zones is removed.
        if (QFileInfo(folder + QLatin1String("/Etc/UTC")).isFile()
            || QFileInfo(folder + QLatin1String("/UTC")).isFile()) {
            return folder;
        }
    }
    return {};
}

QByteArray systemZoneId()
{
    // An empty variable is one that is set.
    const QByteArray variable = qgetenv("TZ");
    const bool empty = qEnvironmentVariableIsSet("TZ") && variable.isEmpty();
    return systemZoneId(
        empty ? QByteArrayLiteral("") : variable, QStringLiteral("/etc/localtime"), systemZoneDirectory());
}

QByteArray systemZoneId(const QByteArray &variable, const QString &link, const QString &directory)
{
    if (!variable.isNull()) {
        QByteArray name = variable.startsWith(':') ? variable.mid(1) : variable;
        if (name.isEmpty()) {
            return QByteArrayLiteral("UTC"); // as the C library has it
        }
        if (name.startsWith('/')) {
            name = nameInPath(QString::fromLocal8Bit(name));
        }
        if (isThere(name, directory)) {
            return name;
        }
    }
    QString path = link;
    for (int steps = 0; steps < 8 && QFileInfo(path).isSymLink(); ++steps) {
        path = QFileInfo(path).symLinkTarget();
        const QByteArray name = nameInPath(path);
        if (isThere(name, directory)) {
            return name;
        }
    }
    const QByteArray told = QTimeZone::systemTimeZoneId();
    const bool known = directory.isEmpty() ? ZoneRules::isName(told) : isThere(told, directory);
    return known ? told : QByteArrayLiteral("UTC");
}

QStringList zoneIds()
{
    QStringList names{QStringLiteral("UTC")};
    QFile list(systemZoneDirectory() + QLatin1String("/tzdata.zi"));
    if (list.open(QIODevice::ReadOnly)) {
        // "Z name …" begins a zone, "L target name" is another name of one.
        const QList<QByteArray> lines = list.read(namesLimit).split('\n');
        for (const QByteArray &line : lines) {
            const QList<QByteArray> words = line.split(' ');
            const qsizetype place = words.first() == "Z" ? 1 : words.first() == "L" ? 2 : -1;
            if (place > 0 && place < words.size() && words.at(place) != "Factory"
                && ZoneRules::isName(words.at(place))) {
                names.append(QString::fromLatin1(words.at(place)));
            }
        }
    }
    const QList<QByteArray> known = QTimeZone::availableTimeZoneIds();
    for (const QByteArray &id : known) {
        names.append(QString::fromUtf8(id));
    }
    names.sort();
    names.removeDuplicates();
    return names;
}

} // namespace vestnik
