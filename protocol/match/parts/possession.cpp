#include "match/parts/possession.h"

#include "match/parts/rally.h"
#include "match/parts/tennis.h"

namespace scoreboard::match::parts {

Outcome set_possession(const Context& context, MatchState& state, const SetPossession& command)
{
    if (!context.ruleset.possession) {
        return no_such_part(context, "possession");
    }
    if (command.if_version && *command.if_version != state.possession_version) {
        return refused(Reason::kDepends, "The arrow was changed in between.");
    }
    if (context.ruleset.rally) {
        return set_server(context, state, command.side);
    }
    if (context.ruleset.tennis) {
        return set_tennis_server(context, state, command.side);
    }
    state.possession = command.side;
    state.possession_version = context.entry.id();
    return accepted();
}

} // namespace scoreboard::match::parts
