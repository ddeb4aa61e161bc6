#include "match/actions.h"

#include <utility>

namespace scoreboard::match {
namespace {

const char* name_of(Side side)
{
    return side == Side::kHome ? "home" : "guest";
}

class Catalogue {
public:
    void add(std::string name, Command command)
    {
        std::string label = describe(command);
        actions_.push_back(Action{std::move(name), std::move(label), std::move(command)});
    }
    std::vector<Action> take() { return std::move(actions_); }

private:
    std::vector<Action> actions_;
};

void add_side(Catalogue& catalogue, const Ruleset& ruleset, Side side)
{
    const std::string name = name_of(side);
    for (const int points : ruleset.score.increments) {
        catalogue.add("add " + name + " " + std::to_string(points), AddScore{side, points});
    }
    catalogue.add("add " + name + " -1", AddScore{side, -1});
    catalogue.add("foul " + name, AddFoul{side, 1});
    catalogue.add("foul " + name + " -1", AddFoul{side, -1});
    catalogue.add("timeout " + name, StartTimeout{side});
    catalogue.add("possession " + name, SetPossession{side, std::nullopt});
}

std::string in_seconds(Duration value)
{
    return std::to_string(std::chrono::duration_cast<std::chrono::seconds>(value).count());
}

// The newest offer of a clock; the older ones are answered from the history screen.
void add_accept(Catalogue& catalogue, const MatchState& state, ClockId clock, const std::string& name)
{
    for (auto offer = state.offers.rbegin(); offer != state.offers.rend(); ++offer) {
        if (offer->clock == clock) {
            catalogue.add(name, AcceptOffer{offer->id});
            return;
        }
    }
    catalogue.add(name, AcceptOffer{});
}

} // namespace

std::vector<Action> all_actions(const Ruleset& ruleset, const MatchState& state)
{
    Catalogue catalogue;
    add_side(catalogue, ruleset, Side::kHome);
    add_side(catalogue, ruleset, Side::kGuest);
    catalogue.add("clock start", StartClock{ClockId::kGame});
    catalogue.add("clock stop", StopClock{ClockId::kGame});
    add_accept(catalogue, state, ClockId::kGame, "clock accept");
    const ShotClockRules& shot = ruleset.shot_clock;
    catalogue.add("shot " + in_seconds(shot.full), ResetShotClock{shot.full});
    catalogue.add("shot " + in_seconds(shot.reset_short), ResetShotClock{shot.reset_short});
    catalogue.add("shot hold", StopClock{ClockId::kShot});
    catalogue.add("shot run", StartClock{ClockId::kShot});
    catalogue.add("shot blank", BlankShotClock{});
    add_accept(catalogue, state, ClockId::kShot, "shot accept");
    catalogue.add("period next", NextPeriod{state.at, std::nullopt});
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
