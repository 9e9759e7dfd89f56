// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/run.h"

#include <QHash>
#include <QScrollArea>

class QGridLayout;
class QLabel;

namespace vestnik {

/// All that is known about one run, in words and exact times. GUI thread.
class RunDetails final : public QScrollArea {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunDetails)

public:
    explicit RunDetails(QWidget *parent = nullptr);

    void showRun(const RunRecord &run);
    /// "Caption<tab>value" lines.
    [[nodiscard]] QString text() const;

private:
    enum Line {
        Number,
        Work,
        Job,
        Origin,
        Due,
        Queued,
        Started,
        Finished,
        Took,
        Attempt,
        Reason,
        Channels,
        Posts,
        Size,
        Problem,
        Advice,
        Technical,
        LineCount
    };
    void addLine(QGridLayout *form, Line line, const QString &caption, const char *name);
    void fill(Line line, const QString &text);

    QHash<int, QLabel *> m_captions;
    QHash<int, QLabel *> m_values;
};

} // namespace vestnik
