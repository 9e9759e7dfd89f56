// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/channelnames.h"

#include <QAbstractTableModel>
#include <QSet>
#include <QStringList>

namespace vestnik {

/// What was understood of a pasted text, one line each. GUI thread.
class AddPreviewModel final : public QAbstractTableModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AddPreviewModel)

public:
    enum Column { Name, Verdict, Source, ColumnCount };
    enum class State { New, Known, Duplicate, Private, Invalid };
    enum Role { StateRole = Qt::UserRole };

    struct Counts {
        int fresh = 0;
        int known = 0;
        int duplicate = 0;
        int invitation = 0;
        int invalid = 0;
    };

    explicit AddPreviewModel(QObject *parent = nullptr);

    /// Names that are in the list already; their case does not matter.
    void setKnown(const QStringList &usernames);
    void setFindings(const QList<NameFinding> &findings);
    [[nodiscard]] const Counts &counts() const { return m_counts; }
    /// Canonical names that would be added, in order.
    [[nodiscard]] QStringList newNames() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] State stateOf(const NameFinding &finding) const;
    [[nodiscard]] static QString verdict(State state);
    void count();

    QList<NameFinding> m_findings;
    QSet<QString> m_known;
    Counts m_counts;
};

} // namespace vestnik
