// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QToolButton;

namespace vestnik {

/// A database to work with: one field for a file or an address, one for the password, which is never shown. A password
/// that is pasted with the address moves into its own field. GUI thread.
class ServerFields final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ServerFields)

public:
    /// `label` with its key ("&Address"); `example` stands in the empty field.
    ServerFields(const QString &label, const QString &example, QWidget *parent = nullptr);

    void setShown(const QString &shown);
    /// What stands in the fields, without the password.
    [[nodiscard]] QString shown() const;
    /// What the engine is to use; a secret.
    [[nodiscard]] QString full() const;
    [[nodiscard]] bool isServer() const;
    /// Lines the fields up with those beside them, pixels.
    void setLabelWidth(int width);
    /// Forgets the password.
    void clearPassword();
    [[nodiscard]] QLineEdit *address() const { return m_address; }
    [[nodiscard]] QLineEdit *password() const { return m_password; }
    [[nodiscard]] QToolButton *browse() const { return m_browse; }

Q_SIGNALS:
    /// Something else than before is meant.
    void changed();

private:
    void takeApart();
    void edited();

    QLineEdit *m_address = nullptr;
    QLineEdit *m_password = nullptr;
    QLabel *m_passwordLabel = nullptr;
    QToolButton *m_browse = nullptr;
};

} // namespace vestnik
