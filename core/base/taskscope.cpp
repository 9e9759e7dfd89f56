// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/taskscope.h"

#include "core/base/logging.h"

#include <exception>

namespace vestnik {

TaskScope::~TaskScope()
{
    Q_ASSERT(m_live == 0);
}

void TaskScope::spawn(QCoro::Task<> task)
{
    ++m_live;
    supervise(std::move(task));
}

QCoro::Task<> TaskScope::supervise(QCoro::Task<> task)
{
    try {
        co_await task;
    } catch (const std::exception &exception) {
        qCCritical(lcEngine) << "a task ended with an exception:" << exception.what();
    } catch (...) {
        qCCritical(lcEngine) << "a task ended with an unknown exception";
    }
    if (--m_live == 0 && m_onIdle) {
        m_onIdle();
    }
}

} // namespace vestnik
