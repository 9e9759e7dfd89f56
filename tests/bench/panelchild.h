// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/loopguard.h"
#include "core/engine/enginelink.h"
#include "tests/bench/paneloperator.h"
#include "ui/shell/windowhost.h"

#include <QElapsedTimer>
#include <QJsonObject>
#include <QObject>
#include <QStringList>
#include <QTimer>

#include <memory>

namespace vestnik::bench {

/// What the panel of a process of its own is to do.
struct PanelTask {
    QString dataDir;
    qint64 beganNs = 0; ///< when its process was started, monotonicNs()
    QString server; ///< empty: show the window, nothing else
    QStringList channels; ///< to be added and read to the end
    QString page; ///< to be open meanwhile
    QString query; ///< not empty: somebody works at the Posts page during the run and types this
    double pace = 0; ///< requests a second of the run; 0 as fast as it goes
};

/// The panel as the program builds it, measured: time to the first paint, then the loops during a run, which is
/// cancelled when the work at the Posts page is done. Prints one JSON line and ends the application. Lives on the GUI
/// thread.
class MeasuredPanel final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MeasuredPanel)

public:
    MeasuredPanel(const PanelTask &task, const std::shared_ptr<LoopGuard> &guard);

    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void onShown();
    void onSettled();
    void onStored(const StoredNews &news);
    void onWorked(const QJsonObject &work, const QString &problem);
    void onRunFinished(const RunRecord &run);
    void report();
    void fail(const Error &error);

    const PanelTask m_task;
    EngineLink m_link;
    WindowHost m_window;
    QTimer m_settle;
    PanelOperator *m_operator = nullptr; ///< at work
    QElapsedTimer m_atWork;
    qint64 m_storedAtWork = 0;
    RunId m_run = 0; ///< goes on
    QJsonObject m_report;
    bool m_painted = false;
};

/// The child process: QApplication, guard and panel. Returns the exit code.
[[nodiscard]] int runPanelChild(int &argc, char **argv, const PanelTask &task);

} // namespace vestnik::bench
