// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/shots/shots.h"

#include "ui/shell/language.h"
#include "ui/shell/mainwindow.h"

#include <QAction>
#include <QApplication>
#include <QDateTime>
#include <QPainter>
#include <QPixmap>
#include <QTabBar>
#include <QTableView>
#include <QToolButton>
#include <QTranslator>

namespace vestnik {
namespace {

class LongerTexts final : public QTranslator {
public:
    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char *, const char *source, const char *, int n) const override
    {
        QString text = QString::fromUtf8(source);
        if (n >= 0) {
            text.replace(QLatin1String("%n"), QString::number(n));
        }
        return text + QString(qMax<qsizetype>(1, text.size() / 3), QChar(0x0436));
    }
};

void makeTrouble(FakeEngine &engine)
{
    EngineStatus status = engine.status();
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    HostState host;
    host.host = QStringLiteral("t.me");
    host.pausedUntil = now + 257'000;
    host.queued = 12;
    host.error = Error{ErrorCode::ConnectionFailed, QStringLiteral("t.me"), QStringLiteral("network unreachable")};
    status.hosts = {host};
    engine.setStatus(status);
}

QList<const char *> scenesOf(const QString &page)
{
    if (page == QLatin1String("posts")) {
        return {"search", "reader", "versions", "help"};
    }
    if (page == QLatin1String("runs")) {
        return {"log", "details"};
    }
    if (page == QLatin1String("storage")) {
        return {"actionExport", "actionImport"};
    }
    if (page == QLatin1String("schedule")) {
        return {"scheduleAdd", "scheduleEdit", "scheduleDryRun", "schedulePauseUntil"};
    }
    return {};
}

} // namespace

Shots::Shots(QApplication *application, const QString &directory, const QStringList &pages,
    const QStringList &languages, QSize size)
    : m_theme(application)
    , m_language(std::make_unique<Language>())
    , m_directory(directory)
    , m_size(size)
{
    const QStringList all{QStringLiteral("overview"), QStringLiteral("posts"), QStringLiteral("channels"),
        QStringLiteral("schedule"), QStringLiteral("runs"), QStringLiteral("log"), QStringLiteral("storage"),
        QStringLiteral("settings"), QStringLiteral("diagnostics")};
    for (const QString &language : languages) {
        for (const QString &theme : {QStringLiteral("light"), QStringLiteral("dark")}) {
            for (const QString &page : pages.isEmpty() ? all : pages) {
                m_queue.append(
                    {QStringLiteral("%1-%2-%3").arg(page, theme, language), page, theme, language, false, false, {}});
                for (const char *scene : scenesOf(page)) {
                    m_queue.append({QStringLiteral("%1-%2-%3-%4").arg(page, QLatin1String(scene), theme, language),
                        page, theme, language, false, false, QLatin1String(scene)});
                }
            }
        }
        const QString theme = QStringLiteral("light");
        for (const QString &page : pages.isEmpty() ? QStringList(all.first(4)) : pages) {
            m_queue.append({QStringLiteral("empty-%1-%2").arg(page, language), page, theme, language, true, false, {}});
        }
        m_queue.append(
            {QStringLiteral("trouble-%1").arg(language), QStringLiteral("overview"), theme, language, false, true, {}});
    }
    m_settle.setSingleShot(true);
    m_settle.setInterval(700); // queued answers, debounced filters, first layout
    connect(&m_settle, &QTimer::timeout, this, &Shots::take);
}

Shots::~Shots() = default;

void Shots::start()
{
    QMetaObject::invokeMethod(this, &Shots::next, Qt::QueuedConnection);
}

void Shots::next()
{
    m_window.reset();
    m_longer.reset();
    if (m_queue.isEmpty()) {
        Q_EMIT finished();
        return;
    }
    m_shot = m_queue.takeFirst();
    m_theme.apply(m_shot.theme);
    const bool longer = m_shot.language == QLatin1String("xx");
    m_language->apply(longer ? QStringLiteral("ru") : m_shot.language);
    if (longer) {
        m_longer = std::make_unique<LongerTexts>();
        QCoreApplication::installTranslator(m_longer.get());
    }
    m_engine = std::make_unique<FakeEngine>(m_shot.empty ? FakeEngine::Content::Empty : FakeEngine::Content::Sample);
    m_window =
        std::make_unique<MainWindow>(*m_engine, m_home.filePath(QStringLiteral("window-%1.ini").arg(m_queue.size())));
    m_window->resize(m_size);
    m_window->show();
    if (!m_shot.empty) {
        m_engine->startScheduler();
        m_engine->startRun();
        m_engine->advanceRun(14);
        m_engine->addLog(LogLevel::Error, LogEvent::ChannelFailed, QStringLiteral("@cpp_polka"), {},
            Error{ErrorCode::PreviewDisabled, QStringLiteral("@cpp_polka"), QStringLiteral("GET /s/cpp_polka: 302")});
        if (m_shot.trouble) {
            makeTrouble(*m_engine);
        }
        InfoMessage message;
        message.text = MainWindow::tr("12 channels removed");
        message.actionText = MainWindow::tr("Undo");
        message.isUndo = true;
        message.action = [] {};
        if (m_shot.page == QLatin1String("channels")) {
            m_window->post(message);
        }
    }
    if (m_shot.trouble) {
        // The narrow navigation needs a picture too.
        m_window->findChild<QAction *>(QStringLiteral("actionCollapse"))->trigger();
    }
    if (m_shot.page == QLatin1String("runs") && !m_shot.empty) {
        prepareRuns();
    }
    m_window->openPage(m_shot.page);
    if (m_shot.page == QLatin1String("posts") && !m_shot.scene.isEmpty()) {
        preparePosts();
    } else if (!m_shot.scene.isEmpty() && m_shot.page != QLatin1String("runs")) {
        // A dialog is put on the picture by take().
        auto *action = m_window->findChild<QAction *>(m_shot.scene);
        if (!action->isEnabled()) { // it needs a selection
            auto *table = m_window->currentPage()->findChild<QTableView *>();
            table->selectRow(qMin(1, table->model()->rowCount() - 1));
            QTimer::singleShot(300, action, &QAction::trigger);
        }
        action->trigger();
    }
    m_settle.start();
}

void Shots::prepareRuns()
{
    RunCharts charts;
    for (int hour = 0; hour < 24; ++hour) {
        charts.postsPerHour.append(hour < 6 ? hour * 7 % 20 : 40 + hour * 37 % 95);
    }
    for (int day = 0; day < 14; ++day) {
        RunCharts::Day one;
        one.done = day == 4 ? 3 : 36 + day * 7 % 12;
        one.failed = day % 5 == 2 ? 6 : day % 3;
        one.stopped = day % 4 == 1 ? 2 : 0;
        one.skipped = day == 4 ? 9 : day % 6 == 3 ? 4 : 0;
        one.meanMs = 60'000 + day * 7'100 % 40'000;
        one.longestMs = one.meanMs + 30'000 + day * 23'000 % 110'000;
        charts.days.append(one);
    }
    m_engine->setCharts(charts);
}

void Shots::preparePosts()
{
    const QList<Post> &posts = m_engine->data().posts;
    QList<PostId> edited;
    const bool search = m_shot.scene == QLatin1String("search");
    for (const Post &post : posts.mid(0, 200)) {
        if (post.body.text.contains(QStringLiteral("мост"), Qt::CaseInsensitive) || !search) {
            edited.append(post.id);
        }
    }
    const PostId shown = edited.value(search ? 2 : 40);
    m_engine->changeTags(edited.mid(0, 4), {QStringLiteral("важное")}, {}, this, {});
    m_engine->changeTags({shown}, {QStringLiteral("to read"), QStringLiteral("transport")}, {}, this, {});
    m_engine->setStarred({shown, edited.value(1)}, true, this, {});
    m_engine->setNote(shown, QStringLiteral("Перезвонить в депо: когда откроют вторую полосу?"), this, {});
    m_engine->saveSearch({0, QStringLiteral("Мосты и дороги"), QStringLiteral("мост OR дорога*")}, this, {});
    m_engine->saveSearch({0, QStringLiteral("Photos of the week"), QStringLiteral("has:photo after:7d")}, this, {});
    for (const Post &post : posts) {
        if (post.id == shown) {
            RichText body = post.body;
            body.text.replace(QStringLiteral(" на "), QStringLiteral(" около "));
            body.text += QStringLiteral("\n\nUPD: now with the corrected numbers.");
            m_engine->editPost(shown, body);
            body.text.replace(QStringLiteral("corrected"), QStringLiteral("final, checked"));
            m_engine->editPost(shown, body);
            break;
        }
    }
    m_engine->deletePosts({edited.value(3), shown});
    QTimer::singleShot(200, m_window.get(), [this] {
        Q_EMIT m_engine->savedSearchesCounted({{1, 1284, false}, {2, 10'000, true}});
    });
    if (search) {
        m_window->openPage(
            m_shot.page, QVariantMap{{QStringLiteral("text"), QStringLiteral("мост has:unicorn -реклама")}});
    } else if (m_shot.scene == QLatin1String("help")) {
        // A popup is a window of its own: it is put on the picture by take().
        QTimer::singleShot(300, m_window.get(), [this] {
            if (auto *help = m_window->findChild<QToolButton *>(QStringLiteral("postsSearchHelp"))) {
                help->click();
            }
        });
    } else {
        QTimer::singleShot(300, m_window.get(), [this, shown] {
            m_window->openPage(m_shot.page, QVariantMap{{QStringLiteral("post"), shown}});
        });
    }
}

void Shots::take()
{
    if (m_shot.page == QLatin1String("runs") && !m_shot.scene.isEmpty()) {
        auto *history = m_window->findChild<QTableView *>(QStringLiteral("runsHistory"));
        history->selectRow(m_shot.scene == QLatin1String("log") ? 2 : 10);
    }
    // Something is selected, so that panes with details have something to show.
    for (auto *view : m_window->currentPage()->findChildren<QAbstractItemView *>()) {
        if (view->isVisible() && view->model() && view->model()->rowCount() > 2
            && !view->selectionModel()->hasSelection()) {
            const int row = m_shot.page == QLatin1String("log") ? view->model()->rowCount() - 1 : 2;
            view->setCurrentIndex(view->model()->index(row, 0));
        }
    }
    QMetaObject::invokeMethod(
        this,
        [this] {
            QTimer::singleShot(300, this, [this] {
                if (m_shot.scene == QLatin1String("versions")) {
                    m_window->findChild<QTabBar *>(QStringLiteral("postTabs"))->setCurrentIndex(1);
                }
                if (m_shot.page == QLatin1String("runs") && !m_shot.scene.isEmpty()) {
                    m_window->findChild<QTabBar *>(QStringLiteral("qt_tabwidget_tabbar"))
                        ->setCurrentIndex(m_shot.scene == QLatin1String("log") ? 1 : 2);
                }
                QPixmap picture = m_window->grab();
                QWidget *popup = QApplication::activePopupWidget();
                if (QWidget *above = popup ? popup : QApplication::activeModalWidget()) {
                    QPainter painter(&picture);
                    painter.drawPixmap(m_window->mapFromGlobal(above->pos()), above->grab());
                }
                picture.save(QStringLiteral("%1/%2.png").arg(m_directory, m_shot.name));
                next();
            });
        },
        Qt::QueuedConnection);
}

} // namespace vestnik
