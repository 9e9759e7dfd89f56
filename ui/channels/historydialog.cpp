// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/channels/historydialog.h"

#include <QDateTime>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>

#include "ui/widgets/texts.h"
#include "ui/widgets/theme.h"

#include <algorithm>

namespace vestnik {
namespace {

constexpr qint64 messagesPerPage = 20; ///< what the web preview gives at once
constexpr qint64 dayMs = 24LL * 60 * 60 * 1000;

} // namespace

HistoryDialog::HistoryDialog(const QList<ChannelRow> &channels, double pace, QWidget *parent)
    : QDialog(parent)
    , m_channels(channels)
    , m_pace(pace)
    , m_everything(new QRadioButton(tr("&Everything, back to the first message"), this))
    , m_days(new QRadioButton(tr("The last &days:"), this))
    , m_posts(new QRadioButton(tr("The newest &posts:"), this))
    , m_dayCount(new QSpinBox(this))
    , m_postCount(new QSpinBox(this))
    , m_estimate(new QLabel(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Read older history"));
    setObjectName(QStringLiteral("historyDialog"));
    setMinimumWidth(400);
    m_dayCount->setRange(1, 36500);
    m_dayCount->setValue(365);
    m_dayCount->setAccessibleName(tr("Number of days"));
    m_postCount->setRange(1, 10'000'000);
    m_postCount->setSingleStep(100);
    m_postCount->setValue(1000);
    m_postCount->setGroupSeparatorShown(true);
    m_postCount->setAccessibleName(tr("Number of posts in each channel"));
    m_everything->setObjectName(QStringLiteral("historyEverything"));
    m_days->setObjectName(QStringLiteral("historyDays"));
    m_posts->setObjectName(QStringLiteral("historyPosts"));
    m_dayCount->setObjectName(QStringLiteral("historyDayCount"));
    m_postCount->setObjectName(QStringLiteral("historyPostCount"));
    m_estimate->setObjectName(QStringLiteral("historyEstimate"));
    m_estimate->setWordWrap(true);
    m_estimate->setTextFormat(Qt::PlainText);
    m_estimate->setMinimumHeight(3 * m_estimate->fontMetrics().lineSpacing());
    m_estimate->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_everything->setChecked(true);

    QString subject = tr("%n channels", nullptr, int(channels.size()));
    if (channels.size() == 1) {
        const ChannelRow &row = channels.first();
        subject = row.title.isEmpty() ? QString(QLatin1Char('@') + row.username) : row.title;
    }
    auto *intro = new QLabel(tr("How far back to read: %1").arg(subject), this);
    intro->setTextFormat(Qt::PlainText);
    intro->setWordWrap(true);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton *start = buttons->addButton(tr("Read"), QDialogButtonBox::AcceptRole);
    start->setDefault(true);
    start->setObjectName(QStringLiteral("historyStart"));

    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(Theme::group, Theme::group, Theme::group, Theme::group);
    layout->setHorizontalSpacing(Theme::gap);
    layout->setVerticalSpacing(Theme::gap);
    layout->addWidget(intro, 0, 0, 1, 3);
    layout->addWidget(m_everything, 1, 0, 1, 3);
    layout->addWidget(m_days, 2, 0);
    layout->addWidget(m_dayCount, 2, 1);
    layout->addWidget(m_posts, 3, 0);
    layout->addWidget(m_postCount, 3, 1);
    layout->setColumnStretch(2, 1);
    layout->addWidget(m_estimate, 4, 0, 1, 3);
    layout->setRowStretch(5, 1);
    layout->addWidget(buttons, 6, 0, 1, 3);

    for (QRadioButton *button : {m_everything, m_days, m_posts}) {
        connect(button, &QRadioButton::toggled, this, &HistoryDialog::updateEstimate);
    }
    connect(m_dayCount, &QSpinBox::valueChanged, this, [this] { m_days->setChecked(true); });
    connect(m_postCount, &QSpinBox::valueChanged, this, [this] {
        m_posts->setChecked(true);
        updateEstimate();
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT chosen(goal());
        accept();
    });
    updateEstimate();
}

HistoryGoal HistoryDialog::goal() const
{
    HistoryGoal goal;
    if (m_everything->isChecked()) {
        goal.kind = HistoryGoal::Kind::All;
    } else if (m_days->isChecked()) {
        goal.kind = HistoryGoal::Kind::Since;
        goal.since = QDateTime::currentMSecsSinceEpoch() - m_dayCount->value() * dayMs;
    } else {
        goal.kind = HistoryGoal::Kind::Newest;
        goal.posts = m_postCount->value();
    }
    return goal;
}

qint64 HistoryDialog::unreadMessages(const QList<ChannelRow> &channels)
{
    qint64 total = 0;
    for (const ChannelRow &row : channels) {
        if (row.historyComplete) {
            continue;
        }
        if (row.lowestRead <= 0) {
            return -1;
        }
        total += row.lowestRead - 1;
    }
    return total;
}

void HistoryDialog::updateEstimate()
{
    m_estimate->setText(estimateText());
}

QString HistoryDialog::estimateText() const
{
    if (m_days->isChecked()) {
        return tr(
            "How long it takes depends on how much was posted in that time. It can be cancelled and goes on later "
            "where it stopped.");
    }
    qint64 messages = unreadMessages(m_channels);
    if (m_posts->isChecked()) {
        qint64 wanted = 0;
        for (const ChannelRow &row : m_channels) {
            wanted += row.historyComplete ? 0 : std::max<qint64>(0, m_postCount->value() - row.postCount);
        }
        messages = messages < 0 ? wanted : std::min(messages, wanted);
    }
    if (messages < 0) {
        return tr("Some of these channels were never parsed: how much there is shows while reading.");
    }
    if (messages == 0) {
        return tr("There is nothing older to read.");
    }
    const qint64 pages = (messages + messagesPerPage - 1) / messagesPerPage;
    if (m_pace <= 0) {
        return tr("At most about %1 messages on %2 pages.").arg(texts::number(messages), texts::number(pages));
    }
    return tr("At most about %1 messages on %2 pages, %3 at the pace of the settings. It can be cancelled and goes on "
              "later where it stopped.")
        .arg(texts::number(messages), texts::number(pages),
            texts::durationWords(qint64(double(pages) * 1000.0 / m_pace)));
}

} // namespace vestnik
