// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/source/previewdprocess.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QSignalSpy>
#include <QStandardPaths>

namespace vestnik {
namespace {

constexpr int startTimeout = 30000;
constexpr int answerTimeout = 60000;

QString script()
{
    return QStringLiteral(VESTNIK_SHARED_DIR "/tools/previewd/previewd.py");
}

QByteArray bodyOf(QNetworkReply *reply, QUrl *redirect = nullptr)
{
    QSignalSpy finished(reply, &QNetworkReply::finished);
    if (!reply->isFinished() && !finished.wait(answerTimeout)) {
        reply->abort();
    }
    const QByteArray body = reply->error() == QNetworkReply::NoError ? reply->readAll() : QByteArray();
    if (redirect) {
        *redirect = reply->attribute(QNetworkRequest::RedirectionTargetAttribute).toUrl();
    }
    reply->deleteLater();
    return body;
}

} // namespace

PreviewdProcess::PreviewdProcess(QObject *parent)
    : QObject(parent)
{
}

PreviewdProcess::~PreviewdProcess()
{
    if (m_process.state() != QProcess::NotRunning) {
        m_process.kill();
        m_process.waitForFinished(5000);
    }
}

bool PreviewdProcess::isAvailable()
{
    return QFile::exists(script()) && !QStandardPaths::findExecutable(QStringLiteral("python3")).isEmpty();
}

bool PreviewdProcess::start(const QStringList &options)
{
    QSignalSpy ready(&m_process, &QProcess::readyReadStandardOutput);
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(QStringLiteral("python3"),
        QStringList{QStringLiteral("-B"), script(), QStringLiteral("--port"), QStringLiteral("0"),
            QStringLiteral("--max-seconds"), QStringLiteral("900")}
            + options);
    while (!m_process.canReadLine()) {
        if (!ready.wait(startTimeout)) {
            return false;
        }
    }
    const QJsonObject line = QJsonDocument::fromJson(m_process.readLine()).object();
    m_base = QUrl(line.value(QLatin1String("url")).toString());
    return m_base.isValid() && m_base.port() > 0;
}

QByteArray PreviewdProcess::get(const QString &path)
{
    QUrl url = m_base.resolved(QUrl(path));
    for (int redirects = 0; redirects < 5; ++redirects) {
        QNetworkRequest request(url);
        request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
        QUrl target;
        const QByteArray body = bodyOf(m_network.get(request), &target);
        if (target.isEmpty()) {
            return body;
        }
        url = url.resolved(target);
    }
    return {};
}

bool PreviewdProcess::post(const QString &path, const QByteArray &json)
{
    QNetworkRequest request(m_base.resolved(QUrl(path)));
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    const QJsonObject answer = QJsonDocument::fromJson(bodyOf(m_network.post(request, json))).object();
    return answer.value(QLatin1String("ok")).toBool();
}

} // namespace vestnik
