// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/posts/searchhelp.h"

#include <QCoreApplication>
#include <QGridLayout>
#include <QScreen>
#include <QVBoxLayout>

#include "ui/widgets/controls.h"
#include "ui/widgets/theme.h"

#include <algorithm>

namespace vestnik {

QString searchProblemText(const SearchProblem &problem)
{
    QString text = QCoreApplication::translate("Search", searchProblemTemplate(problem.kind));
    return text.replace(QLatin1String("%1"), problem.subject.left(60));
}

SearchHelp::SearchHelp(QWidget *parent)
    : QFrame(parent, Qt::Popup)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("searchHelp"));
    setFrameShape(QFrame::StyledPanel);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::group, Theme::group, Theme::group, Theme::group);
    column->setSpacing(Theme::gap);
    column->addWidget(sectionLabel(tr("What can be searched for"), this));
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(Theme::group);
    grid->setVerticalSpacing(Theme::grid);
    column->addLayout(grid);
    // Examples in both languages: the words are found in all their forms in either.
    const QList<std::pair<QStringList, QString>> lines{
        {{QStringLiteral("банк россии"), QStringLiteral("central bank")}, tr("all words, in any form")},
        {{QStringLiteral("\"ключевая ставка\""), QStringLiteral("\"interest rate\"")}, tr("words as they stand")},
        {{QStringLiteral("рубль OR доллар"), QStringLiteral("oil OR gas")}, tr("one of both")},
        {{QStringLiteral("банк -реклама"), QStringLiteral("bank -river")}, tr("without a word")},
        {{QStringLiteral("инвест*"), QStringLiteral("invest*")}, tr("words that begin so")},
        {{QStringLiteral("channel:durov"), QStringLiteral("folder:\"My news\"")}, tr("in a channel, in a folder")},
        {{QStringLiteral("from:bbcrussian"), QStringLiteral("author:Smith")}, tr("forwarded from, signed by")},
        {{QStringLiteral("after:7d"), QStringLiteral("before:2026-05-01"), QStringLiteral("on:yesterday")},
            tr("when it was posted")},
        {{QStringLiteral("has:photo"), QStringLiteral("has:link"), QStringLiteral("has:note")},
            tr("link, photo, video, file, poll, audio, voice, note, tag")},
        {{QStringLiteral("is:unread"), QStringLiteral("is:starred"), QStringLiteral("is:edited")},
            tr("unread, read, starred, edited, deleted, forwarded, reply")},
        {{QStringLiteral("views:>10000"), QStringLiteral("lang:ru"), QStringLiteral("tag:work")},
            tr("views, language, tag")},
    };
    int row = 0;
    for (const auto &[examples, meaning] : lines) {
        auto *cell = new QHBoxLayout;
        cell->setSpacing(12);
        for (const QString &example : examples) {
            auto *link = new LinkButton(example, this);
            link->setFocusPolicy(Qt::TabFocus);
            link->setMinimumWidth(link->sizeHint().width()); // an example that is cut shows nothing
            QPalette colors = link->palette();
            colors.setColor(QPalette::WindowText, Theme::color(Theme::Role::Accent));
            colors.setColor(QPalette::Text, Theme::color(Theme::Role::Accent));
            colors.setColor(QPalette::ButtonText, Theme::color(Theme::Role::Accent));
            link->setPalette(colors);
            connect(link, &QAbstractButton::clicked, this, [this, example] {
                Q_EMIT exampleChosen(example);
                close();
            });
            cell->addWidget(link);
        }
        cell->addStretch();
        grid->addLayout(cell, row, 0);
        grid->addWidget(new QLabel(meaning, this), row++, 1);
    }
    auto *hint =
        secondaryLabel(tr("A minus before a filter excludes it, parentheses group. Down shows the last searches, "
                          "F1 this help."),
            this);
    column->addWidget(hint);
}

void SearchHelp::popup(const QWidget *anchor)
{
    adjustSize();
    QPoint corner = anchor->mapToGlobal(QPoint(anchor->width() - width(), anchor->height() + Theme::grid));
    if (const QScreen *screen = anchor->screen()) {
        const QRect area = screen->availableGeometry();
        corner.setX(std::clamp(corner.x(), area.left(), std::max(area.left(), area.right() - width())));
        corner.setY(std::clamp(corner.y(), area.top(), std::max(area.top(), area.bottom() - height())));
    }
    move(corner);
    show();
}

} // namespace vestnik
