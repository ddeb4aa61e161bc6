#include "view/dots.h"

#include <algorithm>
#include <cmath>
#include <span>

#include "framing/panel_image.h"
#include "view/dot_font.h"

namespace scoreboard::view {
namespace {

constexpr int kCentredFrom = 8; // dots of a digit's width

// Whole dots instead of millimetres.
struct DotBox {
    int left, top, width, height;
};

int dots_of(double millimetres, double pitch)
{
    return static_cast<int>(std::lround(millimetres / pitch));
}

DotBox box_of(const panel::DotGrid& grid, double x, double y, double width, double height)
{
    return {dots_of(x - grid.x, grid.pitch), dots_of(y - grid.y, grid.pitch), dots_of(width, grid.pitch),
            dots_of(height, grid.pitch)};
}

void fill(Dots& dots, const DotBox& box, std::uint32_t colour)
{
    for (int row = box.top; row < box.top + box.height; ++row) {
        for (int column = box.left; column < box.left + box.width; ++column) {
            dots.light(column, row, colour);
        }
    }
}

// A digit's segments as bars; a large one has its corners cut.
void draw_digit(Dots& dots, const DotBox& cell, std::uint8_t segments, std::uint32_t colour)
{
    const int bar = std::max(1, (cell.width + 2) / 5);
    const int middle = (cell.height - bar) / 2;
    const int right = cell.left + cell.width - bar;
    const int upper = middle + bar;
    const int lower = cell.height - middle;
    const DotBox bars[7] = {{cell.left, cell.top, cell.width, bar},
                            {right, cell.top, bar, upper},
                            {right, cell.top + middle, bar, lower},
                            {cell.left, cell.top + cell.height - bar, cell.width, bar},
                            {cell.left, cell.top + middle, bar, lower},
                            {cell.left, cell.top, bar, upper},
                            {cell.left, cell.top + middle, cell.width, bar}};
    for (int segment = 0; segment < 7; ++segment) {
        if ((segments >> segment & 1) != 0) {
            fill(dots, bars[segment], colour);
        }
    }
    if (bar > 1) {
        for (const int row : {cell.top, cell.top + cell.height - 1}) {
            dots.light(cell.left, row, 0);
            dots.light(cell.left + cell.width - 1, row, 0);
        }
    }
}

void draw_field(Dots& dots, const panel::Layout& layout, const panel::DigitField& field, const Light& light)
{
    const panel::DotGrid& grid = layout.dots;
    // Dots can stand anywhere: what is lit of a large number stands in the middle of its cells.
    int dark = 0;
    while (dark < field.width && light.segments.at(static_cast<std::size_t>(field.first + dark)) == 0) {
        ++dark;
    }
    const bool centred = field.digit_width >= kCentredFrom * grid.pitch;
    const int shift = centred ? dots_of(dark * field.pitch, grid.pitch) / 2 : 0;
    for (int i = dark; i < field.width; ++i) {
        const std::uint8_t segments = light.segments.at(static_cast<std::size_t>(field.first + i));
        DotBox cell = box_of(grid, field.cell_x(i), field.y, field.digit_width, field.digit_height);
        cell.left -= shift;
        draw_digit(dots, cell, segments, field.colour);
        if ((segments & kSegmentPoint) == 0) {
            continue;
        }
        const int size = cell.width >= 8 ? 2 : 1;
        if (i == field.colon) {
            const int left = dots_of(field.colon_x() - grid.x, grid.pitch) - size / 2 - shift;
            fill(dots, {left, cell.top + cell.height / 3 - size / 2, size, size}, field.colour);
            fill(dots, {left, cell.top + cell.height * 2 / 3, size, size}, field.colour);
        } else {
            fill(dots, {cell.left + cell.width, cell.top + cell.height - size, size, size}, field.colour);
        }
    }
}

bool is_inside(char shape, double across, double down)
{
    switch (shape) { // both from 0 to 1
    case '<':
        return std::abs(down - 0.5) <= across / 2;
    case '>':
        return std::abs(down - 0.5) <= (1 - across) / 2;
    default:
        return true;
    }
}

void draw_lamp(Dots& dots, const panel::Layout& layout, const panel::LampField& lamp)
{
    const DotBox box = box_of(layout.dots, lamp.x, lamp.y, lamp.width, lamp.height);
    for (int row = 0; row < box.height; ++row) {
        for (int column = 0; column < box.width; ++column) {
            if (is_inside(lamp.shape, (column + 0.5) / box.width, (row + 0.5) / box.height)) {
                dots.light(box.left + column, box.top + row, lamp.colour);
            }
        }
    }
}

void draw_text(Dots& dots, const panel::Layout& layout, const panel::TextField& field, const Light& light)
{
    std::vector<std::uint8_t> text(light.text.begin() + field.first,
                                   light.text.begin() + field.first + field.width);
    while (!text.empty() && (text.back() == 0 || text.back() == ' ')) {
        text.pop_back();
    }
    if (text.empty()) {
        return;
    }
    const bool accents = std::any_of(text.begin(), text.end(), has_accent);
    const DotBox box = box_of(layout.dots, field.x, field.y, field.box_width, field.box_height);
    const int width = static_cast<int>(text.size()) * (kGlyphWidth + 1) - 1;
    const int height = kGlyphHeight + (accents ? kAccentHeight : 0);
    const int scale = std::max(1, std::min(box.width / width, box.height / height));
    const int left = box.left + (box.width - width * scale) / 2;
    const int top = box.top + (box.height - height * scale) / 2 + (accents ? kAccentHeight * scale : 0);
    for (std::size_t i = 0; i < text.size(); ++i) {
        for (int row = -kAccentHeight; row < kGlyphHeight; ++row) {
            for (int column = 0; column < kGlyphWidth; ++column) {
                if (glyph_dot(text[i], column, row)) {
                    const int at = static_cast<int>(i) * (kGlyphWidth + 1) + column;
                    fill(dots, {left + at * scale, top + row * scale, scale, scale}, field.colour);
                }
            }
        }
    }
}

} // namespace

std::uint32_t Dots::at(int column, int row) const
{
    return column < 0 || row < 0 || column >= columns || row >= rows
               ? 0
               : colours[static_cast<std::size_t>(row * columns + column)];
}

void Dots::light(int column, int row, std::uint32_t colour)
{
    if (column >= 0 && row >= 0 && column < columns && row < rows) {
        colours[static_cast<std::size_t>(row * columns + column)] = colour;
    }
}

Dots draw_dots(const panel::Layout& layout, const Light& light)
{
    Dots dots{layout.dots.columns, layout.dots.rows, {}};
    dots.colours.assign(static_cast<std::size_t>(dots.columns * dots.rows), 0);
    for (const panel::DigitField* field : fields_with_windows(layout)) {
        draw_field(dots, layout, *field, light);
    }
    for (const panel::LampField& lamp : layout.lamps) {
        if (lamp_is_lit(lamp, light)) {
            draw_lamp(dots, layout, lamp);
        }
    }
    for (const panel::TextField& field : layout.texts) {
        draw_text(dots, layout, field, light);
    }
    return dots;
}

} // namespace scoreboard::view
