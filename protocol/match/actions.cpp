#include "match/actions.h"

#include <utility>

#include "match/catalogue.h"

namespace scoreboard::match {
namespace {

std::string in_seconds(Duration value)
{
    return std::to_string(std::chrono::duration_cast<std::chrono::seconds>(value).count());
}

// The newest offer of a clock; the older ones are answered from the history screen.
void add_accept(Catalogue& catalogue, const MatchState& state, ClockId clock)
{
    const std::string name = clock == ClockId::kGame ? "clock accept" : "shot accept";
    const std::string label = clock == ClockId::kGame ? "ACCEPT CLOCK" : "ACCEPT SHOT CLOCK";
    for (auto offer = state.offers.rbegin(); offer != state.offers.rend(); ++offer) {
        if (offer->clock == clock) {
            catalogue.add(name, AcceptOffer{offer->id}, label);
            return;
        }
    }
    catalogue.add(name, AcceptOffer{}, label);
}

void add_side(Catalogue& catalogue, const Ruleset& ruleset, Side side)
{
    const std::string name = word_of(side);
    if (ruleset.score) {
        for (const int points : ruleset.score->increments) {
            catalogue.add("add " + name + " " + std::to_string(points), AddScore{side, points});
        }
        catalogue.add("add " + name + " -1", AddScore{side, -1});
    }
    if (ruleset.fouls) {
        catalogue.add("foul " + name, AddFoul{side, 1});
        catalogue.add("foul " + name + " -1", AddFoul{side, -1});
    }
    if (ruleset.timeouts) {
        catalogue.add("timeout " + name, StartTimeout{side});
        for (std::size_t i = 0; i < ruleset.timeouts->more.size(); ++i) {
            const std::string& kind = ruleset.timeouts->more[i].name;
            catalogue.add("timeout " + name + " " + kind, StartTimeout{side, static_cast<int>(i) + 1},
                          in_capitals(kind + " time-out " + name));
        }
    }
    if (ruleset.possession) {
        catalogue.add("possession " + name, SetPossession{side, std::nullopt});
    }
    for (std::size_t i = 0; i < ruleset.tallies.size(); ++i) {
        const std::string& what = ruleset.tallies[i].name;
        const std::string label = in_capitals(what + " " + name);
        catalogue.add("count " + name + " " + what, AddTally{side, static_cast<int>(i), 1}, label);
        catalogue.add("count " + name + " " + what + " -1", AddTally{side, static_cast<int>(i), -1},
                      label + " -1");
    }
}

void add_game_clock(Catalogue& catalogue, const Ruleset& ruleset, const MatchState& state)
{
    const bool any = ruleset.periods.length > Duration::zero() ||
                     ruleset.periods.overtime > Duration::zero() || has_clock(ruleset, state.at);
    if (!any) {
        return;
    }
    catalogue.add("clock start", StartClock{ClockId::kGame});
    catalogue.add("clock stop", StopClock{ClockId::kGame});
    add_accept(catalogue, state, ClockId::kGame);
    if (ruleset.periods.runs_past > Duration::zero()) {
        for (int minutes = 0; minutes <= 5; ++minutes) {
            catalogue.add("added " + std::to_string(minutes), SetAddedTime{minutes});
        }
    }
}

void add_shot_clock(Catalogue& catalogue, const ShotClockRules& rules, const MatchState& state)
{
    catalogue.add("shot " + in_seconds(rules.full), ResetShotClock{rules.full});
    if (rules.reset_short > Duration::zero()) {
        catalogue.add("shot " + in_seconds(rules.reset_short), ResetShotClock{rules.reset_short});
    }
    for (const Duration value : rules.more) {
        catalogue.add("shot " + in_seconds(value), ResetShotClock{value});
    }
    catalogue.add("shot hold", StopClock{ClockId::kShot});
    catalogue.add("shot run", StartClock{ClockId::kShot});
    catalogue.add("shot blank", BlankShotClock{});
    add_accept(catalogue, state, ClockId::kShot);
}

void add_lamps(Catalogue& catalogue, const Ruleset& ruleset, const MatchState& state)
{
    for (std::size_t i = 0; i < ruleset.lamps.size(); ++i) {
        const std::string& name = ruleset.lamps[i].name;
        const bool lit = (state.lamps >> i & 1U) != 0;
        catalogue.add("lamp " + name, SetLamp{static_cast<int>(i), !lit},
                      in_capitals(name) + (lit ? " OFF" : " ON"));
    }
}

} // namespace

std::vector<Action> all_actions(const Ruleset& ruleset, const MatchState& state)
{
    Catalogue catalogue;
    add_side(catalogue, ruleset, Side::kHome);
    add_side(catalogue, ruleset, Side::kGuest);
    add_game_clock(catalogue, ruleset, state);
    if (ruleset.shot_clock) {
        add_shot_clock(catalogue, *ruleset.shot_clock, state);
    }
    if (ruleset.timeouts) {
        catalogue.add("timeout end", EndTimeout{});
    }
    add_lamps(catalogue, ruleset, state);
    add_part_actions(catalogue, ruleset, state);
    catalogue.add("display hold", HoldDisplay{true});
    catalogue.add("display release", HoldDisplay{false});
    catalogue.add("sides swap", SetSides{state.left_on_panel == Side::kHome ? Side::kGuest : Side::kHome},
                  "SWAP PANEL");
    catalogue.add("period next", NextPeriod{state.at, std::nullopt});
    catalogue.add("match end", EndMatch{state.at});
    catalogue.add("horn", SoundHorn{});
    return catalogue.take();
}

std::vector<Action> offered_actions(const Ruleset& ruleset, const MatchState& state, BoardTime now)
{
    std::vector<Action> offered;
    Entry entry;
    entry.received = now;
    entry.sealed.body.seen = Seen{state.match, state.at};
    for (Action& action : all_actions(ruleset, state)) {
        // The rules themselves are asked, so that a key can never promise what they would refuse.
        MatchState copy = state;
        entry.sealed.body.command = action.command;
        if (apply(ruleset, copy, entry).applied) {
            offered.push_back(std::move(action));
        }
    }
    return offered;
}

} // namespace scoreboard::match
