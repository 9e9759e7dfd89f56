// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/posts/postnote.h"

#include <QKeyEvent>

#include "ui/posts/textdragguard.h"
#include "ui/widgets/theme.h"

#include <algorithm>
#include <utility>

namespace vestnik {
namespace {

constexpr int maxLines = 6;

} // namespace

PostNote::PostNote(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setObjectName(QStringLiteral("postNote"));
    setAccessibleName(tr("Note"));
    setPlaceholderText(tr("Note…"));
    setTabChangesFocus(true);
    setToolTip(tr("Saved when you leave the field (Ctrl+Enter)"));
    new TextDragGuard(this);
    connect(this, &QPlainTextEdit::textChanged, this, &PostNote::fitHeight);
    fitHeight();
}

void PostNote::load(const QString &note)
{
    m_note = note;
    if (toPlainText() != note) {
        setPlainText(note);
    }
}

void PostNote::setNote(const QString &note)
{
    const bool typing = toPlainText() != m_note;
    m_note = note;
    if (!typing && toPlainText() != note) {
        setPlainText(note);
    }
}

void PostNote::save()
{
    const QString text = toPlainText().trimmed().left(maxCharacters);
    if (text != m_note.trimmed()) {
        const QString before = std::exchange(m_note, text);
        Q_EMIT saveRequested(text, before);
    }
}

void PostNote::focusOutEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason) {
        save();
    }
}

void PostNote::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers().testFlag(Qt::ControlModifier)) {
        save();
        Q_EMIT finished();
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}

QSize PostNote::sizeHint() const
{
    return {200, maximumHeight()};
}

void PostNote::fitHeight()
{
    const int all = std::max(1, int(document()->size().height()));
    const int lines = std::min(all, maxLines);
    setVerticalScrollBarPolicy(all > maxLines ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    const int frame = 2 * frameWidth() + 2 * int(document()->documentMargin());
    setFixedHeight(lines * fontMetrics().lineSpacing() + frame + Theme::grid);
}

} // namespace vestnik
