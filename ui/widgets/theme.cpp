// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/theme.h"

#include "ui/widgets/iconengine_p.h"

#include <QApplication>
#include <QEvent>
#include <QFont>
#include <QFontInfo>
#include <QStyle>
#include <QStyleFactory>

#include <array>

static void initResources()
{
    Q_INIT_RESOURCE(resources); // a static library's resources are not found by themselves
}

namespace vestnik {
namespace {

struct RoleColors {
    QRgb light;
    QRgb dark;
};

// In the order of Theme::Role. Each at least 4.5:1 on Window and on Base of its palette.
constexpr std::array<RoleColors, 5> roleColors{{
    {0xff1d63bd, 0xff6fb1fc}, // accent
    {0xff18753a, 0xff5cc47c}, // good
    {0xff855300, 0xffe2b04c}, // warning
    {0xffbd2630, 0xffff8780}, // bad
    {0xff0c677f, 0xff5bc3da}, // info
}};

bool isDarkPalette(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

QColor mixed(const QColor &a, const QColor &b, double share)
{
    const auto channel = [share](int x, int y) { return qRound(x * share + y * (1 - share)); };
    return QColor(channel(a.red(), b.red()), channel(a.green(), b.green()), channel(a.blue(), b.blue()));
}

} // namespace

Theme::Theme(QApplication *application)
    : m_application(application)
{
    initResources();
    if (QStyle *fusion = QStyleFactory::create(QStringLiteral("Fusion"))) {
        QApplication::setStyle(fusion);
    }
    // Without naming the emoji font, some emoji come from a symbol font, black and white. Never first: it has digits
    // too.
    QFont font = QApplication::font();
    font.setFamilies({QFontInfo(font).family(), QStringLiteral("Noto Color Emoji")});
    QApplication::setFont(font);
    m_application->installEventFilter(this);
}

QPalette Theme::palette(bool dark)
{
    const auto c = [dark](QRgb light, QRgb darkValue) { return QColor(dark ? darkValue : light); };
    const QColor window = c(0xfff4f5f7, 0xff22252b);
    const QColor base = c(0xffffffff, 0xff17191d);
    const QColor text = c(0xff1c2026, 0xffe3e6ea);
    const QColor faint = c(0xff5b6573, 0xff9da7b3);
    const QColor disabled = c(0xff8d96a1, 0xff6c7580);
    QPalette palette;
    palette.setColor(QPalette::Window, window);
    palette.setColor(QPalette::WindowText, text);
    palette.setColor(QPalette::Base, base);
    palette.setColor(QPalette::AlternateBase, c(0xfff6f7f9, 0xff1c1f24));
    palette.setColor(QPalette::Text, text);
    palette.setColor(QPalette::PlaceholderText, faint);
    palette.setColor(QPalette::Button, c(0xfffafbfc, 0xff333840));
    palette.setColor(QPalette::ButtonText, text);
    palette.setColor(QPalette::BrightText, c(0xffffffff, 0xffffffff));
    palette.setColor(QPalette::ToolTipBase, c(0xff2a2e35, 0xff33383f));
    palette.setColor(QPalette::ToolTipText, c(0xfff2f4f6, 0xffe8ebee));
    palette.setColor(QPalette::Highlight, c(0xff1d63bd, 0xff2a62ad));
    palette.setColor(QPalette::HighlightedText, c(0xffffffff, 0xffffffff));
    palette.setColor(QPalette::Link, color(Role::Accent, dark));
    palette.setColor(QPalette::LinkVisited, color(Role::Accent, dark));
    palette.setColor(QPalette::Light, c(0xffffffff, 0xff3a3f47));
    palette.setColor(QPalette::Midlight, c(0xffeceef1, 0xff2a2e34));
    palette.setColor(QPalette::Mid, c(0xffcfd4da, 0xff3d424a));
    palette.setColor(QPalette::Dark, c(0xffa4acb6, 0xff121417));
    palette.setColor(QPalette::Shadow, c(0xff6f7883, 0xff08090a));
    for (const QPalette::ColorRole role :
        {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText}) {
        palette.setColor(QPalette::Disabled, role, disabled);
    }
    palette.setColor(QPalette::Disabled, QPalette::Highlight, palette.color(QPalette::Mid));
    return palette;
}

void Theme::apply(const QString &mode)
{
    m_mode = mode;
    m_applying = true;
    m_dark = mode == QLatin1String("dark") || (mode != QLatin1String("light") && systemIsDark());
    QApplication::setPalette(palette(m_dark));
    m_applying = false;
    Q_EMIT changed();
}

bool Theme::systemIsDark()
{
    // Our palette hides that of the platform; an empty one brings it back. The style knows the rest on some platforms.
    QApplication::setPalette(QPalette());
    return isDarkPalette(QApplication::palette()) || isDarkPalette(QApplication::style()->standardPalette());
}

bool Theme::eventFilter(QObject *watched, QEvent *event)
{
    const bool paletteMoved = event->type() == QEvent::ApplicationPaletteChange && watched == m_application;
    if ((paletteMoved || event->type() == QEvent::ThemeChange) && !m_applying && !m_checkPending
        && m_mode == QLatin1String("system")) {
        m_checkPending = true;
        QMetaObject::invokeMethod(this, &Theme::follow, Qt::QueuedConnection);
    }
    return QObject::eventFilter(watched, event);
}

void Theme::follow()
{
    if (m_mode == QLatin1String("system")) {
        apply(m_mode);
    }
    m_checkPending = false;
}

QColor Theme::color(Role role, bool dark)
{
    const RoleColors &colors = roleColors.at(static_cast<std::size_t>(role));
    return QColor(dark ? colors.dark : colors.light);
}

QColor Theme::color(Role role)
{
    return color(role, isDarkPalette(QGuiApplication::palette()));
}

QColor Theme::tint(Role role)
{
    const QPalette palette = QGuiApplication::palette();
    return mixed(color(role), palette.color(QPalette::Window), isDarkPalette(palette) ? 0.16 : 0.10);
}

QIcon Theme::icon(const QString &name)
{
    return QIcon(new IconEngine(name, std::nullopt));
}

QIcon Theme::icon(const QString &name, Role role)
{
    return QIcon(new IconEngine(name, role));
}

} // namespace vestnik
