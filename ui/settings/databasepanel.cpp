// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/databasepanel.h"

#include "ui/settings/settingtexts.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/databaseaddress.h"

#include <QGridLayout>
#include <QPushButton>

namespace vestnik {

DatabasePanel::DatabasePanel(QWidget *parent)
    : QWidget(parent)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(Theme::gap);
    grid->setVerticalSpacing(Theme::grid / 2);
    grid->setColumnMinimumWidth(0, fontMetrics().averageCharWidth() * 34);
    grid->setColumnStretch(1, 1);
    m_label = new QLabel(SettingTexts::label(SettingId::DatabaseUrl), this);
    m_address = new ElidedLabel(this);
    m_address->setObjectName(QStringLiteral("databaseAddress"));
    m_change = new QPushButton(tr("Change…"), this);
    m_change->setObjectName(QStringLiteral("databaseChange"));
    m_change->setAccessibleName(tr("Change the database"));
    m_help = secondaryLabel({}, this);
    grid->addWidget(m_label, 0, 0);
    grid->addWidget(m_address, 0, 1);
    grid->addWidget(m_change, 0, 2);
    grid->addWidget(m_help, 1, 0, 1, 3);
    connect(m_change, &QPushButton::clicked, this, &DatabasePanel::changeRequested);
}

void DatabasePanel::showSettings(const Settings &settings)
{
    const QString address = DatabaseAddress::of(settings.text(SettingId::DatabaseUrl)).shown;
    m_address->setFullText(address.isEmpty() ? tr("a file in the data directory") : address);
    const bool fixed = settings.isFixed(SettingId::DatabaseUrl);
    m_change->setEnabled(!fixed);
    QString help = SettingTexts::help(SettingId::DatabaseUrl);
    if (fixed) {
        const char *variable = settingInfo(SettingId::DatabaseUrl).environment;
        const bool byVariable = variable && qEnvironmentVariableIsSet(variable);
        help = byVariable ? tr("Set by the environment variable %1.").arg(QString::fromLatin1(variable))
                          : tr("Set on the command line.");
    }
    m_help->setText(help);
    m_change->setToolTip(fixed ? help : tr("Test, move to or use another database, on the Storage page"));
}

bool DatabasePanel::matches(const QString &text) const
{
    return text.isEmpty() || m_label->text().contains(text, Qt::CaseInsensitive)
        || m_help->text().contains(text, Qt::CaseInsensitive)
        || QString::fromLatin1(settingInfo(SettingId::DatabaseUrl).key).contains(text, Qt::CaseInsensitive);
}

} // namespace vestnik
