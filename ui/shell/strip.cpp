// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/strip.h"

#include "ui/widgets/controls.h"
#include "ui/widgets/tasktexts.h"
#include "ui/widgets/texts.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

namespace vestnik {

Strip::Strip(EngineFacade &engine, QWidget *parent)
    : QFrame(parent)
    , m_engine(engine)
{
    setObjectName(QStringLiteral("strip"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(Theme::group, Theme::gap, Theme::group, Theme::gap);
    layout->setSpacing(Theme::gap);
    m_icon = new IconLabel(20, this);
    m_text = new QLabel(this);
    m_text->setObjectName(QStringLiteral("stripText"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    auto *details = new QPushButton(tr("Diagnostics"), this);
    details->setObjectName(QStringLiteral("stripDetails"));
    details->setToolTip(tr("Open the Diagnostics page"));
    layout->addWidget(m_icon);
    layout->addWidget(m_text, 1);
    layout->addWidget(details);
    connect(details, &QPushButton::clicked, this, &Strip::detailsRequested);
    m_timer.setInterval(1000);
    connect(&m_timer, &QTimer::timeout, this, &Strip::follow);
    connect(&engine, &EngineFacade::statusChanged, this, &Strip::follow);
    follow();
}

void Strip::follow()
{
    const EngineStatus status = m_engine.status();
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    QStringList lines;
    QString icon = QStringLiteral("bad");
    m_role = Theme::Role::Bad;
    bool counting = false;
    if (m_engine.isReady() && !status.engineAlive && status.storeError.code == ErrorCode::None
        && !status.storePreparing) {
        lines.append(tr("The engine is not running. Restart Vestnik; what was stored is kept."));
    }
    if (status.storePreparing) {
        lines.append(tr("The database is being brought up to date; a backup is made first. Reading and parsing wait."));
        icon = QStringLiteral("wait");
        m_role = Theme::Role::Info;
    } else if (status.storeError.code != ErrorCode::None && status.storeRetryAt > 0) {
        // It goes on by itself: what to do about it can wait, what happens next cannot.
        lines.append(texts::error(status.storeError));
        lines.append(status.storeRetryAt > now ? tr("Trying again in %1; what was fetched is kept.")
                                                     .arg(texts::durationWords(status.storeRetryAt - now + 999))
                                               : tr("Trying again now; what was fetched is kept."));
        icon = QStringLiteral("offline");
        m_role = Theme::Role::Warning;
        counting = true;
    } else if (status.storeError.code != ErrorCode::None) {
        lines.append(TaskTexts::trouble(status.storeError));
    }
    if (status.scheduler == SchedulerState::Failed && status.error.code != ErrorCode::None) {
        lines.append(TaskTexts::trouble(status.error));
    }
    if (lines.isEmpty()) {
        icon = QStringLiteral("offline");
        m_role = Theme::Role::Warning;
        for (const HostState &host : status.hosts) {
            if (host.pausedUntil > now || host.waitingUntil > now) {
                lines.append(texts::hostState(host, now));
                counting = true;
            }
        }
        if (counting) {
            lines.append(tr("Vestnik goes on by itself; nothing is lost."));
        }
    }
    m_icon->setIcon(Theme::icon(icon, m_role));
    m_text->setText(lines.join(QLatin1Char(' ')));
    setVisible(!lines.isEmpty());
    if (counting != m_timer.isActive()) {
        counting ? m_timer.start() : m_timer.stop();
    }
    update();
}

void Strip::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.fillRect(rect(), Theme::tint(m_role));
    painter.fillRect(QRect(0, height() - 1, width(), 1), palette().color(QPalette::Mid));
}

} // namespace vestnik
