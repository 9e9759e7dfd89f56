// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/archive/compact.h"

#include "core/archive/controlled.h"
#include "core/store/reads.h"
#include "core/store/storecompact.h"

namespace vestnik {

Result<TaskReport> compactStore(Database &database, const TaskControl &control)
{
    const Controlled controlled(database, control);
    const Result<StorageFacts> before = readStorage(database);
    if (!before) {
        return failure(before.error());
    }
    control.report(0, -1);
    if (const Result<void> done = storecompact::vacuum(database); !done) {
        return failure(done.error());
    }
    const Result<StorageFacts> after = readStorage(database);
    if (!after) {
        return failure(after.error());
    }
    TaskReport report;
    report.add(QStringLiteral("bytes_before"), before->bytes);
    report.add(QStringLiteral("bytes_after"), after->bytes);
    report.add(QStringLiteral("bytes_freed"), std::max<qint64>(0, before->bytes - after->bytes));
    return report;
}

} // namespace vestnik
