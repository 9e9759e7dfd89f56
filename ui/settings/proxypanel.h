// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/enginefacade.h"

#include <QWidget>

#include <optional>

class QLabel;
class QLineEdit;
class QPushButton;

namespace vestnik {

class IconLabel;

/// What the proxy has beyond its settings: the password, which is never shown and never in a file of ours, and the
/// test.
class ProxyPanel final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProxyPanel)

public:
    /// `engine` outlives it.
    explicit ProxyPanel(EngineFacade &engine, QWidget *parent = nullptr);

    void showSettings(const Settings &settings);
    [[nodiscard]] bool matches(const QString &text) const;

private:
    void savePassword();
    void test();
    void say(std::optional<bool> good, const QString &text);

    EngineFacade &m_engine;
    QLabel *m_label = nullptr;
    QLineEdit *m_password = nullptr;
    QPushButton *m_test = nullptr;
    IconLabel *m_icon = nullptr;
    QLabel *m_result = nullptr;
};

} // namespace vestnik
