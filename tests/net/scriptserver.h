// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <algorithm>
#include <functional>

#include <sys/socket.h>
#include <zlib.h>

namespace vestnik {

/// `plain` as a gzip stream.
inline QByteArray gzipped(const QByteArray &plain)
{
    z_stream z{};
    deflateInit2(&z, 6, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
    QByteArray out(static_cast<qsizetype>(deflateBound(&z, static_cast<uLong>(plain.size()))) + 64, '\0');
    QByteArray in = plain;
    z.next_in = reinterpret_cast<Bytef *>(in.data());
    z.avail_in = static_cast<uInt>(in.size());
    z.next_out = reinterpret_cast<Bytef *>(out.data());
    z.avail_out = static_cast<uInt>(out.size());
    deflate(&z, Z_FINISH);
    out.truncate(static_cast<qsizetype>(z.total_out));
    deflateEnd(&z);
    return out;
}

/// What ScriptServer sends: bytes as they are, then what becomes of the connection.
struct ScriptReply {
    enum class End { Keep, Close, Reset, Hang };
    QByteArray bytes;
    End end = End::Keep;

    /// A whole answer with its true Content-Length. `headers`: complete lines, each ending in CR LF.
    static ScriptReply good(const QByteArray &body, int status = 200, const QByteArray &headers = {})
    {
        return {"HTTP/1.1 " + QByteArray::number(status) + " X\r\nContent-Length: " + QByteArray::number(body.size())
                + "\r\n" + headers + "\r\n" + body,
            End::Keep};
    }
    static ScriptReply redirect(const QByteArray &to, int status = 302)
    {
        return good({}, status, "Location: " + to + "\r\n");
    }
    static ScriptReply silence() { return {{}, End::Hang}; }
};

/// HTTP server on the loopback whose answers a test writes by hand. Lives on the test's thread.
class ScriptServer final {
public:
    using Script = std::function<ScriptReply(const QByteArray &target)>;

    explicit ScriptServer(Script script = {})
        : m_script(std::move(script))
    {
        m_listening = m_server.listen(QHostAddress::LocalHost);
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] {
            while (QTcpSocket *socket = m_server.nextPendingConnection()) {
                ++connections;
                QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] { read(socket); });
                QObject::connect(socket, &QTcpSocket::disconnected, socket, [this, socket] {
                    --connections;
                    if (m_hanging.remove(socket)) {
                        --inFlight;
                    }
                    m_input.remove(socket);
                    socket->deleteLater();
                });
            }
        });
    }

    void setScript(Script script) { m_script = std::move(script); }
    [[nodiscard]] QUrl url(const QString &path = QStringLiteral("/")) const
    {
        return QUrl(QStringLiteral("http://127.0.0.1:%1%2").arg(m_server.serverPort()).arg(path));
    }
    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    [[nodiscard]] bool isListening() const { return m_listening; }
    /// Answers those that hang, with a good answer.
    void answerHanging()
    {
        const QList<QTcpSocket *> sockets = m_hanging.keys();
        m_hanging.clear();
        for (QTcpSocket *socket : sockets) {
            --inFlight;
            socket->write(ScriptReply::good("late").bytes);
        }
    }

    /// Sends `bytes` on every open connection.
    void drip(const QByteArray &bytes)
    {
        for (auto socket = m_input.keyBegin(); socket != m_input.keyEnd(); ++socket) {
            (*socket)->write(bytes);
        }
    }
    QList<QByteArray> requests; ///< heads as they came
    int connections = 0;
    int inFlight = 0; ///< requests that hang
    int mostInFlight = 0;

private:
    void read(QTcpSocket *socket)
    {
        m_input[socket] += socket->readAll();
        // An answer may end the connection.
        while (m_input.value(socket).contains("\r\n\r\n")) {
            QByteArray &input = m_input[socket];
            const qsizetype end = input.indexOf("\r\n\r\n") + 4;
            const QByteArray head = input.left(end);
            input.remove(0, end);
            requests.append(head);
            answer(socket, m_script(head.split(' ').value(1)));
        }
    }
    void answer(QTcpSocket *socket, const ScriptReply &reply)
    {
        socket->write(reply.bytes);
        switch (reply.end) {
        case ScriptReply::End::Keep:
            break;
        case ScriptReply::End::Close:
            socket->disconnectFromHost();
            break;
        case ScriptReply::End::Reset: {
            socket->flush();
            const linger now{1, 0};
            setsockopt(static_cast<int>(socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &now, sizeof now);
            socket->abort();
            break;
        }
        case ScriptReply::End::Hang:
            m_hanging.insert(socket, true);
            mostInFlight = std::max(mostInFlight, ++inFlight);
            break;
        }
    }

    bool m_listening = false;
    Script m_script;
    QHash<QTcpSocket *, QByteArray> m_input;
    QHash<QTcpSocket *, bool> m_hanging;
    QTcpServer m_server; ///< the last member: its sockets tell the others when they go
};

} // namespace vestnik
