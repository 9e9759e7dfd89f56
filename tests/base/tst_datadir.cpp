// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/datadir.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>
#include <unistd.h>

namespace vestnik {

class tst_DataDir final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void optionComesBeforeTheVariable();
    void newDirectoryIsPrivate();
    void secondHolderIsRefusedAndToldWhoHoldsIt();
    void releasedDirectoryCanBeTaken();
    void otherProcessIsNamed();
    void lockOfADeadProcessIsTaken();
    void unusableDirectoryIsSaid_data();
    void unusableDirectoryIsSaid();
    void directoryWithoutWritePermissionIsSaid();
    void socketNameIsShortAndOfTheDirectory();
};

void tst_DataDir::optionComesBeforeTheVariable()
{
    qputenv("VESTNIK_DATA_DIR", "/srv/variable");
    QCOMPARE(DataDir::choose(QStringLiteral("/srv/option/../option")), QStringLiteral("/srv/option"));
    QCOMPARE(DataDir::choose(QString()), QStringLiteral("/srv/variable"));
    qunsetenv("VESTNIK_DATA_DIR");
    QVERIFY(QDir::isAbsolutePath(DataDir::choose(QString())));
    QCOMPARE(DataDir::choose(QStringLiteral("here")), QDir::current().absoluteFilePath(QStringLiteral("here")));
}

void tst_DataDir::newDirectoryIsPrivate()
{
    const QTemporaryDir dir;
    DataDir data(dir.filePath(QStringLiteral("a/b")));
    QVERIFY(data.acquire());
    const QFile::Permissions others =
        QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    QCOMPARE(QFileInfo(data.path()).permissions() & others, QFile::Permissions());
    QVERIFY(data.databaseFile().startsWith(data.path()));
}

void tst_DataDir::secondHolderIsRefusedAndToldWhoHoldsIt()
{
    const QTemporaryDir dir;
    DataDir first(dir.path());
    DataDir second(dir.path());
    QVERIFY(first.acquire());
    for (int i = 0; i < 2; ++i) { // a refused attempt must not free the lock of the holder
        const Result<void> refused = second.acquire();
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::DataDirInUse);
        QVERIFY2(refused.error().subject.contains(QString::number(QCoreApplication::applicationPid())),
            qPrintable(refused.error().subject));
    }
}

void tst_DataDir::releasedDirectoryCanBeTaken()
{
    const QTemporaryDir dir;
    DataDir first(dir.path());
    DataDir second(dir.path());
    QVERIFY(first.acquire());
    first.release();
    QVERIFY(second.acquire());
    QVERIFY(!first.acquire());
}

void tst_DataDir::otherProcessIsNamed()
{
    const QTemporaryDir dir;
    QProcess holder;
    holder.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--hold"), dir.path()});
    QTRY_VERIFY(holder.canReadLine());
    DataDir data(dir.path());
    const Result<void> refused = data.acquire();
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::DataDirInUse);
    QVERIFY(refused.error().subject.contains(QString::number(holder.processId())));
    holder.closeWriteChannel();
    QTRY_COMPARE(holder.state(), QProcess::NotRunning);
    QVERIFY(data.acquire());
}

void tst_DataDir::lockOfADeadProcessIsTaken()
{
    const QTemporaryDir dir;
    QProcess holder;
    holder.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--hold"), dir.path()});
    QTRY_VERIFY(holder.canReadLine());
    holder.kill();
    QTRY_COMPARE(holder.state(), QProcess::NotRunning);
    QVERIFY(QFile::exists(dir.filePath(QStringLiteral("vestnik.lock"))));
    DataDir data(dir.path());
    const Result<void> taken = data.acquire();
    QVERIFY2(taken, taken ? "" : qPrintable(taken.error().subject));
}

void tst_DataDir::unusableDirectoryIsSaid_data()
{
    QTest::addColumn<QString>("below");
    QTest::newRow("a file is in the way") << QStringLiteral("file");
    QTest::newRow("below a file") << QStringLiteral("file/deeper");
    QTest::newRow("nothing can be made there") << QStringLiteral("/proc/vestnik");
    QTest::newRow("no lock can be made there") << QStringLiteral("/proc");
}

void tst_DataDir::unusableDirectoryIsSaid()
{
    QFETCH(QString, below);
    const QTemporaryDir dir;
    QFile file(dir.filePath(QStringLiteral("file")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    DataDir data(QDir(dir.path()).absoluteFilePath(below));
    const Result<void> refused = data.acquire();
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::DataDirUnusable);
    QCOMPARE(refused.error().subject, data.path());
}

void tst_DataDir::directoryWithoutWritePermissionIsSaid()
{
    if (geteuid() == 0) {
        QSKIP("root may write everywhere");
    }
    const QTemporaryDir dir;
    QVERIFY(QFile::setPermissions(dir.path(), QFile::ReadOwner | QFile::ExeOwner));
    DataDir data(dir.path());
    const Result<void> refused = data.acquire();
    QFile::setPermissions(dir.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::DataDirUnusable);
}

void tst_DataDir::socketNameIsShortAndOfTheDirectory()
{
    const QTemporaryDir dir;
    const QString deep =
        dir.filePath(QString(100, QLatin1Char('d')) + QLatin1Char('/') + QString(100, QLatin1Char('e')));
    QVERIFY(QDir().mkpath(deep));
    const QString link = dir.filePath(QStringLiteral("link"));
    QVERIFY(QFile::link(deep, link));
    QCOMPARE(DataDir(deep).socketName(), DataDir(link).socketName());
    QVERIFY(DataDir(deep).socketName() != DataDir(dir.path()).socketName());
    QVERIFY(DataDir(deep).socketName().toUtf8().size() < 108); // the limit of sun_path
}

} // namespace vestnik

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    if (argc == 3 && QByteArray(argv[1]) == "--hold") {
        vestnik::DataDir data(QString::fromLocal8Bit(argv[2]));
        if (!data.acquire()) {
            return 1;
        }
        std::puts("held");
        std::fflush(stdout);
        std::getchar(); // until the parent closes the pipe, or kills
        return 0;
    }
    vestnik::tst_DataDir test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_datadir.moc"
