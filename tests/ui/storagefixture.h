// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/fakeengine/fakeengine.h"
#include "ui/storage/sizelist.h"
#include "ui/storage/storagepage.h"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QFileDialog>
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

namespace vestnik {

/// The Storage page over three channels, and hands to work it with; base of its tests.
class StorageFixture : public QObject {
    Q_DISABLE_COPY_MOVE(StorageFixture)

public:
    StorageFixture() = default;

protected:
    void makeEngine()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        m_dir = std::make_unique<QTemporaryDir>();
        m_engine = std::make_unique<FakeEngine>();
        m_engine->setStorage(threeChannels());
        m_settings = std::make_unique<QSettings>(m_dir->filePath(QStringLiteral("window.ini")), QSettings::IniFormat);
    }

    void dropAll()
    {
        m_messages.reset();
        m_page.reset();
        m_settings.reset();
        m_engine.reset();
    }

    [[nodiscard]] static StorageFacts threeChannels()
    {
        StorageFacts facts;
        facts.address = QStringLiteral("/data/vestnik.db");
        facts.server = QStringLiteral("SQLite 3.40.1");
        facts.bytes = 4'000'000'000;
        facts.freeBytes = 80'000'000'000;
        facts.reclaimableBytes = 3 * 1024 * 1024;
        facts.posts = 1'000'210;
        // Sizes that sort otherwise as texts than as numbers.
        facts.channels = {{1, QStringLiteral("alpha"), 9, 2'000'000}, {2, QStringLiteral("beta"), 100, 900'000},
            {3, QStringLiteral("gamma"), 20, 10'000'000}};
        return facts;
    }

    void show()
    {
        m_page = std::make_unique<StoragePage>(*m_engine, *m_settings);
        m_messages = std::make_unique<QList<InfoMessage>>();
        connect(m_page.get(), &Page::messageRequested, m_page.get(),
            [this](const InfoMessage &message) { m_messages->append(message); });
        m_page->resize(1000, 1400);
        m_page->show();
    }

    void load()
    {
        show();
        QTRY_COMPARE(table()->model()->rowCount(), 3);
        QTRY_VERIFY(find<QAction>("actionRetentionPreview")->isEnabled());
    }

    template<typename T>
    [[nodiscard]] T *find(const char *name)
    {
        return m_page->findChild<T *>(QString::fromLatin1(name));
    }

    [[nodiscard]] QString text(const char *name) { return find<QLabel>(name)->text(); }
    [[nodiscard]] QTableView *table() { return find<QTableView>("sizeTable"); }
    [[nodiscard]] InfoMessage lastMessage() { return m_messages->isEmpty() ? InfoMessage() : m_messages->last(); }

    [[nodiscard]] QStringList names()
    {
        QStringList all;
        table()->selectAll();
        all = selected();
        table()->clearSelection();
        return all;
    }

    [[nodiscard]] QStringList selected()
    {
        QStringList all;
        for (const SizeRow &row : m_page->findChild<SizeList *>()->selectedRows()) {
            all.append(row.username);
        }
        return all;
    }

    [[nodiscard]] RetentionSettings stored()
    {
        RetentionSettings settings;
        bool done = false;
        m_engine->readRetention(m_page.get(), [&](const Result<RetentionSettings> &read) {
            settings = read.value_or(RetentionSettings());
            done = true;
        });
        const bool answered = QTest::qWaitFor([&] { return done; });
        return answered ? settings : RetentionSettings();
    }

    /// Asks for a preview of "30 days"; the id of its task.
    TaskId preview()
    {
        find<QComboBox>("ruleMode")->setCurrentText(QStringLiteral("By age"));
        find<QSpinBox>("ruleDays")->setValue(30);
        return startPreview();
    }

    TaskId startPreview()
    {
        find<QPushButton>("retentionPreview")->click();
        const bool shown = QTest::qWaitFor(
            [&] { return m_page->findChild<QWidget *>(QStringLiteral("retentionProgress"))->isVisible(); });
        return shown && std::get<RetentionSpec>(m_engine->lastTask()).dryRun ? TaskId(m_engine->tasks().size()) : 0;
    }

    void finishPreview(TaskId task, bool fresh = true)
    {
        QVERIFY(task > 0);
        TaskReport report;
        report.add(QStringLiteral("posts_to_remove"), 5, QStringLiteral("alpha"));
        report.add(QStringLiteral("posts_to_remove"), 1'200, QStringLiteral("beta"));
        report.add(QStringLiteral("posts_to_remove_total"), 1'205);
        report.add(QStringLiteral("noted_or_tagged_to_remove"), 3);
        m_engine->finishTask(task, TaskState::Done, report);
        QCOMPARE(find<QLabel>("retentionTotal")->isVisible(), fresh);
    }

    void typeAddress(const QString &text)
    {
        auto *field = find<QLineEdit>("serverAddress");
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, text);
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<FakeEngine> m_engine;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<StoragePage> m_page;
    std::unique_ptr<QList<InfoMessage>> m_messages;
};

} // namespace vestnik
