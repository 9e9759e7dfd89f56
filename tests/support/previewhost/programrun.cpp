// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/previewhost/programrun.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QTest>

namespace vestnik::test {

QJsonObject Finished::object() const
{
    return QJsonDocument::fromJson(out).object();
}

QList<QJsonObject> Finished::lines() const
{
    QList<QJsonObject> objects;
    QList<QByteArray> texts = out.split('\n');
    if (texts.last().isEmpty()) {
        texts.removeLast();
    }
    for (const QByteArray &text : texts) {
        objects.append(QJsonDocument::fromJson(text).object());
    }
    return objects;
}

Program::Program(const QUrl &preview)
    : m_environment(QProcessEnvironment::systemEnvironment())
{
    const QStringList names = m_environment.keys();
    for (const QString &name : names) {
        const bool proxy = name.endsWith(QLatin1String("_proxy"), Qt::CaseInsensitive);
        if (proxy || name.startsWith(QLatin1String("VESTNIK_")) || name.startsWith(QLatin1String("QT_LOGGING"))) {
            m_environment.remove(name);
        }
    }
    const QString runtime = filePath(QStringLiteral("runtime"));
    QDir().mkpath(runtime);
    QFile::setPermissions(runtime, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    m_environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), runtime);
    m_environment.insert(QStringLiteral("HOME"), m_dir.path());
    m_environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    m_environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    m_environment.insert(QStringLiteral("VESTNIK_DATA_DIR"), dataDir());
    m_environment.insert(QStringLiteral("VESTNIK_PREVIEW_URL"), preview.toString());
    m_environment.insert(QStringLiteral("VESTNIK_PREVIEW_PACE"), QStringLiteral("0"));
}

std::unique_ptr<QProcess> Program::start(const QStringList &arguments) const
{
    auto process = std::make_unique<QProcess>();
    process->setProcessEnvironment(m_environment);
    process->start(QStringLiteral(VESTNIK_PROGRAM), arguments);
    return process;
}

Finished Program::ended(QProcess &process, int timeoutMs)
{
    QElapsedTimer timer;
    timer.start();
    const bool inTime = QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, timeoutMs);
    Finished finished;
    finished.millis = timer.elapsed();
    if (!inTime) {
        process.kill();
        process.waitForFinished();
    }
    finished.out = process.readAllStandardOutput();
    finished.err = process.readAllStandardError();
    if (inTime && process.error() != QProcess::FailedToStart && process.exitStatus() == QProcess::NormalExit) {
        finished.code = process.exitCode();
    }
    return finished;
}

Finished Program::run(const QStringList &arguments, const QByteArray &input, int timeoutMs) const
{
    const std::unique_ptr<QProcess> process = start(arguments);
    process->write(input);
    process->closeWriteChannel();
    return ended(*process, timeoutMs);
}

} // namespace vestnik::test
