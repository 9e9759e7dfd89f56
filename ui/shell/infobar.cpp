// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/infobar.h"

#include "ui/widgets/controls.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace vestnik {
namespace {

constexpr int shortMs = 6'000;
constexpr int undoMs = 20'000; // also for whatever offers something to press
constexpr int hurriedMs = 3'000; // when others wait

Theme::Role roleOf(InfoMessage::Kind kind)
{
    switch (kind) {
    case InfoMessage::Kind::Info:
        return Theme::Role::Info;
    case InfoMessage::Kind::Good:
        return Theme::Role::Good;
    case InfoMessage::Kind::Warning:
        return Theme::Role::Warning;
    case InfoMessage::Kind::Bad:
        break;
    }
    return Theme::Role::Bad;
}

QString iconOf(InfoMessage::Kind kind)
{
    switch (kind) {
    case InfoMessage::Kind::Info:
        return QStringLiteral("info");
    case InfoMessage::Kind::Good:
        return QStringLiteral("good");
    case InfoMessage::Kind::Warning:
        return QStringLiteral("warning");
    case InfoMessage::Kind::Bad:
        break;
    }
    return QStringLiteral("bad");
}

bool staysUntilClosed(const InfoMessage &message)
{
    return message.kind == InfoMessage::Kind::Warning || message.kind == InfoMessage::Kind::Bad;
}

bool same(const InfoMessage &a, const InfoMessage &b)
{
    return a.kind == b.kind && a.text == b.text && a.details == b.details && !a.isUndo && !b.isUndo;
}

} // namespace

InfoBar::InfoBar(QWidget *parent)
    : QFrame(parent)
{
    setObjectName(QStringLiteral("infoBar"));
    setAccessibleName(tr("Messages"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Theme::group, Theme::gap, Theme::gap, Theme::gap);
    layout->setSpacing(Theme::grid);
    auto *line = new QHBoxLayout;
    line->setSpacing(Theme::gap);
    m_icon = new IconLabel(20, this);
    m_text = new QLabel(this);
    m_text->setObjectName(QStringLiteral("infoText"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_count = secondaryLabel({}, this);
    m_count->setWordWrap(false);
    m_detailsButton = new QPushButton(tr("Details", "of an error"), this);
    m_detailsButton->setObjectName(QStringLiteral("infoDetails"));
    m_detailsButton->setCheckable(true);
    m_action = new QPushButton(this);
    m_action->setObjectName(QStringLiteral("infoAction"));
    m_other = new QPushButton(this);
    m_other->setObjectName(QStringLiteral("infoOther"));
    m_close = new QToolButton(this);
    m_close->setObjectName(QStringLiteral("infoClose"));
    m_close->setAutoRaise(true);
    m_close->setIcon(Theme::icon(QStringLiteral("close")));
    m_close->setToolTip(tr("Close this message"));
    m_close->setAccessibleName(tr("Close this message"));
    m_close->setFocusPolicy(Qt::TabFocus);
    line->addWidget(m_icon);
    line->addWidget(m_text, 1);
    line->addWidget(m_count);
    line->addWidget(m_detailsButton);
    line->addWidget(m_action);
    line->addWidget(m_other);
    line->addWidget(m_close);
    layout->addLayout(line);
    m_details = new QLabel(this);
    m_details->setObjectName(QStringLiteral("infoDetailsText"));
    m_details->setTextFormat(Qt::PlainText);
    m_details->setWordWrap(true);
    m_details->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_details->hide();
    layout->addWidget(m_details);

    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &InfoBar::dismiss);
    connect(m_close, &QToolButton::clicked, this, &InfoBar::dismiss);
    connect(m_action, &QPushButton::clicked, this, &InfoBar::act);
    connect(m_other, &QPushButton::clicked, this, &InfoBar::actOther);
    connect(m_detailsButton, &QPushButton::toggled, this, [this](bool open) {
        m_details->setVisible(open);
        if (open) {
            m_timer.stop(); // somebody is reading
        }
    });
    hide();
}

void InfoBar::post(const InfoMessage &message)
{
    if (message.isUndo) {
        m_undo = message.action;
        Q_EMIT undoChanged(m_undo != nullptr, message.text);
        // Only the newest can be taken back: an older one must not stand there with a button.
        m_queue.removeIf([](const InfoMessage &other) { return other.isUndo; });
    }
    if (!m_current || (message.isUndo && m_current->isUndo)) {
        display(message);
        return;
    }
    const auto known = [&](const InfoMessage &other) { return same(other, message); };
    if (known(*m_current) || std::any_of(m_queue.cbegin(), m_queue.cend(), known)) {
        return;
    }
    // The answer to what was just done must not wait behind good news.
    if (!staysUntilClosed(*m_current) && m_queue.isEmpty() && !m_detailsButton->isChecked()) {
        display(message);
        return;
    }
    m_queue.append(message);
    while (m_queue.size() > capacity) {
        m_queue.removeFirst();
    }
    if (m_timer.isActive()) {
        m_timer.start(hurriedMs);
    }
    showCount();
}

void InfoBar::display(const InfoMessage &message)
{
    m_current = message;
    m_icon->setIcon(Theme::icon(iconOf(message.kind), roleOf(message.kind)));
    m_text->setText(message.text);
    m_details->setText(message.details);
    m_detailsButton->setChecked(false);
    m_detailsButton->setVisible(!message.details.isEmpty());
    m_details->hide();
    m_action->setText(message.actionText);
    m_action->setVisible(!message.actionText.isEmpty() && message.action != nullptr);
    m_action->setToolTip(message.isUndo ? QStringLiteral("%1 (%2)").arg(
                             message.actionText, QKeySequence(QKeySequence::Undo).toString(QKeySequence::NativeText))
                                        : QString());
    m_other->setText(message.otherText);
    m_other->setVisible(!message.otherText.isEmpty() && message.other != nullptr);
    setAccessibleDescription(message.text);
    if (staysUntilClosed(message)) {
        m_timer.stop();
    } else {
        m_timer.start(message.action ? undoMs : shortMs);
    }
    showCount();
    show();
    update();
}

void InfoBar::showCount()
{
    m_count->setText(m_queue.isEmpty() ? QString() : tr("%n more", "messages", int(m_queue.size())));
}

void InfoBar::act()
{
    if (!m_current) {
        return;
    }
    const InfoMessage message = *m_current;
    if (message.isUndo) {
        m_undo = nullptr;
        Q_EMIT undoChanged(false, {});
    }
    dismiss();
    if (message.action) {
        message.action();
    }
}

void InfoBar::actOther()
{
    if (!m_current) {
        return;
    }
    const std::function<void()> other = m_current->other;
    dismiss();
    if (other) {
        other();
    }
}

void InfoBar::undo()
{
    if (!m_undo) {
        return;
    }
    const std::function<void()> action = std::exchange(m_undo, nullptr);
    Q_EMIT undoChanged(false, {});
    if (m_current && m_current->isUndo) {
        dismiss();
    }
    m_queue.removeIf([](const InfoMessage &message) { return message.isUndo; });
    showCount();
    action();
}

void InfoBar::dismiss()
{
    m_timer.stop();
    m_current.reset();
    showNext();
}

void InfoBar::showNext()
{
    if (m_queue.isEmpty()) {
        hide();
    } else {
        display(m_queue.takeFirst());
    }
}

void InfoBar::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    if (m_current) {
        painter.fillRect(rect(), Theme::tint(roleOf(m_current->kind)));
    }
    painter.fillRect(QRect(0, 0, width(), 1), palette().color(QPalette::Mid));
}

} // namespace vestnik
