#include "panel/picture.h"

#include <algorithm>
#include <array>
#include <cassert>

#include "framing/panel_image.h"

namespace scoreboard::panel {
namespace {

struct Glyph {
    char character;
    std::uint8_t segments; // bit 0 … 6 = a … g: a on top, clockwise to f, g in the middle
};

// Digits first: a shape that two characters share ("O" and "0", "S" and "5") reads back as the digit.
constexpr std::array kGlyphs = {
    Glyph{' ', 0x00}, Glyph{'0', 0x3F}, Glyph{'1', 0x06}, Glyph{'2', 0x5B}, Glyph{'3', 0x4F},
    Glyph{'4', 0x66}, Glyph{'5', 0x6D}, Glyph{'6', 0x7D}, Glyph{'7', 0x07}, Glyph{'8', 0x7F},
    Glyph{'9', 0x6F}, Glyph{'-', 0x40}, Glyph{'_', 0x08}, Glyph{'A', 0x77}, Glyph{'b', 0x7C},
    Glyph{'C', 0x39}, Glyph{'c', 0x58}, Glyph{'d', 0x5E}, Glyph{'E', 0x79}, Glyph{'F', 0x71},
    Glyph{'H', 0x76}, Glyph{'h', 0x74}, Glyph{'L', 0x38}, Glyph{'n', 0x54}, Glyph{'o', 0x5C},
    Glyph{'P', 0x73}, Glyph{'r', 0x50}, Glyph{'t', 0x78}, Glyph{'U', 0x3E}, Glyph{'u', 0x1C},
    Glyph{'y', 0x6E}, Glyph{'O', 0x3F}, Glyph{'S', 0x6D}, Glyph{'I', 0x06}, Glyph{'B', 0x7F},
};

bool is_mark(char character)
{
    return character == '.' || character == ':';
}

} // namespace

std::uint8_t segments_of(char character)
{
    const auto shape_of = [](char wanted) {
        const auto found = std::find_if(kGlyphs.begin(), kGlyphs.end(),
                                        [&](const Glyph& glyph) { return glyph.character == wanted; });
        return found == kGlyphs.end() ? std::uint8_t{0} : found->segments;
    };
    const std::uint8_t shape = shape_of(character);
    const bool is_capital = character >= 'A' && character <= 'Z';
    // Many a letter has but one of its two shapes: "AD" reads "Ad".
    return shape == 0 && is_capital ? shape_of(static_cast<char>(character - 'A' + 'a')) : shape;
}

char character_of(std::uint8_t segments)
{
    const auto shape = static_cast<std::uint8_t>(segments & ~kSegmentPoint);
    const auto found = std::find_if(kGlyphs.begin(), kGlyphs.end(),
                                    [&](const Glyph& glyph) { return glyph.segments == shape; });
    return found == kGlyphs.end() ? '?' : found->character;
}

void put_text(Picture& picture, const DigitField& field, const std::string& text)
{
    assert(picture.segments.size() >= std::size_t{field.first} + field.width);
    const auto cells = picture.segments.begin() + field.first;
    std::fill(cells, cells + field.width, std::uint8_t{0});

    // A point or colon takes no cell of its own: it is bit 7 of the cell before it.
    int cell = field.width - 1;
    bool marked = false;
    for (auto character = text.rbegin(); character != text.rend() && cell >= 0; ++character) {
        if (is_mark(*character)) {
            marked = true;
            continue;
        }
        cells[cell] = segments_of(*character);
        if (marked) {
            cells[cell] |= kSegmentPoint;
        }
        marked = false;
        --cell;
    }
}

std::string text_of(std::span<const std::uint8_t> segments, const DigitField& field)
{
    assert(segments.size() >= std::size_t{field.first} + field.width);
    std::string text;
    for (int cell = 0; cell < field.width; ++cell) {
        const std::uint8_t shape = segments[static_cast<std::size_t>(field.first + cell)];
        const char character = character_of(shape);
        if (character != ' ' || !text.empty()) {
            text += character;
        }
        if ((shape & kSegmentPoint) != 0) {
            text += cell == field.colon ? ':' : '.';
        }
    }
    return text;
}

} // namespace scoreboard::panel
