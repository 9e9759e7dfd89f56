// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/enginefacade.h"

#include <QWidget>

class QLabel;
class QTableView;

namespace vestnik {

class RunsModel;

/// "Last runs": status, when, how long, added, failed.
class RunsCard final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunsCard)

public:
    static constexpr int shownRuns = 8;

    /// `engine` outlives it.
    explicit RunsCard(EngineFacade &engine, QWidget *parent = nullptr);

    void read();

private:
    void showEmpty();

    EngineFacade &m_engine;
    RunsModel *m_model = nullptr;
    QTableView *m_table = nullptr;
    QLabel *m_empty = nullptr;
};

} // namespace vestnik
