// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

/// Small pictures painted by arithmetic, so that they need neither files nor a GUI application.
namespace vestnik {

enum class PictureStyle : quint8 {
    Hills, ///< a sunrise over hills
    Skyline, ///< houses with lit windows
    Sea, ///< waves under a moon
    Bars, ///< a chart
    Circles, ///< overlapping discs
    Stage, ///< light beams
    Map, ///< streets and blocks
    Avatar, ///< round sign of a channel
};

/// A picture as a number: style, aspect (height / width, 0.2..4) and what else it depends on.
[[nodiscard]] quint64 pictureSeed(PictureStyle style, double aspect, quint64 random);
/// A file token in the size of the real ones; it begins with the seed.
[[nodiscard]] QString fileToken(quint64 seed);
/// The seed of a token; 0 if it is none of ours.
[[nodiscard]] quint64 pictureSeedOf(const QByteArray &token);
/// The picture as PNG, 320 pixels wide. Takes some ms.
[[nodiscard]] QByteArray picturePng(quint64 seed);

} // namespace vestnik
