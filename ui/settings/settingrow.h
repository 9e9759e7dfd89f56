// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/settings.h"

#include <QTimer>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QSpinBox;
class QToolButton;

namespace vestnik {

/// One setting: label, editor, help with the default, reset button, and what is wrong beside the field.
/// Says edited() 400 ms after the last key, at once for choices; does not change anything by itself.
class SettingRow final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SettingRow)

public:
    static constexpr int delayMs = 400;

    SettingRow(SettingId id, QWidget *parent);

    [[nodiscard]] SettingId id() const { return m_id; }
    /// Shows what is in force. What the user is typing stays until finish().
    void showSettings(const Settings &settings);
    /// The answer to edited(): empty text if it was accepted.
    void finish(const QString &error);
    /// Where a setting means nothing now (a proxy's port without a proxy): disabled, the tooltip says why.
    void setApplicable(bool applicable, const QString &reason);
    /// True if label, help or key hold the text.
    [[nodiscard]] bool matches(const QString &text) const;
    [[nodiscard]] QWidget *editor() const { return m_editor; }
    [[nodiscard]] QString errorText() const;
    /// Value in the editor at this moment.
    [[nodiscard]] QVariant value() const;

    [[nodiscard]] bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void edited(vestnik::SettingId id, const QVariant &value);

private:
    void makeEditor();
    void layOut();
    void setValue(const QVariant &value);
    void edit(bool atOnce);
    void send();
    void enable();
    [[nodiscard]] QString whyFixed() const;

    const SettingId m_id;
    QWidget *m_editor = nullptr;
    QCheckBox *m_check = nullptr;
    QSpinBox *m_int = nullptr;
    QDoubleSpinBox *m_double = nullptr;
    QComboBox *m_choice = nullptr;
    QLineEdit *m_text = nullptr;
    QLabel *m_label = nullptr;
    QLabel *m_help = nullptr;
    QLabel *m_error = nullptr;
    QToolButton *m_reset = nullptr;
    QTimer m_timer;
    QVariant m_inForce;
    bool m_pending = false; ///< edited and not answered yet
    bool m_showing = false; ///< the editor changes because we set it
    bool m_fixed = false;
    bool m_applicable = true;
    QString m_whyNot;
};

} // namespace vestnik
