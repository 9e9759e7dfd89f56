// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/peer.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

namespace vestnik::bench {

namespace {

constexpr int longestMs = 600'000;

QString python()
{
    // The system's own: that is where the packages of the modules put them.
    const QString system = QStringLiteral("/usr/bin/python3");
    return QFileInfo::exists(system) ? system : QStringLiteral("python3");
}

} // namespace

QString peerScript()
{
    return QStringLiteral(VESTNIK_SHARED_DIR "/bench/peer_pipeline.py");
}

bool hasPeer()
{
    if (!QFileInfo::exists(peerScript())) {
        return false;
    }
    QProcess probe;
    probe.start(python(), {QStringLiteral("-c"), QStringLiteral("import requests, bs4, lxml")});
    return probe.waitForFinished() && probe.exitStatus() == QProcess::NormalExit && probe.exitCode() == 0;
}

Result<Cost> runPeer(const QUrl &server, const QStringList &channels)
{
    QProcess peer;
    peer.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("no_proxy"), QStringLiteral("*"));
    peer.setProcessEnvironment(environment);
    peer.start(python(), QStringList{peerScript(), server.toString()} + channels);
    if (!peer.waitForFinished(longestMs) || peer.exitCode() != 0) {
        return failure(ErrorCode::Internal, peerScript(), peer.errorString());
    }
    const QJsonObject told = QJsonDocument::fromJson(peer.readAllStandardOutput()).object();
    Cost cost;
    cost.posts = told.value(QLatin1String("posts")).toInteger();
    cost.wallMs = told.value(QLatin1String("wall_s")).toDouble() * 1000;
    cost.cpuMs = told.value(QLatin1String("cpu_s")).toDouble() * 1000;
    return cost;
}

} // namespace vestnik::bench
