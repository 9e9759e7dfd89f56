// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/searchquery.h"
#include "ui/posts/searchcompletion.h"

#include <QLineEdit>

class QCompleter;
class QStringListModel;

namespace vestnik {

/// The field for the query language: what is not understood is underlined, filters and their values are completed, the
/// last queries come with the down key. GUI thread.
class SearchEdit final : public QLineEdit {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SearchEdit)

public:
    static constexpr int maxHistory = 20;

    explicit SearchEdit(QWidget *parent = nullptr);

    void setNames(const SearchNames &names) { m_names = names; }
    void setProblems(const QList<SearchProblem> &problems);
    [[nodiscard]] QStringList history() const { return m_history; }
    void setHistory(const QStringList &history) { m_history = history.mid(0, maxHistory); }
    /// Puts the present text on top of the history.
    void remember();
    /// Pixels from the left edge where the character at `offset` begins.
    [[nodiscard]] int xOf(int offset) const;

Q_SIGNALS:
    /// Return.
    void submitted();
    /// Escape.
    void cancelled();
    void helpRequested();
    void historyChanged();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void proposeWords();
    void proposeHistory();
    void take(const QString &proposal);

    SearchNames m_names;
    QStringList m_history; ///< newest first
    QList<SearchProblem> m_problems;
    QCompleter *m_completer;
    QStringListModel *m_proposals;
    int m_from = 0; ///< what a proposal replaces
    int m_length = 0;
    bool m_showsHistory = false;
};

} // namespace vestnik
