#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "panel/layout.h"

namespace scoreboard::view {

// What a panel's LEDs show at one moment.
struct Light {
    std::vector<std::uint8_t> segments;   // one byte a digit cell: bit 0..6 = a..g, bit 7 = point or colon
    std::vector<std::uint8_t> indicators; // lamps as bits
    std::vector<std::uint8_t> text;       // ISO 8859-1; 0 is dark
    std::uint8_t brightness = 0;          // 0 dark, 255 full
    bool horn = false;
    bool operator==(const Light&) const = default;
};

// Fields that share cells share their windows: the first of them in the layout is drawn.
std::vector<const panel::DigitField*> fields_with_windows(const panel::Layout& layout);

// The horn's own lamp lights with its sound, whoever set it off.
bool lamp_is_lit(const panel::LampField& lamp, const Light& light);

// As a person reads it, without blanks around: "54", "7:42", "4.9".
std::string read_field(const panel::DigitField& field, const Light& light);
// The same; nothing if the cells mean something else just now.
std::string read_meant(const panel::Layout& layout, const panel::DigitField& field, const Light& light);
// UTF-8, without blanks around.
std::string read_text(const panel::TextField& field, const Light& light);
// "home", "guest", or nothing.
std::string read_possession(const panel::Layout& layout, const Light& light);

} // namespace scoreboard::view
