// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/measure.h"

#include <QFile>
#include <QLocale>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <sys/resource.h>

namespace vestnik::bench {

namespace {

constexpr int nameWidth = 44;
constexpr int cellWidth = 16;

qint64 cpuNs()
{
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    const auto ns = [](const timeval &time) {
        return qint64(time.tv_sec) * 1'000'000'000 + qint64(time.tv_usec) * 1000;
    };
    return ns(usage.ru_utime) + ns(usage.ru_stime);
}

} // namespace

qint64 monotonicNs()
{
    timespec time{};
    ::clock_gettime(CLOCK_MONOTONIC, &time);
    return qint64(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

Meter::Meter()
    : m_wallNs(monotonicNs())
    , m_cpuNs(cpuNs())
{
}

Cost Meter::cost(qint64 posts) const
{
    return {double(monotonicNs() - m_wallNs) / 1e6, double(cpuNs() - m_cpuNs) / 1e6, posts};
}

double peakMemoryMb()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly)) {
        return -1;
    }
    const QList<QByteArray> lines = status.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("VmHWM:")) {
            return line.mid(6).trimmed().split(' ').first().toDouble() / 1024;
        }
    }
    return -1;
}

double median(QList<double> values)
{
    if (values.isEmpty()) {
        return 0;
    }
    std::sort(values.begin(), values.end());
    const qsizetype middle = values.size() / 2;
    return values.size() % 2 == 1 ? values.at(middle) : (values.at(middle - 1) + values.at(middle)) / 2;
}

void printRow(const QString &name, const QStringList &cells)
{
    QString line = name.leftJustified(nameWidth);
    for (const QString &cell : cells) {
        line += cell.rightJustified(cellWidth);
    }
    printLine(line);
}

void printLine(const QString &text)
{
    std::printf("%s\n", qUtf8Printable(text));
    std::fflush(stdout);
}

QString number(double value, int decimals)
{
    return QLocale(QLocale::English, QLocale::UnitedStates).toString(value, 'f', decimals);
}

} // namespace vestnik::bench
