// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>
#include <QtGlobal>

namespace vestnik::bench {

/// What one piece of work took. CPU is that of the whole process, all threads, user and system.
struct Cost {
    double wallMs = 0;
    double cpuMs = 0;
    qint64 posts = 0;

    [[nodiscard]] double postsPerSecond() const { return wallMs > 0 ? double(posts) * 1000 / wallMs : 0; }
    [[nodiscard]] double cpuPerThousand() const { return posts > 0 ? cpuMs * 1000 / double(posts) : 0; }
    [[nodiscard]] Cost operator+(const Cost &more) const { return {wallMs + more.wallMs, cpuMs + more.cpuMs, posts}; }
};

/// Runs from its making.
class Meter final {
public:
    Meter();
    [[nodiscard]] Cost cost(qint64 posts) const;

private:
    const qint64 m_wallNs;
    const qint64 m_cpuNs;
};

/// CLOCK_MONOTONIC, the same for all processes of the computer, ns.
[[nodiscard]] qint64 monotonicNs();
/// Highest resident memory of this process so far, MiB; -1 unknown.
[[nodiscard]] double peakMemoryMb();

[[nodiscard]] double median(QList<double> values);

/// One line of a table on standard output: text left, the rest right-aligned.
void printRow(const QString &name, const QStringList &cells);
void printLine(const QString &text);
/// With thousands separated.
[[nodiscard]] QString number(double value, int decimals = 0);

} // namespace vestnik::bench
