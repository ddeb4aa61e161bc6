#include "view/panel_picture.h"

#include <gtest/gtest.h>

#include <array>

#include "view/seven_segment.h"

namespace scoreboard::view {
namespace {

constexpr int kWidth = 240; // small: these tests ask what is lit, not how it looks

const panel::Layout& layout()
{
    return *panel::find_layout("multisport");
}

Light dark()
{
    Light light;
    light.segments.resize(layout().digit_count);
    light.indicators.resize(layout().indicator_bytes);
    light.brightness = 255;
    return light;
}

Point middle_of(const Shape& shape)
{
    const Box box = shape.bounds();
    return {(box.left + box.right) / 2, (box.top + box.bottom) / 2};
}

std::array<int, 3> colour_at(const Pixels& pixels, Point millimetres)
{
    constexpr double kWallMm = 60;
    const double scale = kWidth / (layout().width_mm + 2 * kWallMm);
    const auto x = static_cast<std::size_t>((millimetres.x + kWallMm) * scale);
    const auto y = static_cast<std::size_t>((millimetres.y + kWallMm) * scale);
    const std::size_t at = (y * static_cast<std::size_t>(pixels.width) + x) * 3;
    return {pixels.rgb[at], pixels.rgb[at + 1], pixels.rgb[at + 2]};
}

TEST(PanelPictureTest, EachBitLightsItsOwnSegment)
{
    const panel::DigitField& field = *layout().digit_field("home.score");
    const Box cell{field.cell_x(1), field.y, field.cell_x(1) + field.digit_width,
                   field.y + field.digit_height};
    const std::array<Shape, 8> segments = seven_segment(cell);
    for (unsigned bit = 0; bit < 7; ++bit) {
        Light light = dark();
        light.segments[field.first + 1u] = static_cast<std::uint8_t>(1u << bit);

        const Pixels pixels = draw_picture(layout(), light, kWidth);

        for (unsigned other = 0; other < 7; ++other) {
            const auto [red, green, blue] = colour_at(pixels, middle_of(segments[other]));
            EXPECT_EQ(red > 180, other == bit) << "bit " << bit << ", segment " << other;
            EXPECT_LT(green, 140);
            EXPECT_LT(blue, 140);
        }
    }
}

TEST(PanelPictureTest, DimPanelIsDarkerAndSwitchedOffIsDark)
{
    const panel::LampField& lamp = *layout().lamp("possession.home");
    const Point middle{lamp.x + lamp.width * 0.6, lamp.y + lamp.height / 2};
    Light light = dark();
    light.indicators[0] = static_cast<std::uint8_t>(1u << lamp.bit);
    const auto red_at = [&](std::uint8_t brightness) {
        light.brightness = brightness;
        return colour_at(draw_picture(layout(), light, kWidth), middle)[0];
    };

    EXPECT_GT(red_at(255), red_at(40));
    EXPECT_GT(red_at(40), red_at(0));
    EXPECT_LT(red_at(0), 60);
}

TEST(PanelPictureTest, PngHasItsSignatureAndSize)
{
    const Pixels pixels = draw_picture(layout(), dark(), kWidth);

    const std::string png = png_of(pixels);

    EXPECT_EQ(pixels.width, kWidth);
    EXPECT_EQ(pixels.rgb.size(),
              static_cast<std::size_t>(pixels.width) * static_cast<std::size_t>(pixels.height) * 3);
    EXPECT_EQ(png.substr(0, 8), std::string("\x89PNG\r\n\x1a\n"));
}

} // namespace
} // namespace scoreboard::view
