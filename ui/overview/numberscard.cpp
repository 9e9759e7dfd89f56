// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/overview/numberscard.h"

#include "ui/overview/hourschart.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/texts.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <numeric>

namespace vestnik {
namespace {

constexpr int soonMs = 2'000; // posts come four times a second; the numbers are a query each

} // namespace

NumbersCard::NumbersCard(EngineFacade &engine, QWidget *parent)
    : QWidget(parent)
    , m_engine(engine)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::gap);
    auto *line = new QHBoxLayout;
    line->setSpacing(Theme::gap);
    m_day = titleLabel({}, this);
    m_day->setObjectName(QStringLiteral("postsDay"));
    m_compared = new ElidedLabel(this);
    m_compared->setObjectName(QStringLiteral("postsCompared"));
    m_compared->setForegroundRole(QPalette::PlaceholderText);
    line->addWidget(m_day, 0, Qt::AlignBaseline);
    line->addWidget(m_compared, 1, Qt::AlignBaseline);
    layout->addLayout(line);
    m_chart = new HoursChart(this);
    layout->addWidget(m_chart, 1);
    m_more = secondaryLabel({}, this);
    m_more->setObjectName(QStringLiteral("postsMore"));
    layout->addWidget(m_more);

    m_soon.setSingleShot(true);
    m_soon.setInterval(soonMs);
    connect(&m_soon, &QTimer::timeout, this, &NumbersCard::read);
    m_minute.setInterval(60'000); // the hours move on without new posts too
    connect(&m_minute, &QTimer::timeout, this, &NumbersCard::read);
    m_minute.start();
    connect(&engine, &EngineFacade::postsStored, this, [this] {
        if (!m_soon.isActive()) {
            m_soon.start();
        }
    });
    connect(&engine, &EngineFacade::runFinished, this, &NumbersCard::read);
    connect(&engine, &EngineFacade::ready, this, &NumbersCard::read);
    setNumbers({});
    read();
}

void NumbersCard::read()
{
    m_engine.readOverview(this, [this](const Result<OverviewNumbers> &numbers) {
        if (numbers) {
            setNumbers(*numbers);
        }
    });
}

void NumbersCard::setNumbers(const OverviewNumbers &numbers)
{
    const int day = std::accumulate(numbers.perHour.cbegin(), numbers.perHour.cend(), 0);
    m_day->setText(tr("%n posts", nullptr, day));
    QString compared = tr("today %1", "posts").arg(texts::number(numbers.postsToday));
    if (numbers.postsYesterday > 0) {
        const double change =
            100.0 * double(numbers.postsToday - numbers.postsYesterday) / double(numbers.postsYesterday);
        const QString sign = change > 0 ? QStringLiteral("+") : change < 0 ? QStringLiteral("−") : QString();
        compared += QLatin1String(", ")
            + tr("%1 % against yesterday by this hour", "signed number")
                  .arg(sign + texts::number(qRound64(qAbs(change))));
    }
    m_compared->setFullText(compared);
    m_more->setText(
        tr("7 days: %1 · all: %2", "posts").arg(texts::number(numbers.postsWeek), texts::number(numbers.postsTotal)));
    QList<int> hours = numbers.perHour;
    hours.resize(24);
    m_chart->setCounts(hours, QDateTime::currentMSecsSinceEpoch());
}

} // namespace vestnik
