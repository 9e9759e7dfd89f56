// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/enginelink.h"

#include <QElapsedTimer>
#include <QJsonObject>
#include <QObject>
#include <QRandomGenerator>
#include <QTimer>

#include <functional>

class QLineEdit;

namespace vestnik {
class PostModel;
class PostReader;
class PostView;
} // namespace vestnik

namespace vestnik::bench {

/// Somebody at the Posts page: scrolls from the top to the bottom, jumps about, takes in the new posts, searches letter
/// by letter, clears the search and reads posts one after the other. Each part is measured by itself; parts end when
/// the rows that are seen are posts and no placeholders. Everything goes by timers and by the events that a mouse and a
/// keyboard would cause. GUI thread; link and window outlive it.
class PanelOperator final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PanelOperator)

public:
    PanelOperator(EngineLink &link, QWidget *window, const QString &query, QObject *parent = nullptr);

    void start();
    bool eventFilter(QObject *object, QEvent *event) override;

Q_SIGNALS:
    /// Once; `problem` is empty if everything was found that had to be. The report: parts with their loops, and the
    /// whole.
    void finished(const QJsonObject &report, const QString &problem);

private:
    struct Part {
        QString name;
        int everyMs = 0;
        std::function<bool()> step; ///< true: done
    };

    void next();
    void onTurn();
    void endPart();
    void fail(const QString &problem);
    [[nodiscard]] bool waits();
    [[nodiscard]] bool rowsAreReal() const;
    [[nodiscard]] bool listStands() const;
    void press(QWidget *widget, Qt::Key key, const QString &text = {});
    bool scroll();
    bool jump();
    bool type();
    bool clear();
    bool read();
    bool takeNews();

    EngineLink &m_link;
    QWidget *m_window;
    const QString m_query;
    PostView *m_view = nullptr;
    PostModel *m_model = nullptr;
    PostReader *m_reader = nullptr;
    QLineEdit *m_field = nullptr;
    QList<Part> m_parts;
    qsizetype m_part = -1;
    int m_steps = 0; ///< of the part
    int m_paints = 0; ///< of the list, of the part
    bool m_waiting = false; ///< for what the last step asked for
    QRandomGenerator m_random; ///< the same places each time
    QTimer m_timer;
    QElapsedTimer m_since; ///< the part began
    QElapsedTimer m_wait;
    QList<double> m_waits; ///< ms until what was asked for stood there
    QJsonObject m_facts; ///< of the part
    QJsonObject m_report;
    double m_longestGapMs = 0;
    qint64 m_turns = 0;
    qint64 m_slowTurns = 0;
    double m_engineGapMs = 0;
    int m_highestLevel = 0;
};

} // namespace vestnik::bench
