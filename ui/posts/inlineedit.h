// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QEvent>
#include <QKeyEvent>
#include <QLineEdit>

namespace vestnik {

/// A field inside a page whose Return and Escape are its own and not the page's. GUI thread.
class InlineEdit final : public QLineEdit {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(InlineEdit)

public:
    explicit InlineEdit(QWidget *parent = nullptr)
        : QLineEdit(parent)
    {
    }

Q_SIGNALS:
    void accepted();
    void cancelled();

protected:
    bool event(QEvent *event) override
    {
        if (event->type() == QEvent::ShortcutOverride && isOwn(static_cast<QKeyEvent *>(event)->key())) {
            event->accept();
            return true;
        }
        return QLineEdit::event(event);
    }

    void keyPressEvent(QKeyEvent *event) override
    {
        if (event->key() == Qt::Key_Escape) {
            Q_EMIT cancelled();
        } else if (isOwn(event->key())) {
            Q_EMIT accepted();
        } else {
            QLineEdit::keyPressEvent(event);
        }
    }

private:
    [[nodiscard]] static bool isOwn(int key)
    {
        return key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Escape;
    }
};

} // namespace vestnik
