// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/serverfields.h"

#include "ui/widgets/databaseaddress.h"
#include "ui/widgets/theme.h"

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

namespace vestnik {

ServerFields::ServerFields(const QString &label, const QString &example, QWidget *parent)
    : QWidget(parent)
{
    const QString plain = QString(label).remove(QLatin1Char('&'));
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(Theme::gap);
    grid->setVerticalSpacing(Theme::gap);
    grid->setColumnStretch(1, 1);
    m_address = new QLineEdit(this);
    m_address->setObjectName(QStringLiteral("serverAddress"));
    m_address->setAccessibleName(plain);
    m_address->setPlaceholderText(example);
    m_address->setMaxLength(2000);
    auto *addressLabel = new QLabel(label, this);
    addressLabel->setBuddy(m_address);
    m_browse = new QToolButton(this);
    m_browse->setObjectName(QStringLiteral("serverBrowse"));
    m_browse->setIcon(Theme::icon(QStringLiteral("folder")));
    m_browse->setToolTip(tr("Choose a file…"));
    m_browse->setAccessibleName(tr("Choose a file"));
    m_browse->setFocusPolicy(Qt::StrongFocus);
    m_password = new QLineEdit(this);
    m_password->setObjectName(QStringLiteral("serverPassword"));
    m_password->setAccessibleName(tr("Password of the database"));
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setMaxLength(1000);
    m_password->setPlaceholderText(tr("if the server asks for one"));
    m_passwordLabel = new QLabel(tr("Pass&word"), this);
    m_passwordLabel->setBuddy(m_password);
    grid->addWidget(addressLabel, 0, 0);
    grid->addWidget(m_address, 0, 1);
    grid->addWidget(m_browse, 0, 2);
    grid->addWidget(m_passwordLabel, 1, 0);
    grid->addWidget(m_password, 1, 1, 1, 2);
    connect(m_address, &QLineEdit::textChanged, this, &ServerFields::edited);
    connect(m_address, &QLineEdit::editingFinished, this, &ServerFields::takeApart);
    connect(m_password, &QLineEdit::textChanged, this, &ServerFields::changed);
    edited();
}

void ServerFields::edited()
{
    const bool server = isServer();
    m_password->setEnabled(server);
    m_passwordLabel->setEnabled(server);
    m_password->setToolTip(server ? tr("Used once and kept apart from the address; it is never shown")
                                  : tr("Only an address that begins with postgresql:// needs one."));
    Q_EMIT changed();
}

void ServerFields::takeApart()
{
    const DatabaseAddress address = DatabaseAddress::of(m_address->text());
    if (!address.password.isEmpty()) {
        m_password->setText(address.password);
    }
    if (address.shown != m_address->text()) {
        m_address->setText(address.shown);
    }
}

void ServerFields::setShown(const QString &shown)
{
    m_address->setText(shown);
    takeApart();
}

QString ServerFields::shown() const
{
    return DatabaseAddress::of(m_address->text()).shown;
}

QString ServerFields::full() const
{
    DatabaseAddress address = DatabaseAddress::of(m_address->text());
    if (address.password.isEmpty()) {
        address.password = m_password->text();
    }
    return address.full();
}

bool ServerFields::isServer() const
{
    return DatabaseAddress::of(m_address->text()).isServer();
}

void ServerFields::setLabelWidth(int width)
{
    m_passwordLabel->setMinimumWidth(width);
}

void ServerFields::clearPassword()
{
    takeApart();
    m_password->clear();
}

} // namespace vestnik
