// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/channel.h"
#include "ui/widgets/wordproxy.h"

#include <optional>

namespace vestnik {

class ChannelModel;

/// Filters and sorts a ChannelModel; the words are those of title, name and folder. Rows whose sort value changes stay
/// where they are until settle() or the next sort, so that nothing jumps under the eyes of the operator. GUI thread.
class ChannelProxy final : public WordProxy {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChannelProxy)

public:
    enum class StateFilter { All, Active, Paused, Failing };

    explicit ChannelProxy(ChannelModel *model, QObject *parent = nullptr);

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
    StateFilter m_state = StateFilter::All;
    std::optional<QString> m_folder;
};

} // namespace vestnik
