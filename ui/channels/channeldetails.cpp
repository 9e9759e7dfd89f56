// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/channels/channeldetails.h"

#include <QCheckBox>
#include <QEvent>
#include <QFrame>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include "ui/posts/textdragguard.h"
#include "ui/widgets/texts.h"
#include "ui/widgets/theme.h"

#include <algorithm>

namespace vestnik {

ChannelDetails::ChannelDetails(QWidget *parent)
    : QScrollArea(parent)
    , m_body(new QWidget)
    , m_form(new QGridLayout)
    , m_hint(new QLabel(m_body))
    , m_title(new QLabel(m_body))
    , m_name(new QLabel(m_body))
    , m_description(new QLabel(m_body))
    , m_failure(new QFrame(m_body))
    , m_failureText(new QLabel(m_failure))
    , m_failureAdvice(new QLabel(m_failure))
    , m_retry(new QPushButton(tr("Try again"), m_failure))
    , m_active(new QCheckBox(tr("Active: parse it with the others"), m_body))
    , m_showPosts(new QPushButton(tr("Show posts"), m_body))
    , m_readHistory(new QPushButton(tr("Read older history…"), m_body))
{
    setObjectName(QStringLiteral("channelDetails"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMinimumWidth(240);
    setFocusPolicy(Qt::NoFocus);

    for (QLabel *label : {m_hint, m_title, m_name, m_description, m_failureText, m_failureAdvice}) {
        label->setTextFormat(Qt::PlainText); // what a channel says about itself is not markup of ours
        label->setWordWrap(true);
    }
    m_hint->setAlignment(Qt::AlignCenter);
    for (QLabel *label : {m_title, m_name, m_description}) {
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        new TextDragGuard(label);
    }
    QFont font = m_title->font();
    font.setPointSizeF(font.pointSizeF() + 1);
    font.setWeight(QFont::DemiBold);
    m_title->setFont(font);
    m_title->setObjectName(QStringLiteral("detailsTitle"));
    m_failureText->setObjectName(QStringLiteral("detailsFailure"));
    m_active->setObjectName(QStringLiteral("detailsActive"));
    m_retry->setObjectName(QStringLiteral("detailsRetry"));
    m_showPosts->setObjectName(QStringLiteral("detailsShowPosts"));
    m_readHistory->setObjectName(QStringLiteral("detailsReadHistory"));
    m_failure->setObjectName(QStringLiteral("detailsFailureFrame"));

    auto *failure = new QVBoxLayout(m_failure);
    failure->setContentsMargins(12, Theme::gap, 12, Theme::gap);
    failure->setSpacing(Theme::grid);
    failure->addWidget(m_failureText);
    failure->addWidget(m_failureAdvice);
    failure->addSpacing(Theme::grid);
    failure->addWidget(m_retry, 0, Qt::AlignLeft);

    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setHorizontalSpacing(12);
    m_form->setVerticalSpacing(6);
    m_form->setColumnStretch(1, 1);
    m_folder = addLine(tr("Folder"));
    m_posts = addLine(tr("Posts"));
    m_lastPost = addLine(tr("Last post"));
    m_lastParsed = addLine(tr("Last parsed"));
    m_subscribers = addLine(tr("Subscribers"));
    m_read = addLine(tr("Messages read"));
    m_history = addLine(tr("History"));
    m_added = addLine(tr("Added"));
    m_posts->setObjectName(QStringLiteral("detailsPosts"));
    m_history->setObjectName(QStringLiteral("detailsHistory"));

    auto *layout = new QVBoxLayout(m_body);
    layout->setContentsMargins(Theme::group, Theme::gap, Theme::group, Theme::group);
    layout->setSpacing(Theme::gap);
    layout->addWidget(m_hint, 1);
    layout->addWidget(m_title);
    layout->addWidget(m_name);
    layout->addWidget(m_failure);
    layout->addWidget(m_description);
    layout->addWidget(m_active);
    layout->addSpacing(Theme::grid);
    layout->addLayout(m_form);
    layout->addSpacing(Theme::gap);
    layout->addWidget(m_showPosts);
    layout->addWidget(m_readHistory);
    layout->addStretch(1);
    setWidget(m_body);

    connect(m_active, &QCheckBox::clicked, this, &ChannelDetails::activeToggled);
    connect(m_retry, &QPushButton::clicked, this, &ChannelDetails::retryRequested);
    connect(m_showPosts, &QPushButton::clicked, this, &ChannelDetails::postsRequested);
    connect(m_readHistory, &QPushButton::clicked, this, &ChannelDetails::historyRequested);
    updateLook();
    showRows({});
}

QLabel *ChannelDetails::addLine(const QString &caption)
{
    auto *value = new QLabel(m_body);
    value->setTextFormat(Qt::PlainText);
    value->setWordWrap(true);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    new TextDragGuard(value);
    auto *label = new QLabel(caption, m_body);
    label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    value->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    label->setBuddy(value);
    // Not a QFormLayout: that of Qt 6.4 writes beside its memory when rows are hidden and texts wrap.
    const int row = m_form->rowCount();
    m_form->addWidget(label, row, 0);
    m_form->addWidget(value, row, 1);
    m_captions.insert(value, label);
    return value;
}

void ChannelDetails::fill(QLabel *label, const QString &text, const QString &toolTip)
{
    label->setText(text);
    label->setToolTip(toolTip);
    label->setVisible(!text.isEmpty());
    if (QLabel *caption = m_captions.value(label)) {
        caption->setVisible(!text.isEmpty());
    }
}

void ChannelDetails::showRows(const QList<ChannelRow> &rows)
{
    m_hint->setVisible(rows.isEmpty());
    m_hint->setText(tr("Select a channel to see its details."));
    m_title->setVisible(!rows.isEmpty());
    m_active->setVisible(!rows.isEmpty());
    m_readHistory->setVisible(!rows.isEmpty());
    m_showPosts->setVisible(rows.size() == 1);
    m_failure->setVisible(false);
    for (QLabel *label : {m_name, m_description, m_folder, m_posts, m_lastPost, m_lastParsed, m_subscribers, m_read,
             m_history, m_added}) {
        fill(label, {});
    }
    if (rows.size() == 1) {
        showOne(rows.first());
    } else if (!rows.isEmpty()) {
        showMany(rows);
    }
}

void ChannelDetails::showOne(const ChannelRow &row)
{
    m_title->setText(row.title.isEmpty() ? QString(QLatin1Char('@') + row.username) : row.title);
    const QString name = QLatin1Char('@') + row.username;
    fill(m_name, row.verified ? tr("%1 · verified by Telegram").arg(name) : name);
    fill(m_description, row.description);
    if (row.error.code != ErrorCode::None && row.health == ChannelHealth::Failing) {
        m_failure->show();
        fill(m_failureText, texts::channelHealth(row), row.error.detail.toHtmlEscaped());
        fill(m_failureAdvice, texts::advice(row.error));
    }
    const QSignalBlocker quiet(m_active);
    m_active->setTristate(false);
    m_active->setChecked(row.active);
    fill(m_folder, row.folder.isEmpty() ? tr("None", "folder") : row.folder);
    const QString posts = texts::number(row.postCount);
    fill(m_posts, row.unreadCount > 0 ? tr("%1, unread: %2").arg(posts, texts::number(row.unreadCount)) : posts);
    if (row.lastPostAt > 0) {
        fill(m_lastPost, texts::when(row.lastPostAt), texts::exactTime(row.lastPostAt));
    }
    fill(m_lastParsed, texts::when(row.lastParsedAt),
        row.lastParsedAt > 0 ? texts::exactTime(row.lastParsedAt) : QString());
    if (row.subscribers >= 0) {
        fill(m_subscribers, texts::number(row.subscribers));
    }
    if (row.highestRead > 0) {
        fill(m_read, tr("No. %1 to %2").arg(texts::number(row.lowestRead), texts::number(row.highestRead)));
    }
    fill(m_history, historyText(row));
    fill(m_added, texts::when(row.addedAt), row.addedAt > 0 ? texts::exactTime(row.addedAt) : QString());
}

void ChannelDetails::showMany(const QList<ChannelRow> &rows)
{
    qint64 posts = 0;
    qint64 unread = 0;
    int active = 0;
    int failing = 0;
    for (const ChannelRow &row : rows) {
        posts += row.postCount;
        unread += row.unreadCount;
        active += row.active ? 1 : 0;
        failing += row.health == ChannelHealth::Failing ? 1 : 0;
    }
    m_title->setText(tr("%n channels selected", nullptr, int(rows.size())));
    fill(m_posts,
        unread > 0 ? tr("%1, unread: %2").arg(texts::number(posts), texts::number(unread)) : texts::number(posts));
    if (failing > 0) {
        m_failure->show();
        fill(m_failureText, tr("%n of them are failing.", nullptr, failing));
        fill(m_failureAdvice, {});
    }
    const QSignalBlocker quiet(m_active);
    const bool mixed = active > 0 && active < rows.size();
    m_active->setTristate(mixed);
    m_active->setCheckState(mixed ? Qt::PartiallyChecked : active > 0 ? Qt::Checked : Qt::Unchecked);
}

QString ChannelDetails::historyText(const ChannelRow &row)
{
    if (row.historyComplete) {
        return tr("Complete, back to the first message");
    }
    if (row.historyPending) {
        return tr("Older messages were asked for and are being read");
    }
    if (row.lowestRead > 1) {
        return tr(
            "Up to %n older messages are not read", nullptr, int(std::min<qint64>(row.lowestRead - 1, 2'000'000'000)));
    }
    return {};
}

void ChannelDetails::changeEvent(QEvent *event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        updateLook();
    }
}

void ChannelDetails::updateLook()
{
    const QColor soft = palette().color(QPalette::PlaceholderText);
    const auto dim = [&soft](QLabel *label) {
        QPalette colors = label->palette();
        colors.setColor(QPalette::WindowText, soft);
        label->setPalette(colors);
    };
    dim(m_name);
    dim(m_hint);
    for (QLabel *caption : std::as_const(m_captions)) {
        dim(caption);
    }
    const QColor ground = Theme::tint(Theme::Role::Bad);
    m_failure->setStyleSheet(
        QStringLiteral("QFrame#detailsFailureFrame { background: rgba(%1,%2,%3,%4); border-radius: %5px; }")
            .arg(ground.red())
            .arg(ground.green())
            .arg(ground.blue())
            .arg(ground.alpha())
            .arg(Theme::radius));
}

} // namespace vestnik
