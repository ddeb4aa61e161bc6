#include "simulation/people.h"

#include <array>

namespace scoreboard::simulation {

namespace {

// Sports whose score is booked by hand: with shot clocks and without, with clocks that count up and down.
constexpr std::array kSports{"basketball.fiba.2026", "handball.ihf.2016",    "football.ifab.2026",
                             "water_polo.aqua.2025", "ice_hockey.iihf.2025", "basketball.3x3.2026"};

match::Command any_key(Rng& rng, const match::MatchState& shown, bool short_clocks)
{
    using namespace match;
    if (short_clocks && rng.chance(0.1)) {
        return SetClock{ClockId::kGame, std::chrono::milliseconds(rng.between(0, 20'000))};
    }
    if (short_clocks && !shown.game.running && rng.chance(0.2)) {
        return StartClock{ClockId::kGame};
    }
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
        return SetClock{ClockId::kGame, std::chrono::milliseconds(rng.between(0, 600'000))};
    }
    if (dice < 97) {
        return SetScore{side, static_cast<int>(rng.between(0, 120)), std::nullopt};
    }
    if (dice < 98 && !shown.offers.empty()) {
        return AcceptOffer{shown.offers.front().id};
    }
    return NextPeriod{shown.at, std::nullopt};
}

// Where one match ends and another is played; the clock's table sees to that.
std::optional<match::Command> any_turn(Rng& rng, const match::MatchState& shown,
                                       std::span<const session::LeftMatch> left, double next_match)
{
    const bool over = shown.at.phase == match::Phase::kFinal;
    if (next_match == 0 || !rng.chance(over ? 0.3 : next_match)) {
        return std::nullopt;
    }
    if (!over && rng.chance(0.3)) {
        return match::EndMatch{shown.at};
    }
    if (!left.empty() && rng.chance(0.7)) {
        const auto which = rng.between(0, static_cast<std::int64_t>(left.size()) - 1);
        return match::ResumeMatch{left[static_cast<std::size_t>(which)].match};
    }
    const auto sport = static_cast<std::size_t>(rng.between(0, kSports.size() - 1));
    return match::OpenMatch{kSports[sport], "", "", {}};
}

// Whether it starts, stops or sets the game clock, or ends what it measures.
bool is_of_game_clock(const match::Command& command)
{
    using namespace match;
    const auto* start = std::get_if<StartClock>(&command);
    const auto* stop = std::get_if<StopClock>(&command);
    return (start != nullptr && start->clock == ClockId::kGame) ||
           (stop != nullptr && stop->clock == ClockId::kGame) || std::holds_alternative<SetClock>(command) ||
           std::holds_alternative<StartTimeout>(command) || std::holds_alternative<AcceptOffer>(command) ||
           std::holds_alternative<NextPeriod>(command) || std::holds_alternative<EndMatch>(command) ||
           std::holds_alternative<OpenMatch>(command) || std::holds_alternative<ResumeMatch>(command);
}

} // namespace

match::Command any_command(Rng& rng, const match::MatchState& shown, std::span<const session::LeftMatch> left,
                           Habits habits)
{
    if (const auto turn = habits.keeps_clock ? any_turn(rng, shown, left, habits.next_match) : std::nullopt) {
        return *turn;
    }
    if (habits.keeps_clock && habits.last_seconds && rng.chance(0.8)) {
        return match::StopClock{match::ClockId::kGame};
    }
    match::Command command = any_key(rng, shown, habits.short_clocks);
    while (!habits.keeps_clock && is_of_game_clock(command)) {
        command = any_key(rng, shown, habits.short_clocks);
    }
    return command;
}

} // namespace scoreboard::simulation
