// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/archive/compact.h"

#include "core/archive/controlled.h"
#include "core/store/storecompact.h"

#include <algorithm>

namespace vestnik {

Result<TaskReport> compactStore(Database &database, const TaskControl &control)
{
    const Controlled controlled(database, control);
    const qint64 before = database.fileBytes();
    control.report(0, -1);
    if (const Result<void> done = storecompact::vacuum(database); !done) {
        return failure(done.error());
    }
    const qint64 after = database.fileBytes();
    TaskReport report;
    report.add(QStringLiteral("bytes_before"), before);
    report.add(QStringLiteral("bytes_after"), after);
    report.add(QStringLiteral("bytes_freed"), std::max<qint64>(0, before - after));
    return report;
}

} // namespace vestnik
