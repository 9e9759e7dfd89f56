// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/schedule/zonebox.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QDateTime>
#include <QHash>
#include <QStyledItemDelegate>
#include <QTimeZone>

namespace vestnik {
namespace {

QString offsetText(const QTimeZone &zone)
{
    const int minutes = zone.offsetFromUtc(QDateTime::currentDateTimeUtc()) / 60;
    return QStringLiteral("UTC%1%2:%3")
        .arg(minutes < 0 ? QChar(0x2212) : QLatin1Char('+'))
        .arg(qAbs(minutes) / 60, 2, 10, QLatin1Char('0'))
        .arg(qAbs(minutes) % 60, 2, 10, QLatin1Char('0'));
}

// Reckons offsets only of rows that are looked at: six hundred zones take a while.
class OffsetDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QString displayText(const QVariant &value, const QLocale &locale) const override
    {
        Q_UNUSED(locale)
        const QString name = value.toString();
        QString &text = m_texts[name];
        if (text.isEmpty()) {
            const QTimeZone zone(name.toLatin1());
            text = QStringLiteral("%1  %2").arg(name, offsetText(zone.isValid() ? zone : QTimeZone::systemTimeZone()));
        }
        return text;
    }

private:
    mutable QHash<QString, QString> m_texts;
};

} // namespace

ZoneBox::ZoneBox(QWidget *parent)
    : QComboBox(parent)
{
    setEditable(true);
    setInsertPolicy(QComboBox::NoInsert);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(16);
    setAccessibleName(tr("Time zone"));
    const QByteArray system = QTimeZone::systemTimeZoneId();
    addItem(tr("System (%1)", "time zone").arg(QString::fromLatin1(system)), QByteArray());
    for (const QByteArray &id : QTimeZone::availableTimeZoneIds()) {
        // Names such as UTC+03:00 are Qt's and no zones of the database.
        if (!id.startsWith("UTC+") && !id.startsWith("UTC-")) {
            addItem(QString::fromLatin1(id), id);
        }
    }
    setItemDelegate(new OffsetDelegate(this));
    auto *completer = new QCompleter(model(), this);
    completer->setFilterMode(Qt::MatchContains);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setCompletionMode(QCompleter::PopupCompletion);
    setCompleter(completer);
    completer->popup()->setItemDelegate(new OffsetDelegate(completer));
    connect(this, &QComboBox::editTextChanged, this, [this] {
        const int index = indexOfText();
        const QTimeZone zone = index == 0 ? QTimeZone::systemTimeZone() : QTimeZone(this->zone());
        setToolTip(zone.isValid() ? QStringLiteral("%1, %2").arg(QString::fromLatin1(zone.id()), offsetText(zone))
                                  : QString());
        Q_EMIT edited();
    });
}

int ZoneBox::indexOfText() const
{
    return findText(currentText().trimmed(), Qt::MatchFixedString);
}

void ZoneBox::setZone(const QByteArray &zone)
{
    const int index = zone.isEmpty() ? 0 : findData(zone);
    if (index >= 0) {
        setCurrentIndex(index);
        setEditText(itemText(index));
    } else {
        setEditText(QString::fromLatin1(zone));
    }
}

QByteArray ZoneBox::zone() const
{
    const int index = indexOfText();
    return index >= 0 ? itemData(index).toByteArray() : currentText().trimmed().toLatin1();
}

} // namespace vestnik
