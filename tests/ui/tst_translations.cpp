// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/language.h"

#include <QCoreApplication>
#include <QFile>
#include <QLibraryInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <algorithm>

using namespace vestnik;

namespace {

struct Message {
    QString context;
    QString source;
    QString comment;
    QString type; // empty: finished
    QStringList forms; // one, or one for each plural form
    bool plural = false;

    QString key() const { return QStringList{context, source, comment}.join(QLatin1String(" | ")); }
};

using Messages = QList<Message>;

void readTranslation(QXmlStreamReader &xml, Message &message)
{
    message.type = xml.attributes().value(QLatin1String("type")).toString();
    if (!message.plural) {
        message.forms = {xml.readElementText()};
        return;
    }
    while (xml.readNextStartElement()) {
        message.forms.append(xml.readElementText());
    }
}

Message readMessage(QXmlStreamReader &xml, const QString &context)
{
    Message message;
    message.context = context;
    message.plural = xml.attributes().value(QLatin1String("numerus")) == QLatin1String("yes");
    while (xml.readNextStartElement()) {
        if (xml.name() == QLatin1String("source")) {
            message.source = xml.readElementText();
        } else if (xml.name() == QLatin1String("comment")) {
            message.comment = xml.readElementText();
        } else if (xml.name() == QLatin1String("translation")) {
            readTranslation(xml, message);
        } else {
            xml.skipCurrentElement();
        }
    }
    return message;
}

// Empty if the file is missing or is not a .ts file.
Messages readMessages(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    QXmlStreamReader xml(&file);
    Messages messages;
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement) {
            continue;
        }
        if (xml.name() == QLatin1String("name")) {
            context = xml.readElementText();
        } else if (xml.name() == QLatin1String("message")) {
            messages.append(readMessage(xml, context));
        }
    }
    return xml.hasError() ? Messages() : messages;
}

Messages committed(const QString &language)
{
    return readMessages(QStringLiteral(VESTNIK_SOURCE_DIR "/translations/vestnik_%1.ts").arg(language));
}

QSet<QString> found(const QString &pattern, const QString &text)
{
    QSet<QString> all;
    auto matches = QRegularExpression(pattern).globalMatch(text);
    while (matches.hasNext()) {
        all.insert(matches.next().captured());
    }
    return all;
}

// What a translation must hold as the source does: %1, %L1, %n and the tags of HTML.
QSet<QString> fixedParts(const QString &text)
{
    return found(QStringLiteral("%L?\\d{1,2}|%L?n|</?[a-zA-Z][^>]*>"), text);
}

// An ampersand before a letter is the key of a button or a menu entry.
qsizetype keysIn(const QString &text)
{
    return text.count(QRegularExpression(QStringLiteral("&(?=[\\p{L}\\p{N}])")));
}

QString list(const QStringList &lines)
{
    return QLatin1Char('\n') + lines.join(QLatin1Char('\n'));
}

// Of the Qt we run with first: another version on PATH may read the sources differently.
QString lupdate()
{
    const QString name = QStringLiteral("lupdate");
    const QStringList ours{
        QLibraryInfo::path(QLibraryInfo::BinariesPath), QLibraryInfo::path(QLibraryInfo::LibraryExecutablesPath)};
    const QString beside = QStandardPaths::findExecutable(name, ours);
    return beside.isEmpty() ? QStandardPaths::findExecutable(name) : beside;
}

} // namespace

class TestTranslations final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everythingIsTranslated_data() { languages(); }

    void everythingIsTranslated()
    {
        QFETCH(QString, language);
        const Messages messages = committed(language);
        QVERIFY(!messages.isEmpty());
        QStringList wrong;
        for (const Message &message : messages) {
            const auto blank = [](const QString &form) { return form.trimmed().isEmpty(); };
            const bool empty =
                message.forms.isEmpty() || std::any_of(message.forms.cbegin(), message.forms.cend(), blank);
            if (empty || !message.type.isEmpty()) {
                wrong.append(QStringLiteral("%1 (%2)").arg(
                    message.key(), message.type.isEmpty() ? QStringLiteral("empty") : message.type));
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(list(wrong)));
    }

    void nothingStandsTwice_data() { languages(); }

    void nothingStandsTwice()
    {
        QFETCH(QString, language);
        QSet<QString> seen;
        QStringList wrong;
        const Messages messages = committed(language);
        for (const Message &message : messages) {
            if (seen.contains(message.key())) {
                wrong.append(message.key());
            }
            seen.insert(message.key());
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(list(wrong)));
    }

    void placeholdersAndTagsAreThoseOfTheSource_data() { languages(); }

    void placeholdersAndTagsAreThoseOfTheSource()
    {
        QFETCH(QString, language);
        QStringList wrong;
        const Messages messages = committed(language);
        for (const Message &message : messages) {
            for (const QString &form : message.forms) {
                if (fixedParts(form) != fixedParts(message.source)) {
                    wrong.append(message.key() + QLatin1String(" -> ") + form);
                }
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(list(wrong)));
    }

    void keysAndEllipsesAreThoseOfTheSource_data() { languages(); }

    void keysAndEllipsesAreThoseOfTheSource()
    {
        QFETCH(QString, language);
        const QChar ellipsis(0x2026);
        QStringList wrong;
        const Messages messages = committed(language);
        for (const Message &message : messages) {
            for (const QString &form : message.forms) {
                if (keysIn(form) != keysIn(message.source)
                    || form.endsWith(ellipsis) != message.source.endsWith(ellipsis)) {
                    wrong.append(message.key() + QLatin1String(" -> ") + form);
                }
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(list(wrong)));
    }

    void pluralsHaveAllForms_data() { languages(); }

    void pluralsHaveAllForms()
    {
        QFETCH(QString, language);
        QFETCH(int, pluralForms);
        QStringList wrong;
        int plurals = 0;
        const Messages messages = committed(language);
        for (const Message &message : messages) {
            plurals += message.plural ? 1 : 0;
            if (message.forms.size() != (message.plural ? pluralForms : 1)) {
                wrong.append(message.key());
            }
        }
        QVERIFY(plurals > 0);
        QVERIFY2(wrong.isEmpty(), qPrintable(list(wrong)));
    }

    void everyTextOfTheSourcesIsThere()
    {
        const QString program = lupdate();
        if (program.isEmpty()) {
            QSKIP("lupdate (qt6-l10n-tools) is not installed: new texts cannot be looked for");
        }
        const QTemporaryDir dir;
        QVERIFY(dir.isValid());
        const QString path = dir.filePath(QStringLiteral("fresh.ts"));
        const QString root = QStringLiteral(VESTNIK_SOURCE_DIR);
        QProcess process;
        process.setWorkingDirectory(root);
        process.setProcessChannelMode(QProcess::MergedChannels);
        QSignalSpy finished(&process, &QProcess::finished);
        process.start(program,
            {QStringLiteral("-silent"), QStringLiteral("-I"), root, QStringLiteral("-locations"),
                QStringLiteral("none"), QStringLiteral("-extensions"), QStringLiteral("cpp,h"), QStringLiteral("core"),
                QStringLiteral("ui"), QStringLiteral("app"), QStringLiteral("-ts"), path});
        QVERIFY2(finished.wait(120'000), qPrintable(process.errorString()));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QVERIFY2(process.exitCode() == 0, process.readAll().constData());
        const Messages fresh = readMessages(path);
        QVERIFY(!fresh.isEmpty());

        QStringList missing;
        for (const QString &language : {QStringLiteral("en"), QStringLiteral("ru")}) {
            QSet<QString> known;
            const Messages messages = committed(language);
            for (const Message &message : messages) {
                known.insert(message.key() + (message.plural ? QLatin1String(" n") : QLatin1String("")));
            }
            for (const Message &message : fresh) {
                // The English of the sources is right but for its plurals.
                const bool needed = message.plural || language != QLatin1String("en");
                if (needed
                    && !known.contains(message.key() + (message.plural ? QLatin1String(" n") : QLatin1String("")))) {
                    missing.append(language + QLatin1String(": ") + message.key());
                }
            }
        }
        QVERIFY2(missing.isEmpty(),
            qPrintable(QStringLiteral("Build the target update_translations, then translate:") + list(missing)));
    }

    void theEmbeddedFilesKnowThePlurals_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<int>("n");
        QTest::addColumn<QString>("text");
        QTest::newRow("ru 0") << QStringLiteral("ru") << 0 << QStringLiteral("0 каналов");
        QTest::newRow("ru 1") << QStringLiteral("ru") << 1 << QStringLiteral("1 канал");
        QTest::newRow("ru 3") << QStringLiteral("ru") << 3 << QStringLiteral("3 канала");
        QTest::newRow("ru 5") << QStringLiteral("ru") << 5 << QStringLiteral("5 каналов");
        QTest::newRow("ru 11") << QStringLiteral("ru") << 11 << QStringLiteral("11 каналов");
        QTest::newRow("ru 21") << QStringLiteral("ru") << 21 << QStringLiteral("21 канал");
        QTest::newRow("ru 112") << QStringLiteral("ru") << 112 << QStringLiteral("112 каналов");
        QTest::newRow("en 0") << QStringLiteral("en") << 0 << QStringLiteral("0 channels");
        QTest::newRow("en 1") << QStringLiteral("en") << 1 << QStringLiteral("1 channel");
        QTest::newRow("en 21") << QStringLiteral("en") << 21 << QStringLiteral("21 channels");
    }

    void theEmbeddedFilesKnowThePlurals()
    {
        QFETCH(QString, language);
        QFETCH(int, n);
        QVERIFY(QFile::exists(QStringLiteral(":/i18n/vestnik_%1.qm").arg(language)));
        Language chosen;
        chosen.apply(language);
        QTEST(QCoreApplication::translate("vestnik::ChannelList", "%n channels", nullptr, n), "text");
    }

    void theLanguageChangesTheTextsAtOnce()
    {
        const auto word = [] { return QCoreApplication::translate("vestnik::MainMenu", "&File"); };
        Language language;
        language.apply(QStringLiteral("ru"));
        QCOMPARE(word(), QStringLiteral("&Файл"));
        language.apply(QStringLiteral("en"));
        QCOMPARE(word(), QStringLiteral("&File"));
        language.apply(QStringLiteral("ru"));
        QCOMPARE(word(), QStringLiteral("&Файл"));
    }

private:
    static void languages()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<int>("pluralForms");
        QTest::newRow("English") << QStringLiteral("en") << 2;
        QTest::newRow("Russian") << QStringLiteral("ru") << 3;
    }
};

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
