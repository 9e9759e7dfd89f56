// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/paneloperator.h"

#include "tests/bench/measure.h"
#include "ui/posts/postmodel.h"
#include "ui/posts/postreader.h"
#include "ui/posts/postview.h"

#include <QLineEdit>
#include <QScrollBar>
#include <QTest>

#include <algorithm>
#include <utility>

namespace vestnik::bench {

namespace {

constexpr int scrollMs = 16;
constexpr int scrollSteps = 250;
constexpr int jumpMs = 20;
constexpr int jumps = 40;
constexpr int letterMs = 80;
constexpr int readMs = 40;
constexpr int postsToRead = 30;
constexpr int lookMs = 10;
constexpr int longestPartMs = 20'000;
constexpr quint32 seed = 3;

} // namespace

PanelOperator::PanelOperator(EngineLink &link, QWidget *window, const QString &query, QObject *parent)
    : QObject(parent)
    , m_link(link)
    , m_window(window)
    , m_query(query)
    , m_random(seed)
{
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &PanelOperator::onTurn);
}

void PanelOperator::start()
{
    m_view = m_window->findChild<PostView *>(QStringLiteral("postsView"));
    m_reader = m_window->findChild<PostReader *>(QStringLiteral("postReader"));
    m_field = m_window->findChild<QLineEdit *>(QStringLiteral("postsSearch"));
    m_model = m_view == nullptr ? nullptr : qobject_cast<PostModel *>(m_view->model());
    if (m_model == nullptr || m_reader == nullptr || m_field == nullptr) {
        fail(QStringLiteral("the Posts page is not what it was"));
        return;
    }
    m_window->activateWindow(); // or it gets no shortcuts
    m_view->viewport()->installEventFilter(this);
    m_parts = {
        {QStringLiteral("list"), lookMs, [this] { return listStands() && rowsAreReal(); }},
        {QStringLiteral("scroll"), scrollMs, [this] { return scroll(); }},
        {QStringLiteral("jump"), jumpMs, [this] { return jump(); }},
        {QStringLiteral("news"), lookMs, [this] { return takeNews(); }},
        {QStringLiteral("type"), letterMs, [this] { return type(); }},
        {QStringLiteral("clear"), lookMs, [this] { return clear(); }},
        {QStringLiteral("read"), readMs, [this] { return read(); }},
    };
    next();
}

bool PanelOperator::eventFilter(QObject *object, QEvent *event)
{
    if (event->type() == QEvent::Paint) {
        ++m_paints;
    }
    return QObject::eventFilter(object, event);
}

void PanelOperator::next()
{
    m_timer.stop();
    if (++m_part == m_parts.size()) {
        m_report.insert(QStringLiteral("gap_ms"), m_longestGapMs);
        m_report.insert(QStringLiteral("turns"), m_turns);
        m_report.insert(QStringLiteral("slow"), m_slowTurns);
        m_report.insert(QStringLiteral("engine_gap_ms"), m_engineGapMs);
        m_report.insert(QStringLiteral("level"), m_highestLevel);
        Q_EMIT finished(m_report, {});
        return;
    }
    m_steps = 0;
    m_paints = 0;
    m_waiting = false;
    m_waits.clear();
    m_facts = {};
    m_link.resetLoops();
    m_since.start();
    m_timer.start(m_parts.at(m_part).everyMs);
}

void PanelOperator::onTurn()
{
    const Part &part = m_parts.at(m_part);
    if (m_since.elapsed() > longestPartMs) {
        fail(QStringLiteral("%1 took too long: step %2, %3 posts listed, placeholders %4")
                 .arg(part.name)
                 .arg(m_steps)
                 .arg(m_model->postCount())
                 .arg(m_view && rowsAreReal() ? QStringLiteral("none") : QStringLiteral("seen")));
        return;
    }
    if (part.step()) {
        endPart();
    }
}

void PanelOperator::endPart()
{
    m_timer.stop();
    const QList<LoopStats> loops = m_link.loops();
    const LoopStats &gui = loops.first();
    m_longestGapMs = std::max(m_longestGapMs, double(gui.longestGapUs) / 1000);
    m_engineGapMs = std::max(m_engineGapMs, double(loops.last().longestGapUs) / 1000);
    m_turns += gui.turns;
    m_slowTurns += gui.slowTurns;
    m_highestLevel = std::max({m_highestLevel, gui.highestLevel, loops.last().highestLevel});
    m_facts.insert(QStringLiteral("ms"), m_since.elapsed());
    m_facts.insert(QStringLiteral("gap_ms"), double(gui.longestGapUs) / 1000);
    m_facts.insert(QStringLiteral("turns"), gui.turns);
    m_facts.insert(QStringLiteral("slow"), gui.slowTurns);
    m_facts.insert(QStringLiteral("paints"), m_paints);
    m_facts.insert(QStringLiteral("steps"), m_steps);
    if (!m_waits.isEmpty()) {
        m_facts.insert(QStringLiteral("wait_median_ms"), median(m_waits));
        m_facts.insert(QStringLiteral("wait_most_ms"), *std::max_element(m_waits.cbegin(), m_waits.cend()));
    }
    m_report.insert(m_parts.at(m_part).name, m_facts);
    next();
}

void PanelOperator::fail(const QString &problem)
{
    m_timer.stop();
    Q_EMIT finished(m_report, problem);
}

bool PanelOperator::waits()
{
    if (m_waiting && rowsAreReal()) {
        m_waiting = false;
        m_waits.append(double(m_wait.nsecsElapsed()) / 1e6);
    }
    return m_waiting;
}

bool PanelOperator::rowsAreReal() const
{
    const int first = m_view->rowAt(0);
    const int last = m_view->rowAt(m_view->viewport()->height() - 1);
    const int end = last < 0 ? m_model->rowCount() - 1 : last;
    if (first < 0) {
        return false;
    }
    for (int row = first; row <= end; ++row) {
        const PostSummary *post = m_model->at(row);
        if (post == nullptr || post->id != m_model->idAt(row) || post->channel.isEmpty() || post->postedAt == 0) {
            return false;
        }
    }
    return true;
}

bool PanelOperator::listStands() const
{
    return m_model->isListed() && !m_model->isReading() && m_model->postCount() > 0;
}

void PanelOperator::press(QWidget *widget, Qt::Key key, const QString &text)
{
    QTest::sendKeyEvent(QTest::Click, widget, key, text, Qt::NoModifier);
}

bool PanelOperator::scroll()
{
    QScrollBar *bar = m_view->verticalScrollBar();
    if (m_steps < scrollSteps) {
        ++m_steps;
        bar->setValue(int(qint64(bar->maximum()) * m_steps / scrollSteps));
        m_waiting = true;
        m_wait.start();
        return false;
    }
    if (waits()) {
        return false;
    }
    if (m_paints < scrollSteps / 2 && bar->maximum() > scrollSteps) {
        fail(QStringLiteral("%1 of %2 steps were painted").arg(m_paints).arg(scrollSteps));
        return false;
    }
    return true;
}

bool PanelOperator::jump()
{
    if (waits()) {
        return false;
    }
    if (m_steps == jumps) {
        return true;
    }
    QScrollBar *bar = m_view->verticalScrollBar();
    ++m_steps;
    bar->setValue(int(m_random.bounded(qint64(bar->maximum()) + 1)));
    m_waiting = true;
    m_wait.start();
    return false;
}

bool PanelOperator::type()
{
    if (m_steps < m_query.size()) {
        if (m_steps == 0) {
            m_field->setFocus(Qt::ShortcutFocusReason);
        }
        press(m_field, Qt::Key_unknown, m_query.mid(m_steps++, 1));
        if (m_steps == m_query.size()) {
            m_timer.start(lookMs);
            m_waiting = true;
            m_wait.start();
        }
        return false;
    }
    if (m_model->query().text != m_query || !m_model->isLoaded() || m_model->postCount() == 0 || waits()) {
        return false;
    }
    if (!m_facts.contains(QLatin1String("hits"))) {
        m_facts.insert(QStringLiteral("first_hits_ms"), m_waits.value(0));
        m_facts.insert(QStringLiteral("hits"), 0);
    }
    if (!listStands()) {
        return false;
    }
    m_facts.insert(QStringLiteral("hits"), m_model->postCount());
    m_facts.insert(QStringLiteral("all_hits_ms"), double(m_wait.nsecsElapsed()) / 1e6);
    return true;
}

bool PanelOperator::clear()
{
    if (m_steps == 0 || (m_steps < 3 && !m_field->text().isEmpty())) {
        ++m_steps;
        press(m_field, Qt::Key_Escape); // the first may end a search that is under way
        return false;
    }
    return m_model->query().text.isEmpty() && listStands() && rowsAreReal();
}

bool PanelOperator::read()
{
    if (m_steps > 0 && (m_reader->post() == nullptr || m_reader->shownPost() != m_view->currentPost() || waits())) {
        return false;
    }
    if (m_steps == postsToRead) {
        if (m_view->currentIndex().row() < postsToRead - 1) {
            fail(QStringLiteral("read to row %1 only").arg(m_view->currentIndex().row()));
            return false;
        }
        return true;
    }
    if (m_steps++ == 0) {
        m_view->setFocus(Qt::OtherFocusReason);
        m_view->scrollToTop();
        m_view->selectRow(0);
    } else {
        press(m_view, Qt::Key_J, QStringLiteral("j"));
    }
    m_waiting = true;
    m_wait.start();
    return false;
}

bool PanelOperator::takeNews()
{
    if (m_steps == 0) {
        ++m_steps;
        m_facts.insert(QStringLiteral("announced"), m_model->newsCount());
        press(m_view, Qt::Key_Home);
    }
    return rowsAreReal() && m_view->rowAt(0) == 0;
}

} // namespace vestnik::bench
