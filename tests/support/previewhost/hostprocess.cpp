// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/previewhost/hostprocess.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <numeric>

namespace vestnik::test {

namespace {

constexpr int readyMs = 120'000;
constexpr int endMs = 5000;

} // namespace

HostProcess::~HostProcess()
{
    if (m_process.state() != QProcess::NotRunning) {
        m_process.closeWriteChannel();
        if (!m_process.waitForFinished(endMs)) {
            m_process.kill();
            m_process.waitForFinished(endMs);
        }
    }
}

bool HostProcess::start(const QStringList &arguments)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(QStringLiteral(VESTNIK_PREVIEWHOST), arguments);
    while (!m_process.canReadLine()) {
        if (!m_process.waitForReadyRead(readyMs)) {
            error = m_process.errorString();
            return false;
        }
    }
    const QJsonObject ready = QJsonDocument::fromJson(m_process.readLine()).object();
    url = QUrl(ready.value(QLatin1String("url")).toString());
    pages = ready.value(QLatin1String("pages")).toInt();
    const QJsonArray names = ready.value(QLatin1String("channels")).toArray();
    const QJsonObject counts = ready.value(QLatin1String("posts")).toObject();
    for (const QJsonValue &name : names) {
        channels.append(name.toString());
        posts.insert(name.toString(), counts.value(name.toString()).toInt());
    }
    return url.isValid() && !channels.isEmpty();
}

int HostProcess::postsTotal() const
{
    return std::accumulate(posts.cbegin(), posts.cend(), 0);
}

} // namespace vestnik::test
