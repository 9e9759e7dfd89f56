// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/posts/searchstrip.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/posts/inlineedit.h"
#include "ui/posts/searchhelp.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/theme.h"

namespace vestnik {
namespace {

constexpr int maxSentences = 3;

} // namespace

SearchStrip::SearchStrip(QWidget *parent)
    : QWidget(parent)
    , m_problems(new QLabel(this))
    , m_note(secondaryLabel({}, this))
    , m_naming(new QWidget(this))
    , m_question(new QLabel(tr("Name of the search:"), m_naming))
    , m_name(new InlineEdit(m_naming))
{
    setObjectName(QStringLiteral("searchStrip"));
    for (QLabel *label : {m_problems, m_note}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_problems->setObjectName(QStringLiteral("searchProblems"));
    m_note->setObjectName(QStringLiteral("searchNote"));
    m_name->setObjectName(QStringLiteral("searchName"));
    m_name->setMaxLength(100);
    m_name->setAccessibleName(m_question->text());
    m_question->setBuddy(m_name);
    auto *save = new QPushButton(tr("Save"), m_naming);
    save->setObjectName(QStringLiteral("searchNameSave"));
    auto *cancel = new QPushButton(tr("Cancel"), m_naming);
    auto *line = new QHBoxLayout(m_naming);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(Theme::grid);
    line->addWidget(m_question);
    line->addWidget(m_name, 1);
    line->addWidget(save);
    line->addWidget(cancel);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 0, 12, Theme::gap);
    column->setSpacing(Theme::grid);
    column->addWidget(m_naming);
    column->addWidget(m_problems);
    column->addWidget(m_note);
    m_naming->hide();
    m_problems->hide();
    m_note->hide();
    updateShown();
    connect(save, &QPushButton::clicked, this, [this] { finish(true); });
    connect(cancel, &QPushButton::clicked, this, [this] { finish(false); });
    connect(m_name, &InlineEdit::accepted, this, [this] { finish(true); });
    connect(m_name, &InlineEdit::cancelled, this, [this] { finish(false); });
}

void SearchStrip::setProblems(const QList<SearchProblem> &problems)
{
    QStringList sentences;
    for (const SearchProblem &problem : problems.mid(0, maxSentences)) {
        const QString sentence = searchProblemText(problem);
        if (!sentences.contains(sentence)) {
            sentences.append(sentence);
        }
    }
    m_problems->setText(sentences.join(QLatin1Char('\n')));
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, Theme::color(Theme::Role::Bad));
    m_problems->setPalette(colors);
    m_problems->setVisible(!sentences.isEmpty());
    updateShown();
}

void SearchStrip::setNote(const QString &note)
{
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    updateShown();
}

void SearchStrip::askName(const SavedSearch &search)
{
    m_search = search;
    m_name->setText(search.name.isEmpty() ? search.text.left(100) : search.name);
    m_naming->show();
    updateShown();
    m_name->setFocus(Qt::OtherFocusReason);
    m_name->selectAll();
}

bool SearchStrip::isAsking() const
{
    return !m_naming->isHidden();
}

void SearchStrip::finish(bool save)
{
    const QString name = m_name->text().trimmed();
    if (save && name.isEmpty()) {
        return;
    }
    m_naming->hide();
    updateShown();
    if (save) {
        m_search.name = name;
        Q_EMIT saveRequested(m_search);
    }
    Q_EMIT closed();
}

void SearchStrip::updateShown()
{
    setVisible(!m_naming->isHidden() || !m_problems->isHidden() || !m_note->isHidden());
}

} // namespace vestnik
