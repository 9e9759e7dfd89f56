// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/channel.h"

#include <QHash>
#include <QScrollArea>

class QCheckBox;
class QFrame;
class QGridLayout;
class QLabel;
class QPushButton;

namespace vestnik {

/// The pane beside the table: all that is known about the selected channel, or the sum of several. GUI thread.
class ChannelDetails final : public QScrollArea {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChannelDetails)

public:
    explicit ChannelDetails(QWidget *parent = nullptr);

    void showRows(const QList<ChannelRow> &rows);

Q_SIGNALS:
    void activeToggled(bool active);
    void retryRequested();
    void postsRequested();
    void historyRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void showOne(const ChannelRow &row);
    void showMany(const QList<ChannelRow> &rows);
    void fill(QLabel *label, const QString &text, const QString &toolTip = {});
    QLabel *addLine(const QString &caption);
    void updateLook();
    [[nodiscard]] static QString historyText(const ChannelRow &row);

    QWidget *m_body;
    QGridLayout *m_form;
    QHash<QLabel *, QLabel *> m_captions; ///< by the label with the value
    QLabel *m_hint;
    QLabel *m_title;
    QLabel *m_name;
    QLabel *m_description;
    QFrame *m_failure;
    QLabel *m_failureText;
    QLabel *m_failureAdvice;
    QPushButton *m_retry;
    QCheckBox *m_active;
    QLabel *m_folder;
    QLabel *m_posts;
    QLabel *m_lastPost;
    QLabel *m_lastParsed;
    QLabel *m_subscribers;
    QLabel *m_read;
    QLabel *m_history;
    QLabel *m_added;
    QPushButton *m_showPosts;
    QPushButton *m_readHistory;
};

} // namespace vestnik
