// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

namespace vestnik {

/// An invented channel of the sample data.
struct FakeChannel {
    const char *username;
    const char *title;
    const char *folder;
    bool russian;
};

[[nodiscard]] const QList<FakeChannel> &fakeChannels();
/// The n-th sentence in one of both languages; any n >= 0, the list is repeated.
[[nodiscard]] QString fakeSentence(bool russian, int n);

} // namespace vestnik
