// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/schedule/policyeditor.h"

#include "ui/schedule/formparts.h"

#include <QComboBox>
#include <QSpinBox>
#include <QVBoxLayout>

namespace vestnik {
namespace {

constexpr qint64 secondMs = 1000;
constexpr qint64 dayMs = 86'400'000;

} // namespace

PolicyEditor::PolicyEditor(QWidget *parent)
    : QWidget(parent)
    , m_missed(new QComboBox(this))
    , m_missedLimit(new QSpinBox(this))
    , m_overlap(new QComboBox(this))
    , m_concurrency(new QSpinBox(this))
    , m_priority(new QSpinBox(this))
    , m_timeout(new DurationEdit(DurationEdit::Seconds, DurationEdit::Days, 0, 7 * dayMs, tr("Longest run"), this))
    , m_retries(new QSpinBox(this))
    , m_retryDelay(new DurationEdit(
          DurationEdit::Seconds, DurationEdit::Hours, secondMs, dayMs, tr("Pause before a retry"), this))
{
    m_missed->setObjectName(QStringLiteral("policyMissed"));
    m_missed->addItem(tr("Leave them out"), int(MissedPolicy::Skip));
    m_missed->addItem(tr("Run once for all of them"), int(MissedPolicy::Once));
    m_missed->addItem(tr("Run once for each"), int(MissedPolicy::All));
    m_missedLimit->setObjectName(QStringLiteral("policyMissedLimit"));
    m_missedLimit->setRange(1, 1000);
    m_overlap->setObjectName(QStringLiteral("policyOverlap"));
    m_overlap->addItem(tr("Leave the new one out"), int(OverlapPolicy::Skip));
    m_overlap->addItem(tr("Let the new one wait"), int(OverlapPolicy::Queue));
    m_overlap->addItem(tr("Stop the old one"), int(OverlapPolicy::CancelOld));
    m_concurrency->setObjectName(QStringLiteral("policyConcurrency"));
    m_concurrency->setRange(1, 16);
    m_priority->setObjectName(QStringLiteral("policyPriority"));
    m_priority->setRange(-10, 10);
    m_timeout->number()->setObjectName(QStringLiteral("policyTimeout"));
    m_timeout->setZeroText(tr("no limit"));
    m_retries->setObjectName(QStringLiteral("policyRetries"));
    m_retries->setRange(0, 20);
    m_retries->setSpecialValueText(tr("none", "retries"));
    m_retryDelay->number()->setObjectName(QStringLiteral("policyRetryDelay"));

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    const auto add = [&](const char *member, const QString &caption, QWidget *editor) {
        auto *field = new FormField(caption, editor, this);
        if (editor->accessibleName().isEmpty()) {
            editor->setAccessibleName(QString(caption).remove(QLatin1Char('&')));
        }
        column->addWidget(field);
        m_fields.insert(QLatin1String(member), field);
        return field;
    };
    add("missed", tr("Runs that were &missed"), m_missed)
        ->setHelp(tr("While the computer slept, the program was closed or the clock was set."));
    m_limitField = add("missed_limit", tr("At most, the newest"), m_missedLimit);
    add("overlap", tr("Due while a run still &goes"), m_overlap);
    add("concurrency", tr("Runs of this job si&de by side"), m_concurrency);
    add("priority", tr("Pr&iority"), m_priority)->setHelp(tr("Of the runs that wait, the highest goes first."));
    add("timeout_ms", tr("&Longest run"), m_timeout)->setHelp(tr("A run that lasts longer is ended as failed."));
    add("retries", tr("&Tries again after a failure"), m_retries);
    m_delayField = add("retry_delay_ms", tr("Pause &before each"), m_retryDelay);
    // Names with and without their unit.
    m_fields.insert(QStringLiteral("timeout"), m_fields.value(QStringLiteral("timeout_ms")));
    m_fields.insert(QStringLiteral("retry_delay"), m_delayField);

    const auto changed = [this] {
        follow();
        if (!m_setting) {
            Q_EMIT edited();
        }
    };
    for (QComboBox *box : {m_missed, m_overlap}) {
        connect(box, &QComboBox::currentIndexChanged, this, changed);
    }
    for (QSpinBox *box : {m_missedLimit, m_concurrency, m_priority, m_retries}) {
        connect(box, &QSpinBox::valueChanged, this, changed);
    }
    connect(m_timeout, &DurationEdit::edited, this, changed);
    connect(m_retryDelay, &DurationEdit::edited, this, changed);
    setPolicy({});
}

void PolicyEditor::setPolicy(const JobPolicy &policy)
{
    m_setting = true;
    m_missed->setCurrentIndex(m_missed->findData(int(policy.missed)));
    m_missedLimit->setValue(policy.missedLimit);
    m_overlap->setCurrentIndex(m_overlap->findData(int(policy.overlap)));
    m_concurrency->setValue(policy.concurrency);
    m_priority->setValue(policy.priority);
    m_timeout->setMs(policy.timeoutMs);
    m_retries->setValue(policy.retries);
    m_retryDelay->setMs(policy.retryDelayMs);
    m_setting = false;
    follow();
}

JobPolicy PolicyEditor::policy() const
{
    JobPolicy policy;
    policy.missed = static_cast<MissedPolicy>(m_missed->currentData().toInt());
    policy.missedLimit = m_missedLimit->value();
    policy.overlap = static_cast<OverlapPolicy>(m_overlap->currentData().toInt());
    policy.concurrency = m_concurrency->value();
    policy.priority = m_priority->value();
    policy.timeoutMs = m_timeout->ms();
    policy.retries = m_retries->value();
    policy.retryDelayMs = m_retryDelay->ms();
    return policy;
}

void PolicyEditor::follow()
{
    m_limitField->setVisible(m_missed->currentData().toInt() == int(MissedPolicy::All));
    m_delayField->setVisible(m_retries->value() > 0);
}

} // namespace vestnik
