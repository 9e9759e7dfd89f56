// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/storagefixture.h"

using namespace vestnik;

class TestStorageCards final : public StorageFixture {
    Q_OBJECT

private Q_SLOTS:
    void init() { makeEngine(); }
    void cleanup() { dropAll(); }

    void checkAndCompactRun()
    {
        load();
        find<QPushButton>("storageCheck")->click();
        auto *menu = m_page->findChild<QMenu *>(QStringLiteral("checkMenu"));
        QVERIFY(menu && menu->isVisible());
        menu->close();
        find<QAction>("actionCheckThorough")->trigger();
        QVERIFY(std::get<CheckSpec>(m_engine->lastTask()).thorough);
        auto *progress = m_page->findChild<QWidget *>(QStringLiteral("databaseProgress"));
        QTRY_VERIFY(progress->isVisible());
        QVERIFY(!find<QPushButton>("storageCheck")->isEnabled());
        m_engine->advanceTask(1, 250, 1000);
        QVERIFY(progress->findChild<QLabel *>(QStringLiteral("taskProgressText"))
                    ->text()
                    .startsWith(QStringLiteral("25 %")));
        progress->findChild<QPushButton *>(QStringLiteral("taskProgressCancel"))->click();
        QTRY_VERIFY(!progress->isVisible());
        QVERIFY(find<QPushButton>("storageCheck")->isEnabled());
        find<QPushButton>("storageCompact")->click();
        QVERIFY(std::holds_alternative<CompactSpec>(m_engine->lastTask()));
    }

    void previewCountsAndEnablesTheRemoval()
    {
        load();
        const TaskId task = preview();
        QVERIFY(find<QPushButton>("retentionRemove")->isHidden() || !find<QPushButton>("retentionRemove")->isVisible());
        finishPreview(task);
        QVERIFY(find<QPushButton>("retentionRemove")->isVisible());
        QCOMPARE(find<QPushButton>("retentionRemove")->text(), QStringLiteral("Remove 1,205 posts"));
        auto *counts = find<QTableView>("retentionTable");
        QCOMPARE(counts->model()->rowCount(), 2);
        QCOMPARE(counts->model()->index(0, 0).data().toString(), QStringLiteral("@beta")); // the most on top
        QCOMPARE(counts->model()->index(0, 1).data().toString(), QStringLiteral("1,200"));
        QVERIFY(find<QCheckBox>("retentionBackup")->isChecked());
        QVERIFY(text("retentionTotal").endsWith(QStringLiteral("3 of them have a note or a tag.")));
    }

    void removalMakesABackupFirst()
    {
        load();
        finishPreview(preview());
        find<QPushButton>("retentionRemove")->click();
        QVERIFY(std::holds_alternative<BackupSpec>(m_engine->lastTask()));
        QTRY_VERIFY(m_page->findChild<QWidget *>(QStringLiteral("retentionProgress"))->isVisible());
        QVERIFY(!find<QPushButton>("retentionRemove")->isEnabled());
        m_engine->finishTask(2, TaskState::Done);
        QTRY_VERIFY(std::holds_alternative<RetentionSpec>(m_engine->lastTask()));
        QVERIFY(!std::get<RetentionSpec>(m_engine->lastTask()).dryRun);
        QTRY_VERIFY(m_page->findChild<QWidget *>(QStringLiteral("retentionProgress"))->isVisible());
        TaskReport report;
        report.add(QStringLiteral("posts_removed"), 1'205);
        m_engine->finishTask(3, TaskState::Done, report);
        QTRY_COMPARE(text("retentionState"), QStringLiteral("1,205 posts were removed."));
        QVERIFY(!find<QPushButton>("retentionRemove")->isVisible()); // a fresh preview is needed
    }

    void failedBackupRemovesNothing()
    {
        load();
        finishPreview(preview());
        find<QPushButton>("retentionRemove")->click();
        QTRY_VERIFY(m_page->findChild<QWidget *>(QStringLiteral("retentionProgress"))->isVisible());
        m_engine->finishTask(2, TaskState::Failed, {}, Error{ErrorCode::DatabaseFull, QStringLiteral("v.db"), {}});
        QTRY_VERIFY(text("retentionState").contains(QStringLiteral("Nothing was removed")));
        QCOMPARE(m_engine->tasks().size(), 2);
        QVERIFY(find<QPushButton>("retentionRemove")->isEnabled());
    }

    void withoutTheBackupItIsRemovedAtOnce()
    {
        load();
        finishPreview(preview());
        find<QCheckBox>("retentionBackup")->setChecked(false);
        find<QPushButton>("retentionRemove")->click();
        QVERIFY(!std::get<RetentionSpec>(m_engine->lastTask()).dryRun);
    }

    void anotherRuleMakesThePreviewStale()
    {
        load();
        finishPreview(preview());
        find<QSpinBox>("ruleDays")->setValue(31);
        QVERIFY(!find<QPushButton>("retentionRemove")->isVisible());
        // Counted with the old rule while the user types on: not shown either.
        const TaskId task = startPreview();
        find<QSpinBox>("ruleDays")->setValue(32);
        finishPreview(task, false);
        QVERIFY(!find<QPushButton>("retentionRemove")->isVisible());
    }

    void ruleIsStoredAndCanBeUndone()
    {
        load();
        preview();
        QCOMPARE(stored().general, (RetentionRule{30, 0}));
        const auto message = lastMessage();
        QVERIFY(message.isUndo);
        message.action();
        QTRY_COMPARE(stored().general, RetentionRule());
        QTRY_COMPARE(find<QComboBox>("ruleMode")->currentText(), QStringLiteral("For ever"));
    }

    void nothingToRemoveIsSaid()
    {
        load();
        const TaskId task = preview();
        TaskReport report;
        report.add(QStringLiteral("posts_to_remove_total"), 0);
        m_engine->finishTask(task, TaskState::Done, report);
        QTRY_VERIFY(text("retentionTotal").contains(QStringLiteral("nothing would be removed")));
        QVERIFY(!find<QPushButton>("retentionRemove")->isVisible());
    }

    void backupsAreMadeAndListed()
    {
        load();
        find<QPushButton>("backupNow")->click();
        QVERIFY(std::get<BackupSpec>(m_engine->lastTask()).path.isEmpty());
        TaskReport report;
        report.add(QStringLiteral("bytes"), 5 * 1024 * 1024);
        report.path = QStringLiteral("/data/backups/vestnik-2026.db");
        QTRY_VERIFY(!find<QPushButton>("backupNow")->isEnabled());
        m_engine->finishTask(1, TaskState::Done, report);
        QTRY_VERIFY(find<QPushButton>("backupNow")->isEnabled());
        QVERIFY(m_page->findChild<QWidget *>(QStringLiteral("backupName"))->isVisible());
    }

    void restoreIsAskedFor()
    {
        load();
        find<QPushButton>("backupRestore")->click();
        auto *chooser = m_page->findChild<QFileDialog *>(QStringLiteral("restoreDialog"));
        QVERIFY(chooser && chooser->isVisible());
        Q_EMIT chooser->fileSelected(QStringLiteral("/data/backups/old.db"));
        chooser->close();
        auto *pane = m_page->findChild<QWidget *>(QStringLiteral("restoreConfirmation"));
        QVERIFY(pane->isVisible());
        QVERIFY(text("restoreQuestion").contains(QStringLiteral("/data/backups/old.db")));
        QVERIFY(m_engine->tasks().isEmpty());
        find<QPushButton>("restoreNo")->click();
        QVERIFY(!pane->isVisible());
        Q_EMIT chooser->fileSelected(QStringLiteral("/data/backups/old.db"));
        find<QPushButton>("restoreYes")->click();
        QCOMPARE(std::get<RestoreSpec>(m_engine->lastTask()).path, QStringLiteral("/data/backups/old.db"));
    }

    void otherDatabaseIsTestedThenUsed()
    {
        load();
        QVERIFY(!find<QPushButton>("moveTest")->isEnabled());
        typeAddress(QStringLiteral("postgresql://u:s3cret@h/d"));
        QVERIFY(!find<QPushButton>("moveEverything")->isEnabled());
        QVERIFY(find<QPushButton>("moveEverything")->toolTip().contains(QStringLiteral("Test the connection")));
        find<QPushButton>("moveTest")->click();
        QTRY_VERIFY(find<QPushButton>("moveEverything")->isEnabled());
        QVERIFY(text("moveResult").startsWith(QStringLiteral("PostgreSQL 15.6 answered in 12 ms. It is empty")));
        QVERIFY(!text("moveResult").contains(QStringLiteral("s3cret")));
        // Anything else in the field, and the answer does not hold any more.
        typeAddress(QStringLiteral("postgresql://u:s3cret@other/d"));
        QVERIFY(!find<QPushButton>("moveEverything")->isEnabled());
        find<QPushButton>("moveTest")->click();
        QTRY_VERIFY(find<QPushButton>("moveEverything")->isEnabled());
        find<QPushButton>("moveEverything")->click();
        QCOMPARE(std::get<MoveSpec>(m_engine->lastTask()).target, QStringLiteral("postgresql://u:s3cret@other/d"));
    }

    void probeFailureHasAdvice()
    {
        load();
        m_engine->setProbe(failure(ErrorCode::DatabaseOpenFailed, QStringLiteral("h"), QStringLiteral("refused")));
        typeAddress(QStringLiteral("postgresql://u@h/d"));
        find<QPushButton>("moveTest")->click();
        QTRY_VERIFY(text("moveResult").count(QLatin1Char('.')) >= 2); // what happened, and what to do
        QVERIFY(!find<QPushButton>("moveUse")->isEnabled());
    }

    void contentDecidesWhatIsOffered_data()
    {
        QTest::addColumn<int>("content");
        QTest::addColumn<bool>("mayCreate");
        QTest::addColumn<bool>("move");
        QTest::addColumn<bool>("use");
        using Content = DatabaseProbe::Content;
        QTest::newRow("empty") << int(Content::Empty) << true << true << true;
        QTest::newRow("empty, no rights") << int(Content::Empty) << false << false << false;
        QTest::newRow("store") << int(Content::Store) << false << false << true;
        QTest::newRow("older") << int(Content::OlderStore) << true << false << true;
        QTest::newRow("older, no rights") << int(Content::OlderStore) << false << false << false;
        QTest::newRow("newer") << int(Content::NewerStore) << true << false << false;
        QTest::newRow("foreign") << int(Content::Foreign) << true << false << false;
    }

    void contentDecidesWhatIsOffered()
    {
        QFETCH(int, content);
        QFETCH(bool, mayCreate);
        DatabaseProbe probe;
        probe.server = QStringLiteral("PostgreSQL 15.6");
        probe.content = static_cast<DatabaseProbe::Content>(content);
        probe.mayCreate = mayCreate;
        m_engine->setProbe(probe);
        load();
        typeAddress(QStringLiteral("postgresql://u@h/d"));
        find<QPushButton>("moveTest")->click();
        QTRY_VERIFY(text("moveResult").contains(QStringLiteral("answered")));
        QTEST(find<QPushButton>("moveEverything")->isEnabled(), "move");
        QTEST(find<QPushButton>("moveUse")->isEnabled(), "use");
    }

    void serverIsUsedAndLeftAgain()
    {
        load();
        QVERIFY(find<QPushButton>("moveBack")->isHidden());
        typeAddress(QStringLiteral("postgresql://u@h/d"));
        find<QPushButton>("moveTest")->click();
        QTRY_VERIFY(find<QPushButton>("moveUse")->isEnabled());
        find<QPushButton>("moveUse")->click();
        QTRY_COMPARE(text("moveResult"), QStringLiteral("Work goes on with postgresql://u@h/d."));
        QVERIFY(find<QLineEdit>("serverAddress")->text().isEmpty());
        QVERIFY(find<QLineEdit>("serverPassword")->text().isEmpty());
        QTRY_VERIFY(find<QPushButton>("moveBack")->isVisible());
        find<QPushButton>("moveBack")->click();
        QTRY_COMPARE(m_engine->status().storePath, m_engine->dataDir() + QStringLiteral("/vestnik.db"));
        QTRY_VERIFY(find<QPushButton>("moveBack")->isHidden());
    }
};

QTEST_MAIN(TestStorageCards)
#include "tst_storagecards.moc"
