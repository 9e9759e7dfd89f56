// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/post.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace vestnik {

/// The name of a post's or medium's kind in our terms ("video_portrait" is a video).
[[nodiscard]] QString plainKind(const QString &truthKind);

/// What differs between a post and its entry in the stand-in's `/_truth/NAME`, one readable line each.
[[nodiscard]] QStringList differences(const Post &post, const QJsonObject &truth, const QString &channel);

} // namespace vestnik
