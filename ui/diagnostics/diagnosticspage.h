// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/enginefacade.h"
#include "ui/widgets/page.h"

#include <QTimer>

class QGridLayout;
class QLabel;
class QSettings;
class QTableView;

namespace vestnik {

class Card;
class LoopsModel;

/// Proof that the program is well: both event loops, engine, store, hosts, memory, versions. Looks once a second while
/// it is shown.
class DiagnosticsPage final : public Page {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DiagnosticsPage)

public:
    /// `engine` and `settings` outlive it.
    DiagnosticsPage(EngineFacade &engine, QSettings &settings, QWidget *parent = nullptr);

    [[nodiscard]] QString id() const override { return QStringLiteral("diagnostics"); }
    [[nodiscard]] QString title() const override { return tr("Diagnostics"); }
    [[nodiscard]] QString iconName() const override { return QStringLiteral("diagnostics"); }
    [[nodiscard]] QList<QAction *> menuActions() const override { return {m_copy, m_reset}; }
    [[nodiscard]] QList<QAction *> headerActions() const override { return {m_copy, m_reset}; }
    void refresh() override;

    /// Everything on the page as plain text, for a report. English, so that whoever gets it can read it.
    [[nodiscard]] QString report() const;

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void makeActions();
    [[nodiscard]] Card *makeLoops();
    [[nodiscard]] QLabel *addFact(QGridLayout *form, const QString &label, const char *name);
    void showHosts(const EngineStatus &status);

    EngineFacade &m_engine;
    LoopsModel *m_loops = nullptr;
    QTableView *m_table = nullptr;
    QLabel *m_alive = nullptr;
    QLabel *m_scheduler = nullptr;
    QLabel *m_store = nullptr;
    QLabel *m_path = nullptr;
    QLabel *m_size = nullptr;
    QLabel *m_memory = nullptr;
    QLabel *m_hosts = nullptr;
    QAction *m_copy = nullptr;
    QAction *m_reset = nullptr;
    QTimer m_timer;
    qint64 m_databaseBytes = -1;
};

} // namespace vestnik
