#include "system/configuration.h"

#include <fstream>
#include <sstream>
#include <toml++/toml.h>

#include "system/configuration_keys.h"
#include "system/toml_problem.h"

namespace scoreboard::system {
namespace {

// Walks a parsed file and sets what it finds; every problem becomes one line.
class Reader {
public:
    Reader(const std::string& path, Configuration& configuration) : path_(path), configuration_(configuration)
    {
    }

    void read_table(const toml::table& table, const std::string& prefix)
    {
        for (const auto& [name, node] : table) {
            const std::string key = prefix + std::string(name.str());
            const std::string place = place_in(path_, name.source().begin);
            if (const toml::table* inner = node.as_table()) {
                read_section(*inner, key, place);
            } else {
                read_value(node, key, place);
            }
        }
    }

    std::vector<std::string> take_problems() { return std::move(problems_); }

private:
    void read_section(const toml::table& table, const std::string& key, const std::string& place)
    {
        const std::string prefix = key + ".";
        for (const ConfigurationKey& known : all_configuration_keys()) {
            if (std::string_view(known.name).substr(0, prefix.size()) == prefix) {
                read_table(table, prefix);
                return;
            }
        }
        problems_.push_back(place + ": there is no section [" + key +
                            "]; known: [board], [control], [public], " + "[panel], [match], [log]");
    }

    void read_value(const toml::node& node, const std::string& key, const std::string& place)
    {
        if (find_configuration_key(key) == nullptr) {
            problems_.push_back(place + ": there is no key " + key + "; did you mean " +
                                nearest_configuration_key(key) + "?");
            return;
        }
        std::string problem;
        const std::string value_place = place_in(path_, node.source().begin);
        if (const auto text = node.value_exact<std::string>()) {
            problem = assign(configuration_, key, *text, value_place);
        } else if (const auto number = node.value_exact<std::int64_t>()) {
            problem = assign(configuration_, key, *number, value_place);
        } else {
            problem = key + ": neither a text nor a whole number; write " + key + " = " +
                      find_configuration_key(key)->example;
        }
        if (!problem.empty()) {
            problems_.push_back(value_place + ": " + problem);
        }
    }

    const std::string& path_;
    Configuration& configuration_;
    std::vector<std::string> problems_;
};

} // namespace

std::string Configuration::place_of(const std::string& key) const
{
    const auto found = places.find(key);
    return found == places.end() ? std::string() : found->second + ": ";
}

std::string assign(Configuration& configuration, const std::string& key, const ConfigurationValue& value,
                   const std::string& place)
{
    const ConfigurationKey* known = find_configuration_key(key);
    if (known == nullptr) {
        return "there is no key " + key + "; did you mean " + nearest_configuration_key(key) + "?";
    }
    std::string problem;
    if (const auto* text = std::get_if<std::string>(&value);
        text != nullptr && known->assign_text != nullptr) {
        problem = known->assign_text(configuration, *text);
    } else if (const auto* number = std::get_if<std::int64_t>(&value);
               number != nullptr && known->assign_count != nullptr) {
        problem = known->assign_count(configuration, *number);
    } else {
        problem = std::string("a ") + (known->assign_text != nullptr ? "text in quotes" : "whole number") +
                  " belongs here; write " + key + " = " + known->example;
    }
    if (!problem.empty()) {
        return key + ": " + problem;
    }
    configuration.places[key] = place;
    return {};
}

std::vector<std::string> parse_configuration(std::string_view text, const std::string& path,
                                             Configuration& configuration)
{
    toml::table table;
    try {
        table = toml::parse(text, path);
    } catch (const toml::parse_error& error) {
        return {place_in(path, error.source().begin) + ": " + one_line(std::string(error.description()))};
    }
    Reader reader(path, configuration);
    reader.read_table(table, "");
    return reader.take_problems();
}

std::vector<std::string> read_configuration(const std::string& path, Configuration& configuration)
{
    std::ifstream file(path, std::ios::binary);
    std::stringstream text;
    if (!file || !(text << file.rdbuf())) {
        return {path + ": cannot be read, or is empty; give an existing file with --config"};
    }
    return parse_configuration(text.str(), path, configuration);
}

std::vector<std::string> configuration_keys()
{
    std::vector<std::string> names;
    for (const ConfigurationKey& key : all_configuration_keys()) {
        names.emplace_back(key.name);
    }
    return names;
}

} // namespace scoreboard::system
