// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/schedule/pausedialog.h"

#include "ui/widgets/controls.h"
#include "ui/widgets/texts.h"

#include <QDateTime>
#include <QDateTimeEdit>
#include <QDialogButtonBox>
#include <QPushButton>
#include <QVBoxLayout>

namespace vestnik {

PauseDialog::PauseDialog(const QString &name, int count, QWidget *parent)
    : QDialog(parent)
    , m_until(new QDateTimeEdit(this))
    , m_hint(secondaryLabel({}, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("pauseDialog"));
    setWindowTitle(tr("Pause until"));
    setMinimumWidth(360);
    auto *caption = new QLabel(name.isEmpty()
            ? tr("%n jobs &pause until:", nullptr, count)
            : tr("“%1” &pauses until:").arg(QString(name).replace(QLatin1Char('&'), QLatin1String("&&"))),
        this);
    caption->setBuddy(m_until);
    caption->setWordWrap(true);
    m_until->setObjectName(QStringLiteral("pauseUntil"));
    m_until->setAccessibleName(tr("Pause until"));
    m_until->setCalendarPopup(true);
    m_until->setDisplayFormat(QStringLiteral("dd.MM.yyyy HH:mm"));
    const QDateTime now = QDateTime::currentDateTime();
    m_until->setDateTime(QDateTime(now.date().addDays(1), QTime(now.time().hour(), 0)));
    m_until->setMinimumDate(now.date());
    m_hint->setObjectName(QStringLiteral("pauseHint"));

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_button = buttons->addButton(tr("Pause", "button"), QDialogButtonBox::AcceptRole);
    m_button->setObjectName(QStringLiteral("pauseAccept"));
    m_button->setDefault(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::group, Theme::group, Theme::group, Theme::group);
    column->setSpacing(Theme::gap);
    column->addWidget(caption);
    column->addWidget(m_until);
    column->addWidget(m_hint);
    column->addStretch(1);
    column->addWidget(buttons);
    connect(m_until, &QDateTimeEdit::dateTimeChanged, this, &PauseDialog::check);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT chosen(m_until->dateTime().toMSecsSinceEpoch());
        accept();
    });
    check();
}

void PauseDialog::check()
{
    const qint64 left = m_until->dateTime().toMSecsSinceEpoch() - QDateTime::currentMSecsSinceEpoch();
    m_button->setEnabled(left > 0);
    m_hint->setText(left > 0
            ? tr("That is in %1. A run that goes on now ends by itself.").arg(texts::durationWords(left))
            : tr("This time has passed."));
}

} // namespace vestnik
