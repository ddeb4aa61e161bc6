#pragma once

#include <boost/system/result.hpp>
#include <optional>
#include <string>

#include "headless/tap_words.h"

namespace scoreboard::headless {

// One line of a script: {"cmd":"add","side":"home","value":2,"at_ms":1500}, or {"cmd":"add home 2"}.
struct ScriptStep {
    Tap tap;
    std::optional<match::Duration> at; // since the script began; none: at once
};

boost::system::result<ScriptStep, BadWords> parse_script_line(const std::string& line);

// {"seq":41,"level":"recorded","rev":907,"t_ms":1502.3}: a command came to another level.
std::string level_line(const client::LevelChange& change, match::TabletTime began);

} // namespace scoreboard::headless
