// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/posts/searchedit.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <QStringListModel>
#include <QToolTip>

#include "ui/posts/searchhelp.h"
#include "ui/widgets/theme.h"

#include <algorithm>

namespace vestnik {

SearchEdit::SearchEdit(QWidget *parent)
    : QLineEdit(parent)
    , m_completer(new QCompleter(this))
    , m_proposals(new QStringListModel(this))
{
    setClearButtonEnabled(true);
    setMaxLength(2000);
    m_completer->setModel(m_proposals);
    m_completer->setWidget(this);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setMaxVisibleItems(12);
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this, &SearchEdit::take);
    connect(this, &QLineEdit::textEdited, this, &SearchEdit::proposeWords);
    connect(this, &QLineEdit::textChanged, this, [this] { m_problems.clear(); });
    connect(this, &QLineEdit::returnPressed, this, &SearchEdit::submitted);
}

void SearchEdit::setProblems(const QList<SearchProblem> &problems)
{
    m_problems = problems;
    update();
}

void SearchEdit::remember()
{
    const QString typed = text().trimmed();
    if (!typed.isEmpty() && m_history.value(0) != typed) {
        m_history.removeAll(typed);
        m_history.prepend(typed);
        m_history = m_history.mid(0, maxHistory);
        Q_EMIT historyChanged();
    }
}

void SearchEdit::proposeWords()
{
    const SearchCompletion completion = completeSearch(text(), cursorPosition(), m_names);
    m_from = completion.from;
    m_length = completion.length;
    m_showsHistory = false;
    m_proposals->setStringList(completion.proposals);
    if (completion.proposals.isEmpty() || !hasFocus()) {
        m_completer->popup()->hide();
        return;
    }
    m_completer->complete(rect());
}

void SearchEdit::proposeHistory()
{
    if (m_history.isEmpty()) {
        return;
    }
    m_from = 0;
    m_length = int(text().size());
    m_showsHistory = true;
    m_proposals->setStringList(m_history);
    m_completer->complete(rect());
}

void SearchEdit::take(const QString &proposal)
{
    if (m_showsHistory) {
        setText(proposal);
        Q_EMIT submitted();
        return;
    }
    const bool openEnd = proposal.endsWith(QLatin1Char(':'));
    const QString with = openEnd ? proposal : proposal + QLatin1Char(' ');
    QString whole = text();
    whole.replace(m_from, m_length, with);
    setText(whole);
    setCursorPosition(m_from + int(with.size()));
    if (openEnd) {
        proposeWords();
    }
}

int SearchEdit::xOf(int offset) const
{
    // The scrolled layout is not to be had; the place of a click is.
    const int middle = height() / 2;
    int low = 0;
    int high = width();
    while (low < high) {
        const int x = (low + high) / 2;
        // A click left of the middle of a character is before it.
        if (const_cast<SearchEdit *>(this)->cursorPositionAt(QPoint(x, middle)) >= offset) {
            high = x;
        } else {
            low = x + 1;
        }
    }
    return low;
}

bool SearchEdit::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_F1 || key->key() == Qt::Key_Escape || key->key() == Qt::Key_Return
            || key->key() == Qt::Key_Enter) {
            event->accept(); // these are the field's, not the window's
            return true;
        }
    } else if (event->type() == QEvent::ToolTip && !m_problems.isEmpty()) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int at = cursorPositionAt(help->pos());
        for (const SearchProblem &problem : std::as_const(m_problems)) {
            if (at >= problem.offset && at <= problem.offset + problem.length) {
                QToolTip::showText(help->globalPos(), searchProblemText(problem), this);
                return true;
            }
        }
    }
    return QLineEdit::event(event);
}

void SearchEdit::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_F1:
        Q_EMIT helpRequested();
        return;
    case Qt::Key_Escape:
        Q_EMIT cancelled();
        return;
    case Qt::Key_Down:
        if (!m_completer->popup()->isVisible()) {
            proposeHistory();
            return;
        }
        break;
    default:
        break;
    }
    QLineEdit::keyPressEvent(event);
}

void SearchEdit::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    if (m_problems.isEmpty()) {
        return;
    }
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(Theme::color(Theme::Role::Bad), 1.2));
    const qreal base = (height() + fontMetrics().height()) / 2.0;
    for (const SearchProblem &problem : std::as_const(m_problems)) {
        const int left = xOf(problem.offset);
        const int right = std::max(left + 6, xOf(problem.offset + std::max(1, problem.length)));
        QPainterPath wave(QPointF(left, base));
        for (int x = left; x < right; x += 4) {
            wave.quadTo(x + 1, base - 2.5, x + 2, base - 0.5);
            wave.quadTo(x + 3, base + 1.5, x + 4, base);
        }
        painter.drawPath(wave);
    }
}

} // namespace vestnik
