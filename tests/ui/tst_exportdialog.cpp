// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/fakeengine/fakeengine.h"
#include "ui/shell/language.h"
#include "ui/transfer/exportdialog.h"

#include <QComboBox>
#include <QDate>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QRadioButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace vestnik;

class TestExportDialog final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_engine = std::make_unique<FakeEngine>();
        m_settings = std::make_unique<QSettings>(m_dir->filePath(QStringLiteral("window.ini")), QSettings::IniFormat);
        m_settings->setValue(QStringLiteral("transfer/exportFolder"), m_dir->path());
    }

    void cleanup()
    {
        m_parent.reset();
        m_settings.reset();
        m_engine.reset();
    }

    void namesAreOfTheFieldAndTheDay()
    {
        const QDate day(2026, 11, 20);
        QCOMPARE(ExportDialog::fileName(QStringLiteral("durov"), day, ExportFormat::Csv),
            QStringLiteral("vestnik-durov-2026-11-20.csv"));
        QCOMPARE(ExportDialog::fileName(QStringLiteral("a/b c"), day, ExportFormat::Html),
            QStringLiteral("vestnik-a-b-c-2026-11-20.html"));
    }

    void whatIsHandedOverIsUnderstood()
    {
        const ExportWhat everything = ExportWhat::of({}, {});
        QVERIFY(!everything.results && everything.channel == 0 && everything.posts.isEmpty());
        PostQuery channel;
        channel.channels = {7};
        channel.limit = 50;
        channel.order = PostOrder::Relevance;
        QCOMPARE(ExportWhat::of(channel, {}).channel, 7);
        QVERIFY(!ExportWhat::of(channel, {}).results);
        channel.onlyUnread = true;
        QCOMPARE(ExportWhat::of(channel, {}).results.value_or(PostQuery()), channel);
        QCOMPARE(ExportWhat::of({}, {3, 4}).posts, (QList<PostId>{3, 4}));
    }

    void everythingIsExported()
    {
        open({});
        QVERIFY(find<QRadioButton>("exportEverything")->isChecked());
        const QString expected = QStringLiteral("vestnik-all-%1.csv").arg(QDate::currentDate().toString(Qt::ISODate));
        QCOMPARE(QFileInfo(path()).fileName(), expected);
        QCOMPARE(QFileInfo(path()).path(), m_dir->path());
        start();
        const ExportSpec spec = started();
        QCOMPARE(spec.format, ExportFormat::Csv);
        QCOMPARE(spec.query, PostQuery());
        QVERIFY(spec.posts.isEmpty());
        QCOMPARE(spec.path, m_dir->filePath(expected));
        QTRY_VERIFY(m_dialog.isNull()); // closed and gone
    }

    void formatChangesTheNameAndIsKept()
    {
        open({});
        find<QRadioButton>("exportFormat_xlsx")->click();
        QVERIFY(path().endsWith(QStringLiteral(".xlsx")));
        start();
        QCOMPARE(started().format, ExportFormat::Xlsx);
        QTRY_VERIFY(m_dialog.isNull());
        open({});
        QVERIFY(find<QRadioButton>("exportFormat_xlsx")->isChecked());
    }

    void pageSpeaksTheLanguageOfTheWindow()
    {
        Language language;
        language.apply(QStringLiteral("ru"));
        open({});
        find<QRadioButton>("exportFormat_html")->click();
        start();
        const ExportWords words = started().words;
        for (const char *word : exportWords()) {
            QVERIFY2(words.contains(QString::fromLatin1(word)), word);
        }
        QCOMPARE(words.value(QStringLiteral("Photo")), QStringLiteral("Фото"));
        QCOMPARE(words.value(QStringLiteral("Time zone:")), QStringLiteral("Часовой пояс:"));
    }

    void onlyAPageNeedsWords()
    {
        open({});
        find<QRadioButton>("exportFormat_csv")->click();
        start();
        QVERIFY(started().words.isEmpty());
    }

    void typedNameChoosesTheFormat()
    {
        open({});
        auto *field = find<QLineEdit>("exportPath");
        field->selectAll();
        QTest::keyClicks(field, m_dir->filePath(QStringLiteral("mine.ndjson")));
        QVERIFY(find<QRadioButton>("exportFormat_ndjson")->isChecked());
        find<QRadioButton>("exportFormat_html")->click();
        QCOMPARE(path(), m_dir->filePath(QStringLiteral("mine.html")));
    }

    void selectionAndResults()
    {
        PostQuery query;
        query.text = QStringLiteral("банк");
        query.before = 99;
        open(ExportWhat::of(query, {5, 6}));
        QVERIFY(find<QRadioButton>("exportSelection")->isChecked());
        QVERIFY(path().contains(QStringLiteral("vestnik-selection-")));
        find<QRadioButton>("exportResults")->click();
        QVERIFY(path().contains(QStringLiteral("vestnik-search-")));
        start();
        QCOMPARE(started().query.text, QStringLiteral("банк"));
        QCOMPARE(started().query.before, 0); // where a page stood is no matter
        QVERIFY(started().posts.isEmpty());
    }

    void selectedPostsOnly()
    {
        open(ExportWhat::of({}, {5, 6}));
        start();
        QCOMPARE(started().posts, (QList<PostId>{5, 6}));
    }

    void oneChannel()
    {
        const ChannelRow channel = m_engine->data().channels.at(3);
        PostQuery query;
        query.channels = {channel.id};
        open(ExportWhat::of(query, {}));
        QVERIFY(find<QRadioButton>("exportChannel")->isChecked());
        auto *channels = find<QComboBox>("exportChannels");
        QTRY_COMPARE(channels->count(), int(m_engine->data().channels.size()));
        QVERIFY(channels->currentText().contains(channel.username));
        QTRY_VERIFY(path().contains(QStringLiteral("vestnik-%1-").arg(channel.username)));
        start();
        QCOMPARE(started().query.channels, QList<ChannelId>{channel.id});
    }

    void channelMustBeChosen()
    {
        open({});
        QTRY_VERIFY(find<QComboBox>("exportChannels")->count() > 0);
        find<QRadioButton>("exportChannel")->click();
        QVERIFY(!find<QPushButton>("exportStart")->isEnabled());
        QVERIFY(find<QLabel>("exportNote")->text().contains(QStringLiteral("Choose a channel")));
        find<QComboBox>("exportChannels")->setEditText(QStringLiteral("no such channel"));
        QVERIFY(!find<QPushButton>("exportStart")->isEnabled());
    }

    void missingFolderIsSaid()
    {
        open({});
        auto *field = find<QLineEdit>("exportPath");
        field->selectAll();
        QTest::keyClicks(field, m_dir->filePath(QStringLiteral("nowhere/x.csv")));
        QVERIFY(!find<QPushButton>("exportStart")->isEnabled());
        QVERIFY(find<QLabel>("exportNote")->text().contains(QStringLiteral("does not exist")));
    }

    void existingFileIsNamed()
    {
        QFile file(m_dir->filePath(QStringLiteral("old.csv")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        open({});
        auto *field = find<QLineEdit>("exportPath");
        field->selectAll();
        QTest::keyClicks(field, file.fileName());
        QVERIFY(find<QLabel>("exportNote")->text().contains(QStringLiteral("exists")));
        QCOMPARE(find<QPushButton>("exportStart")->text(), QStringLiteral("Export and Replace"));
        QVERIFY(find<QPushButton>("exportStart")->isEnabled());
    }

    void browsingIsNotNested()
    {
        open({});
        find<QPushButton>("exportBrowse")->click();
        auto *chooser = m_dialog->findChild<QFileDialog *>(QStringLiteral("exportFileDialog"));
        QVERIFY(chooser && chooser->isVisible());
        QVERIFY(!chooser->testOption(QFileDialog::DontConfirmOverwrite));
        Q_EMIT chooser->fileSelected(m_dir->filePath(QStringLiteral("chosen.json")));
        QCOMPARE(path(), m_dir->filePath(QStringLiteral("chosen.json")));
        QVERIFY(find<QRadioButton>("exportFormat_json")->isChecked());
        chooser->close();
    }

    void refusalStaysInTheDialog()
    {
        open({});
        QTRY_VERIFY(find<QComboBox>("exportChannels")->count() > 0);
        m_engine->failNext(Error{ErrorCode::EngineStopped, {}, QStringLiteral("detail")});
        start();
        QTRY_VERIFY(find<QLabel>("exportNote")->text().size() > 10);
        QVERIFY(m_dialog && m_dialog->isVisible());
        QVERIFY(find<QPushButton>("exportStart")->isEnabled());
    }

private:
    void open(const ExportWhat &what)
    {
        m_parent = std::make_unique<QWidget>();
        m_dialog = new ExportDialog(*m_engine, *m_settings, what, m_parent.get());
        m_dialog->open();
    }

    template<typename T>
    [[nodiscard]] T *find(const char *name)
    {
        return m_dialog->findChild<T *>(QString::fromLatin1(name));
    }

    [[nodiscard]] QString path() { return find<QLineEdit>("exportPath")->text(); }
    void start() { find<QPushButton>("exportStart")->click(); }
    [[nodiscard]] ExportSpec started() const { return std::get<ExportSpec>(m_engine->lastTask()); }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<FakeEngine> m_engine;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<QWidget> m_parent;
    QPointer<ExportDialog> m_dialog;
};

QTEST_MAIN(TestExportDialog)
#include "tst_exportdialog.moc"
