// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/fakeengine/fakeengine.h"
#include "ui/transfer/importdialog.h"
#include "ui/transfer/reportdialog.h"

#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QSettings>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace vestnik;

class TestImportDialog final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_engine = std::make_unique<FakeEngine>();
        m_settings = std::make_unique<QSettings>(m_dir->filePath(QStringLiteral("window.ini")), QSettings::IniFormat);
        m_file = m_dir->filePath(QStringLiteral("result.json"));
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{}");
        m_parent = std::make_unique<QWidget>();
        m_dialog = new ImportDialog(*m_engine, *m_settings, m_parent.get());
        m_parent->show();
        m_dialog->open();
        m_dialog->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_dialog));
    }

    void cleanup()
    {
        m_parent.reset();
        m_settings.reset();
        m_engine.reset();
    }

    void nothingIsStartedWithoutASource()
    {
        QVERIFY(!find<QPushButton>("importStart")->isEnabled());
        QVERIFY(note().contains(QStringLiteral("Choose a file")));
        type(m_dir->filePath(QStringLiteral("nothing.json")));
        QVERIFY(!find<QPushButton>("importStart")->isEnabled());
        QVERIFY(note().contains(QStringLiteral("There is no file")));
        type(QStringLiteral("mysql://h/d"));
        QVERIFY(note().contains(QStringLiteral("postgresql://")));
    }

    void fileIsImported()
    {
        type(m_file);
        QVERIFY(note().isEmpty());
        find<QComboBox>("importFormat")->setCurrentIndex(2);
        QVERIFY(find<QLabel>("importWhat")->text().contains(QStringLiteral("Messages of the channel")));
        QTRY_VERIFY(find<QComboBox>("importFolder")->count() > 1);
        find<QComboBox>("importFolder")->setEditText(QStringLiteral("  Old news "));
        find<QPushButton>("importStart")->click();
        const ImportSpec spec = started();
        QCOMPARE(spec.format, ImportFormat::TelegramDesktop);
        QCOMPARE(spec.source, m_file);
        QCOMPARE(spec.folder, QStringLiteral("Old news"));
        QTRY_VERIFY(m_dialog.isNull());
        QCOMPARE(m_settings->value(QStringLiteral("transfer/importFolder")).toString(), m_dir->path());
    }

    void passwordIsNeverShown()
    {
        type(QStringLiteral("postgresql://u:s3cret@h/d"));
        auto *address = find<QLineEdit>("serverAddress");
        QTest::keyClick(address, Qt::Key_Tab); // the field is left
        QCOMPARE(address->text(), QStringLiteral("postgresql://u@h/d"));
        auto *password = find<QLineEdit>("serverPassword");
        QCOMPARE(password->echoMode(), QLineEdit::Password);
        QVERIFY(password->isEnabled());
        for (const QLabel *label : m_dialog->findChildren<QLabel *>()) {
            QVERIFY2(!label->text().contains(QStringLiteral("s3cret")), qPrintable(label->objectName()));
        }
        find<QPushButton>("importStart")->click();
        QCOMPARE(started().source, QStringLiteral("postgresql://u:s3cret@h/d"));
        QTRY_VERIFY(m_dialog.isNull());
        m_settings->sync();
        QFile ini(m_settings->fileName());
        if (ini.open(QIODevice::ReadOnly)) {
            QVERIFY(!ini.readAll().contains("s3cret"));
        }
    }

    void serverIsReadAsThePythonDatabaseOnly()
    {
        type(QStringLiteral("postgresql://u@h/d"));
        QVERIFY(find<QPushButton>("importStart")->isEnabled());
        QVERIFY(find<QLabel>("importWhat")->text().contains(QStringLiteral("only read")));
        find<QComboBox>("importFormat")->setCurrentIndex(1);
        QVERIFY(!find<QPushButton>("importStart")->isEnabled());
    }

    void browsingIsNotNested()
    {
        find<QToolButton>("serverBrowse")->click();
        auto *chooser = m_dialog->findChild<QFileDialog *>(QStringLiteral("importFileDialog"));
        QVERIFY(chooser && chooser->isVisible());
        Q_EMIT chooser->fileSelected(m_file);
        QCOMPARE(find<QLineEdit>("serverAddress")->text(), m_file);
        chooser->close();
    }

    void refusalStaysInTheDialog()
    {
        type(m_file);
        QTRY_VERIFY(find<QComboBox>("importFolder")->count() > 1);
        m_engine->failNext(Error{ErrorCode::EngineStopped, {}, {}});
        find<QPushButton>("importStart")->click();
        QTRY_VERIFY(!note().isEmpty());
        QVERIFY(m_dialog && find<QPushButton>("importStart")->isEnabled());
    }

    void reportIsInWords()
    {
        TaskRecord task;
        task.kind = TaskKind::Import;
        task.state = TaskState::Done;
        task.subject = m_file;
        task.report.add(QStringLiteral("posts_added"), 10);
        task.report.add(QStringLiteral("lines_broken"), 2, QStringLiteral("14, 9032"));
        QPointer<ReportDialog> report = new ReportDialog(task, m_parent.get());
        report->open();
        auto *table = report->findChild<QTableWidget *>(QStringLiteral("reportTable"));
        QCOMPARE(table->rowCount(), 2);
        QCOMPARE(table->item(0, 0)->text(), QStringLiteral("New posts"));
        QCOMPARE(table->item(0, 1)->text(), QStringLiteral("10"));
        QVERIFY(table->item(1, 0)->text().contains(QStringLiteral("14, 9032")));
        report->findChild<QPushButton *>(QStringLiteral("reportCopy"))->click();
        QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("New posts\t10")));
        report->close();
        QTRY_VERIFY(report.isNull());
    }

private:
    template<typename T>
    [[nodiscard]] T *find(const char *name)
    {
        return m_dialog->findChild<T *>(QString::fromLatin1(name));
    }

    void type(const QString &text)
    {
        auto *field = find<QLineEdit>("serverAddress");
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, text);
    }

    [[nodiscard]] QString note() { return find<QLabel>("importNote")->text(); }
    [[nodiscard]] ImportSpec started() const { return std::get<ImportSpec>(m_engine->lastTask()); }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<FakeEngine> m_engine;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<QWidget> m_parent;
    QString m_file;
    QPointer<ImportDialog> m_dialog;
};

QTEST_MAIN(TestImportDialog)
#include "tst_importdialog.moc"
