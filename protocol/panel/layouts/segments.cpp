#include "panel/layouts/segments.h"

namespace scoreboard::panel {

DigitField digits_around(const std::string& name, int first, int width, double middle, double top,
                         DigitSize size, std::uint32_t colour)
{
    DigitField field;
    field.name = name;
    field.first = static_cast<std::uint8_t>(first);
    field.width = static_cast<std::uint8_t>(width);
    field.y = top;
    field.digit_width = size.width;
    field.digit_height = size.height;
    field.pitch = size.pitch;
    field.colour = colour;
    field.x = middle - field.total_width() / 2;
    return field;
}

DigitField with_colon(DigitField field, int cell, double width)
{
    const double middle = field.x + field.total_width() / 2;
    field.colon = cell;
    field.colon_width = width;
    field.x = middle - field.total_width() / 2;
    return field;
}

} // namespace scoreboard::panel
