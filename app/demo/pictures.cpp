// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/pictures.h"

#include <QBuffer>
#include <QImage>

#include <algorithm>
#include <array>
#include <cmath>

namespace vestnik {

namespace {

constexpr int pictureWidth = 320;

quint64 mixed(quint64 value)
{
    value += 0x9e3779b97f4a7c15ULL;
    value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9ULL;
    value = (value ^ (value >> 27)) * 0x94d049bb133111ebULL;
    return value ^ (value >> 31);
}

struct Color {
    float r = 0;
    float g = 0;
    float b = 0;
};

Color blend(const Color &from, const Color &to, float share)
{
    const float t = std::clamp(share, 0.0F, 1.0F);
    return {from.r + (to.r - from.r) * t, from.g + (to.g - from.g) * t, from.b + (to.b - from.b) * t};
}

struct Palette {
    Color top;
    Color bottom;
    Color front;
    Color light;
};

constexpr std::array palettes{
    Palette{{38, 70, 120}, {245, 176, 110}, {36, 48, 72}, {255, 236, 190}},
    Palette{{24, 36, 82}, {122, 92, 160}, {20, 22, 44}, {250, 220, 140}},
    Palette{{96, 160, 210}, {222, 238, 244}, {52, 104, 92}, {255, 252, 230}},
    Palette{{40, 110, 118}, {188, 224, 196}, {22, 66, 72}, {252, 244, 200}},
    Palette{{120, 52, 84}, {240, 148, 112}, {62, 28, 58}, {255, 224, 176}},
    Palette{{54, 60, 74}, {172, 182, 194}, {34, 38, 48}, {240, 244, 250}},
};

/// What one picture depends on; `pixel` is called for x, y in 0..1 and aspect-true coordinates.
struct Scene {
    PictureStyle style = PictureStyle::Hills;
    Palette colors;
    float aspect = 0.75F;
    std::array<float, 16> random{};
};

float disc(float x, float y, float centreX, float centreY, float radius)
{
    const float distance = std::hypot(x - centreX, y - centreY);
    return std::clamp((radius - distance) * 160.0F, 0.0F, 1.0F);
}

Color hills(const Scene &scene, float x, float y, const Color &sky)
{
    const float height = scene.aspect;
    Color color = blend(sky, scene.colors.light, disc(x, y, 0.2F + 0.6F * scene.random[0], height * 0.42F, 0.09F));
    for (int ridge = 0; ridge < 3; ++ridge) {
        const float phase = scene.random[std::size_t(ridge) + 1] * 6.28F;
        const float line = height * (0.55F + 0.14F * float(ridge))
            + 0.05F * std::sin(x * (5.0F + 2.0F * float(ridge)) + phase) + 0.02F * std::sin(x * 17.0F + phase * 3.0F);
        if (y > line) {
            color = blend(scene.colors.bottom, scene.colors.front, 0.35F + 0.3F * float(ridge));
        }
    }
    return color;
}

Color skyline(const Scene &scene, float x, float y, const Color &sky)
{
    Color color = blend(sky, scene.colors.light, disc(x, y, scene.random[0], scene.aspect * 0.2F, 0.05F));
    const int house = int(x * 12.0F);
    const float top = scene.aspect * (0.35F + 0.4F * scene.random[std::size_t(house % 15) + 1]);
    if (y > top && std::fmod(x * 12.0F, 1.0F) < 0.92F) {
        color = scene.colors.front;
        const int column = int(x * 72.0F);
        const int row = int((y - top) * 60.0F);
        const bool window = column % 2 == 1 && row % 3 == 1 && row > 0;
        if (window && mixed(quint64(column * 131 + row) + quint64(scene.random[3] * 1e6F)) % 3 == 0) {
            color = scene.colors.light;
        }
    }
    return color;
}

Color sea(const Scene &scene, float x, float y, const Color &sky)
{
    const float horizon = scene.aspect * 0.5F;
    const float moonX = 0.25F + 0.5F * scene.random[0];
    if (y < horizon) {
        return blend(sky, scene.colors.light, disc(x, y, moonX, horizon * 0.5F, 0.06F));
    }
    const float depth = (y - horizon) / horizon;
    const float wave = std::sin(y * 120.0F / (0.3F + depth) + std::sin(x * 9.0F + scene.random[1] * 6.0F) * 2.0F);
    const Color water = blend(scene.colors.bottom, scene.colors.front, 0.3F + 0.6F * depth);
    const float glitter = std::abs(x - moonX) < 0.04F + 0.1F * depth ? 0.5F : 0.12F;
    return wave > 0.2F ? blend(water, scene.colors.light, glitter * wave) : water;
}

Color bars(const Scene &scene, float x, float y, const Color &)
{
    const Color paper{246, 248, 250};
    const float height = scene.aspect;
    Color color = std::fmod(y, height / 6.0F) < 0.004F ? Color{222, 226, 232} : paper;
    const int column = int((x - 0.08F) * 11.0F);
    if (x > 0.08F && column >= 0 && column < 9 && std::fmod((x - 0.08F) * 11.0F, 1.0F) < 0.7F) {
        const float level =
            0.25F + 0.06F * float(column) * scene.random[0] + 0.35F * scene.random[std::size_t(column) + 1];
        if (y > height * (0.92F - level) && y < height * 0.92F) {
            color = blend(scene.colors.top, scene.colors.bottom, (y / height - 0.3F));
        }
    }
    return color;
}

Color circles(const Scene &scene, float x, float y, const Color &sky)
{
    Color color = sky;
    for (std::size_t i = 0; i + 2 < scene.random.size(); i += 3) {
        const float share =
            disc(x, y, scene.random[i], scene.random[i + 1] * scene.aspect, 0.08F + 0.16F * scene.random[i + 2]);
        color = blend(color, i % 2 == 0 ? scene.colors.light : scene.colors.front, share * 0.45F);
    }
    return color;
}

Color stage(const Scene &scene, float x, float y, const Color &)
{
    Color color = blend(scene.colors.front, {8, 8, 16}, y / scene.aspect * 0.6F);
    for (std::size_t beam = 0; beam < 4; ++beam) {
        const float from = 0.15F + 0.23F * float(beam);
        const float centre = from + (scene.random[beam] - 0.5F) * 0.6F * y;
        const float width = 0.015F + 0.14F * y;
        const float share = std::clamp(1.0F - std::abs(x - centre) / width, 0.0F, 1.0F);
        color = blend(color, beam % 2 == 0 ? scene.colors.light : scene.colors.bottom, share * 0.6F);
    }
    return y > scene.aspect * 0.88F ? blend(color, {0, 0, 0}, 0.7F) : color;
}

Color map(const Scene &scene, float x, float y, const Color &)
{
    const float turn = 0.3F + 0.5F * scene.random[0];
    const float u = x * std::cos(turn) + y * std::sin(turn);
    const float v = y * std::cos(turn) - x * std::sin(turn);
    const bool street = std::fmod(u + 2.0F, 0.14F) < 0.018F || std::fmod(v + 2.0F, 0.11F) < 0.014F;
    const bool river = std::abs(v - 0.12F * std::sin(u * 6.0F) - 0.1F) < 0.035F;
    const Color block = mixed(quint64((u + 2.0F) / 0.14F) * 97 + quint64((v + 2.0F) / 0.11F)) % 4 == 0
        ? Color{206, 228, 196}
        : Color{238, 234, 224};
    const Color ground = river ? Color{170, 206, 232} : street ? Color{255, 255, 255} : block;
    return blend(ground, {214, 64, 52}, disc(x, y, 0.5F, scene.aspect * 0.5F, 0.025F));
}

Color avatar(const Scene &scene, float x, float y, const Color &sky)
{
    Color color = blend(sky, scene.colors.front, 0.15F);
    const int ring = int(scene.random[0] * 3.0F) + 2;
    for (int i = ring; i > 0; --i) {
        const float radius = 0.11F * float(i) + 0.05F;
        const float shiftX = 0.5F + (scene.random[std::size_t(i)] - 0.5F) * 0.16F;
        const float shiftY = 0.5F + (scene.random[std::size_t(i) + 4] - 0.5F) * 0.16F;
        color = blend(
            color, i % 2 == 1 ? scene.colors.light : scene.colors.front, disc(x, y, shiftX, shiftY, radius) * 0.85F);
    }
    return color;
}

Color pixel(const Scene &scene, float x, float y)
{
    const Color sky = blend(scene.colors.top, scene.colors.bottom, y / scene.aspect);
    switch (scene.style) {
    case PictureStyle::Hills:
        return hills(scene, x, y, sky);
    case PictureStyle::Skyline:
        return skyline(scene, x, y, sky);
    case PictureStyle::Sea:
        return sea(scene, x, y, sky);
    case PictureStyle::Bars:
        return bars(scene, x, y, sky);
    case PictureStyle::Circles:
        return circles(scene, x, y, sky);
    case PictureStyle::Stage:
        return stage(scene, x, y, sky);
    case PictureStyle::Map:
        return map(scene, x, y, sky);
    case PictureStyle::Avatar:
        return avatar(scene, x, y, sky);
    }
    return sky;
}

} // namespace

quint64 pictureSeed(PictureStyle style, double aspect, quint64 random)
{
    const auto scaled = quint64(std::clamp(aspect, 0.2, 4.0) * 1000);
    return (mixed(random) << 24) | (scaled << 8) | quint64(style);
}

QString fileToken(quint64 seed)
{
    // 8 + 246 bytes are 340 characters: as long as the real tokens, which make up a good part of a page.
    QByteArray bytes;
    bytes.reserve(256);
    quint64 block = seed;
    while (bytes.size() < 254) {
        for (int byte = 0; byte < 8 && bytes.size() < 254; ++byte) {
            bytes.append(char((block >> (8 * byte)) & 0xff));
        }
        block = mixed(block + seed);
    }
    return QString::fromLatin1(bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

quint64 pictureSeedOf(const QByteArray &token)
{
    const QByteArray bytes = QByteArray::fromBase64(token.left(12), QByteArray::Base64UrlEncoding);
    quint64 seed = 0;
    if (token.size() < 100 || bytes.size() < 8) {
        return 0;
    }
    for (int byte = 0; byte < 8; ++byte) {
        seed |= quint64(quint8(bytes.at(byte))) << (8 * byte);
    }
    return fileToken(seed).toLatin1() == token ? seed : 0;
}

QByteArray picturePng(quint64 seed)
{
    Scene scene;
    scene.style = PictureStyle(std::min<quint64>(seed & 0xff, quint64(PictureStyle::Avatar)));
    scene.aspect = float(std::clamp<quint64>((seed >> 8) & 0xffff, 200, 4000)) / 1000.0F;
    quint64 state = mixed(seed >> 24);
    scene.colors = palettes.at(state % palettes.size());
    for (float &value : scene.random) {
        state = mixed(state);
        value = float(state % 10'000) / 10'000.0F;
    }
    QImage image(pictureWidth, int(pictureWidth * scene.aspect), QImage::Format_RGB32);
    for (int row = 0; row < image.height(); ++row) {
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(row));
        for (int column = 0; column < pictureWidth; ++column) {
            const Color color = pixel(scene, float(column) / pictureWidth, float(row) / pictureWidth);
            line[column] = qRgb(int(color.r), int(color.g), int(color.b));
        }
    }
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return png;
}

} // namespace vestnik
