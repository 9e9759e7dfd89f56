// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/enginefacade.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QLabel;
class QSettings;
class QStackedLayout;
class QVBoxLayout;

namespace vestnik {

class BarChart;
struct BarChartData;
class LayoutKeeper;

/// Three charts above the history: posts per hour, durations per day, results per day. Reads while it is shown and
/// after each run that ends. GUI thread; `engine` outlives it.
class RunChartStrip final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunChartStrip)

public:
    explicit RunChartStrip(EngineFacade &engine, QWidget *parent = nullptr);

    void keepLayout(LayoutKeeper &keeper, const QSettings &settings, const QString &group);
    void read();

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Cell {
        QLabel *legend = nullptr;
        BarChart *chart = nullptr;
        QStackedLayout *stack = nullptr;
    };
    [[nodiscard]] Cell addCell(
        QLayout *row, const QString &title, const char *name, QComboBox *choice, const QString &none);
    [[nodiscard]] QComboBox *makeChoice(const char *name, const QString &label);
    void draw(const RunChartQuery &query, const RunCharts &charts);
    void showHours(const QList<qint64> &bounds, const QList<qint64> &posts);
    void showDurations(const QList<qint64> &bounds, const QList<RunCharts::Day> &days);
    void showResults(const QList<qint64> &bounds, const QList<RunCharts::Day> &days);
    static void fill(Cell &cell, const BarChartData &made);

    EngineFacade &m_engine;
    QComboBox *m_hoursChoice;
    QComboBox *m_daysChoice;
    Cell m_hours;
    Cell m_durations;
    Cell m_results;
    QTimer m_soon; ///< several runs may end together
    QTimer m_minute; ///< hours and days go on without runs
    ReadId m_read = 0;
    int m_generation = 0;
};

} // namespace vestnik
