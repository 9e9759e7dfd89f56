// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/channels/channelmodel.h"

#include <QStyledItemDelegate>

namespace vestnik {

/// Paints the dot of a state and the title with the name in grey beside it; all other cells as the style does.
class ChannelDelegate final : public QStyledItemDelegate {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChannelDelegate)

public:
    explicit ChannelDelegate(QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    /// A dot of 10 px in the middle of `rect`: filled, a ring for paused, a half for being read. Shape and colour
    /// differ.
    static void paintDot(QPainter *painter, const QRectF &rect, ChannelState state, const QPalette &palette);

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    void paintBox(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintNumber(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintTitle(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
};

} // namespace vestnik
