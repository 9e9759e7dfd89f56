// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/channel.h"
#include "core/model/run.h"

#include <QDialog>

class QLabel;
class QRadioButton;
class QSpinBox;

namespace vestnik {

/// How far back to read the history of some channels, with an estimate of the work. To be open()ed; deletes itself when
/// closed. GUI thread.
class HistoryDialog final : public QDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HistoryDialog)

public:
    /// `pace`: requests a second, 0 = no limit.
    HistoryDialog(const QList<ChannelRow> &channels, double pace, QWidget *parent);

    [[nodiscard]] HistoryGoal goal() const;
    /// Messages that are not read yet, at most; -1 if a channel was never read, so that nobody knows.
    [[nodiscard]] static qint64 unreadMessages(const QList<ChannelRow> &channels);

Q_SIGNALS:
    void chosen(const vestnik::HistoryGoal &goal);

private:
    void updateEstimate();
    [[nodiscard]] QString estimateText() const;

    const QList<ChannelRow> m_channels;
    const double m_pace;
    QRadioButton *m_everything;
    QRadioButton *m_days;
    QRadioButton *m_posts;
    QSpinBox *m_dayCount;
    QSpinBox *m_postCount;
    QLabel *m_estimate;
};

} // namespace vestnik
