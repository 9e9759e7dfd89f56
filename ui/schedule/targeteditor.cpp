// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/schedule/targeteditor.h"

#include "ui/widgets/controls.h"

#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QSignalBlocker>
#include <QSortFilterProxyModel>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include <algorithm>
#include <limits>

namespace vestnik {
namespace {

constexpr int idRole = Qt::UserRole;
constexpr int searchRole = Qt::UserRole + 1;
constexpr int listLines = 8;

} // namespace

ChannelPicker::ChannelPicker(QWidget *parent)
    : QWidget(parent)
    , m_find(new QLineEdit(this))
    , m_view(new QListView(this))
    , m_items(new QStandardItemModel(this))
    , m_found(new QSortFilterProxyModel(this))
    , m_count(secondaryLabel({}, this))
{
    m_find->setObjectName(QStringLiteral("pickerFind"));
    m_find->setPlaceholderText(tr("Find a channel…"));
    m_find->setAccessibleName(tr("Find a channel"));
    m_find->setClearButtonEnabled(true);
    m_found->setSourceModel(m_items);
    m_found->setFilterRole(searchRole);
    m_found->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_view->setObjectName(QStringLiteral("pickerList"));
    m_view->setAccessibleName(tr("Channels of the job"));
    m_view->setModel(m_found);
    m_view->setUniformItemSizes(true);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setTextElideMode(Qt::ElideRight);
    m_view->setFixedHeight(listLines * (fontMetrics().height() + Theme::grid) + 2 * m_view->frameWidth());
    m_count->setObjectName(QStringLiteral("pickerCount"));
    setFocusProxy(m_find);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::grid);
    column->addWidget(m_find);
    column->addWidget(m_view);
    column->addWidget(m_count);
    connect(m_find, &QLineEdit::textChanged, this, [this](const QString &text) {
        const QString name = text.trimmed();
        m_found->setFilterFixedString(name.startsWith(QLatin1Char('@')) ? name.mid(1) : name);
    });
    connect(m_items, &QStandardItemModel::itemChanged, this, [this](const QStandardItem *item) {
        if (m_filling) {
            return;
        }
        const ChannelId id = item->data(idRole).toLongLong();
        item->checkState() == Qt::Checked ? void(m_chosen.insert(id)) : void(m_chosen.remove(id));
        showCount();
        Q_EMIT edited();
    });
    showCount();
}

void ChannelPicker::setChannels(const QList<ChannelRow> &channels)
{
    m_channels = channels;
    fill();
}

void ChannelPicker::setChosen(const QList<ChannelId> &ids)
{
    m_chosen = QSet<ChannelId>(ids.cbegin(), ids.cend());
    m_find->clear();
    fill();
}

void ChannelPicker::fill()
{
    m_filling = true;
    // Those that are chosen first: they are what one comes to see.
    QList<ChannelRow> sorted = m_channels;
    std::stable_sort(sorted.begin(), sorted.end(), [this](const ChannelRow &a, const ChannelRow &b) {
        const bool first = m_chosen.contains(a.id);
        const bool second = m_chosen.contains(b.id);
        return first != second ? first : a.username.compare(b.username, Qt::CaseInsensitive) < 0;
    });
    m_items->clear();
    for (const ChannelRow &row : std::as_const(sorted)) {
        const QString name = QLatin1Char('@') + row.username;
        auto *item = new QStandardItem(
            row.title.isEmpty() || row.title == row.username ? name : QStringLiteral("%1 · %2").arg(name, row.title));
        item->setCheckable(true);
        item->setCheckState(m_chosen.contains(row.id) ? Qt::Checked : Qt::Unchecked);
        item->setData(row.id, idRole);
        item->setData(QStringList{row.username, row.title, row.folder}.join(QLatin1Char(' ')), searchRole);
        item->setToolTip(item->text());
        m_items->appendRow(item);
    }
    m_filling = false;
    showCount();
}

QList<ChannelId> ChannelPicker::chosen() const
{
    QList<ChannelId> ids(m_chosen.cbegin(), m_chosen.cend());
    std::sort(ids.begin(), ids.end());
    return ids;
}

void ChannelPicker::showCount()
{
    m_count->setText(m_chosen.isEmpty() ? tr("No channel is chosen yet.")
                                        : tr("%n channels are chosen.", nullptr, int(m_chosen.size())));
}

TargetEditor::TargetEditor(QWidget *parent)
    : QWidget(parent)
    , m_kind(new QComboBox(this))
    , m_folder(new QComboBox(this))
    , m_user(new QSpinBox(this))
    , m_picker(new ChannelPicker(this))
{
    m_kind->setObjectName(QStringLiteral("targetKind"));
    m_kind->setAccessibleName(tr("Works on"));
    m_kind->addItem(tr("All active channels"), int(JobTarget::Kind::All));
    m_kind->addItem(tr("A folder"), int(JobTarget::Kind::Folder));
    m_kind->addItem(tr("Chosen channels"), int(JobTarget::Kind::Channels));
    m_kind->addItem(tr("The channels of a user"), int(JobTarget::Kind::User));
    m_folder->setObjectName(QStringLiteral("targetFolder"));
    m_folder->setAccessibleName(tr("Folder"));
    m_folder->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_folder->setMinimumContentsLength(12);
    m_user->setObjectName(QStringLiteral("targetUser"));
    m_user->setAccessibleName(tr("Number of the user"));
    m_user->setRange(1, std::numeric_limits<int>::max());
    m_user->setPrefix(tr("User no.", "before a number") + QLatin1Char(' '));
    m_picker->setObjectName(QStringLiteral("targetPicker"));
    setFocusProxy(m_kind);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::gap);
    for (QWidget *part : {static_cast<QWidget *>(m_kind), static_cast<QWidget *>(m_folder),
             static_cast<QWidget *>(m_user), static_cast<QWidget *>(m_picker)}) {
        column->addWidget(part);
    }
    connect(m_kind, &QComboBox::currentIndexChanged, this, [this] {
        follow();
        Q_EMIT edited();
    });
    connect(m_folder, &QComboBox::currentIndexChanged, this, &TargetEditor::edited);
    connect(m_user, &QSpinBox::valueChanged, this, &TargetEditor::edited);
    connect(m_picker, &ChannelPicker::edited, this, &TargetEditor::edited);
    fillFolders({});
    follow();
}

JobTarget::Kind TargetEditor::kind() const
{
    return static_cast<JobTarget::Kind>(m_kind->currentData().toInt());
}

void TargetEditor::setChannels(const QList<ChannelRow> &channels)
{
    QStringList folders;
    for (const ChannelRow &row : channels) {
        if (!row.folder.isEmpty() && !folders.contains(row.folder)) {
            folders.append(row.folder);
        }
    }
    std::sort(
        folders.begin(), folders.end(), [](const QString &a, const QString &b) { return a.localeAwareCompare(b) < 0; });
    m_folders = folders;
    fillFolders(m_folder->currentData().toString());
    m_picker->setChannels(channels);
}

void TargetEditor::fillFolders(const QString &chosen)
{
    const QSignalBlocker quiet(m_folder);
    m_folder->clear();
    m_folder->addItem(tr("Without a folder"), QString());
    for (const QString &folder : std::as_const(m_folders)) {
        m_folder->addItem(folder, folder);
    }
    if (!chosen.isEmpty() && m_folder->findData(chosen) < 0) {
        m_folder->addItem(chosen, chosen); // all of its channels are gone, the job still names it
    }
    m_folder->setCurrentIndex(std::max(0, m_folder->findData(chosen)));
}

void TargetEditor::setTarget(const JobTarget &target)
{
    const QSignalBlocker quietKind(m_kind);
    const QSignalBlocker quietUser(m_user);
    m_kind->setCurrentIndex(std::max(0, m_kind->findData(int(target.kind))));
    fillFolders(target.kind == JobTarget::Kind::Folder ? target.folder : m_folders.value(0));
    m_user->setValue(int(std::clamp<qint64>(target.user, 1, m_user->maximum())));
    m_picker->setChosen(target.channels);
    follow();
}

JobTarget TargetEditor::target() const
{
    JobTarget target;
    target.kind = kind();
    switch (target.kind) {
    case JobTarget::Kind::All:
        break;
    case JobTarget::Kind::User:
        target.user = m_user->value();
        break;
    case JobTarget::Kind::Folder:
        target.folder = m_folder->currentData().toString();
        break;
    case JobTarget::Kind::Channels:
        target.channels = m_picker->chosen();
        break;
    }
    return target;
}

void TargetEditor::follow()
{
    m_folder->setVisible(kind() == JobTarget::Kind::Folder);
    m_user->setVisible(kind() == JobTarget::Kind::User);
    m_picker->setVisible(kind() == JobTarget::Kind::Channels);
}

} // namespace vestnik
