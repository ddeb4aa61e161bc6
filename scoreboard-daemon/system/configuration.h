#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "match/ruleset.h"
#include "system/endpoint.h"
#include "system/log.h"

namespace scoreboard::system {

// Everything that can be set, by the configuration file or by a flag that overrides it. packaging/config/
// scoreboard-daemon.toml documents every key.
struct Configuration {
    std::string data; // folder of the log; empty: not set
    std::string board_name = "Scoreboard";
    Endpoint control{"127.0.0.1", 7410};
    std::size_t controllers_max = 32;
    Endpoint spectators{"127.0.0.1", 8080};
    std::size_t spectators_max = 1000;
    std::string panel = "none"; // "plp+serial:/dev/scoreboard-panel?baud=115200"
    std::string layout = "multisport";
    std::string ruleset = match::default_ruleset().id; // of the match that an empty log begins with
    std::string rulesets_folder;                       // of the venue's own rules, a file each; empty: none
    std::vector<match::Ruleset> venue_rulesets;        // what is in it: load_rulesets()
    std::string home = "HOME";
    std::string guest = "GUEST";
    Severity log_level = Severity::kInfo;
    // Where a key's value came from, for messages: "board.toml:12:7", "--panel". A key with its default has
    // none.
    std::map<std::string, std::string> places;

    std::string place_of(const std::string& key) const; // "board.toml:12:7: " or empty
};

using ConfigurationValue = std::variant<std::string, std::int64_t>;

// Sets one key ("control.listen"). Returns what is wrong and what to do, or nothing.
std::string assign(Configuration& configuration, const std::string& key, const ConfigurationValue& value,
                   const std::string& place);

// Reads a file over what is set already. Returns one line for each problem, each with its place; empty: all
// is well.
std::vector<std::string> read_configuration(const std::string& path, Configuration& configuration);
std::vector<std::string> parse_configuration(std::string_view text, const std::string& path,
                                             Configuration& configuration);

std::vector<std::string> configuration_keys();

} // namespace scoreboard::system
