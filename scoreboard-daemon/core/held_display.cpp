#include "core/held_display.h"

namespace scoreboard::core {

std::shared_ptr<const HeldDisplay> held_display(std::shared_ptr<const HeldDisplay> before,
                                                const match::Timeline& timeline)
{
    const match::MatchState& state = timeline.state();
    if (!state.display_held) {
        return nullptr;
    }
    if (before && before->state.at == state.at) {
        return before;
    }
    return std::make_shared<const HeldDisplay>(HeldDisplay{timeline.rev(), state});
}

std::shared_ptr<const HeldDisplay> held_display(const match::Timeline& timeline)
{
    if (!timeline.state().display_held) {
        return nullptr;
    }
    match::Timeline told(timeline.entries().front());
    std::shared_ptr<const HeldDisplay> held;
    for (const match::Entry& entry : timeline.entries().subspan(1)) {
        told.add(entry);
        held = held_display(std::move(held), told);
    }
    return held;
}

} // namespace scoreboard::core
