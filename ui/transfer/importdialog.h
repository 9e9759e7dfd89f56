// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/enginefacade.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QPushButton;
class QSettings;

namespace vestnik {

class ServerFields;

/// Asks what to take over, says what will happen, and starts the task. To be open()ed; deletes itself when closed.
/// Progress, end and report are shown by the window. GUI thread.
class ImportDialog final : public QDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ImportDialog)

public:
    /// `engine` and `settings` (window.ini: the last folder) outlive it.
    ImportDialog(EngineFacade &engine, QSettings &settings, QWidget *parent = nullptr);

    void setSource(const QString &source);
    /// What would be started now; the source of a server holds its password.
    [[nodiscard]] ImportSpec spec() const;

private:
    void browse();
    void check();
    void start();
    [[nodiscard]] ImportFormat format() const;

    EngineFacade &m_engine;
    QSettings &m_settings;
    ServerFields *m_source = nullptr;
    QComboBox *m_format = nullptr;
    QComboBox *m_folder = nullptr;
    QLabel *m_what = nullptr;
    QLabel *m_note = nullptr;
    QPushButton *m_start = nullptr;
    bool m_starting = false;
};

} // namespace vestnik
