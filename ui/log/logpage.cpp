// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/log/logpage.h"

#include "ui/log/logmodel.h"
#include "ui/log/logproxy.h"
#include "ui/log/logtable.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/layoutkeeper.h"
#include "ui/widgets/texts.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QSettings>
#include <QSplitter>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace vestnik {

LogPage::LogPage(EngineFacade &engine, QSettings &settings, QWidget *parent)
    : Page(parent)
    , m_engine(engine)
{
    m_model = new LogModel(this);
    m_proxy = new LogProxy(this);
    m_proxy->setSourceModel(m_model);
    makeActions();
    makeFilters();

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_splitter = new QSplitter(Qt::Vertical, this);
    m_splitter->setObjectName(QStringLiteral("logSplitter"));
    m_splitter->setChildrenCollapsible(false);
    m_table = new LogTable(m_splitter);
    m_table->setObjectName(QStringLiteral("logTable"));
    m_table->setAccessibleName(tr("Log"));
    m_table->showModel(m_proxy);
    m_table->addActions({m_copy, m_selectAll});
    m_splitter->addWidget(m_table);
    m_details = makeDetails();
    m_splitter->addWidget(m_details);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setSizes({1000, 120});
    layout->addWidget(m_splitter, 1);
    setFocusProxy(m_table);

    connect(m_table, &QWidget::customContextMenuRequested, this, &LogPage::openMenu);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &LogPage::showDetails);
    connect(&engine, &EngineFacade::logAdded, this, &LogPage::append);
    connect(&engine, &EngineFacade::ready, this, &LogPage::refresh);

    m_keeper = std::make_unique<LayoutKeeper>(settings, id(), nullptr);
    m_keeper->keep(m_splitter);
    m_keeper->keep(m_table);
    const int level = settings.value(QStringLiteral("log/level"), int(LogLevel::Info)).toInt();
    m_level->setCurrentIndex(std::max(0, m_level->findData(level)));
    m_keeper->keep(QStringLiteral("level"), [this] { return m_level->currentData(); });
    refresh();
    showDetails();
}

LogPage::~LogPage() = default;

void LogPage::makeActions()
{
    m_copy = new QAction(Theme::icon(QStringLiteral("copy")), tr("&Copy"), this);
    m_copy->setObjectName(QStringLiteral("logCopy"));
    m_copy->setShortcut(QKeySequence(QKeySequence::Copy));
    m_copy->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(m_copy, &QAction::triggered, this, &LogPage::copy);
    m_selectAll = new QAction(tr("Select &All"), this);
    m_selectAll->setObjectName(QStringLiteral("logSelectAll"));
    m_selectAll->setShortcut(QKeySequence(QKeySequence::SelectAll));
    m_selectAll->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(m_selectAll, &QAction::triggered, this, [this] { m_table->selectAll(); });
    m_toEnd = new QAction(Theme::icon(QStringLiteral("down")), tr("Go to the &Newest"), this);
    m_toEnd->setObjectName(QStringLiteral("logToEnd"));
    m_toEnd->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_End));
    connect(m_toEnd, &QAction::triggered, this, [this] { m_table->scrollToBottom(); });
    m_openFile = new QAction(Theme::icon(QStringLiteral("open")), tr("&Open Log File"), this);
    m_openFile->setObjectName(QStringLiteral("logOpenFile"));
    setActionTip(m_openFile, tr("Open %1").arg(m_engine.logFile()));
    connect(m_openFile, &QAction::triggered, this, &LogPage::openFile);
    setActionTip(m_toEnd, tr("Go to the newest line and follow"));
}

void LogPage::makeFilters()
{
    m_filters = new QWidget(this);
    auto *layout = new QHBoxLayout(m_filters);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::gap);
    m_count = secondaryLabel({}, m_filters);
    m_count->setObjectName(QStringLiteral("logCount"));
    m_count->setWordWrap(false);
    layout->addStretch(1);
    layout->addWidget(m_count);
    m_level = new QComboBox(m_filters);
    m_level->setObjectName(QStringLiteral("logLevel"));
    m_level->setAccessibleName(tr("Lines to show"));
    m_level->setToolTip(tr("Lines to show"));
    m_level->addItem(tr("Everything", "log lines"), int(LogLevel::Debug));
    m_level->addItem(tr("Notes and worse", "log lines"), int(LogLevel::Info));
    m_level->addItem(tr("Warnings and errors", "log lines"), int(LogLevel::Warning));
    m_level->addItem(tr("Errors only", "log lines"), int(LogLevel::Error));
    connect(m_level, &QComboBox::currentIndexChanged, this, [this] {
        m_proxy->setLowestLevel(static_cast<LogLevel>(m_level->currentData().toInt()));
        showCount();
        if (m_keeper) {
            m_keeper->changed();
        }
    });
    layout->addWidget(m_level);
    m_search = new QLineEdit(m_filters);
    m_search->setObjectName(QStringLiteral("logSearch"));
    m_search->setPlaceholderText(tr("Find in the log"));
    m_search->setAccessibleName(tr("Find in the log"));
    m_search->setToolTip(
        tr("Find in the log (%1)").arg(QKeySequence(QKeySequence::Find).toString(QKeySequence::NativeText)));
    m_search->setClearButtonEnabled(true);
    m_search->setMaximumWidth(260);
    m_search->addAction(Theme::icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_proxy->setText(text);
        showCount();
    });
    layout->addWidget(m_search, 2);
}

QWidget *LogPage::makeDetails()
{
    auto *pane = new QWidget(m_splitter);
    pane->setObjectName(QStringLiteral("logDetails"));
    auto *layout = new QVBoxLayout(pane);
    layout->setContentsMargins(Theme::group, Theme::gap, Theme::group, Theme::gap);
    layout->setSpacing(Theme::grid);
    m_detailsTitle = secondaryLabel({}, pane);
    m_detailsText = new QLabel(pane);
    m_detailsAdvice = new QLabel(pane);
    m_detailsTechnical = secondaryLabel({}, pane);
    m_detailsText->setObjectName(QStringLiteral("logDetailsText"));
    m_detailsAdvice->setObjectName(QStringLiteral("logDetailsAdvice"));
    for (QLabel *label : {m_detailsTitle, m_detailsText, m_detailsAdvice, m_detailsTechnical}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        layout->addWidget(label);
    }
    layout->addStretch();
    return pane;
}

void LogPage::refresh()
{
    m_model->setEntries(m_engine.log());
    m_table->scrollToBottom();
    showCount();
}

void LogPage::append(const QList<LogEntry> &entries)
{
    m_table->follow([&] {
        m_model->append(entries);
        showCount();
    });
}

void LogPage::showCount()
{
    const int shown = m_proxy->rowCount();
    const int all = m_model->rowCount();
    m_count->setText(
        shown == all ? tr("%n lines", nullptr, all) : tr("%1 of %n lines", nullptr, all).arg(texts::number(shown)));
}

void LogPage::showDetails()
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    m_copy->setEnabled(!rows.isEmpty());
    setActionTip(m_copy, tr("Copy the selected lines"), rows.isEmpty() ? tr("No line is selected.") : QString());
    const bool following = m_table->isFollowing();
    const bool opens = rows.size() == 1 && m_details->isHidden();
    m_details->setVisible(rows.size() == 1);
    if (opens) {
        // The pane takes room from the table: what was clicked, or the end, must not slip behind it.
        QMetaObject::invokeMethod(
            m_table,
            [this, following] { following ? m_table->scrollToBottom() : m_table->scrollTo(m_table->currentIndex()); },
            Qt::QueuedConnection);
    }
    if (rows.size() != 1) {
        return;
    }
    const auto entry = rows.first().data(LogModel::EntryRole).value<LogEntry>();
    m_detailsTitle->setText(QStringLiteral("%1 · %2").arg(texts::exactTime(entry.at), texts::logLevel(entry.level)));
    m_detailsText->setText(texts::logLine(entry));
    m_detailsAdvice->setText(texts::advice(entry.error));
    m_detailsAdvice->setVisible(!m_detailsAdvice->text().isEmpty());
    m_detailsTechnical->setText(entry.error.detail);
    m_detailsTechnical->setVisible(!entry.error.detail.isEmpty());
}

QString LogPage::selectedText() const
{
    return m_table->selectedText();
}

void LogPage::copy()
{
    QGuiApplication::clipboard()->setText(selectedText());
}

void LogPage::openFile()
{
    if (!QDesktopServices::openUrl(QUrl::fromLocalFile(m_engine.logFile()))) {
        InfoMessage message;
        message.kind = InfoMessage::Kind::Warning;
        message.text = tr("Nothing on this computer opens %1.").arg(m_engine.logFile());
        Q_EMIT messageRequested(message);
    }
}

void LogPage::openMenu(const QPoint &at)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    for (QAction *action : menuActions()) {
        if (action) {
            menu->addAction(action);
        } else {
            menu->addSeparator();
        }
    }
    menu->popup(m_table->viewport()->mapToGlobal(at));
}

QList<QAction *> LogPage::menuActions() const
{
    return {m_copy, m_selectAll, nullptr, m_toEnd, nullptr, m_openFile};
}

void LogPage::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

} // namespace vestnik
