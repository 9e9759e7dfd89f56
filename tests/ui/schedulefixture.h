// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/fakeengine/fakeengine.h"
#include "ui/schedule/jobmodel.h"
#include "ui/schedule/schedulepage.h"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace vestnik {

/// The Schedule page over the five jobs of the sample, and hands to work it with; base of its tests.
class ScheduleFixture : public QObject {
    Q_DISABLE_COPY_MOVE(ScheduleFixture)

public:
    ScheduleFixture() = default;

    // The jobs of the sample.
    static constexpr JobId parseAll = 1;
    static constexpr JobId morning = 2; ///< cron, a folder
    static constexpr JobId edits = 3; ///< paused
    static constexpr JobId backup = 4; ///< its last run failed
    static constexpr JobId retention = 5; ///< off

protected:
    void makeEngine(FakeEngine::Content content = FakeEngine::Content::Sample)
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        m_dir = std::make_unique<QTemporaryDir>();
        m_engine = std::make_unique<FakeEngine>(content);
        m_settings = std::make_unique<QSettings>(m_dir->filePath(QStringLiteral("window.ini")), QSettings::IniFormat);
    }

    void show()
    {
        m_page = std::make_unique<SchedulePage>(*m_engine, *m_settings);
        m_messages.clear();
        connect(m_page.get(), &Page::messageRequested, m_page.get(),
            [this](const InfoMessage &message) { m_messages.append(message); });
        // As the shell does.
        connect(m_page.get(), &Page::pageRequested, m_page.get(), [this](const QString &page, const QVariant &what) {
            if (page == m_page->id()) {
                m_page->openWith(what);
            }
        });
        m_page->resize(1200, 800);
        m_page->show();
        m_page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    }

    void dropAll()
    {
        m_page.reset();
        m_settings.reset();
        m_engine.reset();
    }

    void select(const QList<JobId> &ids)
    {
        m_page->selectJobs(ids);
        table()->setFocus();
        // What makes sense now is found out in the next turn of the loop.
        QTRY_COMPARE(action("scheduleCopy")->isEnabled(), !ids.isEmpty());
    }

    template<typename T>
    [[nodiscard]] T *find(const char *name) const
    {
        return m_page->findChild<T *>(QString::fromLatin1(name));
    }
    [[nodiscard]] QAction *action(const char *name) const { return find<QAction>(name); }
    [[nodiscard]] QString text(const char *name) const { return find<QLabel>(name)->text(); }
    [[nodiscard]] QTableView *table() const { return find<QTableView>("scheduleTable"); }
    [[nodiscard]] QWidget *editor() const { return find<QWidget>("jobEditor"); }
    [[nodiscard]] bool isEditing() const { return editor() && editor()->isVisible(); }
    [[nodiscard]] InfoMessage lastMessage() const { return m_messages.isEmpty() ? InfoMessage() : m_messages.last(); }
    [[nodiscard]] const Job &job(JobId id) const
    {
        static const Job none;
        for (const JobRow &row : m_engine->data().jobs) {
            if (row.job.id == id) {
                return row.job;
            }
        }
        return none;
    }
    void click(const char *button) { QTest::mouseClick(find<QAbstractButton>(button), Qt::LeftButton); }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<FakeEngine> m_engine;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<SchedulePage> m_page;
    QList<InfoMessage> m_messages;
};

} // namespace vestnik
