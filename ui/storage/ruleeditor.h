// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/task.h"

#include <QDialog>
#include <QWidget>

class QComboBox;
class QLabel;
class QSpinBox;

namespace vestnik {

/// Chooses how long posts are kept: for ever, by age, by number, or both; says in words what that means. GUI thread.
class RuleEditor final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RuleEditor)

public:
    /// With `withGeneral` there is one more choice: as the general rule.
    explicit RuleEditor(bool withGeneral, QWidget *parent = nullptr);

    /// nullopt: as the general rule. Does not emit edited().
    void setRule(const std::optional<RetentionRule> &rule);
    [[nodiscard]] std::optional<RetentionRule> rule() const;
    /// Named by the choice "as the general rule".
    void setGeneral(const RetentionRule &general);

    [[nodiscard]] bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void edited();

private:
    enum Mode { General, ForEver, ByAge, ByNumber, ByBoth };

    [[nodiscard]] Mode mode() const;
    void tell();

    QComboBox *m_mode = nullptr;
    QSpinBox *m_days = nullptr;
    QSpinBox *m_posts = nullptr;
    QLabel *m_sentence = nullptr;
    RetentionRule m_general;
    bool m_setting = false;
};

/// Asks for the rule of some channels. To be open()ed; deletes itself when closed.
class RuleDialog final : public QDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RuleDialog)

public:
    /// `subject`: the channel's title, or how many there are.
    RuleDialog(const QString &subject, const std::optional<RetentionRule> &rule, const RetentionRule &general,
        QWidget *parent);

Q_SIGNALS:
    /// nullopt: as the general rule. Once, before the dialog closes.
    void chosen(const std::optional<vestnik::RetentionRule> &rule);

private:
    RuleEditor *m_editor = nullptr;
};

} // namespace vestnik
