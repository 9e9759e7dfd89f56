// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/schedule/forecastdialog.h"

#include "ui/posts/textdragguard.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/runtexts.h"
#include "ui/widgets/tasktexts.h"
#include "ui/widgets/texts.h"

#include <QDateTime>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace vestnik {

ForecastDialog::ForecastDialog(const Job &job, const JobTexts::ChannelNames &names, QWidget *parent)
    : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("forecastDialog"));
    setWindowTitle(tr("Dry run"));
    setMinimumWidth(440);
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins(Theme::group, Theme::group, Theme::group, Theme::group);
    m_column->setSpacing(Theme::gap);
    auto *title = sectionLabel(job.name.isEmpty() ? tr("New job") : job.name, this);
    title->setWordWrap(true);
    m_column->addWidget(title);
    const QString target = JobTexts::target(job, names);
    m_column->addWidget(secondaryLabel(
        target.isEmpty() ? texts::jobKind(job.kind) : QStringLiteral("%1: %2").arg(texts::jobKind(job.kind), target),
        this));
    m_state = new QLabel(tr("Counting…"), this);
    m_state->setObjectName(QStringLiteral("forecastState"));
    m_state->setTextFormat(Qt::PlainText);
    m_state->setWordWrap(true);
    m_column->addWidget(m_state);
    m_facts = new QGridLayout;
    m_facts->setHorizontalSpacing(Theme::group);
    m_facts->setVerticalSpacing(Theme::grid);
    m_facts->setColumnStretch(1, 1);
    m_column->addLayout(m_facts);
    m_column->addStretch(1);
    auto *note = secondaryLabel(tr("Nothing was read, written or removed."), this);
    m_column->addWidget(note);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setObjectName(QStringLiteral("forecastClose"));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_column->addWidget(buttons);
}

void ForecastDialog::addLine(const QString &label, const QString &value, const QString &toolTip)
{
    const int row = m_facts->rowCount();
    auto *caption = new QLabel(label, this);
    caption->setTextFormat(Qt::PlainText);
    caption->setForegroundRole(QPalette::PlaceholderText);
    caption->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    auto *text = new QLabel(value, this);
    text->setObjectName(QStringLiteral("forecastValue"));
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    text->setToolTip(toolTip);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    new TextDragGuard(text);
    m_facts->addWidget(caption, row, 0);
    m_facts->addWidget(text, row, 1);
}

void ForecastDialog::showTrouble(const Error &error)
{
    QPalette red = m_state->palette();
    red.setColor(QPalette::WindowText, Theme::color(Theme::Role::Bad));
    m_state->setPalette(red);
    m_state->setText(TaskTexts::trouble(error));
    m_state->setToolTip(error.detail);
}

void ForecastDialog::showResult(const Result<JobForecast> &forecast)
{
    if (!forecast) {
        showTrouble(forecast.error());
        return;
    }
    if (forecast->error.code != ErrorCode::None) {
        showTrouble(forecast->error);
    } else {
        m_state->setText(tr("If it ran now:"));
    }
    for (const TaskFact &fact : forecast->facts) {
        addLine(TaskTexts::factLabel(fact), TaskTexts::factValue(fact));
    }
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    QStringList fires;
    QStringList exact;
    for (const qint64 fire : forecast->fires) {
        fires.append(JobTexts::moment(fire, now));
        exact.append(texts::exactTime(fire));
    }
    addLine(tr("Next runs"), fires.isEmpty() ? tr("none", "next runs") : fires.join(QLatin1Char('\n')),
        exact.join(QLatin1Char('\n')));
    adjustSize();
}

} // namespace vestnik
