#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "match/time.h"
#include "panel/layout.h"

namespace scoreboard::panel {

using match::BoardTime;
using match::Duration;

enum class ClockMode : std::uint8_t { kOff = 0, kDown = 1, kUp = 2, kFrozen = 3 };

// What a clock slot shows, in board time; PanelLink turns it into panel time.
struct ClockSlot {
    ClockMode mode = ClockMode::kOff;
    std::uint8_t format = 0; // kClock… bits of framing/panel_image.h
    std::uint8_t first = 0;
    std::uint8_t width = 0;
    Duration value{}; // at `anchor`
    BoardTime anchor{};
    std::uint16_t limit_s = 0;
    std::uint8_t expiry = 0; // 0 nothing, 1 hold 0:00, 2 fire the horn slot's pattern
    bool operator==(const ClockSlot&) const = default;
};

// One sounding of the horn, named by (generation, start); a generation of 0 is none.
struct HornSlot {
    std::uint8_t generation = 0;
    std::uint8_t pattern = 1; // kHornSteady, kHornPulsed of framing/panel_image.h
    BoardTime start{};        // may lie ahead: the panel sounds it by its own clock
    Duration length{};
    bool operator==(const HornSlot&) const = default;
};

// What the renderer wants on the panel: everything of the image but link matters, times in board time.
struct Picture {
    std::vector<std::uint8_t> segments; // one byte a digit cell; 0 under a clock slot
    std::vector<std::uint8_t> blink;
    std::vector<ClockSlot> clocks;
    std::optional<HornSlot> horn;
    std::uint8_t brightness = 255;
    std::vector<std::uint8_t> indicators;
    std::vector<std::uint8_t> text; // of the layout's text fields; 0 is dark
    bool operator==(const Picture&) const = default;
};

// The seven-segment shape of a character (bit 0..6 = a..g); 0 for a blank or one that has none.
std::uint8_t segments_of(char character);
// The inverse, for reading a panel back; '?' for a shape that is no character.
char character_of(std::uint8_t segments);
// Writes `text` right-aligned into a field's cells; '.' and ':' light bit 7 of the cell before them.
void put_text(Picture& picture, const DigitField& field, const std::string& text);
// What a field's cells say, without leading blanks: the inverse of put_text(), for reading a panel back.
std::string text_of(std::span<const std::uint8_t> segments, const DigitField& field);

} // namespace scoreboard::panel
