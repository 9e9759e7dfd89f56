// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/overview/attentioncard.h"

#include "ui/widgets/controls.h"
#include "ui/widgets/texts.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include <memory>

namespace vestnik {
namespace {

QString fixText(AttentionItem::Fix fix)
{
    switch (fix) {
    case AttentionItem::Fix::Retry:
        return AttentionCard::tr("Retry", "channel");
    case AttentionItem::Fix::OpenChannel:
        return AttentionCard::tr("Open", "channel");
    case AttentionItem::Fix::OpenSettings:
        return AttentionCard::tr("Settings");
    case AttentionItem::Fix::OpenDiagnostics:
        return AttentionCard::tr("Diagnostics");
    case AttentionItem::Fix::None:
        break;
    }
    return {};
}

} // namespace

AttentionCard::AttentionCard(EngineFacade &engine, QWidget *parent)
    : QWidget(parent)
    , m_engine(engine)
{
    m_lines = new QVBoxLayout(this);
    m_lines->setContentsMargins(0, 0, 0, 0);
    m_lines->setSpacing(Theme::gap);
    m_timer.setSingleShot(true);
    m_timer.setInterval(250);
    connect(&m_timer, &QTimer::timeout, this, &AttentionCard::build);
    m_countdown.setInterval(1000);
    connect(&m_countdown, &QTimer::timeout, this, &AttentionCard::build);
    const auto soon = [this] {
        if (!m_timer.isActive()) {
            m_timer.start();
        }
    };
    connect(&engine, &EngineFacade::statusChanged, this, soon);
    connect(&engine, &EngineFacade::channelsChanged, this, &AttentionCard::take);
    connect(&engine, &EngineFacade::channelsRemoved, this, [this, soon](const QList<ChannelId> &ids) {
        for (const ChannelId id : ids) {
            m_failing.remove(id);
        }
        soon();
    });
    connect(&engine, &EngineFacade::ready, this, &AttentionCard::readChannels);
    build();
    readChannels();
}

void AttentionCard::readChannels()
{
    m_engine.readChannels(this, [this](const Result<QList<ChannelRow>> &rows) {
        if (rows) {
            m_failing.clear();
            take(*rows);
            build();
        }
    });
}

void AttentionCard::take(const QList<ChannelRow> &rows)
{
    for (const ChannelRow &row : rows) {
        if (row.active && row.health == ChannelHealth::Failing) {
            m_failing.insert(row.id, row);
        } else {
            m_failing.remove(row.id);
        }
    }
    if (!m_timer.isActive()) {
        m_timer.start();
    }
}

void AttentionCard::build()
{
    const EngineStatus status = m_engine.status();
    const QList<AttentionItem> items = Attention::find(status, m_failing.values(), QDateTime::currentMSecsSinceEpoch());
    if (status.hosts.isEmpty()) {
        m_countdown.stop();
    } else if (!m_countdown.isActive()) {
        m_countdown.start();
    }
    if (items == m_items && m_lines->count() > 0) {
        return;
    }
    m_items = items;
    // What had the focus keeps it: the lines are made anew.
    QString focused;
    if (const QWidget *widget = focusWidget(); widget && widget->hasFocus()) {
        focused = widget->objectName();
    }
    while (QLayoutItem *taken = m_lines->takeAt(0)) {
        const std::unique_ptr<QLayoutItem> item(taken);
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater(); // its button may be the sender of this
        }
    }
    for (int i = 0; i < std::min<int>(shownLines, int(items.size())); ++i) {
        m_lines->addWidget(makeLine(items.at(i), i));
    }
    if (items.isEmpty()) {
        auto *line = new QWidget(this);
        auto *layout = new QHBoxLayout(line);
        layout->setContentsMargins(0, 0, 0, 0);
        auto *icon = new IconLabel(20, line);
        icon->setIcon(Theme::icon(QStringLiteral("good"), Theme::Role::Good));
        layout->addWidget(icon);
        auto *label = new QLabel(tr("All is well."), line);
        label->setObjectName(QStringLiteral("attentionNone"));
        layout->addWidget(label, 1);
        m_lines->addWidget(line);
    } else if (items.size() > shownLines) {
        auto *more = new LinkButton(tr("%n more", "things that need attention", int(items.size()) - shownLines), this);
        more->setObjectName(QStringLiteral("attentionMore"));
        connect(more, &LinkButton::clicked, this,
            [this] { Q_EMIT pageRequested(QStringLiteral("channels"), QStringLiteral("failing")); });
        m_lines->addWidget(more, 0, Qt::AlignLeft);
    }
    m_lines->addStretch();
    if (!focused.isEmpty()) {
        if (auto *widget = findChild<QWidget *>(focused)) {
            widget->setFocus();
        }
    }
    Q_EMIT counted(int(items.size()));
}

QWidget *AttentionCard::makeLine(const AttentionItem &item, int number)
{
    auto *line = new QWidget(this);
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::gap);
    auto *icon = new IconLabel(20, line);
    icon->setIcon(item.bad ? Theme::icon(QStringLiteral("bad"), Theme::Role::Bad)
                           : Theme::icon(QStringLiteral("wait"), Theme::Role::Warning));
    layout->addWidget(icon, 0, Qt::AlignTop);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    auto *title = new ElidedLabel(line);
    title->setFullText(item.title);
    auto *reason = new ElidedLabel(line);
    QFont small = reason->font();
    small.setPointSizeF(small.pointSizeF() - 1);
    reason->setFont(small);
    reason->setForegroundRole(QPalette::PlaceholderText);
    reason->setFullText(item.reason);
    words->addWidget(title);
    words->addWidget(reason);
    layout->addLayout(words, 1);
    if (item.fix != AttentionItem::Fix::None) {
        auto *button = new QPushButton(fixText(item.fix), line);
        button->setObjectName(QStringLiteral("attentionFix%1").arg(number));
        button->setAccessibleName(QStringLiteral("%1: %2").arg(button->text(), item.title));
        connect(button, &QPushButton::clicked, this, [this, item] { fix(item); });
        layout->addWidget(button);
    }
    return line;
}

void AttentionCard::fix(const AttentionItem &item)
{
    switch (item.fix) {
    case AttentionItem::Fix::Retry: {
        ParseRequest request;
        request.channels = {item.channel};
        m_engine.parse(request, this, [this](const Result<RunId> &run) {
            if (!run) {
                InfoMessage message;
                message.kind = InfoMessage::Kind::Bad;
                message.text = texts::error(run.error()) + QLatin1Char(' ') + texts::advice(run.error());
                message.details = run.error().detail;
                Q_EMIT messageRequested(message);
            }
        });
        break;
    }
    case AttentionItem::Fix::OpenChannel:
        Q_EMIT pageRequested(QStringLiteral("channels"), QVariantMap{{QStringLiteral("channel"), item.channel}});
        break;
    case AttentionItem::Fix::OpenSettings:
        Q_EMIT pageRequested(QStringLiteral("settings"), QStringLiteral("preview"));
        break;
    case AttentionItem::Fix::OpenDiagnostics:
        Q_EMIT pageRequested(QStringLiteral("diagnostics"), {});
        break;
    case AttentionItem::Fix::None:
        break;
    }
}

} // namespace vestnik
