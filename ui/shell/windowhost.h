// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/settings.h"
#include "ui/shell/language.h"
#include "ui/widgets/theme.h"

#include <QObject>

#include <memory>

class QApplication;

namespace vestnik {

class EngineFacade;
class MainWindow;

/// Keeps the window: builds it in the right language and theme, builds it anew when the language changes or the layout
/// is reset, so that both need no restart. Owned by `app`; GUI thread. Application and engine outlive it.
class WindowHost final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WindowHost)

public:
    WindowHost(QApplication *application, EngineFacade &engine, const QString &windowFile, QObject *parent = nullptr);
    ~WindowHost() override;

    void show();
    /// Brings the window to the front, for a second start of the program.
    void raise();
    void hide();
    [[nodiscard]] MainWindow *window() const { return m_window.get(); }
    [[nodiscard]] Theme &theme() { return m_theme; }

Q_SIGNALS:
    /// The window was closed and is hidden.
    void quitRequested();

private:
    void build();
    void rebuild();
    void follow(const Settings &settings);
    void resetLayout();

    EngineFacade &m_engine;
    const QString m_windowFile;
    Theme m_theme;
    Language m_language;
    QString m_themeMode;
    QString m_languageSetting;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace vestnik
