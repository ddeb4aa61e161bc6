#include "view/panel_picture.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <vector>

#include "framing/panel_image.h"
#include "view/dots.h"
#include "view/seven_segment.h"
#include "view/stroke_font.h"

namespace scoreboard::view {
namespace {

constexpr double kWallMm = 60;  // around the panel
constexpr double kFrameMm = 26; // aluminium profile
constexpr double kShadowMm = 45;
constexpr double kCornerMm = 46;
constexpr double kWindowMm = 28; // of dark glass around digits

const Colour kWallTop = Colour::of(0x15171A);
const Colour kWallBottom = Colour::of(0x08090A);
const Colour kFaceTop = Colour::of(0x24282D);
const Colour kFaceBottom = Colour::of(0x15181B);
const Colour kFrameLight = Colour::of(0x9AA0A6);
const Colour kFrameDark = Colour::of(0x3A3E43);
const Colour kGlass = Colour::of(0x08090A);
const Colour kCaption = Colour::of(0xC9CED6);
const Colour kPaint = Colour::of(0xE9ECEE);

// One number in [0, 1) per pair of integers.
float noise(std::int64_t x, std::int64_t y)
{
    auto hash = static_cast<std::uint64_t>(x) * 0x9E3779B97F4A7C15ULL ^
                static_cast<std::uint64_t>(y) * 0xC2B2AE3D27D4EB4FULL;
    hash = (hash ^ (hash >> 29)) * 0xBF58476D1CE4E5B9ULL;
    return static_cast<float>(hash >> 40) / static_cast<float>(1ULL << 24);
}

// The brush went from left to right: long streaks, each line another.
float brushed(Point at)
{
    const auto streak = [&](double length, double line_height) {
        const auto line = static_cast<std::int64_t>(std::floor(at.y / line_height));
        const double along = at.x / length + noise(line, 7) * 64;
        const auto cell = static_cast<std::int64_t>(std::floor(along));
        const auto share = static_cast<float>(along - std::floor(along));
        return noise(cell, line) * (1 - share) + noise(cell + 1, line) * share - 0.5F;
    };
    return streak(420, 2.1) * 0.6F + streak(90, 3.7) * 0.4F;
}

struct Source { // something that lights, or would
    Shape shape;
    Colour colour;
    bool lit = false;
    double depth_mm = 1; // from its edge to its hottest line
};

Box cell_box(const panel::DigitField& field, int index)
{
    const double left = field.cell_x(index);
    return {left, field.y, left + field.digit_width, field.y + field.digit_height};
}

void add_digits(std::vector<Source>& sources, const panel::DigitField& field, const Light& light)
{
    const Colour colour = Colour::of(field.colour);
    const double depth = field.digit_width * 0.095;
    for (int i = 0; i < field.width; ++i) {
        const std::uint8_t segments =
            light.segments.at(std::size_t{field.first} + static_cast<std::size_t>(i));
        const Box box = cell_box(field, i);
        const std::array<Shape, 8> shapes = seven_segment(box);
        for (std::size_t bit = 0; bit < 7; ++bit) {
            sources.push_back({shapes[bit], colour, (segments >> bit & 1) != 0, depth});
        }
        const bool point = (segments & kSegmentPoint) != 0;
        if (i == field.colon) {
            for (const Shape& dot : colon(field.colon_x(), box)) {
                sources.push_back({dot, colour, point, depth});
            }
        } else if (field.clock_slot >= 0 || point) {
            sources.push_back({shapes[7], colour, point, depth});
        }
    }
}

Shape lamp_shape(const panel::LampField& lamp)
{
    const double right = lamp.x + lamp.width, bottom = lamp.y + lamp.height;
    const double middle = lamp.y + lamp.height / 2;
    const double across = lamp.x + lamp.width / 2;
    const double rounding = std::min(lamp.width, lamp.height) * 0.06;
    switch (lamp.shape) {
    case '<':
        return Shape::convex({{lamp.x, middle}, {right - rounding, lamp.y}, {right - rounding, bottom}},
                             rounding);
    case '>':
        return Shape::convex({{lamp.x + rounding, lamp.y}, {right, middle}, {lamp.x + rounding, bottom}},
                             rounding);
    case '^':
        return Shape::convex({{across, lamp.y}, {right, bottom - rounding}, {lamp.x, bottom - rounding}},
                             rounding);
    case 'v':
        return Shape::convex({{lamp.x, lamp.y + rounding}, {right, lamp.y + rounding}, {across, bottom}},
                             rounding);
    case 'd':
        return Shape::convex({{across, lamp.y}, {right, middle}, {across, bottom}, {lamp.x, middle}},
                             rounding);
    case '-':
        return Shape::rounded({lamp.x, lamp.y, right, bottom}, lamp.height * 0.3);
    default:
        return Shape::circle({lamp.x + lamp.width / 2, middle}, std::min(lamp.width, lamp.height) / 2);
    }
}

Shape dot_shape(const panel::DotGrid& grid, int column, int row)
{
    return Shape::circle({grid.x + (column + 0.5) * grid.pitch, grid.y + (row + 0.5) * grid.pitch},
                         grid.pitch * 0.4);
}

// Every dot, lit or not.
std::vector<Source> dot_sources(const panel::Layout& layout, const Light& light)
{
    const Dots dots = draw_dots(layout, light);
    std::vector<Source> sources;
    for (int row = 0; row < dots.rows; ++row) {
        for (int column = 0; column < dots.columns; ++column) {
            const std::uint32_t colour = dots.at(column, row);
            sources.push_back({dot_shape(layout.dots, column, row), Colour::of(colour), colour != 0,
                               layout.dots.pitch * 0.3});
        }
    }
    return sources;
}

std::vector<Source> sources_of(const panel::Layout& layout, const Light& light)
{
    if (layout.dots.columns > 0) {
        return dot_sources(layout, light);
    }
    std::vector<Source> sources;
    for (const panel::DigitField* field : fields_with_windows(layout)) {
        add_digits(sources, *field, light);
    }
    for (const panel::LabelField& label : layout.labels) {
        if (panel::bit_is_lit(light.indicators, label.bit)) {
            for (const Shape& stroke : lettering(label.text, {label.x, label.y}, label.height)) {
                sources.push_back({stroke, kCaption, true, label.height * 0.07});
            }
        }
    }
    for (const panel::LampField& lamp : layout.lamps) {
        sources.push_back({lamp_shape(lamp), Colour::of(lamp.colour), lamp_is_lit(lamp, light),
                           std::min(lamp.width, lamp.height) * 0.4});
    }
    return sources;
}

void draw_wall(Canvas& canvas, const panel::Layout& layout)
{
    const double height = layout.height_mm + 2 * kWallMm;
    canvas.for_each([height](Point at, const Colour&) {
        const auto down = static_cast<float>((at.y + kWallMm) / height);
        return mix(kWallTop, kWallBottom, std::clamp(down, 0.0F, 1.0F));
    });
}

// A face of brushed aluminium, anodised dark, in a profile that catches the light from above.
void draw_face(Canvas& canvas, const panel::Layout& layout)
{
    const Box box{0, 0, layout.width_mm, layout.height_mm};
    const Shape outline = Shape::rounded(box, kCornerMm);
    canvas.for_each([&](Point at, const Colour& before) { // a soft shadow on the wall
        const auto away = static_cast<float>(std::clamp(outline.distance(at) / kShadowMm, 0.0, 1.0));
        return before * (1 - 0.6F * (1 - away) * (1 - away));
    });
    canvas.fill(outline, [&](double inside, Point at) {
        const auto down = static_cast<float>(at.y / layout.height_mm);
        const auto bevel = static_cast<float>(std::sin(std::clamp(inside / kFrameMm, 0.0, 1.0) * 3.14159));
        return mix(kFrameDark, kFrameLight, bevel * (0.75F - 0.5F * down)) *
               (1 + 0.08F * brushed({at.y, at.x}));
    });
    canvas.fill(Shape::rounded(box.grown_by(-kFrameMm), kCornerMm - kFrameMm), Colour::of(0x050506));
    canvas.fill(Shape::rounded(box.grown_by(-kFrameMm - 4), kCornerMm - kFrameMm), [&](double, Point at) {
        const auto down = static_cast<float>(at.y / layout.height_mm);
        const auto aside = static_cast<float>(std::abs(at.x / layout.width_mm - 0.5));
        const Colour base = mix(kFaceTop, kFaceBottom, down) * (1.12F - 0.55F * aside);
        return base * (1 + 0.22F * brushed(at));
    });
}

void draw_window(Canvas& canvas, const Box& box, double margin)
{
    const Box window = box.grown_by(margin);
    const double radius = margin * 0.6;
    // A lip: dark above, where the edge casts a shadow, light below, where it catches the light.
    canvas.fill(Shape::rounded(window.grown_by(5), radius + 5), [&](double, Point at) {
        const auto down = static_cast<float>((at.y - window.top) / window.height());
        return mix(Colour::of(0x060708), Colour::of(0x4A4F55), std::clamp(down, 0.0F, 1.0F));
    });
    canvas.fill(Shape::rounded(window, radius), [&](double inside, Point at) {
        const auto shade = static_cast<float>(std::clamp(inside / 30.0, 0.35, 1.0));
        // The hall's lamps, faintly, in the upper part of the glass.
        const double slope = (at.y - window.top) + (at.x - window.left) * 0.12;
        const float sheen = slope < window.height() * 0.42 ? 0.0035F : 0.0F;
        return kGlass * shade + Colour{sheen, sheen, sheen * 1.15F};
    });
}

void draw_labels(Canvas& canvas, const panel::Layout& layout)
{
    for (const panel::LabelField& label : layout.labels) {
        if (label.bit >= 0) {
            continue; // lit from behind: nothing is seen of it while it is dark
        }
        for (const Shape& stroke : lettering(label.text, {label.x, label.y}, label.height)) {
            canvas.fill(stroke, kPaint * 0.82F);
        }
    }
}

void draw_unlit(Canvas& canvas, const Source& source)
{
    // Frosted plastic, with a breath of the colour that it will have.
    const Colour dull = Colour::of(0x1B1C1E) + source.colour * 0.006F;
    canvas.fill(source.shape, [&](double inside, Point) {
        const auto rim = static_cast<float>(std::clamp(inside / (source.depth_mm * 0.35), 0.0, 1.0));
        return dull * (0.55F + 0.45F * rim);
    });
}

void draw_lit(Canvas& emission, const Source& source, float power)
{
    emission.fill(source.shape, [&](double inside, Point) {
        const auto depth = static_cast<float>(std::clamp(inside / source.depth_mm, 0.0, 1.0));
        const float heat = 0.85F + 1.25F * depth * depth * (3 - 2 * depth);
        return source.colour * (heat * power);
    });
}

// The eye and the dust on the glass: a tight halo, a soft one, and a wide breath of light over the face.
void add_glow(Canvas& canvas, const Canvas& emission)
{
    struct Halo {
        double sigma_mm;
        float strength;
        int shrunk;
    };
    constexpr std::array<Halo, 3> kHalos = {{{6, 0.34F, 1}, {24, 0.26F, 4}, {95, 0.20F, 8}}};
    for (const Halo& kind : kHalos) {
        Canvas halo = emission.shrunk(kind.shrunk);
        halo.blur(kind.sigma_mm);
        canvas.add(halo, kind.strength);
    }
}

} // namespace

Pixels draw_picture(const panel::Layout& layout, const Light& light, int width)
{
    const double scale = width / (layout.width_mm + 2 * kWallMm);
    const int height = static_cast<int>(std::lround((layout.height_mm + 2 * kWallMm) * scale));
    Canvas canvas(width, height, scale, {-kWallMm, -kWallMm});
    draw_wall(canvas, layout);
    draw_face(canvas, layout);
    if (layout.dots.columns > 0) {
        const panel::DotGrid& grid = layout.dots;
        draw_window(canvas,
                    {grid.x, grid.y, grid.x + grid.columns * grid.pitch, grid.y + grid.rows * grid.pitch},
                    12);
    } else {
        for (const panel::DigitField* field : fields_with_windows(layout)) {
            draw_window(canvas,
                        {field->x, field->y, field->x + field->total_width(), field->y + field->digit_height},
                        std::min(kWindowMm, field->digit_width * 0.14));
        }
    }
    draw_labels(canvas, layout);

    Canvas emission(width, height, scale, {-kWallMm, -kWallMm});
    // The eye answers to ratios: a tenth of the current still looks a third as bright.
    const float power = std::sqrt(static_cast<float>(light.brightness) / 255.0F);
    for (const Source& source : sources_of(layout, light)) {
        draw_unlit(canvas, source);
        if (source.lit) {
            draw_lit(emission, source, power);
        }
    }
    canvas.add(emission, 1);
    add_glow(canvas, emission);
    return canvas.developed();
}

} // namespace scoreboard::view
