// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/storagefixture.h"

using namespace vestnik;

class TestStoragePage final : public StorageFixture {
    Q_OBJECT

private Q_SLOTS:
    void init() { makeEngine(); }
    void cleanup() { dropAll(); }

    void placeholdersUntilItIsRead()
    {
        show();
        QCOMPARE(table()->model()->rowCount(), SizeModel::placeholders);
        QCOMPARE(text("sizeCount"), QStringLiteral("Reading…"));
        QVERIFY(m_page->findChild<SizeList *>()->selectedRows().isEmpty());
        QTRY_COMPARE(table()->model()->rowCount(), 3);
        QCOMPARE(text("storageSize"), QStringLiteral("3.7 GB"));
        QCOMPARE(text("storagePosts"), QStringLiteral("1,000,210"));
        QCOMPARE(text("storageAddress"), QStringLiteral("/data/vestnik.db"));
        QVERIFY(find<QPushButton>("storageCompact")->text().contains(QStringLiteral("3.0 MB")));
        QVERIFY(find<QLabel>("storageWarning")->parentWidget()->isHidden());
    }

    void hiddenPageReadsNothing()
    {
        m_page = std::make_unique<StoragePage>(*m_engine, *m_settings);
        m_page->refresh();
        QCoreApplication::sendPostedEvents();
        QCOMPARE(table()->model()->rowCount(), SizeModel::placeholders);
    }

    void numbersAreSortedAsNumbers()
    {
        load();
        QCOMPARE(names(), (QStringList{QStringLiteral("gamma"), QStringLiteral("alpha"), QStringLiteral("beta")}));
        table()->sortByColumn(SizeModel::Posts, Qt::AscendingOrder);
        QCOMPARE(names(), (QStringList{QStringLiteral("alpha"), QStringLiteral("gamma"), QStringLiteral("beta")}));
        table()->sortByColumn(SizeModel::Share, Qt::AscendingOrder);
        QCOMPARE(names(), (QStringList{QStringLiteral("beta"), QStringLiteral("alpha"), QStringLiteral("gamma")}));
    }

    void filterFindsAndCanBeCleared()
    {
        load();
        auto *search = qobject_cast<QLineEdit *>(m_page->headerWidget());
        search->setText(QStringLiteral("@BET"));
        QCOMPARE(names(), QStringList{QStringLiteral("beta")});
        search->setText(QStringLiteral("zzz"));
        QVERIFY(!table()->isVisible());
        find<QAction>("storageClearFilter")->trigger();
        QVERIFY(table()->isVisible());
        QCOMPARE(names().size(), 3);
    }

    void copyIsTabSeparated()
    {
        load();
        table()->selectRow(1);
        find<QAction>("storageCopy")->trigger();
        const QStringList lines = QGuiApplication::clipboard()->text().split(QLatin1Char('\n'));
        QCOMPARE(lines.size(), 2);
        QCOMPARE(lines.at(0).count(QLatin1Char('\t')), 4);
        QVERIFY2(lines.at(1).startsWith(QStringLiteral("@alpha\t9\t2000000\t15.5 %")), qPrintable(lines.at(1)));
    }

    void selectionSurvivesARefresh()
    {
        load();
        table()->selectRow(2);
        StorageFacts facts = threeChannels();
        facts.channels.prepend({4, QStringLiteral("delta"), 1, 99'000'000});
        m_engine->setStorage(facts);
        m_page->refresh();
        QTRY_COMPARE(table()->model()->rowCount(), 4);
        QCOMPARE(selected(), QStringList{QStringLiteral("beta")});
    }

    void failureIsSaidAndTriedAgain()
    {
        m_engine->failNext(Error{ErrorCode::DatabaseBusy, QStringLiteral("v.db"), {}});
        show();
        QTRY_VERIFY(find<QLabel>("sizeFailure")->isVisible());
        QVERIFY(!text("sizeFailure").isEmpty());
        find<QAction>("storageReload")->trigger();
        QTRY_COMPARE(table()->model()->rowCount(), 3);
        QVERIFY(table()->isVisible());
    }

    void emptyStoreLeadsToTheChannels()
    {
        m_engine->setStorage(StorageFacts());
        show();
        QSignalSpy page(m_page.get(), &Page::pageRequested);
        QTRY_COMPARE(table()->model()->rowCount(), 0);
        QVERIFY(!table()->isVisible());
        find<QAction>("storageAdd")->trigger();
        QCOMPARE(page.value(0).value(0).toString(), QStringLiteral("channels"));
    }

    void nearlyFullDiskIsWarnedOf()
    {
        StorageFacts facts = threeChannels();
        facts.freeBytes = 300'000'000;
        facts.notIndexed = 12;
        m_engine->setStorage(facts);
        m_page = std::make_unique<StoragePage>(*m_engine, *m_settings);
        QSignalSpy counter(m_page.get(), &Page::counterChanged);
        m_page->resize(1000, 700);
        m_page->show();
        QTRY_VERIFY(find<QLabel>("storageWarning")->isVisible());
        QVERIFY(text("storageWarning").contains(QStringLiteral("286.1 MB")));
        QVERIFY(find<QLabel>("storageWaiting")->isVisible());
        QCOMPARE(counter.last().at(1).toBool(), true);
    }

    void readOnlyStoreDisablesWhatWrites()
    {
        load();
        EngineStatus status = m_engine->status();
        status.storeWritable = false;
        m_engine->setStatus(status);
        table()->selectRow(0);
        for (const char *name : {"actionCompact", "actionRetentionPreview", "storageKeepRule"}) {
            QVERIFY2(!find<QAction>(name)->isEnabled(), name);
            QVERIFY2(find<QAction>(name)->toolTip().contains(QStringLiteral("cannot be written")), name);
        }
    }

    void channelsGetTheirOwnRule()
    {
        load();
        table()->selectRow(0);
        find<QAction>("storageKeepRule")->trigger();
        auto *dialog = m_page->findChild<QDialog *>(QStringLiteral("ruleDialog"));
        QVERIFY(dialog && dialog->isVisible());
        auto *mode = dialog->findChild<QComboBox *>(QStringLiteral("ruleMode"));
        QCOMPARE(mode->currentText(), QStringLiteral("As the general rule"));
        mode->setCurrentText(QStringLiteral("By number"));
        dialog->findChild<QSpinBox *>(QStringLiteral("rulePosts"))->setValue(500);
        dialog->findChild<QPushButton *>(QStringLiteral("ruleAccept"))->click();
        QTRY_COMPARE(stored().channels.value(3), (RetentionRule{0, 500}));
        const QModelIndex cell = table()->model()->index(0, SizeModel::Keep);
        QTRY_COMPARE(cell.data().toString(), QStringLiteral("newest 500"));
        QVERIFY(find<QAction>("storageGeneralRule")->isEnabled());
        lastMessage().action();
        QTRY_COMPARE(cell.data().toString(), QStringLiteral("for ever"));
        QVERIFY(stored().channels.isEmpty());
    }

    void contextMenuOffersThePosts()
    {
        load();
        table()->selectRow(0);
        QSignalSpy page(m_page.get(), &Page::pageRequested);
        QSignalSpy exported(m_page.get(), &Page::exportRequested);
        Q_EMIT table()->customContextMenuRequested(table()->visualRect(table()->model()->index(0, 0)).center());
        auto *menu = m_page->findChild<QMenu *>(QStringLiteral("sizeMenu"));
        QVERIFY(menu && menu->isVisible());
        menu->close();
        find<QAction>("storageShowPosts")->trigger();
        QCOMPARE(page.value(0).value(1).toMap().value(QStringLiteral("channel")).toLongLong(), 3);
        find<QAction>("storageExport")->trigger();
        QCOMPARE(exported.value(0).value(0).value<PostQuery>().channels, QList<ChannelId>{3});
    }

    void sectionsAreOpenedFromElsewhere()
    {
        load();
        m_page->activateWindow();
        m_page->openWith(QStringLiteral("move"));
        QTRY_VERIFY(find<QLineEdit>("serverAddress")->hasFocus());
        QTRY_VERIFY(!find<QLineEdit>("serverAddress")->visibleRegion().isEmpty());
    }
};

QTEST_MAIN(TestStoragePage)
#include "tst_storagepage.moc"
