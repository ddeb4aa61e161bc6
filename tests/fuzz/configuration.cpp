// Any text as a configuration file: read, or one line for each problem that says where it is.

#include <string>

#include "fuzz/input.h"
#include "system/configuration.h"

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
    return 0;
}
