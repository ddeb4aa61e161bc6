#pragma once

#include <optional>
#include <string>

#include "view/light.h"

namespace scoreboard::simulator {

// What the LEDs show as one line, so that pictures are drawn by whoever asks for them and not by the panel's
// own loop.
std::string light_line(const panel::Layout& layout, const view::Light& light);

struct LayoutLight {
    const panel::Layout* layout = nullptr;
    view::Light light;
};
std::optional<LayoutLight> parse_light_line(const std::string& line);

std::string hex_of(const std::uint8_t* bytes, std::size_t size);

} // namespace scoreboard::simulator
