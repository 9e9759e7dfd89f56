// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>

class QDateTimeEdit;
class QLabel;
class QPushButton;

namespace vestnik {

/// Asks until when jobs pause. To be open()ed; deletes itself when closed. GUI thread.
class PauseDialog final : public QDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PauseDialog)

public:
    /// `name`: of the one job, empty for several.
    PauseDialog(const QString &name, int count, QWidget *parent);

Q_SIGNALS:
    /// ms UTC, in the future; once, before the dialog closes.
    void chosen(qint64 until);

private:
    void check();

    QDateTimeEdit *m_until;
    QLabel *m_hint;
    QPushButton *m_button;
};

} // namespace vestnik
