// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/secretstore.h"

#include "core/base/logging.h"

#include <QFile>
#include <QSaveFile>

#include <qt6keychain/keychain.h>

namespace vestnik {
namespace {

/// Without a session bus nobody answers for a keychain, and asking for one takes its time: a server, a container.
bool hasSessionBus()
{
#if defined(Q_OS_LINUX)
    return !qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS")
        || (!qEnvironmentVariableIsEmpty("XDG_RUNTIME_DIR")
            && QFile::exists(qEnvironmentVariable("XDG_RUNTIME_DIR") + QLatin1String("/bus")));
#else
    return true;
#endif
}

} // namespace

SecretStore::SecretStore(const QString &folder, const QString &scope, QObject *parent)
    : QObject(parent)
    , m_folder(folder)
    , m_service(QLatin1String("Vestnik ") + scope)
{
}

QString SecretStore::filePath(const QString &name) const
{
    return m_folder + QLatin1String("/secret-") + name;
}

QString SecretStore::readFile(const QString &name) const
{
    QFile file(filePath(name));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.read(4096)) : QString();
}

Result<void> SecretStore::writeFile(const QString &name, const QString &value) const
{
    if (value.isEmpty()) {
        QFile::remove(filePath(name));
        return {};
    }
    QSaveFile file(filePath(name));
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        || file.write(value.toUtf8()) < 0 || !file.commit()) {
        return failure(ErrorCode::FileFailed, filePath(name), file.errorString());
    }
    return {};
}

void SecretStore::read(const QString &name, std::function<void(QString)> done)
{
    const QString inFile = readFile(name);
    if (!inFile.isEmpty() || !hasSessionBus()) {
        QMetaObject::invokeMethod(
            this, [done, inFile] { done(inFile); }, Qt::QueuedConnection);
        return;
    }
    auto *job = new QKeychain::ReadPasswordJob(m_service, this); // deletes itself
    job->setKey(name);
    connect(job, &QKeychain::Job::finished, this,
        [job, done] { done(job->error() == QKeychain::NoError ? job->textData() : QString()); });
    job->start();
}

void SecretStore::write(const QString &name, const QString &value, std::function<void(Result<void>, bool)> done)
{
    if (!hasSessionBus()) {
        const Result<void> kept = writeFile(name, value);
        QMetaObject::invokeMethod(
            this, [done, kept, inFile = !value.isEmpty()] { done(kept, inFile); }, Qt::QueuedConnection);
        return;
    }
    if (value.isEmpty()) {
        (void)writeFile(name, QString());
        auto *job = new QKeychain::DeletePasswordJob(m_service, this);
        job->setKey(name);
        connect(job, &QKeychain::Job::finished, this, [done] { done(Result<void>(), false); });
        job->start();
        return;
    }
    auto *job = new QKeychain::WritePasswordJob(m_service, this);
    job->setKey(name);
    job->setTextData(value);
    connect(job, &QKeychain::Job::finished, this, [this, job, name, value, done] {
        if (job->error() == QKeychain::NoError) {
            (void)writeFile(name, QString());
            done(Result<void>(), false);
            return;
        }
        qCInfo(lcEngine) << "no keychain here, a secret goes to a file of the data directory:" << job->errorString();
        done(writeFile(name, value), true);
    });
    job->start();
}

} // namespace vestnik
