// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/trigger.h"

#include <QLineEdit>
#include <QWidget>

class QComboBox;
class QLabel;

namespace vestnik {

/// A line of text with a wavy line under its wrong part.
class MarkedLineEdit final : public QLineEdit {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MarkedLineEdit)

public:
    using QLineEdit::QLineEdit;

    /// `length` 0 marks the end of the text; `position` -1: nothing is marked.
    void setMark(int position, int length);
    /// What is underlined, for tests and screen readers.
    [[nodiscard]] int markPosition() const { return m_position; }
    [[nodiscard]] int markLength() const { return m_length; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_position = -1;
    int m_length = 0;
};

/// A cron expression with its meaning or what is wrong under it, presets, and a help that unfolds. GUI thread.
class CronField final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CronField)

public:
    explicit CronField(QWidget *parent);

    void setExpression(const QString &expression);
    [[nodiscard]] QString expression() const;
    /// What came of it; `sentence` is what it means, unless there is a problem.
    void showMeaning(const CronProblem &problem, const QString &sentence);

Q_SIGNALS:
    void edited();

private:
    void buildPresets();

    MarkedLineEdit *m_line;
    QComboBox *m_presets;
    QLabel *m_sentence;
    QLabel *m_problem;
    QLabel *m_help;
};

} // namespace vestnik
