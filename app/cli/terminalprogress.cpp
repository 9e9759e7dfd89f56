// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/terminalprogress.h"

#include <cstdio>
#include <unistd.h>

namespace vestnik {
namespace {

constexpr int intervalMs = 200;

} // namespace

TerminalProgress::TerminalProgress(UnixSignals &signals, const TaskControl &control, bool quiet, QObject *parent)
    : QObject(parent)
    , m_control(control)
{
    connect(&signals, &UnixSignals::endRequested, this, [this] { m_control.cancel(); });
    if (!quiet && ::isatty(STDERR_FILENO) != 0) {
        connect(&m_timer, &QTimer::timeout, this, &TerminalProgress::show);
        m_timer.start(intervalMs);
    }
}

TerminalProgress::~TerminalProgress()
{
    if (m_shown) {
        show();
        std::fputc('\n', stderr);
    }
}

void TerminalProgress::show()
{
    m_shown = true;
    if (m_control.total() > 0) {
        std::fprintf(stderr, "\r%lld/%lld posts ", m_control.done(), m_control.total());
    } else {
        std::fprintf(stderr, "\r%lld posts ", m_control.done());
    }
    std::fflush(stderr);
}

} // namespace vestnik
