// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/schedule/formparts.h"

#include "ui/widgets/controls.h"

#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <limits>

namespace vestnik {
namespace {

qint64 msOf(int unit)
{
    switch (unit) {
    case DurationEdit::Seconds:
        return 1000;
    case DurationEdit::Minutes:
        return 60'000;
    case DurationEdit::Hours:
        return 3'600'000;
    default:
        return 86'400'000;
    }
}

} // namespace

QLabel *complaintLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->hide();
    return label;
}

void setComplaint(QLabel *label, const QString &text)
{
    QPalette red = label->palette();
    red.setColor(QPalette::WindowText, Theme::color(Theme::Role::Bad));
    label->setPalette(red);
    label->setText(text);
    label->setVisible(!text.isEmpty());
}

FormField::FormField(const QString &caption, QWidget *field, QWidget *parent)
    : QWidget(parent)
    , m_field(field)
    , m_help(secondaryLabel({}, this))
    , m_error(complaintLabel(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::grid);
    if (!caption.isEmpty()) {
        auto *label = new QLabel(caption, this);
        label->setWordWrap(true);
        QWidget *target = field;
        while (target->focusProxy()) {
            target = target->focusProxy();
        }
        label->setBuddy(target);
        column->addWidget(label);
    }
    field->setParent(this);
    column->addWidget(field);
    column->addWidget(m_help);
    column->addWidget(m_error);
    m_help->hide();
}

void FormField::setHelp(const QString &text)
{
    m_help->setText(text);
    m_help->setVisible(!text.isEmpty());
}

void FormField::setError(const QString &text)
{
    setComplaint(m_error, text);
}

QString FormField::error() const
{
    return m_error->text();
}

DurationEdit::DurationEdit(
    Unit smallest, Unit largest, qint64 minimumMs, qint64 maximumMs, const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_minimum(minimumMs)
    , m_maximum(maximumMs)
    , m_number(new QSpinBox(this))
    , m_unit(new QComboBox(this))
{
    const QStringList names{tr("seconds", "unit of a time span"), tr("minutes", "unit of a time span"),
        tr("hours", "unit of a time span"), tr("days", "unit of a time span")};
    for (int unit = smallest; unit <= largest; ++unit) {
        m_unit->addItem(names.at(unit), unit);
    }
    m_number->setAccessibleName(name);
    m_number->setGroupSeparatorShown(true);
    m_unit->setAccessibleName(tr("%1: unit", "name of a time span").arg(name));
    setFocusProxy(m_number);
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(Theme::gap);
    line->addWidget(m_number, 1);
    line->addWidget(m_unit, 1);
    limit();
    connect(m_number, &QSpinBox::valueChanged, this, &DurationEdit::edited);
    connect(m_unit, &QComboBox::currentIndexChanged, this, [this] {
        limit();
        Q_EMIT edited();
    });
}

void DurationEdit::limit()
{
    const QSignalBlocker quiet(m_number);
    const qint64 unit = msOf(m_unit->currentData().toInt());
    const qint64 least = (m_minimum + unit - 1) / unit;
    m_number->setRange(int(least), int(std::min<qint64>(m_maximum / unit, std::numeric_limits<int>::max())));
}

void DurationEdit::setMs(qint64 ms)
{
    const QSignalBlocker quietNumber(m_number);
    const QSignalBlocker quietUnit(m_unit);
    int index = std::max(0, m_unit->findData(Minutes)); // of nothing, too
    for (int i = 0; i < m_unit->count(); ++i) {
        if (ms > 0 && ms % msOf(m_unit->itemData(i).toInt()) == 0) {
            index = i;
        }
    }
    m_unit->setCurrentIndex(index);
    limit();
    const qint64 unit = msOf(m_unit->currentData().toInt());
    m_number->setValue(int(std::clamp<qint64>(ms / unit, m_number->minimum(), m_number->maximum())));
}

qint64 DurationEdit::ms() const
{
    return m_number->value() * msOf(m_unit->currentData().toInt());
}

void DurationEdit::setZeroText(const QString &text)
{
    m_number->setSpecialValueText(text);
}

FolderEdit::FolderEdit(const QString &name, const QString &placeholder, QWidget *parent)
    : QWidget(parent)
    , m_line(new QLineEdit(this))
{
    m_line->setAccessibleName(name);
    m_line->setPlaceholderText(placeholder);
    m_line->setMaxLength(4000);
    auto *browse = new QToolButton(this);
    browse->setIcon(Theme::icon(QStringLiteral("folder")));
    browse->setToolTip(tr("Choose a folder…"));
    browse->setAccessibleName(tr("Choose a folder"));
    setFocusProxy(m_line);
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(Theme::grid);
    line->addWidget(m_line, 1);
    line->addWidget(browse);
    connect(m_line, &QLineEdit::textEdited, this, &FolderEdit::edited);
    connect(browse, &QToolButton::clicked, this, &FolderEdit::browse);
}

void FolderEdit::setPath(const QString &path)
{
    m_line->setText(QDir::toNativeSeparators(path));
}

QString FolderEdit::path() const
{
    return QDir::fromNativeSeparators(m_line->text().trimmed());
}

void FolderEdit::browse()
{
    auto *dialog = new QFileDialog(this, m_line->accessibleName(), path());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &chosen) {
        setPath(chosen);
        Q_EMIT edited();
    });
    dialog->open();
}

} // namespace vestnik
