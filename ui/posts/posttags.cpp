// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/posts/posttags.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QHBoxLayout>
#include <QPainter>
#include <QStringListModel>
#include <QToolButton>

#include "ui/posts/flowlayout.h"
#include "ui/posts/inlineedit.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/theme.h"

#include <algorithm>

namespace vestnik {
namespace {

class Chip final : public QWidget {
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *event) override
    {
        Q_UNUSED(event)
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        QColor ground = palette().color(QPalette::Text);
        ground.setAlphaF(0.10F);
        painter.setPen(Qt::NoPen);
        painter.setBrush(ground);
        const qreal radius = height() / 2.0;
        painter.drawRoundedRect(rect(), radius, radius);
    }
};

} // namespace

PostTags::PostTags(QWidget *parent)
    : QWidget(parent)
    , m_flow(new FlowLayout(this))
    , m_plus(new QToolButton(this))
    , m_edit(new InlineEdit(this))
    , m_known(new QStringListModel(this))
{
    setObjectName(QStringLiteral("postTags"));
    m_flow->setContentsMargins(0, 0, 0, 0);
    m_flow->setSpacing(6);
    m_plus->setObjectName(QStringLiteral("postTagAdd"));
    m_plus->setIcon(Theme::icon(QStringLiteral("tag")));
    m_plus->setText(tr("Tag"));
    m_plus->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_plus->setIconSize({14, 14});
    m_plus->setAutoRaise(true);
    m_plus->setToolTip(tr("Add a tag (T)"));
    m_plus->setAccessibleName(tr("Add a tag"));
    m_edit->setObjectName(QStringLiteral("postTagEdit"));
    m_edit->setAccessibleName(tr("Name of the tag"));
    m_edit->setMaxLength(64);
    m_edit->setFixedWidth(180);
    m_edit->hide();
    auto *completer = new QCompleter(m_known, this);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    m_edit->setCompleter(completer);
    m_flow->addWidget(m_plus);
    m_flow->addWidget(m_edit);
    connect(m_plus, &QToolButton::clicked, this, [this] { beginAdding(1); });
    connect(m_edit, &InlineEdit::accepted, this, [this] { finish(true); });
    connect(m_edit, &InlineEdit::cancelled, this, [this] { finish(false); });
}

void PostTags::setTags(const QStringList &tags)
{
    if (tags == m_tags && m_chips.size() == tags.size()) {
        return;
    }
    m_tags = tags;
    for (QWidget *chip : std::as_const(m_chips)) {
        m_flow->removeWidget(chip);
        chip->hide();
        chip->deleteLater();
    }
    m_chips.clear();
    m_flow->removeWidget(m_plus);
    m_flow->removeWidget(m_edit);
    for (const QString &tag : tags) {
        auto *chip = new Chip(this);
        auto *line = new QHBoxLayout(chip);
        line->setContentsMargins(10, 2, 2, 2);
        line->setSpacing(2);
        auto *name = new LinkButton(tag, chip);
        name->setToolTip(tr("Show all posts with this tag"));
        auto *remove = new QToolButton(chip);
        remove->setObjectName(QStringLiteral("postTagRemove"));
        remove->setIcon(Theme::icon(QStringLiteral("close")));
        remove->setIconSize({10, 10});
        remove->setFixedSize(18, 18);
        remove->setAutoRaise(true);
        remove->setToolTip(tr("Take the tag off"));
        remove->setAccessibleName(tr("Take off the tag %1").arg(tag));
        line->addWidget(name);
        line->addWidget(remove);
        connect(name, &QAbstractButton::clicked, this, [this, tag] { Q_EMIT clicked(tag); });
        connect(remove, &QToolButton::clicked, this, [this, tag] { Q_EMIT removed(tag); });
        m_flow->addWidget(chip);
        chip->show();
        m_chips.append(chip);
    }
    m_flow->addWidget(m_plus);
    m_flow->addWidget(m_edit);
    updateGeometry();
}

void PostTags::setKnown(const QStringList &names)
{
    m_known->setStringList(names);
}

void PostTags::beginAdding(int posts)
{
    m_edit->setPlaceholderText(posts > 1 ? tr("Tag for %n posts", nullptr, posts) : tr("Name of the tag"));
    m_edit->clear();
    m_edit->show();
    m_plus->hide();
    updateGeometry();
    m_edit->setFocus(Qt::OtherFocusReason);
}

bool PostTags::isAdding() const
{
    return !m_edit->isHidden();
}

void PostTags::finish(bool add)
{
    const QString name = m_edit->text().simplified();
    m_edit->hide();
    m_plus->show();
    if (add && !name.isEmpty()) {
        Q_EMIT added(name);
    }
    Q_EMIT finished();
}

} // namespace vestnik
