// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QIcon>
#include <QObject>
#include <QString>

class QApplication;

namespace vestnik {

/// Light and dark palettes, the five colour roles of ours, measures and icons. GUI thread.
class Theme final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Theme)

public:
    enum class Role { Accent, Good, Warning, Bad, Info };

    static constexpr int grid = 4;     ///< pixels: inside controls
    static constexpr int gap = 8;      ///< between controls
    static constexpr int group = 16;   ///< around groups
    static constexpr int section = 24; ///< between sections
    static constexpr int radius = 6;

    explicit Theme(QApplication *application);

    /// `mode`: "system", "light" or "dark" (SettingId::Theme).
    void apply(const QString &mode);
    [[nodiscard]] bool isDark() const { return m_dark; }

    /// Colour of a role on the window's ground, at least 4.5:1 against it; follows the current palette.
    [[nodiscard]] static QColor color(Role role);
    /// A tint of the role for grounds of badges and bars.
    [[nodiscard]] static QColor tint(Role role);
    /// Icon `:/icons/<name>.svg` drawn in the palette's text colour (disabled and selected states included); follows theme changes
    /// when asked for again.
    [[nodiscard]] static QIcon icon(const QString &name);
    [[nodiscard]] static QIcon icon(const QString &name, Role role);

Q_SIGNALS:
    void changed();

private:
    QApplication *const m_application;
    bool m_dark = false;
};

} // namespace vestnik
