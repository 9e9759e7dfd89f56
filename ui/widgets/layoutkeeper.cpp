// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/layoutkeeper.h"

#include <QHeaderView>
#include <QMenu>
#include <QPointer>
#include <QSplitter>
#include <QTableView>

namespace vestnik {

LayoutKeeper::LayoutKeeper(QSettings &settings, const QString &group, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_group(group)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(delayMs);
    connect(&m_timer, &QTimer::timeout, this, &LayoutKeeper::save);
}

LayoutKeeper::~LayoutKeeper()
{
    if (m_timer.isActive()) {
        save();
    }
}

void LayoutKeeper::keep(QSplitter *splitter)
{
    const QByteArray state = m_settings.value(m_group + QLatin1Char('/') + splitter->objectName()).toByteArray();
    if (!state.isEmpty()) {
        splitter->restoreState(state);
    }
    keep(splitter->objectName(),
        [splitter = QPointer(splitter)] { return splitter ? QVariant(splitter->saveState()) : QVariant(); });
    connect(splitter, &QSplitter::splitterMoved, this, &LayoutKeeper::changed);
}

void LayoutKeeper::keep(QTableView *table)
{
    QHeaderView *header = table->horizontalHeader();
    const QByteArray state = m_settings.value(m_group + QLatin1Char('/') + table->objectName()).toByteArray();
    const int columns = header->count();
    if (!state.isEmpty() && header->restoreState(state) && header->count() != columns) {
        header->reset(); // written by a version with other columns
    }
    keep(table->objectName(),
        [header = QPointer(header)] { return header ? QVariant(header->saveState()) : QVariant(); });
    connect(header, &QHeaderView::sectionResized, this, &LayoutKeeper::changed);
    connect(header, &QHeaderView::sectionMoved, this, &LayoutKeeper::changed);
    connect(header, &QHeaderView::sortIndicatorChanged, this, &LayoutKeeper::changed);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QWidget::customContextMenuRequested, this,
        [this, header](const QPoint &at) { chooseColumns(header, header->mapToGlobal(at)); });
}

void LayoutKeeper::keep(const QString &name, std::function<QVariant()> value)
{
    m_values.append({m_group + QLatin1Char('/') + name, std::move(value)});
}

void LayoutKeeper::save()
{
    for (const auto &[key, value] : std::as_const(m_values)) {
        if (const QVariant now = value(); now.isValid()) {
            m_settings.setValue(key, now);
        }
    }
}

void LayoutKeeper::chooseColumns(QHeaderView *header, const QPoint &at)
{
    auto *menu = new QMenu(header);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int column = 0; column < header->count(); ++column) {
        QAction *action = menu->addAction(header->model()->headerData(column, Qt::Horizontal).toString());
        action->setObjectName(QStringLiteral("column%1").arg(column));
        action->setCheckable(true);
        action->setChecked(!header->isSectionHidden(column));
        action->setEnabled(column != 0);
        connect(action, &QAction::toggled, header, [this, header, column](bool shown) {
            header->setSectionHidden(column, !shown);
            changed();
        });
    }
    menu->popup(at);
}

} // namespace vestnik
