// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/overview/upcominglist.h"

#include "ui/widgets/controls.h"
#include "ui/widgets/runtexts.h"
#include "ui/widgets/texts.h"

#include <QDateTime>
#include <QGridLayout>

namespace vestnik {

UpcomingList::UpcomingList(QWidget *parent)
    : QWidget(parent)
    , m_caption(new QLabel(tr("Next", "runs"), this))
{
    setObjectName(QStringLiteral("upcomingList"));
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(Theme::group);
    grid->setVerticalSpacing(0);
    grid->setColumnStretch(2, 1);
    m_caption->setForegroundRole(QPalette::PlaceholderText);
    grid->addWidget(m_caption, 0, 0);
    for (int i = 0; i < most; ++i) {
        Line line;
        line.time = new QLabel(this);
        line.time->setObjectName(QStringLiteral("upcomingTime%1").arg(i));
        line.name = new LinkButton({}, this);
        line.name->setObjectName(QStringLiteral("upcomingName%1").arg(i));
        connect(line.name, &LinkButton::clicked, this,
            [this, i] { Q_EMIT clicked(i < m_runs.size() ? m_runs.at(i).job : JobId(0)); });
        grid->addWidget(line.time, i, 1);
        grid->addWidget(line.name, i, 2, Qt::AlignLeft | Qt::AlignVCenter);
        m_lines.append(line);
    }
    m_minute.setInterval(60'000);
    connect(&m_minute, &QTimer::timeout, this, &UpcomingList::build);
    m_minute.start();
    build();
}

void UpcomingList::showRuns(const QList<UpcomingRun> &runs, bool running)
{
    if (m_runs != runs || m_running != running) {
        m_runs = runs;
        m_running = running;
        build();
    }
}

void UpcomingList::build()
{
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    m_caption->setVisible(m_running && !m_runs.isEmpty());
    for (int i = 0; i < most; ++i) {
        const Line &line = m_lines.at(i);
        const bool used = m_running && i < m_runs.size();
        const bool hint = m_running && i == 0 && m_runs.isEmpty();
        line.time->setVisible(used);
        line.name->setVisible(used || hint);
        if (used) {
            const UpcomingRun &run = m_runs.at(i);
            const QString name = run.name.isEmpty() ? texts::jobKind(run.kind) : run.name;
            line.time->setText(texts::whenWithClock(run.at, now));
            line.time->setToolTip(texts::exactTime(run.at));
            line.name->setText(name);
            line.name->setToolTip(tr("Show %1 on the Schedule page").arg(name));
        } else if (hint) {
            line.name->setText(tr("No run is planned. Open the schedule"));
            line.name->setToolTip({});
        }
        line.name->updateGeometry();
    }
}

} // namespace vestnik
