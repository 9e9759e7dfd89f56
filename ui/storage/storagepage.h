// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/enginefacade.h"
#include "ui/widgets/page.h"

#include <QElapsedTimer>

#include <memory>

class QScrollArea;
class QSettings;
class QSplitter;

namespace vestnik {

class BackupCard;
class DatabaseCard;
class LayoutKeeper;
class MoveCard;
class RetentionCard;
class SizeList;
class SizeModel;
class TaskStarter;

/// The store: what it takes, by channel; how long posts are kept; backups; another database.
class StoragePage final : public Page {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StoragePage)

public:
    /// `engine` and `settings` outlive it.
    StoragePage(EngineFacade &engine, QSettings &settings, QWidget *parent = nullptr);
    ~StoragePage() override;

    [[nodiscard]] QString id() const override { return QStringLiteral("storage"); }
    [[nodiscard]] QString title() const override { return tr("Storage"); }
    [[nodiscard]] QString iconName() const override { return QStringLiteral("storage"); }
    [[nodiscard]] QList<QAction *> menuActions() const override;
    [[nodiscard]] QList<QAction *> headerActions() const override;
    [[nodiscard]] QWidget *headerWidget() override;
    void refresh() override;
    void focusSearch() override;
    /// `what`: "move" goes to the section of another database, "retention" and "backups" to theirs.
    void openWith(const QVariant &what) override;

protected:
    void showEvent(QShowEvent *event) override;

private:
    void makeLayout(QSettings &settings);
    void makeActions();
    void readFacts();
    void readRules();
    void askForRule();
    void setRule(const QList<ChannelId> &ids, const std::optional<RetentionRule> &rule);
    void onTask(const TaskRecord &task);
    void enable();
    void showContextMenu(const QPoint &at);
    void say(InfoMessage::Kind kind, const QString &text);
    [[nodiscard]] QList<ChannelId> selected() const;

    EngineFacade &m_engine;
    TaskStarter *m_starter = nullptr;
    SizeModel *m_model = nullptr;
    SizeList *m_list = nullptr;
    QSplitter *m_splitter = nullptr;
    QScrollArea *m_scroll = nullptr;
    DatabaseCard *m_database = nullptr;
    RetentionCard *m_retentionCard = nullptr;
    BackupCard *m_backups = nullptr;
    MoveCard *m_move = nullptr;
    QAction *m_reload = nullptr;
    QAction *m_add = nullptr;
    QAction *m_showPosts = nullptr;
    QAction *m_export = nullptr;
    QAction *m_keepRule = nullptr;
    QAction *m_generalRule = nullptr;
    QAction *m_copy = nullptr;
    RetentionSettings m_retention;
    bool m_rulesKnown = false;
    bool m_reading = false;
    bool m_again = false; ///< asked for while it was being read
    QElapsedTimer m_age;
    std::unique_ptr<LayoutKeeper> m_keeper;
};

} // namespace vestnik
