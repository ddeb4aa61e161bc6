#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "match/ruleset.h"
#include "system/configuration.h"

namespace scoreboard::system {

// Rules of a venue's own, written as what differs from shipped ones (docs/rulesets-of-a-venue.md).
struct VenueRulesetFile {
    std::optional<match::Ruleset> ruleset; // none: there are problems
    std::vector<std::string> problems;     // a line each: place, what is wrong, what may stand there
    std::string base{};                    // the id of the shipped rules
};

VenueRulesetFile parse_venue_ruleset(std::string_view text, const std::string& path);
VenueRulesetFile read_venue_ruleset(const std::string& path);

// Takes the rules that stand in the folder `configuration.rulesets_folder` (every *.toml of it, by name), and
// says whether there is the one that an empty log begins with. A folder that is not there holds none. Returns
// the problems.
std::vector<std::string> load_rulesets(Configuration& configuration);

} // namespace scoreboard::system
