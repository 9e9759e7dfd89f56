// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/theme.h"

#include <QApplication>
#include <QDir>
#include <QImage>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace vestnik;

namespace {

// Relative luminance and contrast as WCAG 2.1 defines them.
double luminance(const QColor &color)
{
    const auto linear = [](double c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double one = luminance(a);
    const double other = luminance(b);
    return (std::max(one, other) + 0.05) / (std::min(one, other) + 0.05);
}

const QList<Theme::Role> roles{
    Theme::Role::Accent, Theme::Role::Good, Theme::Role::Warning, Theme::Role::Bad, Theme::Role::Info};

} // namespace

class TestTheme final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void contrastFormulaIsRight()
    {
        QVERIFY(std::abs(contrast(Qt::black, Qt::white) - 21.0) < 0.01);
        QVERIFY(std::abs(contrast(QColor(0x77, 0x77, 0x77), Qt::white) - 4.48) < 0.01);
    }

    void everythingReadableHasContrast_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }

    void everythingReadableHasContrast()
    {
        QFETCH(bool, dark);
        const QPalette palette = Theme::palette(dark);
        // Midlight is the ground of cards in the dark.
        const QList<QPalette::ColorRole> grounds{
            QPalette::Window, QPalette::Base, QPalette::AlternateBase, QPalette::Midlight};
        for (const QPalette::ColorRole ground : grounds) {
            const QColor below = palette.color(ground);
            for (const QPalette::ColorRole text : {QPalette::WindowText, QPalette::Text, QPalette::PlaceholderText,
                     QPalette::Link, QPalette::LinkVisited}) {
                QVERIFY2(contrast(palette.color(text), below) >= 4.5,
                    qPrintable(QStringLiteral("%1 on %2").arg(text).arg(ground)));
            }
            for (const Theme::Role role : roles) {
                const double value = contrast(Theme::color(role, dark), below);
                QVERIFY2(value >= 4.5,
                    qPrintable(QStringLiteral("role %1 on %2: %3").arg(int(role)).arg(ground).arg(value)));
            }
        }
        QVERIFY(contrast(palette.color(QPalette::ButtonText), palette.color(QPalette::Button)) >= 4.5);
        QVERIFY(contrast(palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight)) >= 4.5);
        QVERIFY(contrast(palette.color(QPalette::ToolTipText), palette.color(QPalette::ToolTipBase)) >= 4.5);
    }

    void wordsOnTintsHaveContrast_data() { everythingReadableHasContrast_data(); }

    void wordsOnTintsHaveContrast()
    {
        QFETCH(bool, dark);
        Theme theme(qApp);
        theme.apply(dark ? QStringLiteral("dark") : QStringLiteral("light"));
        for (const Theme::Role role : roles) {
            const QColor ground = Theme::tint(role);
            QVERIFY(contrast(QApplication::palette().color(QPalette::WindowText), ground) >= 4.5);
            QVERIFY2(contrast(QApplication::palette().color(QPalette::PlaceholderText), ground) >= 4.5,
                qPrintable(QString::number(int(role))));
        }
    }

    void modesChangeThePalette()
    {
        Theme theme(qApp);
        QSignalSpy changed(&theme, &Theme::changed);
        theme.apply(QStringLiteral("dark"));
        QVERIFY(theme.isDark());
        QVERIFY(luminance(QApplication::palette().color(QPalette::Window)) < 0.2);
        QCOMPARE(Theme::color(Theme::Role::Good), Theme::color(Theme::Role::Good, true));
        theme.apply(QStringLiteral("light"));
        QVERIFY(!theme.isDark());
        QCOMPARE(Theme::color(Theme::Role::Good), Theme::color(Theme::Role::Good, false));
        QCOMPARE(changed.count(), 2);
    }

    void systemModeFollowsThePlatform()
    {
        Theme theme(qApp);
        theme.apply(QStringLiteral("dark"));
        theme.apply(QStringLiteral("system"));
        QVERIFY(!theme.isDark()); // the offscreen platform is light
        QSignalSpy changed(&theme, &Theme::changed);
        QEvent event(QEvent::ApplicationPaletteChange);
        QCoreApplication::sendEvent(qApp, &event);
        QTRY_COMPARE(changed.count(), 1);
        QCoreApplication::processEvents();
        QCOMPARE(changed.count(), 1); // our own change is not taken for another one
    }

    void everyIconCanBeDrawn()
    {
        Theme theme(qApp);
        theme.apply(QStringLiteral("light"));
        const QStringList names = QDir(QStringLiteral(":/icons")).entryList({QStringLiteral("*.svg")});
        QVERIFY(names.size() > 40);
        for (const QString &name : names) {
            const QIcon icon = Theme::icon(name.chopped(4));
            QVERIFY(!icon.isNull());
            const QImage image = icon.pixmap(QSize(20, 20)).toImage();
            QCOMPARE(image.size(), QSize(20, 20));
            int drawn = 0;
            for (int y = 0; y < 20; ++y) {
                for (int x = 0; x < 20; ++x) {
                    drawn += image.pixelColor(x, y).alpha() > 100;
                }
            }
            QVERIFY2(drawn > 4, qPrintable(name));
        }
    }

    void iconsTakeTheColourOfThePalette()
    {
        Theme theme(qApp);
        const QIcon icon = Theme::icon(QStringLiteral("stop"));
        const auto brightest = [&] {
            const QImage image = icon.pixmap(QSize(40, 40)).toImage();
            int value = -1;
            for (int y = 0; y < 40; ++y) {
                for (int x = 0; x < 40; ++x) {
                    if (image.pixelColor(x, y).alpha() > 250) {
                        value = std::max(value, image.pixelColor(x, y).lightness());
                    }
                }
            }
            return value;
        };
        theme.apply(QStringLiteral("light"));
        const int onLight = brightest();
        theme.apply(QStringLiteral("dark"));
        const int onDark = brightest();
        QVERIFY(onLight >= 0 && onLight < 90);
        QVERIFY(onDark > 180);
    }

    void unknownIconIsNull() { QVERIFY(Theme::icon(QStringLiteral("no-such-icon")).isNull()); }
};

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
