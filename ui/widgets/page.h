// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/query.h"

#include <QAction>
#include <QList>
#include <QVariant>
#include <QWidget>

#include <functional>

namespace vestnik {

/// A line for the info bar at the bottom of the window: undo, or an error with one action.
struct InfoMessage {
    enum class Kind { Info, Good, Warning, Bad };
    Kind kind = Kind::Info;
    QString text; ///< one sentence
    QString details; ///< technical text behind "Details"; may be empty
    QString actionText; ///< "Undo"; empty: no button
    std::function<void()> action; ///< called at most once
    QString otherText; ///< a second button; empty: none
    std::function<void()> other; ///< called at most once
    bool isUndo = false; ///< Ctrl+Z triggers the action while the message is the newest undo
};

/// A page of the window. The shell shows its title, header actions and search field above it, its counter in the
/// navigation, and its messages in the info bar. Lives on the GUI thread, owned by the shell.
class Page : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Page)

public:
    explicit Page(QWidget *parent = nullptr)
        : QWidget(parent)
    {
    }

    /// Stable name for saved state and navigation: "overview", "posts", "channels", "log", "storage" …
    [[nodiscard]] virtual QString id() const = 0;
    [[nodiscard]] virtual QString title() const = 0;
    /// Name of an icon of ui/widgets/icons.h.
    [[nodiscard]] virtual QString iconName() const = 0;
    /// Everything that can be done here, for the menu bar; nullptr is a separator. Owned by the page.
    [[nodiscard]] virtual QList<QAction *> menuActions() const { return {}; }
    /// The two or three that get a button in the header.
    [[nodiscard]] virtual QList<QAction *> headerActions() const { return {}; }
    /// A search field or other widget at the right of the header; nullptr for none. The header takes it as a child.
    [[nodiscard]] virtual QWidget *headerWidget() { return nullptr; }
    /// F5: read everything anew. Pages follow the engine by themselves; this is for those who want to be sure.
    virtual void refresh() { }
    /// Ctrl+F.
    virtual void focusSearch() { }
    /// Called when another page or a message sends the user here; the meaning of `what` is the page's own.
    virtual void openWith(const QVariant &what){Q_UNUSED(what)}

    Q_SIGNALS :
        /// Text at the right of the navigation entry; `attention` adds the sign for trouble.
        void counterChanged(const QString &text, bool attention);
    void messageRequested(const vestnik::InfoMessage &message);
    void pageRequested(const QString &pageId, const QVariant &what);
    /// The user wants these posts in a file: those of the selection, otherwise what the query finds. The shell opens
    /// the dialog.
    void exportRequested(const vestnik::PostQuery &query, const QList<vestnik::PostId> &posts);
};

} // namespace vestnik
