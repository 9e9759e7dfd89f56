// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/model/task.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace vestnik {

class EngineFacade;
class IconLabel;
class ServerFields;
class TaskProgress;
class TaskStarter;

/// Another database: test it, move everything there, or go on there without moving; and back to the file. Passwords
/// are typed into their own field, used, and forgotten. GUI thread.
class MoveCard final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MoveCard)

public:
    /// `engine` and `starter` outlive it.
    MoveCard(EngineFacade &engine, TaskStarter &starter, QWidget *parent = nullptr);

    void focusAddress();
    /// What a probe found, for people.
    [[nodiscard]] static QString describe(const DatabaseProbe &probe);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void makeButtons(QWidget *parent, QVBoxLayout *layout);
    void chooseFile();
    void test();
    void onTested(const QString &address, const Result<DatabaseProbe> &probe);
    void move();
    void use(const QString &address, const QString &shown);
    void say(std::optional<bool> good, const QString &text, const QString &details = {});
    void forgetTest();
    void enable();

    EngineFacade &m_engine;
    TaskStarter &m_starter;
    ServerFields *m_fields = nullptr;
    QPushButton *m_test = nullptr;
    QPushButton *m_move = nullptr;
    QPushButton *m_use = nullptr;
    QPushButton *m_back = nullptr;
    IconLabel *m_icon = nullptr;
    QLabel *m_result = nullptr;
    TaskProgress *m_progress = nullptr;
    QString m_tested; ///< the address that the probe below belongs to; a secret
    std::optional<DatabaseProbe> m_probe;
    bool m_asking = false;
    bool m_switching = false;
};

} // namespace vestnik
