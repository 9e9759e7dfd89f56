// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/query.h"

#include <QTableView>

namespace vestnik {

class PostModel;

/// The rows of the list. Whatever the model's length, nothing here takes longer for it. The model outlives it. GUI
/// thread.
class PostView final : public QTableView {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PostView)

public:
    explicit PostView(PostModel *model, QWidget *parent = nullptr);

    [[nodiscard]] PostId currentPost() const;
    /// Ids of the selected rows, in the order of the list; at most `most`.
    [[nodiscard]] QList<PostId> selectedPosts(int most) const;
    [[nodiscard]] int selectedCount() const;
    /// Selects these rows, without scrolling.
    void selectRows(const QList<int> &rows, int current);
    /// Puts a row at the top.
    void showAtTop(int row);
    /// So many pixels of `row` lie above the edge (0: the row begins there).
    void restorePlace(int row, int pixels);
    [[nodiscard]] int topRow() const { return rowAt(0); }

    /// Goes over all rows of a model that has a million of them: does nothing.
    void keyboardSearch(const QString &search) override;

Q_SIGNALS:
    /// Home was pressed.
    void topRequested();

protected:
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void showDate();
    void readAhead();

    PostModel *const m_model;
    bool m_dragging = false; ///< the slider of the scroll bar
};

} // namespace vestnik
