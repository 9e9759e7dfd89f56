// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/posts/posttreemodel.h"

#include <QTreeView>

namespace vestnik {

/// The tree at the left of the Posts page; says which scope is chosen. GUI thread.
class PostTree final : public QTreeView {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PostTree)

public:
    explicit PostTree(PostTreeModel *model, QWidget *parent = nullptr);

    [[nodiscard]] PostScope scope() const;
    /// Chooses a line and opens its folder; All if there is no such line.
    void setScope(const PostScope &scope);
    /// Folders that are open, for saved state.
    [[nodiscard]] QStringList openFolders() const;
    void setOpenFolders(const QStringList &folders);

Q_SIGNALS:
    void scopeChanged(const vestnik::PostScope &scope);
    void markReadRequested(const vestnik::PostScope &scope);
    /// A saved search or a tag is to go.
    void removeRequested(const vestnik::PostScope &scope);
    /// A saved search is to be changed in the search field.
    void editRequested(const vestnik::PostScope &scope);
    void exportRequested(const vestnik::PostScope &scope);
    /// A folder was opened or closed.
    void shapeChanged();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void showContextMenu(const QPoint &at);

    PostTreeModel *const m_model;
};

} // namespace vestnik
