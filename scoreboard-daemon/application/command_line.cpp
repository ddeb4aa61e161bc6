#include "application/command_line.h"

#include <CLI/CLI.hpp>
#include <iostream>
#include <vector>

#include "panel/layout.h"
#include "serial/panel_url.h"
#include "system/venue_ruleset.h"

namespace scoreboard::application {
namespace {

constexpr int kFailure = 1;
constexpr int kUsage = 64;

// A flag that sets one key of the configuration.
struct Flag {
    const char* name;
    const char* key;
    const char* help;
    std::string value;
};

std::vector<Flag> all_flags()
{
    return {{"--data", "board.data", "Folder that keeps the log", {}},
            {"--name", "board.name", "How the board introduces itself", {}},
            {"--panel", "panel.device", "plp+serial:LINK?baud=115200, or none", {}},
            {"--layout", "panel.layout", "Layout of the panel", {}},
            {"--control", "control.listen", "Where controllers connect, as 127.0.0.1:7410", {}},
            {"--public", "public.listen", "Where spectators read, as 127.0.0.1:8080", {}},
            {"--log-level", "log.level", "debug, info, warning or error", {}}};
}

void say(const std::string& line)
{
    std::cerr << "scoreboard-daemon: " << line << "\n";
}

// What only the rooms below can judge of a value.
std::vector<std::string> problems_of(const system::Configuration& configuration)
{
    std::vector<std::string> problems;
    if (configuration.panel != "none") {
        if (const auto url = serial::parse_panel_url(configuration.panel); !url) {
            problems.push_back(configuration.place_of("panel.device") + "panel.device: " + url.error().text);
        }
    }
    if (panel::find_layout(configuration.layout) == nullptr) {
        std::string known;
        for (const panel::Layout& layout : panel::all_layouts()) {
            known += (known.empty() ? "" : ", ") + layout.name;
        }
        problems.push_back(configuration.place_of("panel.layout") + "panel.layout: there is no layout \"" +
                           configuration.layout + "\"; known: " + known);
    }
    return problems;
}

} // namespace

Parsed parse_command_line(int argc, char** argv)
{
    CLI::App app("Records what controllers say and shows it on a panel. Prints one line when it is ready; "
                 "SIGTERM ends it.",
                 "scoreboard-daemon");
    std::vector<Flag> flags = all_flags();
    for (Flag& flag : flags) {
        app.add_option(flag.name, flag.value, flag.help);
    }
    std::string file;
    Invocation invocation;
    app.add_option("--config", file, "Configuration file (TOML); flags override it");
    app.add_flag("--check-config", invocation.check_only, "Say whether the configuration is sound, and end");
    app.add_option("--boot-id", invocation.boot_id, "Take this for the machine's boot id (for tests)");
    app.set_version_flag("--version", "scoreboard-daemon " SCOREBOARD_VERSION);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return {std::nullopt, app.exit(error) == 0 ? 0 : kUsage};
    }

    std::vector<std::string> problems;
    if (!file.empty()) {
        problems = system::read_configuration(file, invocation.configuration);
    }
    const bool file_is_sound = problems.empty();
    for (const Flag& flag : flags) {
        if (app.count(flag.name) == 0) {
            continue;
        }
        const std::string problem = system::assign(invocation.configuration, flag.key, flag.value, flag.name);
        if (!problem.empty()) {
            problems.push_back(std::string(flag.name) + ": " + problem);
        }
    }
    if (problems.empty()) {
        problems = system::load_rulesets(invocation.configuration);
    }
    if (problems.empty()) {
        problems = problems_of(invocation.configuration);
    }
    for (const std::string& problem : problems) {
        say(problem);
    }
    if (!problems.empty()) {
        return {std::nullopt, file_is_sound && file.empty() ? kUsage : kFailure};
    }
    if (!invocation.check_only && invocation.configuration.data.empty()) {
        say("no folder for the log is given; write --data DIR, or data = \"DIR\" under [board] in the "
            "configuration");
        return {std::nullopt, kUsage};
    }
    return {std::move(invocation), 0};
}

} // namespace scoreboard::application
