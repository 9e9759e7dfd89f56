// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/posts/searchbar.h"

#include <QAction>
#include <QDateTime>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QToolButton>

#include "ui/posts/searchedit.h"
#include "ui/posts/searchhelp.h"
#include "ui/widgets/texts.h"
#include "ui/widgets/theme.h"

#include <algorithm>
#include <limits>

namespace vestnik {
namespace {

constexpr int slowMs = 300;

} // namespace

SearchQuery readSearch(const QString &typed)
{
    return parseSearch(typed, QDateTime::currentMSecsSinceEpoch(), QTimeZone::systemTimeZone());
}

QString widerSearch(const QString &typed, const SearchQuery &query)
{
    if (query.root.children.isEmpty()) {
        return {};
    }
    const SearchNode &last = query.root.children.last();
    const QString text = typed.trimmed();
    return last.kind == SearchNode::Kind::Word && text.endsWith(last.text) ? text + QLatin1Char('*') : QString();
}

SearchBar::SearchBar(QAction *save, QWidget *parent)
    : QWidget(parent)
    , m_count(new QLabel(this))
    , m_field(new SearchEdit(this))
    , m_help(new QToolButton(this))
{
    m_count->setObjectName(QStringLiteral("postsCount"));
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_count->setTextFormat(Qt::PlainText);
    m_field->setObjectName(QStringLiteral("postsSearch"));
    m_field->setPlaceholderText(tr("Search in posts…"));
    m_field->setAccessibleName(tr("Search in posts"));
    m_field->setToolTip(tr("Words in any form, and filters such as has:photo (Ctrl+F; F1 explains)"));
    m_field->setMinimumWidth(180);
    m_field->setMaximumWidth(460);
    auto *star = new QToolButton(this);
    star->setDefaultAction(save);
    star->setObjectName(QStringLiteral("postsSaveButton"));
    star->setAccessibleName(tr("Save search"));
    m_help->setIcon(Theme::icon(QStringLiteral("help")));
    m_help->setToolTip(tr("What can be searched for (F1 in the field)"));
    m_help->setAccessibleName(tr("What can be searched for"));
    m_help->setObjectName(QStringLiteral("postsSearchHelp"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::grid);
    layout->addStretch(1);
    layout->addWidget(m_count);
    layout->addSpacing(Theme::gap);
    layout->addWidget(m_field, 4);
    for (QToolButton *button : {star, m_help}) {
        button->setAutoRaise(true);
        button->setIconSize({16, 16});
        button->setToolButtonStyle(Qt::ToolButtonIconOnly);
        button->setFocusPolicy(Qt::TabFocus);
        layout->addWidget(button);
    }
    setFocusProxy(m_field);

    m_typing.setSingleShot(true);
    m_typing.setInterval(typingMs);
    connect(&m_typing, &QTimer::timeout, this, &SearchBar::apply);
    connect(m_field, &QLineEdit::textChanged, this, [this] { m_typing.start(); });
    m_slow.setSingleShot(true);
    m_slow.setInterval(slowMs);
    connect(&m_slow, &QTimer::timeout, this, [this] {
        m_count->setText(tr("Searching…"));
        m_count->setToolTip(tr("Esc in the field ends the search"));
    });
    connect(m_field, &SearchEdit::submitted, this, [this] {
        const bool done = !m_typing.isActive();
        apply();
        m_field->remember();
        if (done) {
            Q_EMIT left(); // the second Return goes to what was found
        }
    });
    connect(m_field, &SearchEdit::cancelled, this, [this] {
        if (m_searching) {
            m_typing.stop();
            Q_EMIT cancelRequested();
        } else if (!m_field->text().isEmpty()) {
            m_field->clear();
            apply();
        } else {
            Q_EMIT left();
        }
    });
    connect(m_field, &SearchEdit::helpRequested, this, &SearchBar::showHelp);
    connect(m_help, &QToolButton::clicked, this, &SearchBar::showHelp);
}

void SearchBar::setText(const QString &text)
{
    m_field->setText(text);
    apply();
}

void SearchBar::clearQuietly()
{
    const QSignalBlocker quiet(m_field);
    m_field->clear();
    m_typing.stop();
    m_text.clear();
    m_query = {};
    m_field->setProblems({});
}

void SearchBar::apply()
{
    m_typing.stop();
    const QString typed = m_field->text();
    m_query = readSearch(typed);
    m_field->setProblems(m_query.problems);
    if (typed.trimmed() != m_text) {
        m_text = typed.trimmed();
        Q_EMIT searchChanged();
    }
}

void SearchBar::setCount(qint64 count, bool more, const QString &tip)
{
    m_slow.stop();
    const int n = int(std::min<qint64>(count, std::numeric_limits<int>::max()));
    m_count->setText(more ? tr("%1+ posts", "more than so many", n).arg(texts::number(count))
                          : tr("%1 posts", "number found", n).arg(texts::number(count)));
    m_count->setToolTip(tip);
}

void SearchBar::setSearching(bool searching)
{
    m_searching = searching;
    if (!searching) {
        m_slow.stop();
    } else if (!m_slow.isActive()) {
        m_slow.start();
    }
}

void SearchBar::showHelp()
{
    auto *help = new SearchHelp(this);
    connect(help, &SearchHelp::exampleChosen, this, [this](const QString &example) {
        setText(example);
        m_field->setFocus(Qt::OtherFocusReason);
    });
    help->popup(m_help);
}

} // namespace vestnik
