#include "feed/state_event.h"

#include "feed/state_id.h"
#include "match/scoreline.h"

namespace scoreboard::feed {

std::string state_event(const FeedState& state, const public_json::Moment& now)
{
    return "event: state\nid: " + to_string(id_of(state)) +
           "\ndata: " + public_json::state_json(state.match, now) + "\n\n";
}

std::optional<match::BoardTime> next_change(const FeedState& state, match::BoardTime now)
{
    if (state.match.rev == 0) {
        return std::nullopt;
    }
    return match::scoreline(state.match.ruleset, state.match.state, now).next_change;
}

} // namespace scoreboard::feed
