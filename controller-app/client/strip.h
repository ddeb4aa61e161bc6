#pragma once

#include <optional>
#include <string>

#include "client/client_view.h"

namespace scoreboard::client {

// All that the status strip is made of, at one moment.
struct StripFacts {
    bool connected = false;
    match::Duration silent_for{}; // since anything was heard of the board
    bool board_cannot_save = false;
    bool has_panel = false;
    session::PanelStatus panel = session::PanelStatus::kOk;
    std::size_t waiting = 0;    // taps not at their last level
    std::size_t unrecorded = 0; // of them
    match::Duration oldest{};   // since the press of the oldest
    bool display_held = false;
    std::size_t hidden = 0; // taps that are recorded, and not seen while it is
    std::string board_name;
    match::Rev shown = 0;
    std::optional<match::Duration> last_shown_in;
};

struct StripState {
    Strip strip = Strip::kOffline;
    std::string text;
};

// One state at a time: the first that fits.
StripState strip_state(const StripFacts& facts);

} // namespace scoreboard::client
