#include "system/configuration_keys.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <vector>

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

std::string assign_ruleset(Configuration& configuration, const std::string& text)
{
    if (match::find_ruleset(text) != nullptr) {
        configuration.ruleset = text;
        return {};
    }
    std::string known;
    for (const match::Ruleset& ruleset : match::all_rulesets()) {
        known += (known.empty() ? "" : ", ") + ruleset.id;
    }
    return "there is no ruleset \"" + text + "\"; known: " + known;
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
    ConfigurationKey{"match.home", "\"HOME\"",
                     [](Configuration& c, const std::string& text) { return assign_name(c.home, text); },
                     nullptr},
    ConfigurationKey{"match.guest", "\"GUEST\"",
                     [](Configuration& c, const std::string& text) { return assign_name(c.guest, text); },
                     nullptr},
    ConfigurationKey{"log.level", "\"info\"", assign_log_level, nullptr},
};

// How many letters must change to make one word of the other.
std::size_t edit_distance(const std::string& left, const std::string& right)
{
    std::vector<std::size_t> row(right.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < left.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t j = 0; j < right.size(); ++j) {
            const std::size_t replaced = diagonal + (left[i] == right[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({row[j] + 1, row[j + 1] + 1, replaced});
        }
    }
    return row.back();
}

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
    const auto nearest =
        std::min_element(kKeys.begin(), kKeys.end(), [&](const auto& left, const auto& right) {
            return edit_distance(name, left.name) < edit_distance(name, right.name);
        });
    return nearest->name;
}

} // namespace scoreboard::system
