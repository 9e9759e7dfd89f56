// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/schedule/cronfield.h"

#include "ui/schedule/formparts.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/triggertexts.h"

#include <QComboBox>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QPainter>
#include <QPainterPath>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace vestnik {

void MarkedLineEdit::setMark(int position, int length)
{
    if (position != m_position || length != m_length) {
        m_position = position;
        m_length = length;
        update();
    }
}

void MarkedLineEdit::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    if (m_position < 0) {
        return;
    }
    // Where the text stands is told by the cursor, which also knows how far it is scrolled.
    const QFontMetricsF metrics(font());
    const QString shown = text();
    const double origin = cursorRect().center().x() - metrics.horizontalAdvance(shown.left(cursorPosition()));
    const int from = qBound(0, m_position, int(shown.size()));
    const int to = qBound(from, m_position + m_length, int(shown.size()));
    const double left = origin + metrics.horizontalAdvance(shown.left(from));
    const double right =
        std::max(left + metrics.averageCharWidth(), origin + metrics.horizontalAdvance(shown.left(to)));
    const double bottom = rect().center().y() + metrics.height() / 2 + 1.5;
    QPainterPath wave(QPointF(left, bottom));
    bool up = true;
    for (double x = left + 2; x <= right; x += 2, up = !up) {
        wave.lineTo(x, bottom - (up ? 2 : 0));
    }
    QPainter painter(this);
    painter.setClipRect(rect().adjusted(3, 0, -3, 0));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(Theme::color(Theme::Role::Bad), 1.4));
    painter.drawPath(wave);
}

CronField::CronField(QWidget *parent)
    : QWidget(parent)
    , m_line(new MarkedLineEdit(this))
    , m_presets(new QComboBox(this))
    , m_sentence(new QLabel(this))
    , m_problem(complaintLabel(this))
    , m_help(secondaryLabel({}, this))
{
    m_line->setObjectName(QStringLiteral("cronExpression"));
    m_line->setAccessibleName(tr("Cron expression"));
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    fixed.setPointSizeF(font().pointSizeF());
    m_line->setFont(fixed);
    m_line->setMaxLength(300); // longer than allowed, so that the limit can be said
    m_line->setPlaceholderText(QStringLiteral("30 8 * * mon-fri"));
    setFocusProxy(m_line);
    buildPresets();
    m_sentence->setObjectName(QStringLiteral("cronSentence"));
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    m_problem->setObjectName(QStringLiteral("cronProblem"));
    m_help->setObjectName(QStringLiteral("cronHelp"));
    m_help->setText(
        tr("Five fields: minute, hour, day of month, month, day of week (0 or 7 is Sunday; names as jan and "
           "mon).\n* each · 1-5 from to · 1,15 both · */10 each tenth\n@hourly, @daily, @weekly, @monthly, "
           "@yearly\nIf both days are given, either of them is enough."));
    m_help->hide();
    auto *syntax = new LinkButton(tr("Syntax"), this);
    syntax->setObjectName(QStringLiteral("cronSyntax"));
    syntax->setToolTip(tr("How expressions are written"));
    connect(syntax, &QAbstractButton::clicked, this, [this] { m_help->setVisible(m_help->isHidden()); });

    auto *line = new QHBoxLayout;
    line->setSpacing(Theme::gap);
    line->addWidget(m_presets, 1);
    line->addWidget(syntax);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::grid);
    column->addWidget(m_line);
    column->addWidget(m_problem);
    column->addWidget(m_sentence);
    column->addSpacing(Theme::grid);
    column->addLayout(line);
    column->addWidget(m_help);
    connect(m_line, &QLineEdit::textChanged, this, [this] {
        const QSignalBlocker quiet(m_presets);
        m_presets->setCurrentIndex(std::max(0, m_presets->findData(expression())));
        Q_EMIT edited();
    });
}

void CronField::buildPresets()
{
    m_presets->setObjectName(QStringLiteral("cronPresets"));
    m_presets->setAccessibleName(tr("Common times"));
    m_presets->addItem(tr("Common times…"), QString());
    const auto add = [this](const QString &text, const char *expression) {
        m_presets->addItem(text, QLatin1String(expression));
    };
    add(tr("Every full hour"), "0 * * * *");
    add(tr("Every quarter of an hour"), "*/15 * * * *");
    add(tr("Every day at 08:30"), "30 8 * * *");
    add(tr("Every weekday at 08:30"), "30 8 * * mon-fri");
    add(tr("Weekdays 08:00–20:00, every half hour"), "*/30 8-19 * * mon-fri");
    add(tr("Every Monday at 09:00"), "0 9 * * mon");
    add(tr("Every night at 04:15"), "15 4 * * *");
    add(tr("The first of each month at 06:00"), "0 6 1 * *");
    m_presets->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_presets->setMinimumContentsLength(12);
    connect(m_presets, &QComboBox::activated, this, [this](int index) {
        if (const QString expression = m_presets->itemData(index).toString(); !expression.isEmpty()) {
            m_line->setText(expression);
        }
    });
}

void CronField::setExpression(const QString &expression)
{
    if (m_line->text() != expression) {
        m_line->setText(expression);
    }
}

QString CronField::expression() const
{
    // Positions of problems are those of the text as it stands, so it is not trimmed.
    return m_line->text();
}

void CronField::showMeaning(const CronProblem &problem, const QString &sentence)
{
    const bool wrong = problem.kind != CronProblemKind::None;
    m_line->setMark(wrong ? problem.position : -1, problem.length);
    setComplaint(m_problem, wrong ? triggertexts::problem(problem) : QString());
    m_line->setAccessibleDescription(wrong ? m_problem->text() : sentence);
    m_sentence->setText(wrong ? QString() : sentence);
    m_sentence->setVisible(!m_sentence->text().isEmpty());
}

} // namespace vestnik
