// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/channel.h"
#include "core/model/job.h"

#include <QSet>
#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QListView;
class QSortFilterProxyModel;
class QSpinBox;
class QStandardItemModel;

namespace vestnik {

/// A list of channels with boxes and a field that finds among them. Channels that are chosen but not in the list any
/// more stay chosen. GUI thread.
class ChannelPicker final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChannelPicker)

public:
    explicit ChannelPicker(QWidget *parent);

    void setChannels(const QList<ChannelRow> &channels);
    void setChosen(const QList<ChannelId> &ids);
    /// Ascending.
    [[nodiscard]] QList<ChannelId> chosen() const;

Q_SIGNALS:
    void edited();

private:
    void fill();
    void showCount();

    QLineEdit *m_find;
    QListView *m_view;
    QStandardItemModel *m_items;
    QSortFilterProxyModel *m_found;
    QLabel *m_count;
    QList<ChannelRow> m_channels;
    QSet<ChannelId> m_chosen;
    bool m_filling = false;
};

/// Which channels a job works on. GUI thread.
class TargetEditor final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TargetEditor)

public:
    explicit TargetEditor(QWidget *parent);

    void setChannels(const QList<ChannelRow> &channels);
    void setTarget(const JobTarget &target);
    [[nodiscard]] JobTarget target() const;

Q_SIGNALS:
    void edited();

private:
    [[nodiscard]] JobTarget::Kind kind() const;
    void fillFolders(const QString &chosen);
    void follow();

    QComboBox *m_kind;
    QComboBox *m_folder;
    QSpinBox *m_user;
    ChannelPicker *m_picker;
    QStringList m_folders;
};

} // namespace vestnik
