#include "renderer/horn.h"

#include <algorithm>
#include <vector>

#include "framing/panel_image.h"

namespace scoreboard::renderer {
namespace {

using match::BoardTime;
using panel::HornSlot;

// A generation of 0 means none. A tap's generations wrap through all others; a start never comes twice, so
// two soundings of one generation are still told apart.
constexpr std::uint8_t kInPlaceOfNone = 255;
constexpr std::uint8_t kTimeoutWarning = 101;
constexpr std::uint8_t kTimeoutEnd = 102;

HornSlot sounding(std::uint8_t generation, BoardTime start)
{
    return {generation == 0 ? kInPlaceOfNone : generation, kHornSteady, start, match::kHornLength};
}

BoardTime end_of(const HornSlot& horn)
{
    return horn.start + horn.length;
}

std::vector<HornSlot> soundings(const match::Ruleset& ruleset, const match::MatchState& state)
{
    std::vector<HornSlot> all;
    if (state.horn) {
        all.push_back(sounding(state.horn->generation, state.horn->began));
    }
    if (state.timeout && ruleset.timeouts) {
        const match::TimeoutTimes times = match::times_of(*ruleset.timeouts, state.timeout->kind);
        if (times.signal_at > match::Duration::zero()) { // else only the end is sounded
            all.push_back(sounding(kTimeoutWarning, state.timeout->began + times.signal_at));
        }
        all.push_back(sounding(kTimeoutEnd, state.timeout->began + times.length));
    }
    std::sort(all.begin(), all.end(), [](const HornSlot& a, const HornSlot& b) { return a.start < b.start; });
    return all;
}

} // namespace

std::optional<ChosenHorn> choose_horn(const match::Ruleset& ruleset, const match::MatchState& state,
                                      BoardTime now)
{
    const std::vector<HornSlot> all = soundings(ruleset, state);
    if (all.empty()) {
        return std::nullopt;
    }
    const auto ahead =
        std::find_if(all.begin(), all.end(), [&](const HornSlot& horn) { return horn.start > now; });
    if (ahead == all.begin()) {
        return ChosenHorn{*ahead, std::nullopt};
    }
    const HornSlot& latest = *std::prev(ahead);
    if (ahead == all.end()) {
        return ChosenHorn{latest, std::nullopt};
    }
    if (now < end_of(latest)) {
        return ChosenHorn{latest, end_of(latest)};
    }
    return ChosenHorn{*ahead, std::nullopt};
}

} // namespace scoreboard::renderer
