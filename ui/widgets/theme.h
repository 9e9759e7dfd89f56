// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QIcon>
#include <QObject>
#include <QPalette>
#include <QString>

class QApplication;

namespace vestnik {

/// Light and dark palettes, the five colour roles of ours, measures and icons. GUI thread.
class Theme final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Theme)

public:
    enum class Role { Accent, Good, Warning, Bad, Info };

    static constexpr int grid = 4; ///< pixels: inside controls
    static constexpr int gap = 8; ///< between controls
    static constexpr int group = 16; ///< around groups
    static constexpr int section = 24; ///< between sections
    static constexpr int radius = 6;

    /// Sets the style; the palette comes with apply(). `application` outlives it.
    explicit Theme(QApplication *application);

    /// `mode`: "system", "light" or "dark" (SettingId::Theme).
    void apply(const QString &mode);
    [[nodiscard]] bool isDark() const { return m_dark; }

    /// Colour of a role on the window's ground, at least 4.5:1 against it; follows the current palette.
    [[nodiscard]] static QColor color(Role role);
    /// A tint of the role for grounds of badges and bars.
    [[nodiscard]] static QColor tint(Role role);
    /// Icon `:/icons/<name>.svg` drawn in the palette's text colour (disabled and selected states included); follows
    /// theme changes when asked for again.
    [[nodiscard]] static QIcon icon(const QString &name);
    [[nodiscard]] static QIcon icon(const QString &name, Role role);
    /// Colour of a role with light or dark grounds, whatever is shown now; for tests of contrast.
    [[nodiscard]] static QColor color(Role role, bool dark);
    /// The whole palette of one appearance.
    [[nodiscard]] static QPalette palette(bool dark);

    [[nodiscard]] bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void changed();

private:
    void follow();
    [[nodiscard]] bool systemIsDark();

    QApplication *const m_application;
    QString m_mode;
    bool m_dark = false;
    bool m_applying = false; ///< our own change of the palette comes back as an event
    bool m_checkPending = false;
};

} // namespace vestnik
