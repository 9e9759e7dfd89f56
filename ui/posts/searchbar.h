// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/searchquery.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QToolButton;
class QAction;

namespace vestnik {

class SearchEdit;

/// What stands at the right of the page's header: the number of hits, the search field, the buttons for saving a search
/// and for help. Says what to search for when one stops typing. GUI thread.
class SearchBar final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SearchBar)

public:
    static constexpr int typingMs = 150;

    explicit SearchBar(QAction *save, QWidget *parent = nullptr);

    [[nodiscard]] SearchEdit *field() const { return m_field; }
    /// What is searched for: trimmed, as it was when typing stopped.
    [[nodiscard]] QString text() const { return m_text; }
    /// Searches at once.
    void setText(const QString &text);
    /// Empties the field without a search.
    void clearQuietly();
    [[nodiscard]] const SearchQuery &query() const { return m_query; }
    /// "12,345 posts"; with a tooltip. `more`: there are more of them.
    void setCount(qint64 count, bool more, const QString &tip);
    /// Escape ends it; before anything has come the count gives way to a word.
    void setSearching(bool searching);

Q_SIGNALS:
    void searchChanged();
    /// Escape in the empty field, or Return: to the list.
    void left();
    /// Escape while a search goes on.
    void cancelRequested();

private:
    void apply();
    void showHelp();

    QLabel *m_count;
    SearchEdit *m_field;
    QToolButton *m_help;
    QTimer m_typing;
    QTimer m_slow; ///< a word about the search only where one can read it
    QString m_text;
    SearchQuery m_query;
    bool m_searching = false;
};

/// Today's reading of a query, in the zone of this computer.
[[nodiscard]] SearchQuery readSearch(const QString &typed);
/// A query that finds more by taking the last word as a beginning; empty if there is none.
[[nodiscard]] QString widerSearch(const QString &typed, const SearchQuery &query);

} // namespace vestnik
