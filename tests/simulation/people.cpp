#include "simulation/people.h"

namespace scoreboard::simulation {

match::Command any_command(Rng& rng, const match::MatchState& shown, bool short_clocks)
{
    using namespace match;
    const Side side = rng.chance(0.5) ? Side::kHome : Side::kGuest;
    const auto dice = rng.between(0, 99);
    if (dice < 35) {
        return AddScore{side, static_cast<int>(rng.chance(0.1) ? -1 : rng.between(1, 3))};
    }
    if (dice < 52) {
        return StartClock{ClockId::kGame};
    }
    if (dice < 67) {
        return StopClock{ClockId::kGame};
    }
    if (dice < 74) {
        return ResetShotClock{std::chrono::seconds(rng.chance(0.5) ? 24 : 14)};
    }
    if (dice < 78) {
        return rng.chance(0.5) ? Command(StopClock{ClockId::kShot}) : Command(StartClock{ClockId::kShot});
    }
    if (dice < 80) {
        return BlankShotClock{};
    }
    if (dice < 86) {
        return AddFoul{side, 1};
    }
    if (dice < 88) {
        return StartTimeout{side};
    }
    if (dice < 91) {
        return SetPossession{side, std::nullopt};
    }
    if (dice < 93) {
        return SoundHorn{};
    }
    if (dice < 95) {
        const auto longest = short_clocks ? 20'000 : 600'000;
        return SetClock{ClockId::kGame, std::chrono::milliseconds(rng.between(0, longest))};
    }
    if (dice < 97) {
        return SetScore{side, static_cast<int>(rng.between(0, 120)), std::nullopt};
    }
    if (dice < 98 && !shown.offers.empty()) {
        return AcceptOffer{shown.offers.front().id};
    }
    return NextPeriod{shown.at, std::nullopt};
}

} // namespace scoreboard::simulation
