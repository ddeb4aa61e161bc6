#pragma once

#include <cstdint>
#include <vector>

#include "view/light.h"

namespace scoreboard::view {

// Which dots of a dot-matrix panel are lit, and how: 0xRRGGBB, 0 is dark.
struct Dots {
    int columns = 0, rows = 0;
    std::vector<std::uint32_t> colours;

    std::uint32_t at(int column, int row) const;
    void light(int column, int row, std::uint32_t colour); // outside: nothing
};

// Digits, lamps and text of the layout drawn with dots.
Dots draw_dots(const panel::Layout& layout, const Light& light);

} // namespace scoreboard::view
