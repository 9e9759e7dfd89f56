// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/fakeengine/fakeengine.h"
#include "ui/settings/settingrow.h"
#include "ui/settings/settingspage.h"
#include "ui/widgets/controls.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>

using namespace vestnik;

namespace {

// Another value than the default, typed or chosen as a user does.
QVariant editTo(QWidget *editor, const SettingInfo &info)
{
    if (auto *check = qobject_cast<QCheckBox *>(editor)) {
        check->click();
        return check->isChecked();
    }
    if (auto *spin = qobject_cast<QSpinBox *>(editor)) {
        spin->stepUp();
        return spin->value();
    }
    if (auto *spin = qobject_cast<QDoubleSpinBox *>(editor)) {
        spin->stepUp();
        return spin->value();
    }
    if (auto *choice = qobject_cast<QComboBox *>(editor)) {
        choice->setCurrentIndex((choice->currentIndex() + 1) % choice->count());
        return choice->currentData();
    }
    auto *text = qobject_cast<QLineEdit *>(editor);
    const QString value =
        info.id == SettingId::PreviewUrl ? QStringLiteral("http://127.0.0.1:8080") : QStringLiteral("abc");
    text->selectAll();
    QTest::keyClicks(text, value);
    QTest::keyClick(text, Qt::Key_Return);
    return value;
}

} // namespace

// The database has a panel of its own, intervals have a page.
static QList<SettingInfo> rowSettings()
{
    QList<SettingInfo> rows;
    for (const SettingInfo &info : settingTable()) {
        if (info.id != SettingId::DatabaseUrl && info.id != SettingId::IntervalMinutes) {
            rows.append(info);
        }
    }
    return rows;
}

class TestSettingsPage final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_engine = std::make_unique<FakeEngine>(FakeEngine::Content::Empty);
        m_settings = std::make_unique<QSettings>(m_dir.filePath(QStringLiteral("window.ini")), QSettings::IniFormat);
        m_page = std::make_unique<SettingsPage>(*m_engine, *m_settings);
        m_header.reset(m_page->headerWidget());
        m_header->setParent(nullptr);
        m_page->resize(900, 700);
        m_page->show();
    }

    void cleanup()
    {
        m_page.reset();
        m_header.reset();
        m_engine.reset();
    }

    void everySettingHasARow()
    {
        for (const SettingInfo &info : rowSettings()) {
            QVERIFY2(m_page->row(info.id), info.key);
            QVERIFY2(!m_page->row(info.id)->editor()->accessibleName().isEmpty(), info.key);
        }
    }

    void databaseIsShownWithoutItsPassword()
    {
        auto *address = m_page->findChild<ElidedLabel *>(QStringLiteral("databaseAddress"));
        QCOMPARE(address->fullText(), QStringLiteral("a file in the data directory"));
        const QString url = QStringLiteral("postgresql://vestnik:s3cret@db.example.org/posts");
        m_engine->changeSettings({{SettingId::DatabaseUrl, url}}, nullptr, nullptr);
        QTRY_COMPARE(address->fullText(), QStringLiteral("postgresql://vestnik@db.example.org/posts"));
        for (const QLineEdit *field : m_page->findChildren<QLineEdit *>()) {
            QVERIFY2(!field->text().contains(QStringLiteral("s3cret")), qPrintable(field->objectName()));
        }
        QSignalSpy page(m_page.get(), &Page::pageRequested);
        m_page->findChild<QPushButton *>(QStringLiteral("databaseChange"))->click();
        QCOMPARE(page.value(0).value(0).toString(), QStringLiteral("storage"));
        QCOMPARE(page.value(0).value(1).toString(), QStringLiteral("move"));
    }

    void fixedDatabaseCannotBeChanged()
    {
        m_engine->fixSetting(SettingId::DatabaseUrl, QStringLiteral("postgresql://u@h/d"));
        auto *change = m_page->findChild<QPushButton *>(QStringLiteral("databaseChange"));
        QTRY_VERIFY(!change->isEnabled());
        QVERIFY(change->toolTip().contains(QStringLiteral("command line")));
    }

    void everySettingCanBeEdited_data()
    {
        QTest::addColumn<int>("id");
        for (const SettingInfo &info : rowSettings()) {
            QTest::newRow(info.key) << int(info.id);
        }
    }

    void everySettingCanBeEdited()
    {
        QFETCH(int, id);
        const SettingInfo &info = settingInfo(static_cast<SettingId>(id));
        if (info.id == SettingId::ProxyHost || info.id == SettingId::ProxyPort || info.id == SettingId::ProxyUser) {
            m_engine->changeSettings({{SettingId::ProxyKind, QStringLiteral("socks5")}}, nullptr, nullptr);
            QTRY_VERIFY(m_page->row(info.id)->editor()->isEnabled());
        }
        auto *reset = m_page->findChild<QToolButton *>(QStringLiteral("reset_") + QString::fromLatin1(info.key));
        QVERIFY(!reset->isVisibleTo(m_page.get()));
        const QVariant wanted = editTo(m_page->row(info.id)->editor(), info);
        QVERIFY(wanted != info.fallback);
        QTRY_COMPARE(m_engine->settings().value(info.id), wanted);
        QCOMPARE(m_page->row(info.id)->errorText(), QString());
        QTRY_VERIFY(reset->isVisibleTo(m_page.get()));
        reset->click();
        QTRY_COMPARE(m_engine->settings().value(info.id), info.fallback);
        QTRY_VERIFY(!reset->isVisibleTo(m_page.get()));
        QCOMPARE(m_page->row(info.id)->value(), info.fallback);
    }

    void badAddressIsRefusedBesideTheField()
    {
        SettingRow *row = m_page->row(SettingId::PreviewUrl);
        auto *text = qobject_cast<QLineEdit *>(row->editor());
        text->selectAll();
        QTest::keyClicks(text, QStringLiteral("not an address"));
        QTest::keyClick(text, Qt::Key_Return);
        QVERIFY(!row->errorText().isEmpty());
        QCOMPARE(text->text(), QStringLiteral("not an address"));
        QVERIFY(!m_engine->calls().contains(QStringLiteral("changeSettings")));
    }

    void failureOfTheEngineIsSaidBesideTheField()
    {
        m_engine->failNext(Error{ErrorCode::FileFailed, QStringLiteral("settings.json"), {}});
        SettingRow *row = m_page->row(SettingId::StartScheduler);
        qobject_cast<QCheckBox *>(row->editor())->click();
        QTRY_VERIFY(row->errorText().contains(QStringLiteral("settings.json")));
    }

    void numbersStayInRange()
    {
        for (const SettingInfo &info : rowSettings()) {
            if (auto *spin = qobject_cast<QSpinBox *>(m_page->row(info.id)->editor())) {
                QCOMPARE(double(spin->minimum()), info.minimum);
                QCOMPARE(double(spin->maximum()), info.maximum);
            }
        }
    }

    void fixedSettingIsDisabledAndNamesItsVariable()
    {
        qputenv("VESTNIK_PREVIEW_URL", "http://127.0.0.1:9");
        m_engine->fixSetting(SettingId::PreviewUrl, QStringLiteral("http://127.0.0.1:9"));
        qunsetenv("VESTNIK_PREVIEW_URL");
        SettingRow *row = m_page->row(SettingId::PreviewUrl);
        QVERIFY(!row->editor()->isEnabled());
        QVERIFY(row->editor()->toolTip().contains(QStringLiteral("VESTNIK_PREVIEW_URL")));
        QCOMPARE(row->value().toString(), QStringLiteral("http://127.0.0.1:9"));
    }

    void proxyFieldsNeedAProxy()
    {
        SettingRow *row = m_page->row(SettingId::ProxyHost);
        QVERIFY(!row->editor()->isEnabled());
        QVERIFY(!row->editor()->toolTip().isEmpty());
        m_engine->changeSettings({{SettingId::ProxyKind, QStringLiteral("http")}}, nullptr, nullptr);
        QTRY_VERIFY(row->editor()->isEnabled());
    }

    void passwordGoesToTheKeychainOnly()
    {
        m_engine->changeSettings({{SettingId::ProxyKind, QStringLiteral("http")}}, nullptr, nullptr);
        auto *password = m_page->findChild<QLineEdit *>(QStringLiteral("proxyPassword"));
        QTRY_VERIFY(password->isEnabled());
        QCOMPARE(password->echoMode(), QLineEdit::Password);
        QTest::keyClicks(password, QStringLiteral("s3cret"));
        QTest::keyClick(password, Qt::Key_Return);
        QCOMPARE(m_engine->proxyPassword(), QStringLiteral("s3cret"));
        QVERIFY(m_engine->calls().contains(QStringLiteral("setProxyPassword")));
    }

    void proxyTestTellsItsResult()
    {
        auto *test = m_page->findChild<QPushButton *>(QStringLiteral("proxyTest"));
        auto *result = m_page->findChild<QLabel *>(QStringLiteral("proxyResult"));
        test->click();
        QVERIFY(!test->isEnabled());
        QTRY_COMPARE(result->text(), QStringLiteral("t.me answered in 184 ms."));
        QVERIFY(test->isEnabled());
        m_engine->failNext(Error{ErrorCode::ProxyFailed, QStringLiteral("10.0.0.1:1080"), {}});
        test->click();
        QTRY_VERIFY(result->text().startsWith(QStringLiteral("The proxy 10.0.0.1:1080 does not work.")));
    }

    void searchHidesTheRest()
    {
        auto *search = m_header->findChild<QLineEdit *>(QStringLiteral("settingsSearch"));
        search->setText(QStringLiteral("pace"));
        QVERIFY(m_page->row(SettingId::PreviewPace)->isVisibleTo(m_page.get()));
        QVERIFY(!m_page->row(SettingId::Theme)->isVisibleTo(m_page.get()));
        search->setText(QStringLiteral("no such thing"));
        QVERIFY(!m_page->row(SettingId::PreviewPace)->isVisibleTo(m_page.get()));
        search->clear();
        QVERIFY(m_page->row(SettingId::Theme)->isVisibleTo(m_page.get()));
    }

    void intervalsAreOnTheScheduleOnly()
    {
        QVERIFY(!m_page->row(SettingId::IntervalMinutes));
        auto *link = m_page->findChild<QPushButton *>(QStringLiteral("settingsSchedule"));
        QSignalSpy page(m_page.get(), &Page::pageRequested);
        QTest::mouseClick(link, Qt::LeftButton);
        QCOMPARE(page.value(0).value(0).toString(), QStringLiteral("schedule"));
        auto *search = m_header->findChild<QLineEdit *>(QStringLiteral("settingsSearch"));
        search->setText(QStringLiteral("interval"));
        QVERIFY(link->isVisibleTo(m_page.get()));
        search->setText(QStringLiteral("proxy"));
        QVERIFY(!link->isVisibleTo(m_page.get()));
    }

    void resetAllCanBeUndone()
    {
        m_engine->changeSettings(
            {{SettingId::KeepRunDays, 45}, {SettingId::Theme, QStringLiteral("dark")}}, nullptr, nullptr);
        auto *reset = m_page->findChild<QAction *>(QStringLiteral("settingsResetAll"));
        QVERIFY(!reset->isEnabled());
        QTRY_VERIFY(reset->isEnabled());
        InfoMessage posted;
        connect(m_page.get(), &Page::messageRequested, this, [&](const InfoMessage &message) { posted = message; });
        reset->trigger();
        QTRY_VERIFY(m_engine->settings().isDefault(SettingId::KeepRunDays));
        QVERIFY(posted.isUndo);
        posted.action();
        QTRY_COMPARE(m_engine->settings().number(SettingId::KeepRunDays), 45);
        QCOMPARE(m_engine->settings().text(SettingId::Theme), QStringLiteral("dark"));
    }

    void changeFromElsewhereIsShown()
    {
        m_engine->changeSettings({{SettingId::KeepRunDays, 77}}, nullptr, nullptr);
        QTRY_COMPARE(m_page->row(SettingId::KeepRunDays)->value().toInt(), 77);
    }

    void wheelOverAFieldWithoutFocusChangesNothing()
    {
        QWidget *editor = m_page->row(SettingId::KeepRunDays)->editor();
        m_page->row(SettingId::Theme)->editor()->setFocus();
        QWheelEvent wheel(QPointF(5, 5), editor->mapToGlobal(QPointF(5, 5)), {}, QPoint(0, 120), Qt::NoButton,
            Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(editor, &wheel);
        QCOMPARE(m_page->row(SettingId::KeepRunDays)->value().toInt(), 90);
    }

private:
    QTemporaryDir m_dir;
    std::unique_ptr<FakeEngine> m_engine;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<SettingsPage> m_page;
    std::unique_ptr<QWidget> m_header;
};

QTEST_MAIN(TestSettingsPage)
#include "tst_settingspage.moc"
