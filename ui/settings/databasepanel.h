// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/settings.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace vestnik {

class ElidedLabel;

/// Which database is in use, and the way to another one. The address is not edited here: it may hold a password, and
/// another database is to be tested first. GUI thread.
class DatabasePanel final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DatabasePanel)

public:
    explicit DatabasePanel(QWidget *parent = nullptr);

    void showSettings(const Settings &settings);
    [[nodiscard]] bool matches(const QString &text) const;

Q_SIGNALS:
    void changeRequested();

private:
    QLabel *m_label = nullptr;
    ElidedLabel *m_address = nullptr;
    QPushButton *m_change = nullptr;
    QLabel *m_help = nullptr;
};

} // namespace vestnik
