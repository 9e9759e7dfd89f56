// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/settings.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

namespace vestnik {

class tst_Settings final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void tableIsInOrderAndItsDefaultsAreValid();
    void valueIsCheckedAgainstItsRange_data();
    void valueIsCheckedAgainstItsRange();
    void refusedValueLeavesTheOldOne();
    void defaultIsNotKeptAsAChange();
    void missingFileGivesTheDefaults();
    void savedSettingsAreLoadedAgain();
    void environmentOverridesTheFile_data();
    void environmentOverridesTheFile();
    void environmentIsNeverWrittenToTheFile();
    void uselessEnvironmentIsRefused();
    void damagedFileIsRestoredFromTheCopy_data();
    void damagedFileIsRestoredFromTheCopy();
    void damagedFileWithoutACopyGivesTheDefaults();
    void unknownKeysAreKept();
    void valueOutOfRangeInTheFileIsRefused();
    void unwritableFileIsAnError();

private:
    [[nodiscard]] QString path() const { return m_dir->filePath(QStringLiteral("settings.json")); }
    void write(const QByteArray &bytes) const;
    [[nodiscard]] QJsonObject read() const;

    std::unique_ptr<QTemporaryDir> m_dir;
};

void tst_Settings::init()
{
    cleanup();
    m_dir = std::make_unique<QTemporaryDir>();
    QVERIFY(m_dir->isValid());
}

void tst_Settings::cleanup()
{
    for (const SettingInfo &info : settingTable()) {
        if (info.environment) {
            qunsetenv(info.environment);
        }
    }
}

void tst_Settings::write(const QByteArray &bytes) const
{
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

QJsonObject tst_Settings::read() const
{
    QFile file(path());
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

void tst_Settings::tableIsInOrderAndItsDefaultsAreValid()
{
    const Settings defaults;
    QSet<QString> keys;
    for (qsizetype i = 0; i < settingTable().size(); ++i) {
        const SettingInfo &info = settingTable().at(i);
        QCOMPARE(static_cast<qsizetype>(info.id), i);
        keys.insert(QString::fromLatin1(info.key));
        Settings settings;
        QVERIFY2(settings.set(info.id, info.fallback), info.key);
        QVERIFY2(settings.fix(info.id, info.fallback), info.key);
        QVERIFY(defaults.isDefault(info.id));
    }
    QCOMPARE(keys.size(), settingTable().size());
}

void tst_Settings::valueIsCheckedAgainstItsRange_data()
{
    QTest::addColumn<SettingId>("id");
    QTest::addColumn<QVariant>("value");
    QTest::addColumn<bool>("good");
    using S = SettingId;
    QTest::newRow("lowest") << S::IntervalMinutes << QVariant(1) << true;
    QTest::newRow("highest") << S::IntervalMinutes << QVariant(10080) << true;
    QTest::newRow("below") << S::IntervalMinutes << QVariant(0) << false;
    QTest::newRow("above") << S::IntervalMinutes << QVariant(10081) << false;
    QTest::newRow("negative") << S::ProxyPort << QVariant(-1) << false;
    QTest::newRow("whole number as text") << S::Concurrency << QVariant(QStringLiteral("3")) << true;
    QTest::newRow("text for a number") << S::Concurrency << QVariant(QStringLiteral("three")) << false;
    QTest::newRow("fraction for a whole number") << S::Concurrency << QVariant(2.5) << false;
    QTest::newRow("larger than int") << S::FirstRunPosts << QVariant(5e12) << false;
    QTest::newRow("no limit") << S::PreviewPace << QVariant(0.0) << true;
    QTest::newRow("fraction") << S::PreviewPace << QVariant(QStringLiteral("0.5")) << true;
    QTest::newRow("negative pace") << S::PreviewPace << QVariant(-0.1) << false;
    QTest::newRow("not a number") << S::PreviewPace << QVariant(qQNaN()) << false;
    QTest::newRow("infinite") << S::PreviewPace << QVariant(qInf()) << false;
    QTest::newRow("choice") << S::Theme << QVariant(QStringLiteral("dark")) << true;
    QTest::newRow("no such choice") << S::Theme << QVariant(QStringLiteral("pink")) << false;
    QTest::newRow("bool") << S::StartScheduler << QVariant(true) << true;
    QTest::newRow("bool as digit") << S::StartScheduler << QVariant(QStringLiteral("1")) << true;
    QTest::newRow("bool as word") << S::StartScheduler << QVariant(QStringLiteral("perhaps")) << false;
    QTest::newRow("address") << S::PreviewUrl << QVariant(QStringLiteral("http://127.0.0.1:8080")) << true;
    QTest::newRow("address of another scheme") << S::PreviewUrl << QVariant(QStringLiteral("file:///etc")) << false;
    QTest::newRow("address without a host") << S::PreviewUrl << QVariant(QStringLiteral("https://")) << false;
    QTest::newRow("address with a password") << S::PreviewUrl << QVariant(QStringLiteral("https://a:b@t.me")) << false;
    QTest::newRow("no address") << S::PreviewUrl << QVariant(QString()) << false;
}

void tst_Settings::valueIsCheckedAgainstItsRange()
{
    QFETCH(SettingId, id);
    QFETCH(QVariant, value);
    QFETCH(bool, good);
    Settings settings;
    const Result<void> set = settings.set(id, value);
    QCOMPARE(set.has_value(), good);
    if (!good) {
        QCOMPARE(set.error().code, ErrorCode::InvalidArgument);
        QCOMPARE(set.error().subject, QString::fromLatin1(settingInfo(id).key));
        QVERIFY(!set.error().detail.isEmpty());
    }
}

void tst_Settings::refusedValueLeavesTheOldOne()
{
    Settings settings;
    QVERIFY(settings.set(SettingId::IntervalMinutes, 15));
    QVERIFY(!settings.set(SettingId::IntervalMinutes, 0));
    QCOMPARE(settings.number(SettingId::IntervalMinutes), 15);
}

void tst_Settings::defaultIsNotKeptAsAChange()
{
    Settings settings;
    QVERIFY(settings.set(SettingId::IntervalMinutes, 15));
    QVERIFY(!settings.isDefault(SettingId::IntervalMinutes));
    QVERIFY(settings.set(SettingId::IntervalMinutes, 30));
    QVERIFY(settings.isDefault(SettingId::IntervalMinutes));
    QCOMPARE(settings, Settings());
    QVERIFY(settings.set(SettingId::IntervalMinutes, 15));
    settings.reset(SettingId::IntervalMinutes);
    QCOMPARE(settings, Settings());
}

void tst_Settings::missingFileGivesTheDefaults()
{
    const SettingsFile::Loaded loaded = SettingsFile(path()).load();
    QCOMPARE(loaded.settings, Settings());
    QVERIFY(!loaded.restored);
    QVERIFY(loaded.refused.isEmpty());
    QVERIFY(loaded.unknownKeys.isEmpty());
}

void tst_Settings::savedSettingsAreLoadedAgain()
{
    Settings settings;
    QVERIFY(settings.set(SettingId::StartScheduler, true));
    QVERIFY(settings.set(SettingId::IntervalMinutes, 5));
    QVERIFY(settings.set(SettingId::PreviewPace, 2.5));
    QVERIFY(settings.set(SettingId::Language, QStringLiteral("ru")));
    QVERIFY(settings.set(SettingId::ProxyHost, QStringLiteral("прокси.example")));
    const SettingsFile file(path());
    QVERIFY(file.save(settings));
    const SettingsFile::Loaded loaded = file.load();
    QCOMPARE(loaded.settings, settings);
    QVERIFY(loaded.refused.isEmpty());

    settings.reset(SettingId::PreviewPace);
    QVERIFY(file.save(settings));
    QCOMPARE(file.load().settings, settings);
    QVERIFY(!read().contains(QStringLiteral("preview.pace")));
}

void tst_Settings::environmentOverridesTheFile_data()
{
    QTest::addColumn<SettingId>("id");
    QTest::addColumn<QVariant>("stored");
    QTest::addColumn<QByteArray>("variable");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QVariant>("expected");
    using S = SettingId;
    QTest::newRow("start") << S::StartScheduler << QVariant(false) << QByteArray("VESTNIK_START_SCHEDULER")
                           << QByteArray("1") << QVariant(true);
    QTest::newRow("do not start") << S::StartScheduler << QVariant(true) << QByteArray("VESTNIK_START_SCHEDULER")
                                  << QByteArray("0") << QVariant(false);
    QTest::newRow("address") << S::PreviewUrl << QVariant(QStringLiteral("https://a.example"))
                             << QByteArray("VESTNIK_PREVIEW_URL") << QByteArray("http://127.0.0.1:9000")
                             << QVariant(QStringLiteral("http://127.0.0.1:9000"));
    QTest::newRow("pace") << S::PreviewPace << QVariant(3.0) << QByteArray("VESTNIK_PREVIEW_PACE") << QByteArray("0")
                          << QVariant(0.0);
    QTest::newRow("database") << S::DatabaseUrl << QVariant(QStringLiteral("sqlite:///a.db"))
                              << QByteArray("VESTNIK_DATABASE_URL") << QByteArray("sqlite:////srv/b.db")
                              << QVariant(QStringLiteral("sqlite:////srv/b.db"));
}

void tst_Settings::environmentOverridesTheFile()
{
    QFETCH(SettingId, id);
    QFETCH(QVariant, stored);
    QFETCH(QByteArray, variable);
    QFETCH(QByteArray, text);
    QFETCH(QVariant, expected);
    Settings settings;
    QVERIFY(settings.set(id, stored));
    const SettingsFile file(path());
    QVERIFY(file.save(settings));
    qputenv(variable.constData(), text);
    const SettingsFile::Loaded loaded = file.load();
    QVERIFY(loaded.settings.isFixed(id));
    QCOMPARE(loaded.settings.value(id), expected);
    qunsetenv(variable.constData());
    QVERIFY(!file.load().settings.isFixed(id));
    QCOMPARE(file.load().settings.value(id), stored);
}

void tst_Settings::environmentIsNeverWrittenToTheFile()
{
    qputenv("VESTNIK_PREVIEW_URL", "http://127.0.0.1:9000");
    const SettingsFile file(path());
    Settings settings = file.load().settings;
    QVERIFY(settings.set(SettingId::IntervalMinutes, 7));
    QVERIFY(file.save(settings));
    QCOMPARE(read().keys(), QStringList{QStringLiteral("schedule.intervalMinutes")});
}

void tst_Settings::uselessEnvironmentIsRefused()
{
    qputenv("VESTNIK_PREVIEW_PACE", "quick");
    const SettingsFile::Loaded loaded = SettingsFile(path()).load();
    QVERIFY(!loaded.settings.isFixed(SettingId::PreviewPace));
    QCOMPARE(loaded.settings.real(SettingId::PreviewPace), 1.0);
    QCOMPARE(loaded.refused.size(), 1);
    QVERIFY(loaded.refused.first().startsWith(QLatin1String("VESTNIK_PREVIEW_PACE: ")));
}

void tst_Settings::damagedFileIsRestoredFromTheCopy_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("cut off") << QByteArray("{\"schedule.intervalMinutes\": 4");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("not an object") << QByteArray("[1, 2]");
    QTest::newRow("zeros") << QByteArray(4096, '\0');
    QTest::newRow("too large") << QByteArray("{\"a\": \"") + QByteArray(2 * 1024 * 1024, 'x') + QByteArray("\"}");
}

void tst_Settings::damagedFileIsRestoredFromTheCopy()
{
    QFETCH(QByteArray, bytes);
    const SettingsFile file(path());
    Settings settings;
    QVERIFY(settings.set(SettingId::IntervalMinutes, 5));
    QVERIFY(file.save(settings));
    Settings changed = settings;
    QVERIFY(changed.set(SettingId::IntervalMinutes, 6));
    QVERIFY(file.save(changed)); // the copy now holds the state before
    write(bytes);
    const SettingsFile::Loaded loaded = file.load();
    QVERIFY(loaded.restored);
    QCOMPARE(loaded.settings, settings);
}

void tst_Settings::damagedFileWithoutACopyGivesTheDefaults()
{
    write("{");
    const SettingsFile::Loaded loaded = SettingsFile(path()).load();
    QVERIFY(loaded.restored);
    QCOMPARE(loaded.settings, Settings());
}

void tst_Settings::unknownKeysAreKept()
{
    write(R"({"future.key": {"deep": [1, 2]}, "schedule.intervalMinutes": 9})");
    const SettingsFile file(path());
    SettingsFile::Loaded loaded = file.load();
    QCOMPARE(loaded.unknownKeys, QStringList{QStringLiteral("future.key")});
    QCOMPARE(loaded.settings.number(SettingId::IntervalMinutes), 9);
    QVERIFY(loaded.settings.set(SettingId::IntervalMinutes, 10));
    QVERIFY(file.save(loaded.settings));
    const QJsonObject object = read();
    QCOMPARE(object.value(QStringLiteral("schedule.intervalMinutes")).toInt(), 10);
    QCOMPARE(object.value(QStringLiteral("future.key")).toObject().value(QStringLiteral("deep")).toArray(),
        (QJsonArray{1, 2}));
}

void tst_Settings::valueOutOfRangeInTheFileIsRefused()
{
    write(R"({"schedule.intervalMinutes": 0, "general.theme": "dark"})");
    const SettingsFile::Loaded loaded = SettingsFile(path()).load();
    QCOMPARE(loaded.settings.number(SettingId::IntervalMinutes), 30);
    QCOMPARE(loaded.settings.text(SettingId::Theme), QStringLiteral("dark"));
    QCOMPARE(loaded.refused.size(), 1);
    QVERIFY(loaded.refused.first().startsWith(QLatin1String("schedule.intervalMinutes: ")));
    QVERIFY(!loaded.restored);
}

void tst_Settings::unwritableFileIsAnError()
{
    const SettingsFile file(m_dir->filePath(QStringLiteral("missing/settings.json")));
    const Result<void> saved = file.save(Settings());
    QVERIFY(!saved);
    QCOMPARE(saved.error().code, ErrorCode::FileFailed);
}

} // namespace vestnik

QTEST_GUILESS_MAIN(vestnik::tst_Settings)
#include "tst_settings.moc"
