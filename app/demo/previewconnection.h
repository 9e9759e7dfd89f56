// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/demo/previewserver.h"

#include <QTcpSocket>

namespace vestnik {

/// One client of a PreviewServer: reads requests one after another and writes the answers. Owned by the server, on its
/// thread; deletes itself later when the peer is gone.
class PreviewConnection final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PreviewConnection)

public:
    /// Takes the socket over.
    PreviewConnection(QTcpSocket *socket, PreviewServer *server);

    /// Ends it at once, whatever is going on. The server forgets it.
    void cut();

private:
    void onReadyRead();
    void onBytesWritten();
    void onDripTimeout();
    /// Answers the requests that are complete in the buffer; returns when one of them needs time.
    void process();
    void handle(const QByteArray &head);
    void refuse(int status);
    void answerCached(const QByteArray &target, bool head);
    void startReply(RawReply reply, bool head);
    void sendReply();
    void finish();
    void write(const QByteArray &bytes);
    void resetWhenWritten();

    PreviewServer *m_server;
    QTcpSocket *m_socket;
    QTimer m_idle;
    QTimer m_drip;
    QByteArray m_buffer;
    RawReply m_reply;
    QByteArray m_pending; ///< bytes of a dripping body
    qint64 m_entry = 0;
    bool m_busy = false;
    bool m_headOnly = false;
    bool m_gzip = false;
    bool m_closeAfter = false;
    bool m_reset = false;
    bool m_gone = false;
};

} // namespace vestnik
