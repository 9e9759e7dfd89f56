// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/schedulefixture.h"
#include "ui/schedule/cronfield.h"
#include "ui/schedule/formparts.h"
#include "ui/schedule/jobeditor.h"
#include "ui/schedule/windowseditor.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QTabWidget>
#include <QTimeEdit>
#include <QToolButton>
#include <QWheelEvent>

using namespace vestnik;

class TestJobEditor final : public ScheduleFixture {
    Q_OBJECT

private:
    void open(JobId id)
    {
        show();
        if (id == 0) {
            action("scheduleAdd")->trigger();
        } else {
            select({id});
            action("scheduleEdit")->trigger();
        }
        QVERIFY(isEditing());
        // The preview and the channels have come when the fires stand there.
        QTRY_VERIFY(text("triggerFires").contains(QLatin1Char('\n')));
    }
    [[nodiscard]] JobEditor *pane() const { return qobject_cast<JobEditor *>(editor()); }
    void choose(const char *box, const QVariant &data)
    {
        auto *combo = find<QComboBox>(box);
        combo->setCurrentIndex(combo->findData(data));
        QCOMPARE(combo->currentData(), data);
    }
    void type(const char *field, const QString &words)
    {
        auto *line = find<QLineEdit>(field);
        line->selectAll();
        QTest::keyClicks(line, words);
    }
    [[nodiscard]] bool canSave() const { return find<QPushButton>("editorSave")->isEnabled(); }
    void tab(TriggerKind kind) { find<QTabWidget>("triggerTabs")->setCurrentIndex(int(kind)); }

private Q_SLOTS:
    void init() { makeEngine(); }
    void cleanup() { dropAll(); }

    void newJobNeedsAName()
    {
        open(0);
        QVERIFY(!canSave());
        QVERIFY(find<QPushButton>("editorSave")->toolTip().contains(QStringLiteral("Give the job a name.")));
        type("editorName", QStringLiteral("Every so often"));
        QVERIFY(canSave());
        find<QSpinBox>("triggerEvery")->setValue(45);
        click("editorSave");
        QTRY_COMPARE(m_engine->data().jobs.size(), 6);
        const Job made = m_engine->data().jobs.last().job;
        QCOMPARE(made.name, QStringLiteral("Every so often"));
        QCOMPARE(made.kind, QStringLiteral("parse"));
        QCOMPARE(made.trigger.everyMs, 45 * 60'000);
        QVERIFY(made.enabled);
        QTRY_VERIFY(!isEditing());
        QTRY_COMPARE(m_page->selectedRows().size(), 1);
        QCOMPARE(m_page->selectedRows().first().job.name, made.name);
        QCOMPARE(lastMessage().text, QStringLiteral("“Every so often” was made."));
    }

    /// What is opened and not touched is the same job: nothing is lost on the way through the fields.
    void untouchedJobsAreUnchanged_data()
    {
        QTest::addColumn<JobId>("id");
        for (JobId id = 1; id <= 5; ++id) {
            QTest::newRow(qPrintable(QString::number(id))) << id;
        }
    }

    void untouchedJobsAreUnchanged()
    {
        QFETCH(JobId, id);
        open(id);
        QVERIFY(!pane()->isDirty());
        QVERIFY(!canSave());
        Job expected = job(id);
        Job read = pane()->job();
        // Arguments that were not there have their defaults now.
        expected.arguments = {};
        read.arguments = {};
        QCOMPARE(read, expected);
    }

    void everythingOfAJobGoesThroughTheFields()
    {
        JobRow row = m_engine->data().jobs.at(0);
        row.job.kind = QLatin1String(jobkinds::exportPosts);
        row.job.enabled = false;
        row.job.paused = true;
        row.job.pausedUntil = 1'900'000'000'000;
        row.job.arguments = {{QStringLiteral("format"), QStringLiteral("xlsx")},
            {QStringLiteral("folder"), QStringLiteral("/srv/out")},
            {QStringLiteral("name"), QStringLiteral("p-{time}")},
            {QStringLiteral("query"), QStringLiteral("мост OR road")}, {QStringLiteral("days"), 14}};
        row.job.target.kind = JobTarget::Kind::Channels;
        row.job.target.channels = {2, 5, 999}; // one that is gone
        row.job.trigger.kind = TriggerKind::Cron;
        row.job.trigger.cron = QStringLiteral("0 9 * * mon");
        row.job.trigger.zone = "America/New_York";
        row.job.trigger.jitterMs = 90'000;
        row.job.trigger.windows = {{0x1f, 8 * 60, 20 * 60}, {0x60, 22 * 60, 6 * 60}, {1, 0, 24 * 60}};
        row.job.policy = {MissedPolicy::All, 7, OverlapPolicy::CancelOld, 4, -3, 5'400'000, 2, 30'000};
        m_engine->putJob(row);
        open(parseAll);
        QCOMPARE(pane()->job(), row.job);
        QVERIFY(find<QComboBox>("policyMissed")->isVisible()); // unfolded, as it is not the default
    }

    void kindsShowTheirOwnFields()
    {
        open(0);
        QVERIFY(find<QComboBox>("targetKind")->isVisible());
        QVERIFY(!find<QSpinBox>("recheckDays")->isVisible());
        choose("editorKind", QStringLiteral("recheck"));
        QVERIFY(find<QSpinBox>("recheckDays")->isVisible());
        choose("editorKind", QStringLiteral("backup"));
        QVERIFY(!find<QSpinBox>("recheckDays")->isVisible());
        QVERIFY(!find<QComboBox>("targetKind")->isVisible());
        QVERIFY(find<QSpinBox>("backupKeep")->isVisible());
        find<QSpinBox>("backupKeep")->setValue(3);
        QTest::keyClicks(find<QLineEdit>("backupFolder"), QStringLiteral("/media/disk"));
        QCOMPARE(pane()->job().arguments,
            (QJsonObject{{QStringLiteral("folder"), QStringLiteral("/media/disk")}, {QStringLiteral("keep"), 3}}));
        choose("editorKind", QStringLiteral("retention"));
        QVERIFY(pane()->job().arguments.isEmpty());
        choose("editorKind", QStringLiteral("export"));
        QVERIFY(find<QLineEdit>("exportName")->isVisible());
    }

    void channelsAreFoundAndChosen()
    {
        open(0);
        type("editorName", QStringLiteral("Some"));
        choose("targetKind", int(JobTarget::Kind::Channels));
        QVERIFY(!canSave());
        auto *list = find<QAbstractItemView>("pickerList");
        QTRY_VERIFY(list->model()->rowCount() > 3);
        const ChannelRow wanted = m_engine->data().channels.at(7);
        QTest::keyClicks(find<QLineEdit>("pickerFind"), wanted.username);
        QTRY_COMPARE(list->model()->rowCount(), 1);
        list->setCurrentIndex(list->model()->index(0, 0));
        QTest::keyClick(list, Qt::Key_Space);
        QCOMPARE(pane()->job().target.channels, QList<ChannelId>{wanted.id});
        QCOMPARE(text("pickerCount"), QStringLiteral("1 channels are chosen."));
        QVERIFY(canSave());
    }

    void folderIsChosen()
    {
        open(0);
        choose("targetKind", int(JobTarget::Kind::Folder));
        const QString folder = m_engine->data().channels.first().folder;
        QTRY_VERIFY(find<QComboBox>("targetFolder")->findData(folder) >= 0);
        choose("targetFolder", folder);
        QCOMPARE(pane()->job().target.folder, folder);
        QCOMPARE(pane()->job().target.kind, JobTarget::Kind::Folder);
    }

    void cronProblemIsMarkedAtItsPlace()
    {
        open(0);
        type("editorName", QStringLiteral("Broken"));
        TriggerPreview preview;
        preview.problem = {CronProblemKind::OutOfRange, 3, 2, 1, 0, 23};
        m_engine->setPreview(preview);
        tab(TriggerKind::Cron);
        type("cronExpression", QStringLiteral("30 25 * * *"));
        auto *line = static_cast<MarkedLineEdit *>(find<QLineEdit>("cronExpression"));
        QTRY_VERIFY(find<QLabel>("cronProblem")->isVisible());
        QCOMPARE(line->markPosition(), 3);
        QCOMPARE(line->markLength(), 2);
        QVERIFY(!canSave());
        preview = {};
        preview.fires = {QDateTime::currentMSecsSinceEpoch() + 60'000};
        m_engine->setPreview(preview);
        type("cronExpression", QStringLiteral("30 5 * * *"));
        QTRY_VERIFY(!find<QLabel>("cronProblem")->isVisible());
        QCOMPARE(line->markPosition(), -1);
        QVERIFY(canSave());
        QCOMPARE(pane()->job().trigger.cron, QStringLiteral("30 5 * * *"));
    }

    void markIsPaintedUnderTheWrongPart()
    {
        MarkedLineEdit line;
        line.resize(300, 30);
        line.setText(QStringLiteral("30 25 * * *"));
        line.show();
        const QImage before = line.grab().toImage();
        line.setMark(3, 2);
        const QImage after = line.grab().toImage();
        QList<int> columns;
        for (int x = 0; x < before.width(); ++x) {
            for (int y = 0; y < before.height(); ++y) {
                if (before.pixel(x, y) != after.pixel(x, y)) {
                    columns.append(x);
                    break;
                }
            }
        }
        QVERIFY(!columns.isEmpty());
        const QFontMetrics metrics(line.font());
        const int left = metrics.horizontalAdvance(QStringLiteral("30 "));
        const int right = metrics.horizontalAdvance(QStringLiteral("30 25"));
        const int margin = 10; // frame and text margin
        QVERIFY2(
            columns.first() >= left && columns.first() <= left + margin, qPrintable(QString::number(columns.first())));
        QVERIFY2(columns.last() >= right - 3 && columns.last() <= right + margin,
            qPrintable(QString::number(columns.last())));
    }

    void presetsFillTheExpression()
    {
        open(0);
        tab(TriggerKind::Cron);
        auto *presets = find<QComboBox>("cronPresets");
        const int index = presets->findData(QStringLiteral("15 4 * * *"));
        QVERIFY(index > 0);
        presets->setCurrentIndex(index);
        Q_EMIT presets->activated(index);
        QCOMPARE(pane()->job().trigger.cron, QStringLiteral("15 4 * * *"));
        type("cronExpression", QStringLiteral("16 4 * * *"));
        QCOMPARE(presets->currentIndex(), 0);
    }

    void syntaxHelpUnfolds()
    {
        open(0);
        tab(TriggerKind::Cron);
        QVERIFY(!find<QLabel>("cronHelp")->isVisible());
        click("cronSyntax");
        QVERIFY(find<QLabel>("cronHelp")->isVisible());
        click("cronSyntax");
        QVERIFY(!find<QLabel>("cronHelp")->isVisible());
    }

    void nextFiresFollowWhatIsTyped()
    {
        open(0);
        const QString before = text("triggerFires");
        QCOMPARE(before.count(QLatin1Char('\n')), 4);
        find<QSpinBox>("triggerEvery")->setValue(7);
        QTRY_VERIFY(text("triggerFires") != before);
        QVERIFY2(text("triggerFires").section(QLatin1Char('\n'), 0, 0).endsWith(QStringLiteral("in 7 min"))
                || text("triggerFires").section(QLatin1Char('\n'), 0, 0).endsWith(QStringLiteral("in 6 min")),
            qPrintable(text("triggerFires")));
        choose("triggerUnit", int(DurationEdit::Hours));
        QCOMPARE(pane()->job().trigger.everyMs, 7 * 3'600'000);
    }

    void intervalCountsFromATime()
    {
        open(0);
        QVERIFY(!find<QDateTimeEdit>("triggerAnchor")->isVisible());
        QTest::mouseClick(find<QCheckBox>("triggerAnchored"), Qt::LeftButton, {}, QPoint(8, 8));
        QVERIFY(find<QDateTimeEdit>("triggerAnchor")->isVisible());
        const QDateTime at(QDate(2026, 12, 1), QTime(6, 15));
        find<QDateTimeEdit>("triggerAnchor")->setDateTime(at);
        QCOMPARE(pane()->job().trigger.anchor, at.toMSecsSinceEpoch());
    }

    void onceIsAtATime()
    {
        open(0);
        tab(TriggerKind::Once);
        const QDateTime at(QDate(2031, 2, 3), QTime(4, 5));
        find<QDateTimeEdit>("triggerAt")->setDateTime(at);
        QCOMPARE(pane()->job().trigger.at, at.toMSecsSinceEpoch());
        QCOMPARE(pane()->job().trigger.kind, TriggerKind::Once);
        TriggerPreview preview;
        preview.error = QStringLiteral("past");
        m_engine->setPreview(preview);
        find<QDateTimeEdit>("triggerAt")->setDateTime(QDateTime(QDate(2001, 2, 3), QTime(4, 5)));
        auto *field = qobject_cast<FormField *>(find<QDateTimeEdit>("triggerAt")->parentWidget());
        QTRY_COMPARE(field->error(), QStringLiteral("This time has passed."));
        type("editorName", QStringLiteral("Late"));
        QVERIFY(!canSave());
    }

    void zoneIsFoundByAnyPart()
    {
        open(0);
        auto *zone = find<QComboBox>("triggerZone");
        QVERIFY2(zone->currentText().startsWith(QStringLiteral("System (")), qPrintable(zone->currentText()));
        QVERIFY(pane()->job().trigger.zone.isEmpty());
        zone->lineEdit()->selectAll();
        QTest::keyClicks(zone->lineEdit(), QStringLiteral("kolk"));
        QVERIFY(zone->completer()->completionCount() >= 1);
        QCOMPARE(zone->completer()->currentCompletion(), QStringLiteral("Asia/Kolkata"));
        zone->lineEdit()->selectAll();
        QTest::keyClicks(zone->lineEdit(), QStringLiteral("asia/kolkata"));
        QCOMPARE(pane()->job().trigger.zone, QByteArray("Asia/Kolkata"));
        QVERIFY2(zone->toolTip().contains(QStringLiteral("UTC+05:30")), qPrintable(zone->toolTip()));
    }

    void windowsAreAddedAndRemoved()
    {
        open(0);
        click("windowAdd");
        QCOMPARE(pane()->job().trigger.windows, (QList<TimeWindow>{{0x1f, 8 * 60, 20 * 60}}));
        QTest::mouseClick(find<QToolButton>("windowDay5"), Qt::LeftButton);
        find<QTimeEdit>("windowFrom")->setTime(QTime(22, 0));
        find<QTimeEdit>("windowTo")->setTime(QTime(0, 0));
        QCOMPARE(pane()->job().trigger.windows, (QList<TimeWindow>{{0x3f, 22 * 60, 24 * 60}}));
        click("windowRemove");
        QVERIFY(pane()->job().trigger.windows.isEmpty());
    }

    void policiesUnfold()
    {
        open(0);
        QVERIFY(!find<QComboBox>("policyMissed")->isVisible());
        click("editorFold");
        QVERIFY(find<QComboBox>("policyMissed")->isVisible());
        QVERIFY(!find<QSpinBox>("policyMissedLimit")->isVisible());
        choose("policyMissed", int(MissedPolicy::All));
        QVERIFY(find<QSpinBox>("policyMissedLimit")->isVisible());
        QVERIFY(!find<QSpinBox>("policyRetryDelay")->isVisible());
        find<QSpinBox>("policyRetries")->setValue(3);
        QVERIFY(find<QSpinBox>("policyRetryDelay")->isVisible());
        QCOMPARE(pane()->job().policy.retries, 3);
    }

    void refusalIsShownAtItsField_data()
    {
        QTest::addColumn<QString>("subject");
        QTest::addColumn<QString>("field");
        QTest::newRow("name") << QStringLiteral("name") << QStringLiteral("editorName");
        QTest::newRow("cron") << QStringLiteral("cron") << QString();
        QTest::newRow("way to it") << QStringLiteral("trigger.zone") << QStringLiteral("triggerZone");
        QTest::newRow("folded") << QStringLiteral("missed_limit") << QStringLiteral("policyMissedLimit");
        QTest::newRow("unknown") << QStringLiteral("nobody knows") << QString();
    }

    void refusalIsShownAtItsField()
    {
        QFETCH(QString, subject);
        QFETCH(QString, field);
        open(parseAll);
        type("editorName", QStringLiteral("Other"));
        click("editorFold");
        choose("policyMissed", int(MissedPolicy::All));
        click("editorFold");
        m_engine->failNext(Error{ErrorCode::InvalidArgument, subject, QStringLiteral("too odd")});
        click("editorSave");
        QTRY_VERIFY(find<QLabel>("editorError")->isVisible());
        QVERIFY(isEditing());
        QCOMPARE(find<QLineEdit>("editorName")->text(), QStringLiteral("Other"));
        QStringList marked;
        for (auto *part : pane()->findChildren<FormField *>()) {
            if (!part->error().isEmpty()) {
                QVERIFY(part->isVisible());
                marked.append(part->findChildren<QWidget *>(field).isEmpty() ? QStringLiteral("?") : field);
            }
        }
        QCOMPARE(marked, field.isEmpty() ? QStringList() : QStringList{field});
        // It goes with the next key.
        QTest::keyClicks(find<QLineEdit>("editorName"), QStringLiteral("x"));
        QVERIFY(!find<QLabel>("editorError")->isVisible());
    }

    void escapeKeepsTheChanges()
    {
        open(parseAll);
        type("editorName", QStringLiteral("Half a name"));
        QTest::keyClick(find<QLineEdit>("editorName"), Qt::Key_Escape);
        QVERIFY(!isEditing());
        QVERIFY(lastMessage().text.contains(QStringLiteral("Half a name")));
        QCOMPARE(job(parseAll).name, QStringLiteral("Parse all channels"));
        lastMessage().action();
        QVERIFY(isEditing());
        QCOMPARE(find<QLineEdit>("editorName")->text(), QStringLiteral("Half a name"));
        QVERIFY(find<QLabel>("editorNote")->isVisible());
        QVERIFY(canSave());
    }

    void otherJobsAreOpenedWithoutALoss()
    {
        open(parseAll);
        type("editorName", QStringLiteral("Half a name"));
        select({backup});
        action("scheduleEdit")->trigger();
        QCOMPARE(find<QLineEdit>("editorName")->text(), QStringLiteral("Nightly backup"));
        QVERIFY(!pane()->isDirty());
        QVERIFY(lastMessage().text.contains(QStringLiteral("Half a name")));
        select({parseAll});
        action("scheduleEdit")->trigger();
        QCOMPARE(find<QLineEdit>("editorName")->text(), QStringLiteral("Half a name"));
    }

    void cancelDropsTheChangesWithAWayBack()
    {
        open(parseAll);
        type("editorName", QStringLiteral("Half a name"));
        click("editorCancel");
        QVERIFY(!isEditing());
        const InfoMessage dropped = lastMessage();
        QVERIFY(dropped.isUndo);
        select({parseAll});
        action("scheduleEdit")->trigger();
        QCOMPARE(find<QLineEdit>("editorName")->text(), QStringLiteral("Parse all channels"));
        click("editorCancel"); // nothing to drop
        dropped.action();
        QVERIFY(isEditing());
        QCOMPARE(find<QLineEdit>("editorName")->text(), QStringLiteral("Half a name"));
    }

    void pauseBesideTheEditorIsNotUndoneBySaving()
    {
        open(parseAll);
        type("editorName", QStringLiteral("Renamed"));
        action("schedulePauseHour")->trigger();
        QTRY_VERIFY(job(parseAll).paused);
        QTRY_VERIFY(pane()->job().paused);
        click("editorSave");
        QTRY_COMPARE(job(parseAll).name, QStringLiteral("Renamed"));
        QVERIFY(job(parseAll).paused);
        QVERIFY(job(parseAll).pausedUntil > 0);
    }

    void deletedJobCanBeMadeAgain()
    {
        open(parseAll);
        type("editorName", QStringLiteral("Phoenix"));
        select({parseAll});
        action("scheduleRemove")->trigger();
        QTRY_COMPARE(table()->model()->rowCount(), 4);
        QVERIFY(isEditing());
        QCOMPARE(text("editorTitle"), QStringLiteral("New job"));
        QVERIFY(canSave());
        click("editorSave");
        QTRY_COMPARE(m_engine->data().jobs.last().job.name, QStringLiteral("Phoenix"));
        QCOMPARE(m_engine->data().jobs.size(), 5);
    }

    void dryRunIsOfWhatIsInTheEditor()
    {
        open(parseAll);
        type("editorName", QStringLiteral("Draft"));
        click("editorDryRun");
        QTRY_VERIFY(find<QDialog>("forecastDialog"));
        QCOMPARE(m_engine->lastJob().name, QStringLiteral("Draft"));
        QCOMPARE(job(parseAll).name, QStringLiteral("Parse all channels"));
    }

    void wheelChangesNothingOnTheWay()
    {
        open(0);
        auto *every = find<QSpinBox>("triggerEvery");
        const int before = every->value();
        find<QLineEdit>("editorName")->setFocus();
        QWheelEvent wheel(QPointF(5, 5), every->mapToGlobal(QPointF(5, 5)), {}, QPoint(0, 120), Qt::NoButton,
            Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(every, &wheel);
        QCOMPARE(every->value(), before);
    }

    void savedByTheKeyboard()
    {
        open(parseAll);
        type("editorName", QStringLiteral("By keys"));
        QTest::keyClick(find<QLineEdit>("editorName"), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(job(parseAll).name, QStringLiteral("By keys"));
    }
};

QTEST_MAIN(TestJobEditor)
#include "tst_jobeditor.moc"
