// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QSettings>
#include <QTimer>

#include <functional>

class QHeaderView;
class QSplitter;
class QTableView;

namespace vestnik {

/// Keeps splitters and table columns of one page in window.ini: read once when given, saved 300 ms after each change.
/// State that cannot be read is ignored. `settings` outlives it. GUI thread.
///
/// What is pending is saved when it goes, so it must go before the widgets that it keeps: a std::unique_ptr member of
/// the page, without a parent.
class LayoutKeeper final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LayoutKeeper)

public:
    static constexpr int delayMs = 300;

    /// Keys are `<group>/<name of the widget>`.
    LayoutKeeper(QSettings &settings, const QString &group, QObject *parent = nullptr);
    ~LayoutKeeper() override;

    /// The widget needs an objectName.
    void keep(QSplitter *splitter);
    /// Widths, order, sorting and hidden columns; also adds the column chooser (right click on the header).
    /// Column 0 cannot be hidden.
    void keep(QTableView *table);
    /// Any other value, called when something changed().
    void keep(const QString &name, std::function<QVariant()> value);
    void changed() { m_timer.start(); }

private:
    void save();
    void chooseColumns(QHeaderView *header, const QPoint &at);

    QSettings &m_settings;
    const QString m_group;
    QTimer m_timer;
    QList<std::pair<QString, std::function<QVariant()>>> m_values;
};

} // namespace vestnik
