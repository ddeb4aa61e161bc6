#include "match/parts/horn.h"

namespace scoreboard::match::parts {

Outcome sound_horn(const Context& context, MatchState& state)
{
    const unsigned generation = state.horn ? state.horn->generation + 1U : 1U;
    state.horn = Horn{static_cast<std::uint8_t>(generation), context.at};
    return accepted();
}

} // namespace scoreboard::match::parts
