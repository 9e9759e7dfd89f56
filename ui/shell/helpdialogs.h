// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/shell/mainmenu.h"

#include <QDialog>

namespace vestnik {

/// All shortcuts in groups. Show it with open(); deletes itself when closed.
class ShortcutsDialog final : public QDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ShortcutsDialog)

public:
    ShortcutsDialog(const QList<MainMenu::Group> &groups, QWidget *parent);
};

/// Name, version, licence. Show it with open(); deletes itself when closed.
class AboutDialog final : public QDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AboutDialog)

public:
    explicit AboutDialog(QWidget *parent);
};

} // namespace vestnik
