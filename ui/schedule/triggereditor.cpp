// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/schedule/triggereditor.h"

#include "ui/schedule/cronfield.h"
#include "ui/schedule/formparts.h"
#include "ui/schedule/jobtexts.h"
#include "ui/schedule/windowseditor.h"
#include "ui/schedule/zonebox.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/texts.h"
#include "ui/widgets/triggertexts.h"

#include <QCheckBox>
#include <QDateTimeEdit>
#include <QLocale>
#include <QSpinBox>
#include <QTabWidget>
#include <QTimeZone>
#include <QVBoxLayout>

namespace vestnik {
namespace {

constexpr qint64 secondMs = 1000;
constexpr qint64 minuteMs = 60 * secondMs;
constexpr qint64 dayMs = 86'400'000;
constexpr qint64 maxEveryMs = 366 * dayMs;
constexpr int fieldGap = 12;

QDateTime nextFullHour()
{
    const QDateTime now = QDateTime::currentDateTime();
    return QDateTime(now.date(), QTime(now.time().hour(), 0)).addSecs(3600);
}

QDateTimeEdit *makeDateTime(const char *name, const QString &spoken, QWidget *parent)
{
    auto *edit = new QDateTimeEdit(nextFullHour(), parent);
    edit->setObjectName(QLatin1String(name));
    edit->setAccessibleName(spoken);
    edit->setDisplayFormat(QStringLiteral("dd.MM.yyyy HH:mm"));
    edit->setCalendarPopup(true);
    return edit;
}

} // namespace

TriggerEditor::TriggerEditor(EngineFacade &engine, QWidget *parent)
    : QWidget(parent)
    , m_engine(engine)
    , m_tabs(new QTabWidget(this))
    , m_cron(new CronField(this))
    , m_zone(new ZoneBox(this))
    , m_windows(new WindowsEditor(this))
    , m_jitter(new DurationEdit(DurationEdit::Seconds, DurationEdit::Hours, 0, dayMs, tr("Spread"), this))
    , m_sentence(new QLabel(this))
    , m_fires(new QLabel(this))
{
    m_tabs->setObjectName(QStringLiteral("triggerTabs"));
    m_tabs->setDocumentMode(true);
    m_zone->setObjectName(QStringLiteral("triggerZone"));
    m_jitter->number()->setObjectName(QStringLiteral("triggerJitter"));
    m_jitter->setZeroText(tr("none", "spread"));
    buildLayout();
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, &TriggerEditor::ask);
    connect(m_tabs, &QTabWidget::currentChanged, this, &TriggerEditor::onEdited);
    connect(m_every, &DurationEdit::edited, this, &TriggerEditor::onEdited);
    connect(m_anchored, &QCheckBox::toggled, this, [this](bool anchored) {
        m_anchor->setVisible(anchored);
        onEdited();
    });
    connect(m_anchor, &QDateTimeEdit::dateTimeChanged, this, &TriggerEditor::onEdited);
    connect(m_cron, &CronField::edited, this, &TriggerEditor::onEdited);
    connect(m_at, &QDateTimeEdit::dateTimeChanged, this, &TriggerEditor::onEdited);
    connect(m_zone, &ZoneBox::edited, this, &TriggerEditor::onEdited);
    connect(m_windows, &WindowsEditor::edited, this, &TriggerEditor::onEdited);
    connect(m_jitter, &DurationEdit::edited, this, &TriggerEditor::onEdited);
    setTrigger({});
}

QWidget *TriggerEditor::makeEvery()
{
    auto *tab = new QWidget(m_tabs);
    m_every =
        new DurationEdit(DurationEdit::Seconds, DurationEdit::Days, secondMs, maxEveryMs, tr("Every", "interval"), tab);
    m_every->number()->setObjectName(QStringLiteral("triggerEvery"));
    m_every->unit()->setObjectName(QStringLiteral("triggerUnit"));
    m_anchored = new QCheckBox(tr("Count &from a time"), tab);
    m_anchored->setObjectName(QStringLiteral("triggerAnchored"));
    m_anchored->setToolTip(tr("Without it, from the beginning of the run before"));
    m_anchor = makeDateTime("triggerAnchor", tr("Count from"), tab);
    m_everyField = new FormField({}, m_every, tab);
    auto *column = new QVBoxLayout(tab);
    column->setContentsMargins(0, Theme::gap, 0, 0);
    column->setSpacing(Theme::gap);
    column->addWidget(m_everyField);
    column->addWidget(m_anchored);
    column->addWidget(m_anchor);
    column->addStretch(1);
    m_anchor->hide();
    return tab;
}

QWidget *TriggerEditor::makeOnce()
{
    auto *tab = new QWidget(m_tabs);
    m_at = makeDateTime("triggerAt", tr("Once at"), tab);
    m_atField = new FormField({}, m_at, tab);
    m_atField->setHelp(tr("By the clock of this computer."));
    auto *column = new QVBoxLayout(tab);
    column->setContentsMargins(0, Theme::gap, 0, 0);
    column->addWidget(m_atField);
    column->addStretch(1);
    return tab;
}

void TriggerEditor::buildLayout()
{
    auto *cronTab = new QWidget(m_tabs);
    m_cronField = new FormField({}, m_cron, cronTab);
    auto *cronColumn = new QVBoxLayout(cronTab);
    cronColumn->setContentsMargins(0, Theme::gap, 0, 0);
    cronColumn->addWidget(m_cronField);
    cronColumn->addStretch(1);
    // In the order of TriggerKind.
    m_tabs->addTab(makeEvery(), tr("Every…", "trigger"));
    m_tabs->addTab(cronTab, tr("Cron", "trigger"));
    m_tabs->addTab(makeOnce(), tr("Once", "trigger"));
    m_zoneField = new FormField(tr("Time &zone"), m_zone, this);
    m_windowsField = new FormField(tr("Only within"), m_windows, this);
    m_jitterField = new FormField(tr("Spre&ad: begin later by up to"), m_jitter, this);

    m_sentence->setObjectName(QStringLiteral("triggerSentence"));
    m_fires->setObjectName(QStringLiteral("triggerFires"));
    m_fires->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    for (QLabel *label : {m_sentence, m_fires}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    auto *next = new QWidget(this);
    auto *nextColumn = new QVBoxLayout(next);
    nextColumn->setContentsMargins(0, 0, 0, 0);
    nextColumn->setSpacing(Theme::grid);
    nextColumn->addWidget(m_sentence);
    nextColumn->addWidget(m_fires);
    m_nextField = new FormField(tr("Next five"), next, this);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(fieldGap);
    column->addWidget(m_tabs);
    column->addWidget(m_nextField);
    column->addWidget(m_zoneField);
    column->addWidget(m_windowsField);
    column->addWidget(m_jitterField);
}

void TriggerEditor::setTrigger(const Trigger &trigger)
{
    m_setting = true;
    m_tabs->setCurrentIndex(int(trigger.kind));
    m_every->setMs(trigger.everyMs);
    m_anchored->setChecked(trigger.anchor > 0);
    m_anchor->setVisible(trigger.anchor > 0);
    m_anchor->setDateTime(trigger.anchor > 0 ? QDateTime::fromMSecsSinceEpoch(trigger.anchor) : nextFullHour());
    m_cron->setExpression(trigger.cron);
    m_at->setDateTime(trigger.at > 0 ? QDateTime::fromMSecsSinceEpoch(trigger.at) : nextFullHour());
    m_zone->setZone(trigger.zone);
    m_windows->setWindows(trigger.windows);
    m_jitter->setMs(trigger.jitterMs);
    m_setting = false;
    m_soon.start();
}

Trigger TriggerEditor::trigger() const
{
    Trigger trigger;
    trigger.kind = static_cast<TriggerKind>(m_tabs->currentIndex());
    switch (trigger.kind) {
    case TriggerKind::Interval:
        trigger.everyMs = m_every->ms();
        trigger.anchor = m_anchored->isChecked() ? m_anchor->dateTime().toMSecsSinceEpoch() : 0;
        break;
    case TriggerKind::Cron:
        trigger.cron = m_cron->expression();
        break;
    case TriggerKind::Once:
        trigger.at = m_at->dateTime().toMSecsSinceEpoch();
        break;
    }
    trigger.zone = m_zone->zone();
    trigger.windows = m_windows->windows();
    trigger.jitterMs = m_jitter->ms();
    return trigger;
}

FormField *TriggerEditor::field(const QString &member) const
{
    static const QHash<QString, FormField * TriggerEditor::*> fields{
        {QStringLiteral("cron"), &TriggerEditor::m_cronField}, {QStringLiteral("zone"), &TriggerEditor::m_zoneField},
        {QStringLiteral("interval"), &TriggerEditor::m_everyField},
        {QStringLiteral("every_ms"), &TriggerEditor::m_everyField},
        {QStringLiteral("every"), &TriggerEditor::m_everyField},
        {QStringLiteral("anchor"), &TriggerEditor::m_everyField},
        {QStringLiteral("window"), &TriggerEditor::m_windowsField},
        {QStringLiteral("windows"), &TriggerEditor::m_windowsField}, {QStringLiteral("at"), &TriggerEditor::m_atField},
        {QStringLiteral("past"), &TriggerEditor::m_atField}, {QStringLiteral("jitter"), &TriggerEditor::m_jitterField},
        {QStringLiteral("jitter_ms"), &TriggerEditor::m_jitterField}};
    const auto found = fields.constFind(member);
    return found == fields.cend() ? nullptr : this->*found.value();
}

void TriggerEditor::onEdited()
{
    if (m_setting) {
        return;
    }
    for (FormField *part : {m_everyField, m_cronField, m_atField, m_zoneField, m_windowsField, m_jitterField}) {
        part->setError({});
    }
    m_soon.start();
    Q_EMIT edited();
}

void TriggerEditor::ask()
{
    const qint64 question = ++m_question;
    const Trigger asked = trigger();
    m_engine.previewTrigger(asked, shownFires, this, [this, question, asked](const Result<TriggerPreview> &preview) {
        if (question == m_question && preview) {
            show(asked, *preview);
        }
    });
}

void TriggerEditor::showError(const QString &member)
{
    QString text;
    if (member == QLatin1String("zone")) {
        text = tr("There is no such time zone.");
    } else if (member == QLatin1String("interval")) {
        text = tr("From 1 second to 366 days.");
    } else if (member == QLatin1String("window") || member == QLatin1String("windows")) {
        text = tr("A window needs at least one day and must not be empty.");
    } else if (member == QLatin1String("past") || member == QLatin1String("at")) {
        text = tr("This time has passed.");
    } else {
        text = tr("This cannot be used.");
    }
    if (FormField *part = field(member)) {
        part->setError(text);
    }
}

void TriggerEditor::show(const Trigger &asked, const TriggerPreview &preview)
{
    const bool cron = asked.kind == TriggerKind::Cron;
    const bool broken = cron && preview.problem.kind != CronProblemKind::None;
    const QString words =
        broken ? QString() : JobTexts::sentence(triggertexts::inWords(asked, preview.cron, QLocale()));
    m_cron->showMeaning(cron ? preview.problem : CronProblem(), cron ? words : QString());
    m_zoneField->setError({});
    m_windowsField->setError({});
    m_everyField->setError({});
    m_atField->setError({});
    if (!preview.error.isEmpty()) {
        showError(preview.error);
    }
    m_sentence->setText(cron ? QString() : words); // that of cron stands at its field
    m_sentence->setVisible(!m_sentence->text().isEmpty());
    QStringList lines;
    QStringList exact;
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    for (const qint64 fire : preview.fires) {
        const QDateTime at = QDateTime::fromMSecsSinceEpoch(fire);
        const qint64 left = fire - now;
        // The first of an interval without a beginning is the start itself.
        QString away = tr("at once");
        if (left >= secondMs) {
            const qint64 shown = left < minuteMs ? left : left / minuteMs * minuteMs;
            away = tr("in %1", "duration").arg(texts::durationWords(shown));
        }
        lines.append(tr("%1 %2, %3", "weekday, date with time, from now")
                         .arg(QLocale().standaloneDayName(at.date().dayOfWeek(), QLocale::ShortFormat),
                             QLocale().toString(at.date(), QStringLiteral("d MMM"))
                                 + at.time().toString(QStringLiteral(" HH:mm")),
                             away));
        exact.append(texts::exactTime(fire));
    }
    const QTimeZone zone(preview.zone);
    const bool abroad = zone.isValid()
        && zone.offsetFromUtc(QDateTime::currentDateTimeUtc()) != QDateTime::currentDateTime().offsetFromUtc();
    m_nextField->setHelp(abroad && !lines.isEmpty() ? tr("By the clock of this computer.") : QString());
    m_valid = !broken && preview.error.isEmpty();
    if (lines.isEmpty()) {
        lines.append(m_valid ? tr("It would never run within nine years.") : QString(QChar(0x2013)));
    }
    m_fires->setText(lines.join(QLatin1Char('\n')));
    m_fires->setToolTip(exact.join(QLatin1Char('\n')));
    m_fires->setMinimumHeight(shownFires * m_fires->fontMetrics().lineSpacing()); // nothing jumps while one types
    Q_EMIT checked();
}

} // namespace vestnik
