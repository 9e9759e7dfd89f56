// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/overview/attention.h"

#include "ui/widgets/texts.h"

#include <algorithm>

namespace vestnik {

bool Attention::canRetry(ErrorCode code)
{
    switch (code) {
    case ErrorCode::PreviewDisabled:
    case ErrorCode::NameIsGroup:
    case ErrorCode::NameIsUser:
    case ErrorCode::NameIsBot:
    case ErrorCode::NoSuchName:
        return false;
    default:
        return true;
    }
}

QList<AttentionItem> Attention::find(const EngineStatus &status, const QList<ChannelRow> &failing, qint64 now)
{
    QList<AttentionItem> items;
    const auto addError = [&](const Error &error) {
        if (error.code != ErrorCode::None) {
            AttentionItem item;
            item.title = texts::error(error);
            item.reason = texts::advice(error);
            item.fix = AttentionItem::Fix::OpenDiagnostics;
            items.append(item);
        }
    };
    addError(status.storeError);
    if (status.scheduler == SchedulerState::Failed) {
        addError(status.error);
    }
    for (const HostState &host : status.hosts) {
        if (host.pausedUntil > now || host.waitingUntil > now) {
            AttentionItem item;
            item.bad = false;
            item.title = texts::hostState(host, now);
            item.reason =
                host.error.code == ErrorCode::None ? tr("Vestnik goes on by itself.") : texts::error(host.error);
            item.fix = AttentionItem::Fix::OpenSettings;
            items.append(item);
        }
    }
    QList<ChannelRow> rows = failing;
    std::sort(rows.begin(), rows.end(), [](const ChannelRow &a, const ChannelRow &b) {
        return std::tie(a.failingSince, a.id) < std::tie(b.failingSince, b.id);
    });
    for (const ChannelRow &row : std::as_const(rows)) {
        AttentionItem item;
        item.title = row.title.isEmpty() ? QLatin1Char('@') + row.username : row.title;
        item.reason = texts::error(row.error);
        if (row.failingSince > 0) {
            item.reason = tr("%1 Failing for %2.", "error sentence, duration")
                              .arg(item.reason, texts::durationWords(std::max<qint64>(0, now - row.failingSince)));
        }
        item.fix = canRetry(row.error.code) ? AttentionItem::Fix::Retry : AttentionItem::Fix::OpenChannel;
        item.channel = row.id;
        items.append(item);
    }
    return items;
}

} // namespace vestnik
