// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/job.h"

#include <QHash>
#include <QWidget>

class QComboBox;
class QSpinBox;

namespace vestnik {

class DurationEdit;
class FormField;

/// What becomes of runs that were missed, overlap, last too long or fail. GUI thread.
class PolicyEditor final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PolicyEditor)

public:
    explicit PolicyEditor(QWidget *parent);

    void setPolicy(const JobPolicy &policy);
    [[nodiscard]] JobPolicy policy() const;
    /// By the name of the member as errors have it; nullptr for others.
    [[nodiscard]] FormField *field(const QString &member) const { return m_fields.value(member); }

Q_SIGNALS:
    void edited();

private:
    void follow();

    QComboBox *m_missed;
    QSpinBox *m_missedLimit;
    QComboBox *m_overlap;
    QSpinBox *m_concurrency;
    QSpinBox *m_priority;
    DurationEdit *m_timeout;
    QSpinBox *m_retries;
    DurationEdit *m_retryDelay;
    FormField *m_limitField = nullptr;
    FormField *m_delayField = nullptr;
    QHash<QString, FormField *> m_fields;
    bool m_setting = false;
};

} // namespace vestnik
