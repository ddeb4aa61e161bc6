#include "simulation/explorer_tap.h"

namespace scoreboard::simulation {

const Tap& tap_of(std::size_t tablet, int number)
{
    using match::AddScore;
    using match::Side;
    static const Tap kTaps[2][4] = {
        {{false, AddScore{Side::kHome, 2}},
         {true, {}, true},
         {false, AddScore{Side::kHome, 1}},
         {true, {}, true}},
        {{false, AddScore{Side::kHome, -1}},
         {false, AddScore{Side::kGuest, 3}},
         {true, {}},
         {true, {}, true}},
    };
    return kTaps[tablet][number];
}

} // namespace scoreboard::simulation
