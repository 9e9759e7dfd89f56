// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/schedule/tzfile.h"

#include "core/schedule/posixzone.h"

#include <QDateTime>
#include <QTimeZone>
#include <QtEndian>

#include <algorithm>
#include <chrono>
#include <limits>

namespace vestnik {
namespace {

constexpr int headerSize = 44;
constexpr quint32 mostTimes = 10'000;
constexpr quint32 mostTypes = 256;
constexpr quint32 mostNames = 4'096;
constexpr quint32 mostMarks = 256;
constexpr qsizetype mostFooter = 256;
constexpr int mostOffset = 26 * 3600;

tl::unexpected<Error> damaged(const char *what)
{
    return failure(ErrorCode::InvalidArgument, {}, QString::fromLatin1(what));
}

struct Header {
    char version = 0;
    quint32 utMarks = 0;
    quint32 standardMarks = 0;
    quint32 leaps = 0;
    quint32 times = 0;
    quint32 types = 0;
    quint32 names = 0;

    /// Bytes of the block that follows, whose times have `width` bytes.
    [[nodiscard]] qsizetype blockSize(int width) const
    {
        return qsizetype(times) * (width + 1) + qsizetype(types) * 6 + qsizetype(names) + qsizetype(leaps) * (width + 4)
            + qsizetype(standardMarks) + qsizetype(utMarks);
    }
};

Result<Header> readHeader(QByteArrayView bytes)
{
    if (bytes.size() < headerSize || !bytes.startsWith("TZif")) {
        return damaged("not a time-zone file");
    }
    const auto count = [&bytes](int index) { return qFromBigEndian<quint32>(bytes.data() + 20 + index * 4); };
    Header header;
    header.version = bytes.at(4);
    header.utMarks = count(0);
    header.standardMarks = count(1);
    header.leaps = count(2);
    header.times = count(3);
    header.types = count(4);
    header.names = count(5);
    if (header.version != 0 && (header.version < '2' || header.version > '9')) {
        return damaged("unknown version of time-zone file");
    }
    if (header.times > mostTimes || header.types > mostTypes || header.names > mostNames || header.leaps > mostTimes
        || header.utMarks > mostMarks || header.standardMarks > mostMarks) {
        return damaged("damaged time-zone file: too many entries");
    }
    return header;
}

qint64 timeAt(QByteArrayView block, qsizetype index, int width)
{
    const char *place = block.data() + index * width;
    return width == 8 ? qFromBigEndian<qint64>(place) : qint64(qFromBigEndian<qint32>(place));
}

Result<OffsetTable> readBlock(const Header &header, QByteArrayView block, int width)
{
    if (header.types == 0) {
        return damaged("damaged time-zone file: no offsets");
    }
    if (header.leaps > 0) {
        // The "right" files count seconds as no clock of a computer does.
        return damaged("time-zone files with leap seconds are not supported");
    }
    const QByteArrayView kinds = block.sliced(qsizetype(header.times) * width, header.times);
    const QByteArrayView types = block.sliced(qsizetype(header.times) * (width + 1), qsizetype(header.types) * 6);
    std::vector<int> offsets;
    for (quint32 i = 0; i < header.types; ++i) {
        const auto offset = qFromBigEndian<qint32>(types.data() + qsizetype(i) * 6);
        if (offset < -mostOffset || offset > mostOffset) {
            return damaged("damaged time-zone file: an offset of more than a day");
        }
        offsets.push_back(offset);
    }
    OffsetTable table;
    table.append(OffsetTable::beginning, offsets.front());
    qint64 before = std::numeric_limits<qint64>::min();
    for (quint32 i = 0; i < header.times; ++i) {
        const qint64 at = timeAt(block, i, width);
        const auto kind = static_cast<quint8>(kinds.at(i));
        if (kind >= offsets.size() || (i > 0 && at <= before)) {
            return damaged("damaged time-zone file: its changes are out of order");
        }
        before = at;
        table.append(std::clamp(at, OffsetTable::beginning, -OffsetTable::beginning), offsets.at(kind));
    }
    return table;
}

/// The last moment at which the table itself changes anything; the rule holds from it on.
qint64 lastChange(const Header &header, QByteArrayView block)
{
    return header.times == 0
        ? OffsetTable::beginning
        : std::clamp(timeAt(block, qsizetype(header.times) - 1, 8), OffsetTable::beginning, -OffsetTable::beginning);
}

int yearOf(qint64 seconds)
{
    using namespace std::chrono;
    const year_month_day date(floor<days>(sys_seconds(std::chrono::seconds(seconds))));
    return int(date.year());
}

void goOn(OffsetTable &table, const PosixZone &rule, qint64 from)
{
    if (!rule.changes) {
        table.append(from, rule.standard);
        return;
    }
    // Before 1800 there was no such rule anywhere, and a damaged file must not make us count from the year -6,700.
    const int firstYear = std::max(1800, yearOf(from) - 1);
    std::optional<int> offset;
    qint64 latest = from;
    for (int year = firstYear; year <= OffsetTable::lastYear; ++year) {
        for (const PosixZone::Turn &turn : rule.turns(year)) {
            if (turn.at <= from) {
                offset = turn.offset;
                continue;
            }
            if (offset) {
                table.append(from, *offset);
                offset.reset();
            }
            latest = std::max(latest, turn.at);
            table.append(latest, turn.offset);
        }
    }
    if (offset) {
        table.append(from, *offset);
    }
}

} // namespace

OffsetTable OffsetTable::fixed(int offset)
{
    OffsetTable table;
    table.append(beginning, offset);
    return table;
}

OffsetTable qtOffsets(const QTimeZone &zone)
{
    const QDateTime first = QDateTime(QDate(1899, 1, 1), QTime(0, 0), Qt::UTC);
    const QDateTime last = QDateTime(QDate(OffsetTable::lastYear, 1, 1), QTime(0, 0), Qt::UTC);
    OffsetTable table = OffsetTable::fixed(zone.offsetFromUtc(first));
    const QTimeZone::OffsetDataList changes = zone.transitions(first, last);
    for (const QTimeZone::OffsetData &change : changes) {
        table.append(change.atUtc.toSecsSinceEpoch(), change.offsetFromUtc);
    }
    return table;
}

void OffsetTable::append(qint64 at, int offset)
{
    if (!starts.empty() && starts.back() == at) {
        starts.pop_back();
        offsets.pop_back();
    }
    if (!offsets.empty() && offsets.back() == offset) {
        return;
    }
    starts.push_back(at);
    offsets.push_back(offset);
}

Result<OffsetTable> parseTzFile(const QByteArray &bytes)
{
    const Result<Header> first = readHeader(bytes);
    if (!first) {
        return failure(first.error());
    }
    QByteArrayView rest = QByteArrayView(bytes).sliced(headerSize);
    if (rest.size() < first->blockSize(4)) {
        return damaged("damaged time-zone file: cut off");
    }
    if (first->version == 0) {
        return readBlock(*first, rest.first(first->blockSize(4)), 4);
    }
    rest = rest.sliced(first->blockSize(4));
    const Result<Header> header = readHeader(rest);
    if (!header) {
        return failure(header.error());
    }
    rest = rest.sliced(headerSize);
    if (rest.size() < header->blockSize(8)) {
        return damaged("damaged time-zone file: cut off");
    }
    const QByteArrayView block = rest.first(header->blockSize(8));
    Result<OffsetTable> table = readBlock(*header, block, 8);
    if (!table) {
        return table;
    }
    const QByteArrayView footer = rest.sliced(header->blockSize(8));
    const qsizetype end = footer.size() > 1 ? footer.indexOf('\n', 1) : -1;
    if (!footer.startsWith('\n') || end < 0 || end > mostFooter) {
        return damaged("damaged time-zone file: no rule at its end");
    }
    if (end > 1) {
        const std::optional<PosixZone> rule = PosixZone::parse(footer.sliced(1, end - 1));
        if (!rule) {
            return damaged("damaged time-zone file: its rule cannot be read");
        }
        goOn(*table, *rule, lastChange(*header, block));
    }
    return table;
}

} // namespace vestnik
