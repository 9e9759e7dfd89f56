// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/query.h"
#include "core/model/searchquery.h"

#include <QWidget>

class QLabel;

namespace vestnik {

class InlineEdit;

/// Above the list: what of the search was not understood, what the list lacks, and the name for a search that is being
/// saved. Hidden while there is nothing to say. GUI thread.
class SearchStrip final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SearchStrip)

public:
    explicit SearchStrip(QWidget *parent = nullptr);

    void setProblems(const QList<SearchProblem> &problems);
    /// Sentences about the list; empty for none.
    void setNote(const QString &note);
    /// Asks for a name; `search` is stored with it (id and text are kept).
    void askName(const SavedSearch &search);
    [[nodiscard]] bool isAsking() const;

Q_SIGNALS:
    void saveRequested(const vestnik::SavedSearch &search);
    void closed();

private:
    void finish(bool save);
    void updateShown();

    QLabel *m_problems;
    QLabel *m_note;
    QWidget *m_naming;
    QLabel *m_question;
    InlineEdit *m_name;
    SavedSearch m_search;
};

} // namespace vestnik
