#pragma once

#include <algorithm>
#include <string>

#include "firmware/clock_slot.h"
#include "panel/image.h"
#include "renderer/renderer.h"

namespace scoreboard::renderer {

// What a person reads on a panel that shows the picture at `now`, its clocks drawn by the firmware:
// "home.score=54 clock=7:42 … [bonus.home]". A field that blinks is followed by a star.
inline std::string read_panel(const panel::Layout& layout, const panel::Picture& picture,
                              match::BoardTime now)
{
    std::vector<std::uint8_t> segments = picture.segments;
    for (const panel::ClockSlot& slot : picture.clocks) {
        if (slot.mode == panel::ClockMode::kOff) {
            continue;
        }
        clock_slot drawn{};
        drawn.format = slot.format;
        drawn.width = slot.width;
        const match::Duration value = panel::value_at(slot, now);
        clock_slot_draw(
            &drawn, static_cast<std::int32_t>(std::chrono::ceil<std::chrono::milliseconds>(value).count()),
            segments.data() + slot.first);
    }
    std::string text;
    for (const panel::DigitField& field : layout.digits) {
        const std::string read = text_of(segments, field);
        if (!read.empty() && layout.means(field, picture.indicators)) {
            const bool blinks = (picture.blink[field.first / 8U] >> field.first % 8 & 1) != 0;
            text += (text.empty() ? "" : " ") + field.name + "=" + read + (blinks ? "*" : "");
        }
    }
    for (const panel::TextField& field : layout.texts) {
        const auto first = picture.text.begin() + field.first;
        const std::string read(first, std::find(first, first + field.width, 0));
        text += read.empty() ? "" : " " + field.name + "=\"" + read + "\"";
    }
    for (const panel::LampField& lamp : layout.lamps) {
        text += panel::bit_is_lit(picture.indicators, lamp.bit) ? " [" + lamp.name + "]" : "";
    }
    return text;
}

// The captions that are lit, in the order of the layout.
inline std::string read_captions(const panel::Layout& layout, const panel::Picture& picture)
{
    std::string text;
    for (const panel::CaptionField& caption : layout.captions) {
        if (panel::bit_is_lit(picture.indicators, caption.bit)) {
            text += (text.empty() ? "" : " ") + caption.name;
        }
    }
    return text;
}

} // namespace scoreboard::renderer
