// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/settings.h"

#include <QCoreApplication>

namespace vestnik {

/// What the Settings page says about each setting. GUI thread.
class SettingTexts {
    Q_DECLARE_TR_FUNCTIONS(vestnik::SettingTexts)

public:
    enum class Group { General, Schedule, Reading, Preview, Proxy, Storage };

    [[nodiscard]] static QList<Group> groups();
    [[nodiscard]] static QString groupTitle(Group group);
    /// Stable name for Page::openWith(): "general", "schedule", "reading", "preview", "proxy", "storage".
    [[nodiscard]] static QString groupId(Group group);
    [[nodiscard]] static Group group(SettingId id);
    [[nodiscard]] static QString label(SettingId id);
    /// One line of help.
    [[nodiscard]] static QString help(SettingId id);
    /// Behind a number: " min"; empty for none.
    [[nodiscard]] static QString unit(SettingId id);
    [[nodiscard]] static QString choice(SettingId id, const QString &value);
    /// A value as it is shown for "Default: …".
    [[nodiscard]] static QString shown(SettingId id, const QVariant &value);
    /// What is wrong with a value that was refused.
    [[nodiscard]] static QString refused(SettingId id);
};

} // namespace vestnik
