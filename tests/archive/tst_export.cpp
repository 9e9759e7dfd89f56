// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/archive/transferfixture.h"

#include <QDir>
#include <QProcess>

#include <csignal>
#include <sys/resource.h>
#include <utime.h>

using namespace vestnik;
using namespace vestnik::test;

namespace {

constexpr std::initializer_list<ExportFormat> everyFormat{
    ExportFormat::Csv, ExportFormat::Ndjson, ExportFormat::Json, ExportFormat::Html, ExportFormat::Xlsx};

/// The child: exports with a limit for the size of files, as a full disk would set one.
int exportToFullDisk(const QString &database, const QString &target, const QString &format)
{
    const Result<std::unique_ptr<Database>> opened = Database::open(DatabaseConfig{database, true});
    if (!opened) {
        return 10;
    }
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{64 * 1024, 64 * 1024};
    if (::setrlimit(RLIMIT_FSIZE, &limit) != 0) {
        return 11;
    }
    const Result<TaskReport> report =
        exportPosts(**opened, specOf(exportFormatFromName(format).value_or(ExportFormat::Csv), target), TaskControl());
    if (report) {
        return 12;
    }
    std::fprintf(stderr, "%s", qPrintable(errorEnglish(report.error())));
    return report.error().code == ErrorCode::FileFailed && report.error().subject == target ? 0 : 13;
}

QStringList namesIn(const QString &folder)
{
    return QDir(folder).entryList(QDir::Files | QDir::Hidden | QDir::System);
}

} // namespace

class TestExport final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void selectsByQueryAndByIds();
    void limitsAndReports();
    void jsonIsOneArrayOfTheSameObjects();
    void nothingGivesAnEmptyFile();
    void cancelledLeavesNothing();
    void replacesOnlyWhenWhole();
    void fullDiskLeavesNothing();
    void leftOversOfKilledExportsGo();
    void badTargetsAreNamed();

private:
    std::unique_ptr<TempStore> m_store;
    ChannelId m_first = 0;
    ChannelId m_second = 0;
};

void TestExport::initTestCase()
{
    m_store = std::make_unique<TempStore>();
    m_first = m_store->addChannel(QStringLiteral("somewhere"), QStringLiteral("News"));
    m_second = m_store->addChannel(QStringLiteral("elsewhere"));
    QList<Post> posts{fullPost(7), albumPost({11, 12, 13}, QStringLiteral("альбом"), noon + 20'000)};
    for (MessageId id = 20; id < 1020; ++id) {
        posts.append(simplePost(id, QStringLiteral("post number %1 ").arg(id).repeated(30), noon + id * 1000));
    }
    QVERIFY(m_store->posts().storePage(m_first, posts, IdRange{1, 1020}, noon));
    QVERIFY(m_store->posts().storePage(m_second, {simplePost(1, QStringLiteral("other words"))}, IdRange{1, 1}, noon));
    QVERIFY(attachTo(*m_store, m_first, 7, someExtras()));
}

void TestExport::selectsByQueryAndByIds()
{
    const QTemporaryDir folder;
    const QList<QJsonObject> all = linesOf(dump(*m_store, folder));
    QCOMPARE(all.size(), 1003);
    QString before = QStringLiteral("9");
    for (const QJsonObject &post : all) {
        const QString when = post.value(QStringLiteral("posted_at")).toString();
        QVERIFY(when <= before);
        before = when;
    }
    ExportSpec spec = specOf(ExportFormat::Ndjson, folder.filePath(QStringLiteral("a.ndjson")));
    spec.query.channels = {m_second};
    QVERIFY(exportPosts(m_store->database(), spec, TaskControl()));
    QList<QJsonObject> posts = linesOf(contentOf(spec.path));
    QCOMPARE(posts.size(), 1);
    QCOMPARE(posts.first().value(QStringLiteral("text")).toString(), QStringLiteral("other words"));
    spec.query = {};
    spec.query.text = QStringLiteral("words");
    QVERIFY(exportPosts(m_store->database(), spec, TaskControl()));
    QCOMPARE(linesOf(contentOf(spec.path)).size(), 1);

    const auto held = ImportRepository(m_store->database()).held(m_first, {7, 12, 500});
    QVERIFY(held);
    spec.posts = {held->value(12).id, held->value(500).id, held->value(7).id, held->value(7).id, 999};
    QVERIFY(exportPosts(m_store->database(), spec, TaskControl()));
    posts = linesOf(contentOf(spec.path));
    QCOMPARE(posts.size(), 3);
    QCOMPARE(posts.at(0).value(QStringLiteral("message_id")).toInt(), 500);
    QCOMPARE(posts.at(1).value(QStringLiteral("message_id")).toInt(), 11);
    QCOMPARE(posts.at(2).value(QStringLiteral("note")).toString(), someExtras().note);
    QCOMPARE(posts.at(2).value(QStringLiteral("versions")).toArray().size(), 2);
    QVERIFY(!posts.at(0).value(QStringLiteral("starred")).toBool(true));
}

void TestExport::limitsAndReports()
{
    const QTemporaryDir folder;
    const TaskControl control;
    const QString path = folder.filePath(QStringLiteral("a.ndjson"));
    Result<TaskReport> report = exportPosts(m_store->database(), specOf(ExportFormat::Ndjson, path), control, 250);
    QVERIFY(report);
    QCOMPARE(fact(*report, "posts"), 250);
    QCOMPARE(fact(*report, "files"), 1);
    QCOMPARE(fact(*report, "bytes"), QFileInfo(path).size());
    QCOMPARE(report->path, path);
    QCOMPARE(control.done(), 250);
    QCOMPARE(control.total(), 250);
    report = exportPosts(m_store->database(), specOf(ExportFormat::Ndjson, path), control);
    QVERIFY(report);
    QCOMPARE(control.done(), 1003);
    QCOMPARE(control.total(), 1003);
    QCOMPARE(namesIn(folder.path()), QStringList{QStringLiteral("a.ndjson")});
}

void TestExport::jsonIsOneArrayOfTheSameObjects()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.json"));
    QVERIFY(exportPosts(m_store->database(), specOf(ExportFormat::Json, path), TaskControl()));
    const QJsonArray array = QJsonDocument::fromJson(contentOf(path)).array();
    const QList<QJsonObject> lines = linesOf(dump(*m_store, folder));
    QCOMPARE(array.size(), lines.size());
    for (qsizetype i = 0; i < lines.size(); ++i) {
        QCOMPARE(array.at(i).toObject(), lines.at(i));
    }
}

void TestExport::nothingGivesAnEmptyFile()
{
    const QTemporaryDir folder;
    TempStore empty;
    for (const ExportFormat format : everyFormat) {
        const QString path = folder.filePath(exportFormatName(format));
        const Result<TaskReport> report = exportPosts(empty.database(), specOf(format, path), TaskControl());
        QVERIFY(report);
        QCOMPARE(fact(*report, "posts"), 0);
        QVERIFY(QFileInfo::exists(path));
    }
    QCOMPARE(QJsonDocument::fromJson(contentOf(folder.filePath(QStringLiteral("json")))), QJsonDocument(QJsonArray()));
    QVERIFY(contentOf(folder.filePath(QStringLiteral("ndjson"))).isEmpty());
}

void TestExport::cancelledLeavesNothing()
{
    for (const ExportFormat format : everyFormat) {
        const QTemporaryDir folder;
        const TaskControl control;
        control.cancel();
        const Result<TaskReport> report =
            exportPosts(m_store->database(), specOf(format, folder.filePath(QStringLiteral("a"))), control);
        QVERIFY(!report);
        QCOMPARE(report.error().code, ErrorCode::Cancelled);
        QCOMPARE(namesIn(folder.path()), QStringList());
    }
}

void TestExport::replacesOnlyWhenWhole()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.csv"));
    QVERIFY(writeFile(path, "precious"));
    QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner));
    const TaskControl cancelled;
    cancelled.cancel();
    QVERIFY(!exportPosts(m_store->database(), specOf(ExportFormat::Csv, path), cancelled));
    QCOMPARE(contentOf(path), QByteArray("precious"));
    const QString link = folder.filePath(QStringLiteral("link.csv"));
    QVERIFY(QFile::link(path, link));
    QVERIFY(exportPosts(m_store->database(), specOf(ExportFormat::Csv, link), TaskControl()));
    QVERIFY(QFileInfo(link).isSymLink());
    QVERIFY(contentOf(path).size() > 1000);
    // Others could not read it before, and cannot now.
    QVERIFY(!QFile::permissions(path).testFlag(QFile::ReadOther));
}

void TestExport::fullDiskLeavesNothing()
{
    for (const ExportFormat format : everyFormat) {
        const QTemporaryDir folder;
        const QString target = folder.filePath(QStringLiteral("posts"));
        QVERIFY(writeFile(target, "precious"));
        QProcess child;
        child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        child.start(QCoreApplication::applicationFilePath(),
            {QStringLiteral("--full-disk"), m_store->path(), target, exportFormatName(format)});
        QVERIFY(child.waitForFinished());
        QCOMPARE(child.exitStatus(), QProcess::NormalExit);
        QCOMPARE(child.exitCode(), 0);
        QCOMPARE(namesIn(folder.path()), QStringList{QStringLiteral("posts")});
        QCOMPARE(contentOf(target), QByteArray("precious"));
    }
}

void TestExport::leftOversOfKilledExportsGo()
{
    const QTemporaryDir folder;
    const QStringList names{QStringLiteral(".a.csv.part-0123abcd.vestnik"), // ours and old: goes
        QStringLiteral(".a.csv.part-0123abce.vestnik"), // ours and new: another export may be at it
        QStringLiteral(".b.csv.part-0123abcd.vestnik"), QStringLiteral("a.csv.part-0123abcd.vestnik"),
        QStringLiteral(".a.csv.part-0123abcd.vestnik2")};
    for (const QString &name : names) {
        const QString path = folder.filePath(name);
        QVERIFY(writeFile(path, "x"));
        if (name != names.at(1)) {
            const time_t old = time(nullptr) - 25 * 3600;
            const utimbuf times{old, old};
            QCOMPARE(::utime(QFile::encodeName(path).constData(), &times), 0);
        }
    }
    QVERIFY(exportPosts(
        m_store->database(), specOf(ExportFormat::Csv, folder.filePath(QStringLiteral("a.csv"))), TaskControl()));
    QStringList expected = names.mid(1) + QStringList{QStringLiteral("a.csv")};
    std::sort(expected.begin(), expected.end());
    QStringList left = namesIn(folder.path());
    std::sort(left.begin(), left.end());
    QCOMPARE(left, expected);
}

void TestExport::badTargetsAreNamed()
{
    const QTemporaryDir folder;
    for (const QString &path : {folder.path(), folder.filePath(QStringLiteral("no/such/folder.csv")), QString()}) {
        const Result<TaskReport> report =
            exportPosts(m_store->database(), specOf(ExportFormat::Csv, path), TaskControl());
        QVERIFY(!report);
        QCOMPARE(report.error().code, ErrorCode::FileFailed);
        QCOMPARE(report.error().subject, path);
    }
    const Result<TaskReport> sheet =
        exportPosts(m_store->database(), specOf(ExportFormat::Xlsx, QStringLiteral("-")), TaskControl());
    QVERIFY(!sheet);
    QCOMPARE(sheet.error().code, ErrorCode::InvalidArgument);
}

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 5 && arguments.at(1) == QLatin1String("--full-disk")) {
        return exportToFullDisk(arguments.at(2), arguments.at(3), arguments.at(4));
    }
    TestExport test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_export.moc"
