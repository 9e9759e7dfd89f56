// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/activitypanel.h"

#include "ui/shell/activityrow.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/desktop.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace vestnik {
namespace {

constexpr int panelWidth = 440;
constexpr int panelHeight = 480; // at most

} // namespace

ActivityPanel::ActivityPanel(EngineFacade &engine, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_engine(engine)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("activityPanel"));
    setAccessibleName(tr("Tasks"));
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(1, Theme::group - Theme::grid, 1, 1);
    outer->setSpacing(Theme::grid);
    auto *heading = sectionLabel(tr("Tasks"), this);
    heading->setContentsMargins(Theme::group, 0, Theme::group, 0);
    outer->addWidget(heading);
    m_scroll = new QScrollArea(this);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    outer->addWidget(m_scroll);
    connect(&engine, &EngineFacade::taskChanged, this, &ActivityPanel::update);
    fill();
}

void ActivityPanel::fill()
{
    m_rows.clear();
    auto *body = new QWidget(m_scroll);
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, Theme::gap);
    column->setSpacing(0);
    QList<TaskRecord> tasks = m_engine.tasks();
    std::reverse(tasks.begin(), tasks.end());
    // Those that go stand on top, whatever began later.
    std::stable_partition(tasks.begin(), tasks.end(), [](const TaskRecord &task) { return task.isGoing(); });
    for (const TaskRecord &task : std::as_const(tasks)) {
        if (m_rows.size() == shownTasks) {
            break;
        }
        if (!m_rows.isEmpty()) {
            column->addWidget(separatorLine(body));
        }
        auto *row = new ActivityRow(task, body);
        connect(row, &ActivityRow::cancelRequested, this, [this](TaskId id) { m_engine.cancelTask(id); });
        connect(row, &ActivityRow::openRequested, this, [this](const QString &path) {
            static_cast<void>(desktop::openFile(path));
            close();
        });
        connect(row, &ActivityRow::folderRequested, this, [this](const QString &path) {
            static_cast<void>(desktop::showInFolder(path));
            close();
        });
        connect(row, &ActivityRow::reportRequested, this, [this](const TaskRecord &record) {
            Q_EMIT reportRequested(record);
            close();
        });
        column->addWidget(row);
        m_rows.append(row);
    }
    if (m_rows.isEmpty()) {
        auto *none = secondaryLabel(tr("No tasks since the start."), body);
        none->setContentsMargins(Theme::group, Theme::gap, Theme::group, Theme::gap);
        column->addWidget(none);
    }
    column->addStretch();
    m_scroll->setWidget(body);
    fit();
}

void ActivityPanel::update(const TaskRecord &task)
{
    const auto row =
        std::find_if(m_rows.cbegin(), m_rows.cend(), [&](const ActivityRow *r) { return r->task() == task.id; });
    if (row == m_rows.cend()) {
        fill();
        return;
    }
    (*row)->showTask(task);
    if (!task.isGoing()) {
        fit(); // results are longer than numbers
    }
}

void ActivityPanel::fit()
{
    const int inside = panelWidth - 2;
    const int wanted = m_scroll->widget()->layout()->hasHeightForWidth()
        ? m_scroll->widget()->layout()->heightForWidth(inside)
        : m_scroll->widget()->sizeHint().height();
    const int head = layout()->contentsMargins().top() + fontMetrics().height() + 3 * Theme::grid;
    setFixedSize(panelWidth, std::min(panelHeight, wanted + head));
    if (isVisible()) {
        move(m_corner - QPoint(0, height()));
    }
}

void ActivityPanel::popup(const QPoint &lowerLeft)
{
    m_corner = lowerLeft;
    if (const QScreen *display = screen()) {
        const QRect area = display->availableGeometry();
        m_corner.setX(std::clamp(lowerLeft.x(), area.left(), std::max(area.left(), area.right() - panelWidth)));
        m_corner.setY(std::max(lowerLeft.y(), area.top() + height()));
    }
    move(m_corner - QPoint(0, height()));
    show();
    // The first button, so that the keyboard is at home here.
    focusNextChild();
}

void ActivityPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        close();
        return;
    }
    QFrame::keyPressEvent(event);
}

void ActivityPanel::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Window));
    painter.setPen(palette().color(QPalette::Mid));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace vestnik
