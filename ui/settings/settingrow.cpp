// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/settingrow.h"

#include "ui/settings/settingtexts.h"
#include "ui/widgets/controls.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QGridLayout>
#include <QLineEdit>
#include <QSpinBox>
#include <QToolButton>

namespace vestnik {

SettingRow::SettingRow(SettingId id, QWidget *parent)
    : QWidget(parent)
    , m_id(id)
{
    setObjectName(QStringLiteral("row_") + QString::fromLatin1(settingInfo(id).key));
    m_timer.setSingleShot(true);
    m_timer.setInterval(delayMs);
    connect(&m_timer, &QTimer::timeout, this, &SettingRow::send);
    makeEditor();
    m_editor->setObjectName(QStringLiteral("setting_") + QString::fromLatin1(settingInfo(id).key));
    m_editor->setAccessibleName(SettingTexts::label(id));
    m_editor->setAccessibleDescription(SettingTexts::help(id));
    m_editor->setFocusPolicy(Qt::StrongFocus);
    m_editor->installEventFilter(this);
    layOut();
    setValue(settingInfo(id).fallback);
}

void SettingRow::makeEditor()
{
    const SettingInfo &info = settingInfo(m_id);
    switch (info.type) {
    case SettingType::Bool:
        m_check = new QCheckBox(SettingTexts::label(m_id), this);
        connect(m_check, &QCheckBox::toggled, this, [this] { edit(true); });
        m_editor = m_check;
        break;
    case SettingType::Int:
        m_int = new QSpinBox(this);
        m_int->setRange(int(info.minimum), int(info.maximum));
        m_int->setSuffix(SettingTexts::unit(m_id));
        m_int->setGroupSeparatorShown(m_id != SettingId::ProxyPort);
        connect(m_int, &QSpinBox::valueChanged, this, [this] { edit(false); });
        m_editor = m_int;
        break;
    case SettingType::Double:
        m_double = new QDoubleSpinBox(this);
        m_double->setRange(info.minimum, info.maximum);
        m_double->setDecimals(2);
        m_double->setSingleStep(0.5);
        m_double->setSuffix(SettingTexts::unit(m_id));
        connect(m_double, &QDoubleSpinBox::valueChanged, this, [this] { edit(false); });
        m_editor = m_double;
        break;
    case SettingType::Choice:
        m_choice = new QComboBox(this);
        for (const QString &value : info.choices) {
            m_choice->addItem(SettingTexts::choice(m_id, value), value);
        }
        connect(m_choice, &QComboBox::currentIndexChanged, this, [this] { edit(true); });
        m_editor = m_choice;
        break;
    case SettingType::Text:
        m_text = new QLineEdit(this);
        m_text->setMaxLength(2000);
        m_text->setPlaceholderText(info.fallback.toString());
        connect(m_text, &QLineEdit::textEdited, this, [this] { edit(false); });
        connect(m_text, &QLineEdit::editingFinished, this, [this] {
            if (m_timer.isActive()) {
                send();
            }
        });
        m_editor = m_text;
        break;
    }
}

void SettingRow::layOut()
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(Theme::gap);
    grid->setVerticalSpacing(Theme::grid / 2);
    m_help = secondaryLabel({}, this);
    m_error = new QLabel(this);
    m_error->setTextFormat(Qt::PlainText);
    m_error->setWordWrap(true);
    m_error->hide();
    m_reset = new QToolButton(this);
    m_reset->setObjectName(QStringLiteral("reset_") + QString::fromLatin1(settingInfo(m_id).key));
    m_reset->setAutoRaise(true);
    m_reset->setIcon(Theme::icon(QStringLiteral("undo")));
    m_reset->setFocusPolicy(Qt::TabFocus);
    const QString word = tr("Back to the default: %1").arg(SettingTexts::shown(m_id, settingInfo(m_id).fallback));
    m_reset->setToolTip(word);
    m_reset->setAccessibleName(QStringLiteral("%1. %2").arg(SettingTexts::label(m_id), word));
    QSizePolicy keep = m_reset->sizePolicy();
    keep.setRetainSizeWhenHidden(true);
    m_reset->setSizePolicy(keep);
    connect(m_reset, &QToolButton::clicked, this, [this] {
        setValue(settingInfo(m_id).fallback);
        edit(true);
    });
    const int labelWidth = fontMetrics().averageCharWidth() * 34;
    if (m_check) {
        grid->addWidget(m_check, 0, 0, 1, 2);
    } else {
        m_label = new QLabel(SettingTexts::label(m_id), this);
        m_label->setBuddy(m_editor);
        m_label->setWordWrap(true);
        grid->addWidget(m_label, 0, 0);
        const bool narrow = m_int || m_double;
        m_editor->setMinimumWidth(fontMetrics().averageCharWidth() * (narrow ? 18 : 26));
        if (narrow) {
            m_editor->setMaximumWidth(fontMetrics().averageCharWidth() * 24);
        }
        grid->addWidget(m_editor, 0, 1, narrow ? Qt::AlignLeft : Qt::Alignment());
    }
    grid->addWidget(m_reset, 0, 2);
    grid->addWidget(m_help, 1, 0, 1, 3);
    grid->addWidget(m_error, 2, 0, 1, 3);
    grid->setColumnMinimumWidth(0, labelWidth);
    grid->setColumnStretch(1, 1);
}

QVariant SettingRow::value() const
{
    if (m_check) {
        return m_check->isChecked();
    }
    if (m_int) {
        return m_int->value();
    }
    if (m_double) {
        return m_double->value();
    }
    return m_choice ? m_choice->currentData() : QVariant(m_text->text());
}

void SettingRow::setValue(const QVariant &value)
{
    m_showing = true;
    if (m_check) {
        m_check->setChecked(value.toBool());
    } else if (m_int) {
        m_int->setValue(value.toInt());
    } else if (m_double) {
        m_double->setValue(value.toDouble());
    } else if (m_choice) {
        m_choice->setCurrentIndex(m_choice->findData(value));
    } else if (m_text->text() != value.toString()) {
        m_text->setText(value.toString());
    }
    m_showing = false;
}

void SettingRow::showSettings(const Settings &settings)
{
    const SettingInfo &info = settingInfo(m_id);
    m_inForce = settings.value(m_id);
    m_fixed = settings.isFixed(m_id);
    if (!m_pending) {
        setValue(m_inForce);
    }
    QString help = SettingTexts::help(m_id);
    if (m_fixed) {
        help += QLatin1Char(' ') + whyFixed();
    } else {
        help += QLatin1Char(' ') + tr("Default: %1.").arg(SettingTexts::shown(m_id, info.fallback));
    }
    m_help->setText(help);
    m_reset->setVisible(!m_fixed && !settings.isDefault(m_id));
    enable();
}

QString SettingRow::whyFixed() const
{
    const char *variable = settingInfo(m_id).environment;
    if (variable && qEnvironmentVariableIsSet(variable)) {
        return tr("Set by the environment variable %1.").arg(QString::fromLatin1(variable));
    }
    return tr("Set on the command line.");
}

void SettingRow::setApplicable(bool applicable, const QString &reason)
{
    m_applicable = applicable;
    m_whyNot = reason;
    enable();
}

void SettingRow::enable()
{
    m_editor->setEnabled(!m_fixed && m_applicable);
    if (m_label) {
        m_label->setEnabled(m_editor->isEnabled());
    }
    if (m_fixed) {
        m_editor->setToolTip(whyFixed());
    } else {
        m_editor->setToolTip(m_applicable ? QString() : m_whyNot);
    }
}

void SettingRow::edit(bool atOnce)
{
    if (m_showing) {
        return;
    }
    m_pending = true;
    if (atOnce) {
        send();
    } else {
        m_timer.start();
    }
}

void SettingRow::send()
{
    m_timer.stop();
    Q_EMIT edited(m_id, value());
}

void SettingRow::finish(const QString &error)
{
    if (m_timer.isActive()) {
        return; // typed on meanwhile: that will be answered too
    }
    m_pending = false;
    QPalette palette = m_error->palette();
    palette.setColor(QPalette::WindowText, Theme::color(Theme::Role::Bad));
    m_error->setPalette(palette);
    m_error->setText(error);
    m_error->setVisible(!error.isEmpty());
    m_editor->setAccessibleDescription(error.isEmpty() ? SettingTexts::help(m_id) : error);
}

QString SettingRow::errorText() const
{
    return m_error->text();
}

bool SettingRow::matches(const QString &text) const
{
    const auto holds = [&](const QString &in) { return in.contains(text, Qt::CaseInsensitive); };
    return text.isEmpty() || holds(SettingTexts::label(m_id)) || holds(m_help->text())
        || holds(SettingTexts::groupTitle(SettingTexts::group(m_id)))
        || holds(QString::fromLatin1(settingInfo(m_id).key));
}

bool SettingRow::eventFilter(QObject *watched, QEvent *event)
{
    // Scrolling the page must not change what the mouse happens to pass over.
    if (event->type() == QEvent::Wheel && watched == m_editor && !m_editor->hasFocus()) {
        event->ignore();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace vestnik
