// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/source/webpreview/element.h"
#include "core/source/webpreview/textcollector.h"

#include <QString>
#include <QStringList>

#include <span>

namespace vestnik {

/// What the page says beside its messages: the channel's column, the head of the document, the parts of a plain page.
struct HeaderDraft {
    TextCollector line;
    TextCollector counterValue;
    TextCollector counterType;
    bool inInfo = false; ///< inside the channel's column
    bool inPhoto = false; ///< inside the channel's picture
    bool history = false; ///< the page has a history section
    bool infoSeen = false;
    QString username;
    QString pathUsername; ///< of a link of the page to itself
    QString ogTitle;
    QString ogImage;
    QString ogDescription;
    QString ogSite;
    QString documentTitle;
    QString ownerTitle; ///< the channel as its messages name it
    QString ownerPhoto;
    // Plain pages.
    bool page = false;
    bool contextLink = false;
    bool widgetFrame = false;
    bool postError = false;
    QString title;
    QString description;
    QString additional;
    QString action;
    QStringList extras;
};

[[nodiscard]] std::span<const ClassHandler> headerHandlers();

/// `<meta>`, `<link>`, `<title>` and `<img>`.
void takeHeadElement(PageParts &parts, const Element &element, Frame &frame);

/// Tells what the page is and completes ChannelInfo, after everything was read.
void concludePage(PageParts &parts, const QString &expectedName);

} // namespace vestnik
