// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/windowstate.h"

#include <algorithm>

namespace vestnik {
namespace {

const QLatin1String geometryKey("window/geometry");
const QLatin1String maximizedKey("window/maximized");
const QLatin1String collapsedKey("window/navigationCollapsed");
const QLatin1String pageKey("window/page");

constexpr int smallestSide = 200;
constexpr int largestSide = 32'000;
constexpr int graspWidth = 120; // so much of the title bar must be on a screen
constexpr int graspHeight = 40;

} // namespace

WindowState WindowState::load(const QSettings &settings)
{
    WindowState state;
    if (settings.status() != QSettings::NoError) {
        return state;
    }
    const QRect rect = settings.value(geometryKey).toRect();
    const auto sane = [](int side) { return side >= smallestSide && side <= largestSide; };
    if (sane(rect.width()) && sane(rect.height()) && std::abs(rect.x()) < largestSide
        && std::abs(rect.y()) < largestSide) {
        state.geometry = rect;
    }
    state.maximized = settings.value(maximizedKey).toBool();
    state.navigationCollapsed = settings.value(collapsedKey).toBool();
    state.page = settings.value(pageKey).toString();
    return state;
}

void WindowState::save(QSettings &settings) const
{
    settings.setValue(geometryKey, geometry);
    settings.setValue(maximizedKey, maximized);
    settings.setValue(collapsedKey, navigationCollapsed);
    settings.setValue(pageKey, page);
}

QRect visibleGeometry(const QRect &wanted, const QList<QRect> &screens)
{
    if (screens.isEmpty()) {
        return wanted;
    }
    QRect home = screens.first();
    int best = 0;
    for (const QRect &screen : screens) {
        const QRect common = screen.intersected(wanted);
        if (const int area = common.width() * common.height(); area > best) {
            best = area;
            home = screen;
        }
    }
    QRect rect(QPoint(), wanted.isNull() ? QSize(1280, 800) : wanted.size());
    rect.setSize(rect.size().boundedTo(home.size()));
    if (wanted.isNull()) {
        rect.moveCenter(home.center());
        return rect;
    }
    rect.moveTopLeft(wanted.topLeft());
    const QRect grasp = QRect(rect.topLeft(), QSize(rect.width(), graspHeight)).intersected(home);
    if (grasp.width() < std::min(graspWidth, rect.width()) || grasp.height() < graspHeight) {
        rect.moveLeft(std::clamp(rect.left(), home.left(), home.right() - rect.width() + 1));
        rect.moveTop(std::clamp(rect.top(), home.top(), home.bottom() - rect.height() + 1));
    }
    return rect;
}

} // namespace vestnik
