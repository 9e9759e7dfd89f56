// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/archive/exportfile.h"
#include "core/archive/htmltext.h"
#include "core/archive/postwriter.h"
#include "core/archive/xlsxwriter.h"
#include "tests/archive/transferfixture.h"

#include <QProcess>
#include <QRegularExpression>

#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

using namespace vestnik;
using namespace vestnik::test;

namespace {

const QString hostile = QStringLiteral("<script>alert(\"1\")</script> & 'x' ]]> <!-- \x01\x0b\x1f \uFFFF \r\n end");

/// Rows of RFC 4180 with CRLF; no rows if the text is not of that form.
QList<QStringList> readCsv(QByteArray bytes)
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
        if (quoted && c == QLatin1Char('"') && i + 1 < text.size() && text.at(i + 1) == QLatin1Char('"')) {
            field += c;
            ++i;
        } else if (c == QLatin1Char('"')) {
            quoted = !quoted;
        } else if (!quoted && c == QLatin1Char(',')) {
            row.append(field);
            field.clear();
        } else if (!quoted && c == QLatin1Char('\r') && i + 1 < text.size() && text.at(i + 1) == QLatin1Char('\n')) {
            row.append(field);
            field.clear();
            rows.append(row);
            row.clear();
            ++i;
        } else {
            field += c;
        }
    }
    return quoted || !row.isEmpty() ? QList<QStringList>() : rows;
}

struct XmlDocument {
    explicit XmlDocument(const QByteArray &bytes)
        : document(
            xmlReadMemory(bytes.constData(), int(bytes.size()), "page", "UTF-8", XML_PARSE_NONET | XML_PARSE_HUGE))
    {
    }
    ~XmlDocument() { xmlFreeDoc(document); }
    Q_DISABLE_COPY_MOVE(XmlDocument)

    /// Texts of the nodes of an expression.
    QStringList texts(const char *expression) const
    {
        QStringList found;
        xmlXPathContext *context = xmlXPathNewContext(document);
        xmlXPathRegisterNs(context, BAD_CAST "s", BAD_CAST "http://schemas.openxmlformats.org/spreadsheetml/2006/main");
        xmlXPathObject *result = xmlXPathEvalExpression(BAD_CAST expression, context);
        for (int i = 0; result && result->nodesetval && i < result->nodesetval->nodeNr; ++i) {
            xmlChar *text = xmlNodeGetContent(result->nodesetval->nodeTab[i]);
            found.append(QString::fromUtf8(reinterpret_cast<const char *>(text)));
            xmlFree(text);
        }
        xmlXPathFreeObject(result);
        xmlXPathFreeContext(context);
        return found;
    }

    xmlDoc *const document;
};

/// One file of a package.
QByteArray unzipped(const QString &path, const QString &name)
{
    QProcess python;
    python.start(QStringLiteral("python3"),
        {QStringLiteral("-c"),
            QStringLiteral("import sys, zipfile\nz = zipfile.ZipFile(sys.argv[1])\nassert z.testzip() is None\n"
                           "sys.stdout.buffer.write(z.read(sys.argv[2]))"),
            path, name});
    return python.waitForFinished() && python.exitCode() == 0 ? python.readAllStandardOutput() : QByteArray();
}

Post hostilePost(MessageId id)
{
    Post post = fullPost(id);
    post.body.text = hostile;
    post.body.entities = {{EntityType::Link, 0, 8, QStringLiteral("javascript:alert(1)")},
        {EntityType::Bold, 2, 10, {}}, {EntityType::Italic, 5, 20, {}},
        {EntityType::Url, 14, 4, QStringLiteral("https://example.org/\"onclick=\"x")}, {EntityType::Code, 1000, 5, {}}};
    post.author = hostile;
    post.forwardedFrom->name = hostile;
    post.forwardedFrom->url = QStringLiteral("data:text/html,x");
    post.media[0].url = QStringLiteral("javascript:x");
    post.media[0].title = hostile;
    post.linkPreview->url = QStringLiteral("vbscript:x");
    post.linkPreview->title = hostile;
    post.reactions[0].emoji = hostile;
    return post;
}

} // namespace

class TestExportFiles final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void csvReadsBack();
    void csvCellsAreNoFormulas();
    void htmlIsWellFormedAndSafe();
    void htmlShowsWhatAPostHas();
    void htmlSpeaksTheLanguageOfItsWords();
    void htmlBodyNests_data();
    void htmlBodyNests();
    void htmlBodyStandsHostileEntities();
    void spreadsheetReadsBack();
    void spreadsheetTurnsToTheNextSheet();

private:
    QString file(const char *name) const { return m_folder->filePath(QLatin1String(name)); }
    bool exported(ExportFormat format, const char *name)
    {
        ExportSpec spec = specOf(format, file(name));
        spec.title = QStringLiteral("Posts <of> [May] \"2026\"");
        const Result<TaskReport> report = exportPosts(m_store->database(), spec, TaskControl());
        return report.has_value();
    }

    std::unique_ptr<TempStore> m_store;
    std::unique_ptr<QTemporaryDir> m_folder;
    ChannelId m_channel = 0;
};

void TestExportFiles::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_store = std::make_unique<TempStore>();
    m_channel = m_store->addChannel(QStringLiteral("somewhere"));
    const QList<Post> posts{fullPost(7), hostilePost(8), simplePost(9, QStringLiteral("plain"), noon + 60'000)};
    QVERIFY(m_store->posts().storePage(m_channel, posts, IdRange{1, 20}, noon));
    QVERIFY(attachTo(*m_store, m_channel, 7, someExtras()));
}

void TestExportFiles::csvReadsBack()
{
    QVERIFY(exported(ExportFormat::Csv, "a.csv"));
    const QList<QStringList> rows = readCsv(contentOf(file("a.csv")));
    QCOMPARE(rows.size(), 4);
    QCOMPARE(rows.first(), exportColumns());
    for (const QStringList &row : rows) {
        QCOMPARE(row.size(), exportColumns().size());
    }
    const auto cell = [&rows](int row, const char *column) {
        return rows.at(row).at(exportColumns().indexOf(QLatin1String(column)));
    };
    QCOMPARE(cell(1, "message_id"), QStringLiteral("9"));
    // SQLite keeps no characters that are none.
    QCOMPARE(cell(2, "text"), QString(hostile).replace(QChar(0xffff), QChar(0xfffd)));
    QCOMPARE(cell(3, "text"), fullPost(7).body.text);
    QCOMPARE(cell(3, "channel"), QStringLiteral("somewhere"));
    QCOMPARE(cell(3, "posted_at"), QStringLiteral("2026-05-20T12:00:07Z"));
    QCOMPARE(cell(3, "url"), QStringLiteral("https://t.me/somewhere/7"));
    QCOMPARE(cell(3, "views"), QStringLiteral("1200000"));
    QCOMPARE(cell(3, "forwarded_from"), QStringLiteral("Источник"));
    QCOMPARE(cell(3, "reply_to"), QStringLiteral("3"));
    QCOMPARE(cell(3, "edited"), QStringLiteral("true"));
    QCOMPARE(cell(3, "starred"), QStringLiteral("true"));
    QCOMPARE(cell(3, "tags"), QStringLiteral("to read, Банки"));
    QCOMPARE(cell(3, "note"), QLatin1Char('\'') + someExtras().note);
    QCOMPARE(cell(3, "deleted_at"), QStringLiteral("2026-05-20T12:01:30Z"));
    QCOMPARE(cell(1, "starred"), QStringLiteral("false"));
    QCOMPARE(cell(1, "tags"), QString());
}

void TestExportFiles::csvCellsAreNoFormulas()
{
    for (const char *text : {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"}) {
        QCOMPARE(withoutFormula(QLatin1String(text)), QLatin1Char('\'') + QLatin1String(text));
    }
    for (const char *text : {"", "a=1", " =1", "'=1", "1"}) {
        QCOMPARE(withoutFormula(QLatin1String(text)), QLatin1String(text));
    }
    QVERIFY(m_store->posts().storePage(
        m_channel, {simplePost(30, QStringLiteral("=cmd|' /C calc'!A0"), noon + 90'000)}, IdRange{30, 30}, noon));
    QVERIFY(exported(ExportFormat::Csv, "a.csv"));
    QCOMPARE(readCsv(contentOf(file("a.csv"))).at(1).at(4), QStringLiteral("'=cmd|' /C calc'!A0"));
}

void TestExportFiles::htmlIsWellFormedAndSafe()
{
    QVERIFY(exported(ExportFormat::Html, "a.html"));
    const QByteArray bytes = contentOf(file("a.html"));
    const XmlDocument page(bytes);
    QVERIFY(page.document); // as XML: everything closed, every character allowed
    QCOMPARE(page.texts("//article").size(), 3);
    QCOMPARE(page.texts("//script | //img | //iframe | //link | //@onclick | //@src").size(), 0);
    QCOMPARE(page.texts("//h1"), QStringList{QStringLiteral("Posts <of> [May] \"2026\"")});
    const QStringList links = page.texts("//@href");
    QVERIFY(links.size() > 6);
    static const QRegularExpression allowed(QStringLiteral("^(https?://|mailto:|tg:|#)"));
    for (const QString &link : links) {
        QVERIFY2(allowed.match(link).hasMatch(), qPrintable(link));
    }
    QVERIFY(links.contains(QStringLiteral("https://example.org/\"onclick=\"x")));
    // The hostile text is there as text.
    const QString shown = page.texts("//article[@id='somewhere-8']//div[@class='text']").value(0);
    QVERIFY2(shown.contains(QStringLiteral("<script>alert(\"1\")</script> & 'x' ]]> <!--")), qPrintable(shown));
}

void TestExportFiles::htmlShowsWhatAPostHas()
{
    QVERIFY(exported(ExportFormat::Html, "a.html"));
    const XmlDocument page(contentOf(file("a.html")));
    const QString post = page.texts("//article[@id='somewhere-7']").value(0);
    for (const QString &text : {fullPost(7).body.text, QStringLiteral("Источник"), QStringLiteral("1.2M"),
             QStringLiteral("Да или нет?"), QStringLiteral("Да 60%"), QStringLiteral("Редактор"),
             QStringLiteral("👍 12"), QStringLiteral("800×450"), QStringLiteral("Описание"), QStringLiteral("★"),
             QStringLiteral("to read"), someExtras().note, QStringLiteral("#7")}) {
        QVERIFY2(post.contains(text), qPrintable(text));
    }
    QCOMPARE(page.texts("//article[@id='somewhere-7']//div[@class='text']/b"), QStringList{QStringLiteral("Жирный")});
    QCOMPARE(page.texts("//article[@id='somewhere-7']//time/@datetime"),
        QStringList{QStringLiteral("2026-05-20T12:00:07Z")});
    QCOMPARE(page.texts("//article/@id"),
        (QStringList{QStringLiteral("somewhere-9"), QStringLiteral("somewhere-8"), QStringLiteral("somewhere-7")}));
}

void TestExportFiles::htmlSpeaksTheLanguageOfItsWords()
{
    ExportSpec spec = specOf(ExportFormat::Html, file("a.html"));
    for (const char *english : exportWords()) {
        spec.words.insert(QLatin1String(english), QStringLiteral("<%1>").arg(QLatin1String(english).size()));
    }
    spec.words.insert(QStringLiteral("Forwarded from"), QStringLiteral("Переслано из"));
    QVERIFY(exportPosts(m_store->database(), spec, TaskControl()));
    const QByteArray bytes = contentOf(file("a.html"));
    QVERIFY(bytes.contains("Переслано из"));
    const XmlDocument page(bytes);
    QVERIFY(page.document);
    const QString text = page.texts("//body").value(0);
    for (const char *english : {"Forwarded from", "In reply to", "Views:", "Posts:", "Time zone:", "Poll", "Photo"}) {
        QVERIFY2(!text.contains(QLatin1String(english)), english);
    }
}

void TestExportFiles::htmlBodyNests_data()
{
    QTest::addColumn<QList<TextEntity>>("entities");
    QTest::addColumn<QString>("html");
    const QList<TextEntity> none;
    QTest::newRow("plain") << none << QStringLiteral("0123456789");
    QTest::newRow("inside") << QList<TextEntity>{{EntityType::Bold, 1, 6, {}}, {EntityType::Italic, 2, 2, {}}}
                            << QStringLiteral("0<b>1<i>23</i>456</b>789");
    QTest::newRow("same range") << QList<TextEntity>{{EntityType::Bold, 1, 2, {}}, {EntityType::Italic, 1, 2, {}}}
                                << QStringLiteral("0<b><i>12</i></b>3456789");
    QTest::newRow("overlapping") << QList<TextEntity>{{EntityType::Bold, 1, 4, {}}, {EntityType::Italic, 3, 4, {}}}
                                 << QStringLiteral("0<b>12<i>34</i></b><i>56</i>789");
    QTest::newRow("touching") << QList<TextEntity>{{EntityType::Bold, 0, 5, {}}, {EntityType::Italic, 5, 5, {}}}
                              << QStringLiteral("<b>01234</b><i>56789</i>");
    QTest::newRow("beyond") << QList<TextEntity>{{EntityType::Bold, 8, 50, {}}, {EntityType::Bold, 20, 5, {}},
        {EntityType::Bold, 3, -1, {}}}
                            << QStringLiteral("01234567<b>89</b>");
    QTest::newRow("no link in a link") << QList<TextEntity>{{EntityType::Link, 0, 5, QStringLiteral("http://a")},
        {EntityType::Url, 1, 2, QStringLiteral("http://b")}}
                                       << QStringLiteral("<a href=\"http://a\" rel=\"noreferrer\">01234</a>56789");
    QTest::newRow("bad link") << QList<TextEntity>{{EntityType::Link, 0, 2, QStringLiteral("file:///etc/passwd")}}
                              << QStringLiteral("<span>01</span>23456789");
}

void TestExportFiles::htmlBodyNests()
{
    QFETCH(QList<TextEntity>, entities);
    QFETCH(QString, html);
    QCOMPARE(htmlBody(RichText{QStringLiteral("0123456789"), entities}), html);
}

void TestExportFiles::htmlBodyStandsHostileEntities()
{
    QRandomGenerator random(3);
    for (int round = 0; round < 200; ++round) {
        RichText body{QStringLiteral("<a>&\"тест 👍 ").repeated(20), {}};
        const int count = round == 0 ? 50'000 : random.bounded(60);
        for (int i = 0; i < count; ++i) {
            body.entities.append(TextEntity{static_cast<EntityType>(random.bounded(15)), random.bounded(-5, 300),
                random.bounded(-5, 300), random.bounded(2) == 0 ? QStringLiteral("https://e.org/?a=1&b") : hostile});
        }
        const QByteArray page = QString(QLatin1String("<x>") + htmlBody(body) + QLatin1String("</x>")).toUtf8();
        const XmlDocument document(page);
        QVERIFY2(document.document, page.constData());
        QCOMPARE(document.texts("/x").value(0), body.text);
        QCOMPARE(document.texts("//a//a").size(), 0);
    }
}

void TestExportFiles::spreadsheetReadsBack()
{
    Post longPost = simplePost(40, QString(40'000, QLatin1Char('x')), noon + 120'000);
    QVERIFY(m_store->posts().storePage(
        m_channel, {longPost, simplePost(41, QStringLiteral("=1+1"), noon + 121'000)}, IdRange{40, 41}, noon));
    QVERIFY(exported(ExportFormat::Xlsx, "a.xlsx"));
    const XmlDocument book(unzipped(file("a.xlsx"), QStringLiteral("xl/workbook.xml")));
    QVERIFY(book.document);
    QCOMPARE(book.texts("//s:sheet/@name"), QStringList{QStringLiteral("Posts <of> May \"2026\"")});
    const XmlDocument sheet(unzipped(file("a.xlsx"), QStringLiteral("xl/worksheets/sheet1.xml")));
    QVERIFY(sheet.document);
    QCOMPARE(sheet.texts("//s:row[@r='1']//s:t"), exportColumns());
    QCOMPARE(sheet.texts("//s:row").size(), 6);
    QCOMPARE(sheet.texts("//s:f").size(), 0); // no formulas
    QCOMPARE(sheet.texts("//s:c[@r='E2']//s:t"), QStringList{QStringLiteral("=1+1")});
    const QString cut = sheet.texts("//s:c[@r='E3']//s:t").value(0);
    QCOMPARE(cut.size(), 32'767);
    QVERIFY(cut.endsWith(QStringLiteral("x […]")));
    QCOMPARE(sheet.texts("//s:c[@r='E6']//s:t"), QStringList{fullPost(7).body.text});
    QCOMPARE(sheet.texts("//s:c[@r='M6']//s:t"), QStringList{QStringLiteral("to read, Банки")});
    QCOMPARE(sheet.texts("//s:c[@r='B6']/s:v"), QStringList{QStringLiteral("7")});
    // 2026-05-20 is day 46162 of the count that begins with 1899-12-30; noon and seven seconds are half a day and
    // 7/86400.
    const double when = sheet.texts("//s:c[@r='C6']/s:v").value(0).toDouble();
    QVERIFY2(std::abs(when - (46'162.5 + 7.0 / 86'400)) < 1e-6, qPrintable(QString::number(when, 'f', 8)));
    const QByteArray text = unzipped(file("a.xlsx"), QStringLiteral("xl/worksheets/sheet1.xml"));
    QVERIFY(text.contains("state=\"frozen\""));
    QVERIFY(text.contains("<autoFilter ref=\"A1:O6\"/>"));
    QVERIFY(unzipped(file("a.xlsx"), QStringLiteral("xl/styles.xml")).contains("yyyy-mm-dd hh:mm:ss"));
}

void TestExportFiles::spreadsheetTurnsToTheNextSheet()
{
    ExportFile target(file("b.xlsx"));
    QVERIFY(target.open());
    {
        XlsxWriter writer(target, 4); // headings and three posts
        QVERIFY(writer.begin(ExportHeading{QStringLiteral("history"), {}, {}, noon, {}}));
        for (MessageId id = 1; id <= 7; ++id) {
            QVERIFY(writer.write(ArchivedPost{simplePost(id, QStringLiteral("text %1").arg(id)), {}, {}}));
        }
        QVERIFY(writer.finish());
    }
    QVERIFY(target.commit());
    const XmlDocument book(unzipped(file("b.xlsx"), QStringLiteral("xl/workbook.xml")));
    QCOMPARE(book.texts("//s:sheet/@name"),
        (QStringList{QStringLiteral("Posts"), QStringLiteral("Posts 2"), QStringLiteral("Posts 3")}));
    const QList<int> rows{4, 4, 2};
    for (int i = 0; i < 3; ++i) {
        const XmlDocument sheet(unzipped(file("b.xlsx"), QStringLiteral("xl/worksheets/sheet%1.xml").arg(i + 1)));
        QCOMPARE(sheet.texts("//s:row").size(), rows.at(i));
        QCOMPARE(sheet.texts("//s:row[@r='1']//s:t"), exportColumns());
        QCOMPARE(sheet.texts("//s:c[@r='E2']//s:t"), QStringList{QStringLiteral("text %1").arg(i * 3 + 1)});
    }
}

QTEST_GUILESS_MAIN(TestExportFiles)
#include "tst_exportfiles.moc"
