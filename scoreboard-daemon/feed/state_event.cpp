#include "feed/state_event.h"

#include "feed/state_id.h"

namespace scoreboard::feed {

std::string state_event(const FeedState& state, const public_json::Moment& now)
{
    return "event: state\nid: " + to_string(id_of(state)) +
           "\ndata: " + public_json::state_json(state.match, now) + "\n\n";
}

} // namespace scoreboard::feed
