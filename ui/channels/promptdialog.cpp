// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/channels/promptdialog.h"

#include <QComboBox>
#include <QCompleter>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/widgets/theme.h"

namespace vestnik {

PromptDialog::PromptDialog(const QString &title, const QString &label, const QString &button, QWidget *parent)
    : QDialog(parent)
    , m_field(new QComboBox(this))
    , m_complaint(new QLabel(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(title);
    setMinimumWidth(360);
    m_field->setEditable(true);
    m_field->setInsertPolicy(QComboBox::NoInsert);
    m_field->setObjectName(QStringLiteral("promptField"));
    m_field->setAccessibleName(label);
    auto *caption = new QLabel(label, this);
    caption->setBuddy(m_field);
    caption->setWordWrap(true);
    m_complaint->setTextFormat(Qt::PlainText);
    m_complaint->setWordWrap(true);
    m_complaint->setObjectName(QStringLiteral("promptComplaint"));
    QPalette red = m_complaint->palette();
    red.setColor(QPalette::WindowText, Theme::color(Theme::Role::Bad));
    m_complaint->setPalette(red);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_button = buttons->addButton(button, QDialogButtonBox::AcceptRole);
    m_button->setDefault(true);
    m_button->setObjectName(QStringLiteral("promptAccept"));

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Theme::group, Theme::group, Theme::group, Theme::group);
    layout->setSpacing(Theme::gap);
    layout->addWidget(caption);
    layout->addWidget(m_field);
    layout->addWidget(m_complaint);
    layout->addStretch();
    layout->addWidget(buttons);

    connect(m_field, &QComboBox::editTextChanged, this, &PromptDialog::check);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT entered(m_field->currentText().trimmed());
        accept();
    });
    check();
}

void PromptDialog::setChoices(const QStringList &choices)
{
    const QString text = m_field->currentText();
    m_field->clear();
    m_field->addItems(choices);
    m_field->setEditText(text);
}

void PromptDialog::setText(const QString &text)
{
    m_field->setEditText(text);
    m_field->lineEdit()->selectAll();
}

void PromptDialog::setCheck(Check check)
{
    m_check = std::move(check);
    this->check();
}

void PromptDialog::check()
{
    const QString complaint = m_check ? m_check(m_field->currentText().trimmed()) : QString();
    m_complaint->setText(complaint);
    m_complaint->setVisible(!complaint.isEmpty());
    m_button->setEnabled(complaint.isEmpty());
}

} // namespace vestnik
