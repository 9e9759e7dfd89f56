// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/iconengine_p.h"

#include <QBuffer>
#include <QFile>
#include <QGuiApplication>
#include <QImageReader>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>

namespace vestnik {
namespace {

QString pathOf(const QString &name)
{
    return QStringLiteral(":/icons/%1.svg").arg(name);
}

} // namespace

IconEngine::IconEngine(const QString &name, std::optional<Theme::Role> role)
    : m_name(name)
    , m_role(role)
{
}

QColor IconEngine::colorFor(QIcon::Mode mode) const
{
    const QPalette palette = QGuiApplication::palette();
    switch (mode) {
    case QIcon::Disabled:
        return palette.color(QPalette::Disabled, QPalette::WindowText);
    case QIcon::Selected:
        return palette.color(QPalette::HighlightedText);
    case QIcon::Normal:
    case QIcon::Active:
        break;
    }
    return m_role ? Theme::color(*m_role) : palette.color(QPalette::WindowText);
}

QPixmap IconEngine::pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state)
{
    Q_UNUSED(state)
    const QString color = colorFor(mode).name();
    const QString cacheKey =
        QStringLiteral("vestnik-icon/%1/%2/%3x%4").arg(m_name, color).arg(size.width()).arg(size.height());
    QPixmap pixmap;
    if (QPixmapCache::find(cacheKey, &pixmap)) {
        return pixmap;
    }
    QFile file(pathOf(m_name));
    if (size.isEmpty() || !file.open(QIODevice::ReadOnly)) {
        return {};
    }
    QByteArray svg = file.readAll();
    svg.replace("currentColor", color.toLatin1());
    QBuffer buffer(&svg);
    QImageReader reader(&buffer, "svg");
    const int side = qMin(size.width(), size.height());
    reader.setScaledSize(QSize(side, side));
    pixmap = QPixmap::fromImage(reader.read());
    QPixmapCache::insert(cacheKey, pixmap);
    return pixmap;
}

QPixmap IconEngine::scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal scale)
{
    QPixmap result = pixmap(size, mode, state);
    result.setDevicePixelRatio(scale);
    return result;
}

void IconEngine::paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state)
{
    const qreal scale = painter->device() ? painter->device()->devicePixelRatioF() : 1.0;
    const QPixmap drawn = scaledPixmap(rect.size() * scale, mode, state, scale);
    const QSizeF size = QSizeF(drawn.size()) / scale;
    painter->drawPixmap(
        QPointF(rect.x() + (rect.width() - size.width()) / 2, rect.y() + (rect.height() - size.height()) / 2), drawn);
}

QSize IconEngine::actualSize(const QSize &size, QIcon::Mode mode, QIcon::State state)
{
    Q_UNUSED(mode)
    Q_UNUSED(state)
    const int side = qMin(size.width(), size.height());
    return {side, side};
}

QIconEngine *IconEngine::clone() const
{
    return new IconEngine(m_name, m_role);
}

QString IconEngine::key() const
{
    return QStringLiteral("vestnik");
}

bool IconEngine::isNull()
{
    return !QFile::exists(pathOf(m_name));
}

} // namespace vestnik
