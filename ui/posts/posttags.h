// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>
#include <QWidget>

class QStringListModel;
class QToolButton;

namespace vestnik {

class FlowLayout;
class InlineEdit;

/// The operator's tags of a post as chips, with a field for another one. GUI thread.
class PostTags final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PostTags)

public:
    explicit PostTags(QWidget *parent = nullptr);

    void setTags(const QStringList &tags);
    [[nodiscard]] QStringList tags() const { return m_tags; }
    /// Names that are proposed.
    void setKnown(const QStringList &names);
    /// Opens the field; `posts` > 1: says that so many get the tag.
    void beginAdding(int posts);
    [[nodiscard]] bool isAdding() const;

Q_SIGNALS:
    void added(const QString &name);
    void removed(const QString &name);
    void clicked(const QString &name);
    /// The field was left.
    void finished();

private:
    void finish(bool add);

    QStringList m_tags;
    QList<QWidget *> m_chips;
    FlowLayout *m_flow;
    QToolButton *m_plus;
    InlineEdit *m_edit;
    QStringListModel *m_known;
};

} // namespace vestnik
