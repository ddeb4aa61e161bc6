#include "match/parts/display.h"

#include <cassert>

#include "match/parts/periods.h"
#include "match/team_name.h"

namespace scoreboard::match {
namespace parts {

Outcome hold_display(const Context& context, MatchState& state, const HoldDisplay& command)
{
    if (state.display_held == command.held) {
        return refused(Reason::kAlready,
                       command.held ? "The display is held already." : "The display is not held.");
    }
    if (command.held && booked_at(context, state) != state.at) {
        return refused(Reason::kStale, "The period had changed already when this came.");
    }
    state.display_held = command.held;
    return accepted();
}

Outcome set_sides(MatchState& state, const SetSides& command)
{
    if (state.left_on_panel == command.left) {
        return refused(Reason::kAlready, "The sides stand like that already.");
    }
    state.left_on_panel = command.left;
    return accepted();
}

Outcome set_team_name(const Context& context, MatchState& state, const SetTeamName& command)
{
    if (!is_team_name(command.name, context.ruleset.fold_version)) {
        return refused(Reason::kOutOfRange, kNoTeamName);
    }
    std::string& name = state.team(command.side).name;
    if (name == command.name) {
        return refused(Reason::kAlready, "The team has that name already.");
    }
    name = command.name;
    return accepted();
}

} // namespace parts

MatchState on_display(const MatchState& now, const MatchState& then)
{
    assert(now.match == then.match && now.at == then.at);
    MatchState seen = then;
    seen.game = now.game;
    seen.shot = now.shot;
    seen.timeout = now.timeout;
    seen.horn = now.horn;
    seen.offers = now.offers;
    seen.added_minutes = now.added_minutes;
    seen.penalties = now.penalties;
    seen.jam = now.jam;
    seen.display_held = true;
    seen.left_on_panel = now.left_on_panel;
    return seen;
}

} // namespace scoreboard::match
