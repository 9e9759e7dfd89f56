// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHeaderView>
#include <QStyledItemDelegate>

namespace vestnik {

class JobModel;

/// Paints jobs in two lines and their bands; tells what stands at a place of a band. The index's model is a proxy of
/// `model`, which outlives it. GUI thread.
class JobDelegate final : public QStyledItemDelegate {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JobDelegate)

public:
    JobDelegate(const JobModel *model, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
        const QModelIndex &index) override;
    /// Text for a place in the band of a job's row, x in the same coordinates as `cell`.
    [[nodiscard]] QString bandTip(const QModelIndex &index, const QRectF &cell, double x) const;

private:
    void paintLines(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintBand(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    [[nodiscard]] int rowOf(const QModelIndex &index) const;

    const JobModel *const m_model;
};

/// Column titles; that of the bands is the hours of the next day. GUI thread.
class JobHeader final : public QHeaderView {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JobHeader)

public:
    JobHeader(const JobModel *model, QWidget *parent);

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;

private:
    void paintHours(QPainter *painter, const QRect &rect) const;

    const JobModel *const m_model;
};

} // namespace vestnik
