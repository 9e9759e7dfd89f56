// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/overview/attention.h"
#include "ui/widgets/page.h"

#include <QHash>
#include <QTimer>

class QLabel;
class QVBoxLayout;

namespace vestnik {

/// "Needs attention": failing channels, hosts, the store; each line with its one fixing button.
class AttentionCard final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AttentionCard)

public:
    static constexpr int shownLines = 5; ///< the rest is one line that opens the Channels page

    /// `engine` outlives it.
    explicit AttentionCard(EngineFacade &engine, QWidget *parent = nullptr);

    void readChannels();

Q_SIGNALS:
    void pageRequested(const QString &pageId, const QVariant &what);
    void messageRequested(const vestnik::InfoMessage &message);
    /// Number of lines, shown and not.
    void counted(int lines);

private:
    void take(const QList<ChannelRow> &rows);
    void build();
    [[nodiscard]] QWidget *makeLine(const AttentionItem &item, int number);
    void fix(const AttentionItem &item);

    EngineFacade &m_engine;
    QHash<ChannelId, ChannelRow> m_failing;
    QList<AttentionItem> m_items;
    QVBoxLayout *m_lines = nullptr;
    QTimer m_timer; ///< collects changes: a run changes rows four times a second
    QTimer m_countdown; ///< hosts have one
};

} // namespace vestnik
