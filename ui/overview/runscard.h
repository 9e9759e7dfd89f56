// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/enginefacade.h"

#include <QWidget>

class QLabel;
class QTableView;
class QVariant;

namespace vestnik {

class RunsModel;

/// "Last runs": status and why, when, how long, added, failed. A double click shows the run on its page.
class RunsCard final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunsCard)

public:
    static constexpr int shownRuns = 7; ///< what fits without scrolling at 1280 × 800

    /// `engine` outlives it.
    explicit RunsCard(EngineFacade &engine, QWidget *parent = nullptr);

    void read();

Q_SIGNALS:
    void pageRequested(const QString &pageId, const QVariant &what);

private:
    void showEmpty();

    EngineFacade &m_engine;
    RunsModel *m_model = nullptr;
    QTableView *m_table = nullptr;
    QLabel *m_empty = nullptr;
};

} // namespace vestnik
