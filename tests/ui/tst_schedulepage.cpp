// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/schedulefixture.h"

#include <QStackedWidget>

using namespace vestnik;

class TestSchedulePage final : public ScheduleFixture {
    Q_OBJECT

private Q_SLOTS:
    void init() { makeEngine(); }
    void cleanup() { dropAll(); }

    void emptyListOffersANewJob()
    {
        makeEngine(FakeEngine::Content::Empty);
        show();
        QPushButton *button = nullptr;
        for (auto *candidate : m_page->findChildren<QPushButton *>(QStringLiteral("emptyStateButton"))) {
            button = candidate->isVisible() ? candidate : button;
        }
        QVERIFY(button);
        QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(isEditing());
        QCOMPARE(text("editorTitle"), QStringLiteral("New job"));
    }

    void deletesWithUndo()
    {
        show();
        select({morning, backup});
        QTest::keyClick(table(), Qt::Key_Delete);
        QTRY_COMPARE(table()->model()->rowCount(), 3);
        QVERIFY(lastMessage().isUndo);
        QCOMPARE(lastMessage().text, QStringLiteral("2 jobs were deleted."));
        lastMessage().action();
        QTRY_COMPARE(table()->model()->rowCount(), 5);
        QCOMPARE(job(backup).name, QStringLiteral("Nightly backup"));
    }

    void deleteKeyInTheEditorDeletesText()
    {
        show();
        select({parseAll});
        QTest::keyClick(table(), Qt::Key_Return);
        QVERIFY(isEditing());
        auto *kind = find<QComboBox>("editorKind");
        kind->setFocus();
        QTest::keyClick(kind, Qt::Key_Delete);
        QTest::keyClick(kind, Qt::Key_Space);
        find<QLineEdit>("editorName")->setFocus();
        QTest::keyClick(find<QLineEdit>("editorName"), Qt::Key_Delete);
        QCoreApplication::sendPostedEvents();
        QVERIFY(!m_engine->calls().contains(QStringLiteral("removeJobs")));
        QVERIFY(!m_engine->calls().contains(QStringLiteral("setJobsEnabled")));
    }

    void spaceSwitchesOffAndOn()
    {
        show();
        select({parseAll});
        QCOMPARE(action("scheduleToggle")->text(), QStringLiteral("Switch &off"));
        QTest::keyClick(table(), Qt::Key_Space);
        QTRY_VERIFY(!job(parseAll).enabled);
        QTRY_COMPARE(action("scheduleToggle")->text(), QStringLiteral("Switch &on"));
        lastMessage().action();
        QTRY_VERIFY(job(parseAll).enabled);
        QTRY_COMPARE(action("scheduleToggle")->text(), QStringLiteral("Switch &off"));
        // Of several, those that are off are switched on; the others stay.
        select({parseAll, retention});
        QTest::keyClick(table(), Qt::Key_Space);
        QTRY_VERIFY(job(retention).enabled);
        QVERIFY(job(parseAll).enabled);
        QTRY_COMPARE(lastMessage().text, QStringLiteral("“Remove old posts” is on."));
    }

    void undoOfAPauseRestoresEachAsItWas()
    {
        show();
        const qint64 until = job(edits).pausedUntil;
        QVERIFY(until > 0);
        select({parseAll, edits});
        action("schedulePause")->trigger();
        QTRY_VERIFY(job(parseAll).paused);
        QCOMPARE(job(edits).pausedUntil, 0);
        QTRY_VERIFY(lastMessage().isUndo);
        lastMessage().action();
        QTRY_VERIFY(!job(parseAll).paused);
        QTRY_COMPARE(job(edits).pausedUntil, until);
        QVERIFY(job(edits).paused);
    }

    void pausesForAnHourAndUntilTomorrow()
    {
        show();
        select({parseAll});
        const qint64 before = QDateTime::currentMSecsSinceEpoch();
        action("schedulePauseHour")->trigger();
        QTRY_VERIFY(job(parseAll).paused);
        const qint64 left = job(parseAll).pausedUntil - before;
        QVERIFY2(left >= 3'600'000 && left < 3'605'000, qPrintable(QString::number(left)));
        action("schedulePauseMorning")->trigger();
        QTRY_COMPARE(QDateTime::fromMSecsSinceEpoch(job(parseAll).pausedUntil).time(), QTime(8, 0));
        QCOMPARE(QDateTime::fromMSecsSinceEpoch(job(parseAll).pausedUntil).date(), QDate::currentDate().addDays(1));
        QTRY_VERIFY(action("scheduleResume")->isEnabled());
        action("scheduleResume")->trigger();
        QTRY_VERIFY(!job(parseAll).paused);
    }

    void pausesUntilADayThatIsAsked()
    {
        show();
        select({parseAll});
        action("schedulePauseUntil")->trigger();
        auto *dialog = find<QDialog>("pauseDialog");
        QVERIFY(dialog && dialog->isVisible());
        auto *until = dialog->findChild<QDateTimeEdit *>(QStringLiteral("pauseUntil"));
        auto *accept = dialog->findChild<QPushButton *>(QStringLiteral("pauseAccept"));
        until->clearMinimumDate();
        until->setDateTime(QDateTime::currentDateTime().addSecs(-3600));
        QVERIFY(!accept->isEnabled());
        const QDateTime wanted(QDate::currentDate().addDays(3), QTime(14, 30));
        until->setDateTime(wanted);
        QTest::mouseClick(accept, Qt::LeftButton);
        QTRY_COMPARE(job(parseAll).pausedUntil, wanted.toMSecsSinceEpoch());
    }

    void runsNowAndLeadsToTheRuns()
    {
        show();
        QSignalSpy page(m_page.get(), &Page::pageRequested);
        select({morning});
        QTest::keyClick(table(), Qt::Key_F8);
        QTRY_COMPARE(lastMessage().actionText, QStringLiteral("Show runs"));
        QVERIFY(m_engine->calls().contains(QStringLiteral("runJob")));
        lastMessage().action();
        QCOMPARE(page.last().at(0).toString(), QStringLiteral("runs"));
        QCOMPARE(page.last().at(1).typeId(), int(QMetaType::LongLong));
        QCOMPARE(page.last().at(1).toLongLong(), morning);
        action("scheduleShowRuns")->trigger();
        QCOMPARE(page.size(), 2);
        const int row = 0;
        QTRY_COMPARE(table()->model()->index(row, JobModel::State).data().toString().isEmpty(), false);
        QTRY_VERIFY(!m_engine->data().jobs.at(1).going.isEmpty());
    }

    void dryRunTellsWhatItWouldDo()
    {
        JobForecast forecast;
        forecast.facts = {{QStringLiteral("channels"), 12, {}}, {QStringLiteral("posts"), 3400, {}}};
        forecast.fires = {QDateTime(QDate(2031, 5, 6), QTime(7, 8)).toMSecsSinceEpoch()};
        m_engine->setForecast(forecast);
        show();
        select({morning});
        QTest::keyClick(table(), Qt::Key_F8, Qt::ShiftModifier);
        auto *dialog = find<QDialog>("forecastDialog");
        QVERIFY(dialog);
        const auto values = [&] {
            QStringList all;
            for (auto *label : dialog->findChildren<QLabel *>(QStringLiteral("forecastValue"))) {
                all.append(label->text());
            }
            return all;
        };
        QTRY_COMPARE(
            values(), (QStringList{QStringLiteral("12"), QStringLiteral("3,400"), QStringLiteral("6 May 2031 07:08")}));
        QCOMPARE(m_engine->lastJob().id, morning);
    }

    void dryRunSaysWhyItCouldNotWork()
    {
        JobForecast forecast;
        forecast.error = Error{ErrorCode::FileFailed, QStringLiteral("/media/disk"), QStringLiteral("No space left")};
        m_engine->setForecast(forecast);
        show();
        select({backup});
        action("scheduleDryRun")->trigger();
        auto *state = find<QDialog>("forecastDialog")->findChild<QLabel *>(QStringLiteral("forecastState"));
        QTRY_VERIFY2(state->text().contains(QStringLiteral("/media/disk")), qPrintable(state->text()));
    }

    void copiesAreOffAndHaveTheirOwnNames()
    {
        show();
        select({parseAll});
        action("scheduleDuplicate")->trigger();
        QTRY_COMPARE(m_engine->data().jobs.size(), 6);
        QTRY_COMPARE(m_page->selectedRows().size(), 1);
        const Job copy = m_engine->data().jobs.last().job;
        QCOMPARE(copy.name, QStringLiteral("Parse all channels (copy)"));
        QVERIFY(!copy.enabled);
        QCOMPARE(copy.trigger, job(parseAll).trigger);
        QTRY_COMPARE(m_page->selectedRows().first().job.id, copy.id);
        select({parseAll});
        action("scheduleDuplicate")->trigger();
        QTRY_COMPARE(m_engine->data().jobs.size(), 7);
        QCOMPARE(m_engine->data().jobs.last().job.name, QStringLiteral("Parse all channels (copy 2)"));
        QTRY_VERIFY(lastMessage().text.contains(QStringLiteral("copy 2")));
        lastMessage().action();
        QTRY_COMPARE(m_engine->data().jobs.size(), 6);
    }

    void disabledActionsSayWhy()
    {
        show();
        table()->clearSelection();
        QTRY_VERIFY(!action("scheduleEdit")->isEnabled());
        QVERIFY(action("scheduleEdit")->toolTip().contains(QStringLiteral("Select one job.")));
        select({parseAll});
        QVERIFY(!action("scheduleResume")->isEnabled());
        QVERIFY(action("scheduleResume")->toolTip().contains(QStringLiteral("None of them is paused.")));
        EngineStatus status = m_engine->status();
        status.engineAlive = true;
        status.storeWritable = false;
        m_engine->setStatus(status);
        for (const char *name : {"scheduleAdd", "scheduleRun", "scheduleRemove", "scheduleToggle", "schedulePause"}) {
            QTRY_VERIFY2(!action(name)->isEnabled(), name);
            QVERIFY2(action(name)->toolTip().contains(QStringLiteral("cannot be written")), name);
        }
        QVERIFY(action("scheduleEdit")->isEnabled()); // to look at
    }

    void refusedCommandIsSaid()
    {
        show();
        select({parseAll});
        m_engine->failNext(Error{ErrorCode::DatabaseBusy, QStringLiteral("v.db"), QStringLiteral("locked")});
        action("schedulePause")->trigger();
        QTRY_COMPARE(lastMessage().kind, InfoMessage::Kind::Bad);
        QVERIFY(!job(parseAll).paused);
    }

    void copiesATable()
    {
        show();
        select({morning});
        QTest::keyClick(table(), Qt::Key_C, Qt::ControlModifier);
        const QStringList lines = QGuiApplication::clipboard()->text().split(QLatin1Char('\n'));
        QCOMPARE(lines.size(), 2);
        QCOMPARE(lines.at(0).count(QLatin1Char('\t')), 4);
        QVERIFY2(lines.at(1).startsWith(QStringLiteral("Новости каждое утро, Parse channels: folder “Новости”\tOn\t")),
            qPrintable(lines.at(1)));
    }

    void menuIsTheSameEverywhere()
    {
        show();
        select({morning});
        Q_EMIT table()->customContextMenuRequested(QPoint(5, 5));
        auto *menu = find<QMenu>("scheduleMenu");
        QVERIFY(menu && menu->isVisible());
        QList<QAction *> shown;
        for (QAction *one : menu->actions()) {
            shown.append(one->isSeparator() ? nullptr : one);
        }
        QCOMPARE(shown, m_page->menuActions());
        menu->close();
    }

    void keysMakeANewJob_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<int>("modifiers");
        QTest::newRow("insert") << int(Qt::Key_Insert) << int(Qt::NoModifier);
        QTest::newRow("ctrl+n") << int(Qt::Key_N) << int(Qt::ControlModifier);
    }

    void keysMakeANewJob()
    {
        QFETCH(int, key);
        QFETCH(int, modifiers);
        show();
        table()->setFocus();
        QTest::keyClick(table(), static_cast<Qt::Key>(key), static_cast<Qt::KeyboardModifier>(modifiers));
        QVERIFY(isEditing());
        QCOMPARE(text("editorTitle"), QStringLiteral("New job"));
    }

    void leavingThePageKeepsTheChanges()
    {
        QStackedWidget pages;
        pages.resize(1200, 800);
        auto *page = new SchedulePage(*m_engine, *m_settings, &pages);
        pages.addWidget(page);
        pages.addWidget(new QWidget(&pages));
        pages.show();
        QSignalSpy messages(page, &Page::messageRequested);
        page->openWith(QVariantMap{{QStringLiteral("edit"), parseAll}});
        pages.setCurrentIndex(1);
        QCOMPARE(messages.size(), 0); // nothing was changed
        pages.setCurrentIndex(0);
        auto *name = page->findChild<QLineEdit *>(QStringLiteral("editorName"));
        QTest::keyClicks(name, QStringLiteral("Half"));
        pages.setCurrentIndex(1);
        QCOMPARE(messages.size(), 1);
        QVERIFY(messages.first().first().value<InfoMessage>().text.contains(QStringLiteral("Half")));
        pages.setCurrentIndex(0);
        QVERIFY(name->isVisible());
        QCOMPARE(name->text(), QStringLiteral("Half"));
    }

    void everyControlHasAName()
    {
        show();
        select({parseAll});
        QTest::keyClick(table(), Qt::Key_Return);
        QVERIFY(isEditing());
        for (QWidget *widget : m_page->findChildren<QWidget *>()) {
            const bool inner = widget->objectName().startsWith(QLatin1String("qt_"))
                || qobject_cast<QAbstractSpinBox *>(widget->parentWidget())
                || qobject_cast<QComboBox *>(widget->parentWidget());
            const bool control = qobject_cast<QAbstractButton *>(widget) || qobject_cast<QComboBox *>(widget)
                || qobject_cast<QLineEdit *>(widget) || qobject_cast<QAbstractSpinBox *>(widget);
            if (!control || inner || !widget->isVisible()) {
                continue;
            }
            const auto *button = qobject_cast<QAbstractButton *>(widget);
            bool named = !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty());
            for (const auto *label : m_page->findChildren<QLabel *>()) {
                named = named || (label->buddy() == widget && !label->text().isEmpty());
            }
            QVERIFY2(named, qPrintable(QString::fromLatin1(widget->metaObject()->className()) + widget->objectName()));
        }
    }
};

QTEST_MAIN(TestSchedulePage)
#include "tst_schedulepage.moc"
