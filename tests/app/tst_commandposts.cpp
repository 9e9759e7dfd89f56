// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/demoworld.h"
#include "app/demo/previewserver.h"
#include "tests/support/previewhost/programrun.h"

#include <QDateTime>
#include <QFile>
#include <QJsonArray>
#include <QSet>
#include <QTest>

using namespace vestnik;
using namespace vestnik::test;
using namespace Qt::StringLiterals;

namespace {

/// Rows of RFC 4180; none if the text has no byte order mark.
QList<QStringList> readCsv(const QByteArray &bytes)
{
    if (!bytes.startsWith("\xef\xbb\xbf")) {
        return {};
    }
    const QString text = QString::fromUtf8(bytes.mid(3));
    QList<QStringList> rows;
    QStringList row;
    QString field;
    bool quoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (quoted && c == u'"' && i + 1 < text.size() && text.at(i + 1) == u'"') {
            field += c;
            ++i;
        } else if (c == u'"') {
            quoted = !quoted;
        } else if (!quoted && (c == u',' || c == u'\r')) {
            row.append(field);
            field.clear();
            if (c == u'\r') {
                rows.append(row);
                row.clear();
                ++i; // '\n'
            }
        } else {
            field += c;
        }
    }
    return rows;
}

/// An exported post with the keys of `posts --json` only.
QJsonObject asListed(QJsonObject post)
{
    for (const QString &key :
        {u"channel_title"_s, u"starred"_s, u"tags"_s, u"note"_s, u"deleted_at"_s, u"versions"_s, u"more"_s}) {
        post.remove(key);
    }
    return post;
}

} // namespace

/// `posts` and `export` of the real program, compared with what a stand-in in this process serves.
class TestCommandPosts final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void postsAreNewestFirstWithEveryKey();
    void postsAreFilteredByChannelTextAndLimit();
    void csvHoldsTheFlatKeysOfTheSamePosts();
    void exportWritesAFile();
    void exportTakesTheFormatFromTheName();
    void importBringsAnExportBack();
    void exportOfNothingIsEmpty();

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

    const DemoWorld m_world{1, QDateTime::currentMSecsSinceEpoch() / 1000 * 1000};
    std::unique_ptr<PreviewServer> m_server;
    std::unique_ptr<Program> m_program;
};

void TestCommandPosts::init()
{
    m_server = std::make_unique<PreviewServer>(m_world.makeSite());
    const Result<QUrl> url = m_server->listen();
    QVERIFY(url);
    m_program = std::make_unique<Program>(*url);
}

void TestCommandPosts::cleanup()
{
    m_program.reset();
    m_server.reset();
}

void TestCommandPosts::postsAreNewestFirstWithEveryKey()
{
    add({u"lens_daily_demo"_s, u"harbor_wire_demo"_s});
    QCOMPARE(m_program->run({u"parse"_s, u"--all"_s, u"--history"_s, u"all"_s}).code, 0);
    const QList<QJsonObject> posts = m_program->run({u"posts"_s, u"--json"_s, u"--limit"_s, u"0"_s}).lines();
    const PreviewSite &site = m_server->site();
    QCOMPARE(posts.size(), site.postCount(u"lens_daily_demo"_s) + site.postCount(u"harbor_wire_demo"_s));
    const QStringList wanted{u"channel"_s, u"message_id"_s, u"posted_at"_s, u"kind"_s, u"text"_s, u"url"_s, u"views"_s,
        u"author"_s, u"edited"_s, u"forwarded_from"_s, u"reply_to"_s, u"media"_s, u"links"_s, u"hashtags"_s,
        u"reactions"_s, u"album_ids"_s};
    QString before = u"9"_s;
    QSet<QString> seen;
    for (const QJsonObject &post : posts) {
        for (const QString &key : wanted) {
            QVERIFY2(post.contains(key), qPrintable(key));
        }
        const QString name = post.value("channel"_L1).toString();
        const qint64 id = post.value("message_id"_L1).toInteger();
        const QString when = post.value("posted_at"_L1).toString();
        QVERIFY2(when <= before, qPrintable(when)); // one format and one zone: texts order as times do
        before = when;
        const std::optional<SitePost> served = site.post(name, id);
        QVERIFY(served);
        QCOMPARE(served->id, id);
        QCOMPARE(QDateTime::fromString(when, Qt::ISODate).toMSecsSinceEpoch(), served->postedAt / 1000 * 1000);
        QVERIFY(when.endsWith(u'Z'));
        QCOMPARE(post.value("kind"_L1).toString(), siteKindName(served->kind));
        QCOMPARE(post.value("url"_L1).toString(), u"https://t.me/%1/%2"_s.arg(name).arg(id));
        QCOMPARE(post.value("edited"_L1).toBool(), served->edited);
        QCOMPARE(post.value("album_ids"_L1).toArray().size(), served->albumIds.size());
        QCOMPARE(post.value("reactions"_L1).toArray().size(), served->reactions.size());
        QCOMPARE(post.value("reply_to"_L1).toInteger(), served->reply ? served->reply->messageId : 0);
        QCOMPARE(post.value("forwarded_from"_L1).isNull(), !served->forward.has_value());
        if (served->forward) {
            QCOMPARE(post.value("forwarded_from"_L1)[u"name"].toString(), served->forward->name);
        }
        if (served->kind != SiteKind::Service && served->kind != SiteKind::Unsupported) {
            QCOMPARE(post.value("text"_L1).toString().simplified(), served->text.plain.simplified());
        }
        seen.insert(name + u'/' + QString::number(id));
    }
    QCOMPARE(seen.size(), posts.size());
    const QList<QJsonObject> exported = m_program->run({u"export"_s, u"--format"_s, u"ndjson"_s}).lines();
    QCOMPARE(exported.size(), posts.size());
    for (qsizetype i = 0; i < posts.size(); ++i) {
        QVERIFY(exported.at(i).contains(u"starred"_s));
        QCOMPARE(asListed(exported.at(i)), posts.at(i));
    }
}

void TestCommandPosts::postsAreFilteredByChannelTextAndLimit()
{
    add({u"lens_daily_demo"_s, u"harbor_wire_demo"_s});
    QCOMPARE(m_program->run({u"parse"_s, u"--all"_s}).code, 0);
    const QList<QJsonObject> three = m_program->run({u"posts"_s, u"--json"_s, u"--limit"_s, u"3"_s}).lines();
    QCOMPARE(three.size(), 3);
    const QList<QJsonObject> lens =
        m_program->run({u"posts"_s, u"--json"_s, u"--channel"_s, u"@Lens_Daily_Demo"_s, u"--limit=0"_s}).lines();
    QVERIFY(!lens.isEmpty());
    for (const QJsonObject &post : lens) {
        QCOMPARE(post.value("channel"_L1).toString(), u"lens_daily_demo"_s);
    }
    QString word;
    const QList<QJsonObject> all = m_program->run({u"posts"_s, u"--json"_s, u"--limit"_s, u"0"_s}).lines();
    for (const QJsonObject &post : all) {
        const QStringList words = post.value("text"_L1).toString().split(u' ', Qt::SkipEmptyParts);
        for (const QString &each : words) {
            const bool letters = std::all_of(each.begin(), each.end(), [](QChar c) { return c.isLetter(); });
            word = word.isEmpty() && letters && each.size() > 5 ? each : word;
        }
    }
    QVERIFY(!word.isEmpty());
    qsizetype holds = 0;
    for (const QJsonObject &post : all) {
        holds += post.value("text"_L1).toString().contains(word, Qt::CaseInsensitive) ? 1 : 0;
    }
    const QList<QJsonObject> found =
        m_program
            ->run({u"posts"_s, u"--json"_s, u"--search"_s, QString(u'"' + word.toUpper() + u'"'), u"--limit"_s, u"0"_s})
            .lines();
    QVERIFY(!found.isEmpty() && found.size() <= holds);
    for (const QJsonObject &post : found) {
        QVERIFY(post.value("text"_L1).toString().contains(word, Qt::CaseInsensitive));
    }
    const Finished none = m_program->run({u"posts"_s, u"--channel"_s, u"nobody_here_demo"_s});
    QCOMPARE(none.code, 1);
    QVERIFY(none.err.contains("nobody_here_demo"));
}

void TestCommandPosts::csvHoldsTheFlatKeysOfTheSamePosts()
{
    readLens();
    const QList<QJsonObject> posts = m_program->run({u"export"_s}).lines();
    const Finished csv = m_program->run({u"export"_s, u"--format"_s, u"csv"_s});
    QCOMPARE(csv.code, 0);
    const QList<QStringList> rows = readCsv(csv.out);
    QCOMPARE(rows.size(), posts.size() + 1);
    const QStringList head = rows.first();
    for (const QString &key : {u"channel"_s, u"message_id"_s, u"posted_at"_s, u"kind"_s, u"text"_s, u"url"_s}) {
        QVERIFY2(head.contains(key), qPrintable(key));
    }
    for (qsizetype i = 0; i < posts.size(); ++i) {
        QCOMPARE(rows.at(i + 1).size(), head.size());
        for (const QString &key : {u"channel"_s, u"posted_at"_s, u"kind"_s, u"text"_s, u"url"_s}) {
            const QString value = posts.at(i).value(key).toString();
            // What a spreadsheet would take for a formula has an apostrophe in front.
            const bool formula = !value.isEmpty() && u"=+-@\t\r"_s.contains(value.at(0));
            QCOMPARE(rows.at(i + 1).at(head.indexOf(key)), formula ? u'\'' + value : value);
        }
        QCOMPARE(rows.at(i + 1).at(head.indexOf(u"message_id"_s)).toLongLong(),
            posts.at(i).value("message_id"_L1).toInteger());
    }
}

void TestCommandPosts::exportWritesAFile()
{
    readLens();
    const QString path = m_program->filePath(u"posts.ndjson"_s);
    const Finished written = m_program->run({u"export"_s, u"--output"_s, path, u"--limit"_s, u"5"_s});
    QCOMPARE(written.code, 0);
    QVERIFY(written.out.isEmpty());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll().count('\n'), 5);
    const Finished refused = m_program->run({u"export"_s, u"--output"_s, path + u"/no/file.csv"_s});
    QCOMPARE(refused.code, 1);
    QVERIFY(refused.err.contains("posts.ndjson/no/file.csv"));
}

void TestCommandPosts::exportTakesTheFormatFromTheName()
{
    readLens();
    const QHash<QString, QByteArray> beginnings{{u"csv"_s,
                                                    "\xef\xbb\xbf"
                                                    "channel,"},
        {u"json"_s, "[\n  {"}, {u"html"_s, "<!DOCTYPE html>"}, {u"xlsx"_s, "PK"}, {u"jsonl"_s, "{\"channel\""}};
    for (auto one = beginnings.begin(); one != beginnings.end(); ++one) {
        const QString path = m_program->filePath(u"posts."_s + one.key());
        const Finished written = m_program->run({u"export"_s, u"-o"_s, path, u"--json"_s});
        QCOMPARE(written.code, 0);
        const QJsonObject report = written.lines().value(0);
        QVERIFY(report.value("posts"_L1).toInteger() > 5);
        QCOMPARE(report.value("path"_L1).toString(), path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.size(), report.value("bytes"_L1).toInteger());
        QVERIFY2(file.readAll().startsWith(one.value()), qPrintable(path));
    }
    for (const QStringList &arguments : {QStringList{u"-o"_s, u"posts.what"_s}, QStringList{u"--format"_s, u"xlsx"_s},
             QStringList{u"--format"_s, u"pdf"_s}, QStringList{u"-o"_s}}) {
        QCOMPARE(m_program->run(QStringList{u"export"_s} + arguments).code, 2);
    }
}

void TestCommandPosts::importBringsAnExportBack()
{
    readLens();
    const QString path = m_program->filePath(u"posts.ndjson"_s);
    QCOMPARE(m_program->run({u"export"_s, u"-o"_s, path}).code, 0);
    const QList<QJsonObject> before = m_program->run({u"export"_s}).lines();

    Program other(m_server->url());
    const Finished first = other.run({u"import"_s, path, u"--folder"_s, u"Taken over"_s, u"--json"_s});
    QCOMPARE(first.code, 0);
    const QJsonObject report = first.lines().value(0);
    QCOMPARE(report.value("posts_added"_L1).toInteger(), before.size());
    QCOMPARE(report.value("channels_added"_L1).toInteger(), 1);
    QCOMPARE(other.run({u"export"_s}).lines(), before);
    const Finished again = other.run({u"import"_s, path});
    QCOMPARE(again.code, 0);
    QVERIFY2(again.out.startsWith("0 posts added, "), again.out.constData());

    QFile file(path);
    QVERIFY(file.open(QIODevice::Append));
    file.write("{broken\n");
    file.close();
    const Finished broken = other.run({u"import"_s, path, u"--format"_s, u"ndjson"_s});
    QCOMPARE(broken.code, 1);
    QVERIFY2(broken.err.contains("line "), broken.err.constData());
    const Finished missing = other.run({u"import"_s, path + u"x"_s});
    QCOMPARE(missing.code, 1);
    QVERIFY(missing.err.contains("posts.ndjsonx"));
    for (const QStringList &arguments :
        {QStringList{}, QStringList{path, u"--format"_s, u"xlsx"_s}, QStringList{path, path}}) {
        QCOMPARE(other.run(QStringList{u"import"_s} + arguments).code, 2);
    }
}

void TestCommandPosts::exportOfNothingIsEmpty()
{
    for (const QString &command : {u"posts"_s, u"export"_s}) {
        const Finished nothing = m_program->run({command, u"--json"_s});
        QCOMPARE(nothing.code, 0);
        QVERIFY(nothing.out.isEmpty());
    }
}

QTEST_GUILESS_MAIN(TestCommandPosts)
#include "tst_commandposts.moc"
