// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widgets/page.h"

#include <QFrame>
#include <QList>
#include <QTimer>

#include <functional>
#include <optional>

class QLabel;
class QPushButton;
class QToolButton;

namespace vestnik {

class IconLabel;

/// The line under the page: what was done, with Undo; what went wrong, with one action. One message at a time; others
/// wait and are counted. Good news goes by itself, trouble stays until it is closed.
class InfoBar final : public QFrame {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(InfoBar)

public:
    static constexpr int capacity = 20; ///< waiting messages; the oldest are dropped

    explicit InfoBar(QWidget *parent = nullptr);

    void post(const InfoMessage &message);
    /// The newest undo, also after its message went; does nothing if there is none.
    void undo();
    [[nodiscard]] bool canUndo() const { return m_undo != nullptr; }
    /// What is shown; nullopt while the bar is hidden.
    [[nodiscard]] const std::optional<InfoMessage> &current() const { return m_current; }
    [[nodiscard]] int waiting() const { return int(m_queue.size()); }

Q_SIGNALS:
    void undoChanged(bool available, const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void showNext();
    void display(const InfoMessage &message);
    void act();
    void actOther();
    void dismiss();
    void showCount();

    IconLabel *m_icon = nullptr;
    QLabel *m_text = nullptr;
    QLabel *m_count = nullptr;
    QLabel *m_details = nullptr;
    QPushButton *m_detailsButton = nullptr;
    QPushButton *m_action = nullptr;
    QPushButton *m_other = nullptr;
    QToolButton *m_close = nullptr;
    QTimer m_timer;
    std::optional<InfoMessage> m_current;
    QList<InfoMessage> m_queue;
    std::function<void()> m_undo;
};

} // namespace vestnik
