// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/posts/postreader.h"

#include <QDesktopServices>
#include <QHBoxLayout>
#include <QLabel>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>

#include "ui/posts/postactions.h"
#include "ui/posts/postbrowser.h"
#include "ui/posts/postnote.h"
#include "ui/posts/posttags.h"
#include "ui/posts/posttreemodel.h"
#include "ui/posts/postversions.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/texts.h"
#include "ui/widgets/theme.h"

#include <utility>

namespace vestnik {

PostReader::PostReader(EngineFacade &engine, const PostTreeModel &tree, const PostActions &actions, QWidget *parent)
    : QWidget(parent)
    , m_engine(engine)
    , m_tree(tree)
    , m_stack(new QStackedWidget(this))
    , m_browser(new PostBrowser(this))
    , m_versions(new PostVersions(this))
    , m_marks(new QWidget(this))
    , m_tags(new PostTags(m_marks))
    , m_note(new PostNote(m_marks))
    , m_message(secondaryLabel({}, this))
{
    setObjectName(QStringLiteral("postReader"));
    buildLayout(actions);
    connect(m_browser, &PostBrowser::pictureRequested, this, &PostReader::fetchPicture);
    connect(m_browser, &PostBrowser::tagClicked, this, &PostReader::tagClicked);
    connect(m_browser, &PostBrowser::addressClicked, this, &PostReader::openAddress);
    connect(m_browser, &PostBrowser::hitsChanged, this, &PostReader::updateHits);
    connect(m_browser, &PostBrowser::channelClicked, this, [this] {
        if (const Post *shownNow = post()) {
            Q_EMIT channelClicked(shownNow->channelId);
        }
    });
    connect(m_browser, &PostBrowser::originClicked, this, [this] {
        if (const Post *shownNow = post(); shownNow != nullptr && shownNow->forwardedFrom) {
            if (const ChannelId origin = m_tree.channelNamed(shownNow->forwardedFrom->channel); origin != 0) {
                Q_EMIT channelClicked(origin);
            }
        }
    });
    connect(m_browser, &PostBrowser::replyClicked, this, [this] {
        if (m_arrived && m_details.replyTo != 0) {
            Q_EMIT postClicked(m_details.replyTo);
        }
    });
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int tab) {
        if (m_arrived) {
            m_stack->setCurrentWidget(tab == 1 ? static_cast<QWidget *>(m_versions) : m_browser);
        }
    });
    connect(m_tags, &PostTags::added, this, &PostReader::tagAdded);
    connect(m_tags, &PostTags::removed, this, &PostReader::tagRemoved);
    connect(m_tags, &PostTags::clicked, this, &PostReader::tagChosen);
    connect(m_tags, &PostTags::finished, this, &PostReader::left);
    connect(m_note, &PostNote::finished, this, &PostReader::left);
    connect(m_note, &PostNote::saveRequested, this,
        [this](const QString &text, const QString &before) { Q_EMIT noteChanged(m_id, text, before); });
}

QToolButton *PostReader::button(QAction *action, bool withText)
{
    auto *made = new QToolButton(this);
    made->setDefaultAction(action);
    made->setAutoRaise(true);
    made->setIconSize(QSize(16, 16));
    made->setToolButtonStyle(withText ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly);
    made->setAccessibleName(action->text().remove(QLatin1Char('&')));
    return made;
}

void PostReader::buildLayout(const PostActions &actions)
{
    m_message->setTextFormat(Qt::PlainText);
    m_message->setAlignment(Qt::AlignCenter);
    m_message->setText(tr("Select a post to read it."));
    m_message->setMargin(Theme::section);
    m_stack->addWidget(m_message);
    m_stack->addWidget(m_browser);
    m_stack->addWidget(m_versions);

    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(12, Theme::grid, Theme::gap, Theme::grid);
    bar->setSpacing(2);
    for (QAction *action : {actions.open, actions.star, actions.tag, actions.note, actions.toggleRead, actions.copyText,
             actions.copyLink, actions.showPictures}) {
        bar->addWidget(button(action, action == actions.open));
    }
    bar->addStretch();
    bar->addWidget(button(actions.previous, false));
    bar->addWidget(button(actions.next, false));

    auto *marks = new QVBoxLayout(m_marks);
    marks->setContentsMargins(Theme::group, Theme::gap, Theme::group, Theme::gap);
    marks->setSpacing(Theme::gap);
    marks->addWidget(separatorLine(m_marks));
    marks->addWidget(m_tags);
    marks->addWidget(m_note);
    m_marks->hide();
    m_note->hide();

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(separatorLine(this));
    layout->addWidget(buildTabs(actions));
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_marks);
}

QWidget *PostReader::buildTabs(const PostActions &actions)
{
    m_tabLine = new QWidget(this);
    m_tabs = new QTabBar(m_tabLine);
    m_tabs->setObjectName(QStringLiteral("postTabs"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->addTab(tr("Post"));
    m_tabs->addTab(tr("Versions"));
    m_hits = new QWidget(m_tabLine);
    m_hitText = new QLabel(m_hits);
    m_hitText->setObjectName(QStringLiteral("postHits"));
    m_hitText->setForegroundRole(QPalette::PlaceholderText);
    auto *hits = new QHBoxLayout(m_hits);
    hits->setContentsMargins(0, 0, 0, 0);
    hits->setSpacing(2);
    hits->addWidget(m_hitText);
    for (QAction *action : {actions.previousHit, actions.nextHit}) {
        QToolButton *step = button(action, false);
        // The arrows of the list stand above; these are of the text.
        step->setArrowType(action == actions.nextHit ? Qt::DownArrow : Qt::UpArrow);
        hits->addWidget(step);
    }
    auto *line = new QHBoxLayout(m_tabLine);
    line->setContentsMargins(Theme::group, Theme::grid, Theme::gap, 0);
    line->addWidget(m_tabs);
    line->addStretch();
    line->addWidget(m_hits);
    m_tabLine->hide();
    return m_tabLine;
}

const Post *PostReader::post() const
{
    return m_arrived && m_id != 0 ? &m_browser->post() : nullptr;
}

void PostReader::showPost(PostId id)
{
    if (id == m_id && (m_arrived || m_reading)) {
        return;
    }
    m_note->save();
    if (std::exchange(m_reading, false)) {
        m_engine.cancelRead(m_read);
    }
    m_id = id;
    m_arrived = false;
    if (id == 0) {
        m_browser->clearPost();
        m_message->setText(tr("Select a post to read it."));
        m_stack->setCurrentWidget(m_message);
        m_marks->hide();
        m_tabLine->hide();
        return;
    }
    read();
}

void PostReader::refresh()
{
    if (m_id != 0) {
        read();
    }
}

void PostReader::read()
{
    m_reading = true;
    m_read = m_engine.readPostDetails(
        m_id, this, [this, id = m_id](const Result<PostDetails> &result) { onDetails(id, result); });
}

PostExtras PostReader::extrasOf(const PostDetails &details) const
{
    PostExtras extras;
    extras.editedAt = details.versions.isEmpty() ? 0 : details.versions.first().replacedAt;
    extras.deletedAt = details.deletedAt;
    extras.hasReplied = details.replyTo != 0;
    extras.hasOrigin = details.post.forwardedFrom && m_tree.channelNamed(details.post.forwardedFrom->channel) != 0;
    return extras;
}

void PostReader::onDetails(PostId id, const Result<PostDetails> &result)
{
    if (id != m_id) {
        return;
    }
    m_reading = false;
    if (!result) {
        if (!m_arrived) { // a failed refresh leaves what is there
            m_message->setText(texts::error(result.error()) + QLatin1Char('\n') + texts::advice(result.error()));
            m_stack->setCurrentWidget(m_message);
            m_marks->hide();
            m_tabLine->hide();
        }
        return;
    }
    const bool another = !std::exchange(m_arrived, true);
    m_details = *result;
    m_tags->setTags(result->tags);
    m_versions->setVersions(result->post.body, result->versions);
    if (another) {
        m_note->load(result->note);
        m_browser->setPost(result->post, m_tree.titleOf(result->post.channelId), extrasOf(*result));
        m_tabs->setCurrentIndex(0);
        m_stack->setCurrentWidget(m_browser);
    } else {
        m_note->setNote(result->note);
        m_browser->updatePost(result->post, extrasOf(*result));
    }
    m_note->setVisible(!m_note->toPlainText().isEmpty() || m_note->hasFocus());
    m_marks->show();
    updateTabs();
    if (another) {
        Q_EMIT shown(id);
    }
}

void PostReader::updateTabs()
{
    const int versions = int(m_details.versions.size());
    m_tabs->setTabText(1, tr("Versions (%1)").arg(texts::number(versions)));
    m_tabs->setVisible(versions > 0);
    if (versions == 0) {
        m_tabs->setCurrentIndex(0);
    }
    updateHits();
}

void PostReader::updateHits()
{
    const int count = m_browser->hitCount();
    const int current = m_browser->currentHit();
    m_hitText->setText(current < 0 ? tr("%n found", "words in the post", count)
                                   : tr("%1 of %2", "word found").arg(current + 1).arg(count));
    m_hits->setVisible(count > 0);
    m_tabLine->setVisible(m_arrived && (count > 0 || !m_details.versions.isEmpty()));
    Q_EMIT hitsChanged();
}

void PostReader::setSearch(const SearchQuery &search)
{
    m_browser->setSearch(search);
}

int PostReader::hitCount() const
{
    return m_browser->hitCount();
}

void PostReader::stepHit(int steps)
{
    m_tabs->setCurrentIndex(0);
    m_browser->stepHit(steps);
}

void PostReader::setKnownTags(const QStringList &names)
{
    m_tags->setKnown(names);
}

void PostReader::editTags(int posts)
{
    m_marks->show();
    m_tags->beginAdding(posts);
}

void PostReader::editNote()
{
    m_marks->show();
    m_note->show();
    m_note->setFocus(Qt::OtherFocusReason);
}

void PostReader::showPictures()
{
    if (m_arrived) {
        m_tabs->setCurrentIndex(0);
        for (int i = 0; i < int(PostHtml::pictures(m_browser->post()).size()); ++i) {
            fetchPicture(i);
        }
    }
}

void PostReader::fetchPicture(int index)
{
    const QString address = PostHtml::pictures(m_browser->post()).value(index);
    const PictureState::Kind state = m_browser->viewState().pictures.value(index).kind;
    if (!m_arrived || address.isEmpty() || state == PictureState::Kind::Loading || state == PictureState::Kind::Shown) {
        return;
    }
    m_browser->setPictureLoading(index);
    m_engine.loadPicture(address, this, [this, index, id = m_id](const Result<QByteArray> &result) {
        if (id != m_id || !m_arrived) {
            return; // another post stands here by now
        }
        if (result) {
            m_browser->setPicture(index, *result);
        } else {
            m_browser->setPictureFailed(index, texts::error(result.error()));
        }
    });
}

void PostReader::openAddress(const QUrl &address)
{
    QDesktopServices::openUrl(address);
}

} // namespace vestnik
