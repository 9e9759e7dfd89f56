// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/posts/postdatefilter.h"

#include <QComboBox>
#include <QDateEdit>
#include <QDateTime>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>

#include "ui/widgets/theme.h"

#include <array>

namespace vestnik {
namespace {

constexpr std::array<const char *, 5> spanNames{"any", "today", "yesterday", "week", "month"};

} // namespace

PostDateFilter::PostDateFilter(QWidget *parent)
    : QWidget(parent)
    , m_span(new QComboBox(this))
    , m_from(new QDateEdit(this))
    , m_dash(new QLabel(QStringLiteral("–"), this))
    , m_to(new QDateEdit(this))
{
    m_span->setObjectName(QStringLiteral("postsDateSpan"));
    m_span->setAccessibleName(tr("When posted"));
    m_span->addItems(
        {tr("Any time"), tr("Today"), tr("Yesterday"), tr("Last 7 days"), tr("Last 30 days"), tr("Between dates")});
    for (QDateEdit *edit : {m_from, m_to}) {
        edit->setCalendarPopup(true);
        edit->setMinimumDate(QDate(2013, 1, 1)); // Telegram began that year
        edit->setDate(QDate::currentDate());
    }
    m_from->setObjectName(QStringLiteral("postsDateFrom"));
    m_from->setAccessibleName(tr("From"));
    m_to->setObjectName(QStringLiteral("postsDateTo"));
    m_to->setAccessibleName(tr("To"));
    m_from->setDate(QDate::currentDate().addDays(-7));

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::grid);
    layout->addWidget(m_span);
    layout->addWidget(m_from);
    layout->addWidget(m_dash);
    layout->addWidget(m_to);
    setFocusProxy(m_span);
    updateFields();

    connect(m_span, &QComboBox::currentIndexChanged, this, [this] {
        updateFields();
        Q_EMIT changed();
    });
    connect(m_from, &QDateEdit::dateChanged, this, &PostDateFilter::changed);
    connect(m_to, &QDateEdit::dateChanged, this, &PostDateFilter::changed);
}

PostDateFilter::Span PostDateFilter::span() const
{
    return static_cast<Span>(m_span->currentIndex());
}

void PostDateFilter::updateFields()
{
    const bool between = span() == Span::Between;
    m_from->setVisible(between);
    m_dash->setVisible(between);
    m_to->setVisible(between);
}

bool PostDateFilter::isFiltering() const
{
    return span() != Span::Any;
}

void PostDateFilter::clear()
{
    m_span->setCurrentIndex(0);
}

qint64 PostDateFilter::from(const QDate &today) const
{
    QDate date;
    switch (span()) {
    case Span::Any:
        return 0;
    case Span::Today:
        date = today;
        break;
    case Span::Yesterday:
        date = today.addDays(-1);
        break;
    case Span::Week:
        date = today.addDays(-6);
        break;
    case Span::Month:
        date = today.addDays(-29);
        break;
    case Span::Between:
        date = qMin(m_from->date(), m_to->date());
        break;
    }
    return date.startOfDay().toMSecsSinceEpoch();
}

qint64 PostDateFilter::to(const QDate &today) const
{
    switch (span()) {
    case Span::Yesterday:
        return today.startOfDay().toMSecsSinceEpoch();
    case Span::Between:
        return qMax(m_from->date(), m_to->date()).addDays(1).startOfDay().toMSecsSinceEpoch();
    default:
        return 0;
    }
}

QString PostDateFilter::toText() const
{
    if (span() == Span::Between) {
        return m_from->date().toString(Qt::ISODate) + QLatin1Char('/') + m_to->date().toString(Qt::ISODate);
    }
    return QString::fromLatin1(spanNames.at(std::size_t(m_span->currentIndex())));
}

void PostDateFilter::setText(const QString &text)
{
    for (std::size_t i = 0; i < spanNames.size(); ++i) {
        if (text == QLatin1String(spanNames.at(i))) {
            m_span->setCurrentIndex(int(i));
            return;
        }
    }
    const QDate from = QDate::fromString(text.section(QLatin1Char('/'), 0, 0), Qt::ISODate);
    const QDate to = QDate::fromString(text.section(QLatin1Char('/'), 1, 1), Qt::ISODate);
    if (from.isValid() && to.isValid()) {
        const QSignalBlocker quietFrom(m_from);
        const QSignalBlocker quietTo(m_to);
        m_from->setDate(from);
        m_to->setDate(to);
        m_span->setCurrentIndex(int(Span::Between));
    }
}

} // namespace vestnik
