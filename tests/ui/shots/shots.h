// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/fakeengine/fakeengine.h"
#include "ui/widgets/theme.h"

#include <QObject>
#include <QSize>
#include <QStringList>
#include <QTemporaryDir>
#include <QTimer>
#include <QTranslator>

#include <memory>

class QApplication;

namespace vestnik {

class Language;
class MainWindow;

/// Shows the window with sample data and saves `<page>-<theme>-<language>.png` of each page, then empty states and
/// trouble.
class Shots final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Shots)

public:
    /// `languages`: "en", "ru", or "xx": every text half as long again, to see what does not fit.
    Shots(QApplication *application, const QString &directory, const QStringList &pages, const QStringList &languages,
        QSize size);
    ~Shots() override;

    /// Emits finished() when the last picture is saved.
    void start();

Q_SIGNALS:
    void finished();

private:
    struct Shot {
        QString name;
        QString page;
        QString theme;
        QString language;
        bool empty = false;
        bool trouble = false;
        QString scene; ///< of the posts: "search", "reader", "versions", "help"; of the storage: the action of a dialog
    };

    void next();
    void prepareRuns();
    void preparePosts();
    void take();

    Theme m_theme;
    std::unique_ptr<Language> m_language;
    const QString m_directory;
    const QSize m_size;
    QTemporaryDir m_home;
    QList<Shot> m_queue;
    Shot m_shot;
    QTimer m_settle;
    std::unique_ptr<FakeEngine> m_engine;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<QTranslator> m_longer;
};

} // namespace vestnik
