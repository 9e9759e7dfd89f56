// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/posts/textdragguard.h"

#include <QLabel>
#include <QMouseEvent>
#include <QPlainTextEdit>
#include <QTextCursor>
#include <QTextEdit>

namespace vestnik {
namespace {

template<typename Edit>
void clearSelectionUnder(Edit *edit, const QPoint &at)
{
    QTextCursor cursor = edit->textCursor();
    const int pressed = edit->cursorForPosition(at).position();
    if (cursor.hasSelection() && pressed >= cursor.selectionStart() && pressed <= cursor.selectionEnd()) {
        cursor.clearSelection();
        edit->setTextCursor(cursor);
    }
}

} // namespace

TextDragGuard::TextDragGuard(QLabel *label)
    : QObject(label)
    , m_label(label)
{
    label->installEventFilter(this);
}

TextDragGuard::TextDragGuard(QTextEdit *edit)
    : QObject(edit)
    , m_edit(edit)
{
    edit->viewport()->installEventFilter(this);
}

TextDragGuard::TextDragGuard(QPlainTextEdit *edit)
    : QObject(edit)
    , m_plain(edit)
{
    edit->viewport()->installEventFilter(this);
}

bool TextDragGuard::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::MouseButtonPress) {
        const auto *press = static_cast<QMouseEvent *>(event);
        if (press->button() == Qt::LeftButton && press->modifiers() == Qt::NoModifier) {
            if (m_label != nullptr && m_label->hasSelectedText()) {
                m_label->setSelection(0, 0);
            } else if (m_edit != nullptr) {
                clearSelectionUnder(m_edit, press->position().toPoint());
            } else if (m_plain != nullptr) {
                clearSelectionUnder(m_plain, press->position().toPoint());
            }
        }
    }
    return QObject::eventFilter(watched, event);
}

} // namespace vestnik
