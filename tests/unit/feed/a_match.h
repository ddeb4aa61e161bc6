#pragma once

#include "feed/feed_state.h"

namespace scoreboard::feed {

// A recorded match at rev 1042 of log aee8f0bf, on a board whose panel is well.
inline FeedState a_match()
{
    FeedState state;
    state.match.log.bytes = {0xae, 0xe8, 0xf0, 0xbf};
    state.match.rev = 1042;
    state.match.ruleset = *match::find_ruleset("basketball.fiba.2026");
    state.match.state.home.name = "HOME";
    state.match.state.guest.name = "GUEST";
    state.match.panel.status = session::PanelStatus::kOk;
    return state;
}

} // namespace scoreboard::feed
