// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/channel.h"

#include <QCollator>
#include <QSortFilterProxyModel>

#include <optional>

namespace vestnik {

class ChannelModel;

/// Filters and sorts a ChannelModel. Rows whose sort value changes stay where they are until settle() or the next sort,
/// so that nothing jumps under the eyes of the operator. GUI thread.
class ChannelProxy final : public QSortFilterProxyModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChannelProxy)

public:
    enum class StateFilter { All, Active, Paused, Failing };

    explicit ChannelProxy(ChannelModel *model, QObject *parent = nullptr);

    /// Words that must all occur in title, name or folder; the case of any script does not matter.
    void setText(const QString &text);
    void setStateFilter(StateFilter filter);
    /// nullopt: all folders; an empty name: channels without a folder.
    void setFolder(const std::optional<QString> &folder);
    [[nodiscard]] StateFilter stateFilter() const { return m_state; }
    [[nodiscard]] const std::optional<QString> &folder() const { return m_folder; }
    [[nodiscard]] bool isFiltering() const;
    void clear();

    /// Puts changed rows where they belong now.
    void settle();
    [[nodiscard]] const ChannelRow &rowAt(int proxyRow) const;

protected:
    [[nodiscard]] bool filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    ChannelModel *const m_model;
    QCollator m_collator;
    QStringList m_words;
    StateFilter m_state = StateFilter::All;
    std::optional<QString> m_folder;
};

} // namespace vestnik
