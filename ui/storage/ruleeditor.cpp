// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/storage/ruleeditor.h"

#include "ui/storage/ruletexts.h"
#include "ui/widgets/controls.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace vestnik {

RuleEditor::RuleEditor(bool withGeneral, QWidget *parent)
    : QWidget(parent)
{
    m_mode = new QComboBox(this);
    m_mode->setObjectName(QStringLiteral("ruleMode"));
    m_mode->setAccessibleName(tr("How long posts are kept"));
    if (withGeneral) {
        m_mode->addItem(tr("As the general rule"), General);
    }
    m_mode->addItem(tr("For ever"), ForEver);
    m_mode->addItem(tr("By age"), ByAge);
    m_mode->addItem(tr("By number"), ByNumber);
    m_mode->addItem(tr("By age and number"), ByBoth);
    m_days = new QSpinBox(this);
    m_days->setObjectName(QStringLiteral("ruleDays"));
    m_days->setAccessibleName(tr("Days that posts are kept"));
    m_days->setRange(1, 36'500);
    m_days->setValue(365);
    m_days->setSuffix(QLatin1Char(' ') + tr("days", "unit behind a number"));
    m_posts = new QSpinBox(this);
    m_posts->setObjectName(QStringLiteral("rulePosts"));
    m_posts->setAccessibleName(tr("Newest posts of each channel that are kept"));
    m_posts->setRange(1, 10'000'000);
    m_posts->setValue(10'000);
    m_posts->setGroupSeparatorShown(true);
    m_posts->setSuffix(QLatin1Char(' ') + tr("newest posts", "unit behind a number"));
    m_sentence = secondaryLabel({}, this);
    m_sentence->setObjectName(QStringLiteral("ruleSentence"));
    for (QWidget *field :
        {static_cast<QWidget *>(m_mode), static_cast<QWidget *>(m_days), static_cast<QWidget *>(m_posts)}) {
        field->setFocusPolicy(Qt::StrongFocus);
        field->installEventFilter(this);
    }
    auto *line = new QHBoxLayout;
    line->setSpacing(Theme::gap);
    line->addWidget(m_mode, 1);
    line->addWidget(m_days, 1);
    auto *second = new QHBoxLayout;
    second->addWidget(m_posts);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::gap);
    column->addLayout(line);
    column->addLayout(second);
    column->addWidget(m_sentence);
    const auto changed = [this] {
        if (!m_setting) {
            tell();
            Q_EMIT edited();
        }
    };
    connect(m_mode, &QComboBox::currentIndexChanged, this, changed);
    connect(m_days, &QSpinBox::valueChanged, this, changed);
    connect(m_posts, &QSpinBox::valueChanged, this, changed);
    tell();
}

RuleEditor::Mode RuleEditor::mode() const
{
    return static_cast<Mode>(m_mode->currentData().toInt());
}

void RuleEditor::setRule(const std::optional<RetentionRule> &rule)
{
    m_setting = true;
    Mode shown = General;
    if (rule) {
        const bool age = rule->days > 0;
        shown = rule->isOpen() ? ForEver : !age ? ByNumber : rule->posts > 0 ? ByBoth : ByAge;
        if (age) {
            m_days->setValue(rule->days);
        }
        if (rule->posts > 0) {
            m_posts->setValue(rule->posts);
        }
    }
    m_mode->setCurrentIndex(qMax(0, m_mode->findData(shown)));
    m_setting = false;
    tell();
}

std::optional<RetentionRule> RuleEditor::rule() const
{
    RetentionRule rule;
    if (mode() == General) {
        return std::nullopt;
    }
    if (mode() == ByAge || mode() == ByBoth) {
        rule.days = m_days->value();
    }
    if (mode() == ByNumber || mode() == ByBoth) {
        rule.posts = m_posts->value();
    }
    return rule;
}

void RuleEditor::setGeneral(const RetentionRule &general)
{
    m_general = general;
    tell();
}

void RuleEditor::tell()
{
    m_days->setVisible(mode() == ByAge || mode() == ByBoth);
    m_posts->setVisible(mode() == ByNumber || mode() == ByBoth);
    m_sentence->setText(
        RuleTexts::sentence(rule().value_or(m_general)) + QLatin1Char(' ') + tr("Starred posts are always kept."));
}

bool RuleEditor::eventFilter(QObject *watched, QEvent *event)
{
    // Scrolling the page must not change what the mouse happens to pass over.
    const auto *field = qobject_cast<QWidget *>(watched);
    if (event->type() == QEvent::Wheel && field && !field->hasFocus()) {
        event->ignore();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

RuleDialog::RuleDialog(
    const QString &subject, const std::optional<RetentionRule> &rule, const RetentionRule &general, QWidget *parent)
    : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("ruleDialog"));
    setWindowTitle(tr("How long posts are kept"));
    setMinimumWidth(400);
    auto *caption = new QLabel(subject, this);
    caption->setTextFormat(Qt::PlainText);
    caption->setWordWrap(true);
    m_editor = new RuleEditor(true, this);
    m_editor->setGeneral(general);
    m_editor->setRule(rule);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton *keep = buttons->addButton(tr("Set Rule"), QDialogButtonBox::AcceptRole);
    keep->setObjectName(QStringLiteral("ruleAccept"));
    keep->setDefault(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::group, Theme::group, Theme::group, Theme::group);
    column->setSpacing(Theme::gap);
    column->addWidget(caption);
    column->addWidget(m_editor);
    column->addWidget(
        secondaryLabel(tr("The rule itself removes nothing: see the preview on the Storage page."), this));
    column->addStretch(1);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT chosen(m_editor->rule());
        accept();
    });
}

} // namespace vestnik
