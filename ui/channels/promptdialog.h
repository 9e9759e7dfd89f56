// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>
#include <QStringList>

#include <functional>

class QComboBox;
class QLabel;
class QPushButton;

namespace vestnik {

/// Asks for one line of text, with suggestions to choose from. To be open()ed; deletes itself when closed. GUI thread.
class PromptDialog final : public QDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PromptDialog)

public:
    /// Says why a text cannot be taken; empty: it can.
    using Check = std::function<QString(const QString &)>;

    PromptDialog(const QString &title, const QString &label, const QString &button, QWidget *parent);

    void setChoices(const QStringList &choices);
    void setText(const QString &text);
    void setCheck(Check check);

Q_SIGNALS:
    /// The trimmed text, once, before the dialog closes.
    void entered(const QString &text);

private:
    void check();

    QComboBox *m_field;
    QLabel *m_complaint;
    QPushButton *m_button;
    Check m_check;
};

} // namespace vestnik
