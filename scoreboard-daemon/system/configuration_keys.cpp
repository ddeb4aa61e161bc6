#include "system/configuration_keys.h"

#include <algorithm>
#include <array>
#include <vector>

#include "match/nearest_word.h"
#include "match/ruleset.h"

namespace scoreboard::system {
namespace {

constexpr std::size_t kNameMax = 64;
constexpr std::int64_t kControllersMax = 64; // as many as the board keeps sessions for
constexpr std::int64_t kSpectatorsMax = 100000;

std::string assign_endpoint(Endpoint& target, const std::string& text)
{
    const std::optional<Endpoint> endpoint = parse_endpoint(text);
    if (!endpoint) {
        return "\"" + text + "\" is no address; write one in digits with its port, as \"127.0.0.1:7410\"";
    }
    if (!is_loopback(*endpoint)) {
        return text +
               " can be reached from other machines, and without pairing anybody there could change the "
               "score;"
               " until controllers can be paired only loopback is served, as \"127.0.0.1:" +
               std::to_string(endpoint->port) + "\"";
    }
    target = *endpoint;
    return {};
}

std::string assign_name(std::string& target, const std::string& text)
{
    if (text.empty() || text.size() > kNameMax) {
        return "a name has 1 to " + std::to_string(kNameMax) + " bytes; this one has " +
               std::to_string(text.size());
    }
    target = text;
    return {};
}

std::string assign_count(std::size_t& target, std::int64_t value, std::int64_t max)
{
    if (value < 1 || value > max) {
        return std::to_string(value) + " is out of range; write a number from 1 to " + std::to_string(max);
    }
    target = static_cast<std::size_t>(value);
    return {};
}

// Whether there is such a ruleset is looked at when the venue's own are read: check_ruleset().
std::string assign_ruleset(Configuration& configuration, const std::string& text)
{
    configuration.ruleset = text;
    return {};
}

std::string assign_log_level(Configuration& configuration, const std::string& text)
{
    const std::optional<Severity> severity = parse_severity(text);
    if (!severity) {
        return "\"" + text + "\" is no log level; write debug, info, warning or error";
    }
    configuration.log_level = *severity;
    return {};
}

std::string assign_plain(std::string& target, const std::string& text, const char* what)
{
    if (text.empty()) {
        return std::string("is empty; write ") + what;
    }
    target = text;
    return {};
}

constexpr std::array kKeys{
    ConfigurationKey{
        "board.name", "\"Court 1\"",
        [](Configuration& c, const std::string& text) { return assign_name(c.board_name, text); }, nullptr},
    ConfigurationKey{"board.data", "\"/var/lib/scoreboard\"",
                     [](Configuration& c, const std::string& text) {
                         return assign_plain(c.data, text, "the folder that keeps the log");
                     },
                     nullptr},
    ConfigurationKey{
        "control.listen", "\"127.0.0.1:7410\"",
        [](Configuration& c, const std::string& text) { return assign_endpoint(c.control, text); }, nullptr},
    ConfigurationKey{"control.connections_max", "32", nullptr,
                     [](Configuration& c, std::int64_t value) {
                         return assign_count(c.controllers_max, value, kControllersMax);
                     }},
    ConfigurationKey{
        "public.listen", "\"127.0.0.1:8080\"",
        [](Configuration& c, const std::string& text) { return assign_endpoint(c.spectators, text); },
        nullptr},
    ConfigurationKey{"public.connections_max", "1000", nullptr,
                     [](Configuration& c, std::int64_t value) {
                         return assign_count(c.spectators_max, value, kSpectatorsMax);
                     }},
    ConfigurationKey{"panel.device", "\"plp+serial:/dev/scoreboard-panel?baud=115200\"",
                     [](Configuration& c, const std::string& text) {
                         return assign_plain(c.panel, text, "the panel's address, or \"none\"");
                     },
                     nullptr},
    ConfigurationKey{"panel.layout", "\"multisport\"",
                     [](Configuration& c, const std::string& text) {
                         return assign_plain(c.layout, text, "the panel's layout, as \"multisport\"");
                     },
                     nullptr},
    ConfigurationKey{"match.ruleset", "\"basketball.fiba.2026\"", assign_ruleset, nullptr},
    ConfigurationKey{"match.rulesets", "\"/etc/scoreboard/rulesets\"",
                     [](Configuration& c, const std::string& text) {
                         return assign_plain(c.rulesets_folder, text, "the folder of the venue's own rules");
                     },
                     nullptr},
    ConfigurationKey{"match.home", "\"HOME\"",
                     [](Configuration& c, const std::string& text) { return assign_name(c.home, text); },
                     nullptr},
    ConfigurationKey{"match.guest", "\"GUEST\"",
                     [](Configuration& c, const std::string& text) { return assign_name(c.guest, text); },
                     nullptr},
    ConfigurationKey{"log.level", "\"info\"", assign_log_level, nullptr},
};

} // namespace

std::span<const ConfigurationKey> all_configuration_keys()
{
    return kKeys;
}

const ConfigurationKey* find_configuration_key(const std::string& name)
{
    const auto found =
        std::find_if(kKeys.begin(), kKeys.end(), [&](const auto& key) { return key.name == name; });
    return found == kKeys.end() ? nullptr : &*found;
}

std::string nearest_configuration_key(const std::string& name)
{
    return match::nearest_word(name, configuration_keys());
}

} // namespace scoreboard::system
