// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/enginefacade.h"

#include <QTimer>
#include <QWidget>

class QProgressBar;
class QPushButton;

namespace vestnik {

class LinkButton;
class TaskLine;

/// The bottom of the window: the going run with numbers, time left and Cancel; likewise the long tasks; the size of the
/// database. A click opens the page behind it.
class StatusLine final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StatusLine)

public:
    /// `engine` outlives it.
    explicit StatusLine(EngineFacade &engine, QWidget *parent = nullptr);

    /// One line about a run: "Run 814: 37/214 channels, 512 posts, 1:40 left".
    [[nodiscard]] static QString describe(const RunProgress &progress);

Q_SIGNALS:
    void pageRequested(const QString &pageId, const QVariant &what);
    /// The user wants to see all tasks.
    void activityRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void followStatus(const EngineStatus &status);
    void followProgress(const RunProgress &progress);
    void readSize();

    EngineFacade &m_engine;
    LinkButton *m_run = nullptr;
    QProgressBar *m_bar = nullptr;
    QPushButton *m_cancel = nullptr;
    TaskLine *m_tasks = nullptr;
    LinkButton *m_channels = nullptr;
    LinkButton *m_size = nullptr;
    QTimer m_sizeTimer;
    RunProgress m_progress;
};

} // namespace vestnik
