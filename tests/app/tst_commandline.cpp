// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/demoworld.h"
#include "app/demo/previewserver.h"
#include "tests/support/previewhost/programrun.h"

#include <QDateTime>
#include <QFile>
#include <QJsonArray>
#include <QTest>

using namespace vestnik;
using namespace vestnik::test;
using namespace Qt::StringLiterals;

namespace {

QStringList stringsIn(const QJsonValue &array)
{
    QStringList list;
    const QJsonArray values = array.toArray();
    for (const QJsonValue &value : values) {
        list.append(value.toString());
    }
    return list;
}

QStringList sorted(QStringList list)
{
    list.sort();
    return list;
}

QStringList keysOf(const QJsonObject &object)
{
    return sorted(object.keys());
}

} // namespace

/// The real program on a data directory of its own, against a stand-in that this process serves.
class TestCommandLine final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void channelsAreAddedInAnyForm();
    void addedChannelsAreListedWithFolderAndState();
    void wordsThatAreNoNamesAreSaidAndTheRestIsAdded();
    void channelsComeFromAFileAndFromStandardInput();
    void removedChannelsLeaveTheListAndComeBack();
    void parseStoresEveryPostOnceAndSaysSo();
    void parseTellsWhatANameIs_data();
    void parseTellsWhatANameIs();
    void parseOfAnUnknownNameFails();
    void wrongUsageGivesTwoAndAText_data();
    void wrongUsageGivesTwoAndAText();
    void helpAndVersionAreForEverybody();

private:
    void add(const QStringList &names)
    {
        QCOMPARE(m_program->run(QStringList{u"channels"_s, u"add"_s} + names).code, 0);
    }
    /// Everything of a small channel.
    void readLens()
    {
        add({u"lens_daily_demo"_s});
        QCOMPARE(m_program->run({u"parse"_s, u"--history"_s, u"all"_s}).code, 0);
    }
    [[nodiscard]] QStringList listed() const
    {
        QStringList names;
        const QJsonArray rows =
            m_program->run({u"channels"_s, u"list"_s, u"--json"_s}).object().value("channels"_L1).toArray();
        for (const QJsonValue &row : rows) {
            names.append(row[u"channel"].toString());
        }
        return sorted(names);
    }

    DemoWorld m_world{1, QDateTime::currentMSecsSinceEpoch() / 1000 * 1000};
    std::unique_ptr<PreviewServer> m_server;
    std::unique_ptr<Program> m_program;
};

void TestCommandLine::init()
{
    m_server = std::make_unique<PreviewServer>(m_world.makeSite());
    const Result<QUrl> url = m_server->listen();
    QVERIFY(url);
    m_program = std::make_unique<Program>(*url);
}

void TestCommandLine::cleanup()
{
    m_program.reset();
    m_server.reset();
}

void TestCommandLine::channelsAreAddedInAnyForm()
{
    const Finished added = m_program->run({u"channels"_s, u"add"_s, u"@harbor_wire_demo"_s, u"zarechensk_demo"_s,
        u"t.me/lab_notes_demo"_s, u"https://t.me/s/tech_orchard_demo/123"_s, u"tg://resolve?domain=lens_daily_demo"_s,
        u"https://telegram.me/afisha_sever_demo"_s, u"http://t.me/pogoda_bereg_demo?before=5"_s,
        u"HTTPS://T.ME/birzha_utrom_demo"_s, u"@Harbor_Wire_Demo"_s, u"--json"_s});
    QCOMPARE(added.code, 0);
    QCOMPARE(keysOf(added.object()), QStringList({u"added"_s, u"already_there"_s, u"invalid"_s}));
    QCOMPARE(sorted(stringsIn(added.object().value("added"_L1))), sorted(m_world.channelNames()));
    QCOMPARE(stringsIn(added.object().value("already_there"_L1)), QStringList());
    const Finished again = m_program->run({u"channels"_s, u"add"_s, u"t.me/LENS_daily_demo"_s, u"--json"_s});
    QCOMPARE(again.code, 0);
    QCOMPARE(stringsIn(again.object().value("added"_L1)), QStringList());
    QCOMPARE(stringsIn(again.object().value("already_there"_L1)).size(), 1);
    QCOMPARE(listed(), sorted(m_world.channelNames()));
}

void TestCommandLine::addedChannelsAreListedWithFolderAndState()
{
    const Finished added =
        m_program->run({u"channels"_s, u"add"_s, u"harbor_wire_demo"_s, u"--folder"_s, u"Новости"_s, u"--json"_s});
    QCOMPARE(added.code, 0);
    const QJsonArray rows =
        m_program->run({u"channels"_s, u"list"_s, u"--json"_s}).object().value("channels"_L1).toArray();
    QCOMPARE(rows.size(), 1);
    const QJsonObject row = rows.first().toObject();
    QCOMPARE(keysOf(row),
        QStringList({u"active"_s, u"channel"_s, u"error"_s, u"folder"_s, u"last_parsed_at"_s, u"last_post_at"_s,
            u"posts"_s, u"status"_s, u"title"_s}));
    QCOMPARE(row.value("channel"_L1).toString(), u"harbor_wire_demo"_s);
    QCOMPARE(row.value("folder"_L1).toString(), u"Новости"_s);
    QCOMPARE(row.value("status"_L1).toString(), u"new"_s);
    QCOMPARE(row.value("posts"_L1).toInt(-1), 0);
    QCOMPARE(row.value("active"_L1).toBool(), true);
    QVERIFY(row.value("last_parsed_at"_L1).isNull());
    const Finished plain = m_program->run({u"channels"_s, u"list"_s});
    QCOMPARE(plain.code, 0);
    QVERIFY(plain.out.startsWith("@harbor_wire_demo\t"));
}

void TestCommandLine::wordsThatAreNoNamesAreSaidAndTheRestIsAdded()
{
    const Finished added = m_program->run(
        {u"channels"_s, u"add"_s, u"lens_daily_demo"_s, u"https://t.me/+AbCdEfGhIjKlMnOp"_s, u"--json"_s});
    QCOMPARE(added.code, 1);
    QCOMPARE(stringsIn(added.object().value("added"_L1)), QStringList{u"lens_daily_demo"_s});
    QCOMPARE(stringsIn(added.object().value("invalid"_L1)).size(), 1);
    QVERIFY(added.err.contains("+AbCdEfGhIjKlMnOp"));
    QCOMPARE(listed(), QStringList{u"lens_daily_demo"_s});
}

void TestCommandLine::channelsComeFromAFileAndFromStandardInput()
{
    const QString path = m_program->filePath(u"list.txt"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("@harbor_wire_demo\nhttps://t.me/lab_notes_demo\n@harbor_wire_demo\n");
    file.close();
    const Finished fromFile = m_program->run({u"channels"_s, u"import"_s, path, u"--json"_s});
    QCOMPARE(fromFile.code, 0);
    QCOMPARE(sorted(stringsIn(fromFile.object().value("added"_L1))),
        QStringList({u"harbor_wire_demo"_s, u"lab_notes_demo"_s}));
    const Finished fromInput = m_program->run({u"channels"_s, u"import"_s, u"-"_s, u"--folder"_s, u"In"_s, u"--json"_s},
        "lens_daily_demo\nharbor_wire_demo\n");
    QCOMPARE(fromInput.code, 0);
    QCOMPARE(stringsIn(fromInput.object().value("added"_L1)), QStringList{u"lens_daily_demo"_s});
    QCOMPARE(stringsIn(fromInput.object().value("already_there"_L1)), QStringList{u"harbor_wire_demo"_s});
    const Finished missing = m_program->run({u"channels"_s, u"import"_s, path + u".no"_s});
    QCOMPARE(missing.code, 1);
    QVERIFY(missing.err.contains("list.txt.no"));
    QVERIFY(missing.out.isEmpty());
}

void TestCommandLine::removedChannelsLeaveTheListAndComeBack()
{
    readLens();
    const qsizetype posts = m_program->run({u"posts"_s, u"--json"_s, u"--limit"_s, u"0"_s}).lines().size();
    QVERIFY(posts > 50);
    const Finished removed =
        m_program->run({u"channels"_s, u"remove"_s, u"@lens_daily_demo"_s, u"nobody_here_demo"_s, u"--json"_s});
    QCOMPARE(removed.code, 1);
    QCOMPARE(stringsIn(removed.object().value("removed"_L1)), QStringList{u"lens_daily_demo"_s});
    QCOMPARE(stringsIn(removed.object().value("not_found"_L1)), QStringList{u"nobody_here_demo"_s});
    QVERIFY(removed.err.contains("nobody_here_demo"));
    QCOMPARE(listed(), QStringList());
    QVERIFY(m_program->run({u"posts"_s, u"--json"_s}).out.isEmpty());
    add({u"lens_daily_demo"_s});
    QCOMPARE(m_program->run({u"posts"_s, u"--json"_s, u"--limit"_s, u"0"_s}).lines().size(), posts);
}

void TestCommandLine::parseStoresEveryPostOnceAndSaysSo()
{
    add(m_world.channelNames());
    const Finished parsed = m_program->run({u"parse"_s, u"--all"_s, u"--history"_s, u"all"_s, u"--json"_s});
    QVERIFY2(parsed.code == 0, parsed.err.constData());
    QCOMPARE(parsed.out.count('\n'), 1);
    const QJsonObject run = parsed.object();
    for (const char *key : {"run", "status", "posts_added", "channels"}) {
        QVERIFY2(run.contains(QLatin1String(key)), key);
    }
    QCOMPARE(run.value("run"_L1).toInt(), 1);
    QCOMPARE(run.value("status"_L1).toString(), u"done"_s);
    QStringList names;
    int total = 0;
    const QJsonArray rows = run.value("channels"_L1).toArray();
    for (const QJsonValue &value : rows) {
        const QJsonObject row = value.toObject();
        QCOMPARE(
            keysOf(row), QStringList({u"channel"_s, u"error"_s, u"posts_added"_s, u"posts_updated"_s, u"status"_s}));
        const QString name = row.value("channel"_L1).toString();
        QCOMPARE(row.value("status"_L1).toString(), u"ok"_s);
        QVERIFY(row.value("error"_L1).isNull());
        QCOMPARE(row.value("posts_added"_L1).toInt(), m_server->site().postCount(name));
        QCOMPARE(row.value("posts_updated"_L1).toInt(-1), 0);
        total += row.value("posts_added"_L1).toInt();
        names.append(name);
    }
    QCOMPARE(sorted(names), sorted(m_world.channelNames()));
    QCOMPARE(run.value("posts_added"_L1).toInt(), total);

    const Finished again = m_program->run({u"parse"_s, u"--all"_s, u"--json"_s});
    QCOMPARE(again.code, 0);
    QCOMPARE(again.object().value("run"_L1).toInt(), 2);
    QCOMPARE(again.object().value("posts_added"_L1).toInt(-1), 0);
    QCOMPARE(m_program->run({u"posts"_s, u"--json"_s, u"--limit"_s, u"0"_s}).lines().size(), total);
}

void TestCommandLine::parseTellsWhatANameIs_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("preview off") << u"closed_kitchen_demo"_s << QByteArray("has no web preview");
    QTest::newRow("group") << u"alder_neighbours_demo"_s << QByteArray("is a group");
    QTest::newRow("user") << u"nora_finch_demo"_s << QByteArray("is a person");
    QTest::newRow("bot") << u"ferry_times_demobot"_s << QByteArray("is a bot");
    QTest::newRow("free name") << u"nobody_here_demo"_s << QByteArray("There is no channel named");
}

void TestCommandLine::parseTellsWhatANameIs()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, says);
    add({name});
    const Finished alone = m_program->run({u"parse"_s, u"--all"_s, u"--json"_s});
    QCOMPARE(alone.code, 1);
    QCOMPARE(alone.object().value("status"_L1).toString(), u"failed"_s);
    const QJsonObject row = alone.object().value("channels"_L1).toArray().first().toObject();
    QCOMPARE(row.value("channel"_L1).toString(), name);
    QCOMPARE(row.value("status"_L1).toString(), u"failed"_s);
    QCOMPARE(row.value("posts_added"_L1).toInt(-1), 0);
    QVERIFY2(row.value("error"_L1).toString().contains(QString::fromLatin1(says)), alone.out.constData());
    QVERIFY2(alone.err.contains(says) && alone.err.contains(name.toUtf8()), alone.err.constData());

    add({u"lens_daily_demo"_s});
    const Finished both = m_program->run({u"parse"_s, u"--all"_s, u"--json"_s});
    QCOMPARE(both.code, 1);
    QCOMPARE(both.object().value("status"_L1).toString(), u"partly"_s);
    QVERIFY(both.object().value("posts_added"_L1).toInt() >= 100);
}

void TestCommandLine::parseOfAnUnknownNameFails()
{
    add({u"lens_daily_demo"_s});
    const Finished unknown = m_program->run({u"parse"_s, u"harbor_wire_demo"_s, u"--json"_s});
    QCOMPARE(unknown.code, 1);
    QCOMPARE(unknown.object().value("status"_L1).toString(), u"failed"_s);
    QVERIFY(unknown.err.contains("harbor_wire_demo"));
    const Finished both = m_program->run({u"parse"_s, u"harbor_wire_demo"_s, u"t.me/lens_daily_demo"_s, u"--json"_s});
    QCOMPARE(both.code, 1);
    QCOMPARE(both.object().value("status"_L1).toString(), u"partly"_s);
    QCOMPARE(both.object().value("channels"_L1).toArray().size(), 2);
}

void TestCommandLine::wrongUsageGivesTwoAndAText_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const QStringList &arguments, const char *says) {
        QTest::newRow(qPrintable(arguments.join(u' '))) << arguments << QByteArray(says);
    };
    row({u"frobnicate"_s}, "frobnicate");
    row({u"--frobnicate"_s}, "--frobnicate");
    row({u"channels"_s}, "add, remove, list or import");
    row({u"channels"_s, u"rename"_s, u"a"_s}, "channels rename");
    row({u"channels"_s, u"add"_s}, "too few");
    row({u"channels"_s, u"remove"_s}, "too few");
    row({u"channels"_s, u"list"_s, u"more"_s}, "more");
    row({u"channels"_s, u"import"_s, u"a"_s, u"b"_s}, "b");
    row({u"parse"_s, u"--all"_s, u"lens_daily_demo"_s}, "--all");
    row({u"parse"_s, u"--history"_s}, "--history");
    row({u"parse"_s, u"--all"_s, u"--history"_s, u"soon"_s}, "--history");
    row({u"parse"_s, u"--all"_s, u"--history"_s, u"0"_s}, "--history");
    row({u"parse"_s, u"?"_s}, "?");
    row({u"posts"_s, u"--limit"_s, u"-1"_s}, "--limit");
    row({u"posts"_s, u"--limit"_s, u"many"_s}, "--limit");
    row({u"posts"_s, u"--all"_s}, "--all");
    row({u"posts"_s, u"stray"_s}, "stray");
    row({u"export"_s, u"--format"_s, u"xml"_s}, "csv, ndjson");
    row({u"status"_s, u"--json=1"_s}, "--json");
    row({u"--headless"_s, u"status"_s}, "--headless");
    row({u"--demo"_s, u"posts"_s}, "--demo");
    row({u"--data-dir"_s}, "--data-dir");
    row({u"--data-dir="_s, u"status"_s}, "--data-dir");
    row({u"--theme"_s, u"pink"_s}, "light or dark");
    row({u"--language"_s, u"xx"_s}, "en or ru");
}

void TestCommandLine::wrongUsageGivesTwoAndAText()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, says);
    const Finished wrong = m_program->run(arguments);
    QCOMPARE(wrong.code, 2);
    QVERIFY2(wrong.err.startsWith("vestnik: ") && wrong.err.contains(says), wrong.err.constData());
    QVERIFY(wrong.out.isEmpty());
    QVERIFY(!QFile::exists(m_program->dataDir() + u"/vestnik.db"_s));
}

void TestCommandLine::helpAndVersionAreForEverybody()
{
    const Finished help = m_program->run({u"--help"_s});
    QCOMPARE(help.code, 0);
    for (const char *command :
        {"channels add", "channels import", "parse", "posts", "export", "status", "--headless"}) {
        QVERIFY2(help.out.contains(command), command);
    }
    const Finished version = m_program->run({u"--version"_s});
    QCOMPARE(version.code, 0);
    QVERIFY(version.out.startsWith("vestnik "));
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
