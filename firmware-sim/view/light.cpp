#include "view/light.h"

#include "framing/panel_image.h"
#include "panel/picture.h"

namespace scoreboard::view {

bool lamp_is_lit(const panel::LampField& lamp, const Light& light)
{
    const std::size_t byte = lamp.bit / 8u;
    const bool lit = byte < light.indicators.size() && (light.indicators[byte] >> (lamp.bit % 8) & 1) != 0;
    return lit || (light.horn && lamp.name == "horn");
}

std::string read_field(const panel::DigitField& field, const Light& light)
{
    // Only a clock has points that a person reads as part of it; another field's point is the marker of a
    // lost link.
    const bool reads_points = field.clock_slot >= 0;
    std::string text;
    for (int i = 0; i < field.width; ++i) {
        const std::uint8_t segments =
            light.segments.at(std::size_t{field.first} + static_cast<std::size_t>(i));
        text += panel::character_of(segments);
        if (reads_points && (segments & kSegmentPoint) != 0) {
            text += i == field.colon ? ':' : '.';
        }
    }
    const std::size_t begin = text.find_first_not_of(' ');
    return begin == std::string::npos ? "" : text.substr(begin, text.find_last_not_of(' ') - begin + 1);
}

std::string read_possession(const panel::Layout& layout, const Light& light)
{
    for (const char* side : {"home", "guest"}) {
        const panel::LampField* lamp = layout.lamp(std::string("possession.") + side);
        if (lamp != nullptr && lamp_is_lit(*lamp, light)) {
            return side;
        }
    }
    return "";
}

} // namespace scoreboard::view
