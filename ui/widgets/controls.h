// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widgets/theme.h"

#include <QAbstractButton>
#include <QFrame>
#include <QLabel>

#include <optional>

class QAction;
class QVBoxLayout;

namespace vestnik {

// Small parts that every page is put together from. GUI thread; all are owned by their parent.

/// Page titles: the system's font + 5 pt.
[[nodiscard]] QLabel *titleLabel(const QString &text, QWidget *parent);
/// Headings of sections and cards: + 1 pt, semibold.
[[nodiscard]] QLabel *sectionLabel(const QString &text, QWidget *parent);
/// Secondary text: − 1 pt, in the palette's PlaceholderText; wraps.
[[nodiscard]] QLabel *secondaryLabel(const QString &text, QWidget *parent);
/// A line between groups.
[[nodiscard]] QFrame *separatorLine(QWidget *parent);

/// Tooltip of an action: its text, its shortcut, and while it is disabled the reason.
void setActionTip(QAction *action, const QString &text, const QString &disabledReason = {});

/// One line that is cut with "…" where there is no room; the tooltip then has all of it.
class ElidedLabel final : public QLabel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ElidedLabel)

public:
    explicit ElidedLabel(QWidget *parent = nullptr);

    void setFullText(const QString &text);
    [[nodiscard]] QString fullText() const { return m_full; }
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_full;
};

/// Text that can be clicked, without a frame; cut with "…" where there is no room.
class LinkButton final : public QAbstractButton {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LinkButton)

public:
    explicit LinkButton(const QString &text, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
};

/// An icon of the theme, drawn in the colours of the moment.
class IconLabel final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(IconLabel)

public:
    /// `side` in pixels, 16 or 20 as a rule.
    explicit IconLabel(int side, QWidget *parent = nullptr);

    void setIcon(const QIcon &icon, QIcon::Mode mode = QIcon::Normal);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QIcon m_icon;
    QIcon::Mode m_mode = QIcon::Normal;
};

/// A dot of a role's colour; nullopt is grey. Says nothing alone: a word stands beside it.
class StateDot final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StateDot)

public:
    explicit StateDot(QWidget *parent = nullptr);
    StateDot(int side, QWidget *parent);

    void setRole(std::optional<Theme::Role> role);
    [[nodiscard]] std::optional<Theme::Role> role() const { return m_role; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::optional<Theme::Role> m_role;
};

/// A rounded ground with a heading and a body below it.
class Card final : public QFrame {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Card)

public:
    explicit Card(const QString &heading, QWidget *parent = nullptr);

    /// Where the content goes.
    [[nodiscard]] QVBoxLayout *body() const { return m_body; }
    /// A short text at the right of the heading.
    void setNote(const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QVBoxLayout *m_body = nullptr;
    QLabel *m_note = nullptr;
};

/// What an empty page says: one sentence and one button.
class EmptyState final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EmptyState)

public:
    /// `action` may be nullptr: no button. It outlives this widget.
    EmptyState(const QString &iconName, const QString &sentence, QAction *action, QWidget *parent = nullptr);
};

} // namespace vestnik
