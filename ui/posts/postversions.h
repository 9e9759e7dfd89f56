// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/query.h"

#include <QTextBrowser>
#include <QTimer>

namespace vestnik {

struct PostStyle;

/// What a change of a text looks like as HTML; texts are escaped.
[[nodiscard]] QString versionHtml(const QString &before, const QString &after, const PostStyle &style);

/// The changes of an edited post, newest first: what went is struck through, what came is underlined. GUI thread.
class PostVersions final : public QTextBrowser {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PostVersions)

public:
    explicit PostVersions(QWidget *parent = nullptr);

    /// Compared when shown for the first time, a version a turn of the loop.
    void setVersions(const RichText &present, const QList<PostVersion> &versions);
    [[nodiscard]] bool isDone() const { return m_next >= m_versions.size(); }

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void restart();
    void addNext();

    QString m_present;
    QList<PostVersion> m_versions;
    qsizetype m_next = 0;
    QTimer m_turn;
};

} // namespace vestnik
