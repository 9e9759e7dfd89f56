// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

class QLabel;
class QPlainTextEdit;
class QTextEdit;

namespace vestnik {

/// Keeps selected text from being dragged out of a widget: a drag runs an event loop of its own. A press inside the
/// selection ends the selection instead. Owned by the widget. GUI thread.
class TextDragGuard final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TextDragGuard)

public:
    explicit TextDragGuard(QLabel *label);
    explicit TextDragGuard(QTextEdit *edit);
    explicit TextDragGuard(QPlainTextEdit *edit);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QLabel *m_label = nullptr;
    QTextEdit *m_edit = nullptr;
    QPlainTextEdit *m_plain = nullptr;
};

} // namespace vestnik
