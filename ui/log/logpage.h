// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/enginefacade.h"
#include "ui/widgets/page.h"

#include <memory>

class QComboBox;
class QLabel;
class QLineEdit;
class QSettings;
class QSplitter;

namespace vestnik {

class LayoutKeeper;
class LogModel;
class LogProxy;
class LogTable;

/// The operator's log: lines by level and text, new ones followed only while the end is in sight, advice for errors.
class LogPage final : public Page {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LogPage)

public:
    /// `engine` and `settings` outlive it.
    LogPage(EngineFacade &engine, QSettings &settings, QWidget *parent = nullptr);
    ~LogPage() override;

    [[nodiscard]] QString id() const override { return QStringLiteral("log"); }
    [[nodiscard]] QString title() const override { return tr("Log"); }
    [[nodiscard]] QString iconName() const override { return QStringLiteral("log"); }
    [[nodiscard]] QList<QAction *> menuActions() const override;
    [[nodiscard]] QList<QAction *> headerActions() const override { return {m_openFile}; }
    [[nodiscard]] QWidget *headerWidget() override { return m_filters; }
    void focusSearch() override;
    void refresh() override;

    /// The selected lines as tab-separated text: time, level, subject, text.
    [[nodiscard]] QString selectedText() const;

private:
    void makeActions();
    void makeFilters();
    [[nodiscard]] QWidget *makeDetails();
    void append(const QList<LogEntry> &entries);
    void showDetails();
    void showCount();
    void copy();
    void openFile();
    void openMenu(const QPoint &at);

    EngineFacade &m_engine;
    LogModel *m_model = nullptr;
    LogProxy *m_proxy = nullptr;
    QWidget *m_filters = nullptr;
    QLineEdit *m_search = nullptr;
    QComboBox *m_level = nullptr;
    QSplitter *m_splitter = nullptr;
    LogTable *m_table = nullptr;
    QWidget *m_details = nullptr;
    QLabel *m_detailsTitle = nullptr;
    QLabel *m_detailsText = nullptr;
    QLabel *m_detailsAdvice = nullptr;
    QLabel *m_detailsTechnical = nullptr;
    QLabel *m_count = nullptr;
    QAction *m_copy = nullptr;
    QAction *m_selectAll = nullptr;
    QAction *m_toEnd = nullptr;
    QAction *m_openFile = nullptr;
    std::unique_ptr<LayoutKeeper> m_keeper; ///< goes before the widgets: it asks them when it saves
};

} // namespace vestnik
