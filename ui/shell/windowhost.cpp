// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/windowhost.h"

#include "core/engine/enginefacade.h"
#include "ui/shell/mainwindow.h"

#include <QApplication>
#include <QSettings>

namespace vestnik {

WindowHost::WindowHost(QApplication *application, EngineFacade &engine, const QString &windowFile, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_windowFile(windowFile)
    , m_theme(application)
{
    // The program ends by its protocol, not because no window is left for a moment.
    QGuiApplication::setQuitOnLastWindowClosed(false);
    const Settings settings = engine.settings();
    m_themeMode = settings.text(SettingId::Theme);
    m_languageSetting = settings.text(SettingId::Language);
    m_theme.apply(m_themeMode);
    m_language.apply(m_languageSetting);
    // Queued: the change may come from a widget of the window that goes.
    connect(&engine, &EngineFacade::settingsChanged, this, &WindowHost::follow, Qt::QueuedConnection);
    build();
}

WindowHost::~WindowHost() = default;

void WindowHost::build()
{
    m_window = std::make_unique<MainWindow>(m_engine, m_windowFile);
    connect(m_window.get(), &MainWindow::quitRequested, this, &WindowHost::quitRequested);
    connect(m_window.get(), &MainWindow::layoutResetRequested, this, &WindowHost::resetLayout, Qt::QueuedConnection);
}

void WindowHost::rebuild()
{
    const bool visible = m_window->isVisible();
    m_window.reset();
    build();
    if (visible) {
        m_window->show();
    }
}

void WindowHost::follow(const Settings &settings)
{
    if (const QString mode = settings.text(SettingId::Theme); mode != m_themeMode) {
        m_themeMode = mode;
        m_theme.apply(mode);
    }
    if (const QString setting = settings.text(SettingId::Language); setting != m_languageSetting) {
        m_languageSetting = setting;
        const QString before = m_language.code();
        m_language.apply(setting);
        if (m_language.code() != before) {
            rebuild();
        }
    }
}

void WindowHost::resetLayout()
{
    const bool visible = m_window->isVisible();
    const QString page = m_window->currentPage()->id();
    m_window.reset(); // first: it saves what it knows when it goes
    QSettings settings(m_windowFile, QSettings::IniFormat);
    settings.clear();
    settings.sync();
    build();
    m_window->openPage(page);
    if (visible) {
        m_window->show();
    }
}

void WindowHost::show()
{
    m_window->show();
}

void WindowHost::raise()
{
    m_window->setWindowState(m_window->windowState() & ~Qt::WindowMinimized);
    m_window->show();
    m_window->raise();
    m_window->activateWindow();
}

void WindowHost::hide()
{
    m_window->hide();
}

} // namespace vestnik
