// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStyledItemDelegate>

namespace vestnik {

struct PostSummary;

/// Paints a post as two lines beside the coloured initial of its channel. Rows of one font are equally high. GUI
/// thread.
class PostDelegate final : public QStyledItemDelegate {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PostDelegate)

public:
    explicit PostDelegate(QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    [[nodiscard]] static int rowHeight(const QFont &font);

private:
    void paintGround(QPainter *painter, const QStyleOptionViewItem &option) const;
    static void paintLoading(QPainter *painter, const QStyleOptionViewItem &option);
    static void paintInitial(
        QPainter *painter, const QRect &circle, const PostSummary &post, const QFont &font, bool selected);
    static void paintLines(
        QPainter *painter, const QRect &area, const PostSummary &post, const QStyleOptionViewItem &option);
    /// Icons and views at the right of the second line; returns where they begin.
    static int paintMarks(QPainter *painter, const QRect &line, const PostSummary &post,
        const QStyleOptionViewItem &option, const QColor &soft);
};

} // namespace vestnik
