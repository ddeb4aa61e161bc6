#include "view/light.h"

#include <algorithm>

#include "framing/panel_image.h"
#include "panel/picture.h"

namespace scoreboard::view {

std::vector<const panel::DigitField*> fields_with_windows(const panel::Layout& layout)
{
    std::vector<const panel::DigitField*> owners;
    for (const panel::DigitField& field : layout.digits) {
        const bool taken =
            std::any_of(owners.begin(), owners.end(), [&field](const panel::DigitField* owner) {
                return field.first < owner->first + owner->width && owner->first < field.first + field.width;
            });
        if (!taken) {
            owners.push_back(&field);
        }
    }
    return owners;
}

bool lamp_is_lit(const panel::LampField& lamp, const Light& light)
{
    return panel::bit_is_lit(light.indicators, lamp.bit) || (light.horn && lamp.name == "horn");
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

std::string read_meant(const panel::Layout& layout, const panel::DigitField& field, const Light& light)
{
    return layout.means(field, light.indicators) ? read_field(field, light) : "";
}

std::string read_text(const panel::TextField& field, const Light& light)
{
    std::string text;
    for (std::size_t i = field.first; i < std::size_t{field.first} + field.width && i < light.text.size();
         ++i) {
        const std::uint8_t character = light.text[i] == 0 ? std::uint8_t{' '} : light.text[i];
        if (character < 0x80) {
            text += static_cast<char>(character);
        } else {
            text += static_cast<char>(0xC0 | character >> 6);
            text += static_cast<char>(0x80 | (character & 0x3F));
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
