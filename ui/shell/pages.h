// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>

#include <functional>

class QSettings;
class QWidget;

namespace vestnik {

class EngineFacade;
class Page;

/// Makes one page; `settings` is window.ini, where the page keeps its layout. Engine and settings outlive the page.
using PageMaker = std::function<Page *(EngineFacade &engine, QSettings &settings, QWidget *parent)>;

/// All pages in the order of the navigation. A new page is one line here.
[[nodiscard]] QList<PageMaker> pageMakers();

} // namespace vestnik
