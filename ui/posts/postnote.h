// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPlainTextEdit>

namespace vestnik {

/// The operator's note under a post; saved when the field is left, and by Ctrl+Return. GUI thread.
class PostNote final : public QPlainTextEdit {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PostNote)

public:
    static constexpr int maxCharacters = 20'000;

    explicit PostNote(QWidget *parent = nullptr);

    /// The note of another post.
    void load(const QString &note);
    /// The stored note of the same post. What is being typed stays.
    void setNote(const QString &note);
    [[nodiscard]] QString note() const { return m_note; }
    /// Saves what was typed, if that changed anything.
    void save();

Q_SIGNALS:
    /// What to store and what stood there.
    void saveRequested(const QString &text, const QString &before);
    /// Ctrl+Return.
    void finished();

protected:
    void focusOutEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    [[nodiscard]] QSize sizeHint() const override;

private:
    void fitHeight();

    QString m_note;
};

} // namespace vestnik
