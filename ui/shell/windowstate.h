// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QRect>
#include <QSettings>
#include <QString>

namespace vestnik {

/// Where the window stood and what it showed. Read from window.ini with every value checked; damage gives the defaults.
struct WindowState {
    QRect geometry; ///< of the normal (not maximised) window; null: none was kept
    bool maximized = false;
    bool navigationCollapsed = false;
    QString page; ///< Page::id(), empty: the first

    [[nodiscard]] static WindowState load(const QSettings &settings);
    void save(QSettings &settings) const;

    [[nodiscard]] bool operator==(const WindowState &) const = default;
};

/// A rectangle that can be seen and grabbed: pulled back where it lies outside of all screens, cut to the screen it is
/// on, 1280 × 800 in the middle of the first screen if `wanted` is null. `screens` are the available areas, at least
/// one.
[[nodiscard]] QRect visibleGeometry(const QRect &wanted, const QList<QRect> &screens);

} // namespace vestnik
