// Any text as a configuration file, and as the rules of a venue: read, or one line for each problem that says
// where it is.

#include <string>

#include "fuzz/input.h"
#include "match/rule_options.h"
#include "system/configuration.h"
#include "system/venue_ruleset.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace scoreboard;
    system::Configuration configuration;
    const auto problems =
        system::parse_configuration(fuzz::Input(data, size).rest(), "board.toml", configuration);
    for (const std::string& problem : problems) {
        fuzz::require(problem.starts_with("board.toml:"), "a problem says where it is");
        fuzz::require(problem.find('\n') == std::string::npos, "a problem is one line");
    }
    fuzz::require(configuration.controllers_max > 0 && configuration.spectators_max > 0,
                  "what was taken can be used");
    const auto file = system::parse_venue_ruleset(fuzz::Input(data, size).rest(), "u14.toml");
    for (const std::string& problem : file.problems) {
        fuzz::require(problem.starts_with("u14.toml:"), "a problem says where it is");
        fuzz::require(problem.find('\n') == std::string::npos, "a problem is one line");
    }
    fuzz::require(file.ruleset.has_value() == file.problems.empty(), "rules, or problems");
    fuzz::require(!file.ruleset || match::contradiction_in(*file.ruleset).empty(), "the rules can be played");
    return 0;
}
