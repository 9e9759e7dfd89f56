// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/guardedapplication.h"

#include <QCoreApplication>
#include <QTest>

/// main() of a test whose event loop LoopGuard watches, as the program's.
#define VESTNIK_GUARDED_MAIN(Test)                                                                                     \
    int main(int argc, char **argv)                                                                                    \
    {                                                                                                                  \
        vestnik::GuardedApplication<QCoreApplication> application(argc, argv);                                         \
        Test test;                                                                                                     \
        return QTest::qExec(&test, argc, argv);                                                                        \
    }
